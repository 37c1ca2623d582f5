"""A folder where forms of readers wait for the newsroom.

The public server knows no database; it leaves each form as a file, whole and on the
disk before the reader is told its number, and the newsroom's desk fetches it. The
desk makes the folder: where there is none (a read node) nobody would fetch it, so
nothing is taken.

    K7M2-9QXB-4TFH.json    a form, under its number; sent twice, it is one file
    .K7M2-….new        one that is being written
"""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from dateline.durable import sync_folders
from dateline.errors import DatelineError
from dateline.news.grievance_form import (
    Filed,
    UnreadableFormError,
    filed_bytes,
    filed_in,
)

MOST = 1000
"""Forms that may wait; more come only if nobody fetches them, or from no reader."""


class SpoolError(DatelineError):
    """A form cannot be left for the newsroom."""

    hint = "The desk makes the folder and empties it: does it run, is the disk full?"


def leave(filed: Filed, folder: Path) -> Filed:
    """Leave a form in the folder; return the one that lies there, if it is older.

    Raises SpoolError if it cannot be kept.
    """
    try:
        if sum(1 for _ in folder.iterdir()) >= MOST:
            raise SpoolError(f"{folder}: {MOST} forms wait already")
        return _put(filed, folder)
    except OSError as error:
        raise SpoolError(f"{folder}: {error}") from error


def _put(filed: Filed, folder: Path) -> Filed:
    file = folder / f"{filed.ticket}.json"
    new = folder / f".{filed.ticket}.{token_hex(4)}.new"
    try:
        _write(new, filed_bytes(filed))
        os.link(new, file)  # unlike a renaming, it never writes over another
        sync_folders(folder)
    except FileExistsError:
        # If the desk has fetched it meanwhile, it is in the register.
        with suppress(FileNotFoundError, UnreadableFormError):
            return filed_in(file.read_bytes())
    finally:
        new.unlink(missing_ok=True)
    return filed


def _write(file: Path, raw: bytes) -> None:
    wanted = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(file, wanted, 0o600), "wb") as opened:
        opened.write(raw)
        opened.flush()
        os.fsync(opened.fileno())
