"""Readers see all of a publication or none of it."""

import threading
import zlib

import pytest

from dateline.store.record import page_at
from dateline.store.store import Store
from support.copy import a_story, later
from support.press_house import published

PAGES = (
    "/",
    "/world/",
    "/city/mumbai/",
    "/feed.rss",
    "/sitemaps/2016-12.xml",
    "/sitemaps/news.xml",
)


def test_readers_in_the_middle_of_runs_never_see_them_disagree(house):
    """Every snapshot holds the newest story everywhere, or nowhere."""
    done = threading.Event()
    seen, wrong = [], []

    def text(tx, path):
        record = page_at(tx, path)
        raw = b"".join(p.deflate for p in record.pieces if not p.slot)
        return zlib.decompress(raw + b"\x03\x00", -15).decode()

    def look():
        with house.store.read() as tx:
            number = tx.number
            newest = {}
            for path in PAGES:
                said = text(tx, path)
                newest[path] = max(
                    (n for n in range(60, -1, -1) if f"-bcdf{code(n)}/" in said),
                    default=None,
                )
            seen.append(number)
            if len(set(newest.values())) != 1:
                wrong.append(newest)

    def read():
        while not done.is_set():
            look()

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(25):
        story = a_story(f"bcdf{code(number)}", first_published=later(minutes=number))
        house.do(published(story), moment=later(minutes=number))
    done.set()
    reader.join()
    look()

    assert not wrong, wrong[:2]
    assert len(set(seen)) > 5, "the reader never read between two runs"


def code(number):
    """Return two letters of a story id."""
    letters = "23456789bcdfghjkmnpqrstvwxz"
    return letters[number // 27] + letters[number % 27]


def test_a_run_that_fails_leaves_no_trace(house, monkeypatch):
    """An error in the last page undoes content, pages and position alike."""
    before = dump_all(house.store)

    def fail(*_):
        raise MemoryError

    monkeypatch.setattr("dateline.press.run.set_position", fail)
    with pytest.raises(MemoryError):
        house.do(published(a_story("x7k2mc")))

    assert dump_all(house.store) == before


def dump_all(store: Store):
    """Return everything in a store."""
    with store.read() as tx:
        tables = ("meta", "documents", "lists", "pages", "reads", "readers", "runs")
        return {table: list(tx.all(table)) for table in tables}
