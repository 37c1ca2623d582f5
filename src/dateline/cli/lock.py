"""Locks between processes: who holds one is there, and nobody else does the same.

A lock is a lock on a file (flock), so it is let go with the process, however
that ends.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import DatelineError

RUN = "run.lock"
PRESS = "press.lock"
REBUILD = "rebuild.lock"
SEARCH = "search.lock"
REBUILD_SEARCH = "rebuild-search.lock"
MIGRATE = "migrate.lock"


class HeldError(DatelineError):
    """Another process is doing the same for this site."""

    hint = "Stop the other one first, or work with that one."


@contextmanager
def held(path: Path, *, what: str, wait: bool = False) -> Iterator[None]:
    """Hold the lock at ``path`` for the block.

    Raises HeldError (``what`` says who holds it) unless told to ``wait``.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError as error:
            raise HeldError(what) from error
        yield


def is_held(path: Path) -> bool:
    """Return whether some process holds the lock at ``path``."""
    if not path.exists():
        return False
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
