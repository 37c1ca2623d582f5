"""Making the index again from the journal, beside the one that is asked.

Of each story only its last entry counts, so the journal is read twice: once for
which entry that is, once for what it says. What a kill erased has nothing to
say, so nothing of it can come into the new files; that is how the words of a
killed story leave the disk.

Rejected: to have the library merge its segments. It does not let us choose when,
and a merge that comes by itself may come after days.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dateline.journal.entry import Entry
from dateline.journal.reader import Journal
from dateline.search.writer import ABOUT_STORIES, Writer
from dateline.store import folder
from dateline.store.position import START, Position

Progress = Callable[[str, int, int], None]
"""Is told the step, how much of it is done, and how much there is."""

_SAY_EVERY = 500
_MEMORY = 128 * 1024 * 1024


def rebuild(
    journal: Journal,
    indexes: Path,
    *,
    progressed: Progress = lambda _step, _done, _total: None,
    clear: bool = True,
) -> Path:
    """Make the index from nothing and put it in the current one's place.

    Without ``clear`` the old one is left to whoever writes to it still.
    """
    of = folder.remains(indexes)
    place = make_beside(journal, indexes, progressed=progressed)
    if clear:
        take_over(place, of=of)
    else:
        folder.make_current(place)
    return place


def make_beside(
    journal: Journal,
    indexes: Path,
    *,
    progressed: Progress = lambda _step, _done, _total: None,
) -> Path:
    """Make an index of the whole journal beside the current one; return its folder.

    An unfinished one there is thrown away: it may hold what was killed.
    """
    place = folder.following(indexes)
    if place.exists():
        shutil.rmtree(place)
    head = journal.head()[0]
    newest = {e.subject: e.seq for e in _whole(journal, head) if _is_about_story(e)}
    with Writer(place, memory=_MEMORY) as writer:
        position = START
        for entry in _whole(journal, head):
            position = Position(seq=entry.seq, hash=entry.hash)
            if newest.get(entry.subject) == entry.seq and _is_about_story(entry):
                writer.add(entry, journal)
            if entry.seq % _SAY_EVERY == 0:
                progressed("words", entry.seq, head)
        writer.commit(position)
        writer.close(settle=True)
    progressed("words", head, head)
    return place


def take_over(
    place: Path, *, of: str, let_go: Callable[[], None] = lambda: None
) -> None:
    """Make ``place`` the current index, ``let_go`` of the old one and remove it.

    ``of`` is what there were remains of when ``place`` was begun: if there is more
    by now, the mark stays.
    """
    indexes = place.parent
    folder.make_current(place)
    let_go()
    clear_old(place)
    if folder.remains(indexes) == of:
        folder.no_remains(indexes)


def clear_old(place: Path) -> None:
    """Remove the indexes made before ``place``; nobody may write to them."""
    for old in folder.before(place):
        shutil.rmtree(old)  # whoever reads it keeps it until it lets go


def _is_about_story(entry: Entry) -> bool:
    return entry.kind in ABOUT_STORIES


def _whole(journal: Journal, head: int) -> Iterator[Entry]:
    """Yield the journal's entries up to the end of its last whole publication."""
    return _without_rest(journal.entries(0, until=head))


def _without_rest(entries: Iterable[Entry]) -> Iterator[Entry]:
    parts: list[Entry] = []
    for entry in entries:
        parts.append(entry)
        if entry.part == entry.parts:
            yield from parts
            parts = []
