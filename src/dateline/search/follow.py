"""Following the journal: the index's own loop, as the press has its own.

    open_current   the index to go on with, made from the journal if it is not good
    catch_up       from where it stands to the journal's head
    follow         the same again for each publication, until told to stop

After a kill the index is rid of the story with the next commit, and of an entry
that was taken out of a live blog likewise. The words lie
in the files until those are written anew, so that is done at once: see `rebuild`.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from dateline.errors import DatelineError
from dateline.journal.entry import Entry, Kind
from dateline.journal.reader import Journal, publications
from dateline.search.index import (
    IndexUnreadableError,
    fingerprint,
    is_there,
    open_index,
    standing,
)
from dateline.search.rebuild import Progress, clear_old, rebuild
from dateline.search.writer import Writer
from dateline.store import folder
from dateline.store.position import Position

_ENDS = (Kind.STORY_KILLED, Kind.LIVE_REMOVED)

TOGETHER = 64
"""How many waiting publications are committed together."""


class IndexAheadError(DatelineError):
    """The search index does not belong to this journal."""

    hint = (
        "The database was restored or replaced. Make the index again from it:"
        " `dateline rebuild --search`."
    )


def must_rebuild(indexes: Path) -> bool:
    """Return whether the current index is absent, unreadable or made otherwise."""
    place = folder.current(indexes)
    if not is_there(place):
        return True
    try:
        found = standing(open_index(place).searcher())
    except IndexUnreadableError:
        return True
    return found.fingerprint != fingerprint()


def open_current(
    journal: Journal,
    indexes: Path,
    *,
    progressed: Progress = lambda _step, _done, _total: None,
) -> Writer:
    """Return a writer of the current index, rebuilt first if it is not good.

    Raises IndexAheadError if it has entries that the journal does not have.
    """
    if must_rebuild(indexes):
        rebuild(journal, indexes, progressed=progressed)
    writer = Writer(folder.current(indexes))
    clear_old(writer.place)
    check_position(journal, writer.standing.position)
    return writer


def check_position(journal: Journal, at: Position) -> None:
    """Raise IndexAheadError unless the journal's entry at ``at`` is that one."""
    if at.seq == 0:
        return
    if [e.hash for e in journal.entries(at.seq - 1, until=at.seq)] != [at.hash]:
        raise IndexAheadError(f"the journal's entry {at.seq} is not the index's")


def catch_up(writer: Writer, journal: Journal) -> Iterator[Position]:
    """Bring the index to the journal's head; yield each position it committed."""
    groups = publications(journal.entries(writer.standing.position.seq))
    while batch := list(islice(groups, TOGETHER)):
        entries = list(chain.from_iterable(batch))
        note_kills(writer.place.parent, entries)
        position = writer.take(entries, journal)
        if position is not None:
            writer.commit(position)
            yield position


def note_kills(indexes: Path, entries: Iterable[Entry]) -> None:
    """Note, before the index passes them, that entries end what must leave the disk.

    That is a kill, or the removal of an entry of a live blog.
    """
    killing = [entry.seq for entry in entries if entry.kind in _ENDS]
    if killing:
        folder.note_remains(indexes, of=str(killing[-1]))


def follow(
    writer: Writer,
    journal: Journal,
    *,
    stopped: Callable[[], bool],
    done: Callable[[Position], None] = lambda _position: None,
    patience: float = 0.25,
) -> None:
    """Take in each publication as it comes, until ``stopped()``.

    ``patience`` is how long, in seconds, a stop may go unnoticed.
    """
    at = writer.standing.position.seq
    while not stopped():
        if journal.wait(at, timeout=patience):
            for position in catch_up(writer, journal):
                at = position.seq
                done(position)
