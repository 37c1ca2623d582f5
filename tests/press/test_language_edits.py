"""The table of edits to versions of a story: the exact pages made again.

A version touches the fronts, feeds and slots of its own edition, what is for all
languages (city, topic, day, sitemaps) and, where its address comes, moves or goes,
its sister's page, which leads to it. Of the other edition it touches nothing else.
"""

from dataclasses import replace

import pytest

from dateline.news.story import Correction
from press.conftest import PressHouse, looked_at, paths
from support.copy import a_picture, a_site, a_story, a_topic, later, paragraph
from support.press_house import (
    arranged,
    killed,
    picture_published,
    published,
    site_set,
    topic_set,
    withdrawn,
)

ENGLISH = a_story()
HINDI = a_story(
    "hndbcd",
    language="hi",
    headline="नेताओं की बैठक",
    slug="netaon-ki-baithak",
    agency="",
    version_of="x7k2mb",
    first_published=later(minutes=30),
)
URDU = replace(HINDI, id="vrdbcd", language="ur", headline="بارش", slug="barish")
ALONE = replace(HINDI, version_of="")
OLD = a_story(
    "bcdfgh",
    section="india",
    cities=(),
    topics=(),
    agency="",
    slug="old-line",
    first_published=later(days=-40),
)
OLD_HINDI = replace(OLD, id="hndfgh", language="hi", headline="पुरानी लाइन")

EN = "/world/2016/12/15/leaders-meet-x7k2mb/"
HI = "/world/2016/12/15/netaon-ki-baithak-hndbcd/"
UR = "/world/2016/12/15/barish-vrdbcd/"
MOVED_EN = "/world/2016/12/15/moved-x7k2mb/"
MOVED_HI = "/world/2016/12/15/moved-hndbcd/"


def feeds(*places):
    """Return the three feeds of each place."""
    return {f"{p}feed.{kind}" for p in places for kind in ("rss", "atom", "json")}


EN_FEEDS, HI_FEEDS = feeds("/", "/world/"), feeds("/hi/", "/hi/world/")
EN_EDITION = {"/", "/world/", "/_slot/ticker", "/_slot/more/world"} | EN_FEEDS
HI_EDITION = {"/hi/", "/hi/world/", "/_slot/ticker.hi", "/_slot/more.hi/world"}
HI_EDITION |= HI_FEEDS
COMMON_FEEDS = feeds("/city/mumbai/", "/topic/japan/")
COMMON = COMMON_FEEDS | {
    *("/city/mumbai/", "/topic/japan/", "/_slot/local/mumbai"),
    *("/_slot/about/japan", "/_slot/about.hi/japan"),
    *("/archive/2016/12/15/", "/sitemaps/news.xml"),
}
MONTH, INDEX = "/sitemaps/2016-12.xml", "/sitemap.xml"
NOTED = {"/", "/corrections/", MONTH, INDEX} | COMMON_FEEDS  # home names the newest

BOTH = (published(ENGLISH), published(HINDI))
ALL = (*BOTH, published(URDU))


def changed(story, **fields):
    """Publish a story again with other fields."""
    return published(replace(story, revision=2, **fields))


def corrected(story):
    """Publish a story with a note that says what was wrong."""
    return changed(
        story, corrections=(Correction(moment=later(hours=1), note="1956."),)
    )


EDITS = {
    "a Hindi version comes": (
        (published(ENGLISH),),
        published(HINDI),
        HI_EDITION | COMMON | {HI, "/s/hndbcd", MONTH, INDEX, EN},
    ),
    "an English version of a Hindi story comes": (
        (published(ALONE),),
        changed(ENGLISH, version_of="hndbcd"),
        EN_EDITION | COMMON | {EN, "/s/x7k2mb", MONTH, HI},
    ),
    "a version in a language without an edition comes": (
        BOTH,
        published(URDU),
        COMMON | {UR, "/s/vrdbcd", MONTH, EN, HI},
    ),
    "a story becomes a version": (
        (published(ENGLISH), published(ALONE)),
        changed(HINDI),
        {HI, EN},
    ),
    "a version becomes a story of its own": (BOTH, changed(ALONE), {HI, EN}),
    "the Hindi body changes": (BOTH, changed(HINDI, body=(paragraph("और।"),)), {HI}),
    "the English body changes": (BOTH, changed(ENGLISH, body=()), {EN}),
    "the Hindi headline changes": (
        BOTH,
        changed(HINDI, headline="बातचीत शुरू"),
        HI_EDITION | COMMON | {HI},
    ),
    "the English headline changes": (
        BOTH,
        changed(ENGLISH, headline="Talks begin"),
        EN_EDITION | COMMON | {EN},
    ),
    "the Hindi address moves": (
        BOTH,
        changed(HINDI, slug="moved"),
        HI_EDITION | COMMON | {HI, MOVED_HI, "/s/hndbcd", MONTH, EN},
    ),
    "the English address moves": (
        BOTH,
        changed(ENGLISH, slug="moved"),
        EN_EDITION | COMMON | {EN, MOVED_EN, "/s/x7k2mb", MONTH, HI},
    ),
    "the Hindi version is corrected": (
        BOTH,
        corrected(HINDI),
        HI_FEEDS | NOTED | {HI, "/changes/hndbcd/"},
    ),
    "the English source is corrected": (
        BOTH,
        corrected(ENGLISH),
        EN_FEEDS | NOTED | {EN, "/changes/x7k2mb/"},
    ),
    "the Hindi version is killed": (
        BOTH,
        killed("hndbcd"),
        HI_EDITION | COMMON | {HI, "/s/hndbcd", MONTH, INDEX, EN},
    ),
    "the Hindi version is withdrawn": (
        BOTH,
        withdrawn("hndbcd"),
        HI_EDITION | COMMON | {HI, "/s/hndbcd", MONTH, INDEX, EN},
    ),
    "the English source is killed": (
        BOTH,
        killed("x7k2mb"),
        EN_EDITION | COMMON | {EN, "/s/x7k2mb", MONTH, HI},
    ),
    "the English source is withdrawn": (
        BOTH,
        withdrawn("x7k2mb"),
        EN_EDITION | COMMON | {EN, "/s/x7k2mb", MONTH, HI},
    ),
    "the English source comes back": (
        (*BOTH, withdrawn("x7k2mb")),
        changed(ENGLISH),
        EN_EDITION | COMMON | {EN, "/s/x7k2mb", MONTH, HI},
    ),
    "one of two versions is killed": (
        ALL,
        killed("vrdbcd"),
        COMMON | {UR, "/s/vrdbcd", MONTH, EN, HI},
    ),
    "the source of two versions is killed": (
        ALL,
        killed("x7k2mb"),
        EN_EDITION | COMMON | {EN, "/s/x7k2mb", MONTH, HI, UR},
    ),
    "the Hindi home is arranged": (
        BOTH,
        arranged("hi/home", "hndfgh", "hndbcd"),
        {"/hi/"},
    ),
    "the English home is arranged": (
        BOTH,
        arranged("home", "bcdfgh", "x7k2mb"),
        {"/", "/_slot/local/mumbai"},  # leaves out what home leads with
    ),
}

SAME = {
    "the Hindi headline changes": {"/s/hndbcd"},
    "the English headline changes": {"/s/x7k2mb", HI},
    "the English home is arranged": {"/_slot/local/patna", "/_slot/local/ranchi"},
}
"""Pages that had read what changed and come out as they were."""


@pytest.fixture
def house(tmp_path):
    """A paper with a Hindi edition, and an older story in each of its languages."""
    paper = PressHouse(tmp_path / "store")
    paper.do(
        site_set(a_site(languages=("hi",))),
        topic_set(a_topic()),
        picture_published(a_picture()),
    )
    paper.do(published(OLD), published(OLD_HINDI))
    yield paper
    paper.store.close()


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_of_a_version_makes_exactly_its_pages_again(house, edit):
    """These come out different, and but for a named few no other was looked at."""
    before, change, expected = EDITS[edit]
    for each in before:
        house.do(each)

    run = house.do(change, moment=later(hours=3))

    assert paths(run) == expected
    assert set(looked_at(run)) == expected | SAME.get(edit, set())
