"""What ``dateline journal`` says."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import msgspec

from dateline.cli.open_journal import reading_journal
from dateline.cli.words import Step
from dateline.errors import DatelineError
from dateline.journal.entry import Entry, Kind
from dateline.journal.verify import Verdict, verify
from dateline.settings import Settings

_STEP = 500


class NoEntryError(DatelineError):
    """The journal has no such entry."""

    hint = "`dateline journal ls` lists the newest."


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """Which entries to list: behind ``after``, or the newest if that is negative.

    ``subject`` and ``kind`` leave out others.
    """

    after: int = -1
    limit: int = 20
    subject: str = ""
    kind: Kind | None = None


def listed(settings: Settings, wanted: Wanted) -> list[Entry]:
    """Return the entries that are wanted, in order."""
    newest = wanted.after < 0
    with reading_journal(settings) as journal:
        if wanted.subject:
            entries: Iterable[Entry] = journal.about(wanted.subject)
        elif newest and wanted.kind is None:
            entries = journal.entries(max(journal.head()[0] - wanted.limit, 0))
        else:
            entries = journal.entries(max(wanted.after, 0))
        found = (
            entry
            for entry in entries
            if entry.seq > wanted.after and wanted.kind in {None, entry.kind}
        )
        if newest:
            return list(deque(found, maxlen=wanted.limit))
        return list(islice(found, wanted.limit))


def entry_numbered(settings: Settings, number: int) -> Entry:
    """Return one entry; raises NoEntryError."""
    with reading_journal(settings) as journal:
        if number > 0:
            for entry in journal.entries(number - 1, until=number):
                return entry
        head = journal.head()[0]
    raise NoEntryError(f"there is no entry {number}; the newest is {head}")


def outline(entry: Entry) -> dict[str, Any]:
    """Return an entry without its content, as JSON knows it."""
    plain: dict[str, Any] = msgspec.to_builtins(entry)
    plain["erased"] = entry.content is None
    del plain["content"]
    return plain


def whole(entry: Entry) -> str:
    """Return an entry with its content as indented JSON; null if it was erased."""
    plain = outline(entry)
    content = entry.content
    plain["content"] = None if content is None else msgspec.json.decode(content)
    return msgspec.json.format(msgspec.json.encode(plain), indent=2).decode()


def verify_site(settings: Settings, progressed: Step) -> Verdict:
    """Check the site's whole journal."""
    with reading_journal(settings) as journal:
        head = journal.head()[0]
        return verify(_counted(journal.entries(0, until=head), head, progressed))


def _counted(entries: Iterator[Entry], head: int, progressed: Step) -> Iterator[Entry]:
    for number, entry in enumerate(entries, start=1):
        if number % _STEP == 0 or number == head:
            progressed("entries", number, head)
        yield entry


def verdict_text(verdict: Verdict) -> str:
    """Return a verdict for a person."""
    lines = [f"Entry {each.seq}: {each.fault}." for each in verdict.findings]
    erased = f", {verdict.erased} erased by order" if verdict.erased else ""
    if lines:
        lines.append(f"{len(lines)} faults in {verdict.entries} entries{erased}.")
    else:
        lines.append(
            f"{verdict.entries} entries are whole and in order{erased};"
            f" the newest has the hash {verdict.head}."
        )
    return "\n".join(lines)
