"""What a reader asks: from the address's parameters to a question.

Anything may come in: nothing here raises, and no letter has a meaning but the
quotation mark (a phrase) and a minus before a word (not this). What cannot be
understood is left out and said in ``faults``, so that the page can tell.

    flood patna            stories with both words
    "hot spring" -tokyo    stories with the phrase and without the word
    hot-spring             the same as "hot spring"
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain

from dateline.news.site import Site
from dateline.search.stop_words import STOP_WORDS
from dateline.search.words import terms

MOST_LETTERS = 200
MOST_WORDS = 12
ON_A_PAGE = 10
MOST_PAGES = 50
"""Whoever wants to see more than 500 stories is better served by the dates."""

_YEARS = range(1500, 3000)
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys("−–—", "-"))
_PART = re.compile(r'(-?)"([^"]*)"?|(-?)([^\s"]+)')
_JOINERS = "\u200c\u200d"

Row = tuple[str, ...]
"""The terms of a phrase."""


class Sort(StrEnum):
    """The order of the stories found."""

    RELEVANCE = "relevance"
    DATE = "date"


class FaultKind(StrEnum):
    """What was left out of a question, and why."""

    TOO_LONG = "too-long"
    SECTION = "section"
    CITY = "city"
    DATE = "date"
    ORDER = "order"
    PAGE = "page"


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """Something that could not be understood; ``value`` as it was typed."""

    kind: FaultKind
    value: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """What to look for.

    ``text`` is as typed, cleaned. ``words`` are terms (see `words`), ``typed``
    the words as typed, by term. ``phrases`` and ``without`` are rows of terms, as
    they follow one another, common words included. ``first`` and ``last`` are days
    of the site's zone, both included.
    """

    text: str = ""
    words: tuple[str, ...] = ()
    typed: Mapping[str, str]
    phrases: tuple[Row, ...] = ()
    without: tuple[Row, ...] = ()
    section: str = ""
    city: str = ""
    first: date | None = None
    last: date | None = None
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    faults: tuple[Fault, ...] = ()

    @property
    def says_words(self) -> bool:
        """Whether it asks for any word."""
        return bool(self.words or self.phrases)

    @property
    def telling(self) -> Row:
        """The terms that say what is looked for, those of phrases included.

        Common words are among them only where there is nothing else.
        """
        said = dict.fromkeys(chain(self.words, *self.phrases))
        return tuple(t for t in said if t not in STOP_WORDS) or tuple(said)

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing in particular."""
        return not (self.says_words or self.without or self.has_filters)

    @property
    def has_filters(self) -> bool:
        """Whether it asks for a section, a city or some days only."""
        return bool(self.section or self.city or self.first or self.last)


def question_of(asked: Mapping[str, str], *, site: Site) -> Question:
    """Return the question that the parameters of an address ask.

    ``asked`` holds q, section, city, from, to, sort and page; all may be absent.
    """
    faults: list[Fault] = []
    text = _clean(asked.get("q", ""))
    if len(text) > MOST_LETTERS:
        faults.append(Fault(kind=FaultKind.TOO_LONG))
        text = text[:MOST_LETTERS].strip()
    words = _Words()
    words.take(text)
    if words.left_out and not faults:
        faults.append(Fault(kind=FaultKind.TOO_LONG))
    first, last = _days(asked, faults)
    sort = asked.get("sort", "")
    return Question(
        text=text,
        words=tuple(words.words),
        typed=words.words,
        phrases=tuple(dict.fromkeys(words.phrases)),
        without=tuple(dict.fromkeys(words.without)),
        section=_section(asked, site, faults),
        city=_city(asked, site, faults),
        first=first,
        last=last,
        sort=Sort.DATE if sort == Sort.DATE else Sort.RELEVANCE,
        page=_page(asked, faults),
        faults=tuple(faults),
    )


def _clean(text: str) -> str:
    """Return text in one line, without letters that nobody can see."""
    shown = (
        c if c in _JOINERS or unicodedata.category(c)[0] != "C" else " " for c in text
    )
    return " ".join("".join(shown).split())


class _Words:
    """The words of a question, as they are read."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self.phrases: list[Row] = []
        self.without: list[Row] = []
        self.left_out = False

    def take(self, text: str) -> None:
        """Read the text; leave common words out where there are others."""
        for found in _PART.finditer(text.translate(_QUOTES)):
            quoted, word = found.group(2), found.group(4)
            copy = word if quoted is None else quoted
            self._take_part(copy, minus=bool(found.group(1) or found.group(3)))
        telling = {t: w for t, w in self.words.items() if t not in STOP_WORDS}
        if telling or self.phrases:
            self.words = telling

    def _take_part(self, copy: str, *, minus: bool) -> None:
        found = terms(copy)
        if not found:
            return
        if len(self.words) + len(self.phrases) + len(self.without) >= MOST_WORDS:
            self.left_out = True
            return
        if len(found) > MOST_WORDS:
            self.left_out = True
            found = found[:MOST_WORDS]
        if minus:
            self.without.append(tuple(found))
        elif len(found) > 1:
            self.phrases.append(tuple(found))
        else:
            self.words.setdefault(found[0], copy.strip("\"'’.,;:!?()[]{}"))


def _section(asked: Mapping[str, str], site: Site, faults: list[Fault]) -> str:
    name = _clean(asked.get("section", ""))
    if name and site.section(name) is None:
        faults.append(Fault(kind=FaultKind.SECTION, value=name[:MOST_LETTERS]))
        return ""
    return name


def _city(asked: Mapping[str, str], site: Site, faults: list[Fault]) -> str:
    name = _clean(asked.get("city", "")).lower()
    for city in site.cities:
        if name and name in (city.id, *city.also):
            return city.id
    if name:
        faults.append(Fault(kind=FaultKind.CITY, value=name[:MOST_LETTERS]))
    return ""


def _days(
    asked: Mapping[str, str], faults: list[Fault]
) -> tuple[date | None, date | None]:
    first, last = (_day(asked.get(name, ""), faults) for name in ("from", "to"))
    if first and last and first > last:
        faults.append(Fault(kind=FaultKind.ORDER))
        return last, first
    return first, last


def _day(text: str, faults: list[Fault]) -> date | None:
    text = _clean(text)
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.year not in _YEARS:
        faults.append(Fault(kind=FaultKind.DATE, value=text[:40]))
        return None
    return day


def _page(asked: Mapping[str, str], faults: list[Fault]) -> int:
    text = asked.get("page", "").strip()
    if not text:
        return 1
    number = int(text) if re.fullmatch("[0-9]{1,8}", text) else 0
    if not 1 <= number <= MOST_PAGES:
        faults.append(Fault(kind=FaultKind.PAGE, value=_clean(text)[:40]))
        return MOST_PAGES if number > MOST_PAGES else 1
    return number
