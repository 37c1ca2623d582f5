"""What rules looked at and what they said, as it is kept on a wire item's row."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from dateline.news.item import Item
from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.site_settings import site_settings
from dateline.newsroom.story_from_item import city_ids, section_of
from dateline.wire.routing import UNROUTED, Routed
from dateline.wire.source import SourceRules
from dateline.wire.traits import Traits

_FATES = frozenset({WireState.DRAFT, WireState.PUBLISHED, WireState.SCHEDULED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """What was said of one version when it came, and what became of it then.

    ``section`` and ``cities`` are where it goes without any rule; ``trusted`` says
    that its wire publishes. ``became`` is the state it came to. ``free`` says that
    a rule was all that decided between draft and publication: nothing held it, and
    the desk had not made its story its own. ``waits``: for the end of an embargo.
    """

    routed: Routed = UNROUTED
    section: str = ""
    cities: tuple[str, ...] = ()
    trusted: bool = False
    became: str = ""
    free: bool = False
    waits: bool = False

    def fate(self, routed: Routed) -> str:
        """Return the state it would have come to under other rules."""
        if not self.free:
            return self.became
        if not publishes(routed, trusted=self.trusted):
            return WireState.DRAFT
        return WireState.SCHEDULED if self.waits else WireState.PUBLISHED

    def section_under(self, routed: Routed) -> str:
        """Return the section a story of it would begin in."""
        return routed.section or self.section

    def cities_under(self, routed: Routed) -> frozenset[str]:
        """Return the cities a story of it would begin with."""
        return frozenset({*self.cities, *routed.cities})


def publishes(routed: Routed, *, trusted: bool) -> bool:
    """Say whether copy goes out without an editor, if nothing holds it."""
    return trusted if routed.publish is None else routed.publish


def kept_of(
    item: Item, routed: Routed, *, source: SourceRules, row: WireItem, drafted: bool
) -> Kept:
    """Return what to keep of a version that was just taken in.

    ``drafted`` says that nothing but a rule decided whether it went out.
    """
    site = site_settings().site
    wanted = publishes(routed, trusted=source.publish)
    failed = wanted and row.state == WireState.DRAFT
    return Kept(
        routed=routed,
        section=section_of(item, source=source, site=site),
        cities=tuple(city_ids(item, site=site)),
        trusted=source.publish,
        became=str(row.state),
        free=drafted and row.state in _FATES and not failed,
        waits=row.embargoed_until is not None
        and (row.state == WireState.SCHEDULED or row.embargoed_until > row.last_seen),
    )


def traits_as_kept(traits: Traits) -> dict[str, Any]:
    """Return traits as they lie in a row; what the row has already is left out."""
    return {
        "topics": sorted(traits.topics),
        "subjects": list(traits.subjects),
        "places": list(traits.places),
        "words": traits.words,
    }


def traits_from(
    kept: dict[str, Any], *, source: str, slugline: str, urgency: int | None
) -> Traits:
    """Return traits of a row's fields."""
    return Traits(
        source=source,
        topics=frozenset(kept["topics"]),
        subjects=tuple(kept["subjects"]),
        places=tuple(kept["places"]),
        slugline=slugline,
        words=kept["words"],
        urgency=urgency,
    )


def as_kept(kept: Kept) -> Any:
    """Return it as JSON knows it."""
    return msgspec.to_builtins(kept)


def from_kept(stored: Any) -> Kept | None:
    """Return what a row holds; None if it was never asked, or was killed."""
    return msgspec.convert(stored, Kept) if stored else None


def sentences(kept: Kept | None) -> Sequence[str]:
    """Say for people which rule gave what, and why: "Ferries: desk Night …"."""
    if kept is None:
        return ()
    site = site_settings().site
    names = {f"section {each.id}": f"section {each.name}" for each in site.sections}
    names |= {f"city {each.id}": f"city {each.name}" for each in site.cities}
    return [
        f"{match.name}: {', '.join(names.get(g, g) for g in match.gave) or 'no more'}"
        f" (because of {'; '.join(match.why)})"
        for match in kept.routed.matches
    ]
