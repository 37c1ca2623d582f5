"""The press, run to the journal's end for a newsroom under test."""

from dateline.press.catch_up import catch_up
from dateline.press.follow import open_current
from dateline.serve.join import inflated
from dateline.store.record import page_at
from dateline.store.store import PAGES


def pressed(house, *, feeds=False):
    """Have the press follow the journal; return each page's text, slots empty.

    With ``feeds`` also that of feeds, sitemaps and whatever else is no page.
    """
    journal = house.journal()
    store = open_current(journal, house.settings.store_path, workers=1)
    try:
        catch_up(store, journal)
        with store.read() as tx:
            paths = [path.decode() for path, _ in tx.all(PAGES)]
            return {path: _copy(page_at(tx, path), feeds) for path in paths}
    finally:
        store.close()
        journal.close()


def _copy(record, feeds):
    if not feeds and not record.content_type.startswith("text/html"):
        return ""
    copy = inflated(piece for piece in record.pieces if not piece.slot)
    return copy.decode("utf-8", "replace")
