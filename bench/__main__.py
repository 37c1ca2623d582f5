"""All benchmarks, one after the other: ``python -m bench``.

Each runs in a process of its own. Ratios come from one run; absolute figures
are those of the machine that is named first. Parsing is measured as machine code
too where ``make compiled`` was run.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from bench.table import machine

QUICK = (
    ["bench.serve"],
    ["bench.press"],
    ["bench.newsroom"],
    ["bench.wire_to_page"],
    ["bench.kill"],
    ["bench.search"],
    ["bench.live"],
    ["bench.parse"],
    ["bench.intake"],
    ["bench.wire_list"],
    ["bench.routing"],
    ["bench.hugo", "--stories", "10000"],
)
COMPILED = "build/compiled/lib"
LONG = (["bench.hugo", "--stories", "100000"], ["bench.serve_slow"])


def main() -> int:
    """Run them and print their tables."""
    arguments = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    arguments.add_argument(
        "--long", action="store_true", help="also those that take half an hour"
    )
    options = arguments.parse_args()
    print(machine(), flush=True)
    failed = 0
    compiled = Path(COMPILED).is_dir()
    for words in (
        *QUICK,
        *((["bench.parse", "--tree", COMPILED],) if compiled else ()),
        *(LONG if options.long else ()),
    ):
        print(f"\n{' '.join(words)}", flush=True)
        failed += subprocess.run([sys.executable, "-m", *words], check=False).returncode
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
