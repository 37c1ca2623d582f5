"""Versions of one story under uris of their own are one family.

Most agencies keep a story's uri and count versions; STT gives each version a uri
and links it to the one before, Reuters says from what a story evolved. Files come
in any order: a version may arrive before the one it goes on from, so a family is
named by a uri that need not be here yet, and two families become one when the
version that links them arrives.
"""

from dataclasses import dataclass

from dateline.news.item import Item
from dateline.newsroom.intake.known import Known
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.wire.judge import Held


@dataclass(frozen=True, kw_only=True, slots=True)
class Family:
    """A row (not saved yet if it is new) and the other rows of its story.

    ``continued`` says that a version that is here already goes on from this one.
    ``twice`` says that two stories had been made of it before that was known;
    ``killed_late`` that one of its versions had been killed before.
    """

    row: WireItem
    others: tuple[WireItem, ...] = ()
    continued: bool = False
    twice: bool = False
    killed_late: bool = False

    @property
    def rows(self) -> tuple[WireItem, ...]:
        """All rows, this one first."""
        return (self.row, *self.others)

    @property
    def group(self) -> int | None:
        """The group its other rows are in; None if they are in none."""
        groups = (row.group for row in self.others if row.group is not None)
        return next(groups, None)


def join_family(row: WireItem, item: Item, *, known: Known) -> Family:
    """Put a row into the family of what its Item goes on from, and of what does so.

    A new row that belongs to a family has its story.
    """
    is_new = row.pk is None
    row.family = row.family or row.uri
    if is_new and not item.evolved_from and not known.kin:  # as nearly always
        return Family(row=row)
    if not is_new and not item.evolved_from:
        return _known(row)
    names = {row.family, row.uri}
    links = item.evolved_from
    earlier = _rows(item.provider, uri__in=links) if links else []
    names |= {each.family for each in earlier}
    here = {each.uri for each in earlier}
    names |= {uri[:500] for uri in links if uri not in here}
    others = [each for each in _rows(item.provider, family__in=names) if each != row]
    # Of several names any will do, but it must not hang on the order of arrival.
    ancestors = sorted(names - {row.uri}) or [row.uri]
    name = ancestors[0]
    killed_late = _is_killed_late(others)
    old = [each.pk for each in others if each.family != name]
    if old:
        WireItem.objects.filter(pk__in=old).update(family=name)
    continued = any(each.family == row.uri for each in others)
    row.family = name
    stories = _stories(others)
    if row.story is None and stories:
        row.story = stories[0]
    return Family(
        row=row,
        others=tuple(others),
        continued=continued,
        twice=len({*(s.pk for s in stories), row.story_id} - {None}) > 1,
        killed_late=killed_late,
    )


def _is_killed_late(others: list[WireItem]) -> bool:
    """Say whether a family that was killed is that of a story which is alive."""
    dead = {row.family for row in others if row.state == WireState.KILLED}
    alive = {row.family for row in others if _stories([row])}
    return bool(dead - alive) and bool(alive)


def _known(row: WireItem) -> Family:
    others = _rows(row.provider, family=row.family)
    return Family(row=row, others=tuple(each for each in others if each != row))


def _rows(provider: str, **which: object) -> list[WireItem]:
    rows = WireItem.objects.filter(provider=provider, **which)
    return list(rows.select_related("story").order_by("pk"))


def _stories(rows: list[WireItem]) -> list[Story]:
    """Return the stories that are alive, that of the newest version first."""
    dated = sorted(rows, key=_made, reverse=True)
    stories = {row.story_id: row.story for row in dated if row.story is not None}
    return [each for each in stories.values() if each.state != StoryState.KILLED]


def _made(row: WireItem) -> tuple[bool, float]:
    moment = row.version_created
    return moment is not None, moment.timestamp() if moment else 0.0


def held_of(family: Family) -> Held | None:
    """Return what the newsroom holds of a story, as judge asks for it; None if nothing.

    A kill of one version is one of all of them, until a person has made a new story.
    """
    known = [row for row in family.rows if row.pk is not None]
    if not known:
        return None
    newest = max(known, key=_made)
    alive = _stories(known)
    return Held(
        version=newest.version if newest is family.row else "",
        version_created=newest.version_created,
        content_hash=family.row.content_hash,
        killed=any(row.state == WireState.KILLED for row in known) and not alive,
        published=any(story.live for story in alive),
        seen=frozenset(family.row.seen),
        continued=family.continued,
    )
