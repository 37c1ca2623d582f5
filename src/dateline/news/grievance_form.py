"""What a reader types into the form for grievances, and how it travels.

The public server files it, the newsroom enters it in its register. Its number
follows from what was typed: whoever sends the same form twice gets the same number,
and the register has one entry.
"""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Final

from dateline.news.address import ID_ALPHABET

LIMITS: Final = {"name": 200, "contact": 200, "address": 500, "text": 5000}
"""Letters that each field may have."""

MUST: Final = ("name", "contact", "text")

_GROUP, _GROUPS = 4, 3
_DIGITS_OF_A_NUMBER = 6
_TURNED = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Fault(StrEnum):
    """What is wrong with a field."""

    MISSING = "missing"
    LONG = "long"
    NO_WAY = "no-way"


class UnreadableFormError(ValueError):
    """A filed form that is none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """What was typed: who complains, how he is reached, of which story, and what."""

    name: str = ""
    contact: str = ""
    address: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Filed:
    """A form that was accepted: its number, and when it came (an aware moment)."""

    ticket: str
    received: datetime
    form: Form


def form_of(sent: Mapping[str, str]) -> Form:
    """Return a form as it was sent, without what no keyboard types."""
    typed = {name: _cleaned(sent.get(name, "")) for name in LIMITS}
    for name in ("name", "contact", "address"):
        typed[name] = " ".join(typed[name].split())
    return Form(**typed)


def faults_of(form: Form) -> dict[str, Fault]:
    """Return what is wrong, by the name of the field; nothing if it can be filed."""
    faults = {}
    for name, limit in LIMITS.items():
        typed: str = getattr(form, name)
        if len(typed) > limit:
            faults[name] = Fault.LONG
        elif not typed and name in MUST:
            faults[name] = Fault.MISSING
    if "contact" not in faults and not _leads_somewhere(form.contact):
        faults["contact"] = Fault.NO_WAY
    return faults


def ticket_of(form: Form) -> str:
    """Return a form's number, which can be said on the telephone: K7M2-9QXB-4TFH."""
    said = json.dumps(list(asdict(form).values())).encode()
    number = int.from_bytes(hashlib.sha256(said).digest())
    letters = ""
    for _ in range(_GROUP * _GROUPS):
        number, digit = divmod(number, len(ID_ALPHABET))
        letters += ID_ALPHABET[digit]
    groups = (letters[n : n + _GROUP] for n in range(0, len(letters), _GROUP))
    return "-".join(groups).upper()


def filed_bytes(filed: Filed) -> bytes:
    """Return a filed form as it lies in a file."""
    said = {"received": filed.received.isoformat(), **asdict(filed.form)}
    return json.dumps({"ticket": filed.ticket, **said}, ensure_ascii=False).encode()


def filed_in(raw: bytes) -> Filed:
    """Return the form in a file; raise UnreadableFormError if it is none."""
    try:
        said = json.loads(raw)
        form = Form(**{each.name: said[each.name] for each in fields(Form)})
        received = datetime.fromisoformat(said["received"])
        if faults_of(form) or received.tzinfo is None:
            raise UnreadableFormError("it could not have been accepted")
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UnreadableFormError(str(error)) from error
    return Filed(ticket=ticket_of(form), received=received, form=form)


def _cleaned(text: str) -> str:
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    kept = (letter for letter in lines if letter in "\n\t" or _is_typed(letter))
    return "".join(kept).strip()


def _is_typed(letter: str) -> bool:
    return letter not in _TURNED and unicodedata.category(letter) not in {"Cc", "Cs"}


def _leads_somewhere(contact: str) -> bool:
    """Return whether somebody could be reached: by mail, or by telephone."""
    before, at, behind = contact.partition("@")
    digits = sum(letter.isdigit() for letter in contact)
    return bool(before and at and "." in behind) or digits >= _DIGITS_OF_A_NUMBER
