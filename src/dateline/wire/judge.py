"""What an arriving Item means, given what the newsroom holds under its uri.

Pure: the caller looks up what is held, asks, and does what the verdict says.
The rules stand in the order in which they are asked, and the order is the point:

1. this very version was here before: nothing to do (a folder may be read again);
2. canceled: kill, before any look at versions, for a late kill still kills;
3. a kill in words: take down what it may mean and call the desk;
4. something was killed under this uri: only a human brings it back;
5. older than what is held: nothing to do, in whatever order files arrive;
6. withheld or withdrawn: take it down if it is out, else keep it in;
7. an embargo that cannot be trusted, or has not ended: hold;
8. not for readers (planning, concepts, packages, service messages): keep;
9. else take it, or follow as an update.

Order is by ``version_created``. A version is opaque in some feeds (a Reuters
version is a random-looking number), so it only parts items of the same moment.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dateline.news.item import Item, ItemKind, PubStatus, Signal, content_hash

# "7", "2nd Ld-Writethru", "3RD LEAD"; nothing else in a version is a number in order.
REWRITE = re.compile(
    r"([0-9]+)(?:\Z|(?:st|nd|rd|th)\b.{0,3}(?:Ld|Lead)\b)", re.IGNORECASE
)

FOR_READERS = frozenset(
    {ItemKind.TEXT, ItemKind.PICTURE, ItemKind.VIDEO, ItemKind.AUDIO, ItemKind.GRAPHIC}
)


class Action(StrEnum):
    """What to do with an Item."""

    TAKE = "take"  # new: make a story of it
    UPDATE = "update"  # a newer version of what is held
    HOLD = "hold"  # keep it from readers, until a moment or a human
    KEEP = "keep"  # for the desk only, never for readers
    IGNORE = "ignore"  # nothing to do
    KILL = "kill"  # remove it from everywhere, all versions
    WITHDRAW = "withdraw"  # take it down; a human may put it back


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """What the newsroom holds of a story: under ``(provider, uri)`` and its family.

    ``continued`` says that a version held goes on from the one that arrives, so
    of two made at the same moment this is the older. ``seen`` holds the content
    hash and the ``raw_ref`` of every version that was ever judged, so that order
    of arrival never matters twice.
    """

    version: str = ""
    version_created: datetime | None = None
    content_hash: str = ""
    killed: bool = False
    published: bool = False
    seen: frozenset[str] = frozenset()
    continued: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What to do, why, until when, and whether a human must look now."""

    action: Action
    reason: str
    until: datetime | None = None
    call_desk: bool = False


def judge(item: Item, *, held: Held | None, now: datetime) -> Verdict:
    """Return what to do with ``item``.

    Args:
        item: the arriving version.
        held: what we hold under its uri; None if nothing.
        now: the moment of arrival; an embargo that ends at ``now`` has ended.

    Source: IPTC ninjs 3.1, ``pubStatus``, ``versionCreated``, ``embargoedUntil``;
    IPTC publishing status: withheld and canceled oblige to take down.
    """
    return (
        _seen(item, held)
        or _killed(item, held)
        or _superseded(item, held)
        or _taken_back(item, held)
        or _held_back(item, now)
        or _for_the_desk(item)
        or _wanted(held)
    )


def _seen(item: Item, held: Held | None) -> Verdict | None:
    """Ignore what was judged before."""
    if held is None:
        return None
    digest = content_hash(item)
    if digest == held.content_hash or digest in held.seen:
        return Verdict(action=Action.IGNORE, reason="the same version was here before")
    if item.raw_ref and item.raw_ref in held.seen:
        return Verdict(action=Action.IGNORE, reason="the same file was read before")
    return None


def _killed(item: Item, held: Held | None) -> Verdict | None:
    """Kill, or keep what was killed dead."""
    if item.pub_status is PubStatus.CANCELED:
        if held is not None and held.killed:
            return Verdict(action=Action.IGNORE, reason="killed before")
        return Verdict(
            action=Action.KILL, reason="canceled by the agency", call_desk=True
        )
    if Signal.KILL_NOTICE in item.signals:
        action = Action.WITHDRAW if held is not None and held.published else Action.HOLD
        return Verdict(action=action, reason=item.needs_human, call_desk=True)
    if held is not None and held.killed:
        if _is_older(item, held):
            return Verdict(action=Action.IGNORE, reason="older than the kill")
        return Verdict(
            action=Action.HOLD, reason="sent again after a kill", call_desk=True
        )
    return None


def _superseded(item: Item, held: Held | None) -> Verdict | None:
    """Ignore an older version; hold one whose order cannot be known."""
    if held is None:
        return None
    if item.version_created is None:
        reason = "no moment of its own: it may be older than what is held"
        return Verdict(action=Action.HOLD, reason=reason, call_desk=True)
    if _is_older(item, held):
        return Verdict(action=Action.IGNORE, reason="older than what is held")
    return None


def _taken_back(item: Item, held: Held | None) -> Verdict | None:
    """Take down, or keep in, what the agency withholds."""
    withdrawn = Signal.WITHDRAWN in item.signals
    if item.pub_status is not PubStatus.WITHHELD and not withdrawn:
        return None
    reason = "withdrawn by the agency" if withdrawn else "withheld by the agency"
    if held is not None and held.published:
        return Verdict(action=Action.WITHDRAW, reason=reason, call_desk=True)
    return Verdict(action=Action.HOLD, reason=reason)


def _held_back(item: Item, now: datetime) -> Verdict | None:
    """Hold for a human, or until the embargo ends."""
    if item.needs_human:
        return Verdict(
            action=Action.HOLD,
            reason=item.needs_human,
            until=item.embargoed_until,
            call_desk=True,
        )
    if item.embargoed_until is not None and item.embargoed_until > now:
        until = item.embargoed_until
        reason = f"embargoed until {until.isoformat()}"
        return Verdict(action=Action.HOLD, reason=reason, until=until)
    return None


def _for_the_desk(item: Item) -> Verdict | None:
    """Keep what is not for readers."""
    if item.kind not in FOR_READERS:
        return Verdict(action=Action.KEEP, reason=f"a {item.kind} is not a story")
    if Signal.ADVISORY in item.signals:
        return Verdict(action=Action.KEEP, reason="a service message")
    if item.kind is ItemKind.TEXT and not item.body:
        return Verdict(action=Action.HOLD, reason="a text without a body")
    return None


def _wanted(held: Held | None) -> Verdict:
    """Take a first version, follow with a later one."""
    if held is None:
        return Verdict(action=Action.TAKE, reason="new")
    return Verdict(action=Action.UPDATE, reason="a newer version")


def _is_older(item: Item, held: Held) -> bool:
    """Say whether an item was made before what is held."""
    if item.version_created is None or held.version_created is None:
        return False
    if item.version_created != held.version_created:
        return item.version_created < held.version_created
    if held.continued:
        return True
    ours, theirs = _rank(item.version), _rank(held.version)
    return ours is not None and theirs is not None and ours < theirs


def _rank(version: str) -> int | None:
    """Give the number a version says; None if it is opaque.

    AP numbers rewrites in words ("2nd Ld-Writethru"), and its footer knows minutes
    only; the story before the first rewrite has no version.
    """
    found = REWRITE.match(version)
    return int(found[1][:18]) if found is not None else None
