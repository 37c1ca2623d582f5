"""Fetching the forms of readers: from the public server's folder into the register.

A file goes away once its entry is in the database; one that is found again after a
sudden death is in the register already, and is known by its number. A reader's
moment counts, not ours: the law counts from when it reached us.
"""

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.db import IntegrityError, connection, connections, transaction

from dateline.durable import sync_folders
from dateline.news.grievance_form import Filed, UnreadableFormError, filed_in
from dateline.newsroom.actions.save_grievance import SaveGrievance
from dateline.newsroom.models.grievance import Grievance

LOOK = 2.0
"""Seconds between two looks into the folder."""

UNREADABLE = ".unreadable"

_log = logging.getLogger("dateline.desk")

Clock = Callable[[], datetime]


def watch_grievances(folder: Path, stop: threading.Event, clock: Clock) -> None:
    """Enter what readers send, until ``stop`` is set."""
    try:
        while True:
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                fetch_grievances(folder, now=clock())
            except Exception:  # noqa: BLE001 - the desk outlives whatever happens to disk and database
                _log.exception("the readers' forms cannot be fetched")
                connection.close()
            if stop.wait(LOOK):
                return
    finally:
        connections.close_all()


def fetch_grievances(folder: Path, *, now: datetime) -> int:
    """Enter each form that waits in a folder; return how many were new.

    A file that is no form is put aside, for a person to look at.
    """
    entered = 0
    for file in sorted(folder.glob("*.json")):
        try:
            filed = filed_in(file.read_bytes())
        except UnreadableFormError as error:
            _log.error("%s is no reader's form (%s); it is put aside", file, error)
            file.replace(file.with_suffix(UNREADABLE))
            continue
        except FileNotFoundError:  # another worker fetched it
            continue
        entered += _enter(filed, now=now)
        file.unlink(missing_ok=True)
    if entered:
        sync_folders(folder)
    return entered


def _enter(filed: Filed, *, now: datetime) -> bool:
    """Enter a form in the register; return whether it was not there yet."""
    form = filed.form
    if Grievance.objects.filter(ticket=filed.ticket).exists():
        return False
    grievance = Grievance(
        ticket=filed.ticket,
        received_at=min(filed.received, now),
        complainant=form.name,
        contact=form.contact,
        address=form.address,
        text=form.text,
    )
    try:
        with transaction.atomic():
            SaveGrievance(grievance=grievance, now=now).execute()
    except IntegrityError:  # another worker was faster
        return False
    return True
