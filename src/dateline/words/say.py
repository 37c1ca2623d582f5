"""Saying something to readers in their language.

    say = words_in("hi")
    say("Archive")                                    संग्रह
    say("More from {name}", name=section.name)
    say.count("One story", "{number} stories", 12)
    say.of("short", "Mon")                            one of two meanings

Texts stand in the source language (English) where they are used, and
`tools/words.py` gathers them from there into the catalogs. A text that is
written in one place and said in another is marked with `later`.
"""

from functools import lru_cache

from dateline.words.catalog import Catalog, catalog, closest
from dateline.words.number import number_text


class Words:
    """The words of one language; call it with a text in the source language."""

    def __init__(self, found: Catalog) -> None:
        self._found = found
        self.language = found.language

    def __call__(self, text: str, /, **values: object) -> str:
        """Return a text in this language, its ``{places}`` filled."""
        return self._filled(self._found.one.get(("", text), text), values)

    def of(self, context: str, text: str, /, **values: object) -> str:
        """Return a text that means different things in different contexts."""
        return self._filled(self._found.one.get((context, text), text), values)

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Return the form that goes with a number; ``{number}`` is the number."""
        forms = self._found.many.get(one) or (one, many)
        form = forms[min(self._found.plural(number), len(forms) - 1)]
        return form.format(number=self.number(number), **values)

    def number(self, number: int) -> str:
        """Return a whole number as the language groups it: 12,34,567."""
        return number_text(number, self.language)

    @staticmethod
    def _filled(text: str, values: dict[str, object]) -> str:
        return text.format_map(values) if values else text


@lru_cache(maxsize=64)
def words_in(language: str) -> Words:
    """Return the words for a page in ``language``, a tag like "hi" or "hi-IN".

    A language without a catalog is answered in the source's words.
    """
    return _words_of(closest(language))


@lru_cache(maxsize=32)
def _words_of(language: str) -> Words:
    return Words(catalog(language))


def later(text: str) -> str:
    """Mark a text that is said elsewhere, so that it comes into the catalogs."""
    return text


ENGLISH = words_in("en")
"""The source's words: for the desk and the command line, which are in English."""
