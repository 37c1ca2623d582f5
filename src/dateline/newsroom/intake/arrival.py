"""An Item on its way in, and what became of it."""

from dataclasses import dataclass
from datetime import datetime

from dateline.news.item import Item
from dateline.newsroom.models.wire_item import WireItem
from dateline.wire.judge import Action, Verdict
from dateline.wire.routing import UNROUTED, Routed
from dateline.wire.source import SourceRules


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """An Item, the row it is kept under (held), what judge and the rules said.

    ``was_down`` says that a version of it had been taken down when this one came.
    """

    item: Item
    row: WireItem
    verdict: Verdict
    source: SourceRules
    now: datetime
    routed: Routed = UNROUTED
    was_down: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What became of one Item.

    ``story`` is the public id of its story, empty if it has none; ``entries``
    are the numbers of the journal's entries that this Item caused.
    ``version_created`` is when the agency says it made this version.
    """

    provider: str
    uri: str
    action: Action
    state: str
    reason: str
    story: str = ""
    entries: tuple[int, ...] = ()
    version_created: datetime | None = None
