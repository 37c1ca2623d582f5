"""Copy that comes by e-mail (RFC 5322, MIME): its parts, or the mail itself.

Some agencies and most press offices mail. What is attached, or pasted into the
text, is read for what it is; only if nothing of it is copy, the mail itself is:
its subject is the headline. An answer by a machine (out of office, a bounce) is
a service message and never copy for readers. Who sent a mail is not proven:
that is for the mail server to check.
"""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from dateline.news.item import EdNote, Signal, Stripped
from dateline.wire.errors import RefusedError
from dateline.wire.plain_text import read_copy
from dateline.wire.sent import Sent

FORMAT = "mail"
MOST_PARTS = 200
LOOK = 64 * 1024
LEAST_HEADERS = 3
SIGN_OFF = re.compile(r"\n-- ?\n")
HEADER = re.compile(
    rb"(?:return-path|received|delivered-to|from|to|subject|date|message-id"
    rb"|mime-version|content-type|reply-to|sender|dkim-signature|x-[a-z-]+)\s*:",
    re.IGNORECASE,
)
NEEDED = re.compile(rb"^(?:from|sender)\s*:", re.IGNORECASE | re.MULTILINE)


class NotMailError(RefusedError):
    """A mail that cannot be read, or holds nothing."""

    hint = "Look at the .eml file itself; ask the sender to send it again."


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One part of a mail, decoded; text parts are UTF-8."""

    raw: bytes = field(repr=False)
    name: str = ""
    attached: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Mail:
    """A mail, taken apart; ``text`` is what its sender wrote, or ``markup``."""

    message_id: str = ""
    subject: str = ""
    date: str = ""
    sender: str = ""
    text: str = ""
    markup: str = ""
    by_machine: bool = False
    parts: tuple[Part, ...] = ()


def is_mail(raw: bytes) -> bool:
    """Say whether bytes begin like a mail: its headers, then an empty line."""
    if not raw[:1].isalpha():  # XML, JSON, control characters: the most by far
        return False
    first = raw[:LOOK].partition(b"\n")[0]
    if first.find(b":") < 0 and not first.startswith(b"From "):
        return False  # no field of a header (RFC 5322, 2.2): the first line of a wire
    start = raw[:LOOK].replace(b"\r\n", b"\n")
    if start.startswith(b"From "):  # the separator of a mailbox file
        start = start.partition(b"\n")[2]
    head = start.partition(b"\n\n")[0]
    lines = [line for line in head.split(b"\n") if line[:1] not in {b" ", b"\t"}]
    known = sum(1 for line in lines if HEADER.match(line))
    return known >= LEAST_HEADERS and bool(NEEDED.search(head))


def open_mail(raw: bytes) -> Mail:
    """Take a mail apart.

    Raises:
        NotMailError: it is nested too deep, or has too many parts.
    """
    try:
        message = email.message_from_bytes(raw, policy=policy.default)
        leaves = [part for part in message.walk() if not part.is_multipart()]
    except (RecursionError, ValueError, LookupError, IndexError) as error:
        raise NotMailError(f"a broken mail: {type(error).__name__}") from error
    if len(leaves) > MOST_PARTS:
        raise NotMailError(f"a mail of {len(leaves)} parts")
    texts = {kind: _text_of(leaves, kind) for kind in ("text/plain", "text/html")}
    return Mail(
        message_id=_header(message, "Message-ID").strip("<> "),
        subject=_header(message, "Subject"),
        date=_moment(_header(message, "Date")),
        sender=_header(message, "From"),
        text=texts["text/plain"],
        markup=texts["text/html"],
        by_machine=_by_machine(message),
        parts=tuple(_parts(leaves)),
    )


def as_copy(mail: Mail) -> Sent:
    """Return the mail itself as the copy.

    Raises:
        NotMailError: it holds no text.
    """
    text, *sign_off = SIGN_OFF.split(mail.text, maxsplit=1)
    body = read_copy(text, markup=False)
    if not body.blocks:
        body = read_copy(mail.markup, markup=True)
    if not body.blocks:
        raise NotMailError("a mail without text and without copy attached")
    sent = Sent(
        FORMAT,
        uri=f"mid:{mail.message_id}" if mail.message_id else "",
        headline=mail.subject,
        body=body,
    )
    sent.version_created = mail.date
    if sign_off:
        part = Stripped(text=sign_off[0].strip(), reason="signature of the mail")
        sent.body.stripped.append(part)
    if mail.by_machine:
        sent.signals.append(Signal.ADVISORY)
    if mail.sender:
        sent.notes.append(EdNote(text=f"Mailed by {mail.sender}", role="sender"))
    return sent


def note_of(mail: Mail) -> EdNote | None:
    """Return what the sender wrote beside attached copy: for the desk alone."""
    text = mail.text.strip()
    return EdNote(text=text, role="mail") if text else None


def _parts(leaves: list[EmailMessage]) -> Iterator[Part]:
    """Yield every part that may be copy: attachments, and texts that are pasted in."""
    for leaf in leaves:
        name = leaf.get_filename() or ""
        attached = bool(name) or leaf.get_content_disposition() == "attachment"
        raw = _bytes_of(leaf)
        if raw.strip() and (attached or leaf.get_content_type() != "text/html"):
            yield Part(raw=raw, name=name or leaf.get_content_type(), attached=attached)


def _text_of(leaves: list[EmailMessage], kind: str) -> str:
    """Return the first text of a kind that is not an attachment."""
    for leaf in leaves:
        if leaf.get_content_type() == kind and not leaf.get_filename():
            return _bytes_of(leaf).decode("utf-8", "replace").replace("\r\n", "\n")
    return ""


def _bytes_of(leaf: EmailMessage) -> bytes:
    """Return a part's bytes; plain text and HTML as UTF-8, whatever was declared."""
    raw = leaf.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return b""
    charset = leaf.get_content_charset()
    if leaf.get_content_type() not in {"text/plain", "text/html"} or not charset:
        return raw
    try:
        return raw.decode(charset).encode()
    except (LookupError, ValueError):
        return raw  # it lies: the encoding is found out like any other


def _header(message: EmailMessage, name: str) -> str:
    """Return a header decoded, in one line; empty if it is absent or broken."""
    try:
        value = message[name]
    except Exception:  # noqa: BLE001 - email's parser of headers raises all sorts on spam
        return ""
    return " ".join(str(value or "").split())


def _moment(text: str) -> str:
    """Return the moment of a Date header in ISO form; as it is if it is none."""
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return text


def _by_machine(message: EmailMessage) -> bool:
    """Say whether a machine wrote a mail by itself (RFC 3834, RFC 6522)."""
    auto = _header(message, "Auto-Submitted").lower() or "no"
    report = message.get_content_type() == "multipart/report"
    return not auto.startswith("no") or report
