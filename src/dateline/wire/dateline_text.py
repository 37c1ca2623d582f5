"""Datelines in running text: "NAGATO, Japan (AFP) - ".

Agencies write them in many ways; what they share is that something bounded
stands at the head of a paragraph: places, perhaps a date, a credit, a dash.
A credit in brackets counts only if it is a known agency, the source's own name,
or stands behind a place in capitals: "Thomas Example (ABC) - " is a person.
"""

import re
from functools import lru_cache
from typing import Final

from dateline.news.item import ItemDateline, Origin
from dateline.wire.caseless import has_one
from dateline.wire.found import FoundDateline
from dateline.wire.hostile import few_blanks
from dateline.wire.moment import looks_like_moment

HEAD: Final = 140  # characters at the head of a paragraph that may hold a dateline
MAX_PLACE_WORDS: Final = 7

MONTH: Final = (
    r"(?:jan|feb|f[ée]v|m[aäe]r|apr|avr|abr|ma[iygj]|mag|jun|jui|giu|jul|lug|ago|aug"
    r"|ao[uû]|sep|set|o[ckt]t|out|nov|de[czs]|dic|d[ée]c|ene|gen)[a-zäéûç]{0,7}\.?"
)
WEEKDAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
DATE: Final = (
    rf"(?:{MONTH}\s+\d{{1,2}}(?:\s*,\s*\d{{4}})?|\d{{1,2}}\.?\s+{MONTH}(?:\s+\d{{4}})?"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?|{WEEKDAY})"
)
DASH: Final = r"(?:\.?-{1,2}|[–—_=:])"

AGENCIES: Final = frozenset(
    {
        "ap",
        "afp",
        "reuters",
        "thomson reuters",
        "dpa",
        "apa",
        "ats",
        "sda",
        "keystone-ats",
    }
    | {
        "ansa",
        "efe",
        "lusa",
        "pa",
        "aap",
        "kyodo",
        "kyodo news",
        "jiji",
        "xinhua",
        "tass",
    }
    | {
        "interfax",
        "belga",
        "anp",
        "ntb",
        "ritzau",
        "stt",
        "tt",
        "pti",
        "ani",
        "ians",
        "uni",
    }
    | {"upi", "bloomberg", "europa press", "globe newswire", "business wire", "cp"}
    | {
        "pr newswire",
        "tca",
        "lni",
        "lby",
        "the canadian press",
        "sports network",
        "cna",
    }
    | {"associated press", "press association", "yonhap", "bernama", "antara", "ana"}
    | {"amna", "ana-mpa", "pap", "ctk", "čtk", "mti", "hina", "tanjug", "anadolu", "aa"}
    | {"wam", "spa", "qna", "mena", "epa", "zuma", "businesswire", "isna", "irna"}
    | {
        "reuter",
        "wafa",
        "nan",
        "sapa",
        "panapress",
        "maghreb arabe presse",
        "aps",
        "map",
    }
    | {"أ ف ب", "رويترز", "美國商業資訊", "新华社", "共同", "時事"}
)
NOT_PLACES: Final = re.compile(
    r"^(?:update|corrected|correction|refile|repeat|rpt|wrapup|breaking|exclusive|urgent"
    r"|alert|flash|factbox|analysis|opinion|column|feature|interview|newsmaker|graphic"
    r"|note|eds?|attention|kill|advisory|explainer|timeline|q ?& ?a"
    r"|video|photos?|live)\b",
    re.IGNORECASE,
)

# In order: the first that fits is taken.
CREDIT: Final = r"\((?P<credit>[^()\n]{2,40})\)"
ROUND: Final = r"\([^()\n]{2,30}\)"  # a country in brackets, before the credit
FORMS = (
    # (ANSA) - ROME, JUL 11 -
    re.compile(
        rf"{CREDIT}\s*{DASH}\s*(?P<head>[^()\n]{{2,50}}?,\s*{DATE})\s*{DASH}\s",
        re.IGNORECASE,
    ),
    # NAGATO, Japan (AFP) -    (Reuters) -    MOSCOU 15/06 (AFP) =
    re.compile(
        rf"(?P<head>[^()\n]*+(?:{ROUND}[^()\n]*+)*?)\s*{CREDIT}\s*"
        rf"(?:{DASH}(?=\s|$)|--)",
        re.IGNORECASE,
    ),
    # Paris (ats afp)
    re.compile(rf"(?P<head>[^()\n]{{2,}}+)\s*{CREDIT}(?=\s|$)", re.IGNORECASE),
    # SAITAMA, Japan, Dec. 9 Kyodo -
    re.compile(
        rf"(?P<head>[^()\n]{{2,70}}?\s{DATE})\s+(?P<credit>[A-Z][\w ]{{1,20}}?)\s+"
        rf"{DASH}(?=\s|$)",
        re.IGNORECASE,
    ),
    # København /ritzau/:
    re.compile(
        rf"(?P<head>[^()/\n]*+)\s*/(?P<credit>[\w .-]{{2,20}})/\s*{DASH}(?=\s|$)",
        re.IGNORECASE,
    ),
    # (New York, NY - October 21)
    re.compile(
        rf"\((?P<head>[^()\n]{{3,60}}?,?\s[-–]\s*{DATE})\)(?=\s)(?P<credit>)",
        re.IGNORECASE,
    ),
    # BOSTON --
    re.compile(
        r"(?P<head>[^()\n\d:;]{3,70}?)(?P<credit>)\s+(?:--|[-–—_])\s+(?=\S)",
        re.IGNORECASE,
    ),
)
BRACKETS: Final = re.compile(r"[(/]([^()/\n]{2,40}(?:/[^()\n]{2,20})?)[)/]")
KYODO: Final = re.compile(r"\d [A-Z][\w ]{1,20} [-–—] ")
KYODO_DASHES = (" - ", " – ", " — ")  # one of them is in every text KYODO finds
# What must be in the head for a form to fit ("-" stands for any of the dashes);
# looking for it is cheap.
DASHES = (" - ", " -- ", " – ", " — ", " _ ")
SIGNS = ("(", "(", "(", "-", "/", "(", "-")
NO_DASH, BARE = 2, 6  # places in FORMS of the forms that need the most proof
# How long what stands before the credit may be, by form; a country in brackets
# counts as one. Three patterns cannot say it themselves: they take all there is
# up to the sign at once, which is several times quicker than letter by letter.
LONGEST: Final = {1: 80, 2: 60, 4: 60}
TRAILING_DATE: Final = re.compile(
    rf"(?:^|,|\s)\s*[-–]?\s*(?P<date>{DATE})\s*,?$", re.IGNORECASE
)
# In every text with a date: a number or a weekday.
MAY_BE_DATED: Final = re.compile(r"\d|[dD][aA][yY]")
PLACES: Final = re.compile(r"\s*/\s*|\s+(?:and|und|et|y|e)\s+")
CREDITS: Final = re.compile(r"\s*[/,&-]\s*")
ABBREVIATED: Final = re.compile(r", [A-Z][a-z]{1,5}\.$")
ENDS: Final = " \t\r\n-–—_=:."


def find_dateline(
    text: str, *, agencies: frozenset[str] = frozenset()
) -> FoundDateline | None:
    """Find a dateline at the head of a paragraph; None if there is none.

    Args:
        text: the paragraph.
        agencies: further names, in lower case, that may stand as the credit.
    """
    head = text[:HEAD]
    if not _may_hold(head, agencies):
        return None
    for number, form in enumerate(FORMS):
        if not _is_there(SIGNS[number], head):
            continue
        found = form.match(head)
        if found is None or _is_too_long(found["head"].rstrip(), number):
            continue
        if _holds(found, number, agencies):
            return _found(found)
    return None


@lru_cache(maxsize=1024)  # "Berlin (dpa) - " comes a hundred times a day
def read_dateline(
    text: str, *, agencies: frozenset[str] = frozenset()
) -> ItemDateline | None:
    """Read a dateline that the agency sent as metadata.

    None for a text that is a timestamp or a date alone: some agencies put the
    moment of writing in the field.
    """
    text = few_blanks(text)
    plain = text.strip(ENDS)
    if ABBREVIATED.search(text.rstrip()):
        plain += "."  # KANSAS CITY, Mo.
    if not plain or looks_like_moment(text) or looks_like_moment(plain):
        return None
    if re.fullmatch(DATE, plain, re.IGNORECASE):
        return None
    found = find_dateline(f"{plain} x") if plain[0] == "(" else None  # all in brackets
    if found is None:
        found = find_dateline(f"{plain} - x", agencies=agencies | _credits_in(plain))
    if found is not None:
        return ItemDateline(
            text=plain,
            places=found.dateline.places,
            credit=found.dateline.credit,
            date=found.dateline.date,
        )
    places, date = _split_head(plain)
    return ItemDateline(text=plain, places=places, date=date)


def _may_hold(head: str, agencies: frozenset[str]) -> bool:
    """Say cheaply whether a dateline is possible: most paragraphs have none."""
    if head[:3].isupper() or head[:1] == "(":
        return True
    if ("(" in head or "/" in head) and _names_credit(head, agencies):
        return True
    for dash in KYODO_DASHES:  # twice as fast as any(), for most paragraphs
        if dash in head:
            return KYODO.search(head) is not None
    return False


def _names_credit(head: str, agencies: frozenset[str]) -> bool:
    """Say whether an agency stands in brackets somewhere in a head."""
    found = BRACKETS.search(head)
    while found is not None:
        if _is_credit(found[1], agencies):
            return True
        found = BRACKETS.search(head, found.end())
    return False


def _is_there(sign: str, head: str) -> bool:
    """Say whether one of :data:`SIGNS` is in a head; most need no look for dashes."""
    return has_one(DASHES, head) if sign == "-" else sign in head


def _credits_in(text: str) -> frozenset[str]:
    """Trust any credit in brackets: this text is a dateline by its field."""
    return frozenset(
        each.casefold() for each in re.findall(r"\(([^()]{2,40})\)$", text)
    )


def _is_too_long(head: str, number: int) -> bool:
    """Say whether more stands before the credit than a dateline has."""
    longest = LONGEST.get(number, HEAD)
    return len(head) > longest and len(re.sub(ROUND, "x", head)) > longest


def _holds(found: re.Match[str], number: int, agencies: frozenset[str]) -> bool:
    """Say whether what fits a form is a dateline and not a sentence."""
    head, credit = found["head"].strip(), found["credit"].strip()
    places, date = _split_head(head)
    if not _are_places(places):
        return False
    if number == BARE:
        return bool(places) and _in_capitals(places[0]) and not NOT_PLACES.match(head)
    if not credit:
        return bool(places and date)
    if number == NO_DASH:
        return _is_plain(found, places) and _is_all_credit(credit, agencies)
    if _is_credit(credit, agencies):
        return True
    return bool(places) and _in_capitals(places[0])


def _is_credit(credit: str, agencies: frozenset[str]) -> bool:
    """Say whether all or one part of a credit is an agency."""
    whole = credit.casefold()
    if whole in AGENCIES or whole in agencies:
        return True
    if whole.isalpha():  # one word
        return False
    parts = CREDITS.split(whole) + whole.split()
    return any(part in AGENCIES or part in agencies for part in parts)


def _is_all_credit(credit: str, agencies: frozenset[str]) -> bool:
    """Say whether every word of a credit is an agency ("ats afp")."""
    return all(
        word in AGENCIES or word in agencies
        for word in CREDITS.sub(" ", credit.casefold()).split()
    )


@lru_cache(maxsize=1024)  # asked of each byline and credit, twice an item
def is_joint_credit(text: str) -> bool:
    """Say whether a text is agencies and nothing else: "NTB-AFP-DPA", "AFP"."""
    parts = CREDITS.split(few_blanks(text.strip()).casefold())
    return all(part in AGENCIES for part in parts)


def _is_plain(found: re.Match[str], places: tuple[str, ...]) -> bool:
    """Say whether capitalised places stand before a sentence, with no dash between."""
    words = [word for place in places for word in place.split()]
    after = found.string[found.end() :].lstrip(" \"'«„“»")[:1]
    return bool(words) and not after.islower() and all(w[0].isupper() for w in words)


@lru_cache(maxsize=1024)  # towns come again
def _are_places(places: tuple[str, ...]) -> bool:
    """Say whether each of these could name a place."""
    return all(map(_is_place, places))


def _is_place(place: str) -> bool:
    """Say whether a text could name a place: few words, the first in capitals."""
    words = place.split()
    if not words or len(words) > MAX_PLACE_WORDS:
        return False
    first = words[0].lstrip("'’\"")[:1]
    return not first.islower() and not any(each.isdigit() for each in place)


def _in_capitals(place: str) -> bool:
    """Say whether the town itself, before its country, is in capitals."""
    town = place.partition(",")[0]
    return town.isupper() and len(town) > 2  # noqa: PLR2004 # "A", "OK" are not towns


def _found(found: re.Match[str]) -> FoundDateline:
    """Turn a match into a dateline."""
    places, date = _split_head(found["head"].rstrip())
    return FoundDateline(
        dateline=ItemDateline(
            text=found[0].strip(ENDS),
            places=places,
            credit=found["credit"].strip(),
            date=date,
            origin=Origin.BODY,
        ),
        length=found.end(),
    )


@lru_cache(maxsize=1024)  # asked twice of each dateline, and towns come again
def _split_head(head: str) -> tuple[tuple[str, ...], str]:
    """Part the places of a dateline from its date."""
    head = head.strip(" ,")
    date = ""
    trailing = TRAILING_DATE.search(head) if MAY_BE_DATED.search(head) else None
    if trailing is not None:
        date = trailing["date"].strip(" ,")
        head = head[: trailing.start()].strip(" ,-–")
    places = tuple(
        place.strip(" ,") for place in PLACES.split(head) if place.strip(" ,")
    )
    return places, date
