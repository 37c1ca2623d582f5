"""A WebSub hub is told of changed feeds: after the commit, with patience, once."""

import json
import threading
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

from dateline.news.story import Correction
from dateline.press.hub import Hub, changed_feeds
from dateline.press.run_log import runs_after
from support.copy import a_story, later
from support.press_house import published

SITE = "http://banyan.example"


class LocalHub(ThreadingHTTPServer):
    """A hub that answers with the statuses it was given, then with 204."""

    def __init__(self, *statuses):
        super().__init__(("127.0.0.1", 0), _Answer)
        self.statuses = list(statuses)
        self.told = []
        self.news = threading.Condition()

    @property
    def url(self):
        """Return where it is."""
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def wait_for(self, count):
        """Return what it was told when that is so much."""
        with self.news:
            assert self.news.wait_for(lambda: len(self.told) >= count, timeout=60)
            return list(self.told)


class _Answer(BaseHTTPRequestHandler):
    def do_POST(self):
        """Take a ping."""
        length = int(self.headers["content-length"])
        said = parse_qs(self.rfile.read(length).decode())
        hub = self.server
        with hub.news:
            self.send_response(hub.statuses.pop(0) if hub.statuses else 204)
            hub.told.append((said["hub.mode"], said["hub.url"]))
            hub.news.notify_all()
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_said):
        """Say nothing."""


@contextmanager
def local_hub(*statuses):
    """Run a hub."""
    server = LocalHub(*statuses)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def telling(hub):
    """Run the follower that tells a hub."""
    thread = threading.Thread(target=hub.follow)
    thread.start()
    try:
        yield hub
    finally:
        hub.stop()
        thread.join(timeout=60)
    assert not thread.is_alive()


@pytest.fixture
def correction(house):
    """Return the run of a correction: four lists' feeds change."""
    told = (Correction(moment=later(hours=1), note="1956."),)
    return house.do(published(replace(a_story(), revision=2, corrections=told)))


def urls(told):
    """Return the feeds that a hub was told."""
    return sorted(url for (_, (url,)) in told)


def test_each_changed_feed_is_told_and_no_other(tmp_path, correction):
    """One ping a feed, by the address it calls itself."""
    feeds = changed_feeds(correction)
    assert {"/feed.rss", "/world/feed.atom", "/city/mumbai/feed.json"} <= set(feeds)
    assert not any(path.startswith("/india/") for path in feeds)

    with local_hub() as server:
        hub = Hub(url=server.url, site=SITE, file=tmp_path / "hub.json")
        with telling(hub):
            hub.note([correction], upto=correction.last)
            told = server.wait_for(len(feeds))

    assert urls(told) == sorted(SITE + path for path in feeds)
    assert {mode for ((mode,), _) in told} == {"publish"}


def test_nothing_is_told_when_no_feed_changed(house):
    """A changed body is no news for subscribers."""
    story = a_story(lead_picture="spring", revision=3, body=())
    run = house.do(published(story))

    assert changed_feeds(run) == []


def test_a_hub_that_is_down_is_told_later(tmp_path, correction):
    """503, 429 and then well: each feed arrives, and the file is empty."""
    feeds = changed_feeds(correction)
    with local_hub(503, 429) as server:
        hub = Hub(
            url=server.url, site=SITE, file=tmp_path / "hub.json", first_pause=0.01
        )
        with telling(hub):
            hub.note([correction], upto=correction.last)
            told = server.wait_for(len(feeds) + 2)

    assert set(urls(told)) == {SITE + path for path in feeds}
    assert hub.owed == set()


def test_a_hub_that_refuses_is_not_asked_again(tmp_path):
    """A topic it does not take is said in the log and left."""
    with local_hub(403) as server:
        hub = Hub(url=server.url, site=SITE, file=tmp_path / "hub.json")
        hub.owed = {"/feed.rss", "/india/feed.rss"}
        with telling(hub):
            told = server.wait_for(2)

    assert urls(told) == [f"{SITE}/feed.rss", f"{SITE}/india/feed.rss"]
    assert hub.owed == set()


def test_what_is_owed_outlives_the_press(tmp_path, correction):
    """It stands in a file before anybody is told."""
    file = tmp_path / "hub.json"
    hub = Hub(url="http://127.0.0.1:9/", site=SITE, file=file)
    hub.note([correction], upto=correction.last)

    again = Hub(url="http://127.0.0.1:9/", site=SITE, file=file)

    assert again.owed == set(changed_feeds(correction))
    assert again.told == correction.last
    assert json.loads(file.read_text(encoding="utf-8"))["told"] == correction.last


def test_what_was_committed_but_not_noted_is_in_the_log(house, correction):
    """A press killed after its commit owes what its log says."""
    with house.store.read() as tx:
        assert list(runs_after(tx, correction.last)) == []
        (run,) = runs_after(tx, correction.last - 1)

    assert changed_feeds(run) == changed_feeds(correction)


def test_a_damaged_file_is_no_reason_to_stop(tmp_path):
    """It begins anew."""
    file = tmp_path / "hub.json"
    file.write_text("{", encoding="utf-8")

    assert Hub(url="http://x.example/", site=SITE, file=file).owed == set()
