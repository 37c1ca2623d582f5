"""The table of edits: for each, the exact pages made again, and why.

Nothing stale and nothing wasted: a page missing from a set would be stale, a
page too many would be wasted work. ``%`` stands for one feed in each format.
"""

from dataclasses import replace

import pytest

from dateline.news.author import Author, AuthorKind
from dateline.news.front import BreakingLine, Shape, Treatment
from dateline.news.site import TopicKind
from dateline.news.story import Correction
from dateline.store.store import READS
from support.copy import a_picture, a_site, a_story, a_topic, later, paragraph
from support.edit_reasons import plan_of
from support.press_house import (
    arranged,
    author_set,
    killed,
    picture_killed,
    picture_published,
    published,
    site_set,
    topic_set,
    turned,
    withdrawn,
)


def told(story_id="x7k2mb", **fields):
    """Return how a front shows a story."""
    return Treatment(story=story_id, **fields)


OWN = "/world/2016/12/15/leaders-meet-x7k2mb/"
CHANGES = "/changes/x7k2mb/"
DAY = "/archive/2016/12/15/"
OLD = "/india/2016/11/05/old-line-bcdfgh/"
AGENCY = "/agency/meridian-news-agency/"
STORY = a_story(lead_picture="spring")


def feeds(*places):
    """Return the three feeds of each place."""
    return {f"{p}feed.{kind}" for p in places for kind in ("rss", "atom", "json")}


MAPS = {"/sitemaps/2016-12.xml", "/sitemap.xml"}
FRONTS = {"/", "/world/", "/city/mumbai/", "/topic/japan/"}
TOLD = {"/_slot/ticker", "/_slot/more/world", "/_slot/about/japan"}
SLOTS = TOLD | {"/_slot/local/mumbai"}  # leaves out what home leads with
FEEDS = feeds("/", "/world/", "/city/mumbai/", "/topic/japan/")
LISTED = FRONTS | SLOTS | FEEDS | MAPS | {DAY, "/sitemaps/news.xml"}
GONE = LISTED - {"/_slot/local/mumbai"}
INDIA = {"/india/", "/_slot/more/india"} | feeds("/india/")

EDITS = {
    "a new story": (
        published(a_story("x7k2mc", slug="new", first_published=later(minutes=5))),
        LISTED | {"/world/2016/12/15/new-x7k2mc/", "/s/x7k2mc"},
    ),
    "a changed body": (
        published(replace(STORY, revision=2, body=(paragraph("More."),))),
        {OWN},
    ),
    "a changed headline": (
        published(replace(STORY, revision=2, headline="Talks end")),
        FRONTS | TOLD | FEEDS | {OWN, DAY, "/sitemaps/news.xml"},
    ),
    "a changed slug": (
        published(replace(STORY, revision=2, slug="talks-end")),
        (LISTED | {OWN, "/world/2016/12/15/talks-end-x7k2mb/", "/s/x7k2mb"})
        - {"/sitemap.xml", "/_slot/local/mumbai"},
    ),
    "a moved section": (
        published(replace(STORY, revision=2, section="india")),
        (LISTED | INDIA | {OWN, "/india/2016/12/15/leaders-meet-x7k2mb/", "/s/x7k2mb"})
        - {"/sitemap.xml", "/_slot/local/mumbai"},
    ),
    "an update": (
        published(replace(STORY, revision=2, updated=later(hours=1))),
        {OWN, CHANGES} | MAPS | FEEDS,
    ),
    "a correction": (
        published(
            replace(
                STORY,
                revision=2,
                corrections=(Correction(moment=later(hours=1), note="1956."),),
            )
        ),
        {OWN, CHANGES, "/", "/corrections/"} | MAPS | FEEDS,
    ),
    "a swapped picture": (
        published(replace(STORY, revision=2, lead_picture="harbour")),
        FRONTS | {OWN} | {f for f in FEEDS if not f.endswith(".atom")},
    ),
    "a picture's new caption": (
        picture_published(a_picture(caption="Evening at Nagato.")),
        {OWN},
    ),
    "a withdrawal": (
        withdrawn("x7k2mb"),
        GONE | {OWN, "/s/x7k2mb", "/archive/2016/", "/archive/2016/12/"},
    ),
    "a kill": (
        killed("x7k2mb"),
        GONE | {OWN, "/s/x7k2mb", "/archive/2016/", "/archive/2016/12/"},
    ),
    "a re-ordered front": (
        arranged("home", "bcdfgh", "x7k2mb"),
        {"/", "/_slot/local/patna"},
    ),
    "a changed package": (
        arranged("home", "x7k2mb", treatments=(told(related=("bcdfgh",)),)),
        {"/", "/_slot/local/patna"},
    ),
    "a changed label": (
        arranged("home", "x7k2mb", treatments=(told(label="breaking"),)),
        {"/"},
    ),
    "a front's own headline": (
        arranged("home", "x7k2mb", treatments=(told(headline="Talks at last"),)),
        {"/"},
    ),
    "a changed shape": (
        arranged("home", "x7k2mb", treatments=(told(shape=Shape.TEXT),)),
        {"/"},
    ),
    "a breaking line": (
        arranged("home", "x7k2mb", line=BreakingLine(text="Now", story="bcdfgh")),
        {"/"},
    ),
    "a section's front": (
        arranged("section/india", "bcdfgh", treatments=(told("bcdfgh", label="live"),)),
        {"/india/"},
    ),
    "a renamed topic": (
        topic_set(a_topic(name="Nippon")),
        {OWN, "/topic/japan/", "/_slot/about/japan"} | feeds("/topic/japan/"),
    ),
    "a topic of another kind": (
        topic_set(a_topic(kind=TopicKind.PLACE)),
        {OWN, "/topic/japan/"},
    ),
    "a record of an author": (
        author_set(Author(id="mira-sen", name="Mira Sen")),
        {"/author/mira-sen/"} | feeds("/author/mira-sen/"),
    ),
    "a record of an agency": (
        author_set(
            Author(
                id="meridian-news-agency",
                kind=AuthorKind.AGENCY,
                name="Meridian News Agency",
            )
        ),
        {OWN, OLD, AGENCY} | feeds(AGENCY),
    ),
    "a related story": (
        published(replace(STORY, revision=2, related=("bcdfgh",))),
        {OWN},
    ),
    "an hour without news": (turned(later(hours=3)), set()),
    "two days without news": (turned(later(hours=50)), {"/sitemaps/news.xml"}),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_makes_exactly_its_pages_again(house, edit):
    """The pages that come out different are these and no others."""
    change, expected = EDITS[edit]
    moment = later(hours=50) if "two days" in edit else later(hours=3)

    assert house.made(change, moment=moment) == expected


@pytest.mark.parametrize("edit", EDITS)
def test_every_page_of_an_edit_has_exactly_its_reasons(house, edit):
    """The whole plan, pages that come out the same included, and why of each."""
    change, _ = EDITS[edit]
    moment = later(hours=50) if "two days" in edit else later(hours=3)

    run = house.do(change, moment=moment)

    assert {made.path: made.reasons for made in run.pages} == plan_of(edit)


def test_a_line_makes_its_own_front_again_when_it_goes_up_and_comes_down(house):
    """One page each time, whatever the line says; another front stays."""
    line = BreakingLine(text="Now", story="bcdfgh")

    up = house.do(arranged("section/world", line=line))
    down = house.do(arranged("section/world"))

    for run in (up, down):
        assert run.changed == ("front/section/world",)
        assert {made.path for made in run.pages} == {"/", "/world/"}
    assert house.made(arranged("section/world", line=line)) == {"/world/"}


def test_a_portrait_comes_and_goes_with_one_page(house):
    """Given, changed, taken down: the page of whom it shows, and no story's."""
    mira = Author(id="mira-sen", name="Mira Sen")
    page = "/author/mira-sen/"
    house.do(published(replace(STORY, revision=2, byline=("Mira Sen",))))
    house.do(author_set(mira))
    house.do(picture_published(a_picture("face", alt="Mira Sen at her desk")))

    assert house.made(author_set(replace(mira, picture="face"))) == {page}
    assert 'alt="Mira Sen at her desk"' in house.text(page)
    changed = a_picture("face", alt="Mira Sen in the yard")
    assert house.made(picture_published(changed)) == {page}
    files = {made.path for made in changed.renditions}
    assert house.made(picture_killed("face")) == {page} | files
    assert "with-portrait" not in house.text(page)
    assert "face-" not in house.text(page)


def test_a_new_site_name_changes_exactly_the_pages_that_show_it(house):
    """Redirects, files, slots and sitemaps do not name the site, and stay."""
    made = house.made(site_set(a_site(name="The Fig")))

    assert made == {path for path in house.all_paths() if "The Fig" in house.text(path)}
    assert {OWN, "/", "/world/feed.rss", "/_404", "/corrections/"} <= made


def test_each_page_names_its_reason(house):
    """The reason of each page is the changed keys that it had read."""
    run = house.do(published(replace(STORY, revision=2, headline="Talks end")))
    reasons = {m.path: set(m.reasons) for m in run.pages}

    assert run.changed == ("story/x7k2mb/body", "story/x7k2mb/card")
    assert reasons[OWN] == {"story/x7k2mb/body", "story/x7k2mb/card"}
    assert reasons["/world/"] == {"story/x7k2mb/card"}


@pytest.mark.parametrize("edit", EDITS)
def test_no_page_is_made_again_that_read_nothing_changed(house, edit):
    """Each page of a run had read one of its reasons, or is new because of it."""
    change, _ = EDITS[edit]
    with house.store.read() as tx:
        noted = {p.decode(): set(r.decode().split("\n")) for p, r in tx.all(READS)}

    run = house.do(change, moment=later(hours=3))

    for made in run.pages:
        assert set(made.reasons) <= set(run.changed)
        read = noted.get(made.path)
        assert read is None or read & set(made.reasons), made


def test_no_page_that_read_a_changed_key_is_left_out(house):
    """The other half: whoever had noted a changed key is in the run."""
    for change, _ in EDITS.values():
        with house.store.read() as tx:
            noted = {p.decode(): set(r.decode().split("\n")) for p, r in tx.all(READS)}
        run = house.do(change, moment=later(hours=3))
        owed = {path for path, keys in noted.items() if keys & set(run.changed)}
        assert owed <= {made.path for made in run.pages}
