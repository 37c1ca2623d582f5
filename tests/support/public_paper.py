"""A small paper, made by hand, and the public server that serves it."""

import json
import socket
import struct
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from isal import isal_zlib

from dateline.catalog import documents
from dateline.news.site import City, CityGroup, Section, Site
from dateline.news.weather import Reading, board_to_dict
from dateline.store import folder
from dateline.store.position import Position, set_position
from dateline.store.record import PageRecord, Piece, encode_record
from dateline.store.store import PAGES, Store

SITE = Site(
    name="The Plain Paper",
    url="https://paper.example",
    zone="Asia/Kolkata",
    sections=(Section(id="world", name="World"),),
    cities=(
        City(
            id="new-delhi",
            name="New Delhi",
            group=CityGroup.METRO,
            latitude=28.6,
            longitude=77.2,
            zone="Asia/Kolkata",
            also=("delhi",),
        ),
        City(
            id="mumbai",
            name="Mumbai",
            group=CityGroup.METRO,
            latitude=19.1,
            longitude=72.9,
            zone="Asia/Kolkata",
        ),
    ),
    default_city="new-delhi",
)
NOW = datetime(2016, 12, 15, 13, 0, tzinfo=UTC)
LAUNCH = Path(__file__).parents[1] / "serve" / "launch.py"
PHOTO = bytes(range(256)) * 40


def piece(text):
    """Return copy as the press compresses it."""
    raw = text.encode()
    packer = isal_zlib.compressobj(2, isal_zlib.DEFLATED, -15)
    deflate = packer.compress(raw) + packer.flush(isal_zlib.Z_FULL_FLUSH)
    return Piece("", deflate, isal_zlib.crc32(raw), len(raw))


def page(*parts, tag="tag", **more):
    """Return the record of a page; every second part is the name of a slot."""
    pieces = tuple(
        Piece(part) if number % 2 else piece(part)
        for number, part in enumerate(parts)
        if part
    )
    return PageRecord(tag=tag, pieces=pieces, **more)


STORY_TEXT = "<p>The leaders met at a hot spring in Nagato.</p>" * 200
STORY = page(
    "<html><p>",
    "today",
    "</p><p>",
    "weather",
    "</p><small>",
    "weather-credit",
    "</small><nav>",
    "ticker",
    "</nav>" + STORY_TEXT,
    tag="story1",
    csp="style-src 'sha256-abc'",
    links="</_style/a.css>; rel=preload; as=style",
)
STORY_PATH = "/world/2016/12/15/leaders-meet-x7k2m4/"
PAGES_OF_THE_PAPER = {
    "/": page("<html>home ", "weather", " ", "local", " end", tag="home1"),
    "/world/": page("<html>world ", "more/world", " end", tag="world1"),
    "/plain/": page("<html>nothing moves here", tag="plain1"),
    STORY_PATH: STORY,
    "/s/x7k2m4": PageRecord(status=301, location=STORY_PATH, tag="s1"),
    "/s/k4k4k4": page("<html>withdrawn", status=410, tag="gone1"),
    "/moved/": PageRecord(status=301, location="/new place/é/", tag="m1"),
    "/city/mumbai/": page("<html>", "weather", " front", tag="mum", city="mumbai"),
    "/feed.xml": page(
        "<rss/>", tag="feed1", cache="feed", content_type="application/rss+xml"
    ),
    "/_404": page("<html>no such page ", "today", "", tag="nope", status=404),
    "/_slot/ticker": page("<b>tick one</b>", tag="tick1", cache="slot"),
    "/_slot/local/mumbai": page("Mumbai news", tag="lm1", cache="slot"),
    "/_slot/local/new-delhi": page("Delhi news", tag="ld1", cache="slot"),
    "/media/abc.jpg": PageRecord(
        content_type="image/jpeg",
        cache="immutable",
        tag="photo1",
        file="abc.jpg",
        size=len(PHOTO),
    ),
    "/media/lost.jpg": PageRecord(
        content_type="image/jpeg", cache="immutable", tag="l", file="lost.jpg"
    ),
    "/media/sly": PageRecord(content_type="text/plain", tag="y", file="../../secret"),
}


def fill(store, pages, *, seq=1, site=SITE):
    """Write records, the site and a position in one commit."""
    with store.write() as tx:
        documents.put(tx, documents.SITE, 1, site)
        set_position(tx, Position(seq=seq, hash="0" * 64))
        for path, record in pages.items():
            if record is None:
                tx.delete(PAGES, path.encode())
            else:
                tx.put(PAGES, path.encode(), encode_record(record))


def _answers(port):
    with socket.socket() as wire:
        return wire.connect_ex(("127.0.0.1", port)) == 0


def free_port():
    """Return a port nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Paper:
    """A folder with a store, media and weather, and servers over it."""

    def __init__(self, root):
        self.root = root
        self.stores = root / "store"
        self.media = root / "media"
        self.weather = root / "weather.json"
        self.clock = root / "clock"
        (self.media / "renditions").mkdir(parents=True)
        (self.media / "renditions" / "abc.jpg").write_bytes(PHOTO)
        (root / "secret").write_text("secret", encoding="utf-8")
        self.store = Store(self.stores / "1", durable=False)
        self.set_clock(NOW)

    def set_clock(self, moment):
        """Stop the server's clock at a moment; None lets it go."""
        seconds = moment.timestamp() if moment else 0.0
        new = self.root / "clock.new"
        new.write_bytes(struct.pack("<d", seconds))
        new.replace(self.clock)

    def set_clock_by_seconds(self, seconds):
        """Turn a stopped clock on by seconds."""
        self.set_clock(NOW + timedelta(seconds=seconds))

    def set_weather(self, *readings):
        """Write the weather file."""
        new = self.root / "weather.new"
        new.write_text(json.dumps(board_to_dict(readings)), encoding="utf-8")
        new.replace(self.weather)

    def fill(self, pages=PAGES_OF_THE_PAPER, **more):
        """Commit pages to the store."""
        fill(self.store, pages, **more)

    def fill_other(self, store, pages, **more):
        """Commit pages to another store."""
        fill(store, pages, **more)

    def rebuilt(self, pages):
        """Return a second store, finished but not yet current."""
        store = Store(folder.following(self.stores), durable=False)
        fill(store, pages)
        store.close()
        return store.path

    def make_current(self, path):
        """Name a store as the current one."""
        folder.make_current(path)

    def hide_store(self):
        """Take the store away, as before the press's first run."""
        self.stores.rename(self.root / "hidden")

    def start(self, **more):
        """Start a server that may not become ready."""
        return Served(self, more)

    @contextmanager
    def served(self, **more):
        """Start a server; yield it; stop it."""
        server = Served(self, more)
        try:
            server.wait()
            yield server
        finally:
            server.stop()


class Served:
    """A running public server."""

    def __init__(self, paper, more):
        self.port, self.health_port = free_port(), free_port()
        told = {
            "store": str(paper.stores),
            "media": str(paper.media),
            "weather": str(paper.weather),
            "clock": str(paper.clock),
            "bind": f"127.0.0.1:{self.port}",
            "health": f"127.0.0.1:{self.health_port}",
        }
        file = paper.root / f"settings-{self.port}.json"
        file.write_text(json.dumps(told | more), encoding="utf-8")
        self.log = paper.root / f"log-{self.port}.txt"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, str(LAUNCH), str(file)],
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{self.port}")
        self.health = httpx.Client(base_url=f"http://127.0.0.1:{self.health_port}")

    def wait(self, *, ready=200):
        """Wait until the server says it is ready."""
        for _ in range(200):
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            if self.listens() and self.health.get("/readyz").status_code == ready:
                return
            time.sleep(0.05)
        pytest.fail(self.log.read_text(encoding="utf-8"))

    def listens(self):
        """Return whether somebody listens at both addresses: parent and worker."""
        return all(_answers(port) for port in (self.health_port, self.port))

    def stop(self):
        """Stop the server and wait for its end."""
        self.client.close()
        self.health.close()
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(timeout=30)

    def get(self, path, *, coding="identity", **headers):
        """Return the answer to a GET."""
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.get(path, headers={"accept-encoding": coding} | names)

    def counted(self, name):
        """Return the sum of a metric over its labels."""
        lines = self.health.get("/metrics").text.splitlines()
        return sum(float(line.split()[-1]) for line in lines if line.startswith(name))

    def worker_pids(self):
        """Return the process ids of the workers that give signs of life."""
        return {w["pid"] for w in self.health.get("/healthz").json()["workers"]}

    def wait_until(self, true, seconds=15):
        """Wait until something is true."""
        until = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < until
            time.sleep(0.1)

    def raw(self, data, *, timeout=5.0):
        """Send bytes; return all that comes back until the server closes."""
        with self.connection(timeout) as wire:
            wire.sendall(data)
            got = b""
            while part := wire.recv(65536):
                got += part
            return got

    def connection(self, timeout=5.0):
        """Return an open connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)


def reading(city_id="new-delhi", *, at=NOW, **more):
    """Return a temperature."""
    told = {"temperature": 19.2, "condition": "haze", "provider": "met-norway"}
    return Reading(city_id=city_id, valid_at=at, fetched_at=at, **(told | more))
