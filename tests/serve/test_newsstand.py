"""What one worker knows: commits, midnight, weather, the current store."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dateline.serve.accept import Wish
from dateline.serve.answer import PATIENCE
from dateline.serve.newsstand import BEHIND_ESI, Newsstand, NoStoreError
from dateline.serve.settings import ServeSettings
from dateline.store import folder
from dateline.store.position import set_replaced
from dateline.store.store import Store
from support.public_paper import NOW, SITE, Paper, page, reading

PLAIN = Wish("identity", "identity")
GZIP = Wish("gzip", "gzip")
BROWSER = Wish("br", "gzip")


class Clock:
    """A clock that a test turns."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        """Return seconds since 1970."""
        return self.now.timestamp()


class Lent:
    """A store lent out: one process may open an LMDB environment only once."""

    def __init__(self, store):
        self.path = store.path
        self.read = store.read
        self.commit_number = store.commit_number

    def close(self):
        """Leave it to its owner."""


@pytest.fixture(autouse=True)
def lending(monkeypatch):
    """Let the newsstand read the stores that the test has open for writing."""
    stores = {}

    def lend(path, *, readonly):
        assert readonly
        if path not in stores:
            return Store(path, readonly=True)
        return Lent(stores[path])

    monkeypatch.setattr("dateline.serve.newsstand.Store", lend)
    return stores


@pytest.fixture
def paper(paper, lending):
    """Return a paper whose store is lent."""
    lending[paper.store.path] = paper.store
    return paper


@pytest.fixture
def clock():
    """Return a clock."""
    return Clock()


@pytest.fixture
def stand(paper, clock):
    """Return a newsstand over the usual paper."""
    paper.fill()
    with closing(newsstand(paper, clock)) as made:
        yield made


def newsstand(paper, clock, **more):
    """Return a newsstand."""
    settings = ServeSettings(
        store=paper.stores,
        media=paper.media,
        weather=paper.weather,
        bind="127.0.0.1:0",
        health="127.0.0.1:0",
        clock=clock,
        **more,
    )
    return Newsstand(settings)


def shown(stand, path, city=""):
    """Return what a reader sees at a path, after keeping up as requests do."""
    stand.keep_up()
    return stand.answer(path, city, PLAIN).body.decode()


def test_a_commit_shows_at_the_next_request(stand, paper):
    """Nobody has to tell the newsstand that there was a run."""
    assert "tick one" in shown(stand, "/_slot/ticker")
    paper.fill({"/_slot/ticker": page("<b>tick two</b>", tag="tick2", cache="slot")})

    assert "tick two" in shown(stand, "/_slot/ticker")


def test_an_unchanged_page_is_not_made_again(stand, paper):
    """After a commit that changed other pages the same answer goes out."""
    stand.keep_up()
    before = stand.answer("/plain/", "", GZIP)
    paper.fill({"/other/": page("other", tag="other")})
    stand.keep_up()

    assert before.version != stand.version
    assert stand.answer("/plain/", "", GZIP) is before
    assert before.version == stand.version


def test_a_changed_slot_changes_page_and_etag(stand, paper):
    """The value of a slot is part of the ETag; coming back, the ETag comes back."""
    path = "/world/"
    etags = []
    for text in ("one", "two", "one"):
        paper.fill({"/_slot/more/world": page(text, tag=f"more-{text}", cache="slot")})
        assert f"world {text} end" in shown(stand, path)
        etags.append(stand.answer(path, "", GZIP).etag)

    assert etags[0] == etags[2] != etags[1]


def test_a_commit_between_look_and_answer_is_seen_whole(stand, paper):
    """Page and slot of one answer are of one commit, whenever it comes."""
    shown(stand, "/world/")
    stand.keep_up()
    paper.fill(
        {
            "/world/": page("<html>new ", "more/world", "", tag="world2"),
            "/_slot/more/world": page("list", tag="list2", cache="slot"),
        }
    )

    assert stand.answer("/world/", "", PLAIN).body == b"<html>new list"


def test_the_date_changes_at_the_sites_midnight(stand, clock):
    """Not a moment earlier and not a moment later, though looks are rarer."""
    clock.now = datetime(2016, 12, 15, 18, 29, 59, 999_000, tzinfo=UTC)
    assert "Thursday, 15 December 2016" in shown(stand, "/_404")
    clock.now += timedelta(milliseconds=1)

    assert "Friday, 16 December 2016" in shown(stand, "/_404")


def test_weather_follows_the_file_and_grows_old(stand, paper, clock):
    """A new reading shows within a second; old ones go, and never leave a unit."""
    front = "/city/mumbai/"
    assert shown(stand, front) == "<html>Mumbai front"
    paper.set_weather(reading("mumbai", temperature=-0.4))
    clock.now += timedelta(seconds=1)
    assert "Mumbai 0\u00a0°C, haze, at <time" in shown(stand, front)
    clock.now += timedelta(hours=6)

    assert shown(stand, front) == "<html>Mumbai front"


def test_the_readers_city_fills_weather_and_list(stand, paper, clock):
    """The city a reader chose, else the site's; a city's own page keeps its own."""
    paper.set_weather(reading(), reading("mumbai", temperature=28))
    clock.now += timedelta(seconds=1)

    assert "New Delhi 19" in shown(stand, "/")
    assert "Delhi news" in shown(stand, "/")
    assert "Mumbai 28" in shown(stand, "/", "mumbai")
    assert "Mumbai news" in shown(stand, "/", "mumbai")
    assert "Mumbai 28" in shown(stand, "/city/mumbai/", "new-delhi")


def test_behind_esi_slots_are_tags(stand):
    """Tags name the slot, and the city where the page has one."""
    assert '<esi:include src="/_slot/weather"/>' in shown(stand, "/", BEHIND_ESI)
    assert '<esi:include src="/_slot/local"/>' in shown(stand, "/", BEHIND_ESI)
    assert '<esi:include src="/_slot/weather/mumbai"/>' in shown(
        stand, "/city/mumbai/", BEHIND_ESI
    )


def test_a_change_of_the_site_is_seen(stand, paper):
    """Names of cities come from the store, not from a file read at the start."""
    assert stand.cities == {} or "delhi" in stand.cities
    shown(stand, "/")
    renamed = replace(SITE, cities=SITE.cities[1:], default_city="mumbai")
    paper.fill({}, site=renamed)
    shown(stand, "/")

    assert stand.cities == {"mumbai": "mumbai"}
    assert "Mumbai news" in shown(stand, "/")


def test_another_current_store_is_taken_up(stand, paper, clock):
    """The name in CURRENT decides; the old store is let go."""
    shown(stand, "/plain/")
    other = Store(folder.following(paper.stores), durable=False)
    paper.fill_other(other, {"/plain/": page("rebuilt", tag="rebuilt")})
    assert "nothing moves" in shown(stand, "/plain/")
    folder.make_current(other.path)
    other.close()
    clock.now += timedelta(seconds=1)

    assert shown(stand, "/plain/") == "rebuilt"


def test_a_stores_last_commit_says_that_there_is_another(stand, paper):
    """No worker serves an old store for a moment longer than the others."""
    shown(stand, "/plain/")
    other = Store(folder.following(paper.stores), durable=False)
    paper.fill_other(other, {"/plain/": page("rebuilt", tag="rebuilt")})
    other.close()
    folder.make_current(other.path)
    with paper.store.write() as tx:
        set_replaced(tx)

    assert shown(stand, "/plain/") == "rebuilt"


def test_a_store_that_cannot_be_opened_changes_nothing(stand, paper, clock):
    """What was served goes on being served."""
    shown(stand, "/plain/")
    broken = folder.following(paper.stores)
    broken.mkdir()
    (broken / "data.mdb").write_bytes(b"no store")
    folder.make_current(broken)
    clock.now += timedelta(seconds=1)

    assert "nothing moves" in shown(stand, "/plain/")


def test_without_a_store_it_waits(tmp_path, clock):
    """Before the first run there is nothing to serve; after it there is."""
    paper = Paper(tmp_path)
    paper.store.close()
    stores, paper.stores = paper.stores, tmp_path / "none"
    with closing(newsstand(paper, clock)) as stand:
        with pytest.raises(NoStoreError):
            stand.keep_up()
        paper.stores = stores
        (tmp_path / "none").symlink_to(stores)
        clock.now += timedelta(seconds=1)
        stand.keep_up()
        assert stand.commit_number >= 0


def test_a_store_may_lie_in_the_folder_itself(tmp_path, clock):
    """Without CURRENT the folder itself may be the store."""
    paper = Paper(tmp_path)
    paper.store.close()
    paper.stores = tmp_path / "alone"
    alone = Store(paper.stores, durable=False)
    paper.fill_other(alone, {"/plain/": page("alone", tag="a")})
    alone.close()
    with closing(newsstand(paper, clock)) as stand:
        assert shown(stand, "/plain/") == "alone"


def test_memory_is_bounded(paper, clock):
    """A site larger than the memory is served all the same."""
    limit = 40_000
    paper.fill({f"/p{n}/": page(f"page {n}", tag=f"p{n}") for n in range(50)})
    with closing(newsstand(paper, clock, memory=limit)) as stand:
        for n in range(50):
            assert shown(stand, f"/p{n}/") == f"page {n}"
            assert stand.memory.weight <= limit


def test_missing_pages_share_one_place_in_memory(stand):
    """Made-up addresses cannot push the real pages out."""
    for n in range(100):
        shown(stand, f"/made/up/{n}")
        shown(stand, f"/_slot/made-up-{n}")

    assert len(stand.memory.values) == 2


def test_what_is_asked_for_often_is_compressed_better(stand, paper):
    """Gzip at once, Brotli when it is worth its time, gzip again after a change."""

    def codings(number):
        stand.keep_up()
        answers = [stand.answer("/world/", "", BROWSER) for _ in range(number)]
        return [dict(answer.headers)["content-encoding"] for answer in answers]

    assert codings(PATIENCE) == ["gzip"] * PATIENCE
    assert codings(2) == ["br", "br"]
    paper.fill({"/plain/": page("changed", tag="changed")})
    assert codings(1) == ["br"]
    paper.fill({"/_slot/more/world": page("new list", tag="n", cache="slot")})
    assert codings(1) == ["gzip"]
