"""Taking agency files into the newsroom from the command line."""

import hashlib
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.cli.desk_work import now, open_newsroom
from dateline.cli.read_files import NoWireError
from dateline.cli.words import margin, say, say_json
from dateline.newsroom.source_rules import find_wire, source_rules
from dateline.settings import Settings, WireSettings
from dateline.wire.errors import RefusedError


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """What became of one item of a file, or of a file that cannot be read."""

    file: str
    uri: str = ""
    action: str = ""
    state: str = ""
    reason: str = ""
    story: str = ""
    entries: tuple[int, ...] = ()
    error: str = ""
    hint: str = ""


def take_files(site: Path, files: Sequence[Path], *, source: str) -> Iterator[Taken]:
    """Take files in, in the order given; yields what became of each item."""
    settings = open_newsroom(site)
    used: dict[str, WireSettings] = {}
    for file in files:
        wire = wire_of(settings, file, source)
        try:
            raw = file.read_bytes()
        except OSError as error:
            yield Taken(
                file=str(file),
                error=error.strerror or str(error),
                hint="Check path and rights.",
            )
            continue
        yield from _take_one(file, raw, wire)
        used[wire.name] = wire
    _see_to_pictures(settings, used.values())


def _see_to_pictures(settings: Settings, wires: Iterable[WireSettings]) -> None:
    """Fetch and join what the copy names, as the desk does; it tries again later."""
    from dateline.newsroom.wire_pictures import work_all

    for wire in wires:
        work_all(wire, settings=settings, stop=threading.Event(), now=now())


def _take_one(file: Path, raw: bytes, wire: WireSettings) -> Iterator[Taken]:
    from dateline.newsroom.intake.take_in import record_refusal
    from dateline.newsroom.picture_drop import take_in_file

    rules, moment = source_rules(wire), now()
    try:
        outcomes: list[Any] = take_in_file(
            raw, name=file.name, source=rules, now=moment
        )
    except RefusedError as error:
        raw_ref = hashlib.sha256(raw).hexdigest()
        record_refusal(raw_ref, error, source=rules, now=moment)
        yield Taken(file=str(file), error=str(error), hint=error.hint)
        return
    for each in outcomes:
        yield Taken(
            file=str(file),
            uri=each.uri,
            action=str(each.action),
            state=str(each.state),
            reason=each.reason,
            story=each.story,
            entries=each.entries,
        )


def wire_of(settings: Settings, file: Path, name: str) -> WireSettings:
    """Return the wire a file came by: named, or its folder's, or the only one.

    Raises NoWireError where that is not clear.
    """
    if name:
        wire = find_wire(settings, name)
    else:
        folder = file.resolve().parent
        by_folder = [w for w in settings.wires if w.folder and w.folder == folder]
        among = by_folder or list(settings.wires)
        wire = among[0] if len(among) == 1 else None
    if wire is None:
        names = ", ".join(each.name for each in settings.wires)
        said = f"no wire is called {name!r}" if name else f"by which wire came {file}?"
        hint = f"--source, one of: {names}." if names else "Add [wires.NAME]."
        raise NoWireError(said, hint=hint)
    return wire


def say_taken(taken: Iterable[Taken], *, as_json: bool) -> bool:
    """Print what became of each item; return whether every file could be read."""
    good = True
    for each in taken:
        good = good and not each.error
        if as_json:
            say_json(each)
        elif each.error:
            margin().print(f"{each.file}: {each.error}\n  Hint: {each.hint}")
        else:
            story = f"story {each.story}" if each.story else "no story"
            say(f"{each.file}: {each.action}, {each.state}, {story} ({each.reason})")
    return good
