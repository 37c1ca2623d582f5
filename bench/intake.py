"""Agency copy to drafts: items a second, and a burst that must lose nothing.

The whole path of the desk worker on SQLite: a file is found in the drop folder,
kept, parsed, judged, drafted with its revision, and put away. Nothing is
published. Half of the files are NewsML-G2, half ninjs, about 4 KB each.

The clock runs from the desk's start until the folder has no file left: a file is
put away after the commit of its draft. Only the folder's names are looked at
meanwhile, twice a second: the watch shares a process with the desk, so it must not
ask the database. What that holds is counted when the clock has stopped. The second
figure is by the processor's time: other work on the machine takes little of it.
"""

import argparse
import logging
import os
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

from bench.newsroom import set_up
from bench.table import show
from bench.wire_to_page import drop
from dateline.settings import Settings, WireSettings

PATIENCE = 600
LOOK = 0.5


def with_wire(settings: Settings) -> Settings:
    """Give the site a wire whose copy waits for the desk."""
    folder = settings.root / "drop"
    folder.mkdir()
    wire = WireSettings(name="bench", provider="bench", folder=folder, section="world")
    return replace(settings, wires=(wire,))


def burst(settings: Settings, count: int) -> tuple[float, float, int]:
    """Run the desk over ``count`` files; return seconds, those of processor, drafts."""
    from dateline.newsroom.desk import run_desk  # noqa: PLC0415 - needs Django
    from dateline.newsroom.models import WireItem  # noqa: PLC0415

    for number in range(count):
        drop(settings.root / "drop", number)
    stop = threading.Event()
    desk = threading.Thread(target=run_desk, args=(settings,), kwargs={"stop": stop})
    begin, used = time.perf_counter(), time.process_time()
    desk.start()
    while waiting(settings.root / "drop") and time.perf_counter() < begin + PATIENCE:
        time.sleep(LOOK)
    spent, used = time.perf_counter() - begin, time.process_time() - used
    stop.set()
    desk.join()
    drafts = WireItem.objects.filter(state="draft", story__isnull=False)
    return spent, used, drafts.count()


def waiting(folder: Path) -> bool:
    """Say whether a file is left in the folder, without reading all of it."""
    with os.scandir(folder) as entries:
        return any("." in entry.name for entry in entries)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--burst", type=int, default=5000)
    options = arguments.parse_args()
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as place:
        settings = with_wire(set_up(Path(place)))
        spent, used, drafted = burst(settings, options.burst)
        folder = settings.root / "drop"
        left = len(list(folder.glob("*.*")))
        failed = len(list((folder / "failed").iterdir()))
    show(
        f"Intake, a burst of {options.burst:,} files (SQLite, durable)",
        [
            ("items/s to drafts", f"{drafted / spent:,.0f}", "at least 100"),
            ("the same a second of processor", f"{drafted / used:,.0f}", ""),
            ("drafts made", f"{drafted:,} of {options.burst:,}", "all"),
            ("files left in the folder; failed", f"{left}; {failed}", "0; 0"),
        ],
    )


if __name__ == "__main__":
    main()
