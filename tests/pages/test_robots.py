"""robots.txt."""


def test_it_names_the_sitemaps(paper):
    """Everything may be read but fragments; both sitemaps are named."""
    page = paper.page("/robots.txt")

    assert page.content_type == "text/plain; charset=utf-8"
    assert page.text.splitlines() == [
        "User-agent: *",
        "Disallow: /_slot/",
        "",
        "Sitemap: http://banyan.example/sitemap.xml",
        "Sitemap: http://banyan.example/sitemaps/news.xml",
    ]
