"""Printing what was measured."""

import platform
from pathlib import Path

from rich.console import Console
from rich.table import Table


def show(title: str, rows: list[tuple[str, str, str]]) -> None:
    """Print one table: figure, measured, bar."""
    table = Table(title=title, title_justify="left")
    for head in ("figure", "measured", "bar"):
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*row)
    Console(width=110).print(table)


def machine() -> str:
    """Return what this was measured on."""
    cpu = "unknown processor"
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text().splitlines():
            if line.startswith("model name"):
                cpu = line.partition(":")[2].strip()
                break
    import os  # noqa: PLC0415 - only here

    return f"{cpu}, {os.cpu_count()} cores, Python {platform.python_version()}"


def percentile(values: list[float], share: float) -> float:
    """Return the value below which ``share`` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
