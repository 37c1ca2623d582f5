"""Bylines: "By Joseph Example and Ada Sample, Staff Reporter".

The byline field is often misused: desk initials (``gr/bp``), a login name, the
agency itself. And the first paragraph often says the byline again, which
readers must not see twice.
"""

import re
from functools import lru_cache
from typing import Final

from dateline.news.item import Byline
from dateline.wire.hostile import few_blanks

BY: Final = r"(?:by|von|par|por|di|da|af|av|door|fra)"
PREFIX: Final = re.compile(rf"^(?:{BY}|texte?\s*:)\s+", re.IGNORECASE)
INITIALS: Final = re.compile(r"[a-zà-ÿ]{1,4}(?:\s*[/ -]\s*[a-zà-ÿ]{1,4}){0,6}\.?")
LOGIN: Final = re.compile(r"\S*[._@]\S*|[a-z0-9]+")
GENERIC: Final = re.compile(
    r"(?:staff (?:reporter|writer)s?|news ?desk|our correspondent|editors?|redaktion)",
    re.IGNORECASE,
)
AND: Final = re.compile(
    r"\s*(?:,|/|;|&|\s(?:and|und|et|y|og|och|en|e|with|mit|avec|con)\s)\s*"
)
WHERE: Final = re.compile(r" (?:in|à|em|aus|uit) [A-ZÀ-Þ][^,]*$")
JOB: Final = re.compile(
    r"\b(?:writers?|reporters?|editors?|correspondents?|staff|columnists?|critics?"
    r"|photographers?|analysts?|chief|producers?|bureau|press)\b",
    re.IGNORECASE,
)
NAME_WORD: Final = re.compile(r"[^\W\d_][\w.'’-]*")
PARTICLES: Final = frozenset(
    {"van", "von", "de", "der", "den", "di", "da", "del", "la", "le", "al", "bin", "zu"}
)
ELIDED: Final = frozenset({"d'", "l'", "d’", "l’"})
MAX_LENGTH, MAX_WORDS, NAME_WORDS = 90, 12, 5


@lru_cache(maxsize=1024)  # a wire's reporters sign every day
def read_byline(text: str, *, title: str = "") -> Byline | None:
    """Read a byline field; None if it holds no byline (initials, a login)."""
    text = few_blanks(text.strip())
    if (
        not text
        or INITIALS.fullmatch(text)
        or (" " not in text and LOGIN.fullmatch(text))
    ):
        return None
    return Byline(text=text, names=names_in(text), title=title)


@lru_cache(maxsize=1024)
def names_in(text: str) -> tuple[str, ...]:
    """Give the names in a byline, without "By", titles and agencies."""
    parts = AND.split(PREFIX.sub("", few_blanks(text.strip()), count=1))
    names = (WHERE.sub("", part.strip()) for part in parts)
    return tuple(name for name in names if _is_name(name))


def split_title(text: str) -> tuple[str, str]:
    """Part names from the job after them: "By Ada Sample, Political Editor".

    (text, "") if no job is named after a comma.
    """
    names, comma, job = text.partition(",")
    if comma and JOB.search(job) and names_in(names):
        return names.strip(), job.strip()
    return text, ""


def is_byline(paragraph: str) -> bool:
    """Say whether a paragraph is a byline and nothing else."""
    if len(paragraph) > MAX_LENGTH or not PREFIX.match(paragraph):
        return False
    if len(paragraph.split()) > MAX_WORDS or paragraph.rstrip()[-1:] in {":", "?", "!"}:
        return False
    rest = PREFIX.sub("", paragraph, count=1)
    return not rest.rstrip().endswith(".") and _is_name(AND.split(rest)[0].strip())


def is_generic(byline: Byline) -> bool:
    """Say whether a byline names nobody ("Staff Reporter")."""
    return GENERIC.fullmatch(PREFIX.sub("", byline.text).strip()) is not None


def same_byline(one: str, other: str) -> bool:
    """Say whether two bylines name the same people, whatever stands around."""
    return (
        _key(one) == _key(other) or _key(one) in _key(other) or _key(other) in _key(one)
    )


def _key(text: str) -> str:
    """Give a byline's letters only."""
    return "".join(PREFIX.sub("", text.strip(), count=1).casefold().split())


def _is_name(text: str) -> bool:
    """Say whether a text looks like a person's name: 2 to 5 capitalised words."""
    words = text.split()
    if not 2 <= len(words) <= NAME_WORDS or JOB.search(text):  # noqa: PLR2004 # first and last name
        return False
    return all(
        NAME_WORD.fullmatch(word)
        and (not word[0].islower() or word in PARTICLES or word[:2] in ELIDED)
        for word in words
    )
