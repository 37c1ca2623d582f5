"""The home page."""

import re

from dateline.pages.page import slot


def headlines(text):
    """Return the addresses of the stories of a page in order."""
    main = text[text.index('<main id="main">') : text.index("</main>")]
    return re.findall(r'href="(/[a-z]+/\d{4}/[^"#]+)"', main)


def test_the_desks_places_come_first(paper):
    """A placed story leads though newer ones exist; a killed one has no place."""
    found = headlines(paper.page("/").text)

    assert found[0] == "/india/2016/11/05/old-line-bcdfgh/"
    assert found[1] == "/world/2016/12/15/leaders-meet-x7k2mb/"
    assert not any("kttttt" in path for path in found)


def test_no_story_stands_twice(paper):
    """Top stories, the latest and the sections show different stories."""
    found = headlines(paper.page("/").text)

    assert len(found) == len(set(found)) == 17


def test_the_readers_city_is_a_slot(paper):
    """What is local differs by reader, so it is filled when served."""
    assert slot("local") in paper.page("/").text


def test_it_names_the_publisher_and_its_policy(paper):
    """Search engines find who publishes and how corrections are made."""
    text = paper.page("/").text

    assert '"@type":"NewsMediaOrganization","name":"Banyan Trust"' in text
    assert '"correctionsPolicy":"http://banyan.example/corrections/"' in text
    assert '"@type":"WebSite"' in text


def test_the_name_of_the_paper_is_the_heading(paper):
    """On the home page, and only there, the masthead is the h1."""
    assert '<h1 class="name">' in paper.page("/").text
    assert '<p class="name">' in paper.page("/world/").text.split("<main")[0]


def test_a_paper_without_stories_says_so(empty_paper):
    """Before the first story the home page is whole and says why it is empty."""
    text = empty_paper.page("/").text

    assert "The first story is still being written." in text
    assert 'class="latest"' not in text
