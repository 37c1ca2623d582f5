"""Making one page again and noting what it read."""

from dateline.catalog.view import Shelf, View
from dateline.pages.make import make
from dateline.press.finish import finish
from dateline.press.work import Outcome
from dateline.store.record import encode_record
from dateline.store.store import PAGES, READS, Transaction


def render(shelf: Shelf, path: str) -> tuple[bytes, list[str]] | None:
    """Return a page's record and the keys it read, or None if there is none."""
    view = View(shelf)
    page = make(path, view)
    return None if page is None else (encode_record(finish(page)), sorted(view.reads))


def make_again(tx: Transaction, shelf: Shelf, path: str) -> Outcome:
    """Make the page at ``path`` and put it, or its absence, into the store.

    A page that comes out byte for byte as it was is left alone and keeps its
    ETag (early cut-off).
    """
    made = render(shelf, path)
    name = path.encode()
    before = tx.get(PAGES, name)
    if made is None:
        if before is None:
            return Outcome.ABSENT
        tx.delete(PAGES, name)
        note_reads(tx, name, [])
        return Outcome.REMOVED
    record, reads = made
    note_reads(tx, name, reads)
    if record == before:
        return Outcome.SAME
    tx.put(PAGES, name, record)
    return Outcome.NEW if before is None else Outcome.CHANGED


def note_reads(tx: Transaction, path: bytes, reads: list[str]) -> None:
    """Replace the notes of what the page at ``path`` read; sorted."""
    new = "\n".join(reads).encode()
    old = tx.get(READS, path) or b""
    if new == old:
        return
    before = set(old.split(b"\n")) if old else set()
    after = set(new.split(b"\n")) if new else set()
    for key in before - after:
        tx.drop_reader(key, path)
    for key in after - before:
        tx.add_reader(key, path)
    if new:
        tx.put(READS, path, new)
    else:
        tx.delete(READS, path)
