"""Trying a rule on the last days of wire: what it would have moved.

What is on the wire items' rows is asked again; no copy is read again but of items
that came before rows kept what rules look at. Nothing is changed. An item is
asked as if it had just come, in its newest version.

A rule that neither holds now nor held as it is saved changes nothing, so only the
items for which one of the two holds are asked of all rules.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from dateline.errors import DatelineError
from dateline.news.item import ItemKind
from dateline.newsroom.models.routing_rule import RoutingRule
from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.raw_item import raw_item, rules_by_name
from dateline.newsroom.routing.kept import Kept, from_kept, kept_of, traits_from
from dateline.newsroom.routing.stored import rule_of
from dateline.newsroom.site_settings import site_settings
from dateline.wire.judge import Action
from dateline.wire.routing import UNROUTED, Routed, Rule, holds, route, why
from dateline.wire.traits import Traits, traits_of

SPAN = timedelta(days=14)
SHOWN = 100
"""How many items are shown; all are counted."""
READ_AGAIN = 500
"""How many items from before there were rules are read from their raw bytes."""
CHUNK = 2000

_FIELDS = "pk headline uri source slugline urgency kind last_seen traits routed".split()


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where an item went, or would have gone."""

    state: str
    section: str
    cities: tuple[str, ...]
    topics: tuple[str, ...]
    desk: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One item for which the rule holds: what happened then, what would have."""

    key: int
    headline: str
    source: str
    came: datetime
    then: Place
    would: Place
    why: tuple[str, ...]

    @property
    def is_moved(self) -> bool:
        """Say whether anything would have been otherwise."""
        return self.then != self.would


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """One thing that would have been otherwise: ``would``, and not ``then``.

    ``what`` is state, section, desk, city or topic; of the last two one end is
    empty, for they come and go by themselves.
    """

    what: str
    would: str = ""
    then: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """What came of trying a rule.

    ``asked`` is how many items were asked, ``held`` for how many the rule holds,
    ``moved`` how many would have gone elsewhere. ``barred`` were held by what the
    agency said, so that no rule could have published them. ``unread`` came before
    rows kept what rules look at, and were not asked. ``counts`` are outcomes.
    """

    since: datetime
    asked: int
    held: int
    moved: int
    barred: int
    unread: int
    counts: tuple[tuple[Outcome, int], ...]
    lines: tuple[Line, ...]


def try_rule(draft: RoutingRule, *, now: datetime) -> Trial:
    """Return what a rule, saved or not, would have done on the last 14 days.

    It is tried as if it were on, in its place among those that are.
    """
    since = now - SPAN
    site = site_settings().site
    tried = rule_of(draft, site=site)
    saved, rules = _with(tried)
    found: list[Line] = []
    asked = held = barred = unread = 0
    for row, traits, kept in _asked(since):
        if traits is None or kept is None:
            unread += 1
            continue
        asked += 1
        is_held = holds(tried, traits)
        if not is_held and (saved is None or not holds(saved, traits)):
            continue
        held += is_held
        barred += is_held and not kept.free
        reasons = why(tried, traits) if is_held else ("no longer held by this rule",)
        found.append(_line(row, kept, route(traits, rules), reasons))
    moved = [line for line in found if line.is_moved]
    others = [line for line in found if not line.is_moved]
    return Trial(
        since=since,
        asked=asked,
        held=held,
        moved=len(moved),
        barred=barred,
        unread=unread,
        counts=tuple(_counted(moved)),
        lines=tuple([*moved, *others][:SHOWN]),
    )


def _with(tried: Rule) -> tuple[Rule | None, Sequence[Rule]]:
    """Return the rule as it is saved and on, and all rules with the tried one."""
    site = site_settings().site
    saved: Rule | None = None
    rules: list[Rule] = []
    for row in RoutingRule.objects.all():
        if row.pk == tried.key:
            saved = rule_of(row, site=site) if row.enabled else None
            rules.append(tried)
        elif row.enabled:
            rules.append(rule_of(row, site=site))
    return saved, rules if tried in rules else [*rules, tried]


def _asked(
    since: datetime,
) -> Iterator[tuple[dict[str, Any], Traits | None, Kept | None]]:
    """Yield the items that came since, the newest first; what was killed never."""
    rows = WireItem.objects.filter(last_seen__gte=since).exclude(
        state__in=[WireState.KILLED, WireState.REFUSED]
    )
    again = 0
    for row in rows.values(*_FIELDS).iterator(chunk_size=CHUNK):
        if row["traits"] is not None:
            traits = traits_from(
                row["traits"],
                source=row["source"],
                slugline=row["slugline"],
                urgency=row["urgency"],
            )
            yield row, traits, from_kept(row["routed"])
        elif again < READ_AGAIN:
            again += 1
            yield row, *_read_again(row["pk"])
        else:
            yield row, None, None


def _read_again(key: int) -> tuple[Traits | None, Kept | None]:
    """Read an item from before rows kept its traits; None if it cannot be read."""
    row = WireItem.objects.get(pk=key)
    source = rules_by_name(row.source, provider=row.provider)
    try:
        item = raw_item(row.raw_ref, row.uri, source=source, digest=row.content_hash)
    except DatelineError:
        return None, None
    drafted = row.verdict in {Action.TAKE, Action.UPDATE} and not row.call_desk
    kept = kept_of(item, UNROUTED, source=source, row=row, drafted=drafted)
    return traits_of(item, source=row.source), kept


def _line(
    row: dict[str, Any], kept: Kept, would: Routed, reasons: tuple[str, ...]
) -> Line:
    return Line(
        key=row["pk"],
        headline=row["headline"] or row["slugline"] or row["uri"],
        source=row["source"],
        came=row["last_seen"],
        then=_place(row, kept, kept.routed),
        would=_place(row, kept, would),
        why=reasons,
    )


def _place(row: dict[str, Any], kept: Kept, routed: Routed) -> Place:
    """Return where an item goes under some rules; only text has a section."""
    is_story = row["kind"] == ItemKind.TEXT
    return Place(
        state=kept.fate(routed),
        section=kept.section_under(routed) if is_story else "",
        cities=tuple(sorted(kept.cities_under(routed))) if is_story else (),
        topics=tuple(sorted(routed.topics)) if is_story else (),
        desk=routed.desk,
    )


def _counted(lines: Iterable[Line]) -> list[tuple[Outcome, int]]:
    """Count the outcomes, the most frequent first."""
    return Counter(each for line in lines for each in _outcomes(line)).most_common()


def _outcomes(line: Line) -> Iterator[Outcome]:
    """Give what would have been otherwise for one item."""
    then, would = line.then, line.would
    for what in ("state", "section", "desk"):
        before, after = getattr(then, what), getattr(would, what)
        if before != after:
            yield Outcome(what=what, then=before, would=after)
    for what, had, has in (
        ("city", then.cities, would.cities),
        ("topic", then.topics, would.topics),
    ):
        yield from (Outcome(what=what, would=each) for each in has if each not in had)
        yield from (Outcome(what=what, then=each) for each in had if each not in has)
