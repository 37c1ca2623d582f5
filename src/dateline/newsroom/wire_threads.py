"""What each wire's own thread does: hand over what arrives, and write it down."""

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache, partial

from django.db import connection, connections

from dateline.newsroom.hand_over import Delivery, hand_over, write_down
from dateline.newsroom.picture_drop import take_in_file
from dateline.newsroom.routing.stored import stored_rules
from dateline.newsroom.source_rules import source_rules
from dateline.newsroom.wire_log import note_contact
from dateline.newsroom.wire_standing import change_alarms
from dateline.settings import Settings, WireSettings
from dateline.wire.feeds.folder import DropFolder, Dropped, bursts
from dateline.wire.raw_archive import RawArchive
from dateline.wire.routing import Rule

LOOK = 2.0
"""Seconds between two looks for silence."""

AGAIN = 5.0
"""Seconds until a folder that could not be watched is tried again."""

_log = logging.getLogger("dateline.desk")

Clock = Callable[[], datetime]


def watch_folder(
    wire: WireSettings, *, archive: RawArchive, stop: threading.Event, clock: Clock
) -> None:
    """Take in what is dropped in a wire's folder, until ``stop`` is set.

    A folder that cannot be watched (a network drive that is away) is tried again.
    """
    try:
        while not stop.is_set():
            _watch_while_it_goes(wire, archive, stop, clock)
    finally:
        connections.close_all()


def _watch_while_it_goes(
    wire: WireSettings, archive: RawArchive, stop: threading.Event, clock: Clock
) -> None:
    """Watch a folder until it cannot be watched; then write that down and wait."""
    try:
        rules = source_rules(wire)
        folder = DropFolder(rules, archive=archive, now=clock, poll=wire.poll)
        note_contact(wire.name, now=clock())
        for burst in bursts([folder], stop=stop):
            take_dropped(burst, now=clock())
    except Exception as error:  # noqa: BLE001 - whatever it is, the folder is tried again
        _log.exception("wire %s: its folder cannot be watched", wire.name)
        write_down(wire.name, f"the folder cannot be watched: {error}", now=clock())
        stop.wait(AGAIN)


def take_dropped(burst: Sequence[Dropped], *, now: datetime) -> None:
    """Take in files and put them away; one that fails otherwise is tried again."""
    rules = cache(stored_rules)
    hand_over([_delivery(each, rules=rules, now=now) for each in burst], now=now)


def _delivery(
    dropped: Dropped, *, rules: Callable[[], Sequence[Rule]], now: datetime
) -> Delivery:
    name, source = dropped.path.name, dropped.source
    take = partial(
        take_in_file, dropped.raw, name=name, source=source, now=now, rules=rules
    )
    return Delivery(
        arrived=dropped, take=take, name=name, source=source, tell=dropped.settled
    )


def watch_silence(settings: Settings, stop: threading.Event, clock: Clock) -> None:
    """Raise the alarm of each wire that is silent too long, until ``stop`` is set."""
    try:
        while not stop.wait(LOOK):
            _look_for_silence(settings, clock())
    finally:
        connections.close_all()


def _look_for_silence(settings: Settings, now: datetime) -> None:
    try:
        for name, silent in change_alarms(settings.wires, now=now):
            if silent:
                _log.warning("wire %s is silent: call the agency", name)
            else:
                _log.info("wire %s speaks again", name)
    except Exception:  # noqa: BLE001 - the watch outlives whatever happens to the database
        _log.exception("the watch for silence stumbled")
        connection.close()
