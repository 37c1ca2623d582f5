"""What must be said in the journal beside a story for it to be whole.

A story names pictures and topics; whoever reads the journal must have met them
in the form they have now. ``public_hash`` of each row is the content hash under
which the journal last had it, so nothing is said twice.
"""

from collections.abc import Iterable

from dateline.journal.chain import canonical, content_hash
from dateline.journal.entry import Change, Kind
from dateline.newsroom.models.author import Author
from dateline.newsroom.models.front import Front
from dateline.newsroom.models.picture import Picture
from dateline.newsroom.models.topic import Topic
from dateline.newsroom.public_form import (
    public_author,
    public_front,
    public_picture,
    public_topic,
)


def digest_of(document: object) -> str:
    """Return the content hash of a public document."""
    return content_hash(canonical(document))


def picture_changes(keys: Iterable[int]) -> list[Change]:
    """Return entries for pictures that readers do not have as they are now.

    Holds their rows, so that a kill of one waits or comes first.
    """
    rows = Picture.objects.select_for_update().filter(pk__in=list(keys), killed=False)
    free = (row for row in rows.order_by("pk") if row.is_free)
    return [change for row in free for change in picture_change(row)]


def picture_change(row: Picture) -> list[Change]:
    """Return the entry for one picture, or nothing; the row is saved."""
    document = public_picture(row)
    digest = digest_of(document)
    if digest == row.public_hash:
        return []
    row.public_hash = digest
    row.save(update_fields=["public_hash"])
    return [
        Change(kind=Kind.PICTURE_PUBLISHED, subject=row.public_id, content=document)
    ]


def topic_changes(rows: Iterable[Topic]) -> list[Change]:
    """Return entries for topics that readers do not have as they are now.

    Only those are held, and looked at again then: many stories share a topic,
    and one that is public as it is should keep nobody waiting.
    """
    keys = [row.pk for row in rows if digest_of(public_topic(row)) != row.public_hash]
    if not keys:
        return []
    held = Topic.objects.select_for_update().filter(pk__in=keys)
    return [change for row in held.order_by("pk") for change in topic_change(row)]


def topic_change(row: Topic) -> list[Change]:
    """Return the entry for one topic, or nothing; the row is saved."""
    document = public_topic(row)
    digest = digest_of(document)
    if digest == row.public_hash:
        return []
    row.public_hash = digest
    row.save(update_fields=["public_hash"])
    return [Change(kind=Kind.TOPIC_SET, subject=row.id, content=document)]


def author_change(row: Author) -> list[Change]:
    """Return the entry for an author or an agency, or nothing; the row is saved."""
    document = public_author(row)
    digest = digest_of(document)
    if digest == row.public_hash:
        return []
    row.public_hash = digest
    row.save(update_fields=["public_hash"])
    return [Change(kind=Kind.AUTHOR_SET, subject=row.address, content=document)]


def front_change(row: Front) -> list[Change]:
    """Return the entry for a front, or nothing; the row is saved."""
    document = public_front(row)
    digest = digest_of(document)
    if digest == row.public_hash:
        return []
    row.public_hash = digest
    row.save(update_fields=["public_hash"])
    return [Change(kind=Kind.FRONT_ARRANGED, subject=row.id, content=document)]
