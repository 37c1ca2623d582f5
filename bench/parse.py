"""Agency copy to complete Items, format by format, on one core.

The files are made of the whole samples of the tests, other ones in every pass
(``fresh_copy``): what a cache knows is what a wire repeats. Timed is the processor
alone (other work on the machine takes none of it away, but a shared cache does);
of several passes over the files of a format the median counts. The first line is
a yardstick: how fast lxml alone parses NewsML-G2 of 4 KB here and now. Where it
is far below 34,700 a second, so is everything else.

    python -m bench.parse
    python -m bench.parse --passes 50 newsml-g2 nitf
    make compiled && python -m bench.parse --tree build/compiled/lib

``--tree`` measures the parsers as machine code (decision 0032), or another copy of
the code. The first line of the table says which file was measured.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from lxml import etree

from bench.fresh_copy import ENTRY, feed, fresh
from bench.table import machine, show
from dateline.wire.parse import parse
from dateline.wire.source import SourceRules

SAMPLES = Path("tests/wire/samples")
RULES = SourceRules(name="bench", zone=ZoneInfo("Europe/Paris"))
YARDSTICK = 34_700  # a second, where the bars were set
# Folders of samples, the sizes of files in bytes, Items a second.
FORMATS = {
    "newsml-g2": (4_000, 8_192, 5_000),
    "newsml-1": (4_000, 8_192, 5_000),
    "nitf": (4_000, 8_192, 5_000),
    "ninjs": (0, 8_192, 15_000),
    "iptc-7901": (0, 8_192, 15_000),
    "anpa-1312": (0, 8_192, 15_000),
    "rss": (0, 8_192, 20_000),
    "atom": (0, 8_192, 20_000),
}
FILES = 120  # in a pass, at the least


def samples(form: str) -> list[bytes]:
    """Read the samples of a format that are of the size its bar speaks of."""
    least, most, _ = FORMATS[form]
    found = [
        path.read_bytes()
        for path in sorted((SAMPLES / form).iterdir())
        if not path.name.endswith(".expected.json")
    ]
    return [raw for raw in found if least <= len(raw) <= most]


def fresh_files(files: list[bytes], chance: random.Random) -> list[bytes]:
    """Make the files of one pass, as many of each sample."""
    made = []
    for _ in range(-(-FILES // len(files))):
        made += [(feed if ENTRY.search(raw) else fresh)(raw, chance) for raw in files]
    return made


def rate(
    make: Callable[[], list[bytes]], work: Callable[[list[bytes]], int], passes: int
) -> tuple[float, float]:
    """Return what is done a second: in the median pass and in the best.

    Each pass has files of its own; making them is not timed.
    """
    work(make())  # warms up
    rates = []
    for _ in range(passes):
        files = make()
        begin = time.process_time()
        done = work(files)
        rates.append(done / (time.process_time() - begin))
    return statistics.median(rates), max(rates)


def parse_all(files: list[bytes]) -> int:
    """Parse every file; return how many Items there were."""
    return sum(len(parse(raw, source=RULES)) for raw in files)


def yardstick(passes: int) -> float:
    """Return how many NewsML-G2 files of about 4 KB lxml alone parses a second."""
    raw = (SAMPLES / "newsml-g2" / "afp.xml").read_bytes()

    def work(files: list[bytes]) -> int:
        for each in files:
            etree.fromstring(each)
        return len(files)

    return rate(lambda: [raw] * FILES, work, passes)[0]


def main() -> int:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("formats", nargs="*", metavar="FORMAT")
    arguments.add_argument("--passes", type=int, default=25)
    arguments.add_argument("--tree", metavar="FOLDER", help="measure this copy")
    options = arguments.parse_args()
    if options.tree and not Path(options.tree, "dateline").is_dir():
        print(f"No dateline in {options.tree}; try make compiled.", file=sys.stderr)
        return 2
    if options.tree and os.environ.get("PYTHONPATH") != options.tree:
        # The parsers were imported already: begin again with the other ones.
        os.environ["PYTHONPATH"] = options.tree
        os.execv(sys.executable, [sys.executable, "-m", "bench.parse", *sys.argv[1:]])  # noqa: S606 # this very program
    unknown = set(options.formats) - FORMATS.keys()
    if unknown or not SAMPLES.is_dir():
        print(f"No samples of {unknown or SAMPLES}.", file=sys.stderr)
        return 2
    print(machine())
    stick = yardstick(options.passes)
    measured = Path(sys.modules[parse.__module__].__file__ or "").name
    rows = [
        ("parsers", measured, ""),
        ("lxml alone, 4 KB NewsML-G2", f"{stick:,.0f}", f"{YARDSTICK:,}"),
    ]
    for form in options.formats or FORMATS:
        files = samples(form)
        size = sum(map(len, files)) / len(files) / 1024
        chance = random.Random(form)  # the same files in each run
        make = partial(fresh_files, files, chance)
        middle, best = rate(make, parse_all, options.passes)
        rows.append(
            (
                f"{form}, like {len(files)} samples of {size:.1f} KB",
                f"{middle:,.0f} (best {best:,.0f})",
                f"{FORMATS[form][2]:,}",
            )
        )
    show("Parse to complete Items, one core, a second", rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
