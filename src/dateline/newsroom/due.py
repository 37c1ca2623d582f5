"""The due-time queue: what happens at a moment, once, after a restart too.

Rows stand in the database, so nothing is lost with a process. Whoever runs one
holds its row until the commit; on PostgreSQL others skip it, so any number of
workers may run the queue and each thing is done once. The thing itself and the
note that it was done are one transaction.

A thing that fails stands with its error, for the desk to see, and is tried
again after a pause that doubles up to an hour.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from wagtail.models import Revision

from dateline.errors import DatelineError
from dateline.journal.entry import Change, Kind, Turn
from dateline.newsroom.actions.breaking_line import TakeDownLine
from dateline.newsroom.actions.kill_picture import KillPicture
from dateline.newsroom.actions.publish import Publish
from dateline.newsroom.actions.withdraw import Withdraw
from dateline.newsroom.intake.release_picture import ReleasePicture
from dateline.newsroom.journal_writer import hold_journal, newest_content, write
from dateline.newsroom.media_files import erase_files
from dateline.newsroom.models.due import Due, DueAction
from dateline.newsroom.models.front import Front
from dateline.newsroom.models.story import StoryState
from dateline.newsroom.site_settings import site_settings
from dateline.newsroom.wire_groups import drop_old_bands

FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(hours=1)
SUBJECT = "site"
RIGHTS_ENDED = "the rights in it have ended"

_log = logging.getLogger("dateline.due")


@dataclass(frozen=True, kw_only=True, slots=True)
class Ran:
    """One thing that was tried: what, for which story, and the error if it failed.

    ``story`` is the id of a picture where the thing is about one.
    """

    action: str
    story: str
    error: str = ""


def next_due(now: datetime) -> datetime | None:
    """Return the next moment at which something is to be tried, or None.

    It is not after the next full hour, when the clock turns.
    """
    moment: datetime | None = (
        Due.objects.filter(done_at=None)
        .order_by("next_try")
        .values_list("next_try", flat=True)
        .first()
    )
    hour = _full_hour(now) + timedelta(hours=1)
    return hour if moment is None else min(moment, hour)


def run_due(now: datetime) -> list[Ran]:
    """Do everything whose moment has come; return what was tried."""
    if turn_hour(now):
        drop_old_bands(now)
    ran: list[Ran] = []
    while (one := _run_one(now)) is not None:
        ran.append(one)
    return ran


def turn_hour(now: datetime) -> bool:
    """Tell the journal that a full hour has passed; return whether it was new."""
    hour = _full_hour(now)
    if _last_turn() >= hour:
        return False
    with transaction.atomic():
        hold_journal()
        if _last_turn() >= hour:
            return False
        turn = Change(kind=Kind.HOUR_TURNED, subject=SUBJECT, content=Turn(moment=hour))
        write([turn], moment=now)
    return True


def _run_one(now: datetime) -> Ran | None:
    """Try one thing whose moment has come; None if there is none."""
    ready = Due.objects.filter(done_at=None, next_try__lte=now).order_by("next_try")
    if not ready.exists():  # looked at often: no lock for nothing
        return None
    with transaction.atomic():
        skip = connection.features.has_select_for_update_skip_locked
        due = ready.select_for_update(skip_locked=skip, of=("self",)).first()
        if due is None:
            return None
        error = ""
        try:
            with transaction.atomic():
                outcome = _DO[due.action](due, now)
        except Exception as failed:  # noqa: BLE001 - whatever it is, the desk must see it
            error = _words(failed)
            _fail(due, error, now)
        else:
            due.done_at, due.outcome, due.error = now, outcome, ""
        due.attempts += 1
        due.save()
    return Ran(action=due.action, story=due.about, error=error)


def _fail(due: Due, error: str, now: datetime) -> None:
    pause = FIRST_PAUSE * 2 ** min(due.attempts, 16)
    due.error = error
    due.next_try = now + min(pause, LONGEST_PAUSE)
    _log.error("due: %s %s failed: %s", due.action, due.about, error)


def _words(error: Exception) -> str:
    if isinstance(error, DatelineError):
        return f"{error}. {error.hint}".strip()
    return f"{type(error).__name__}: {error}"[:1000]


def _publish(due: Due, now: datetime) -> str:
    revision = Revision.objects.filter(pk=due.revision_id).first()
    if revision is None or due.story.state == StoryState.KILLED:
        return "dropped"
    if revision.approved_go_live_at is None:  # taken off with Wagtail's own button
        return "unscheduled"
    Publish(
        story=due.story,
        revision=revision,
        acting_user=_user(due),
        now=now,
        may=True,  # asked when it was scheduled
    ).execute()
    return "done"


def _withdraw(due: Due, now: datetime) -> str:
    if due.story.state != StoryState.PUBLISHED:
        return "dropped"
    Withdraw(story=due.story, now=now).execute()
    return "done"


def _erase_files(due: Due, now: datetime) -> str:  # noqa: ARG001 - one shape for all
    erase_files(site_settings().media_path, due.details["files"])
    return "done"


def _end_picture(due: Due, now: datetime) -> str:
    """Take down a picture at the end of its rights, unless they were prolonged."""
    picture = due.picture
    if picture is None or picture.killed:
        return "dropped"
    if picture.ends_at is None or picture.ends_at > now:
        return "overtaken"
    KillPicture(picture=picture, reason=RIGHTS_ENDED, now=now).execute()
    return "done"


def _release_picture(due: Due, now: datetime) -> str:
    """End a picture's embargo, unless it was moved or the picture is held."""
    picture = due.picture
    if picture is None or picture.killed or picture.embargoed_until is None:
        return "dropped"
    if picture.embargoed_until > now:
        return "overtaken"
    ReleasePicture(picture=picture, now=now).execute()
    return "done"


def _end_line(due: Due, now: datetime) -> str:
    """Take down a breaking line, unless another was put up since."""
    front = Front.objects.filter(pk=due.details["front"]).first()
    if front is None or front.line_until is None:
        return "dropped"
    if front.line_until > now:
        return "overtaken"
    TakeDownLine(front=front, now=now).execute()
    return "done"


def _user(due: Due) -> Any:
    if due.user_id is None:
        return None
    return get_user_model().objects.filter(pk=due.user_id).first()


_DO: dict[str, Callable[[Due, datetime], str]] = {
    DueAction.PUBLISH: _publish,
    DueAction.WITHDRAW: _withdraw,
    DueAction.ERASE_FILES: _erase_files,
    DueAction.END_PICTURE: _end_picture,
    DueAction.RELEASE_PICTURE: _release_picture,
    DueAction.END_LINE: _end_line,
}


def _last_turn() -> datetime:
    body = newest_content(SUBJECT, Kind.HOUR_TURNED)
    if body is None:
        return datetime.min.replace(tzinfo=UTC)
    return msgspec.json.decode(body, type=Turn).moment


def _full_hour(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
