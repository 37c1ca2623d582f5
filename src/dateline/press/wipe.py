"""Wiping what a kill leaves in the store's file.

A page that is removed from LMDB is out of every table at once, but its bytes
lie in the file until something is written over them: days later, or never. An
order of law is not obeyed by that. So after a kill the store is copied, which
takes only what is there, and the copy takes its place:

    note_kills   before the run: whoever dies from here on leaves a mark
    begin        a copy, beside the press's work (2 GB: half a minute)
    take_over    the runs that came meanwhile, then the change, then the mark

A press that dies in between finds the mark and begins again.

Rejected: to overwrite the free pages of the file. Pages in use have gaps, and
in these gaps lie pieces of what stood there before.
"""

import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from dateline.journal.entry import Entry, Kind
from dateline.store import folder
from dateline.store.position import set_replaced
from dateline.store.store import DATA, Store, StoreError

KILLS = frozenset({Kind.STORY_KILLED, Kind.PICTURE_KILLED})


def note_kills(store: Store, entries: Iterable[Entry]) -> None:
    """Note, before the store passes them, that there are kills among entries."""
    killing = [entry.seq for entry in entries if entry.kind in KILLS]
    if killing:
        folder.note_remains(store.path.parent, of=str(killing[-1]))


def begin(store: Store) -> Path:
    """Copy a store to where the next one is made; return where that is.

    An unfinished rebuild there is thrown away: it may hold what was killed.
    """
    place = folder.following(store.path.parent)
    if place.exists():
        shutil.rmtree(place)
    store.copy_to(place)
    return place


def take_over(
    copy: Path, *, old: Store, of: str, catch_up: Callable[[Store], object]
) -> None:
    """Make a copy the current store and throw the old one away.

    ``catch_up`` brings the copy to where the old one is; ``of`` is what there
    were remains of when the copy was begun. If there is more by now, the mark
    stays, and the copy is wiped in its turn.
    """
    new = Store(copy)
    try:
        catch_up(new)
    finally:
        new.close()
    replace(old.path, copy, opened=old)
    stores = copy.parent
    if folder.remains(stores) == of:
        folder.no_remains(stores)


def replace(old: Path, new: Path, *, opened: Store | None = None) -> None:
    """Make ``new`` the current store, tell those who serve ``old``, and remove it.

    ``opened`` is the old one if this process has it open.
    """
    folder.make_current(new)
    if opened is not None:
        _tell(opened)
    elif old != new and (old / DATA).exists():
        with suppress(StoreError):  # it is no good: servers look for themselves
            store = Store(old)
            _tell(store)
            store.close()
    for each in folder.before(new):
        shutil.rmtree(each)  # whoever has it open keeps it until it lets go


def _tell(store: Store) -> None:
    with store.write() as tx:
        set_replaced(tx)
