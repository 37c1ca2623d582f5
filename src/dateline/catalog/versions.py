"""The versions of a story in other languages, kept with the story they are of.

A story names the one it is a version of (``version_of``); that one's page must
show the way to it without reading anything but its own key. A document
``versions/ID`` holds what such a page needs: where each version stands and in
which language. It comes and goes with the versions, so a kill takes its link.
"""

from zoneinfo import ZoneInfo

from dateline.catalog import documents
from dateline.catalog.documents import Version, Versions
from dateline.news import key
from dateline.news.address import story_path
from dateline.news.story import Story
from dateline.store.store import Transaction


def path_of(story: Story, *, zone: ZoneInfo) -> str:
    """Return where a story stands."""
    return story_path(
        section=story.section,
        first_published=story.first_published,
        slug=story.slug,
        story_id=story.id,
        zone=zone,
    )


def tell_version(
    tx: Transaction, story: Story, *, seq: int, zone: ZoneInfo, before: Story | None
) -> set[str]:
    """Note a story with the one it is a version of; return the changed keys."""
    changed: set[str] = set()
    if before is not None and before.version_of != story.version_of:
        changed |= drop_version(tx, before)
    if not story.version_of:
        return changed
    own = Version(id=story.id, language=story.language, path=path_of(story, zone=zone))
    others = [v for v in _versions(tx, story.version_of) if v.id != story.id]
    found = tuple(sorted((*others, own), key=lambda v: (v.language, v.id)))
    return changed | _put(tx, story.version_of, found, seq=seq)


def drop_version(tx: Transaction, story: Story) -> set[str]:
    """Take a story from those of the one it is a version of."""
    if not story.version_of:
        return set()
    others = [v for v in _versions(tx, story.version_of) if v.id != story.id]
    return _put(tx, story.version_of, tuple(others), seq=0)


def _versions(tx: Transaction, story_id: str) -> tuple[Version, ...]:
    held: Versions | None = documents.find(tx, f"versions/{story_id}")
    return held.found if held else ()


def _put(
    tx: Transaction, story_id: str, found: tuple[Version, ...], *, seq: int
) -> set[str]:
    name = f"versions/{story_id}"
    if found == _versions(tx, story_id):
        return set()
    if found:
        documents.put(tx, name, seq, Versions(found=found))
    else:
        documents.drop(tx, name)
    return {key.versions(story_id)}
