"""How the wires are doing, on the first screen; the silent ones call the desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from dateline.newsroom.admin.home_lines import Line, Panel
from dateline.newsroom.admin.shown import shown, shown_short
from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.site_settings import site_settings
from dateline.newsroom.wire_standing import WireCondition, WireStanding, standings

DAY = timedelta(hours=24)


@dataclass(frozen=True, kw_only=True, slots=True)
class WireLine:
    """How one wire is doing; ``fault`` says what is wrong, empty if nothing is."""

    name: str
    url: str
    last: str
    hour: int
    today: int
    held: int
    calls: int
    fault: str


class WiresPanel(Panel):
    """How each wire is doing."""

    template_name = "newsroom/home/wires.html"
    name = "wires"
    heading = "Wires"
    empty = "No wire is set up in dateline.toml."
    order = 140

    def lines(self) -> Iterable[WireLine]:
        """Return a line for each wire of the settings."""
        return [_wire_line(e) for e in standings(site_settings(), now=timezone.now())]


def silence_lines() -> list[Line]:
    """Return a line for each wire whose alarm of silence stands."""
    return [
        Line(
            moment=shown_short(each.silent_since),
            text=f"The wire {each.name} is silent",
            url=_list_url(each.name),
            fault=_fault(each),
        )
        for each in standings(site_settings(), now=timezone.now())
        if each.state is WireCondition.SILENT
    ]


def _wire_line(standing: WireStanding) -> WireLine:
    items = WireItem.objects.filter(source=standing.name)
    return WireLine(
        name=standing.name,
        url=_list_url(standing.name),
        last=shown(standing.last_item) if standing.last_item else "",
        hour=standing.items,
        today=items.filter(last_seen__gte=timezone.now() - DAY).count(),
        held=items.filter(state=WireState.HELD).count(),
        calls=items.filter(call_desk=True).count(),
        fault=_fault(standing),
    )


def _list_url(name: str) -> str:
    return reverse("wire:index") + f"?source={name}"


def _fault(standing: WireStanding) -> str:
    """Say what is wrong with a wire; empty if nothing is."""
    if standing.state is WireCondition.SILENT:
        last = shown(standing.last_item) if standing.last_item else ""
        return f"silent since {last}" if last else "silent: nothing ever came"
    if standing.state is WireCondition.FAILING:
        return f"fails: {standing.last_error}"
    return ""
