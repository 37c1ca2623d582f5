"""Reading the journal: what every follower needs of it."""

import time
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Protocol

from dateline.journal.entry import Entry, Kind

BATCH = 500
"""How many entries are read at once."""


class Journal(Protocol):
    """A journal that can be followed. One thread at a time."""

    def head(self) -> tuple[int, str]:
        """Return number and hash of the newest entry; ``(0, GENESIS)`` if none."""
        ...

    def entries(self, after: int, *, until: int | None = None) -> Iterator[Entry]:
        """Yield entries ``after < seq <= until`` in order.

        Without ``until`` up to the head as it was at the call.
        """
        ...

    def about(self, subject: str) -> list[Entry]:
        """Return every entry about ``subject``, in order."""
        ...

    def wait(self, after: int, *, timeout: float) -> bool:
        """Return True once there is an entry beyond ``after``, or False.

        ``timeout`` is in seconds.
        """
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...


def publications(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    """Group entries into whole publications; an unfinished one is left out."""
    parts: list[Entry] = []
    for entry in entries:
        parts.append(entry)
        if entry.part == entry.parts:
            yield parts
            parts = []


def entry_of(row: tuple[Any, ...]) -> Entry:
    """Return the entry of a row with the content as last column."""
    seq, kind, subject, moment, part, parts, content, previous, digest, body = row
    return Entry(
        seq=seq,
        kind=Kind(kind),
        subject=subject,
        moment=datetime.fromisoformat(moment),
        part=part,
        parts=parts,
        content_hash=content,
        previous=previous,
        hash=digest,
        content=None if body is None else bytes(body),
    )


SELECT = (
    "SELECT e.seq, e.kind, e.subject, e.moment, e.part, e.parts, e.content_hash,"
    " e.previous, e.hash, c.body FROM journal_entry e"
    " LEFT JOIN journal_content c ON c.hash = e.content_hash"
)


def wait_by_polling(head: Any, after: int, *, timeout: float, step: float) -> bool:  # noqa: ANN401
    """Poll ``head()`` every ``step`` seconds until it is beyond ``after``."""
    end = time.monotonic() + timeout
    while head()[0] <= after:
        if time.monotonic() >= end:
            return False
        time.sleep(step)
    return True
