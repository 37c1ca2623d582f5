"""The archive by calendar."""

import re


def test_the_root_lists_the_years(paper):
    """The years that have stories are links, the newest first."""
    text = paper.page("/archive/").text

    assert re.findall(r'href="(/archive/\d+/)"', text) == ["/archive/2016/"]


def test_a_year_lists_its_months(paper):
    """Months with stories are links, the others plain."""
    text = paper.page("/archive/2016/").text

    assert re.findall(r'href="(/archive/2016/\d\d/)"', text) == [
        "/archive/2016/11/",
        "/archive/2016/12/",
    ]
    assert "<span>January</span>" in text


def test_a_month_is_a_calendar(paper):
    """Days with stories are links that say the whole date."""
    text = paper.page("/archive/2016/12/").text

    assert '<a href="/archive/2016/12/15/" aria-label="Thursday, 15 December' in text
    assert text.count("<tr>") == 6
    assert "<td>16</td>" in text


def test_a_day_lists_its_stories_in_their_order(paper):
    """A day's stories stand as they appeared; withdrawn and killed ones do not."""
    text = paper.page("/archive/2016/12/15/").text
    found = re.findall(r'<h3><a href="[^"]*-([a-z0-9]{6})/"', text)

    assert found[-2:] == ["vwxzbc", "x7k2mb"]
    assert len(found) == 16
    assert not {"wdrwnb", "kttttt"} & set(found)


def test_a_day_reads_nothing_outside_it(paper):
    """A publication on another day leaves this page alone."""
    _, reads = paper.look("/archive/2016/11/05/")

    assert reads == {"site", "day/2016-11-05", "story/bcdfgh/card"}


def test_a_day_is_the_sites_day(paper):
    """The way up from a day leads over its month and year."""
    text = paper.page("/archive/2016/12/15/").text
    way = re.search(r'<nav class="way".*?</nav>', text, re.DOTALL)[0]

    assert re.findall(r'href="([^"]+)">([^<]+)<', way) == [
        ("/archive/", "Archive"),
        ("/archive/2016/", "2016"),
        ("/archive/2016/12/", "December"),
    ]


def test_an_archive_without_stories(empty_paper):
    """Before the first story the archive's root is there and says so."""
    assert "still being written" in empty_paper.page("/archive/").text
    assert empty_paper.page("/archive/2016/") is None
