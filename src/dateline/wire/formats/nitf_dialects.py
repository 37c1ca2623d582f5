"""What is particular to one agency's NITF, and to no other.

A dialect is chosen by what the file says of its sender (the registrar of its
document id, its distributor), never by the name of the wire it came over: AFP
copy passed on by NTB is in NTB's form.

=====  =====================================================================
NTB    ``doc-id`` ends in a version that counts from 00 (``NTB5df9…_47``)
       while ``du-key`` counts from 1 (48): the id without it is the identity,
       and a version is ``du-key``'s. The slug is in ``meta`` NTBStikkord
ANSA   stamps local time with ``+0100`` in summer too; puts a second headline
       into the byline field
AP     sends no document id: see ``nitf_identity``
=====  =====================================================================
"""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from dateline.wire.byline_text import is_byline, names_in

SUBTITLE_WORDS = 4  # fewer in a byline field are a name, initials or an agency


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialect:
    """The rules of one agency.

    Args:
        version_in_id: what ends a document id without being part of it.
        winter_offset: the zone of an agency that sends its winter offset all year.
        subtitle_in_byline: the byline field may hold a second headline.
    """

    version_in_id: re.Pattern[str] | None = None
    winter_offset: ZoneInfo | None = None
    subtitle_in_byline: bool = False


PLAIN = Dialect()
DIALECTS = {
    "ntb": Dialect(version_in_id=re.compile(r"_\d{2,3}$")),
    "ansa": Dialect(winter_offset=ZoneInfo("Europe/Rome"), subtitle_in_byline=True),
}


def dialect_of(*senders: str) -> Dialect:
    """Choose the dialect by the first sender that has one."""
    for sender in senders:
        dialect = DIALECTS.get(sender.strip().casefold())
        if dialect is not None:
            return dialect
    return PLAIN


def true_moment(text: str, dialect: Dialect) -> tuple[str, str]:
    """Correct a moment whose offset lies: (moment, warning).

    The clock is right and the offset is not: "10:30+0100" in July is half past
    ten in Rome. Text that is not such a moment comes back as it was.
    """
    zone = dialect.winter_offset
    if zone is None:
        return text, ""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text, ""
    local = moment.replace(tzinfo=zone)
    winter = local.replace(month=1, day=1).utcoffset()
    if moment.utcoffset() != winter or local.utcoffset() == winter:
        return text, ""
    return local.isoformat(), f"version_created: {text} read by the clock in {zone.key}"


def is_subtitle(text: str) -> bool:
    """Say whether a byline field holds a second headline instead of names."""
    enough = len(text.split()) >= SUBTITLE_WORDS
    return enough and not is_byline(text) and not names_in(text)
