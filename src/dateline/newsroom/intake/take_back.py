"""What an agency takes back: withheld, withdrawn, killed."""

from collections.abc import Sequence

from dateline.journal.entry import Entry
from dateline.news.item import Signal
from dateline.newsroom.actions.item_pictures import hold_pictures
from dateline.newsroom.actions.kill_item import NOTICE, KillItem
from dateline.newsroom.actions.schedule import drop_plans
from dateline.newsroom.actions.withdraw import Withdraw
from dateline.newsroom.intake.arrival import Arrival
from dateline.newsroom.intake.suspects import hold_suspects
from dateline.newsroom.models.story import StoryState
from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.stories_of_item import family_of, stories_of


def kill(arrival: Arrival) -> Sequence[Entry]:
    """Kill what the agency cancels; without a story there are only the rows."""
    reason = f"{arrival.verdict.reason} ({arrival.source.name})"
    return KillItem(wire_item=arrival.row, reason=reason, now=arrival.now).execute()


def withdraw(arrival: Arrival) -> Sequence[Entry]:
    """Take down what is out; a human may put it back."""
    entries = _suspects(arrival)
    return [*entries, *take_down(arrival.row, arrival)]


def hold(arrival: Arrival) -> Sequence[Entry]:
    """Keep it from readers until a human looks; a plan for it is off."""
    row = arrival.row
    entries = _suspects(arrival)
    for story in stories_of(family_of(row)):
        drop_plans(story, now=arrival.now)
    if row.state != WireState.KILLED:
        row.state = WireState.HELD
    return entries


def keep(arrival: Arrival) -> Sequence[Entry]:
    """Keep it for the desk alone."""
    arrival.row.state = WireState.KEPT
    return ()


def take_down(row: WireItem, arrival: Arrival) -> Sequence[Entry]:
    """Withdraw every story of an item that is out, and drop what was planned."""
    row.state, row.call_desk = WireState.WITHDRAWN, True
    entries = [*hold_pictures(row, reason=row.reason, now=arrival.now)]
    for story in stories_of(family_of(row)):
        drop_plans(story, now=arrival.now)
        if story.state == StoryState.PUBLISHED:
            down = Withdraw(story=story, notice=NOTICE, now=arrival.now)
            entries += down.execute()
    return entries


def _suspects(arrival: Arrival) -> list[Entry]:
    if Signal.KILL_NOTICE not in arrival.item.signals:
        return []
    return hold_suspects(arrival)
