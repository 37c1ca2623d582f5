"""What an agency's rights in a picture mean for us; decision 16 says why.

Pure: what is forbidden, and the moment it came, give what to do.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateline.news.rights import Rights

NO_ARCHIVE_DAYS = 30
"""Days after which a picture that must not be archived is taken down."""

NEWS_DAYS = 2
"""Days for which a picture that must not be archived is news, and offered."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """What we do: hold it (why), offer it no longer, take it down.

    Moments are None where there is no end.
    """

    held: str = ""
    offered_until: datetime | None = None
    ends_at: datetime | None = None


def terms_of(
    rights: Rights,
    *,
    credit: str,
    expires: datetime | None,
    arrived: datetime,
    zone: ZoneInfo,
) -> Terms:
    """Return what rights in a picture mean.

    Args:
        rights: what is forbidden.
        credit: what readers would see as its credit.
        expires: when the agency's item expires.
        arrived: when the picture came.
        zone: the site's; a last day of use ends at its midnight.
    """
    ends = [expires] if expires is not None else []
    if rights.until is not None:
        after = rights.until + timedelta(days=1)
        ends.append(datetime.combine(after, time(), tzinfo=zone))
    offered = []
    if rights.no_archive:
        ends.append(arrived + timedelta(days=NO_ARCHIVE_DAYS))
        offered.append(arrived + timedelta(days=NEWS_DAYS))
    if rights.one_time:
        offered.append(arrived)
    return Terms(
        held=_held(rights, credit),
        offered_until=min(offered, default=None),
        ends_at=min(ends, default=None),
    )


def _held(rights: Rights, credit: str) -> str:
    """Say what only a person can decide; nothing if there is no such thing."""
    if rights.no_online:
        return "The agency does not allow it online."
    if rights.out:
        places = ", ".join(rights.out)
        return f"Not for {places}: a site is read everywhere. May we show it?"
    if rights.mandatory_credit and not (credit or rights.credit):
        return "A credit is mandatory, and none was sent."
    return ""
