"""Where in the journal a store stands, and what it was made with."""

from dataclasses import dataclass

import msgspec

from dateline.store.store import META, Transaction

_POSITION = b"position"
_FINGERPRINT = b"fingerprint"
_PROGRESS = b"progress"
_REPLACED = b"replaced"
_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, kw_only=True, slots=True)
class Position:
    """The last entry a store contains: its number and its hash."""

    seq: int
    hash: str


START = Position(seq=0, hash="0" * 64)
_decode = msgspec.json.Decoder(Position).decode


def position(tx: Transaction) -> Position:
    """Return the position of the store; START if it is empty."""
    raw = tx.get(META, _POSITION)
    return START if raw is None else _decode(raw)


def set_position(tx: Transaction, value: Position) -> None:
    """Note the last entry the store contains."""
    tx.put(META, _POSITION, _encode(value))


def fingerprint(tx: Transaction) -> str:
    """Return what the pages were made with; empty if nothing was made yet."""
    return (tx.get(META, _FINGERPRINT) or b"").decode()


def set_fingerprint(tx: Transaction, value: str) -> None:
    """Note what the pages were made with (templates, code, settings)."""
    tx.put(META, _FINGERPRINT, value.encode())


def progress(tx: Transaction) -> str | None:
    """Return how far a rebuild came; None in a store that is whole."""
    raw = tx.get(META, _PROGRESS)
    return None if raw is None else raw.decode()


def set_progress(tx: Transaction, value: str | None) -> None:
    """Note how far a rebuild came; None when the store is whole."""
    if value is None:
        tx.delete(META, _PROGRESS)
    else:
        tx.put(META, _PROGRESS, value.encode())


def set_replaced(tx: Transaction) -> None:
    """Note that another store has taken the place of this one.

    Servers look at each commit; this last one tells them to change over.
    """
    tx.put(META, _REPLACED, b"1")
