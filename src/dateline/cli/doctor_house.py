"""What a public site should say of its house: officer, publisher, security."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from dateline.cli.check import Check, ok, warn
from dateline.cli.house_checks import moment_in
from dateline.settings import Settings

INDIA = "IN"

FETCHED_WITHIN = timedelta(minutes=10)
"""The desk fetches readers' forms every two seconds."""


def check_house(settings: Settings, *, now: datetime) -> Iterator[Check]:
    """Yield the checks of what readers and the law look for."""
    house, site = settings.house, settings.site
    if site.country == INDIA and house.officer is None:
        yield warn(
            "grievances",
            "no grievance officer is named, and the site is published in India",
            "Add [house.officer] with name and email (IT Rules 2021, rule 11).",
        )
    elif house.officer:
        yield ok("grievances", f"{house.officer.name} answers for them")
    yield from _forms(settings, now=now)
    if not house.address or "@" not in site.contact:
        remedy = "Set [house] address and [site] contact."
        yield warn("contact page", "no postal address, or no mail address", remedy)
    expires = moment_in(house.security_expires)
    if expires and expires <= now:
        remedy = "Set [machines] security_expires to a day in the year to come."
        yield warn("security.txt", "has expired, so nobody should trust it", remedy)


def _forms(settings: Settings, *, now: datetime) -> Iterator[Check]:
    """Yield what is to be done about forms of readers that nobody entered."""
    folder = settings.grievances_path
    aside = sum(1 for _ in folder.glob("*.unreadable"))
    late = 0
    for file in folder.glob("*.json"):
        since = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        late += now - since > FETCHED_WITHIN
    if late:
        remedy = "Start the desk: 24 hours run from when they came."
        yield warn("readers' forms", f"{late} are not in the register yet", remedy)
    if aside:
        remedy = f"Look at them in {folder}, enter what they say, remove them."
        yield warn("readers' forms", f"{aside} could not be read", remedy)
