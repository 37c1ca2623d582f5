"""One entry of a live blog: exactly its pages, whatever the blog's length."""

from dataclasses import replace

import pytest

from dateline.news.block import Block, BlockKind
from support.copy import a_picture, a_story, an_entry, later
from support.press_house import (
    killed,
    picture_published,
    published,
    said,
    taken_out,
    withdrawn,
)

OWN = "/world/2016/12/15/leaders-meet-x7k2mb/"
MAPS = {"/sitemaps/2016-12.xml", "/sitemap.xml"}
FEEDS = {
    f"{place}feed.{kind}"
    for place in ("/", "/world/", "/city/mumbai/", "/topic/japan/")
    for kind in ("atom", "json", "rss")
}
BLOG = a_story(lead_picture="spring", live="running")


def page(number):
    """Return the address of a page of entries."""
    return f"{OWN}page/{number}/"


@pytest.fixture
def blog(house):
    """A paper whose story of the day is a running live blog with three entries."""
    house.do(published(BLOG), *(said(an_entry(n)) for n in (1, 2, 3)))
    return house


def fill(paper, first, last):
    """Say the entries ``first`` to ``last`` in one publication."""
    numbers = range(first, last + 1)
    paper.do(*(said(an_entry(n)) for n in numbers), moment=later(hours=2))


def test_an_entry_makes_its_page_the_blog_and_what_dates_it(blog):
    """The blog, the entry's page for ever, feeds and sitemaps; nothing else."""
    made = blog.made(said(an_entry(4)), moment=later(minutes=4))

    assert made == {OWN, page(1)} | FEEDS | MAPS
    assert "Entry 4 from the pier" in blog.text(OWN)
    assert "Entry 4 from the pier" in blog.text(page(1))


def test_an_entry_names_its_reasons(blog):
    """The keys that changed are the blog's, the page's and the stamp's."""
    run = blog.do(said(an_entry(4)), moment=later(minutes=4))

    assert run.changed == (
        "live/x7k2mb",
        "live/x7k2mb/1",
        "sitemap/2016-12",
        "sitemaps",
        "story/x7k2mb/stamp",
    )
    reasons = {made.path: made.reasons for made in run.pages}
    assert reasons[page(1)] == ("live/x7k2mb/1",)
    assert reasons[OWN] == ("live/x7k2mb", "live/x7k2mb/1")


def test_the_newest_entry_stands_first(blog):
    """Newest first on the blog and on its pages."""
    for path in (OWN, page(1)):
        text = blog.text(path)
        places = [text.index(f'id="entry-{n}"') for n in (3, 2, 1)]
        assert places == sorted(places)


def test_the_same_work_at_three_and_at_three_hundred_entries(blog):
    """The pages made for an entry do not grow with the blog."""
    before = blog.made(said(an_entry(4)), moment=later(minutes=4))
    fill(blog, 5, 330)

    after = blog.made(said(an_entry(331)), moment=later(minutes=331))

    assert after == {p if p != page(1) else page(7) for p in before}


def test_full_pages_never_change_again(blog):
    """Page 1 is as it was a hundred entries ago, and the blog shows 51 to 100."""
    fill(blog, 4, 51)
    page_1 = blog.page(page(1)).tag
    fill(blog, 52, 149)
    assert blog.page(page(1)).tag == page_1

    shown = [n for n in range(1, 150) if f'id="entry-{n}"' in blog.text(OWN)]
    assert shown == list(range(51, 150))
    fill(blog, 150, 151)
    shown = [n for n in range(1, 152) if f'id="entry-{n}"' in blog.text(OWN)]
    assert shown == list(range(101, 152))
    assert f'href="{page(2)}" rel="prev"' in blog.text(OWN)


def test_the_first_entry_of_a_page_joins_it_to_the_one_before(blog):
    """The full page learns that another follows, in the same run."""
    fill(blog, 4, 50)
    assert 'rel="next"' not in blog.text(page(1))

    made = blog.made(said(an_entry(51)), moment=later(hours=3))

    assert {page(1), page(2)} <= made
    assert f'href="{page(2)}" rel="next"' in blog.text(page(1))
    assert f'href="{page(1)}" rel="prev"' in blog.text(page(2))


def test_a_key_point_leads_to_its_entry(blog):
    """On the page while the entry is there, to its own page afterwards."""
    blog.do(said(an_entry(2, key=True)), moment=later(hours=1))
    assert 'href="#entry-2">Entry 2 from the pier' in blog.text(OWN)

    fill(blog, 4, 120)
    assert f'href="{page(1)}#entry-2">Entry 2 from the pier' in blog.text(OWN)


def test_a_corrected_entry_says_so_where_it_stands(blog):
    """An entry of a full page: that page alone, and the blog that dates itself."""
    fill(blog, 4, 120)
    right = an_entry(2, corrected=later(hours=5), note="The pier is the north one.")

    made = blog.made(said(right), moment=later(hours=5))

    assert made == {OWN, page(1)} | FEEDS | MAPS
    assert "The pier is the north one." in blog.text(page(1))


def test_a_removed_entry_is_nowhere(blog):
    """It leaves the blog, its page and the key points; its number stays its own."""
    blog.do(said(an_entry(2, key=True)), moment=later(hours=1))
    blog.do(taken_out("x7k2mb", 2, later(hours=2)), moment=later(hours=2))

    assert not [p for p in blog.all_paths() if "Entry 2 from" in blog.text(p)]
    assert "Entry 3 from the pier" in blog.text(OWN)
    assert 'data-newest="3"' in blog.text(OWN)


def test_an_entry_said_again_changes_nothing(blog):
    """The same words twice are one publication for readers."""
    assert blog.do(said(an_entry(3)), moment=later(hours=1)).changed == ()


def test_a_picture_of_an_entry_is_read_by_its_pages_alone(blog):
    """A new caption touches the blog and the page of the entry that shows it."""
    shown = Block(kind=BlockKind.PICTURE, picture="harbour")
    blog.do(said(an_entry(4, blocks=(shown,))), moment=later(minutes=4))

    made = blog.made(
        picture_published(a_picture("harbour", caption="The cranes stand still.")),
        moment=later(hours=1),
    )

    assert made == {OWN, page(1)}


def test_the_end_takes_the_stream_away(blog):
    """An ended blog has no script, no offer and no stream."""
    assert 'data-stream="/_live/x7k2mb"' in blog.text(OWN)
    assert "script-src 'self'" in blog.page(OWN).csp

    blog.do(published(replace(BLOG, revision=2, live="ended")))

    assert "data-stream" not in blog.text(OWN)
    assert "/assets/live-" not in blog.text(OWN)
    assert blog.page(OWN).csp == ""


def test_a_numbered_page_asks_what_came_after_it_while_the_blog_runs(blog):
    """It knows its own newest entry and the way to the blog, and so never changes."""
    fill(blog, 4, 120)
    text = blog.text(page(1))
    assert 'data-stream="/_live/x7k2mb"' in text
    assert 'data-newest="50"' in text
    assert f'data-way="{OWN}"' in text
    assert blog.page(page(1)).csp == blog.page(OWN).csp
    assert page(1) not in blog.made(said(an_entry(121)), moment=later(hours=3))

    blog.do(published(replace(BLOG, revision=2, live="ended")))

    assert "data-stream" not in blog.text(page(1))
    assert "/assets/live-" not in blog.text(page(1))
    assert blog.page(page(1)).csp == ""
    assert f'<a href="{OWN}">The whole story</a>' in blog.text(page(1))


def test_a_new_slug_takes_the_pages_of_entries_along(blog):
    """They answer at the new address in the same run, and no more at the old."""
    made = blog.made(published(replace(BLOG, revision=2, slug="talks-end")))
    new = "/world/2016/12/15/talks-end-x7k2mb/"

    assert {new, f"{new}page/1/", OWN, page(1)} <= made
    assert blog.page(page(1)) is None
    assert "Entry 3 from the pier" in blog.text(f"{new}page/1/")


@pytest.mark.parametrize("leave", [withdrawn, killed])
def test_nothing_of_the_entries_stays_when_the_story_goes(blog, leave):
    """Withdrawn or killed: no page and no document holds an entry's words."""
    fill(blog, 4, 120)
    blog.do(leave("x7k2mb"), moment=later(hours=9))

    assert not [p for p in blog.all_paths() if "from the pier" in blog.text(p)]
    assert not [p for p in blog.all_paths() if "/page/" in p]
    with blog.store.read() as tx:
        assert not [
            n for n, _ in tx.all("documents") if b"entry/" in n or b"live/" in n
        ]


def test_entries_of_what_is_not_public_are_not_public(house):
    """The catalog takes no entry of a story that it does not have."""
    assert house.do(said(an_entry(1, story="bcdfgk"))).changed == ()
    assert not [p for p in house.all_paths() if "bcdfgk" in p]
