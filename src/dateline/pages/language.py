"""Which language a page speaks, its direction, and what readers call it."""

from dateline.news.key import ALL, in_language
from dateline.news.site import Site, main_language
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
