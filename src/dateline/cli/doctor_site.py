"""What a site must have in order: database, journal, store, media, wires, weather."""

import os
import sqlite3
from collections.abc import Iterator
from datetime import datetime

import psycopg

from dateline.cli.check import Check, fail, ok, warn
from dateline.cli.doctor_house import check_house
from dateline.cli.doctor_wires import check_wires, is_writable
from dateline.cli.lock import PRESS, is_held
from dateline.cli.open_journal import has_store, open_journal, reading_store
from dateline.cli.search_work import check_search
from dateline.errors import DatelineError
from dateline.journal.reader import Journal
from dateline.journal.verify import verify
from dateline.live.board import read_board
from dateline.news.weather import SHOWN_FOR
from dateline.press.follow import check_position, must_rebuild
from dateline.settings import Settings
from dateline.store.position import position

QUICK = 5_000
"""Entries that doctor verifies: all, if there are no more."""


def site_checks(
    settings: Settings, *, now: datetime, ask: bool = False
) -> Iterator[Check]:
    """Yield the checks of the site's own things; ``ask`` also asks its wires."""
    database = check_database(settings)
    yield database
    if database.state == "ok":
        yield from check_journal(settings)
    yield from check_folders(settings)
    yield from check_wires(settings, ask=ask)
    yield check_weather(settings, now=now)
    yield from check_house(settings, now=now)


def check_database(settings: Settings) -> Check:
    """Check that the database can be reached and has the newsroom's tables."""
    if _never_ran(settings):
        remedy = "Start the site (`dateline run`): it makes them."
        return warn("database", "no tables yet: this site never ran", remedy)
    try:
        applied = _migrations(settings)
    except (sqlite3.Error, psycopg.Error) as error:
        first = str(error).strip().splitlines()[0]
        remedy = "Start the site once (`dateline run`): it makes the tables."
        if settings.database != "sqlite":
            remedy = "Check [database] url, and that the server runs. " + remedy
        return fail("database", first, remedy)
    return ok("database", f"reachable, {applied} migrations applied")


def _never_ran(settings: Settings) -> bool:
    """Return whether a site was made and not started; a lost database is worse."""
    if settings.database != "sqlite" or settings.database_path.exists():
        return False
    return not has_store(settings)


def _migrations(settings: Settings) -> int:
    count = "SELECT count(*) FROM django_migrations"
    if settings.database == "sqlite":
        uri = f"file:{settings.database_path}?mode=ro"
        db = sqlite3.connect(uri, uri=True)
        try:
            return int(db.execute(count).fetchone()[0])
        finally:
            db.close()
    with psycopg.connect(settings.database, connect_timeout=5) as connection:
        row = connection.execute(count).fetchone()
        return int(row[0]) if row else 0


def check_journal(settings: Settings) -> Iterator[Check]:
    """Check the newest entries of the journal, and store and index against it."""
    try:
        journal = open_journal(settings)
    except DatelineError as error:
        yield fail("journal", str(error), error.hint)
        return
    try:
        yield _verified(journal)
        yield from _store(settings, journal)
        yield check_search(settings, journal)
    finally:
        journal.close()


def _verified(journal: Journal) -> Check:
    head = journal.head()[0]
    if head > QUICK:
        remedy = "`dateline journal verify` reads all of them."
        return warn("journal", f"{head} entries are too many to verify here", remedy)
    verdict = verify(journal.entries(0, until=head))
    if verdict.findings:
        said = f"{len(verdict.findings)} of {head} entries are damaged"
        return fail(
            "journal", said, "`dateline journal verify`, then restore a backup."
        )
    return ok("journal", f"{head} entries, whole and in order")


def _store(settings: Settings, journal: Journal) -> Iterator[Check]:
    if not has_store(settings):
        remedy = "`dateline run` or `dateline rebuild` makes it."
        yield warn("store", "the press has not made one yet", remedy)
        return
    try:
        with reading_store(settings) as store, store.read() as tx:
            at = position(tx)
        check_position(journal, at)
    except DatelineError as error:
        yield fail("store", str(error), error.hint)
        return
    if must_rebuild(settings.store_path):
        remedy = "The press does it when it starts; or `dateline rebuild`."
        yield warn("store", "was made by other templates or is unfinished", remedy)
    behind = journal.head()[0] - at.seq
    if behind and not is_held(settings.data / PRESS):
        said = f"{behind} entries behind the journal, and no press runs"
        yield warn("store", said, "Start the site: `dateline run`.")
    else:
        yield ok("store", f"at entry {at.seq}, {behind} behind the journal")


def check_folders(settings: Settings) -> Iterator[Check]:
    """Check that what must be written can be."""
    for name, folder in (
        ("data", settings.data),
        ("media", settings.media_path),
        ("raw copy", settings.raw_path),
    ):
        if is_writable(folder):
            yield ok(name, f"{folder} can be written")
        else:
            remedy = f"mkdir -p {folder}, and give it to the user that runs the site."
            yield fail(name, f"{folder} cannot be written", remedy)


def check_weather(settings: Settings, *, now: datetime) -> Check:
    """Check that there are temperatures that may still be shown."""
    chosen = settings.weather
    if not chosen.providers:
        return ok("weather", "no provider: pages show none")
    if chosen.key_name and not os.environ.get(chosen.key_name):
        return warn("weather", f"{chosen.key_name} is not set", "Export the key.")
    if not settings.weather_path.exists():
        remedy = "The weather part fetches them within minutes of `dateline run`."
        return warn("weather", "no temperatures yet", remedy)
    readings = read_board(settings.weather_path)
    shown = sum(1 for r in readings.values() if abs(now - r.valid_at) <= SHOWN_FOR)
    said = f"{shown} of {len(settings.site.cities)} cities have a temperature"
    if shown < len(settings.site.cities):
        return warn("weather", said, "Look at what the weather part says in the log.")
    return ok("weather", said)
