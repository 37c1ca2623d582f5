"""The page for an address where nothing is."""


def test_it_leads_on(paper):
    """It answers 404, is not indexed and links to all sections and the archive."""
    page = paper.page("/_404")

    assert page.status == 404
    assert '<meta name="robots" content="noindex">' in page.text
    for href in ("/", "/india/", "/world/", "/sport/", "/archive/"):
        assert f'<li><a href="{href}">' in page.text
