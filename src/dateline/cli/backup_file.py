"""A backup: one archive of everything that cannot be made again.

    dateline.toml, data/secret_key
    data/grievances         forms that were not in the database yet
    data/newsroom.sqlite3   taken through SQLite's own backup, while in use
    data/media, data/raw    files named by their hashes, which never change
    MANIFEST.json           last: size and SHA-256 of every file above

The store is left out: it is a function of the journal. The manifest comes
last, so an archive that broke off has none and is refused.
"""

import hashlib
import io
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, cast

import msgspec
import zstandard

from dateline import __version__
from dateline.cli.site_folder import FILE
from dateline.cli.words import Step
from dateline.errors import DatelineError
from dateline.settings import Settings

MANIFEST = "MANIFEST.json"
DUMP = "database.dump"
_ZSTD = (".tar.zst", ".tzst")
_GZIP = (".tar.gz", ".tgz")
_CHUNK = 1 << 20


class BackupError(DatelineError):
    """The backup cannot be written."""

    hint = "Choose a name that ends in .tar.zst or .tar.gz and does not exist yet."


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a backup."""

    path: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What is in a backup. ``database`` is "sqlite" or "postgresql"."""

    dateline: str
    made: datetime
    database: str
    data: str
    files: tuple[Kept, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A file to be kept: where it is, and its name in the archive."""

    path: Path
    name: str


def write_backup(
    settings: Settings, target: Path, *, now: datetime, progressed: Step
) -> Manifest:
    """Write a backup of a site to ``target`` and return what is in it.

    Raises BackupError if there is such a file, or the name says no format.
    """
    if target.exists():
        raise BackupError(f"{target} exists")
    if not target.name.endswith(_ZSTD + _GZIP):
        raise BackupError(f"{target.name} names no format")
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        with tempfile.TemporaryDirectory(dir=settings.data) as scratch:
            sources = [*_first(settings, Path(scratch)), *_large(settings)]
            manifest = _write(settings, sources, unfinished, now, progressed)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return manifest


def _first(settings: Settings, scratch: Path) -> Iterator[Source]:
    """Yield settings, forms and database; the database as of now, before the media."""
    data = _data_name(settings)
    yield Source(path=settings.root / FILE, name=FILE)
    yield Source(path=settings.data / "secret_key", name=f"{data}/secret_key")
    yield from _forms(settings, scratch)
    if settings.database == "sqlite":
        copy = scratch / settings.database_path.name
        copy_database(settings.database_path, copy)
        yield Source(path=copy, name=f"{data}/{copy.name}")
    else:
        dump = scratch / DUMP
        dump_database(settings.database, dump)
        yield Source(path=dump, name=f"{data}/{DUMP}")


def _forms(settings: Settings, scratch: Path) -> Iterator[Source]:
    """Yield the forms of readers that wait for the desk.

    Copied before the database is: what the desk enters meanwhile is then in both, and
    has one number; afterwards it might be in neither.
    """
    folder = settings.grievances_path
    for file in sorted(folder.glob("[!.]*")):
        copy = scratch / file.name
        with suppress(FileNotFoundError):  # the desk has just entered it
            shutil.copyfile(file, copy)
            yield Source(
                path=copy, name=f"{_data_name(settings)}/{folder.name}/{file.name}"
            )


def copy_database(database: Path, copy: Path) -> None:
    """Copy a SQLite database that is in use, as of one moment."""
    if not database.exists():
        raise BackupError(f"{database} does not exist", hint="The site never ran.")
    source = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    target = sqlite3.connect(copy)
    try:
        source.backup(target)
    finally:
        target.close()
        source.close()


def dump_database(url: str, dump: Path) -> None:
    """Dump a PostgreSQL database with its own tool; raises BackupError."""
    tool = shutil.which("pg_dump")
    if tool is None:
        raise BackupError(
            "pg_dump is not installed here",
            hint="Install PostgreSQL's client programs, of the server's version.",
        )
    command = [tool, "--format=custom", f"--file={dump}", url]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own words and the site's setting
    if done.returncode:
        raise BackupError(done.stderr.strip(), hint="pg_dump said so.")


def _data_name(settings: Settings) -> str:
    """Return the data folder as it is named in the archive: below the root."""
    if settings.data.is_relative_to(settings.root):
        return settings.data.relative_to(settings.root).as_posix()
    return "data"


def _large(settings: Settings) -> Iterator[Source]:
    data = _data_name(settings)
    for folder, name in (
        (settings.media_path, f"{data}/media"),
        (settings.raw_path, f"{data}/raw"),
    ):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                inner = path.relative_to(folder).as_posix()
                yield Source(path=path, name=f"{name}/{inner}")


def _write(
    settings: Settings,
    sources: list[Source],
    target: Path,
    now: datetime,
    progressed: Step,
) -> Manifest:
    kept: list[Kept] = []
    with _archive(target) as archive:
        for number, source in enumerate(sources, start=1):
            found = _add(archive, source)
            if found is not None:
                kept.append(found)
            progressed("files", number, len(sources))
        manifest = Manifest(
            dateline=__version__,
            made=now,
            database="sqlite" if settings.database == "sqlite" else "postgresql",
            data=_data_name(settings),
            files=tuple(kept),
        )
        body = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
        info = tarfile.TarInfo(MANIFEST)
        info.size, info.mtime, info.mode = len(body), int(now.timestamp()), 0o600
        archive.addfile(info, io.BytesIO(body))
    return manifest


@contextmanager
def _archive(target: Path) -> Iterator[tarfile.TarFile]:
    """Open an archive for writing; readable by its owner only."""
    target.touch(mode=0o600)
    name = target.name.removesuffix(".unfinished")
    with target.open("wb") as raw:
        if name.endswith(_GZIP):
            with tarfile.open(fileobj=raw, mode="w|gz") as archive:
                yield archive
            return
        compressor = zstandard.ZstdCompressor(level=6, threads=-1)
        with (
            compressor.stream_writer(raw, closefd=False) as stream,
            tarfile.open(fileobj=stream, mode="w|") as archive,
        ):
            yield archive


class _Hashed:
    """A file that is hashed as it is read, so that it is read once."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.sha256 = hashlib.sha256()

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes and take them into the hash."""
        some = self._file.read(size)
        self.sha256.update(some)
        return some


def _add(archive: tarfile.TarFile, source: Source) -> Kept | None:
    """Add a file; None if it has gone, as a kill's pictures do."""
    try:
        file = source.path.open("rb")
    except FileNotFoundError:
        return None
    with file:
        info = archive.gettarinfo(arcname=source.name, fileobj=file)
        info.uid = info.gid = 0
        info.uname = info.gname = ""
        hashed = _Hashed(file)
        archive.addfile(info, cast("IO[bytes]", hashed))
    return Kept(path=source.name, size=info.size, sha256=hashed.sha256.hexdigest())


@contextmanager
def reading_archive(file: Path) -> Iterator[tarfile.TarFile]:
    """Open a backup for reading from its beginning to its end."""
    with file.open("rb") as raw:
        if raw.read(2) == b"\x1f\x8b":
            raw.seek(0)
            with tarfile.open(fileobj=raw, mode="r|gz") as archive:
                yield archive
            return
        raw.seek(0)
        with (
            zstandard.ZstdDecompressor().stream_reader(raw, read_size=_CHUNK) as stream,
            tarfile.open(fileobj=stream, mode="r|") as archive,
        ):
            yield archive
