"""Restoring a backup: nothing counts as restored before it was checked.

The archive is unpacked beside the target while each file is hashed; only when
the manifest agrees with all of them and the journal verifies does the folder
get its name.
"""

import hashlib
import shutil
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import msgspec
import zstandard

from dateline.cli.backup_file import MANIFEST, Kept, Manifest, reading_archive
from dateline.cli.words import Step
from dateline.errors import DatelineError
from dateline.journal.sqlite import SQLiteJournal
from dateline.journal.verify import Verdict, verify

_CHUNK = 1 << 20


class RestoreError(DatelineError):
    """The backup cannot be restored; nothing was left behind."""

    hint = "Take another backup: this one is damaged or is none."


@dataclass(frozen=True, kw_only=True, slots=True)
class Restored:
    """What was restored; ``verdict`` is None where the journal is not in the folder."""

    manifest: Manifest
    verdict: Verdict | None


def restore_backup(file: Path, folder: Path, *, progressed: Step) -> Restored:
    """Make ``folder`` the site that was backed up to ``file``.

    Raises RestoreError if there is anything in the folder, if a file's hash is
    wrong, or if the journal does not verify.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RestoreError(f"{folder} is not an empty folder", hint="Name another.")
    staging = folder.resolve().with_name(f".{folder.name}.restoring")
    shutil.rmtree(staging, ignore_errors=True)
    try:
        staging.mkdir(parents=True)
        manifest = _unpack(file, staging, progressed)
        verdict = _verify_journal(manifest, staging)
        if folder.exists():
            folder.rmdir()
        staging.rename(folder.resolve())
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return Restored(manifest=manifest, verdict=verdict)


def _unpack(file: Path, staging: Path, progressed: Step) -> Manifest:
    found: dict[str, Kept] = {}
    manifest: Manifest | None = None
    try:
        with reading_archive(file) as archive:
            for name, member in _members(archive):
                if name == MANIFEST:
                    body = archive.extractfile(member)
                    manifest = msgspec.json.decode(
                        body.read() if body else b"", type=Manifest
                    )
                    continue
                found[name] = _unpack_one(archive, member, staging / name)
                progressed("files", len(found), max(len(found), 1) + 1)
    except (
        tarfile.TarError,
        zstandard.ZstdError,
        zlib.error,
        EOFError,
        msgspec.MsgspecError,
    ) as error:
        raise RestoreError(f"{file}: {error}") from error
    if manifest is None:
        raise RestoreError(f"{file} has no manifest: it broke off")
    progressed("files", len(found), len(found))
    _compare(manifest, found)
    return manifest


def _members(archive: tarfile.TarFile) -> Iterator[tuple[str, tarfile.TarInfo]]:
    """Yield plain files with harmless names; raises RestoreError at any other."""
    for member in archive:
        name = PurePosixPath(member.name)
        if not member.isfile() or name.is_absolute() or ".." in name.parts:
            raise RestoreError(f"{member.name!r} does not belong in a backup")
        yield name.as_posix(), member


def _unpack_one(
    archive: tarfile.TarFile, member: tarfile.TarInfo, target: Path
) -> Kept:
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    source = archive.extractfile(member)
    if source is None:
        raise RestoreError(f"{member.name!r} cannot be read")
    target.touch(mode=member.mode & 0o700 | 0o600)
    with target.open("wb") as out:
        while some := source.read(_CHUNK):
            out.write(some)
            digest.update(some)
            size += len(some)
    return Kept(path=member.name, size=size, sha256=digest.hexdigest())


def _compare(manifest: Manifest, found: Mapping[str, Kept]) -> None:
    """Raise RestoreError unless what was unpacked is exactly what was packed."""
    promised = {kept.path: kept for kept in manifest.files}
    wrong = sorted(
        name
        for name in promised.keys() | found.keys()
        if promised.get(name) != found.get(name)
    )
    if wrong:
        more = f" and {len(wrong) - 1} more" if len(wrong) > 1 else ""
        raise RestoreError(f"{wrong[0]}{more}: not as it was backed up")


def _verify_journal(manifest: Manifest, staging: Path) -> Verdict | None:
    if manifest.database != "sqlite":
        return None
    journal = SQLiteJournal(staging / manifest.data / "newsroom.sqlite3")
    try:
        verdict = verify(journal.entries(0))
    finally:
        journal.close()
    if verdict.findings:
        first = verdict.findings[0]
        raise RestoreError(
            f"the journal in it is damaged: entry {first.seq}, {first.fault}"
        )
    return verdict
