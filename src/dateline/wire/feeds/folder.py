"""The folder drop: files in, bytes out, nothing lost and nothing read half.

    FOLDER/            what arrived and waits
    FOLDER/done/DAY/   what was taken
    FOLDER/failed/     what cannot be read, each with an ``.error.txt`` beside it

A file is handed on as soon as its end shows that it is whole (``complete``), a
few milliseconds after it was closed or moved in. One whose end cannot tell, or
that does not parse, is tried again until it has not changed for ``quiet``
seconds; only then is it failed. Its bytes are in the raw archive before anyone
sees them.

The kernel's notices (inotify) make it fast; a look into the folder every
``LOOK_SECONDS`` makes it safe: notices get lost, and network folders give none
(``poll=True``).

What waits is handed on in bursts of up to `BURST`: the disk and the database are
asked once for all of them. Nothing is waited for to fill one.
"""

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from stat import S_ISREG

import watchfiles

from dateline.wire.complete import is_complete
from dateline.wire.errors import WireError
from dateline.wire.raw_archive import RawArchive, ref_of
from dateline.wire.source import SourceRules

QUIET_SECONDS = 3.0
LOOK_SECONDS = 0.5
STEP_MILLISECONDS = 5  # a notice is handed on after one or two of these
BURST = 20
BURST_BYTES = 4_000_000  # photographs come one by one
TEMPORARY = (".tmp", ".part", ".partial", ".filepart", ".crdownload", ".swp", "~")

# What changes when a file is written to or replaced.
Signature = tuple[int, int, int]


class FolderError(WireError):
    """A drop folder cannot be used."""

    hint = "Give the user that runs Dateline the right to write in the folder."


@dataclass(frozen=True, kw_only=True)
class Dropped:
    """A file that arrived. Call ``accept`` or ``refuse``, once, when done with it.

    ``settled`` says that it has been quiet long enough: refused now, it fails.
    """

    path: Path
    raw: bytes
    raw_ref: str
    source: SourceRules
    settled: bool
    folder: "DropFolder" = field(repr=False)
    signature: Signature = field(repr=False)

    def accept(self) -> None:
        """Move the file to ``done``; unless it was changed since, then it waits."""
        self.folder.finish(self)

    def refuse(self, error: Exception) -> None:
        """Try the file again later, or move it to ``failed`` with the reason."""
        self.folder.fail(self, error)


@dataclass(kw_only=True)
class Waiting:
    """A file that could not be taken yet."""

    signature: Signature
    since: float
    handed_on: bool = False


class DropFolder:
    """One source's folder.

    Args:
        source: its rules; ``source.folder`` must be set.
        archive: where the bytes are kept.
        now: gives the moment, for the day under ``done``.
        quiet: seconds without a change after which a bad file has failed.
        poll: look only, do not rely on the kernel (network folders).
    """

    def __init__(
        self,
        source: SourceRules,
        *,
        archive: RawArchive,
        now: Callable[[], datetime],
        quiet: float = QUIET_SECONDS,
        poll: bool = False,
    ) -> None:
        if source.folder is None:
            raise FolderError(
                f"wire {source.name} has no folder",
                hint=f"Set folder under [wires.{source.name}] in dateline.toml.",
            )
        self.source, self.poll = source, poll
        self.path = source.folder
        self._archive, self._now, self._quiet = archive, now, quiet
        self._waiting: dict[Path, Waiting] = {}
        self._done, self._failed = self.path / "done", self.path / "failed"
        try:
            for each in (self.path, self._done, self._failed):
                each.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FolderError(f"wire {source.name}: {error}") from error

    def look(self) -> Iterator[list[Dropped]]:
        """Hand on every file that is ready, the oldest first."""
        with os.scandir(self.path) as entries:
            found = [
                (entry.stat().st_mtime_ns, self.path / entry.name)
                for entry in entries
                if _is_wanted(entry.name) and entry.is_file(follow_symlinks=False)
            ]
        present = {path for _, path in found}
        self._waiting = {p: w for p, w in self._waiting.items() if p in present}
        yield from self.offer(path for _, path in sorted(found))

    def offer(self, paths: Iterable[Path]) -> Iterator[list[Dropped]]:
        """Hand on those of some files that are ready, in bursts."""
        burst: list[Dropped] = []
        for path in paths:
            if (file := self._read(path)) is None:
                continue
            burst.append(file)
            if len(burst) == BURST or sum(len(f.raw) for f in burst) > BURST_BYTES:
                yield self._kept(burst)
                burst = []
        if burst:
            yield self._kept(burst)

    def _kept(self, burst: list[Dropped]) -> list[Dropped]:
        """Keep the bytes of a burst before anyone sees them."""
        self._archive.keep_all([file.raw for file in burst])
        return burst

    def _read(self, path: Path) -> Dropped | None:
        """Read a file, if it is ready."""
        if path.parent != self.path or not _is_wanted(path.name):
            return None
        try:
            if not S_ISREG(path.lstat().st_mode):
                return None  # a link may lead anywhere
            signature = _signature(path)
            ready, settled = self._is_ready(path, signature)
            raw = path.read_bytes() if ready else b""
            changed = ready and _signature(path) != signature
        except FileNotFoundError:
            return None
        if not ready or changed or not (settled or is_complete(raw)):
            return None
        self._waiting[path].handed_on = True
        return Dropped(
            path=path,
            raw=raw,
            raw_ref=ref_of(raw),
            source=self.source,
            settled=settled,
            folder=self,
            signature=signature,
        )

    def finish(self, dropped: Dropped) -> None:
        """Move a file that was taken."""
        day = self._done / self._now().date().isoformat()
        day.mkdir(exist_ok=True)
        self._move(dropped, day)

    def fail(self, dropped: Dropped, error: Exception) -> None:
        """Move a file that cannot be read, if it has been quiet long enough."""
        if not dropped.settled:
            return
        place = self._move(dropped, self._failed)
        if place is not None:
            hint = getattr(error, "hint", "")
            text = f"{type(error).__name__}: {error}\n{hint}\n"
            note = place.with_name(f"{place.name}.error.txt")
            note.write_text(text, encoding="utf-8")

    def _is_ready(self, path: Path, signature: Signature) -> tuple[bool, bool]:
        """Say whether to try a file now, and whether it is quiet for good."""
        moment = time.monotonic()
        waiting = self._waiting.get(path)
        if waiting is None or waiting.signature != signature:
            self._waiting[path] = Waiting(signature=signature, since=moment)
            return True, False
        settled = moment - waiting.since >= self._quiet
        return settled or not waiting.handed_on, settled

    def _move(self, dropped: Dropped, folder: Path) -> Path | None:
        """Move the very file that was read; a newer one of that name stays."""
        self._waiting.pop(dropped.path, None)
        place = _free_name(folder, dropped.path.name)
        try:
            if _signature(dropped.path) != dropped.signature:
                return None
            dropped.path.rename(place)
            if _signature(place) != dropped.signature:
                place.rename(dropped.path)  # written to in between: read it again
                return None
        except FileNotFoundError:
            return None
        return place


def bursts(
    folders: Sequence[DropFolder], *, stop: threading.Event
) -> Iterator[list[Dropped]]:
    """Hand on files of several folders as they arrive, until ``stop`` is set.

    A burst is of one folder, and never empty. Files that lie there already come
    first. Runs in the caller's thread; a thread a folder keeps a slow source from
    delaying the others.
    """
    for found in _looks_and_notices(folders, stop):
        for burst in found:
            if stop.is_set():
                return
            yield burst


def _looks_and_notices(
    folders: Sequence[DropFolder], stop: threading.Event
) -> Iterator[Iterator[list[Dropped]]]:
    """Give what a look finds at the start and now and then, and each notice."""
    by_path = {folder.path.resolve(): folder for folder in folders}
    looked = float("-inf")
    for paths in _notices(by_path, stop):
        for place, folder in by_path.items():
            here = sorted(path.name for path in paths if path.parent == place)
            yield folder.offer(folder.path / name for name in here)
        if time.monotonic() - looked >= LOOK_SECONDS:  # also while notices pour in
            for folder in folders:
                yield folder.look()
            looked = time.monotonic()


def _notices(
    folders: Mapping[Path, DropFolder], stop: threading.Event
) -> Iterator[set[Path]]:
    """Give the paths that changed; an empty set first and when nothing did."""
    yield set()
    watched = [path for path, folder in folders.items() if not folder.poll]
    if not watched:
        while not stop.wait(LOOK_SECONDS):
            yield set()
        return
    for changes in watchfiles.watch(
        *watched,
        watch_filter=None,
        step=STEP_MILLISECONDS,
        debounce=4 * STEP_MILLISECONDS,
        rust_timeout=int(LOOK_SECONDS * 1000),
        yield_on_timeout=True,
        stop_event=stop,
        recursive=False,
    ):
        gone = watchfiles.Change.deleted
        yield {Path(path) for change, path in changes if change is not gone}


def _is_wanted(name: str) -> bool:
    """Say whether a name is a file's final one."""
    return not name.startswith(".") and not name.lower().endswith(TEMPORARY)


def _signature(path: Path) -> Signature:
    """Give what changes when a file is written to or replaced."""
    stat = path.lstat()
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def _free_name(folder: Path, name: str) -> Path:
    """Give a path in a folder that is not taken: ``a.xml``, else ``a.2.xml``."""
    path, number = folder / name, 1
    while path.exists():
        number += 1
        stem, dot, ending = name.rpartition(".")
        path = folder / (f"{stem}.{number}{dot}{ending}" if dot else f"{name}.{number}")
    return path
