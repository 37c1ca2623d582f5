"""From an agency's item and the photographs beside it to a reader, and back out."""

import html
import json
import os
import re
from contextlib import closing
from pathlib import Path

import pytest

from dateline.cli.demo.pictures import picture_bytes
from support.browser import a_browser
from support.picture_copy import CREW, HARBOUR, message, picture_item, story_with
from support.running_site import Reader, dateline, free_ports, running, until

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(400)]
FEEDS = ("/feed.rss", "/feed.atom", "/feed.json")


def test_photographs_beside_an_item_are_read_and_killed(tmp_path):
    """Both with caption, credit and alternative text; then one is gone everywhere."""
    site = tmp_path / "site"
    port = free_ports()
    dateline("init", site, "--name", "The Banyan Post", "--port", port)
    file = site / "dateline.toml"
    file.write_text(
        file.read_text() + '\n[wires.acme]\nfolder = "in"\nagency = "Acme News"\n'
        'zone = "Asia/Tokyo"\npublish = true\nsection = "world"\n'
    )
    drop = site / "in"
    drop.mkdir(exist_ok=True)
    with (
        running(["--site", site, "run"], log=tmp_path / "log"),
        closing(Reader(f"http://127.0.0.1:{port}")) as reader,
    ):
        _put(drop / "ferry.xml", story_with(HARBOUR, CREW))
        _put(drop / HARBOUR["href"], picture_bytes("chennai-harbour-cranes"))
        _put(drop / CREW["href"], picture_bytes("container-ship"))
        (path,) = until(
            lambda: reader.stories_in("/world/"), seconds=120, what="the story"
        )
        page = until(
            lambda: _with(_read(reader, path), HARBOUR["headline"], CREW["headline"]),
            seconds=60,
            what="both pictures",
        )
        _look(f"{reader.url}{path}", "agency-pictures.png")
        for each in (HARBOUR, CREW):
            assert each["caption"] in page
            assert each["credit"] in page
            assert f'alt="{each["headline"]}"' in page
        lead, other = _media(page)
        assert reader.get(lead).status_code == reader.get(other).status_code == 200
        assert any(lead.split("-")[0] in reader.text(feed) for feed in FEEDS)

        canceled = picture_item(HARBOUR, version=2, minutes=5, status="canceled")
        _put(drop / "kill.xml", message(canceled))
        until(lambda: reader.get(lead).status_code == 410, seconds=30, what="the kill")

        page = _read(reader, path)
        _look(f"{reader.url}{path}", "agency-pictures-killed.png")
        assert HARBOUR["headline"] not in page
        assert HARBOUR["caption"] not in page
        assert CREW["caption"] in page
        assert reader.get(other).status_code == 200
        for where in ("/", "/world/", *FEEDS):
            assert lead.split("-")[0] not in reader.text(where)
        assert not list((site / "data" / "media").rglob(Path(lead).name))

        name = other.split("-")[0].removeprefix("/media/")
        words = ("kill", name, "--reason", "by order of a court", "--json")
        said = dateline(*words, site=site, check=False)
        lines = [json.loads(line) for line in said.stdout.splitlines()]
        assert reader.get(other).status_code == 410
        assert CREW["caption"] not in reader.text(path)
    assert said.returncode == 0
    assert all(line["good"] for line in lines)
    assert {"journal content", "picture address", "file", "server", "newsroom"} <= {
        line["what"] for line in lines
    }
    verdict = dateline("journal", "verify", site=site)
    assert verdict.returncode == 0


def _put(path, raw):
    """Move a file in whole, as a careful agency does."""
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(raw)
    beside.rename(path)


def _read(reader, path):
    """Return a page as a reader sees it: without entities."""
    return html.unescape(reader.text(path))


def _with(page, *words):
    return page if all(word in page for word in words) else ""


def _media(page):
    """Return the address of one file of each picture on a page, in order."""
    body = page[page.index("<main") :]
    found = re.findall(r"/media/[a-z0-9]+-[a-z0-9]+-\d+\.jpg", body)
    first = {address.split("-")[0]: address for address in reversed(found)}
    return tuple(sorted(first.values(), key=body.index))


def _look(url, name):
    """Keep a page as a picture where somebody asked for it."""
    folder = os.environ.get("DATELINE_LOOK")
    if not folder:
        return
    with a_browser(viewport={"width": 1280, "height": 900}) as page:
        page.goto(url)
        page.screenshot(path=f"{folder}/{name}", full_page=True)
