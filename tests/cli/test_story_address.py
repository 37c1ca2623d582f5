"""What a person may write for a story."""

import pytest

from dateline.cli.story_address import NoStoryError, path_in, story_id_of


@pytest.mark.parametrize(
    "text",
    [
        "x7k2mb",
        "/s/x7k2mb",
        "/world/2016/12/15/ferry-runs-again-x7k2mb/",
        "http://127.0.0.1:8000/world/2016/12/15/ferry-runs-again-x7k2mb/#top",
        "https://example.in/s/x7k2mb?utm=1",
        "  x7k2mb\n",
    ],
)
def test_a_story_is_named_by_id_path_or_address(text):
    """Whatever stands in the browser can be pasted."""
    assert story_id_of(text) == "x7k2mb"


@pytest.mark.parametrize("text", ["", "home", "/world/", "https://example.in/"])
def test_what_names_no_story(text):
    """Anything else is refused: a kill must never guess."""
    with pytest.raises(NoStoryError):
        story_id_of(text)


def test_the_path_of_a_bare_host():
    """An address without a path is the home page."""
    assert path_in("https://example.in") == "/"
