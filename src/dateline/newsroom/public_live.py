"""A live blog's entries, from the desk's rows to the journal's words."""

from datetime import UTC
from typing import Any

from dateline.catalog.live import documents_of_blog
from dateline.journal.entry import Change, Kind
from dateline.news.block import Block, BlockKind
from dateline.news.live import LiveEntry, check_entry
from dateline.newsroom.inline_text import readable
from dateline.newsroom.live_text import blocks_of
from dateline.newsroom.models.live_entry import EntryState
from dateline.newsroom.models.live_entry import LiveEntry as EntryRow
from dateline.newsroom.models.story import Story
from dateline.newsroom.public_changes import digest_of, picture_changes


def public_entry(row: EntryRow) -> LiveEntry:
    """Return an entry as readers may have it; a picture held back is left out."""
    picture = row.picture
    shown = (
        (Block(kind=BlockKind.PICTURE, picture=picture.public_id),)
        if picture is not None and picture.is_free
        else ()
    )
    return LiveEntry(
        story=row.story.public_id,
        number=row.number,
        moment=row.moment.astimezone(UTC),
        headline=_line(row.headline),
        blocks=(*blocks_of(row.text), *shown),
        author=_line(row.author),
        key=row.key,
        corrected=row.corrected.astimezone(UTC) if row.corrected else None,
        note=_line(row.note),
    )


def entry_changes(row: EntryRow) -> list[Change]:
    """Return what to say of a released entry, its picture first; the row is saved.

    Nothing if the journal had exactly this. Raises LiveEntryError or BlockError
    for an entry that cannot stand.
    """
    entry = public_entry(row)
    check_entry(entry)
    digest = digest_of(entry)
    if digest == row.public_hash:
        return []
    row.public_hash = digest
    row.save(update_fields=["public_hash"])
    keys = [row.picture_id] if row.picture_id else []
    said = Change(kind=Kind.LIVE_ENTRY, subject=entry.story, content=entry)
    return [*picture_changes(keys), said]


def all_entry_changes(story: Story) -> list[Change]:
    """Return every released entry of a story that becomes public, oldest first.

    Also those the journal had: a withdrawal took them away.
    """
    if not story.blog:
        return []
    rows: Any = EntryRow.objects.filter(story=story, state=EntryState.RELEASED)
    rows.update(public_hash="")
    released = rows.select_related("story", "picture").order_by("number")
    return [change for row in released for change in entry_changes(row)]


def live_documents(story: Story) -> dict[str, Any]:
    """Return a live blog as its preview shows it, by key: all that is released."""
    if not story.blog or story.pk is None:
        return {}
    rows = EntryRow.objects.filter(story=story.pk, state=EntryState.RELEASED)
    released = rows.select_related("story", "picture").order_by("number")
    return documents_of_blog([public_entry(row) for row in released])


def _line(text: str) -> str:
    return " ".join(readable(text).split())
