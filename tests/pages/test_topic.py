"""The page of a topic."""


def test_it_lists_the_topics_stories(paper):
    """A topic shows its name, its description and its stories."""
    text = paper.page("/topic/trains/").text

    assert "<h1>Trains</h1>" in text
    assert "On rails." in text
    assert "old-line-bcdfgh" in text
    assert "x7k2mb" not in text


def test_a_topic_nobody_named_has_no_page(paper):
    """A topic id that stories use but the desk never named gives no page."""
    assert paper.page("/topic/unknown/") is None
