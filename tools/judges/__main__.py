"""``python -m tools.judges``: what each page costs a reader, as a table.

Asks a demo that runs already, or starts one with a few stories. Ends with 1 if a
budget is not kept.
"""

import argparse
import shutil
import sys
from pathlib import Path

from rich.console import Console
from tools.judges.budgets import markdown, table
from tools.judges.demo import demo_to_judge
from tools.judges.look import a_browser
from tools.judges.paper import read_paper, samples

STORIES = 60
CONSOLE = Console(stderr=True)


def main() -> int:
    """Print the budgets; return 1 if one is not kept, 2 without a browser."""
    parser = argparse.ArgumentParser(prog="python -m tools.judges", description=__doc__)
    parser.add_argument("--demo", type=Path, help="the folder of a demo that runs")
    options = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        CONSOLE.print("no chromium on this machine: apt-get install chromium")
        return 2
    CONSOLE.print("the demo starts")
    with demo_to_judge(options.demo, stories=STORIES) as demo:
        paper = read_paper(demo)
        with CONSOLE.status("budgets"), a_browser(chromium) as browser:
            lines = table(paper, demo, browser, samples(paper))
    sys.stdout.write(f"{markdown(lines)}\n")
    return 1 if any(line.found > line.most for line in lines) else 0


if __name__ == "__main__":
    sys.exit(main())
