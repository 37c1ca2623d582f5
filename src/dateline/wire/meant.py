"""Does a kill in words mean this item?

The notice names its victim by guid, by number, by slugline or by headline, each
as a person at the agency typed it. Whoever is named is a suspect, to be held until
a person has looked; so a doubt counts against the suspect.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.news.item import Victim

ALIKE = 0.6
"""How much of two headlines must be the same words for one to mean the other."""

_WORD = re.compile(r"\w+")
_TINY = 2  # words of so few letters say nothing of what a headline is about
_FEW = 3  # a headline of fewer words is matched whole or not at all


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """What a notice could call an item by."""

    uri: str = ""
    sequence: str = ""
    slugline: str = ""
    headline: str = ""


def bare_sequence(sequence: str) -> str:
    """Return the number of a message as it is compared: "0157" is "157"."""
    return sequence.strip().lower().lstrip("0")


def named_by(victims: Sequence[Victim], item: Named) -> str:
    """Say in words how a notice names an item; empty if it does not."""
    for victim in victims:
        if said := _names(victim, item):
            return said
    return ""


def _names(victim: Victim, item: Named) -> str:
    if victim.uri and victim.uri == item.uri:
        return "named by its id"
    if victim.sequence and _is_number(victim.sequence, item):
        return f"named by its number {victim.sequence}"
    slug = _folded(victim.slugline)
    if slug and slug == _folded(item.slugline):
        return f"named by its slugline {victim.slugline}"
    if victim.headline and alike(victim.headline, item.headline) >= ALIKE:
        return "a headline like the one named"
    return ""


def _is_number(sequence: str, item: Named) -> bool:
    """Say whether a message has that number; a text wire's uri may end in it."""
    bare = bare_sequence(sequence)
    last = item.uri.rpartition(":")[2]
    return bool(bare) and bare in {item.sequence, bare_sequence(last)}


def alike(one: str, other: str) -> float:
    """Return how alike two headlines are: 1 for the same words, 0 for none.

    Symmetric: words in common over words in either.
    """
    ours, theirs = _words(one), _words(other)
    if not ours or not theirs:
        return 0.0
    if min(len(ours), len(theirs)) < _FEW:
        return 1.0 if _folded(one) == _folded(other) else 0.0
    return len(ours & theirs) / len(ours | theirs)


def _words(text: str) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(word for word in words if len(word) > _TINY or word.isdigit())


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
