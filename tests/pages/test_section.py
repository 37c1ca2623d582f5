"""The front of a section."""


def test_it_shows_the_newest_of_its_list(paper):
    """A section shows its own stories and no other's."""
    text = paper.page("/world/").text

    assert "leaders-meet-x7k2mb" in text
    assert "old-line" not in text
    assert "<h1>World</h1>" in text


def test_its_feeds_are_announced(paper):
    """Feed readers find the three feeds of the section."""
    text = paper.page("/world/").text

    for kind in ("rss", "atom", "json"):
        assert f'href="/world/feed.{kind}"' in text


def test_where_the_reader_is(paper):
    """The navigation marks the section."""
    assert (
        '<a href="/world/" aria-current="true">World</a>' in paper.page("/world/").text
    )


def test_an_empty_section_says_so(paper):
    """A section without stories has a page, for its link is in the navigation."""
    assert "No stories in Sport yet." in paper.page("/sport/").text
