"""The notebook after an IPTC 7901 message: what is never for readers.

Every dpa message ends with one. Its first part is for the desks, the part after
"not for publication" names people and their telephone numbers. Where it begins
is looked for line by line and over a line's end, for the sentence may be broken
at column 70; whatever follows can reach no body.
"""

import re
from typing import Final

from dateline.news.item import Audience, EdNote, Link
from dateline.wire.caseless import first_of, lower_ascii
from dateline.wire.sent import Sent

# Asked of every item: a member looked up by its name takes long.
NONPUBLIC: Final = Audience.NONPUBLIC

# One of these is in every text NOTEBOOK finds.
TITLE: Final = "\n## "
WORDS = ("notizbl", "notebook", "publication", "ffentlichung", TITLE)
AROUND: Final = (
    400  # characters before and after such a word that may belong to the line
)
_N_OT: Final = (
    r"ot\s+(?:be\s+)?(?:intended\s+)?for\s+publication"
    r"|icht\s+zur\s+Ver(?:ö|oe)ffentlichung"
)
_P_AS: Final = r"as\s+destin(?:é|e)e?s?\s+(?:à|a)\s+(?:la\s+)?publication"
_NOT_PUBLIC: Final = rf"(?:n(?:{_N_OT}|e\s+sont\s+p{_P_AS})|p{_P_AS})"
# The line's beginning stands before all: within a line nothing is tried.
NOTEBOOK: Final = re.compile(
    r"^(?:[#*\s=>_-]*(?:notizbl[oö]ck|notebook)\s*:?\s*$"
    rf"|\W{{0,12}}(?:(?:the|die|les|all)\s+)?(?:following|folgenden?|informations?)\b"
    rf"[^\n]{{0,80}}\n?[^\n]{{0,40}}?{_NOT_PUBLIC}"
    rf"|\W{{0,12}}{_NOT_PUBLIC}"
    r"|\#\# (?:[\w-]{2,12}[ -])?(?:Ansprechpartner|Kontakte|Contacts?)\s*$)",
    re.IGNORECASE | re.MULTILINE,
)
# First letters as they are written stand before all: the engine leaps to them.
NOT_PUBLIC: Final = re.compile(
    rf"(?-i:[NnPp])(?:(?<=n)(?:{_N_OT}|e\s+sont\s+p{_P_AS})|(?<=p){_P_AS})",
    re.IGNORECASE,
)
CONTACTS: Final = re.compile(
    r"\n[#*\s]{0,40}(?:[\w-]{2,12}[ -])?(?:ansprechpartner|kontakte?|contacts?)\b",
    re.IGNORECASE,
)
# In every text that CONTACTS, that NOT_PUBLIC finds.
CONTACT_WORDS = ("ansprechpartner", "kontakt", "contact")
SECRET_WORDS = ("publication", "ffentlichung")
SENTENCE: Final = (
    48  # characters from its beginning to such a word, as it is mostly typed
)
BLANK: Final = " \t\n\x0b\x0c\xa0"
# Its sign stands before all: the engine leaps to it.
SECTION: Final = re.compile(r"#(?<=^#)#? +", re.MULTILINE)
ROLES: Final = {
    "berichtigung": "correction",
    "correction": "correction",
    "redaktionelle hinweise": "editorial note",
    "editorial notes": "editorial note",
    "internet": "links",
    "orte": "places",
    "locations": "places",
    "service": "service",
}
CORRECTED: Final = "Kennung"
CORRECTED_URN: Final = re.compile(rf"{CORRECTED}\s+(urn:newsml:\S{{5,120}})")
OUTLINE: Final = re.compile(r"\W*+(?:(?:notizblock|notebook)\W*+)?", re.IGNORECASE)


def notebook_start(text: str) -> tuple[int, bool]:
    """Say where the notebook begins in a message; its length if there is none.

    Says too whether there is a word before it that may yet be another's.
    """
    first = _titled_start(text)
    lower = lower_ascii(text[:first])  # half of a message is its notebook
    named = False
    for word in WORDS:
        if word == TITLE and "#" not in lower:  # one sign is looked for far quicker
            continue
        at = lower.find(word, 0, first)
        while at >= 0:
            named = True
            begin, end = max(at - AROUND, 0), at + AROUND
            found = (
                NOTEBOOK.match(text, at + 1, end)  # a title is its own line
                if word == TITLE
                else NOTEBOOK.search(text, begin, end)
            )
            if found is not None:
                first = min(first, found.start())
                break
            at = lower.find(word, at + 1, first)
    return first, named


def _titled_start(text: str) -> int:
    """Say where a notebook with a title begins, as nearly all do; else its length."""
    for title in ("otizbl", "otebook"):
        at = text.find(title)
        if at < 0:
            continue
        start = _run_start(text, text.rfind("\n", 0, at) + 1, BLANK + "#*=>_-")
        if NOTEBOOK.match(text, start, at + AROUND):
            return start
    return len(text)


def _run_start(text: str, line: int, signs: str) -> int:
    """Say where the lines begin that are of ``signs`` alone, up to a line's start."""
    before = len(text[:line].rstrip(signs))
    return text.find("\n", before, line) + 1 if before else 0


def read_notebook(sent: Sent, text: str) -> None:
    """Read a notebook into notes, each for the desk or for nobody."""
    at = _secret_start(text)
    for section in SECTION.split(text[:at]):
        title, _, rest = section.partition("\n")
        role = ROLES.get(title.strip().casefold())
        note = rest.strip() if role else section.strip()
        if not OUTLINE.fullmatch(note):
            sent.notes.append(EdNote(text=note, role=role or "notebook"))
    hidden = text[at:].strip()
    if hidden:
        note = EdNote(text=hidden, audience=NONPUBLIC, role="notebook")
        sent.notes.append(note)
    before = CORRECTED_URN.search(text) if CORRECTED in text else None
    if before is not None:
        sent.links.append(Link(rel="previousVersion", uri=before[1].rstrip(")(,.;")))


def _secret_start(text: str) -> int:
    """Say where in a notebook what nobody may publish begins, from its line."""
    lower = lower_ascii(text)
    at = _contacts_start(text, lower)
    secret = first_of(SECRET_WORDS, lower)
    if secret < 0:
        return at
    said = NOT_PUBLIC.search(text, max(secret - SENTENCE, 0), at + AROUND)
    if said is None:  # no sentence that hides begins long before its own word
        said = NOT_PUBLIC.search(text, max(secret - AROUND, 0), at + AROUND)
    if said is not None:
        line = text.rfind("\n", 0, said.start())
        at = min(at, max(text.rfind("\n", 0, max(line, 0)), 0))
    return at


def _contacts_start(text: str, lower: str) -> int:
    """Say where whom to ask is told, from the blank lines before; else its length."""
    at = first_of(CONTACT_WORDS, lower)
    if at < 0:
        return len(text)
    line = text.rfind("\n", 0, at)
    start = max(_run_start(text, max(line, 0), BLANK + "#*") - 1, 0)
    found = CONTACTS.match(text, start) or CONTACTS.search(text)
    return len(text) if found is None else found.start()
