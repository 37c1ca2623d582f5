"""A wire that is asked over HTTP, at work: its thread and its place."""

import logging
import threading
from dataclasses import dataclass
from datetime import datetime
from random import SystemRandom
from traceback import format_exc
from typing import Any

import msgspec
from django.db import connection, connections

from dateline.newsroom.hand_over import Delivery, hand_over, write_down
from dateline.newsroom.intake.arrival import Outcome
from dateline.newsroom.intake.take_in import take_in
from dateline.newsroom.source_rules import ask_rules
from dateline.newsroom.wire_log import (
    note_contact,
    note_error,
    place_of,
    save_place,
)
from dateline.newsroom.wire_threads import AGAIN, Clock
from dateline.settings import Settings, WireSettings
from dateline.wire.errors import WireError
from dateline.wire.feeds.ask_rules import AskRules, Place
from dateline.wire.feeds.asker import Asker
from dateline.wire.feeds.pull import Clockwork, Fetched, Puller, pulls
from dateline.wire.raw_archive import RawArchive
from dateline.wire.source import SourceRules

_log = logging.getLogger("dateline.desk")


def watch_server(
    wire: WireSettings, *, settings: Settings, stop: threading.Event, clock: Clock
) -> None:
    """Ask a wire's server until ``stop`` is set; whatever happens, again later."""
    try:
        while not stop.is_set():
            _ask_while_it_goes(wire, settings, stop, clock)
    finally:
        connections.close_all()


def _ask_while_it_goes(
    wire: WireSettings, settings: Settings, stop: threading.Event, clock: Clock
) -> None:
    """Ask until something breaks that is not the server's fault; then wait."""
    rules: AskRules | None = None
    try:
        rules = ask_rules(wire, settings=settings)
        with Asker(rules, stop=stop) as asker:
            puller = Puller(
                rules,
                asker=asker,
                memory=DatabaseMemory(wire=wire, clock=clock),
                archive=RawArchive(settings.raw_path),
                clockwork=Clockwork(now=clock, chance=SystemRandom().random),
            )
            for fetched in pulls(puller, stop=stop):
                take_fetched(fetched, source=rules.source, now=clock())
    except WireError as error:  # a secret that is not there
        _say(wire, f"{error}. {error.hint}", clock())
        stop.wait(AGAIN)
    except Exception as error:  # noqa: BLE001 - whatever it is, the wire is asked again
        at = format_exc()  # as text: the message could hold the secret
        _log.error("wire %s: %s", wire.name, rules.hide(at) if rules else at)
        _say(wire, f"stumbled: {type(error).__name__}", clock())
        connection.close()
        stop.wait(AGAIN)


def take_fetched(fetched: Fetched, *, source: SourceRules, now: datetime) -> None:
    """Take in a document that came; one that fails otherwise is asked for again."""

    def take() -> list[Outcome]:
        return take_in(fetched.copy(), source=source, now=now)

    tell, name = fetched.first_try, fetched.name
    delivery = Delivery(arrived=fetched, take=take, name=name, source=source, tell=tell)
    hand_over([delivery], now=now)


@dataclass(frozen=True, kw_only=True)
class DatabaseMemory:
    """Keeps a wire's place in its row, and notes what became of each visit."""

    wire: WireSettings
    clock: Clock

    def load(self) -> Place:
        """Return where to go on; from the start if the address was changed."""
        kept: dict[str, Any] = place_of(self.wire.name).place
        if kept.pop("of", "") != self._of:
            return Place()
        return msgspec.convert(kept, Place)

    def save(self, place: Place) -> None:
        """Remember where to go on."""
        built: dict[str, Any] = msgspec.to_builtins(place)
        save_place(self.wire.name, {**built, "of": self._of})

    def heard(self) -> None:
        """Note that the source answered."""
        note_contact(self.wire.name, now=self.clock())

    def failed(self, error: str, place: Place) -> None:
        """Write down and log what went wrong."""
        _log.warning("wire %s: %s", self.wire.name, error)
        note_error(
            self.wire.name,
            error,
            now=self.clock(),
            failures=place.failures,
            quiet_until=place.quiet_until,
        )

    @property
    def _of(self) -> str:
        """What a place belongs to: another address or cursor is another way."""
        return f"{self.wire.url} {self.wire.cursor} {self.wire.cursor_parameter}"


def _say(wire: WireSettings, error: str, now: datetime) -> None:
    """Log an error and write it down."""
    _log.error("wire %s: %s", wire.name, error)
    write_down(wire.name, error, now=now)
