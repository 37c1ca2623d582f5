"""Canonical bytes and the hash chain.

    hash(n) = SHA-256(canonical([n, kind, subject, moment, part, parts,
                                 content_hash(n), hash(n-1)]))

The chain covers the content's hash, not the content: content can be erased by
a legal order and the chain stays whole.
"""

import hashlib
from datetime import UTC, datetime
from typing import Any

import msgspec

from dateline.errors import DatelineError
from dateline.journal.entry import CONTENT_TYPES, Content, Entry, Kind

GENESIS = "0" * 64
"""What the first entry names as the hash before it."""

_encoder = msgspec.json.Encoder(order="deterministic")
_decoders: dict[Kind, msgspec.json.Decoder[Any]] = {
    kind: msgspec.json.Decoder(t) for kind, t in CONTENT_TYPES.items()
}


class ContentError(DatelineError):
    """An entry's content cannot be read."""

    hint = (
        "Run `dateline journal verify`: the entry is damaged, or was written by a"
        " newer version."
    )


def canonical(value: object) -> bytes:
    """Return the one JSON form of ``value``: keys sorted, moments in UTC."""
    return _encoder.encode(value)


def content_hash(content: bytes) -> str:
    """Return the name under which content lies beside the chain."""
    return hashlib.sha256(content).hexdigest()


def moment_text(moment: datetime) -> str:
    """Return the form in which the chain and the tables hold a moment."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def link(  # noqa: PLR0913 - the chain covers each of these
    *,
    seq: int,
    kind: Kind,
    subject: str,
    moment: datetime,
    part: int,
    parts: int,
    content: str,
    previous: str,
) -> str:
    """Return the hash of an entry; ``content`` is the content's hash."""
    line = [seq, kind, subject, moment_text(moment), part, parts, content, previous]
    return hashlib.sha256(canonical(line)).hexdigest()


def link_of(entry: Entry) -> str:
    """Return the hash that ``entry`` must carry."""
    return link(
        seq=entry.seq,
        kind=entry.kind,
        subject=entry.subject,
        moment=entry.moment,
        part=entry.part,
        parts=entry.parts,
        content=entry.content_hash,
        previous=entry.previous,
    )


def content_of(entry: Entry) -> Content | None:
    """Return an entry's content as its type, or None if it was erased.

    Raises ContentError if the bytes are not what the kind says.
    """
    if entry.content is None:
        return None
    try:
        content: Any = _decoders[entry.kind].decode(entry.content)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise ContentError(f"entry {entry.seq} ({entry.kind}): {error}") from error
    return content  # type: ignore[no-any-return] # the decoder is typed by the kind
