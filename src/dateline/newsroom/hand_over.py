"""What comes over a wire, handed to the intake, and written down by its wire.

The same for a file that was dropped and a document that was asked for: whatever
goes wrong with one must not end the thread of its wire.

What came together is taken in together: one transaction, and nothing that came
hears of it before the commit, so a process that dies loses nothing. If anything
fails in it, it is as if nothing had been tried, and each is taken in by itself.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.db import DatabaseError, connection, transaction

from dateline.newsroom.intake.arrival import Outcome
from dateline.newsroom.intake.take_in import record_refusal
from dateline.newsroom.wire_log import note_error, note_taken
from dateline.wire.errors import RefusedError
from dateline.wire.source import SourceRules

_log = logging.getLogger("dateline.desk")


class Arrived(Protocol):
    """What came: it hears what became of it, or nothing, and then comes again."""

    @property
    def raw_ref(self) -> str:
        """Its bytes' name in the raw archive."""

    def accept(self) -> None:
        """Hear that it was taken in."""

    def refuse(self, error: RefusedError, /) -> None:
        """Hear that it cannot be read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivery:
    """One thing that came, and what is needed to take it in.

    Args:
        arrived: what came.
        take: takes it in; raises RefusedError if it cannot be read.
        name: what the desk calls it.
        source: the rules of its wire.
        tell: whether the desk is told of a refusal now.
    """

    arrived: Arrived
    take: Callable[[], Sequence[Outcome]]
    name: str
    source: SourceRules
    tell: bool


def hand_over(deliveries: Sequence[Delivery], *, now: datetime) -> None:
    """Take in what came over one wire and say so to it; what fails comes again."""
    left = list(deliveries)
    while left:
        try:
            done = _take_together(left, now=now)
        except Exception:  # noqa: BLE001 - whatever it is, it is found again one by one
            _log.info("%d that came together are taken in one by one", len(left))
            connection.close()
            for delivery in left:
                _take_alone(delivery, now=now)
            return
        for delivery, became in zip(left, done, strict=False):
            _say(delivery, became, now=now)
        left = left[len(done) :]


def _take_together(
    deliveries: Sequence[Delivery], *, now: datetime
) -> list[Sequence[Outcome] | RefusedError]:
    """Take in the first few, all or none, and return what became of each.

    What readers see of one, or see no longer, does not wait for those behind it.
    """
    done: list[Sequence[Outcome] | RefusedError] = []
    taken: list[Outcome] = []
    with transaction.atomic():
        for delivery in deliveries:
            try:
                outcomes = delivery.take()
            except RefusedError as error:  # nothing of it was written
                done.append(error)
                continue
            done.append(outcomes)
            taken += outcomes
            if any(outcome.entries for outcome in outcomes):
                break
        if not all(isinstance(became, RefusedError) for became in done):
            note_taken(deliveries[0].source.name, taken, now=now)
    return done


def _take_alone(delivery: Delivery, *, now: datetime) -> None:
    """Take in one; each of its items stays, whatever becomes of the next."""
    became: Sequence[Outcome] | RefusedError
    try:
        became = delivery.take()
        note_taken(delivery.source.name, became, now=now)
    except RefusedError as error:
        became = error
    except Exception:  # noqa: BLE001 - one bad file must not stop a wire
        _log.exception("wire %s: %s failed", delivery.source.name, delivery.name)
        connection.close()
        return
    _say(delivery, became, now=now)


def _say(
    delivery: Delivery, became: Sequence[Outcome] | RefusedError, *, now: datetime
) -> None:
    """Say to what came, and of a refusal to the desk, what became of it."""
    if isinstance(became, RefusedError):
        if delivery.tell:
            _tell_desk(delivery, became, now=now)
        delivery.arrived.refuse(became)
        return
    delivery.arrived.accept()
    for outcome in became:
        _log.info("%s %s: %s", outcome.provider, outcome.uri, outcome.state)


def _tell_desk(delivery: Delivery, error: RefusedError, *, now: datetime) -> None:
    source, ref = delivery.source, delivery.arrived.raw_ref
    record_refusal(ref, error, source=source, now=now)
    note_error(source.name, f"{delivery.name}: {error}", now=now)


def write_down(name: str, error: str, *, now: datetime) -> None:
    """Note an error of a wire; a database that is away must not end its thread."""
    try:
        note_error(name, error, now=now, failures=1)
    except DatabaseError as failure:
        _log.error("wire %s: not written down: %s", name, type(failure).__name__)
        connection.close()
