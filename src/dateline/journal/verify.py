"""Checking that nobody changed history."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dateline.journal.chain import (
    GENESIS,
    ContentError,
    content_hash,
    content_of,
    link_of,
)
from dateline.journal.entry import Entry, Kill


class Fault(StrEnum):
    """What is wrong with an entry."""

    GAP = "a number is missing before it"
    BROKEN_LINK = "it does not name the hash of the entry before it"
    CHANGED_ENTRY = "its own hash does not fit what it says"
    CHANGED_CONTENT = "its content does not fit the hash"
    UNREADABLE = "its content cannot be read"
    MISSING_CONTENT = "its content is gone and no kill erased it"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One fault, at one entry."""

    seq: int
    fault: Fault


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What a check of a whole journal found."""

    entries: int
    erased: int
    head: str
    findings: tuple[Finding, ...]


def verify(entries: Iterator[Entry]) -> Verdict:
    """Check a whole journal from its first entry; reads each content once."""
    findings: list[Finding] = []
    absent: dict[str, list[int]] = {}
    ordered: set[str] = set()
    seq, previous = 0, GENESIS
    for entry in entries:
        findings += [
            Finding(seq=entry.seq, fault=fault)
            for fault in _faults(entry, seq=seq, previous=previous)
        ]
        if entry.content is None:
            absent.setdefault(entry.content_hash, []).append(entry.seq)
        ordered.update(_erased_by(entry))
        seq, previous = entry.seq, entry.hash
    findings += [
        Finding(seq=n, fault=Fault.MISSING_CONTENT)
        for name, numbers in absent.items()
        if name not in ordered
        for n in numbers
    ]
    erased = sum(len(numbers) for name, numbers in absent.items() if name in ordered)
    findings.sort(key=lambda finding: finding.seq)
    return Verdict(entries=seq, erased=erased, head=previous, findings=tuple(findings))


def _faults(entry: Entry, *, seq: int, previous: str) -> Iterator[Fault]:
    if entry.seq != seq + 1:
        yield Fault.GAP
    elif entry.previous != previous:
        yield Fault.BROKEN_LINK
    if link_of(entry) != entry.hash:
        yield Fault.CHANGED_ENTRY
    if entry.content is not None and content_hash(entry.content) != entry.content_hash:
        yield Fault.CHANGED_CONTENT


def _erased_by(entry: Entry) -> tuple[str, ...]:
    try:
        content = content_of(entry)
    except ContentError:
        return ()  # its hash does not fit either, and is reported as that
    return content.erased if isinstance(content, Kill) else ()
