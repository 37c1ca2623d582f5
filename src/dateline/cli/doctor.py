"""Everything a site needs, checked one after the other."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from dateline.cli.check import Check, fail, ok
from dateline.cli.doctor_machine import machine_checks
from dateline.cli.doctor_site import site_checks
from dateline.cli.site_folder import load
from dateline.errors import DatelineError


def examine(folder: Path, *, ask: bool = False) -> Iterator[Check]:
    """Yield every check of the site in ``folder``; only the first if that fails.

    ``ask``: also ask the servers of its wires.
    """
    try:
        settings = load(folder)
    except DatelineError as error:
        yield fail("dateline.toml", str(error), error.hint)
        return
    sections, cities = len(settings.site.sections), len(settings.site.cities)
    yield ok("dateline.toml", f"{sections} sections, {cities} cities")
    now = datetime.now(UTC)
    yield from machine_checks(settings, now=now)
    yield from site_checks(settings, now=now, ask=ask)
