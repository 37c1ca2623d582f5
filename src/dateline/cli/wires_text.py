"""How the wires are doing, as a table or as JSON, once or again and again."""

import time
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from rich.live import Live
from rich.table import Table
from rich.text import Text

from dateline.cli.desk_work import now
from dateline.cli.words import paper, say, say_json
from dateline.newsroom.wire_standing import WireCondition, WireStanding, standings
from dateline.settings import Settings

COLUMNS = ("Wire", "By", "State", "Last item", "Items/h", "Errors/h", "Lag", "")
_COLOURS = {
    WireCondition.WELL: "green",
    WireCondition.NEW: "",
    WireCondition.FAILING: "red",
    WireCondition.SILENT: "yellow",
}
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def show_wires(settings: Settings, *, as_json: bool) -> list[WireStanding]:
    """Print how each wire is doing, and return it."""
    found = standings(settings, now=now())
    if as_json:
        for each in found:
            say_json(each)
    elif found:
        paper().print(wires_table(found, now=now(), zone=settings.site.zone))
    else:
        say("No wire is set up: add [wires.NAME] to dateline.toml.")
    return found


def watch_wires(settings: Settings, *, as_json: bool, every: float) -> None:
    """Go on showing how the wires are doing until Ctrl-C."""
    out = paper()
    if as_json or not out.is_terminal:
        while True:
            show_wires(settings, as_json=as_json)
            time.sleep(every)
    with Live(console=out, auto_refresh=False, screen=True) as live:
        while True:
            found = standings(settings, now=now())
            table = wires_table(found, now=now(), zone=settings.site.zone)
            live.update(table, refresh=True)
            time.sleep(every)


def are_well(found: Sequence[WireStanding]) -> bool:
    """Return whether no wire is silent or fails."""
    bad = {WireCondition.SILENT, WireCondition.FAILING}
    return not any(each.state in bad for each in found)


def wires_table(found: Sequence[WireStanding], *, now: datetime, zone: str) -> Table:
    """Return the table a person reads; nothing in it is read as markup."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in COLUMNS:
        number = column in {"Items/h", "Errors/h", "Lag"}
        table.add_column(column, justify="right" if number else "left")
    for each in found:
        table.add_row(
            Text(each.name),
            Text(each.transport),
            Text(each.state, style=_COLOURS[each.state]),
            Text(_moment(each.last_item, zone)),
            Text(str(each.items)),
            Text(str(each.errors)),
            Text("" if each.lag is None else length(each.lag)),
            Text(_remark(each, now=now), overflow="fold"),
        )
    return table


def length(seconds: float) -> str:
    """Return a length of time in one or two units: "4 s", "3 min", "2 h 5 min"."""
    sign, whole = ("-", -seconds) if seconds < 0 else ("", seconds)
    if whole < _MINUTE:
        return f"{sign}{whole:.0f} s"
    if whole < _HOUR:
        return f"{sign}{whole / _MINUTE:.0f} min"
    if whole < _DAY:
        hours, rest = divmod(int(whole), _HOUR)
        return f"{sign}{hours} h {rest // _MINUTE} min"
    return f"{sign}{whole / _DAY:.0f} d"


def _moment(moment: datetime | None, zone: str) -> str:
    return f"{moment.astimezone(ZoneInfo(zone)):%d %b %H:%M:%S %Z}" if moment else "-"


def _remark(each: WireStanding, *, now: datetime) -> str:
    """Say what is wrong with a wire; nothing if it is well."""
    if each.state is WireCondition.SILENT:
        if each.last_item is None:
            return "alarm: nothing ever came"
        silence = length((now - each.last_item).total_seconds())
        return f"alarm: silent for {silence}"
    if each.state is WireCondition.FAILING:
        if each.quiet_until is None:
            return each.last_error
        wait = length((each.quiet_until - now).total_seconds())
        return f"{each.last_error} (asked again in {wait})"
    return ""
