"""Moments with their zone, and the names of zones, months and days.

Zone abbreviations come from the tz database where it has letters; where it has
only an offset ("+03"), from a table of names in newspapers' use, else "UTC+3".
How readers see a moment is in ``words.stamp``.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from dateline.errors import DatelineError

MONTHS = (
    "January February March April May June July August September October "
    "November December"
).split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_NAMES = {
    "Asia/Dubai": "GST",
    "Asia/Kathmandu": "NPT",
    "Asia/Dhaka": "BST",
    "Asia/Colombo": "SLST",
    "Asia/Singapore": "SGT",
    "Asia/Riyadh": "AST",
    "Asia/Tehran": "IRST",
    "Asia/Kabul": "AFT",
    "Asia/Tashkent": "UZT",
    "Asia/Bangkok": "ICT",
    "America/Sao_Paulo": "BRT",
    "America/Argentina/Buenos_Aires": "ART",
    "America/Bogota": "COT",
    "America/Lima": "PET",
}


class NaiveMomentError(DatelineError):
    """A moment came without a time zone."""

    hint = "Give the wire a zone in dateline.toml: [wires.NAME] zone = 'Europe/Paris'."


def aware(moment: datetime) -> datetime:
    """Return ``moment`` in UTC; raise NaiveMomentError if it has no zone."""
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise NaiveMomentError(f"{moment.isoformat()} has no time zone")
    return moment.astimezone(UTC)


def zone_name(moment: datetime, *, zone: ZoneInfo) -> str:
    """Return the abbreviation of ``zone`` at ``moment``: "IST", "CEST"."""
    local = moment.astimezone(zone)
    name = local.tzname() or ""
    if name.isalpha():
        return name
    if zone.key in _NAMES:
        return _NAMES[zone.key]
    offset = local.utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset else 0
    sign = "\N{MINUS SIGN}" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def iso_text(moment: datetime, *, zone: ZoneInfo) -> str:
    """Return ISO 8601 with the zone's offset, to the second."""
    return aware(moment).astimezone(zone).isoformat(timespec="seconds")
