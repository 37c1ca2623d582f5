"""``dateline backup`` and ``dateline restore``."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.site_option import HERE, JsonOption, SiteOption


def backup(
    file: Annotated[Path, typer.Argument(help="A new .tar.zst or .tar.gz file.")],
    *,
    as_json: JsonOption = False,
    site: SiteOption = HERE,
) -> None:
    """Write a backup of the site to one file, while it runs.

    It holds the database with the journal, the pictures, the raw agency copy
    and the settings, with a manifest of hashes. Keep it safe: log-ins are in it.
    """
    from datetime import UTC, datetime

    from dateline.cli.backup_file import write_backup
    from dateline.cli.site_folder import load
    from dateline.cli.words import progress, say, say_json

    settings = load(site)
    with progress("Backing up") as progressed:
        manifest = write_backup(
            settings, file, now=datetime.now(UTC), progressed=progressed
        )
    size = file.stat().st_size
    if as_json:
        say_json({"file": str(file), "bytes": size, "files": len(manifest.files)})
    else:
        say(f"{file}: {len(manifest.files)} files, {size / 1e6:.1f} MB")


def restore(
    file: Annotated[
        Path, typer.Argument(help="A backup.", exists=True, dir_okay=False)
    ],
    folder: Annotated[Path, typer.Argument(help="A new or empty folder.")],
    *,
    as_json: JsonOption = False,
) -> None:
    """Make a folder the site that was backed up; checks every hash and the journal.

    The store is made again when the site starts.
    """
    from dateline.cli.restore_file import restore_backup
    from dateline.cli.words import progress, remark, say, say_json

    with progress("Restoring") as progressed:
        restored = restore_backup(file, folder, progressed=progressed)
    verdict = restored.verdict
    entries = verdict.entries if verdict else None
    files = len(restored.manifest.files)
    if as_json:
        say_json({"folder": str(folder), "files": files, "entries": entries})
        return
    say(f"{folder}: {files} files, every hash is right")
    if entries is None:
        dump = folder / restored.manifest.data / "database.dump"
        remark("The database is a dump of PostgreSQL. Restore it with:")
        remark(f"  pg_restore --clean --if-exists --dbname=URL {dump}")
        remark("and check it with: dateline journal verify")
    else:
        say(f"the journal's {entries} entries are whole and in order")
    remark(f"Start it with: dateline run --site {folder}")
