"""Kills in words: is this an order to kill, and whom does it name?

A text wire has no field for a kill. dpa sends "KILL KILL KILL" and "Please kill
item dpa 157", AP a note at bulletin priority, Reuters "STORY WITHDRAWN", AFP
"Mandatory Kill" on a photograph. The victim is named by number, slug, headline
or guid in free text. What is named is kept, so that suspects can be found; which
story is meant only a human can decide.
"""

import re
from typing import Final

from dateline.news.item import Victim
from dateline.wire.caseless import has_one, lower_ascii, opening

_WHAT: Final = (
    r"(?:item|story|message|photo|picture|dpa\b|AP\b|AFP\b|BC-|above|previous|\d)"
)
KILL: Final = re.compile(
    r"\b(?-i:(?:KILL|HOLD)(?:[ ,!]+(?:KILL|HOLD))+)\b"
    r"|\b(?-i:MANDATORY KILL|Mandatory Kill)\b(?! switch)"
    r"|\b(?-i:STORY WITHDRAWN)\b|\bbulletin kill\b"
    rf"|\bplease kill (?:the )?{_WHAT}"
    r"|^\W*kill (?:item|story|notice)\b"
    r"|^(?:EDITORS?|EDS)[:,] .{0,40}\bkill\b"
    r"|\bbitte (?:die|diese) meldung\b.{0,60}\bnicht (?:mehr )?verwenden\b"
    r"|^\W*Annuleret\b\s*(?:[:!-]|$)",
    re.IGNORECASE,
)
# One of these is in every text that KILL finds, or both words of a pair; looking for
# them is cheap. Some count only in capitals: banks hold rates every day.
KILL_WORDS = ("kill", "annuleret")
KILL_PAIR = ("verwenden", "bitte")  # every German embargo has the first
KILL_CAPITALS = ("HOLD", "WITHDRAWN")

# What a first paragraph must begin with to be an order and not a story.
ORDERS: Final = re.compile(
    r"[\W_]{0,8}(?:STORY WITHDRAWN\b"
    r"|(?-i:BULLETIN KILL|MANDATORY KILL|Mandatory Kill)\b(?! switch)"
    r"|(?:KILL|HOLD)[ ,!]+(?:KILL|HOLD)\b"
    r"|please (?:kill|do not use|disregard)\b.{0,40}"
    r"\b(?:item|story|photo|picture|message|headlined|slugged)"
    r"|(?:EDITORS?|EDS|DESKS?)\s*[:,].{0,80}\b(?:kill|withdraw)\b"
    r"|kill (?:the )?(?:AP |item |story |photo |message )?.{0,30}"
    r"\b(?:slugged|headlined|item|story|BC-)"
    r"|bitte (?:die|diese) (?:folgende )?meldung\b.{0,80}\bnicht (?:mehr )?verwenden"
    r"|(?:the )?story (?:headlined|slugged)\b.{0,200}"
    r"\b(?:is|has been) (?:withdrawn|killed)"
    r"|(?:pri[èe]re d['’]|merci de )?annuler (?:la d[ée]p[êe]che|notre)"
    r"|(?:rogamos )?anulen? (?:la |nuestra )(?:noticia|informaci[óo]n))",
    re.IGNORECASE | re.DOTALL,
)
# What the words begin with that ORDERS matches, behind a few signs.
ORDER_HEADS: Final = frozenset(
    ("sto", "bul", "man", "kil", "hol", "ple", "edi", "eds", "des", "bit", "the", "pri",
     "mer", "ann", "rog", "anu")
)  # fmt: skip
MOST_SIGNS: Final = 8

_NUMBER_WORD: Final = r"(?:items?|message|meldung(?:en)?|nr\.?|no\.?|number|sequence)"
NUMBERS: Final = re.compile(
    rf"\b(?:{_NUMBER_WORD}\s+)?(?:dpa|ats|sda|belga|lsw|lni|lby|bdt|afp|ap)[ -]?"
    r"(?P<named>\d{2,5})\b"
    rf"|\b{_NUMBER_WORD}\s+(?:[a-zA-Z]{{2,10}}[ -]?)?(?P<number>\d{{2,5}})\b"
    r"|\b(?P<anpa>[a-z]\d{4})\b(?=[\s,.;)]|$)",
    re.IGNORECASE,
)
SLUGS: Final = re.compile(
    r"[ABP](?<!\w.)(?:(?<=B)C|(?<=A)[MP]|(?<=P)M)-[A-Z][\w/&.']*(?:-{1,2}[A-Za-z][\w/&.']*){0,8}"
    r"(?: [A-Z][\w'-]+){0,3}"
)
SLUGGED: Final = re.compile(
    r"\bslugged:?\s+[\"“«]?([A-Z][\w/&.' -]{3,60}?)(?=[\"”»,.;(\n]|$)"
)
QUOTES = ('"', "“", "„", "«", "‘")  # that QUOTED begins with
QUOTED: Final = re.compile(
    r"[\"“„«‘]([^\"“”„«»‘’\n]{8,200}(?:\n[^\"“”„«»\n]{1,200})?)[\"”“»’]"
)
HEADLINED: Final = re.compile(
    r"\bheadlined:?\s+(?![\"“„«])([A-Z0-9][^\n]{8,160}?)(?=\.?\n|\.\s|[,;]\s+(?:sent|moved)"
    r"|\s+(?:is|has been) (?:withdrawn|killed)|$)"
)
URNS: Final = re.compile(r"\b(?:urn:newsml:|tag:)[^\s\"'<>()]{5,160}")
# What may be a number of NUMBERS; far fewer than places where a word begins.
FIGURES: Final = re.compile(r"\d\d++")
MOST_FIGURES: Final = 5
BEFORE_FIGURES: Final = 60  # characters in which the words before a number stand
# What all of them begin with.
URN_HEADS = ("urn:newsml:", "tag:")
SLUG_HEADS: Final = frozenset(("BC", "AM", "PM", "AP"))
SLUG_HEAD: Final = 2  # characters of one
MAX_VICTIMS, LOOK = 12, 6000


def orders_kill(text: str) -> bool:
    """Say whether a headline or a note orders a kill."""
    if not text:  # most captions
        return False
    if _words_kill(lower_ascii(text)) or has_one(KILL_CAPITALS, text):
        return KILL.search(text) is not None
    return False


def may_order_kill(lower: str) -> bool:
    """Say of texts that ``lower_ascii`` gave whether one of them may order a kill."""
    return _words_kill(lower) or "hold" in lower or "withdrawn" in lower


def _words_kill(lower: str) -> bool:
    """Say whether words are there that count in any case."""
    if has_one(KILL_WORDS, lower):
        return True
    first, second = KILL_PAIR
    return first in lower and second in lower


def opens_with_kill(paragraph: str) -> bool:
    """Say whether a paragraph begins with an order to kill."""
    head = opening(paragraph, MOST_SIGNS)
    return head in ORDER_HEADS and ORDERS.match(paragraph) is not None


def named_victims(text: str) -> tuple[Victim, ...]:
    """Give what a kill names: guids, numbers, slugs, headlines, each by itself."""
    plain, found = text[:LOOK], []
    if has_one(URN_HEADS, plain):
        found = [Victim(uri=each[0].rstrip(".,;")) for each in URNS.finditer(plain)]
        plain = URNS.sub(" ", plain)
    found += [Victim(sequence=number) for number in numbers_in(plain)]
    found += [Victim(slugline=slug.strip()) for slug in slugs_in(plain)]
    for line in _headlines(plain):
        found.append(Victim(headline=" ".join(line.split()).strip(" .,")))
    return tuple(dict.fromkeys(found))[:MAX_VICTIMS]


def numbers_in(text: str) -> list[str]:
    """Give the numbers of messages in a text: looked for around figures alone."""
    numbers, end = [], 0
    for figures in FIGURES.finditer(text):
        first, last = figures.span()
        before = text[first - 1 : first] if first else ""
        if last - first > MOST_FIGURES or not _may_stand_before(before):
            continue
        least = max(end, first - BEFORE_FIGURES)
        words = text[least:first].rsplit(None, 2)  # no more are part of it
        begin = least + len(words[0]) if len(words) > 2 else least  # noqa: PLR2004
        found = NUMBERS.search(text, begin, last + 1)
        if found is not None:
            number = found["named"] or found["number"] or found["anpa"] or ""
            numbers.append(number.lower())
            end = found.end()
    return numbers


def _may_stand_before(sign: str) -> bool:
    """Say whether this sign may stand between a word and its number."""
    return sign == "-" or sign.isspace() or sign.isalpha()


def slugs_in(text: str) -> list[str]:
    """Give the slugs in a text, and what it says is slugged so."""
    slugs: list[str] = []
    at, end = text.find("-"), 0
    while at >= 0:  # behind its head is a hyphen: one sign is found far quicker
        begin = at - SLUG_HEAD
        found = None
        if begin >= end and text[begin:at] in SLUG_HEADS:
            found = SLUGS.match(text, begin)
        if found is not None:
            slugs.append(found[0])
            end = found.end()
        at = text.find("-", at + 1)
    if "slugged" in text:
        slugs += [each[1] for each in SLUGGED.finditer(text)]
    return slugs


def _headlines(text: str) -> list[str]:
    """Give the lines a text quotes, and what it says is headlined so."""
    lines = []
    if has_one(QUOTES, text):
        lines = [each[1] for each in QUOTED.finditer(text)]
    if "headlined" in text:
        lines += [each[1] for each in HEADLINED.finditer(text)]
    return lines
