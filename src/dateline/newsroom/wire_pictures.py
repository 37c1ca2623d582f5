"""Each wire's own thread for pictures: fetch what is away, join what is here.

What is to be done stands in the database, so nothing is lost with a process;
and it is done beside the wire's copy, so that a slow picture delays no text. A
picture that cannot be had is asked for again after a pause that doubles, for a
day; then the desk is told.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, connections, transaction

from dateline.errors import DatelineError
from dateline.journal.entry import Entry
from dateline.newsroom.intake.join_pictures import join_stories
from dateline.newsroom.keep_picture import keep_picture, say_again
from dateline.newsroom.models.wire_picture import WirePicture, WirePictureState
from dateline.newsroom.picture_source import Sources
from dateline.newsroom.wire_log import note_error
from dateline.settings import Settings, WireSettings
from dateline.wire.feeds.ask_rules import AstrayError
from dateline.wire.feeds.asker import StoppedError

LOOK = 0.5
"""Seconds between two looks whether there is something to do."""

AGAIN = 5.0
"""Seconds to wait after the database failed."""

FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(minutes=30)
PATIENCE = timedelta(days=1)
"""How long a picture is asked for."""

CLAIM = timedelta(minutes=10)
"""For how long one worker has a picture to itself; a dead one's is tried after."""

_log = logging.getLogger("dateline.pictures")

Clock = Callable[[], datetime]


@dataclass(frozen=True, kw_only=True, slots=True)
class Worked:
    """What became of one picture: its uri, its state, entries, and the error."""

    uri: str
    state: str
    entries: tuple[int, ...] = ()
    error: str = ""


def watch_pictures(
    wire: WireSettings, *, settings: Settings, stop: threading.Event, clock: Clock
) -> None:
    """See to a wire's pictures until ``stop`` is set."""
    try:
        while not stop.is_set():
            if not _look(wire, settings, stop, clock):
                stop.wait(LOOK)
    finally:
        connections.close_all()


def _look(
    wire: WireSettings, settings: Settings, stop: threading.Event, clock: Clock
) -> bool:
    """See to one picture, and say whether there was one."""
    try:
        done = work_one(wire, settings=settings, stop=stop, now=clock())
    except StoppedError:
        return False
    except Exception:  # noqa: BLE001 - whatever it is, the next picture is not to blame
        _log.exception("wire %s: a picture failed", wire.name)
        connection.close()
        stop.wait(AGAIN)
        return False
    if done is not None:
        _log.info("%s %s: %s", wire.name, done.uri, done.error or done.state)
    return done is not None


def work_all(
    wire: WireSettings, *, settings: Settings, stop: threading.Event, now: datetime
) -> list[Worked]:
    """See to every picture of a wire whose moment has come."""
    worked: list[Worked] = []
    while (one := work_one(wire, settings=settings, stop=stop, now=now)) is not None:
        worked.append(one)
    return worked


def work_one(
    wire: WireSettings, *, settings: Settings, stop: threading.Event, now: datetime
) -> Worked | None:
    """See to one picture whose moment has come; None if there is none."""
    row = _claim(wire.name, now)
    if row is None:
        return None
    say_again(row, now=now)  # a corrected caption waits for no file
    error = ""
    if row.state == WirePictureState.AWAY:
        sources = Sources(wire=wire, settings=settings, stop=stop, now=now)
        try:
            keep_picture(row, sources.bytes_of(row), now=now)
        except StoppedError:
            _leave(row, state=WirePictureState.AWAY, next_try=now)
            raise
        except DatelineError as failed:
            error = f"{failed}. {failed.hint}".strip()
            _fail(row, error, now=now, for_good=isinstance(failed, AstrayError))
    entries: Sequence[Entry] = ()
    if not error:
        _leave(row, state=WirePictureState.HERE, next_try=None)
    if row.picture is not None:
        entries = join_stories(row, now=now)
    return Worked(
        uri=row.uri,
        state=row.state,
        entries=tuple(entry.seq for entry in entries),
        error=error,
    )


def _claim(source: str, now: datetime) -> WirePicture | None:
    """Take one picture whose moment has come; others leave it alone meanwhile."""
    ready = WirePicture.objects.filter(source=source, next_try__lte=now)
    ready = ready.exclude(state=WirePictureState.KILLED).order_by("next_try", "pk")
    if not ready.exists():  # looked at often: no lock for nothing
        return None
    with transaction.atomic():
        skip = connection.features.has_select_for_update_skip_locked
        row: WirePicture | None = ready.select_for_update(skip_locked=skip).first()
        if row is not None:
            row.next_try = now + CLAIM
            row.save(update_fields=["next_try"])
    return row


def _leave(row: WirePicture, *, state: str, next_try: datetime | None) -> None:
    """Put a picture down; unless it was killed, or sent again, meanwhile."""
    row.state, row.reason = state, ""
    mine = WirePicture.objects.filter(pk=row.pk, next_try=row.next_try)
    mine.exclude(state=WirePictureState.KILLED).update(
        state=state, next_try=next_try, reason="", attempts=0
    )


def _fail(row: WirePicture, error: str, *, now: datetime, for_good: bool) -> None:
    """Try again later, or give up and tell the desk."""
    row.reason = error
    over = for_good or now - row.first_seen > PATIENCE
    pause = min(FIRST_PAUSE * 2 ** min(row.attempts, 16), LONGEST_PAUSE)
    if over:
        row.state = WirePictureState.FAILED
        note_error(row.source, f"picture {row.uri}: {error}", now=now)
    mine = WirePicture.objects.filter(pk=row.pk, next_try=row.next_try)
    mine.exclude(state=WirePictureState.KILLED).update(
        state=row.state,
        reason=error,
        attempts=row.attempts + 1,
        next_try=None if over else now + pause,
    )
