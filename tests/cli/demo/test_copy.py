"""The demo's copy: complete, and by its own rules."""

import re

import pytest

from dateline.cli.demo.body import DemoCopyError
from dateline.cli.demo.copy import (
    LIVE,
    NAGATO,
    authors,
    read_story,
    some,
    stories,
    topics,
    wire_copy,
)
from dateline.cli.demo.live_blog import entries_of
from dateline.cli.demo.pictures import picture_words
from dateline.cli.new_site import NewSite, site_text
from dateline.cli.site_folder import read
from dateline.news.picture import check_alt

EVERY = stories()
SITE = read(site_text(NewSite(name="The Banyan Post")))
TOPICS = {topic.id for topic in topics()}
BROKEN = re.compile(r"-°C|\bNone\b|\bNaN\b|\bnull\b|\bundefined\b|\{\{|one-on_one")


def test_there_is_enough_to_look_at():
    """At least 120 stories, in every section and every city, over several years."""
    assert len(EVERY) >= 120
    assert {s.head.section for s in EVERY} == {each.id for each in SITE.sections}
    assert {c for s in EVERY for c in s.head.cities} == {
        each.id for each in SITE.cities
    }
    assert len({s.head.first_published.year for s in EVERY}) >= 5


def test_one_headline_is_as_long_as_may_be():
    """Headlines keep to 110 characters; one shows what a page does with 140."""
    long = [s.slug for s in EVERY if len(s.head.headline) > 110]

    assert long == ["used-battery-study-second-life"]


def test_slugs_are_unique():
    """Two stories of one name would be one."""
    assert len({story.slug for story in EVERY}) == len(EVERY)


@pytest.mark.parametrize("story", EVERY, ids=lambda story: story.slug)
def test_a_story_keeps_the_rules(story):
    """Lengths, known names, moments with a zone, nothing broken."""
    head = story.head
    assert 0 < len(head.headline) <= 140
    assert 0 < len(head.standfirst) <= 200
    assert not head.headline.endswith(".")
    assert set(head.topics) <= TOPICS
    assert head.topics
    assert head.first_published.tzinfo is not None
    assert head.updated is None or head.updated > head.first_published
    assert all(note.moment > head.first_published for note in head.corrections)
    assert not BROKEN.search(repr([head.headline, head.standfirst]))
    assert not any(BROKEN.search(block.text) for block in story.body)


def test_the_story_of_nagato_has_every_element():
    """Dateline, credit, agency, section, picture with caption: all are there."""
    (nagato,) = [story for story in EVERY if story.slug == NAGATO]
    head = nagato.head

    assert head.first_published.isoformat() == "2016-12-15T18:22:00+05:30"
    assert head.places == ("Nagato, Japan",)
    assert all((head.credit, head.agency, head.picture, head.picture_caption))


def test_agency_copy_names_invented_agencies_only():
    """No real agency is put words into its mouth."""
    agencies = {story.head.agency for story in EVERY}

    assert agencies == {"", "Meridian News Agency", "Coastline Wire"}


@pytest.mark.parametrize("count", [12, 30])
def test_a_small_demo_shows_every_section(count):
    """Whatever its size, a demo has all fronts, Nagato, and something old."""
    few = some(EVERY, count)

    assert len(few) == count
    assert {story.head.section for story in few} == {e.id for e in SITE.sections}
    assert NAGATO in {story.slug for story in few}
    assert few[0] == EVERY[0]
    assert few == sorted(few, key=EVERY.index)


def test_all_is_all():
    """Without a number the whole paper is made."""
    assert some(EVERY, 0) == EVERY


def test_a_wrong_story_is_named():
    """Whoever breaks a story's head is told which."""
    with pytest.raises(DemoCopyError, match="new-lamps"):
        read_story("+++\nheadlin = 'x'\n+++\nText.\n", slug="new-lamps")


@pytest.mark.parametrize("name", ["meridian", "coastline"])
def test_the_wires_send_to_known_places(name):
    """Sections, cities and topics of the wires are the paper's."""
    items = wire_copy(name)["items"]

    assert len(items) >= 20
    assert {item["section"] for item in items} <= {each.id for each in SITE.sections}
    assert {t for item in items for t in item["topics"]} <= TOPICS


def test_every_picture_has_its_words():
    """Of stories and authors: caption, credit and a text for who cannot see."""
    words = picture_words()
    portraits = {author.picture for author in authors()} - {""}
    shown = {name for story in EVERY for name in story.pictures} | portraits

    assert portraits

    assert shown <= words.keys()
    for name in shown:
        said = words[name]
        check_alt(said.alt, caption=said.caption, credit=said.credit)
        assert all(0 <= part <= 1000 for part in said.thousandths), name


def test_the_live_blog_keeps_the_rules():
    """Twelve entries in order of time, key points among them, one put right."""
    (blog,) = [story for story in EVERY if story.head.live]
    entries = entries_of(blog.slug)

    assert blog.slug == LIVE
    assert len(entries) == 12
    assert [e.moment for e in entries] == sorted({e.moment for e in entries})
    assert entries[0].moment >= blog.head.first_published
    assert sum(e.key for e in entries) >= 4
    assert {e.picture for e in entries if e.picture} <= picture_words().keys()
    (right,) = [e for e in entries if e.corrected]
    assert right.corrected > right.moment
    assert right.note
    assert right.right != right.text
    assert not BROKEN.search(" ".join(e.text + e.headline for e in entries))
