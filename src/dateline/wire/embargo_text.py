"""Embargoes in words: "Nicht vor 22.10.2024, 11:30 Uhr verwenden".

Many agencies have no field for an embargo and say it in a line of the head or
in a note to editors, in their own language and zone. Two questions, asked apart:

* is this an embargo at all? A note that speaks of one is taken at its word; a
  headline or a first paragraph must begin with one and go on with a moment, for
  "Oil embargo until 2020" and "Sperrfrist für Bauanträge" are news;
* when does it end, and is that certain? The latest moment named counts. A
  missing date or hour, a doubtful zone or two readings of "4/5" are for a human.
"""

import re
from datetime import datetime, tzinfo
from typing import Final

from dateline.wire.caseless import first_of, has_one, lower_ascii, opening
from dateline.wire.found import FoundEmbargo, SpokenMoment
from dateline.wire.spoken_moment import read_spoken_moment

_DAY: Final = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag"
)
# Words that can only mean an embargo, wherever they stand in a note between desks.
CERTAIN: Final = re.compile(
    r"\b(?:sende)?sperrfrist\b(?! f(?:ü|ue)r\b)|\bsperrvermerk\b"
    r"|\bnicht vor\b.{0,60}\b(?:verwenden|ver(?:ö|oe)ffentlichen|senden)\b"
    r"|\bembargoed\b|\b(?:under|strict|sous|bajo|onder|unter) embargo\b"
    r"|\bembargo\s*:|\b(?-i:EMBARGO)\b"
    r"|\bhold for release\b|\bHFR\b"
    r"|\bnot (?:for|to be) (?:publication|publish(?:ed)?|released?|used?|broadcast"
    r"|transmission)\b.{0,30}\b(?:before|until|till|prior to)\b"
    r"|\bdo not (?:publish|release|use|broadcast)\b.{0,20}\b(?:before|until|prior to)\b"
    r"|\bne pas (?:diffuser|publier|utiliser) avant\b"
    r"|\bno (?:publicar|difundir) (?:antes|hasta)\b|\bembargad[oa] hasta\b"
    r"|\bnon (?:pubblicare|diffondere) prima\b"
    r"|\bniet (?:publiceren|gebruiken) v(?:oo|ó)r\b",
    re.IGNORECASE | re.DOTALL,
)
# Words that mean one only if a moment follows.
LIKELY: Final = re.compile(
    r"\bembargo\s+(?:until|till|to|for|ends?|expires?|jusqu|au|hasta|fino|tot|til|bis)\b"
    r"|\bfrei (?:erst )?(?:ab|f(?:ü|ue)r)\b"
    rf"|(?:^|[\n(^])\W{{0,3}}(?:advance|adv\d{{0,2}})\b.{{0,40}}\b(?:{_DAY})\b"
    rf"|\bfor release\b.{{0,40}}(?:\d|\b(?:{_DAY})\b)"
    r"|\bfor use\b.{0,50}\b(?:thereafter|after)\b",
    re.IGNORECASE | re.DOTALL,
)
# One of these is in every text that CERTAIN finds, or one of each pair; the long ones
# are found quicker. Every notebook is "not for publication": that alone is not enough.
CERTAIN_WORDS = (
    "sperr", "nicht vor", "embarg", "hold for release", "hfr", "ne pas ", "publicar",
    "difundir", "pubblicare", "diffondere", "niet ",
)  # fmt: skip
FORBIDDING = ("not for ", "not to be ", "do not ")
UNTIL = ("before", "until", "till", "prior to")
BEFORE_WORDS: Final = 8  # characters of "under " and the like
# And one of these in every text that LIKELY finds.
LIKELY_WORDS = ("embargo", "frei", "adv", "for release", "for use")
LIFTED: Final = re.compile(
    r"\bembargo (?:is |was |has been |now )?(?:lifted|expired|over|broken)\b"
    r"|\b(?:sperrfrist|embargo)\s+(?:ist\s+)?(?:aufgehoben|abgelaufen|lev[ée])\b"
    r"|\bno embargo\b|\bkeine sperrfrist\b|\bohne sperrfrist\b|\bsans embargo\b"
    r"|\bembargo(?:ed)?[: ]+(?:none|no|n/a)\b|\bnot (?:under )?embargo",
    re.IGNORECASE,
)
# What a headline or a first paragraph must begin with to be an embargo.
OPENING_HEADS: Final = frozenset(
    ("emb", "spe", "hol", "hfr", "not", "str", "und", "sti", "sou", "ond")
)
OPENING_SIGNS: Final = 12  # before it
OPENS: Final = re.compile(
    r"[\W_]{0,12}(?:(?:strictly|under|still)\s+)?"
    r"(?:embargo(?:ed)?(?:\s+(?:until|till|to|for|copy|news|release|notice)\b|\s*[:-])"
    r"|sperrfrist\s*(?::|\d|bis\b)"
    r"|hold for release\b|HFR\b"
    r"|not for (?:publication|release|use|broadcast)"
    r"[\w ,]{0,30}\b(?:before|until|prior)"
    r"|(?:sous\s+)?embargo\s*(?:jusqu|:|au\b)|embargad[oa]\s+hasta|embargo\s+fino"
    r"|(?:onder\s+)?embargo\s+tot|embargo\s+til)",
    re.IGNORECASE,
)
REACH: Final = 220  # characters after the words in which the moment must stand


def mentions_embargo(note: str) -> bool:
    """Say whether a line between desks may speak of an embargo."""
    return _begin_of(note) is not None


def _begin_of(note: str) -> re.Match[str] | None:
    """Find the words in a note that mean an embargo, the certain ones first."""
    lower = lower_ascii(note)
    found = None
    if _may_be_certain(lower):
        first = first_of(CERTAIN_WORDS + FORBIDDING, lower)
        found = CERTAIN.search(note, max(first - BEFORE_WORDS, 0))
    if found is None and has_one(LIKELY_WORDS, lower):
        return LIKELY.search(note)
    return found


def may_hold(lower: str) -> bool:
    """Say of notes that ``lower_ascii`` gave whether one of them may be an embargo."""
    return has_one(LIKELY_WORDS, lower) or _may_be_certain(lower)


def _may_be_certain(lower: str) -> bool:
    """Say whether words are there that CERTAIN may find."""
    if has_one(CERTAIN_WORDS, lower):
        return True
    return has_one(FORBIDDING, lower) and has_one(UNTIL, lower)


def _opening_of(text: str) -> re.Match[str] | None:
    """Find the words of an embargo that a headline or a paragraph begins with."""
    if opening(text, OPENING_SIGNS) in OPENING_HEADS:
        return OPENS.match(text)
    return None


def find_embargo(
    text: str, *, near: datetime | None, zone: tzinfo | None, note: bool
) -> FoundEmbargo | None:
    """Find an embargo in words; None if there is none.

    Args:
        text: a note, a headline or a paragraph.
        near: when the copy was made; a date without a year is the next one.
        zone: the zone of the source, for moments that name none.
        note: a line between desks; else it must begin like an embargo.
    """
    if not text:
        return None
    begin = _begin_of(text) if note else _opening_of(text)
    if begin is None or LIFTED.search(text):
        return None
    told = text[begin.start() : begin.end() + REACH]
    found = read_spoken_moment(told, near=near, zone=zone)
    if found is None and begin.re is not CERTAIN:
        return None  # "Embargo: what the new rules mean"
    return _judged(told, found)


def _judged(told: str, found: SpokenMoment | None) -> FoundEmbargo:
    """Say what is certain about the moment of an embargo."""
    said = " ".join(told.split())[:80]
    if found is None:
        return FoundEmbargo(
            text=said, reason=f"an embargo in words names no moment: {said!r}"
        )
    reason = (
        f"an embargo in words is not certain ({found.doubt}): {said!r}"
        if found.doubt
        else ""
    )
    return FoundEmbargo(text=said, moment=found.moment, reason=reason)
