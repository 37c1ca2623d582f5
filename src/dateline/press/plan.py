"""From what changed to which pages must be made again.

A page is made from *keys* (see ``news.key``). While a page renders, its view
writes down every key it read, and the store keeps these notes turned round:
key -> pages. So

    changed keys  ->  pages that read any of them
                  +   pages that exist because of one of them (``pages.owned``)

each with its reasons. Two properties are promised and tested:

* nothing stale: a page that read a changed key is always in the plan;
* nothing wasted: a page that read none of them is in it only if it is new.

Rejected: hand-written "when a story changes, purge these addresses" tables.
Each new page type must remember to be in them, and the day one forgets, a
killed story stays on a front page.
"""

from collections.abc import Iterable

from dateline.catalog.view import Shelf, View
from dateline.pages.owned import owned

Plan = dict[str, list[str]]
"""path -> the changed keys that are the reason."""


def plan(shelf: Shelf, changed: Iterable[str]) -> Plan:
    """Return the pages to make again, with the reason of each."""
    view = View(shelf)
    found: Plan = {}
    for key in sorted(changed):
        for reader in shelf.tx.readers(key.encode()):
            found.setdefault(reader.decode(), []).append(key)
        for path in owned(key, view):
            reasons = found.setdefault(path, [])
            if not reasons or reasons[-1] != key:
                reasons.append(key)
    return found
