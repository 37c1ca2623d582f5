"""Live blogs: who listens is told that there is more, and the server still ends."""

import time

import pytest
from bench.live_card import live_card

from dateline.catalog import documents
from dateline.catalog.documents import Fate, Gone
from dateline.news.live import LiveHead, Mend
from dateline.store.position import Position, set_position
from support.public_paper import NOW

pytestmark = pytest.mark.slow

MANY = 600
PATH = "/world/2016/12/15/leaders-meet-x7k2mb/"


def set_blog(paper, *, newest, mends=(), state="running", seq=10):
    """Commit where the blog x7k2mb stands; without a state it is gone."""
    with paper.store.write() as tx:
        set_position(tx, Position(seq=seq, hash="b" * 64))
        if not state:
            documents.drop(tx, "card/x7k2mb")
            documents.drop(tx, "live/x7k2mb")
            gone = Gone(fate=Fate.KILLED, moment=NOW)
            documents.put(tx, "gone/story/x7k2mb", seq, gone)
            return
        card = live_card("x7k2mb", PATH, state=state)
        documents.put(tx, "card/x7k2mb", seq, card)
        head = LiveHead(newest=newest, count=newest, changed=NOW, mends=mends)
        documents.put(tx, "live/x7k2mb", seq, head)


class Listener:
    """An open stream, read as raw bytes."""

    def __init__(self, server, *, query="", last=""):
        self.wire = server.connection(timeout=30)
        more = f"Last-Event-ID: {last}\r\n" if last else ""
        self.wire.sendall(
            f"GET /_live/x7k2mb{query} HTTP/1.1\r\nHost: x\r\n{more}\r\n".encode()
        )
        self.got = b""

    def hear(self, words):
        """Read until ``words`` came; fail if the stream ends before."""
        while words not in self.got:
            part = self.wire.recv(4096)
            assert part, self.got
            self.got += part
        return self.got

    def to_the_end(self):
        """Read until the server ends the stream; return all of it."""
        while b"\r\n0\r\n\r\n" not in self.got and (part := self.wire.recv(4096)):
            self.got += part
        self.wire.close()
        return self.got


@pytest.fixture
def blog(paper):
    """Return the usual paper with a running blog of three entries."""
    paper.set_clock(None)
    paper.fill()
    set_blog(paper, newest=3)
    return paper


def test_who_listens_is_told_of_a_new_entry(blog):
    """A commit reaches an open stream as an event with the newest number."""
    with blog.served() as server:
        ear = Listener(server, query="?newest=3")
        head = ear.hear(b"retry: 4000")
        assert b"content-type: text/event-stream" in head
        assert b"event: newest" not in head

        set_blog(blog, newest=4)

        ear.hear(b"id: 4-0\nevent: newest\ndata: 4\n\n")
        ear.wire.close()


def test_who_listens_is_told_of_what_was_put_right_and_taken_out(blog):
    """Each once and in order, before what is new; the id says how far it was told."""
    with blog.served() as server:
        ear = Listener(server, query="?newest=3&mends=0")
        ear.hear(b"retry: 4000")

        set_blog(blog, newest=3, mends=(Mend(number=2),))
        ear.hear(b"id: 3-1\nevent: mended\ndata: 2\n\n")
        set_blog(blog, newest=4, mends=(Mend(number=2), Mend(number=1, taken=True)))

        got = ear.hear(b"id: 4-2\nevent: newest\ndata: 4\n\n")
        assert b"id: 3-2\nevent: taken\ndata: 1\n\nid: 4-2" in got
        assert got.count(b"event: mended") == 1
        ear.wire.close()


@pytest.mark.parametrize(
    "said",
    [
        {"query": "?newest=3&mends=1"},
        {"query": "?newest=3&mends=0", "last": "3-1"},
        {"query": "?mends=1&newest=3", "last": "2-0"},
        {"query": "?newest=3&mends=1", "last": "x-9999999999999"},
    ],
)
def test_who_was_away_hears_what_was_mended_meanwhile(blog, said):
    """From either way of saying it, and nothing that was told already."""
    set_blog(blog, newest=3, mends=(Mend(number=2), Mend(number=1, taken=True)))
    with blog.served() as server:
        ear = Listener(server, **said)
        got = ear.hear(b"event: taken\ndata: 1\n\n")
        assert b"mended" not in got
        assert b"newest" not in got
        ear.wire.close()


@pytest.mark.parametrize(
    "said", [{"query": "?newest=2"}, {"query": "?newest=1", "last": "2"}, {}]
)
def test_who_comes_late_is_told_at_once(blog, said):
    """A page from before, or a connection that broke, hears what it missed."""
    with blog.served() as server:
        ear = Listener(server, **said)
        ear.hear(b"event: newest\ndata: 3\n\n")
        ear.wire.close()


def test_who_has_all_hears_nothing_again(blog):
    """The browser's last id counts, whatever the address says."""
    with blog.served() as server:
        ear = Listener(server, query="?newest=1", last="3")
        set_blog(blog, newest=4)
        assert b"data: 3" not in ear.hear(b"data: 4")
        ear.wire.close()


@pytest.mark.parametrize(
    ("state", "event"), [("ended", b"event: ended"), ("", b"event: gone")]
)
def test_the_end_of_a_blog_ends_its_streams(blog, state, event):
    """Ended or killed: one last event, and the stream is closed."""
    with blog.served() as server:
        ear = Listener(server, query="?newest=3")
        ear.hear(b"retry")
        set_blog(blog, newest=3, state=state)
        assert event in ear.to_the_end()


def test_a_blog_that_has_ended_says_so_and_closes(blog):
    """Whoever comes after the end is told once."""
    set_blog(blog, newest=5, state="ended")
    with blog.served() as server:
        got = Listener(server, query="?newest=3").to_the_end()

    assert b"data: 5" in got
    assert b"event: ended" in got


def test_a_page_that_came_just_before_the_kill_is_told(blog):
    """Whoever asks for the stream of what is gone by now hears so at once."""
    set_blog(blog, newest=3, state="")
    with blog.served() as server:
        assert b"event: gone" in Listener(server, query="?newest=3").to_the_end()


@pytest.mark.parametrize("name", ["k4k4k4", "none", "../x", ""])
def test_what_is_no_live_blog_has_no_stream(blog, name):
    """Nothing is kept open for a made-up name."""
    with blog.served() as server:
        assert server.get(f"/_live/{name}").status_code in {400, 404}


def test_more_than_half_of_all_connections_is_too_many(blog):
    """The other half is for those who read."""
    with blog.served(connections=8) as server:
        ears = [Listener(server, query="?newest=3") for _ in range(4)]
        for ear in ears:
            ear.hear(b"retry")
        refused = server.get("/_live/x7k2mb")
        assert refused.status_code == 503
        assert refused.headers["retry-after"] == "30"
        assert server.get("/plain/").status_code == 200
        for ear in ears:
            ear.wire.close()


def test_an_open_stream_does_not_hold_up_the_end(blog):
    """SIGTERM: streams are closed, and the server ends by itself."""
    with blog.served(stop_seconds=60) as server:
        ears = [Listener(server, query="?newest=3") for _ in range(5)]
        for ear in ears:
            ear.hear(b"retry")
        began = time.monotonic()
        server.process.terminate()
        for ear in ears:
            ear.to_the_end()
        assert server.process.wait(timeout=50) == 0

    assert time.monotonic() - began < 50


def test_many_listen_and_pages_are_still_answered(blog):
    """Six hundred streams hear one event, and readers get their pages."""
    with blog.served(connections=4000) as server:
        ears = [Listener(server, query="?newest=3") for _ in range(MANY)]
        for ear in ears:
            ear.hear(b"retry")
        set_blog(blog, newest=4)
        for ear in ears:
            ear.hear(b"event: newest\ndata: 4\n\n")
        assert server.get("/plain/").status_code == 200
        for ear in ears:
            ear.wire.close()
        server.wait_until(lambda: server.get("/plain/").status_code == 200)
