"""What a package carries inside it goes when the agency kills the package.

Only that: a package that names an item by reference puts together what stands on
its own, and its kill takes back the putting together, not the item (decision 0021).
It works in whatever order package, kill and part arrive.
"""

from collections.abc import Sequence

from dateline.news.item import Item
from dateline.newsroom.models.package_part import PackagePart
from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.stories_of_item import family_of
from dateline.wire.judge import Action, Verdict


def over_part(item: Item, verdict: Verdict) -> Verdict:
    """Note what an Item came inside of, and return what that means for it.

    A part of a killed package is killed; one made after the kill waits for a person,
    as a package does that is sent again.
    """
    if not item.inside:
        return verdict
    _, is_learned = PackagePart.objects.get_or_create(
        provider=item.provider, package=item.inside[:500], part=item.uri[:500]
    )
    if verdict.action is Action.KILL or not (
        is_learned or verdict.action is not Action.IGNORE
    ):
        return verdict
    same = WireItem.objects.filter(provider=item.provider, uri=item.inside)
    package = same.filter(state=WireState.KILLED).first()
    if package is None:
        return verdict
    if not _is_later(item, package):
        reason = "came inside a package that the agency killed"
        return Verdict(action=Action.KILL, reason=reason, call_desk=True)
    if verdict.action is Action.IGNORE:
        return verdict
    reason = "came inside a package sent again after a kill"
    return Verdict(action=Action.HOLD, reason=reason, call_desk=True)


def rows_inside(rows: Sequence[WireItem]) -> list[WireItem]:
    """Return the rows of all versions of what these carried, packages within too."""
    found = {row.uri: row for row in rows}
    waiting = list(found)
    while waiting:
        named = PackagePart.objects.filter(
            provider=rows[0].provider, package__in=waiting
        )
        uris = set(named.values_list("part", flat=True)) - set(found)
        parts = WireItem.objects.filter(provider=rows[0].provider, uri__in=uris)
        inner = [each for part in parts.order_by("pk") for each in family_of(part)]
        waiting = [each.uri for each in inner if each.uri not in found]
        found |= {each.uri: each for each in inner if each.uri not in found}
    ours = {row.uri for row in rows}
    return [row for uri, row in found.items() if uri not in ours]


def _is_later(item: Item, package: WireItem) -> bool:
    """Say whether a part was made after its package was killed."""
    made, killed = item.version_created, package.version_created
    if made is None or killed is None:
        return False
    # Sent again after the kill, the row holds the moment of that later version.
    return made > killed or (made == killed and package.verdict == Action.HOLD)
