"""The keyword slug of AP's wires, and the version field beside it.

``BC-BKN--Heat-Hawks, 1st Ld-Writethru,521`` is the first rewrite of a story whose
every version has the slug ``BC-BKN--Heat-Hawks`` on that day. An "Add" or a "Take"
is no version but a further part of the story: taken for one, it would replace it.
"""

import re
from string import digits
from typing import Final

from dateline.news.item import Link, Signal
from dateline.wire.caseless import has_one, lower_ascii
from dateline.wire.formats.anpa_found import AnpaDate, Slug
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules

# Asked of every item: a member looked up by its name takes long.
ADVISORY: Final = Signal.ADVISORY
ALERT_SIGNAL: Final = Signal.ALERT

_ORDINAL: Final = r"\d{1,2}(?:st|nd|rd|th)"
VERSION: Final = re.compile(
    rf"(?<![\s,])[\s,]++(?P<version>{_ORDINAL}[\s-]+(?:Ld|Lead|Add|Take|Sub|Pickup|Writethru|Opt)"
    rf"[\w-]*(?:[\s-](?:Writethru|Correct\w*))?|Ld-?Writethru|Writethru|KILL|Kill"
    r"|Mandatory Kill|Withdrawal|Correctives?|Correction|Advisory|Adv\d{0,2}"
    r"|\d{1,2}(?:st|nd|rd|th) [Ll]ead)\b",
)
# One of these is in every text in which VERSION finds something.
VERSION_WORDS = (
    "Ld", "Lead", "lead", "Add", "Take", "Sub", "Pickup", "Writethru", "Opt", "KILL",
    "Kill", "Withdrawal", "Correct", "Adv",
)  # fmt: skip
COUNT: Final = re.compile(r"(?<![\s,])[\s,]++\d{2,5}\s*$")
COUNT_SIZES: Final = range(2, 6)
CYCLES: Final = frozenset({"BC-", "AM-", "PM-", "AP-"})
PART: Final = re.compile(rf"{_ORDINAL}[\s-]+(?:Add|Take|Sub|Pickup|Opt)", re.IGNORECASE)
REWRITE: Final = re.compile(rf"{_ORDINAL}[\s-]+(?:Ld|Lead)|Writethru", re.IGNORECASE)
ALERT_WORDS = ("alert", "bulletin")
ALERT: Final = re.compile(
    r"\bAP ?News ?Alert|\bNewsAlert\b|\bBulletin\b", re.IGNORECASE
)
SERVICE_WORDS = (
    "advisor", "daybook", "agenda", "digest", "budget", "planner", "test",
    "schedule of events",
)  # fmt: skip
SERVICE: Final = re.compile(
    r"\bAdvisor(?:y|ies)\b|\bDaybook\b|\bNews ?Agenda\b|\bAP[ -](?:\w+ )?"
    r"(?:Digest|Budget|Planner|Test)\b|\bSchedule of Events\b",
    re.IGNORECASE,
)
KILL: Final = re.compile(r"\b(?:Mandatory )?Kill\b|\bWithdrawal\b", re.IGNORECASE)
CORRECTS: Final = re.compile(r"\bCorrect(?:ion|ive|s|ed)?s?\b", re.IGNORECASE)
PUNCTUATION: Final = re.compile(r"[\W_]+")
# The same for ASCII: letters in lower case and figures, and a blank for all else.
PLAIN: Final = bytes(
    at if chr(at).isalnum() else 32 for at in range(128)
).lower() + bytes(128)


def read_slug(text: str) -> Slug:
    """Part a slug line into slug and version; the count of words goes."""
    text = " ".join(text.split())
    found = VERSION.search(text) if has_one(VERSION_WORDS, text) else None
    version = found["version"] if found is not None else ""
    slug = _uncounted(text if found is None else text[: found.start()])
    bare = slug
    if slug[:3].upper() in CYCLES:
        bare = slug[3:].lstrip("-")
        slug = slug[: len(slug) - len(bare)].upper() + bare
    words = [word for each in bare.split("-") if (word := each.strip())]
    return Slug(slug=slug, version=version, keywords=tuple(words))


def _uncounted(text: str) -> str:
    """Take the count of words from the end of a slug line."""
    if text.isascii():
        rest = text.rstrip(digits)
        if len(text) - len(rest) in COUNT_SIZES and rest[-1:] in {" ", ","}:
            text = rest
        return text.strip(" ,")
    return COUNT.sub("", text).strip(" ,")


def read_version(sent: Sent, slug: Slug) -> None:
    """Read what slug and version field say about a version."""
    version = sent.version
    both = f"{slug.slug}, {version}"
    lower = lower_ascii(both)
    if version and REWRITE.search(version):
        sent.signals.append(Signal.WRITETHRU)
    if has_one(ALERT_WORDS, lower) and ALERT.search(slug.slug):
        sent.signals.append(ALERT_SIGNAL)
        sent.genres.append("APNewsAlert")
    if version and KILL.search(version):
        sent.signals.append(Signal.KILL_NOTICE)
    elif has_one(SERVICE_WORDS, lower) and SERVICE.search(both):
        sent.signals.append(ADVISORY)
    if "correct" in lower and CORRECTS.search(both):
        sent.signals.append(Signal.CORRECTION)


def key(sent: Sent, slug: Slug, dated: AnpaDate, source: SourceRules) -> str:
    """Make the key that a story's versions share."""
    plain = _plain(slug.slug)
    whole = f"urn:dateline:{source.scope}:anpa:{dated.day}:{plain}"
    if not plain or ALERT_SIGNAL in sent.signals or ADVISORY in sent.signals:
        return f"{whole}:{sent.sequence}"
    if sent.version and PART.match(sent.version):
        sent.links.append(Link(rel="partOf", uri=whole))
        sent.needs_human = f"a part of a story and no version of it: {sent.version}"
        return f"{whole}:{PUNCTUATION.sub('-', sent.version.casefold())}"
    return whole


def _plain(slug: str) -> str:
    """Give the words of a slug alone, in one case, with a stroke between them."""
    if slug.isascii():
        return "-".join(slug.encode().translate(PLAIN).decode().split())
    return PUNCTUATION.sub("-", slug.casefold()).strip("-")
