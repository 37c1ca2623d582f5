"""Catalogs: the gettext file of each language, read when it is first asked for.

There is no compiled form, so none can go stale: a ``.po`` of this size is read
in a few milliseconds, once a process.

A page announces one language and is read out in it. So a catalog counts from nine
tenths on: before that, a page would say Tamil and speak English.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from gettext import c2py
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from dateline.errors import DatelineError

CATALOGS = Path(__file__).parent / "catalogs"
SOURCE = "en"
"""The language in which the words stand in code and templates."""

ENOUGH = 0.9
"""The share of texts that must be translated before a language has words."""

Key = tuple[str, str]
"""Context ("" for none) and the text in the source language."""


class CatalogError(DatelineError):
    """A catalog cannot be read."""

    hint = "Compare it with the other files of src/dateline/words/catalogs."


@dataclass(frozen=True, kw_only=True)
class Catalog:
    """The words of one language; ``plural`` picks a form for a number.

    ``share`` of all texts is translated, from 0 to 1.
    """

    language: str
    share: float
    one: Mapping[Key, str]
    many: Mapping[str, tuple[str, ...]]
    plural: Callable[[int], int]


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the languages that have words: the source's and each catalog's.

    One of which too little is translated, or that cannot be read, has none.
    Looked up once a process: every page asks.
    """
    found = sorted(file.stem for file in CATALOGS.glob("*.po"))
    return (SOURCE, *(each for each in found if share_said(each) >= ENOUGH))


def share_said(language: str) -> float:
    """Return which share of all texts a language's catalog says, from 0 to 1.

    Nothing without a catalog, or with one that cannot be read.
    """
    plain = language.partition("-")[0].lower()
    if plain != SOURCE and not (CATALOGS / f"{plain}.po").exists():
        return 0.0
    try:
        return catalog(plain).share
    except CatalogError:
        return 0.0


@lru_cache(maxsize=64)
def closest(language: str) -> str:
    """Return the language whose words a page in ``language`` takes.

    "hi-IN" takes "hi"; a language without a catalog takes the source's.
    """
    plain = language.partition("-")[0].lower()
    return plain if plain in languages() else SOURCE


@lru_cache(maxsize=32)
def catalog(language: str) -> Catalog:
    """Return the catalog of a language that has one (see `languages`).

    Raises:
        CatalogError: the file is broken.
    """
    if language == SOURCE:
        return Catalog(language=SOURCE, share=1.0, one={}, many={}, plural=_english)
    file = CATALOGS / f"{language}.po"
    try:
        with file.open("rb") as stream:
            found = read_po(stream, abort_invalid=True)
        plural = c2py(found.plural_expr)
    except (OSError, ValueError, PoFileError) as error:
        raise CatalogError(f"{file.name}: {error}") from error
    one: dict[Key, str] = {}
    many: dict[str, tuple[str, ...]] = {}
    texts = sum(1 for message in found if message.id)
    for message in found:
        if not message.id or message.fuzzy:  # a guess is not shown to readers
            continue
        if isinstance(message.id, tuple | list):
            forms = tuple(message.string or ())
            if forms and all(forms):
                many[message.id[0]] = forms
        elif message.string:
            one[message.context or "", message.id] = str(message.string)
    share = (len(one) + len(many)) / texts if texts else 0.0
    return Catalog(language=language, share=share, one=one, many=many, plural=plural)


def _english(number: int) -> int:
    return int(number != 1)
