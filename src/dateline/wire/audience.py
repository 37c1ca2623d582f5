"""Who may read what: the rule that keeps notes out of bodies.

74 of 100 real dpa items carry staff names and mobile numbers beside the copy.
A reader that takes the last rendition publishes them. So content is allow-listed
by role and audience, never "last wins":

* a rendition is the body only if its name is one of :data:`BODY` or one the
  source's rules add; an unknown name is nobody's body;
* anything with a ``pubconstraint`` is not for the public, whatever its value;
* any word of :data:`NOT_PUBLIC` in a name, class, role or audience wins over
  everything else;
* a note is internal unless its role is one of :data:`PUBLIC_NOTES`.
"""

import re
from functools import lru_cache
from typing import Final

from dateline.news.item import Audience
from dateline.wire.caseless import lower_ascii

NOT_PUBLIC: Final = re.compile(
    r"non[-_. ]?public|not[-_. ]?for[-_. ]?(?:publication|public|publish)|unpublish"
    r"|internal(?!-?link)|confidential|notepad|notizblock|np-|private|contact",
    re.IGNORECASE,
)

BODY: Final = frozenset(
    {"", "text", "story", "main", "body", "bodytext", "content", "copy", "article"}
    | {"full", "fullstory", "fulltext", "web", "html", "html5", "xhtml", "nitf"}
    | {"plain", "default", "original", "public", "richhtml5"}
)
PUBLIC_NOTES: Final = frozenset({"public", "correctionshort", "correctionnote"})

LONGEST_HEADING: Final = 200
# The line after which an agency's notebook begins, also inside a body.
NOTEBOOK: Final = re.compile(
    r"^\W*(?:notizblock|notebook|"
    r".{0,40}\b(?:information(?:en)?|notes?|details?|following)\b.{0,40}"
    r"\bnot (?:be )?(?:intended )?for publication\b|not for publication\b|"
    r".{0,60}nicht zur ver(?:ö|oe)ffentlichung\b|"
    r".{0,60}(?:ne sont )?pas destin(?:é|e)e?s? (?:à|a) (?:la )?publication\b)"
    r"\W{0,3}(?:$|.{0,120}$)",
    re.IGNORECASE | re.DOTALL,
)


@lru_cache(maxsize=1024)
def is_hidden(names: str) -> bool:
    """Say whether a class, role or audience keeps its content from the public."""
    return NOT_PUBLIC.search(names) is not None


@lru_cache(maxsize=1024)
def plain_name(name: str) -> str:
    """Give a role or rendition without its scheme: ``rnd:web`` is ``web``."""
    return name.rpartition(":")[2].rpartition("/")[2].strip().lower()


def is_body(name: str, *, also: frozenset[str]) -> bool:
    """Say whether a rendition or role of that name may be the body."""
    if is_hidden(name):
        return False
    plain = plain_name(name)
    return plain in BODY or plain in also or name in also


def grade_note(*, role: str, constraint: str, audience: str = "") -> Audience:
    """Say who may read a note between newsrooms."""
    if constraint or is_hidden(role) or is_hidden(audience):
        return Audience.NONPUBLIC
    if plain_name(role) in PUBLIC_NOTES:
        return Audience.PUBLIC
    return Audience.INTERNAL


def opens_notebook(text: str) -> bool:
    """Say whether a line announces what is not for publication."""
    if len(text) > LONGEST_HEADING:
        return False
    return names_notebook(text) and NOTEBOOK.match(text) is not None


def names_notebook(text: str) -> bool:
    """Say cheaply whether a text of any length may hold such a line."""
    lower = lower_ascii(text)
    return (  # one after the other: a loop costs more than all the looking
        "publication" in lower  # whole words: the longer, the quicker to find
        or "ffentlichung" in lower
        or "notizblock" in lower
        or "notebook" in lower
    )
