"""A reader who polls through real publications never sees pages disagree.

A press and a public server run as processes of their own; 500 stories are
published one after the other. A reader asks again and again for the newest
story's own page and for every list it must be in. Pages asked for one after
the other may come from two runs, so each list is asked with the story: a list
must never lack a story whose own page was there before, and never show one
whose page is missing after.
"""

import os
import re
import sqlite3
import subprocess
import sys
import threading
import time

import pytest

from dateline.journal.append import append
from dateline.journal.schema import Dialect
from dateline.news.address import ID_ALPHABET
from support.copy import a_site, a_story, a_topic, later
from support.databases import sqlite_journal_file
from support.press_house import published, site_set, topic_set
from support.running_site import Reader, free_ports, until

PUBLICATIONS = int(os.environ.get("DATELINE_PUBLICATIONS", "500"))
LISTS = (
    "/",
    "/world/",
    "/city/mumbai/",
    "/topic/japan/",
    "/feed.rss",
    "/world/feed.atom",
    "/city/mumbai/feed.json",
    "/sitemaps/2016-12.xml",
    "/sitemaps/news.xml",
)
PARTS = """
import sys, time
from pathlib import Path
from dateline.journal.sqlite import SQLiteJournal
from dateline.press.follow import follow, open_current
from dateline.serve.server import run
from dateline.serve.settings import ServeSettings

part, root, port = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
if part == "press":
    journal = SQLiteJournal(root / "newsroom.sqlite3")
    store = open_current(journal, root / "store", workers=1)
    follow(store, journal, stopped=lambda: False)
else:
    run(ServeSettings(
        store=root / "store", media=root / "media", weather=root / "weather.json",
        bind=f"127.0.0.1:{port}", health=f"127.0.0.1:{port + 1}", workers=2,
        clock=time.time,
    ))
"""

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(600)]


def story_id(number):
    """Return the id of a story; the last letters count up."""
    base = len(ID_ALPHABET)
    return "".join(ID_ALPHABET[number // base**n % base] for n in (5, 4, 3, 2, 1, 0))


@pytest.fixture
def paper(tmp_path):
    """A journal, a press and a server with two workers; yields journal and reader."""
    db = sqlite_journal_file(tmp_path / "newsroom.sqlite3")
    put(db, site_set(a_site()), topic_set(a_topic()), published(a_story(story_id(0))))
    (tmp_path / "media").mkdir()
    port = free_ports()
    started = [
        subprocess.Popen([sys.executable, "-c", PARTS, part, tmp_path, str(port)])
        for part in ("press", "serve")
    ]
    reader = Reader(f"http://127.0.0.1:{port}")
    try:
        until(lambda: answers(reader), seconds=60, what="the paper")
        yield db, reader
    finally:
        reader.client.close()
        for process in started:
            process.terminate()
        for process in started:
            process.wait(20)
        db.close()


def answers(reader):
    """Return whether the home page is there."""
    try:
        return reader.get(f"/s/{story_id(0)}").status_code == 200
    except OSError:
        return False
    except Exception as error:
        if "Connect" in type(error).__name__ or "Remote" in type(error).__name__:
            return False
        raise


def put(db: sqlite3.Connection, *changes, moment=None):
    """Append one publication."""
    db.execute("BEGIN IMMEDIATE")
    moment = moment or later()
    append(db.cursor(), changes, moment=moment, dialect=Dialect.SQLITE, mark="?")
    db.execute("COMMIT")


def test_a_polling_reader_never_sees_pages_disagree(paper):
    """What a list shows has its page; what has its page is in every list."""
    db, reader = paper
    wrong, rounds, done = [], [0], threading.Event()

    def newest_in(path):
        ids = re.findall(r"-([2-9b-z]{6})/", reader.text(path))
        return max(ids, default="")

    def poll():
        number = 0
        while not done.is_set():
            path = LISTS[number % len(LISTS)]
            number += 1
            before = newest_in("/feed.json")
            shown = newest_in(path)
            after = newest_in("/sitemaps/2016-12.xml")
            if not before <= shown <= after:
                wrong.append((path, before, shown, after))
            if shown and reader.get(f"/s/{shown}").status_code != 200:
                wrong.append((path, shown, "has no page"))
            rounds[0] = number

    polling = threading.Thread(target=poll)
    polling.start()
    for number in range(1, PUBLICATIONS):
        story = a_story(story_id(number), first_published=later(seconds=number))
        put(db, published(story), moment=later(seconds=number))
        time.sleep(0.004)
    last = story_id(PUBLICATIONS - 1)
    until(lambda: newest_in("/feed.json") == last, seconds=120, what="the last story")
    done.set()
    polling.join()

    assert not wrong, wrong[:3]
    assert rounds[0] > 50, "the reader hardly read"
    assert all(newest_in(path) == last for path in LISTS)
