"""Making a revision of a story public: what publish, correct and restore share.

Everything here happens in the caller's transaction, the journal last.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dateline.journal.entry import Change, Entry, Kind
from dateline.news.story import Story as PublicStory
from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import CopyHarmError, EmbargoedError
from dateline.newsroom.checks.remark import Copy, Level, Remark
from dateline.newsroom.checks.table import read
from dateline.newsroom.journal_writer import write
from dateline.newsroom.models.due import Due, DueAction
from dateline.newsroom.models.picture import Picture
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.models.story_pictures import shown_picture_keys
from dateline.newsroom.public_changes import digest_of, picture_changes, topic_changes
from dateline.newsroom.public_form import as_it_stands, public_picture, public_story
from dateline.newsroom.public_live import all_entry_changes
from dateline.newsroom.related_stories import related_to


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """What became of a publication.

    ``entries`` is empty if readers had exactly this already. ``remarks`` are
    the copy checks' warnings.
    """

    story: Story
    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Fit:
    """A draft that may go out: its public form, and the warnings on it."""

    document: PublicStory
    remarks: tuple[Remark, ...]


def remarks_on(draft: Story, *, now: datetime) -> list[Remark]:
    """Return what the copy checks say about a draft, the harmful first."""
    return _remarks(public_story(draft, first_published=now), draft)


def must_be_fit(draft: Story, *, now: datetime) -> Fit:
    """Return a draft's public form; raise CopyHarmError if it would do harm."""
    document = public_story(draft, first_published=now)
    remarks = _remarks(document, draft)
    harm = [remark for remark in remarks if remark.level is Level.HARM]
    if harm:
        raise CopyHarmError(
            "; ".join(remark.message for remark in harm),
            hint=" ".join(remark.hint for remark in harm),
        )
    return Fit(document=document, remarks=tuple(remarks))


def _remarks(document: PublicStory, draft: Story) -> list[Remark]:
    rows = Picture.objects.filter(pk__in=shown_picture_keys(draft), killed=False)
    pictures = tuple(public_picture(row) for row in rows)
    return read(Copy(story=document, pictures=pictures))


def must_be_free(draft: Story, *, now: datetime) -> None:
    """Raise EmbargoedError before the draft's moment; its end is not before."""
    if draft.embargoed_until is not None and now < draft.embargoed_until:
        until = draft.embargoed_until.isoformat(timespec="seconds")
        raise EmbargoedError(f"story {draft.public_id} is embargoed until {until}")
    for picture in Picture.objects.filter(
        pk__in=shown_picture_keys(draft), killed=False, embargoed_until__gt=now
    ):
        until = picture.embargoed_until.isoformat(timespec="seconds")
        raise EmbargoedError(f"picture {picture.public_id} is embargoed until {until}")


def put_out(  # noqa: PLR0913 - what the four ways out do not share
    draft: Story,
    revision: Any,
    *,
    fit: Fit,
    audit: Audit,
    action: str,
    is_news: bool,
    said: dict[str, Any] | None = None,
) -> Published:
    """Make a draft public; ``said`` goes into the audit log.

    ``is_news`` says that readers of an earlier version get something new, so
    that the story counts as updated. Nothing is appended if they have exactly
    this already.
    """
    was_public = draft.state == StoryState.PUBLISHED
    _make_live(draft, revision, audit.now)
    changes: list[Change] = []
    document = as_it_stands(fit.document, draft)
    if not was_public or digest_of(document) != draft.public_hash:
        if was_public and is_news:
            draft.updated = audit.now
        if not draft.public_revision:
            draft.suggested = related_to(document)
        draft.public_revision += 1
        changes = _changes(draft, as_it_stands(document, draft))
        changes += [] if was_public else all_entry_changes(draft)
    draft.save()
    _end_workflow(draft, audit.acting_user)
    _settle_schedule(draft, audit)
    audit.note(draft, action, revision=revision, data=said)
    entries = write(changes, moment=audit.now)
    return Published(story=draft, entries=tuple(entries), remarks=fit.remarks)


def _changes(draft: Story, document: PublicStory) -> list[Change]:
    """Return what to say of a story, after the pictures and topics it names."""
    draft.public_hash = digest_of(document)
    told = Change(kind=Kind.STORY_PUBLISHED, subject=draft.public_id, content=document)
    pictures = picture_changes(shown_picture_keys(draft))
    return [*pictures, *topic_changes(draft.topics.all()), told]


def _make_live(draft: Story, revision: Any, now: datetime) -> None:
    draft.state = StoryState.PUBLISHED
    draft.live = True
    draft.expired = False
    draft.go_live_at = None
    draft.first_published_at = draft.first_published_at or now
    draft.last_published_at = now
    draft.live_revision = revision
    draft.has_unpublished_changes = draft.latest_revision_id != revision.pk


def _end_workflow(draft: Story, acting_user: Any) -> None:
    state = draft.current_workflow_state
    if state is not None:
        state.cancel(user=acting_user)


def _settle_schedule(draft: Story, audit: Audit) -> None:
    """Forget plans for it, and remember when it must go."""
    plans = Due.objects.filter(story=draft, done_at=None)
    dropped = plans.exclude(action=DueAction.ERASE_FILES).update(
        done_at=audit.now, outcome="overtaken"
    )
    if dropped:  # whatever is scheduled has its row in the queue
        draft.revisions.filter(approved_go_live_at__isnull=False).update(
            approved_go_live_at=None
        )
    if draft.expire_at is not None:
        Due.objects.create(
            moment=draft.expire_at,
            next_try=draft.expire_at,
            made_at=audit.now,
            action=DueAction.WITHDRAW,
            story=draft,
        )
