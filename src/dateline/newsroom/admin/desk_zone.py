"""In which zone somebody reads the wire's times: the site's, UTC, or their own."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django.utils import timezone

from dateline.errors import DatelineError
from dateline.news.stamp import MONTHS, zone_name
from dateline.newsroom.admin.shown import zone as site_zone
from dateline.newsroom.models.desk_zone import DeskZone
from dateline.words.stamp import clock_text, stamp_text

UTC_NAME = "UTC"


class UnknownZoneError(DatelineError):
    """A zone was chosen that the tz database does not know."""

    hint = 'Zones have names like "Europe/Paris" or "Asia/Kolkata".'


@dataclass(frozen=True, kw_only=True, slots=True)
class ZoneChoice:
    """One zone to choose; ``value`` is empty for the site's."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Clock:
    """How one person reads moments."""

    zone: ZoneInfo
    now: datetime

    @property
    def name(self) -> str:
        """The abbreviation of the zone now: "IST"."""
        return zone_name(self.now, zone=self.zone)

    def stamp(self, moment: datetime | None) -> str:
        """Return "15 Dec 2016, 6.22 pm IST"; nothing for no moment."""
        return "" if moment is None else stamp_text(moment, zone=self.zone)

    def short(self, moment: datetime) -> str:
        """Return "6.22 pm" for today and "14 Dec, 6.22 pm" else, without the zone."""
        day = moment.astimezone(self.zone).date()
        clock = clock_text(moment, zone=self.zone)
        today = self.now.astimezone(self.zone).date()
        if day == today:
            return clock
        year = "" if day.year == today.year else f" {day.year}"
        return f"{day.day} {MONTHS[day.month - 1][:3]}{year}, {clock}"


def clock_of(user: Any, *, now: datetime) -> Clock:
    """Return how somebody reads moments: as they chose, else in the site's zone."""
    chosen = chosen_by(user)
    return Clock(zone=ZoneInfo(chosen) if chosen else site_zone(), now=now)


def chosen_by(user: Any) -> str:
    """Return the zone somebody chose; empty for the site's."""
    found = DeskZone.objects.filter(user=user).values_list("zone", flat=True).first()
    return found if found and found in _known() else ""


def choose(user: Any, name: str) -> None:
    """Remember a choice; raises UnknownZoneError."""
    if name and name not in _known():
        raise UnknownZoneError(f"there is no zone {name[:64]}")
    DeskZone.objects.update_or_create(user=user, defaults={"zone": name})


def choices_for(user: Any) -> list[ZoneChoice]:
    """Return what somebody may choose: the site's, UTC, their account's, the chosen.

    A browser that knows where it is adds its own.
    """
    chosen, now = chosen_by(user), timezone.now()
    site = site_zone()
    own = getattr(getattr(user, "wagtail_userprofile", None), "current_time_zone", "")
    labels = {"": f"Site’s: {zone_name(now, zone=site)}", UTC_NAME: "UTC"}
    for name in (own, chosen):
        if name and name in _known() and name != site.key:
            labels.setdefault(name, f"{zone_name(now, zone=ZoneInfo(name))}, {name}")
    return [
        ZoneChoice(value=value, label=label, chosen=value == chosen)
        for value, label in labels.items()
    ]


@cache
def _known() -> frozenset[str]:
    return frozenset(available_timezones())
