"""Damaged agency copy by the million: only our own errors, quickly, in little room.

Files are taken as they are, damaged in one to four ways (bytes flipped, pieces
cut out, doubled, swapped with another file's, words of the formats thrown in,
numbers made huge, one thing said thousands of times) and parsed. Counted are
answers that are neither Items nor a RefusedError, inputs that took more than a
second of the processor, and how much the memory of a worker grew. Exit code 1 if
there was any of these; the inputs lie in ``bench/results/fuzz`` then, and the
slowest one always.

    python -m bench.fuzz --inputs 1000000
    python -m bench.fuzz --inputs 20000 --seed 7 FOLDER…
    python -m bench.fuzz --inputs 200000 --seconds 0.1    keep what took longer
"""

import argparse
import multiprocessing
import os
import random
import resource
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.progress import Progress

from bench.damage import damage
from bench.table import machine, show
from dateline.wire.encoding import to_utf8
from dateline.wire.errors import RefusedError
from dateline.wire.parse import parse
from dateline.wire.sniff import sniff
from dateline.wire.source import SourceRules

KEPT = Path("bench/results/fuzz")
SEEDS = ("tests/wire/samples", "../shared/wires")
RULES = SourceRules(name="fuzz", zone=ZoneInfo("Europe/Paris"), max_bytes=1 << 22)
LARGEST = 1 << 16  # bytes of a file that is damaged
BATCH = 500
MOST_SECONDS = 1.0
MOST_GROWTH = 256  # MiB


@dataclass(kw_only=True)
class Found:
    """What a worker found in a batch."""

    outcomes: Counter[str] = field(default_factory=Counter)
    formats: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: tuple[float, bytes] = (0.0, b"")
    memory: int = 0  # MiB, the worker's peak


def try_one(raw: bytes, found: Found, patience: float) -> None:
    """Parse one input and note what came of it, and whether it took too long."""
    begin = time.process_time()
    try:
        parse(raw, source=RULES)
        outcome = "read"
    except RefusedError:
        outcome = "refused"
    except MemoryError:
        outcome = "too large"
        found.faults.append(keep(raw, "memory"))
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        outcome = "crashed"
        found.faults.append(f"{type(error).__name__}: {error}: {keep(raw, 'crash')}")
    spent = time.process_time() - begin
    found.slowest = max(found.slowest, (spent, raw))
    if spent > patience:
        found.faults.append(f"{spent:.2f} s: {keep(raw, 'slow')}")
    found.outcomes[outcome] += 1


def keep(raw: bytes, why: str) -> str:
    """Keep an input that was wrong; return where."""
    KEPT.mkdir(parents=True, exist_ok=True)
    place = KEPT / f"{why}-{abs(hash(raw)):016x}"
    place.write_bytes(raw)
    return str(place)


_seeds: dict[str, list[bytes]] = {}
"""What a worker damages, by format: set once when it starts."""


def open_seeds(paths: list[Path]) -> None:
    """Read the seeds and limit what a worker may take."""
    for path in paths:
        raw = path.read_bytes()
        _seeds.setdefault(format_of(raw), []).append(raw)
    room = (1 << 30) + (1 << 29)
    resource.setrlimit(resource.RLIMIT_AS, (room, room))


def format_of(raw: bytes) -> str:
    """Return the format that bytes are taken for."""
    try:
        return sniff(to_utf8(raw).utf8)
    except RefusedError:
        return "unknown"


def try_batch(number: int, patience: float) -> Found:
    """Try ``BATCH`` inputs made from this number."""
    dice = random.Random(number)
    found, forms = Found(), sorted(_seeds)
    for _ in range(BATCH):
        form, another = dice.choice(forms), dice.choice(forms)
        seed, other = dice.choice(_seeds[form]), dice.choice(_seeds[another])
        try_one(damage(seed, other, dice), found, patience)
        found.formats[form] += 1
    found.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    return found


def seeds_in(places: list[Path]) -> list[Path]:
    """Return the files to damage."""
    files = [f for place in places for f in sorted(place.rglob("*")) if f.is_file()]
    endings = {".md", ".txt", ".py", ".yml", ".html", ".css"}
    return [
        f
        for f in files
        if f.suffix not in endings
        and not f.name.endswith(".expected.json")
        and 0 < f.stat().st_size <= LARGEST
    ]


def main() -> int:
    """Damage, parse, count and print."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("places", nargs="*", type=Path, metavar="FOLDER")
    arguments.add_argument("--inputs", type=int, default=1_000_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    arguments.add_argument(
        "--seconds",
        type=float,
        default=MOST_SECONDS,
        help="of the processor, that an input may take (default: %(default)s)",
    )
    options = arguments.parse_args()
    places = options.places or [Path(p) for p in SEEDS if Path(p).is_dir()]
    paths = seeds_in(places)
    if not paths:
        print("No files to damage: name a folder of agency copy.", file=sys.stderr)
        return 2
    whole, base, begin = Found(), 0, time.perf_counter()
    numbers = range(options.seed << 32, (options.seed << 32) + options.inputs // BATCH)
    trial = partial(try_batch, patience=options.seconds)
    context = multiprocessing.get_context("spawn")
    with (
        context.Pool(options.workers, open_seeds, (paths,)) as pool,
        Progress(transient=True) as progress,
    ):
        task = progress.add_task("damaged copy", total=options.inputs)
        for found in pool.imap_unordered(trial, numbers):
            base = base or found.memory
            add(whole, found)
            progress.advance(task, BATCH)
    report(whole, len(paths), base, time.perf_counter() - begin, options.seconds)
    return 1 if whole.faults or whole.memory - base > MOST_GROWTH else 0


def add(whole: Found, found: Found) -> None:
    """Add what was found in a batch."""
    whole.outcomes += found.outcomes
    whole.formats += found.formats
    whole.faults += found.faults
    whole.slowest = max(whole.slowest, found.slowest)
    whole.memory = max(whole.memory, found.memory)


def report(whole: Found, seeds: int, base: int, spent: float, patience: float) -> None:
    """Print the table, where the slowest input lies, and every fault."""
    print(machine())
    slowest, raw = whole.slowest
    total = whole.outcomes.total()
    formats = ", ".join(f"{name} {n:,}" for name, n in whole.formats.most_common())
    outcomes = ", ".join(f"{name} {n:,}" for name, n in whole.outcomes.most_common())
    show(
        f"Damaged agency copy, from {seeds} files",
        [
            ("inputs", f"{total:,} in {spent:,.0f} s", "1,000,000"),
            ("what came of them", outcomes, "read or refused"),
            ("made from", formats, "all formats alike"),
            (
                "slowest, seconds of processor",
                f"{slowest:.2f}",
                f"at most {patience:g}",
            ),
            ("a worker's memory grew by, MiB", f"{whole.memory - base}", "at most 256"),
            ("faults", f"{len(whole.faults)}", "0"),
        ],
    )
    print(f"slowest: {keep(raw, 'slowest')}")
    for fault in whole.faults[:50]:
        print(fault)


if __name__ == "__main__":
    sys.exit(main())
