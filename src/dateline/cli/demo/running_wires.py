"""The demo's wires, running: ``python -m dateline.cli.demo.running_wires``.

What was sent is noted, so a demo that is started again goes on with what is
left. The date in the uris is that of the very first start.
"""

import argparse
import os
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from dateline.cli.demo.pictures import picture_bytes
from dateline.cli.demo.schedule import EMBARGO, PACE, Sending, schedule
from dateline.cli.demo.wire_form import photo_name
from dateline.cli.parts.stopping import stop_asked
from dateline.cli.site_folder import load
from dateline.cli.tether import tie

NOTES = "demo-wires.json"


class Sent(msgspec.Struct, kw_only=True):
    """What the wires have sent so far."""

    begun: datetime
    names: list[str] = []


def main(arguments: list[str]) -> int:
    """Drop files until everything was sent or somebody says stop."""
    told = _told(arguments)
    if told.tied:
        tie()
    stop = stop_asked()
    settings = load(Path(os.environ.get("DATELINE_SITE", ".")))
    folders = {wire.name: wire.folder for wire in settings.wires if wire.folder}
    notes = settings.data / NOTES
    sent = read_notes(notes, now=datetime.now(UTC))
    begun = time.monotonic()
    for sending in left(sent, pace=told.pace, embargo=told.embargo):
        if stop.wait(max(sending.after - (time.monotonic() - begun), 0)):
            return 0
        drop(sending, folders, now=datetime.now(UTC))
        sent.names.append(f"{sending.wire.name}/{sending.name}")
        write_notes(notes, sent)
        sys.stdout.write(f"{sending.wire.agency} sent {sending.name}\n")
    sys.stdout.write("Both wires have sent all they have.\n")
    stop.wait()
    return 0


def _told(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Run the demo's two wires.")
    parser.add_argument("--pace", type=float, default=PACE)
    parser.add_argument("--embargo", type=float, default=EMBARGO)
    parser.add_argument("--tied", action="store_true")
    return parser.parse_args(arguments)


def left(sent: Sent, *, pace: float, embargo: float) -> list[Sending]:
    """Return what is still to be sent, the first of it at once."""
    plan = [
        sending
        for sending in schedule(sent.begun, pace=pace, embargo=embargo)
        if f"{sending.wire.name}/{sending.name}" not in sent.names
    ]
    begin = plan[0].after if plan else 0.0
    return [replace(each, after=each.after - begin) for each in plan]


def drop(sending: Sending, folders: Mapping[str, Path], *, now: datetime) -> Path:
    """Put an item into its wire's folder, after its picture; whole at once."""
    folder = folders[sending.wire.name]
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{now:%Y%m%dT%H%M%S}-{sending.name}.{sending.wire.suffix}"
    if sending.copy.picture:
        photo = picture_bytes(sending.copy.picture)
        _put(folder / photo_name(sending.copy), photo)
    return _put(folder / name, sending.body(now))


def _put(path: Path, raw: bytes) -> Path:
    """Put a file into a folder, whole at once."""
    unseen = path.with_name(f".{path.name}.part")
    unseen.write_bytes(raw)
    return unseen.rename(path)


def read_notes(path: Path, *, now: datetime) -> Sent:
    """Return what was sent; nothing if there are no notes."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Sent)
    except (FileNotFoundError, msgspec.MsgspecError):
        return Sent(begun=now)


def write_notes(path: Path, sent: Sent) -> None:
    """Note what was sent, whole at every moment."""
    new = path.with_suffix(".new")
    new.write_bytes(msgspec.json.encode(sent))
    new.replace(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
