"""The work of a publication is the same in a small archive and in a large one."""

from collections import Counter
from datetime import timedelta

import pytest

from dateline.catalog.view import Shelf
from dateline.press.run import run
from dateline.store.store import Store, Transaction
from support.copy import NOON, a_site, a_story, later
from support.press_house import MemoryJournal, killed, published, site_set, withdrawn

LETTERS = "23456789bcdfghjkmnpqrstvwxz"
SECTIONS = ("world", "india")
FEW, MOST = 100, 800

CHANGES = {
    "a new story": lambda: published(a_story("x7k2mz", slug="new")),
    "a changed headline": lambda: published(
        a_story("x7k2mb", revision=2, headline="Talks end")
    ),
    "a withdrawal": lambda: withdrawn("x7k2mb"),
    "a kill": lambda: killed("x7k2mb"),
    "a changed old story": lambda: published(
        old_story(0, revision=2, headline="It was so")
    ),
}


def old_story(number, *, every=1, **fields):
    """Return an old story, long before the newest: four on every such day.

    The archives span the same months, for the index of sitemaps names each.
    """
    story_id = "bcd" + "".join(LETTERS[number // 27**n % 27] for n in (2, 1, 0))
    return a_story(
        story_id,
        section=SECTIONS[number % 2],
        cities=("patna", "mumbai")[number % 2 :],
        first_published=NOON
        - timedelta(days=40 + number // 4 * every, minutes=number % 4),
        **fields,
    )


def archive_of(count, place):
    """Return a journal and a store with so many old stories and forty new ones."""
    journal = MemoryJournal()
    journal.append(site_set(a_site()))
    journal.append(
        *(published(old_story(n, every=MOST // count)) for n in range(count))
    )
    new = (old_story(5000 + n, slug=f"n{n}") for n in range(40))
    moments = (later(minutes=-n - 1) for n in range(40))
    pairs = zip(new, moments, strict=True)
    journal.append(*(published(_at(story, moment)) for story, moment in pairs))
    journal.append(published(a_story("x7k2mb")))
    store = Store(place, durable=False)
    with store.read() as tx:
        run(store, journal.all, shelf=Shelf(tx=tx))
    return journal, store


def _at(story, moment):
    return a_story(story.id, slug=story.slug, first_published=moment)


@pytest.fixture
def counted(monkeypatch):
    """Count what a transaction is asked for, and each row that it walks over."""
    counts = Counter()

    def count(name):
        whole = getattr(Transaction, name)

        def counting(*args, **named):
            counts[name] += 1
            return whole(*args, **named)

        def walking(*args, **named):
            for row in whole(*args, **named):
                counts[name] += 1
                yield row

        walks = name in {"scan", "scan_back", "all"}
        monkeypatch.setattr(Transaction, name, walking if walks else counting)

    for each in ("get", "put", "delete", "scan", "scan_back", "all", "readers"):
        count(each)
    return counts


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES)
def test_the_work_does_not_grow_with_the_archive(tmp_path, counted, change):
    """The same pages for the same reasons, and as many rows read and written."""
    work = []
    for count in (FEW, MOST):
        journal, store = archive_of(count, tmp_path / str(count))
        counted.clear()
        entries = journal.append(CHANGES[change](), moment=later(hours=1))
        with store.read() as tx:
            done = run(store, entries, shelf=Shelf(tx=tx))
        work.append(([(m.path, m.reasons) for m in done.pages], dict(counted)))
        store.close()

    assert work[0] == work[1]
