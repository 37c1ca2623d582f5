"""The notebook after an IPTC 7901 message: what is never for readers.

Every dpa message ends with one. Its first part is for the desks, the part after
"not for publication" names people and their telephone numbers. Where it begins
is looked for line by line and over a line's end, for the sentence may be broken
at column 70; whatever follows can reach no body.
"""

import re

from dateline.news.item import Audience, EdNote, Link
from dateline.wire.sent import Sent

# One of these is in every text NOTEBOOK finds, however it is written.
WORDS = (
    "otizbl", "OTIZBL", "otebook", "OTEBOOK", "ublication", "UBLICATION",
    "entlichung", "ENTLICHUNG", "\n## ",
)  # fmt: skip
AROUND = 400  # characters before and after such a word that may belong to the line
_NOT_PUBLIC = (
    r"(?:not\s+(?:be\s+)?(?:intended\s+)?for\s+publication"
    r"|nicht\s+zur\s+Ver(?:ö|oe)ffentlichung"
    r"|(?:ne\s+sont\s+)?pas\s+destin(?:é|e)e?s?\s+(?:à|a)\s+(?:la\s+)?publication)"
)
NOTEBOOK = re.compile(
    r"^[#*\s=>_-]*(?:notizbl[oö]ck|notebook)\s*:?\s*$"
    rf"|^\W{{0,12}}(?:(?:the|die|les|all)\s+)?(?:following|folgenden?|informations?)\b"
    rf"[^\n]{{0,80}}\n?[^\n]{{0,40}}?{_NOT_PUBLIC}"
    rf"|^\W{{0,12}}{_NOT_PUBLIC}"
    r"|^\#\# (?:[\w-]{2,12}[ -])?(?:Ansprechpartner|Kontakte|Contacts?)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
# Its first letters, asked for as they are written: a third of the time.
NOT_PUBLIC = re.compile(rf"(?=(?-i:[NnPp])){_NOT_PUBLIC}", re.IGNORECASE)
CONTACTS = re.compile(
    r"\n[#*\s]*(?:[\w-]{2,12}[ -])?(?:ansprechpartner|kontakte?|contacts?)\b",
    re.IGNORECASE,
)
SECTION = re.compile(r"^##? +", re.MULTILINE)
ROLES = {
    "berichtigung": "correction",
    "correction": "correction",
    "redaktionelle hinweise": "editorial note",
    "editorial notes": "editorial note",
    "internet": "links",
    "orte": "places",
    "locations": "places",
    "service": "service",
}
CORRECTED_URN = re.compile(r"Kennung\s+(urn:newsml:\S{5,120})")
OUTLINE = re.compile(r"\W*(?:notizblock|notebook)?\W*", re.IGNORECASE)


def notebook_start(text: str) -> int:
    """Say where the notebook begins in a message; its length if there is none."""
    first = len(text)
    for word in WORDS:
        # Only before what is found already: half of a message is its notebook.
        at = text.find(word, 0, first + len(word))
        while 0 <= at < first:
            start = text.rfind("\n", 0, max(at - AROUND, 0)) + 1
            found = NOTEBOOK.search(text, start, at + AROUND)
            if found is not None:
                first = min(first, found.start())
                break
            at = text.find(word, at + 1)
    return first


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
        note = EdNote(text=hidden, audience=Audience.NONPUBLIC, role="notebook")
        sent.notes.append(note)
    before = CORRECTED_URN.search(text)
    if before is not None:
        sent.links.append(Link(rel="previousVersion", uri=before[1].rstrip(")(,.;")))


def _secret_start(text: str) -> int:
    """Say where in a notebook what nobody may publish begins, from its line."""
    contacts = CONTACTS.search(text)
    at = len(text) if contacts is None else contacts.start()
    named = [place for word in WORDS[4:8] if (place := text.find(word)) >= 0]
    if named:  # no sentence that hides begins long before its own word
        said = NOT_PUBLIC.search(text, max(min(named) - AROUND, 0), at + AROUND)
        if said is not None:
            line = text.rfind("\n", 0, said.start())
            at = min(at, max(text.rfind("\n", 0, max(line, 0)), 0))
    return at
