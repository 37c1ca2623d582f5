"""The press's log: what each of the last runs did, and why.

``explain --entry`` and the receipt of a kill read it. It is a log of work,
not content: a rebuild begins a new one.
"""

import struct
from collections.abc import Iterator
from dataclasses import replace

import msgspec

from dateline.news.address import changes_path, short_path, story_id_in
from dateline.press.work import Run
from dateline.store.store import RUNS, Transaction

KEPT = 5000
"""How many entries back runs are kept."""

PAGES_KEPT = 20_000
"""How many pages of one run are kept in the log."""

_NUMBER = struct.Struct(">Q")
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Run).decode


def write_log(tx: Transaction, run: Run) -> None:
    """Log a run under its last entry and forget those beyond the limit."""
    pages = tuple(replace(m, path=nameless(m.path)) for m in run.pages[:PAGES_KEPT])
    kept = replace(run, pages=pages)
    tx.put(RUNS, _NUMBER.pack(run.last), _encode(kept))
    if run.last > KEPT:
        for old, _ in list(tx.scan(RUNS, b"", _NUMBER.pack(run.last - KEPT))):
            tx.delete(RUNS, old)


def nameless(path: str) -> str:
    """Return a story's path without its slug, any other path as it is.

    A slug says what a story is about, and the log outlives a kill.
    """
    story_id = story_id_in(path)
    if story_id is None or path in (short_path(story_id), changes_path(story_id)):
        return path
    front, _, _ = path.rstrip("/").rpartition("/")
    return f"{front}/…-{story_id}/"


def runs_after(tx: Transaction, seq: int) -> Iterator[Run]:
    """Yield the logged runs that brought entries after ``seq``, oldest first."""
    for _, raw in tx.scan(RUNS, _NUMBER.pack(seq + 1), b"\xff" * 9):
        yield _decode(raw)


def run_of(tx: Transaction, seq: int) -> Run | None:
    """Return the run that brought entry ``seq`` to the pages, or None."""
    for _, raw in tx.scan(RUNS, _NUMBER.pack(seq), b"\xff" * 9):
        found = _decode(raw)
        return found if found.first <= seq else None
    return None
