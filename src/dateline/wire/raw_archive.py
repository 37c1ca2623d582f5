"""The bytes as they came, kept for ever under their own hash.

``ROOT/ab/cdef…`` where the name is the SHA-256 of the content. A file appears
whole or not at all (written beside, synced, renamed, folder synced), and is
never written again: the same bytes are the same file.
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from dateline.durable import sync_all, sync_folders
from dateline.wire.errors import WireError

REF = re.compile(r"[0-9a-f]{64}")


class RawDamagedError(WireError):
    """A kept file is missing or no longer what it was."""

    hint = "Restore this file from a backup; the name is the SHA-256 of its content."


def ref_of(raw: bytes) -> str:
    """Return the reference of bytes, kept or not."""
    return hashlib.sha256(raw).hexdigest()


class RawArchive:
    """A folder of raw wire files."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._incoming = root / "incoming"
        self._incoming.mkdir(parents=True, exist_ok=True)

    def keep(self, raw: bytes) -> str:
        """Keep bytes and return their reference; durable when this returns."""
        (ref,) = self.keep_all([raw])
        return ref

    def keep_all(self, raws: Sequence[bytes]) -> list[str]:
        """Keep several and return their references; durable when this returns.

        The disk is asked once for all: twenty cost little more than one.
        """
        refs = [ref_of(raw) for raw in raws]
        named = dict(zip(refs, raws, strict=True))
        new = {ref: raw for ref, raw in named.items() if not self.holds(ref)}
        if not new:
            return refs
        written = self._write_beside(new.values())
        folders = sorted({self.path(ref).parent for ref in new})
        self._make(folders)
        for ref, name in zip(new, written, strict=True):
            os.replace(name, self.path(ref))  # noqa: PTH105 # mkstemp gives a name, not a Path
        sync_folders(*folders)
        return refs

    def _write_beside(self, raws: Iterable[bytes]) -> list[str]:
        """Write durable files that have no place yet; return their names."""
        with ExitStack() as opened:
            files, names = [], []
            for raw in raws:
                handle, name = tempfile.mkstemp(dir=self._incoming)
                file = opened.enter_context(os.fdopen(handle, "wb"))
                file.write(raw)
                file.flush()
                files.append(file)
                names.append(name)
            sync_all([file.fileno() for file in files])
        return names

    def _make(self, folders: Sequence[Path]) -> None:
        """Make folders whose names are durable; of 256, so seldom new.

        Their names are synced before anything is put into them: a folder that is
        there was synced, or its maker died before keeping anything in it.
        """
        unsure = [folder for folder in folders if not _holds_anything(folder)]
        for folder in unsure:  # whoever put something into another had synced the name
            folder.mkdir(exist_ok=True)
        if unsure:
            sync_folders(self.root)

    def read(self, ref: str) -> bytes:
        """Return the bytes of a reference.

        Raises:
            RawDamagedError: they are gone or changed.
        """
        try:
            raw = self.path(ref).read_bytes()
        except FileNotFoundError:
            raise RawDamagedError(f"raw wire file {ref} is missing") from None
        if ref_of(raw) != ref:
            raise RawDamagedError(f"raw wire file {ref} is changed")
        return raw

    def holds(self, ref: str) -> bool:
        """Say whether these bytes were kept before."""
        return self.path(ref).exists()

    def path(self, ref: str) -> Path:
        """Return where bytes of that reference lie, whether they are there or not."""
        if not REF.fullmatch(ref):
            raise RawDamagedError(f"{ref[:80]!r} is not a reference to a raw file")
        return self.root / ref[:2] / ref[2:]


def _holds_anything(folder: Path) -> bool:
    """Say whether a folder is there and not empty, without reading all of it."""
    try:
        with os.scandir(folder) as found:
            return next(found, None) is not None
    except FileNotFoundError:
        return False
