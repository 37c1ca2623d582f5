"""From an agency's kill dropped to gone everywhere.

A whole site runs. Stories come over a wire, each with a photograph of its own,
and are published; then each is killed by its agency, one after the other. Clocked
is the time from the kill's file to the moment at which every public address says
so: the story, its text edition, its short link and every file of its photograph
answer 410, and home, section, both their feeds, search, month and news sitemap are
without it.
"""

import argparse
import http.client
import io
import json
import re
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image

from bench.table import percentile, show
from bench.wire_to_page import WIRES, copy_of, free_port, run_site, stop_site
from dateline.cli.demo.pictures import picture_words
from dateline.cli.demo.wire_form import WireCopy, ninjs, photo_name
from dateline.cli.new_site import NewSite, make_site

PATIENCE = 60.0
FEEDS = ("feed.rss", "feed.atom", "feed.json")
LISTS = (
    *("/", "/world/", "/text/", "/text/world/", "/sitemaps/news.xml"),
    *(f"{base}{name}" for base in ("/", "/world/") for name in FEEDS),
    *("/search", "/search?q=nagato&sort=date"),
)
MEDIA = re.compile(r"/media/[^\s\"',?#&;)]+")


class Reader:
    """A reader with one connection."""

    def __init__(self, address: str) -> None:
        host, _, port = address.partition(":")
        self._line = http.client.HTTPConnection(host, int(port))

    def get(self, path: str) -> tuple[int, str]:
        """Return status and text of a page."""
        self._line.request("GET", path)
        answer = self._line.getresponse()
        return answer.status, answer.read().decode(errors="replace")

    def addresses(self) -> dict[str, str]:
        """Return the paths of the newest stories by headline."""
        _, text = self.get("/feed.json")
        found = json.loads(text)["items"]
        return {item["title"]: "/" + item["url"].split("/", 3)[3] for item in found}


@dataclass(frozen=True, kw_only=True)
class Addresses:
    """Where readers find a story: what is its own, and what names it among others.

    A further place that shows stories (a search, a topic) belongs into ``lists``.
    """

    path: str
    own: tuple[str, ...]
    lists: tuple[str, ...]


def addresses_of(path: str, page: str) -> Addresses:
    """Return every public address of a story, from its page as it stands."""
    short = "/s/" + path.rstrip("/").rpartition("-")[2]
    media = tuple(sorted(set(MEDIA.findall(page))))
    month = f"/sitemaps/{datetime.now(UTC):%Y-%m}.xml"
    own = (path, f"/text{path}", short, *media)
    return Addresses(path=path, own=own, lists=(*LISTS, month))


def put(place: Path, name: str, raw: bytes) -> float:
    """Put a file into the drop folder; return when it was there."""
    part = place / f".{name}.part"
    part.write_bytes(raw)
    part.rename(place / name)
    return time.perf_counter()


def photograph(number: int) -> bytes:
    """Return a photograph no other number has."""
    colour = (number % 251, number // 251 % 251, 90)
    picture = Image.radial_gradient("L").resize((1200, 800)).convert("RGB")
    picture.paste(colour, (0, 0, 600, 400))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()


def is_gone(reader: Reader, at: Addresses) -> bool:
    """Return whether no public address shows the story any more."""
    if any(reader.get(p)[0] != http.client.GONE for p in at.own):
        return False
    return not any(at.path in reader.get(p)[1] for p in at.lists)


def until_shown(reader: Reader, copy: WireCopy) -> Addresses:
    """Wait until a story is out with its photograph; return where it is."""
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        path = reader.addresses().get(copy.headline)
        page = reader.get(path)[1] if path else ""
        if path and MEDIA.search(page):
            return addresses_of(path, page)
        time.sleep(0.02)
    raise SystemExit(f"{copy.headline} was not published with its photograph")


def until_gone(reader: Reader, at: Addresses) -> None:
    """Wait until a story is gone from everywhere."""
    end = time.perf_counter() + PATIENCE
    while not is_gone(reader, at):
        if time.perf_counter() > end:
            raise SystemExit(f"{at.path} is still there after {PATIENCE:g} s")


def kill_each(root: Path, count: int) -> list[float]:
    """Publish and kill ``count`` stories; return the seconds of each kill."""
    settings = make_site(root, NewSite(name="The Bench", port=free_port(), wires=WIRES))
    wire = settings.wires[0].folder or root
    process = run_site(root)
    reader = Reader(settings.bind.public)
    spent = []
    try:
        for number in range(count):
            copy = replace(copy_of(number), picture=next(iter(picture_words())))
            put(wire, photo_name(copy), photograph(number))
            put(wire, f"{number}-1.json", ninjs(copy))
            at = until_shown(reader, copy)
            kill = replace(
                copy,
                version=2,
                moment=copy.moment + timedelta(seconds=1),
                status="canceled",
                paragraphs=(),
            )
            begin = put(wire, f"{number}-2.json", ninjs(kill))
            until_gone(reader, at)
            spent.append(time.perf_counter() - begin)
    finally:
        stop_site(process)
    return spent


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--kills", type=int, default=200)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        spent = kill_each(Path(place) / "site", options.kills)
    milli = [1000 * seconds for seconds in spent]
    p50, p99 = percentile(milli, 0.5), percentile(milli, 0.99)
    show(
        f"{options.kills} kills on the wire",
        [
            (
                "kill dropped → gone everywhere: p50 / p99 ms",
                f"{p50:.0f} / {p99:.0f}",
                "p99 at most 1,000",
            ),
        ],
    )


if __name__ == "__main__":
    main()
