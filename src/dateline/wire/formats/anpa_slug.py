"""The keyword slug of AP's wires, and the version field beside it.

``BC-BKN--Heat-Hawks, 1st Ld-Writethru,521`` is the first rewrite of a story whose
every version has the slug ``BC-BKN--Heat-Hawks`` on that day. An "Add" or a "Take"
is no version but a further part of the story: taken for one, it would replace it.
"""

import re

from dateline.news.item import Link, Signal
from dateline.wire.formats.anpa_found import AnpaDate, Slug
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules

_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)"
VERSION = re.compile(
    rf"[\s,]+(?P<version>{_ORDINAL}[\s-]+(?:Ld|Lead|Add|Take|Sub|Pickup|Writethru|Opt)"
    rf"[\w-]*(?:[\s-](?:Writethru|Correct\w*))?|Ld-?Writethru|Writethru|KILL|Kill"
    r"|Mandatory Kill|Withdrawal|Correctives?|Correction|Advisory|Adv\d{0,2}"
    r"|\d{1,2}(?:st|nd|rd|th) [Ll]ead)\b",
)
COUNT = re.compile(r"[\s,]+\d{2,5}\s*$")
CYCLE = re.compile(r"(?:BC|AM|PM|AP)-+", re.IGNORECASE)
PART = re.compile(rf"{_ORDINAL}[\s-]+(?:Add|Take|Sub|Pickup|Opt)", re.IGNORECASE)
REWRITE = re.compile(rf"{_ORDINAL}[\s-]+(?:Ld|Lead)|Writethru", re.IGNORECASE)
ALERT = re.compile(r"\bAP ?News ?Alert|\bNewsAlert\b|\bBulletin\b", re.IGNORECASE)
SERVICE = re.compile(
    r"\bAdvisor(?:y|ies)\b|\bDaybook\b|\bNews ?Agenda\b|\bAP[ -](?:\w+ )?"
    r"(?:Digest|Budget|Planner|Test)\b|\bSchedule of Events\b",
    re.IGNORECASE,
)
KILL = re.compile(r"\b(?:Mandatory )?Kill\b|\bWithdrawal\b", re.IGNORECASE)
CORRECTS = re.compile(r"\bCorrect(?:ion|ive|s|ed)?s?\b", re.IGNORECASE)
PUNCTUATION = re.compile(r"[\W_]+")


def read_slug(text: str) -> Slug:
    """Part a slug line into slug and version; the count of words goes."""
    text = " ".join(text.split())
    found = VERSION.search(text)
    version = found["version"] if found is not None else ""
    slug = COUNT.sub("", text if found is None else text[: found.start()]).strip(" ,")
    cycle = CYCLE.match(slug)
    if cycle is not None:
        slug = slug[: cycle.end()].upper() + slug[cycle.end() :]
    bare = slug[cycle.end() :] if cycle is not None else slug
    words = [word.strip() for word in bare.split("-") if word.strip()]
    return Slug(slug=slug, version=version, keywords=tuple(words))


def read_version(sent: Sent, slug: Slug) -> None:
    """Read what slug and version field say about a version."""
    both = f"{slug.slug}, {sent.version}"
    if REWRITE.search(sent.version):
        sent.signals.append(Signal.WRITETHRU)
    if ALERT.search(slug.slug):
        sent.signals.append(Signal.ALERT)
        sent.genres.append("APNewsAlert")
    if KILL.search(sent.version):
        sent.signals.append(Signal.KILL_NOTICE)
    elif SERVICE.search(both):
        sent.signals.append(Signal.ADVISORY)
    if CORRECTS.search(both):
        sent.signals.append(Signal.CORRECTION)


def key(sent: Sent, slug: Slug, dated: AnpaDate, source: SourceRules) -> str:
    """Make the key that a story's versions share."""
    plain = PUNCTUATION.sub("-", slug.slug.casefold()).strip("-")
    whole = f"urn:dateline:{source.scope}:anpa:{dated.day}:{plain}"
    if not plain or Signal.ALERT in sent.signals or Signal.ADVISORY in sent.signals:
        return f"{whole}:{sent.sequence}"
    if PART.match(sent.version):
        sent.links.append(Link(rel="partOf", uri=whole))
        sent.needs_human = f"a part of a story and no version of it: {sent.version}"
        return f"{whole}:{PUNCTUATION.sub('-', sent.version.casefold())}"
    return whole
