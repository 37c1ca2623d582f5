"""The search page and its results, as text."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from dateline.pages.moment import moment_of
from dateline.pages.search import (
    RESULTS,
    TITLE,
    Asked,
    Result,
    Results,
    search_path,
    set_results,
)
from dateline.pages.teaser import Teaser
from support.copy import a_site


def said(asked, **results):
    """Return the text of results."""
    return set_results(Results(asked=asked, **results), site=a_site())[RESULTS]


def test_addresses_hold_what_was_asked_and_nothing_else():
    """Empty parameters are left out; the rest is quoted twice over."""
    assert search_path({"q": "a&b", "city": "", "sort": "date"}) == (
        "/search?q=a%26b&amp;sort=date"
    )
    assert search_path({"q": ""}) == "/search"


def test_large_counts_are_not_counted_out():
    """From ten thousand on nobody cares."""
    one = said(Asked(text="a"), how="exact", total=10_000, found=())
    assert "no more stories" in one

    texts = [
        set_results(
            Results(asked=Asked(text="a"), how="exact", total=n, found=(_result(),)),
            site=a_site(),
        )[RESULTS]
        for n in (1, 9999, 10_001)
    ]
    assert "One story for" in texts[0]
    assert "9,999 stories" in texts[1]
    assert "More than 10,000 stories" in texts[2]


def _result():
    teaser = Teaser(
        href="/a/",
        headline="A",
        standfirst="",
        place="",
        section="World",
        moment=moment_of(
            datetime(2016, 12, 15, tzinfo=UTC), ZoneInfo("Asia/Kolkata"), "en"
        ),
        picture=None,
    )
    return Result(teaser=teaser, headline=(("A", True),), passage=())


def test_what_readers_type_is_never_markup():
    """Neither in the form nor in the title."""
    asked = Asked(text='"><b>', first=date(2016, 12, 15), faults=(("date", "<i>"),))
    slots = set_results(Results(asked=asked, how="exact"), site=a_site())

    assert "<b>" not in slots[RESULTS].replace("<b>15 Dec 2016</b>", "")
    assert "<i>" not in slots[RESULTS]
    assert slots[TITLE] == "&quot;&gt;&lt;b&gt;: "


def test_the_order_is_kept_in_the_form():
    """Whoever sorts by date and asks again gets it by date."""
    assert 'name="sort" value="date"' in said(
        Asked(text="a", by_date=True), how="exact"
    )
    assert 'name="sort"' not in said(Asked(text="a"), how="exact")
