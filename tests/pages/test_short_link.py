"""Short links, and the notices where stories were."""


def test_a_story_that_exists(paper):
    """The short link answers 301 with the story's address of today."""
    page = paper.page("/s/x7k2mb")

    assert (page.status, page.location) == (
        301,
        "/world/2016/12/15/leaders-meet-x7k2mb/",
    )


def test_a_withdrawn_story(paper):
    """The notice gives the desk's words and the moment, and is not indexed."""
    page = paper.page("/s/wdrwnb")

    assert page.status == 410
    assert "This story has been withdrawn" in page.text
    assert "It did not meet our rules &amp; aims." in page.text
    assert "15 Dec 2016, 7.22 pm IST" in page.text
    assert '<meta name="robots" content="noindex">' in page.text
    assert "canonical" not in page.text


def test_a_killed_story(paper):
    """The notice of a kill says that the story was removed and nothing of it."""
    page = paper.page("/s/kttttt")

    assert page.status == 410
    assert "This story has been removed" in page.text
    assert "hot spring" not in page.text


def test_a_story_that_never_was(paper):
    """An id without a story gives no page."""
    assert paper.page("/s/zzzzzz") is None
