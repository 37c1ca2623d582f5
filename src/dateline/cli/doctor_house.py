"""What a public site should say of its house: officer, publisher, security."""

from collections.abc import Iterator
from datetime import datetime

from dateline.cli.check import Check, ok, warn
from dateline.cli.house_checks import moment_in
from dateline.settings import Settings

INDIA = "IN"


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
    if not house.address or "@" not in site.contact:
        remedy = "Set [house] address and [site] contact."
        yield warn("contact page", "no postal address, or no mail address", remedy)
    expires = moment_in(house.security_expires)
    if expires and expires <= now:
        remedy = "Set [machines] security_expires to a day in the year to come."
        yield warn("security.txt", "has expired, so nobody should trust it", remedy)
