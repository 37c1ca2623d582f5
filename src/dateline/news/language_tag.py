"""Language tags as BCP 47 writes them, from whatever was sent or typed."""

import re
from functools import lru_cache

from babel.core import get_global

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<rest>(?:-[a-z\d]{2,8})*)",
    re.IGNORECASE | re.ASCII,
)
"""RFC 5646, 2.1, without extended and grandfathered tags."""

_NO_LANGUAGE = frozenset(("mis", "mul", "und", "zxx"))
"""ISO 639-2 for: uncoded, several, unknown, none."""

LONGEST = 20


@lru_cache(maxsize=256)
def language_tag(sent: str) -> str:
    """Return a tag in its canonical form; "" if it names no language.

    "EN_gb" is "en-GB", "hin" is "hi", "zh-hans-cn" is "zh-Hans-CN" (RFC 5646, 2.1.1
    and 4.5).
    """
    found = _TAG.fullmatch(sent.strip().replace("_", "-"))
    if found is None or len(found.group()) > LONGEST:
        return ""
    language = found["language"].lower()
    if language in _NO_LANGUAGE:
        return ""
    parts = (
        get_global("language_aliases").get(language, language),
        (found["script"] or "").title(),
        (found["region"] or "").upper(),
        found["rest"].strip("-").lower(),
    )
    return "-".join(part for part in parts if part)
