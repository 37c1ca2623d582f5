"""What each wire must have in order: folder, secret, address, zone, and a voice."""

import os
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg

from dateline.cli.check import Check, fail, ok, warn
from dateline.errors import DatelineError
from dateline.newsroom.source_rules import ask_rules
from dateline.newsroom.wire_secret import wire_secret
from dateline.outbound.exchange import host_of
from dateline.settings import Settings, WireSettings
from dateline.wire.feeds.ask_answer import check_copy, check_status
from dateline.wire.feeds.ask_rules import Place, next_question
from dateline.wire.feeds.asker import Asker
from dateline.wire.secret import SecretError, SecretMissingError

Row = tuple[datetime | str | None, int, str]
"""When the alarm of silence was raised, failures in a row, and the last error."""

_ALARMS = "SELECT name, silent_since, failures, last_error FROM newsroom_wiresource"


def check_wires(settings: Settings, *, ask: bool) -> Iterator[Check]:
    """Check each wire; ``ask`` also asks the servers of those that are asked."""
    if not settings.wires:
        yield ok("wires", "none is configured")
    rows = _rows(settings)
    for wire in settings.wires:
        name = f"wire {wire.name}"
        if wire.folder is not None:
            yield _folder(name, wire.folder)
        yield from _secret(name, wire, settings)
        if not wire.zone:
            remedy = "zone = 'Asia/Kolkata' (the agency's) under it in dateline.toml."
            said = "no zone: moments without one are read as UTC, embargoes held"
            yield warn(name, said, remedy)
        if wire.url:
            yield _reached(name, wire, settings) if ask else _asked(name, wire)
        yield from _voice(name, rows.get(wire.name))


def is_writable(folder: Path) -> bool:
    """Return whether a folder is there and can be written."""
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def _folder(name: str, folder: Path) -> Check:
    if not is_writable(folder):
        remedy = f"mkdir -p {folder}, and give it to the user that runs it."
        return fail(name, f"{folder} cannot be written", remedy)
    failed = folder / "failed"
    count = len(list(failed.glob("*.error.txt"))) if failed.is_dir() else 0
    if count:
        said = f"{count} files could not be read"
        return warn(name, said, f"Each has its reason beside it in {failed}.")
    return ok(name, f"{folder} is watched")


def _secret(name: str, wire: WireSettings, settings: Settings) -> Iterator[Check]:
    """Check that the secret is there, and that nobody else can read it."""
    try:
        secret = wire_secret(wire, settings=settings)
    except SecretMissingError:
        what = "pushes fail" if wire.transport == "push" else "the agency will refuse"
        where = settings.secrets_path or "a file named by [secrets] file"
        remedy = (
            f"export {wire.token_name}=… before `dateline run`, or write it to {where}."
        )
        yield warn(name, f"{wire.token_name} is not set: {what}", remedy)
    except SecretError as error:
        yield fail(name, str(error), error.hint)
    else:
        if secret is not None:
            yield ok(name, f"its secret {secret.name} is set")


def _asked(name: str, wire: WireSettings) -> Check:
    every = f"every {wire.interval.total_seconds():.0f} s"
    how = "by long poll" if wire.transport == "long-poll" else every
    return ok(name, f"{host_of(wire.url)} is asked {how}; `dateline doctor --ask`")


def _reached(name: str, wire: WireSettings, settings: Settings) -> Check:
    """Ask a wire's server once, for everything, and say what it answered."""
    try:
        rules = ask_rules(wire, settings=settings)
        with Asker(rules, stop=threading.Event()) as asker:
            reply = asker.ask(next_question(rules, Place()))
        check_status(reply, now=datetime.now(UTC))
        check_copy(reply, page_is_fine=wire.lists)
    except DatelineError as error:
        return fail(name, str(error), error.hint)
    return ok(name, f"{reply.host} answered {reply.status}, {len(reply.body)} bytes")


def _voice(name: str, row: Row | None) -> Iterator[Check]:
    """Say if a wire is silent or fails, as the running desk found it."""
    if row is None:
        return
    silent_since, failures, last_error = row
    if silent_since:
        remedy = "Call the agency; `dateline wires` shows when the last item came."
        yield warn(name, "is silent for longer than its idle_alarm", remedy)
    elif failures:
        yield warn(name, f"fails: {last_error}", "It is tried again by itself.")


def _rows(settings: Settings) -> Mapping[str, Row]:
    """Return what is written down of the wires; nothing where no table is."""
    try:
        return {name: (since, n, error) for name, since, n, error in _ask(settings)}
    except (sqlite3.Error, psycopg.Error):
        return {}


def _ask(settings: Settings) -> list[tuple[Any, ...]]:
    if settings.database == "sqlite":
        uri = f"file:{settings.database_path}?mode=ro"
        db = sqlite3.connect(uri, uri=True)
        try:
            return db.execute(_ALARMS).fetchall()
        finally:
            db.close()
    with psycopg.connect(settings.database, connect_timeout=5) as connection:
        return connection.execute(_ALARMS).fetchall()
