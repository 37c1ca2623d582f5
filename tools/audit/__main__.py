"""``make audit``: every judge over every page of the demo.

Takes about twenty minutes. Ends with 1, and says each fault, if anything is not as it
must be.
"""

import argparse
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser
from rich.console import Console
from rich.progress import Progress, track
from tools.audit import lighthouse
from tools.audit.eight import eight
from tools.audit.report import NU, Report
from tools.audit.slow_line import wait_for
from tools.judges import budgets, nu
from tools.judges.demo import Demo, demo_to_judge
from tools.judges.forbidden import forbidden
from tools.judges.links import broken
from tools.judges.look import (
    NARROW,
    TALL,
    WIDE,
    a_browser,
    a_page,
    sticking_out,
    violations,
)
from tools.judges.paper import Answer, pages_of, read_paper, samples

ALL = 100_000
"""More stories than the demo has."""

WHERE = Path("docs/audit.md")
CONSOLE = Console()


def main() -> int:
    """Judge and write; return 1 if something is not as it must be."""
    options = _options()
    chromium = shutil.which("chromium")
    if chromium is None:
        CONSOLE.print("no chromium on this machine: apt-get install chromium")
        return 2
    try:
        nu.checker()
    except LookupError as why:
        CONSOLE.print(str(why))
        return 2
    CONSOLE.print("the demo starts with all its stories")
    with demo_to_judge(options.demo, stories=ALL) as demo:
        report = judge(demo, chromium, lighthouse_too=not options.quick)
    WHERE.write_text(report.markdown(date.today()), encoding="utf-8")  # noqa: DTZ011
    CONSOLE.print(f"written: {WHERE}")
    for fault in report.faults():
        CONSOLE.print(fault, markup=False, style="red")
    return 1 if report.faults() else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make audit", description=__doc__)
    parser.add_argument("--demo", type=Path, help="the folder of a demo that runs")
    parser.add_argument("--quick", action="store_true", help="without Lighthouse")
    return parser.parse_args()


def judge(demo: Demo, chromium: str, *, lighthouse_too: bool) -> Report:
    """Return what all judges say of a running demo."""
    with CONSOLE.status("every page is asked for"):
        paper = read_paper(demo)
    pages, kinds = list(pages_of(paper)), samples(paper)
    report = Report(browser=lighthouse.chromium_version(chromium))
    _read(report, demo, paper, pages)
    with a_browser(chromium) as browser:
        _look(report, browser, demo, kinds)
        with CONSOLE.status("budgets"):
            report.budgets = budgets.table(paper, demo, browser, kinds)
        for name, path in track(eight(paper).items(), "2G", console=CONSOLE):
            report.waits.append(wait_for(browser, demo.url, name, path))
    if lighthouse_too:
        for name, path in track(eight(paper).items(), "Lighthouse", console=CONSOLE):
            found = lighthouse.judge(name, demo.url, path, chromium)
            report.verdicts.append(found)
    return report


def _read(
    report: Report, demo: Demo, paper: dict[str, Answer], pages: list[Answer]
) -> None:
    """Ask the judges that read."""
    every = f"all {len(pages)} pages"
    with CONSOLE.status(NU), tempfile.TemporaryDirectory() as place:
        report.judges.append((NU, every, nu.faults(pages, Path(place))))
    with CONSOLE.status("links"), demo.client() as client:
        dead = [f"{path} on {source}" for path, source in broken(paper, client).items()]
    report.judges.append(("links that lead nowhere", f"{every}, feeds, sitemaps", dead))
    said = [f"{page.path}: {each}" for page in pages for each in forbidden(page)]
    report.judges.append(("words that no reader should see", every, said))


def _look(report: Report, browser: Browser, demo: Demo, kinds: list[str]) -> None:
    """Ask the judges that look, at the fewest pages that show every element."""
    over = f"{len(kinds)} pages that show every kind of page and element"
    axe, out = [], []
    with Progress(console=CONSOLE) as progress, a_page(browser) as page:
        task = progress.add_task("axe, overflow", total=len(kinds))
        for path in kinds:
            page.goto(demo.url + path)
            for width in (NARROW, WIDE):
                page.set_viewport_size({"width": width, "height": TALL})
                axe += [f"{path} at {width} px: {each}" for each in violations(page)]
            out += [f"{path}: {each}" for each in sticking_out(page)]
            progress.advance(task)
    looks = "360 and 1280 px, light and dark"
    report.judges.append(("axe-core violations", f"{over}; {looks}", axe))
    scales = "320, 360, 768 and 1280 px, as they are and with text at 200 % and spaced"
    report.judges.append(("what sticks out", f"{over}; {scales}", out))


if __name__ == "__main__":
    sys.exit(main())
