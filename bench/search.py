"""How long a reader waits for an answer to a search.

An archive of stories with words as often as in a language (see `search_words`) is
indexed, and its catalog put into a store, as if the press had made it. Then a
server answers questions over HTTP, one after the other, each a new one: common
and rare words, two to four of them, phrases out of stories, words with a slip,
sections, cities and days, stop words alone; by relevance and by date. Clocked is
the whole answer: the index asked, ten stories read and marked, the page set,
compressed and sent. Meanwhile another process asks for something plain, on a
connection of its own: a search holds up whoever comes while it is worked on.
"""

import argparse
import http.client
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

from bench.archive import CITIES, SECTIONS, beginning, moment_of
from bench.live import pages_asked
from bench.search_words import code_of, language, story
from bench.serve import free_port
from bench.table import percentile, show
from dateline.catalog.apply import apply
from dateline.catalog.view import Shelf, View
from dateline.journal.append import append
from dateline.journal.entry import Change, Kind
from dateline.journal.schema import Dialect, statements
from dateline.journal.sqlite import SQLiteJournal
from dateline.pages.assets import assets
from dateline.pages.make import make
from dateline.pages.search import PATH
from dateline.press.finish import finish
from dateline.search.follow import catch_up
from dateline.search.rebuild import rebuild
from dateline.search.writer import Writer
from dateline.store import folder
from dateline.store.position import Position, set_position
from dateline.store.record import encode_record
from dateline.store.store import PAGES, Store

BAR = 15.0
_WARM = 30
_TOGETHER = 2000
_ALONE = 10.0
_PATIENCE = 60.0
_SERVER = """
import json, sys, time
from pathlib import Path
from dateline.serve.server import run
from dateline.serve.settings import ServeSettings
told = json.loads(sys.argv[1])
names = ("store", "media", "weather", "search")
places = {name: Path(told.pop(name)) for name in names}
run(ServeSettings(**places, **told, clock=time.time))
"""

Ask = Callable[[random.Random, int], dict[str, str]]


def write_journal(path: Path, total: int) -> None:
    """Write the journal of the archive."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = OFF")
    for statement in statements(Dialect.SQLITE):
        db.execute(statement)
    db.execute("BEGIN IMMEDIATE")
    add(db.cursor(), beginning(), 0, total)
    for number in range(total):
        add(db.cursor(), [published(number, total)], number, total)
    db.execute("COMMIT")
    db.close()


def add(cursor: sqlite3.Cursor, changes: list[Change], number: int, total: int) -> None:
    """Append one publication."""
    moment = moment_of(number, total)
    append(cursor, changes, moment=moment, dialect=Dialect.SQLITE, mark="?")


def published(number: int, total: int) -> Change:
    """Return the publication of the story of a number."""
    made = story(number, moment_of(number, total))
    return Change(kind=Kind.STORY_PUBLISHED, subject=made.id, content=made)


def fill_store(place: Path, journal: SQLiteJournal) -> None:
    """Put the catalog and the page that searches need into a store."""
    store = Store(place, durable=False)
    entries = journal.entries(0)
    last, done = None, False
    while not done:
        with store.write() as tx:
            done = True
            for number, entry in enumerate(entries, start=1):
                apply(tx, entry)
                last = entry
                if number == _TOGETHER:
                    done = False
                    break
            if last is not None:
                set_position(tx, Position(seq=last.seq, hash=last.hash))
    with store.write() as tx:
        for path in (PATH, "/_slot/ticker", assets().style):
            page = make(path, View(Shelf(tx=tx)))
            if page is not None:
                tx.put(PAGES, path.encode(), encode_record(finish(page)))
    folder.make_current(place)
    store.close()


def _words(dice: random.Random, code: str, low: int, high: int, count: int) -> str:
    return " ".join(dice.sample(language(code).words[low:high], count))


def _of_a_story(dice: random.Random, total: int, count: int) -> str:
    number = dice.randrange(total)
    text = story(number, moment_of(number, total)).body[0].text.split()
    place = dice.randrange(len(text) - count)
    return " ".join(text[place : place + count])


def _slip(dice: random.Random, word: str) -> str:
    place = dice.randrange(len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def common(dice: random.Random, _total: int) -> dict[str, str]:
    """One to four of the commonest words that are no stop words."""
    return {"q": _words(dice, "en", 21, 150, dice.randint(1, 4))}


def stop_words(dice: random.Random, _total: int) -> dict[str, str]:
    """Stop words alone."""
    return {"q": _words(dice, "en", 0, 10, dice.randint(1, 3))}


def middling(dice: random.Random, _total: int) -> dict[str, str]:
    """One or two words of every hundredth story."""
    return {"q": _words(dice, "en", 150, 3000, dice.randint(1, 2))}


def rare(dice: random.Random, _total: int) -> dict[str, str]:
    """A word of few stories."""
    return {"q": _words(dice, "en", 20_000, 60_000, 1)}


def hindi(dice: random.Random, _total: int) -> dict[str, str]:
    """One to three Hindi words, common and rare."""
    low = dice.choice((10, 500, 5000))
    return {"q": _words(dice, "hi", low, low + 2000, dice.randint(1, 3))}


def phrases(dice: random.Random, total: int) -> dict[str, str]:
    """Two to four words as they stand in some story."""
    return {"q": f'"{_of_a_story(dice, total, dice.randint(2, 4))}"'}


def slips(dice: random.Random, _total: int) -> dict[str, str]:
    """One or two words with two letters exchanged."""
    many = [w for w in language("en").words[100:5000] if len(w) > 5]
    return {
        "q": " ".join(_slip(dice, w) for w in dice.sample(many, dice.randint(1, 2)))
    }


def filters(dice: random.Random, total: int) -> dict[str, str]:
    """Common words, within a section, a city or some days."""
    first = moment_of(dice.randrange(total), total).date()
    return {
        **common(dice, total),
        "section": dice.choice(["", *SECTIONS]),
        "city": dice.choice(["", *CITIES]),
        "from": str(first),
        "to": str(first + timedelta(days=dice.randint(1, 900))),
    }


def browsing(dice: random.Random, total: int) -> dict[str, str]:
    """No words: what a section or some days hold, some pages deep."""
    return {**filters(dice, total), "q": "", "page": str(dice.randint(1, 5))}


KINDS: tuple[Ask, ...] = (
    common, stop_words, middling, rare, hindi, phrases, slips, filters, browsing,
)  # fmt: skip


def questions(total: int, each: int) -> Iterator[tuple[str, str, str]]:
    """Yield kind, order and path of each question, mixed."""
    dice = random.Random(7)
    made = [
        (kind.__name__, sort, kind(dice, total) | {"sort": sort})
        for kind in KINDS
        for sort in ("relevance", "date")
        for _ in range(each)
    ]
    dice.shuffle(made)
    for kind, sort, asked in made:
        yield kind, sort, f"{PATH}?{urlencode({k: v for k, v in asked.items() if v})}"


def serve(root: Path) -> tuple[subprocess.Popen[bytes], int]:
    """Start the server; return it and its port."""
    port, health = free_port(), free_port()
    told = {name: str(root / name) for name in ("store", "media", "weather", "search")}
    told |= {"bind": f"127.0.0.1:{port}", "health": f"127.0.0.1:{health}"}
    process = subprocess.Popen([sys.executable, "-c", _SERVER, json.dumps(told)])
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            line = http.client.HTTPConnection("127.0.0.1", port)
            line.request("GET", PATH)
            if line.getresponse().status == http.client.OK:
                return process, port
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the server does not answer")


def ask_all(port: int, total: int, each: int) -> dict[tuple[str, str], list[float]]:
    """Ask every question; return the milliseconds by kind and order."""
    line = http.client.HTTPConnection("127.0.0.1", port)
    spent: dict[tuple[str, str], list[float]] = {}
    for number, (kind, sort, path) in enumerate(questions(total, each)):
        begin = time.perf_counter()
        line.request("GET", path, headers={"accept-encoding": "gzip, br, zstd"})
        answer = line.getresponse()
        answer.read()
        milli = 1000 * (time.perf_counter() - begin)
        if answer.status != http.client.OK:
            raise SystemExit(f"{path} answered {answer.status}")
        if number >= _WARM:
            spent.setdefault((kind, sort), []).append(milli)
    return spent


def one_more(journal: Path, indexes: Path, total: int) -> float:
    """Publish one more story; return the milliseconds the index took for it."""
    db = sqlite3.connect(journal, isolation_level=None)
    spent = []
    follower = SQLiteJournal(journal)
    with Writer(folder.current(indexes)) as writer:
        for number in range(total, total + 20):
            db.execute("BEGIN IMMEDIATE")
            add(db.cursor(), [published(number, total)], number, total)
            db.execute("COMMIT")
            begin = time.perf_counter()
            for _ in catch_up(writer, follower):
                pass
            spent.append(1000 * (time.perf_counter() - begin))
    follower.close()
    return percentile(spent, 0.5)


def rows_of(
    spent: dict[tuple[str, str], list[float]],
) -> Iterator[tuple[str, str, str]]:
    """Yield the rows of the table: both orders, then each kind."""
    for sort in ("relevance", "date"):
        both = [ms for (_, by), found in spent.items() if by == sort for ms in found]
        yield (
            f"whole answer by {sort}, p50 / p99 ms",
            _said(both),
            f"p99 at most {BAR:g}",
        )
    for kind in (each.__name__ for each in KINDS):
        both = [
            ms for (name, _), found in spent.items() if name == kind for ms in found
        ]
        yield f"  {kind.replace('_', ' ')}", _said(both), ""


def _said(milli: list[float]) -> str:
    return f"{percentile(milli, 0.5):.1f} / {percentile(milli, 0.99):.1f}"


def measure(root: Path, total: int, each: int) -> list[tuple[str, str, str]]:
    """Make everything, ask, and return the rows."""
    journal_file, indexes = root / "journal.sqlite3", root / "search"
    write_journal(journal_file, total)
    journal = SQLiteJournal(journal_file)
    begin = time.perf_counter()
    place = rebuild(journal, indexes)
    built = time.perf_counter() - begin
    size = sum(file.stat().st_size for file in place.iterdir()) / 1e6
    fill_store(root / "store" / "1", journal)
    journal.close()
    process, port = serve(root)
    try:
        with pages_asked(port, assets().style) as alone:
            time.sleep(_ALONE)
        with pages_asked(port, assets().style) as beside:
            spent = ask_all(port, total, each)
    finally:
        process.terminate()
        process.wait()
    share = 100 * sum(code_of(n) == "hi" for n in range(total)) / total
    return [
        *rows_of(spent),
        ("something plain, no search beside it, p50 / p99 ms", _said(alone), ""),
        ("something plain while searches run, p50 / p99 ms", _said(beside), ""),
        ("index made from the journal, stories/s", f"{total / built:,.0f}", ""),
        (f"its size, MB ({share:.0f} % of the stories Hindi)", f"{size:.0f}", ""),
        ("one more story, p50 ms", f"{one_more(journal_file, indexes, total):.0f}", ""),
    ]


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--stories", type=int, default=100_000)
    arguments.add_argument("--each", type=int, default=60, help="questions of a kind")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        rows = measure(Path(place), options.stories, options.each)
    show(f"Search in {options.stories:,} stories", rows)


if __name__ == "__main__":
    main()
