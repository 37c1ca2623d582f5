"""Files of pictures: originals and what is made from them.

    MEDIA/originals/SHA256            the bytes as they were uploaded
    MEDIA/renditions/ID-HASH-WIDTH.EXT   what readers get, below ``/media/``

A file appears whole or not at all: written beside, synced, renamed, and the
folder synced. Names are hashes, so a file is never changed.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from dateline.durable import sync_folders

ORIGINALS = "originals"
RENDITIONS = "renditions"
PUBLIC = "/media/"


def keep_original(media: Path, content: bytes) -> str:
    """Keep uploaded bytes and return their SHA-256; durable when this returns."""
    name = hashlib.sha256(content).hexdigest()
    write_whole(media / ORIGINALS / name, content)
    return name


def read_original(media: Path, name: str) -> bytes:
    """Return the bytes of an original."""
    return (media / ORIGINALS / name).read_bytes()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all; keep one that is."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    with os.fdopen(handle, "wb") as file:
        os.fchmod(file.fileno(), 0o644)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(beside).replace(path)
    sync_folders(path.parent)


def erase_files(media: Path, names: Iterable[str]) -> None:
    """Remove files, named as below ``media``; those that are gone are fine."""
    folders = set()
    for name in names:
        path = media / name
        path.unlink(missing_ok=True)
        folders.add(path.parent)
    sync_folders(*(folder for folder in sorted(folders) if folder.exists()))


def file_of(address: str) -> str:
    """Return the name below the media folder of a public media path."""
    return f"{RENDITIONS}/{address.removeprefix(PUBLIC)}"
