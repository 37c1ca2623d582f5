"""How the desk's screens say a moment: always with the site's zone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from dateline.news.stamp import zone_name
from dateline.newsroom.site_settings import site_settings
from dateline.words.stamp import clock_text, date_text, stamp_text


def zone() -> ZoneInfo:
    """Return the site's zone."""
    return ZoneInfo(site_settings().site.zone)


def shown(moment: datetime | None) -> str:
    """Return "15 Dec 2016, 6.22 pm IST"; nothing for no moment."""
    return "" if moment is None else stamp_text(moment, zone=zone())


def shown_short(moment: datetime | None) -> str:
    """Return "6.22 pm" for today and "15 Dec 2016, 6.22 pm" else.

    For columns whose head names the zone.
    """
    if moment is None:
        return ""
    day = moment.astimezone(zone()).date()
    clock = clock_text(moment, zone=zone())
    today = timezone.now().astimezone(zone()).date()
    return clock if day == today else f"{date_text(day)}, {clock}"


def zone_now() -> str:
    """Return the abbreviation of the site's zone: "IST"."""
    return zone_name(timezone.now(), zone=zone())
