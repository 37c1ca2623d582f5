"""Which language a page speaks, its direction, and what readers call it.

What is in another language than what stands around it carries its own (WCAG 3.1.2).
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple, Protocol

from dateline.news.key import ALL, in_language
from dateline.news.site import Names, Site, main_language, name_in
from dateline.words.catalog import languages

_RIGHT_TO_LEFT = frozenset("ar ckb dv fa he ks ps sd ug ur yi".split())


def direction(language: str) -> str:
    """Return "rtl" or "ltr" for a language tag."""
    return "rtl" if language.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


_NAMES = {
    "ar": "العربية",
    "bn": "বাংলা",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "gu": "ગુજરાતી",
    "hi": "हिन्दी",
    "kn": "ಕನ್ನಡ",
    "ml": "മലയാളം",
    "mr": "मराठी",
    "ne": "नेपाली",
    "or": "ଓଡ଼ିଆ",
    "pa": "ਪੰਜਾਬੀ",
    "ta": "தமிழ்",
    "te": "తెలుగు",
    "ur": "اردو",
}
"""What languages are called by those who read them."""


def language_name(language: str) -> str:
    """Return what readers of a language call it; the tag itself if unknown."""
    return _NAMES.get(main_language(language), language)


def page_language(site: Site, own: str) -> str:
    """Return the language of the frame around a story that is in ``own``.

    The story's, where that has words of its own; else the site's.
    """
    return own if main_language(own) in languages() else site.language


def list_of(site: Site, list_name: str, language: str = "") -> str:
    """Return the list that a front of a language's edition shows.

    Without editions every story stands on the same fronts; cities and topics
    have one for all languages. ``language`` is the site's unless it is given.
    """
    is_edition = list_name == ALL or list_name.startswith("section/")
    if len(site.editions) == 1 or not is_edition:
        return list_name
    return in_language(list_name, language or site.language)


class Named(Protocol):
    """A section, a city, a topic: a name of the site's, and names by language."""

    @property
    def name(self) -> str:
        """The name in the site's language."""

    @property
    def names(self) -> Names:
        """The names in others."""


def name_language(named: Named, own: str, language: str) -> str:
    """Return the language of a name as pages in ``language`` show it, if another.

    ``own`` is the site's, which names are in that have no other.
    """
    is_own = main_language(own) == main_language(language)
    return "" if is_own or name_in(named.names, language) else own


class Tongue(NamedTuple):
    """The language around a text that says none, on a page of a site."""

    around: str = ""
    site: Site | None = None


UNTOLD = Tongue()
"""Nothing is known of the language around a text."""

_LATIN = "LATIN"


def told_by_letters(text: str, tongue: Tongue) -> str:
    """Return the language of a text that has no letter of the one around it.

    Captions and descriptions of pictures say no language: an English one beside a
    Hindi story must not be read out as Hindi. It is one of the paper's editions';
    nothing where letters do not tell.
    """
    letters = _letters(tongue.around)
    if tongue.site is None or not letters or _has(text, letters):
        return ""
    others = tongue.site.editions
    return next((each for each in others if _has(text, _letters(each))), "")


def _has(text: str, letters: str) -> bool:
    """Return whether a text has letters of a script; nothing is none."""
    if text.isascii():  # most are, and a story has several
        return letters == _LATIN and any(map(str.isalpha, text))
    return letters != "" and any(_script(sign) == letters for sign in text)


@lru_cache(maxsize=64)
def _letters(language: str) -> str:
    """Return the script of a language: that of its own name; nothing if unknown."""
    return _script(_NAMES.get(main_language(language), " ")[0])


def _script(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0] if sign.isalpha() else ""
