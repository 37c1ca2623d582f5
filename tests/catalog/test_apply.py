"""Entries in, changed keys out: exactly those, whatever the history."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.catalog.apply import NoSiteError, apply
from dateline.catalog.view import Shelf, View
from dateline.news.story import Correction
from dateline.store.store import DOCUMENTS, LISTS, Store
from support.copy import (
    NOON,
    a_picture,
    a_site,
    a_story,
    a_topic,
    later,
    paragraph,
)
from support.dump import differences, dump
from support.press_house import (
    MemoryJournal,
    arranged,
    killed,
    picture_killed,
    picture_published,
    published,
    site_set,
    topic_set,
    turned,
    withdrawn,
)

IDS = ["x7k2mb", "x7k2mc", "x7k2md", "x7k2mf"]


@pytest.fixture
def house(tmp_path):
    """A journal with a site, and an empty store."""
    store = Store(tmp_path / "store", durable=False)
    desk = House(store)
    desk.do(site_set(a_site()))
    yield desk
    store.close()


class House:
    """A journal and the catalog that follows it."""

    def __init__(self, store):
        self.store = store
        self.journal = MemoryJournal()

    def do(self, *changes, moment=NOON):
        """Append a publication, apply it, return the changed keys."""
        with self.store.write() as tx:
            changed = set()
            for entry in self.journal.append(*changes, moment=moment):
                changed |= apply(tx, entry)
            return changed

    def see(self, look):
        """Return what ``look`` makes of a view."""
        with self.store.read() as tx:
            return look(View(Shelf(tx=tx)))


NEW = {
    "story/x7k2mb/body",
    "story/x7k2mb/card",
    "story/x7k2mb/stamp",
    "newest/site",
    "newest/en/site",
    "newest/en/section/world",
    "newest/section/world",
    "newest/city/mumbai",
    "newest/topic/japan",
    "newest/agency/meridian-news-agency",
    "day/2016-12-15",
    "sitemap/2016-12",
    "sitemaps",
    "recent",
}


def test_a_new_story_changes_its_lists_and_its_calendar(house):
    """The first story of a day also begins the day, the month and the year."""
    first = house.do(published(a_story()))
    second = house.do(published(a_story("x7k2mc", first_published=later(minutes=1))))

    assert first == NEW | {"days/2016-12", "months/2016", "years"}
    assert second == {key.replace("x7k2mb", "x7k2mc") for key in NEW}


def test_a_changed_body_leaves_the_card_alone(house):
    """Fronts, feeds and sitemaps read nothing that changed."""
    house.do(published(a_story()))

    changed = house.do(published(a_story(revision=2, body=(paragraph("Longer."),))))

    assert changed == {"story/x7k2mb/body"}


def test_a_changed_headline_changes_body_and_card(house):
    """The address stays, so no list changes."""
    house.do(published(a_story()))

    changed = house.do(published(a_story(revision=2, headline="Talks end early")))

    assert changed == {"story/x7k2mb/body", "story/x7k2mb/card"}


def test_an_update_changes_the_stamp(house):
    """Feeds and sitemaps learn of it; the card says nothing of updates."""
    house.do(published(a_story()))

    changed = house.do(published(a_story(revision=2, updated=later(hours=1))))

    assert changed == {
        "story/x7k2mb/body",
        "story/x7k2mb/stamp",
        "sitemap/2016-12",
        "sitemaps",
        "story/x7k2mb/history",
    }


def test_a_correction_is_listed(house):
    """The note stands on the story and on the corrections page."""
    house.do(published(a_story()))
    note = Correction(moment=later(hours=2), note="The year was wrong.")

    changed = house.do(published(a_story(revision=2, corrections=(note,))))

    assert changed == {
        "story/x7k2mb/body",
        "story/x7k2mb/stamp",
        "sitemap/2016-12",
        "sitemaps",
        "corrections",
        "story/x7k2mb/history",
    }
    assert house.see(lambda v: v.corrections())[0].note == "The year was wrong."


def test_a_moved_section_changes_both_sections(house):
    """The story leaves one list and enters another; its address changes."""
    house.do(published(a_story()))

    changed = house.do(published(a_story(revision=2, section="india")))

    assert {"newest/section/world", "newest/section/india"} <= changed
    assert "newest/section/sport" not in changed
    assert house.see(lambda v: v.newest("section/world")) == ()
    assert house.see(lambda v: v.card("x7k2mb")).path.startswith("/india/")


def test_an_old_story_does_not_touch_the_newest_thirty(house):
    """What is beyond the thirtieth place changes no list that pages read."""
    ids = [f"bcdf{a}{b}" for a in "23456" for b in "234567"]
    for number, story_id in enumerate(ids):
        moment = later(minutes=number + 1)
        house.do(published(a_story(story_id, first_published=moment)))

    changed = house.do(published(a_story("zzzzzz", first_published=later(minutes=0))))

    assert not any(key.startswith("newest/") for key in changed)
    assert len(house.see(lambda v: v.newest("site"))) == 30
    gone = house.do(withdrawn(ids[-1]))
    assert "newest/site" in gone
    assert "zzzzzz" in house.see(lambda v: v.newest("site"))


def test_a_withdrawal_takes_it_off_every_shelf(house):
    """Lists, calendar and sitemap lose it; a notice stays."""
    house.do(published(a_story()))

    changed = house.do(withdrawn("x7k2mb"), moment=later(hours=1))

    assert changed == NEW | {"days/2016-12", "months/2016", "years"}
    assert house.see(lambda v: v.card("x7k2mb")) is None
    assert house.see(lambda v: v.gone("x7k2mb")).fate == "withdrawn"
    assert house.see(lambda v: v.years()) == []


def test_saying_the_same_again_changes_nothing(house):
    """A republished revision, topic, picture, front or site changes no key."""
    same = (
        published(a_story()),
        topic_set(a_topic()),
        picture_published(a_picture()),
        arranged("home", "x7k2mb"),
        site_set(a_site()),
    )
    house.do(*same)

    assert house.do(*same) == set()


def test_small_things_change_their_own_key(house):
    """A topic, a front, a picture, the site: one key each."""
    house.do(topic_set(a_topic()), arranged("home"), picture_published(a_picture()))

    assert house.do(topic_set(a_topic(name="Nippon"))) == {"topic/japan"}
    assert house.do(arranged("home", "x7k2mb")) == {"front/home", "placed/home"}
    assert house.do(picture_published(a_picture(credit="MNA"))) == {"picture/spring"}
    assert house.do(site_set(a_site(name="The Fig"))) == {"site"}


def test_the_hour_turns_stories_out_of_recent(house):
    """Two days on, the news sitemap loses the story without anyone publishing."""
    house.do(published(a_story(first_published=NOON)))
    assert len(house.see(lambda v: v.recent())) == 1

    assert house.do(turned(later(hours=10)), moment=later(hours=10)) == set()
    assert house.do(turned(later(hours=49)), moment=later(hours=49)) == {"recent"}
    assert house.see(lambda v: v.recent()) == []


def test_a_new_zone_moves_every_story_to_its_new_day(house):
    """The day in an address is the site's day, so all addresses follow."""
    house.do(published(a_story(first_published=datetime(2016, 12, 15, 20, tzinfo=UTC))))
    assert house.see(lambda v: v.card("x7k2mb")).path.startswith("/world/2016/12/16/")

    changed = house.do(site_set(a_site(zone="Europe/Dublin")))

    assert {"site", "day/2016-12-16", "day/2016-12-15"} <= changed
    assert house.see(lambda v: v.card("x7k2mb")).path.startswith("/world/2016/12/15/")


def test_a_story_before_the_site_is_an_error(tmp_path):
    """A journal begins with the site's settings."""
    store = Store(tmp_path / "store", durable=False)
    with pytest.raises(NoSiteError):
        House(store).do(published(a_story()))
    store.close()


def test_the_years_months_and_days_of_the_archive(house):
    """Each step of the calendar holds exactly what has stories."""
    for story_id, moment in zip(
        IDS,
        [
            NOON,
            datetime(2019, 9, 18, tzinfo=UTC),
            datetime(2019, 9, 18, 1, tzinfo=UTC),
            datetime(2019, 12, 31, 20, tzinfo=UTC),
        ],
        strict=True,
    ):
        house.do(published(a_story(story_id, first_published=moment)))

    assert house.see(lambda v: v.years()) == [2016, 2019, 2020]
    assert house.see(lambda v: v.months(2019)) == [9]
    assert [d.day for d in house.see(lambda v: v.days(2019, 9))] == [18]
    day = datetime(2019, 9, 18, tzinfo=UTC).date()
    assert [p.id for p in house.see(lambda v: v.day(day))] == IDS[1:3]


stories = st.builds(
    a_story,
    story_id=st.sampled_from(IDS),
    headline=st.sampled_from(["One", "Two"]),
    section=st.sampled_from(["world", "india"]),
    cities=st.sampled_from([(), ("mumbai",), ("mumbai", "patna")]),
    topics=st.sampled_from([(), ("japan",)]),
    lead_picture=st.sampled_from(["", "spring"]),
    first_published=st.sampled_from(
        [NOON, later(minutes=1), later(days=1), later(days=40), later(days=-400)]
    ),
    updated=st.sampled_from([None, later(days=2), later(days=3)]),
    corrections=st.sampled_from(
        [(), (Correction(moment=later(days=4), note="Wrong year."),)]
    ),
)
changes = st.one_of(
    stories.map(published),
    st.sampled_from(IDS).map(withdrawn),
    st.sampled_from(IDS).map(lambda i: ("kill", i)),
    st.just(("kill picture", "spring")),
    st.sampled_from(["a", "b"]).map(
        lambda c: picture_published(a_picture(caption=c * 9))
    ),
    st.sampled_from(["Japan", "Nippon"]).map(lambda n: topic_set(a_topic(name=n))),
    st.permutations(IDS).map(lambda p: arranged("home", *p[:2])),
    st.sampled_from(["Asia/Kolkata", "Europe/Dublin"]).map(
        lambda z: site_set(a_site(zone=z))
    ),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(changes, max_size=14))
def test_the_catalog_is_a_function_of_the_journal(tmp_path_factory, history):
    """One by one, in one go, or after contents were erased: the same catalog.

    And every key whose answer differs is among the changed ones.
    """
    folder = tmp_path_factory.mktemp("catalog")
    house = House(Store(folder / "one", durable=False))
    house.do(site_set(a_site()))
    dead = set()
    for number, change in enumerate(history):
        moment = later(days=5, hours=number)
        if isinstance(change, tuple):
            kind, subject = change
            dead.add(subject)
            hashes = house.journal.contents_of(subject)
            make = killed if kind == "kill" else picture_killed
            change = make(subject, hashes)  # noqa: PLW2901
            house.journal.erase(hashes)
        elif change.subject in dead:
            continue
        before = house.see(answers)
        said = house.do(change, moment=moment)
        after = house.see(answers)
        assert {k for k in after if after[k] != before.get(k)} <= said
    again = House(Store(folder / "two", durable=False))
    with again.store.write() as tx:
        for entry in house.journal.all:
            apply(tx, entry)

    tables = (DOCUMENTS, LISTS)
    assert not differences(dump(house.store, tables), dump(again.store, tables))
    house.store.close()
    again.store.close()


def answers(view):
    """Return what a view answers for every key of the small world above."""
    found = {
        "site": view.site(),
        "years": view.years(),
        "sitemaps": view.sitemaps(),
        "recent": view.recent(),
        "corrections": view.corrections(),
        "front/home": view.front("home"),
        "topic/japan": view.topic("japan"),
        "picture/spring": (view.picture("spring"), view.picture_gone("spring")),
    }
    for story_id in IDS:
        found[f"story/{story_id}/body"] = (view.story(story_id), view.gone(story_id))
        found[f"story/{story_id}/card"] = view.card(story_id)
        found[f"story/{story_id}/stamp"] = view.changed(story_id)
    for name in (
        "site",
        "section/world",
        "section/india",
        "city/mumbai",
        "topic/japan",
    ):
        found[f"newest/{name}"] = view.newest(name)
    day = (NOON - timedelta(days=401)).date()
    while day < (NOON + timedelta(days=42)).date():
        if placed := view.day(day):
            found[f"day/{day}"] = [p.id for p in placed]
        day += timedelta(days=1)
    for year in view.years():
        found[f"months/{year}"] = view.months(year)
        for month in view.months(year):
            found[f"days/{year}-{month:02}"] = view.days(year, month)
            found[f"sitemap/{year}-{month:02}"] = view.sitemap(year, month)
    return found


def test_a_view_notes_what_it_gave_and_what_it_did_not(house):
    """An absent story is noted too: the page must be made when it appears."""
    with house.store.read() as tx:
        view = View(Shelf(tx=tx))
        view.card("x7k2mb")
        view.newest("section/world")

        assert view.reads == {"story/x7k2mb/card", "newest/section/world"}


def test_replacing_a_card_field_changes_the_card(house):
    """Each field a front shows is in the card's key."""
    house.do(published(a_story()))
    for field, value in {
        "standfirst": "Other.",
        "lead_picture": "spring",
        "urgency": 1,
        "byline": ("Meera Nambiar",),
        "located": ("Tokyo",),
    }.items():
        changed = house.do(published(replace(a_story(), **{field: value})))
        assert "story/x7k2mb/card" in changed, field
