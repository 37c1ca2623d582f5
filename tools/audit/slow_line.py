"""When the first words of a page are seen on a 2G line, in a real Chromium.

The line is Chrome's own "Regular 2G": 250 kbit/s down, 50 kbit/s up, 300 ms to each
answer. The processor is four times slower than this one, as a cheap telephone's.
"""

import statistics
from dataclasses import dataclass

from playwright.sync_api import Browser, Page
from tools.judges.look import NARROW, TALL

LINE = {
    "latency": 300,
    "downloadThroughput": 250_000 / 8,
    "uploadThroughput": 50_000 / 8,
}
SLOWER = 4
RUNS = 3
MOST = 2.0
"""Seconds until there is text."""

_FIRST_TEXT = """() => new Promise(found => new PerformanceObserver(list => {
  const [first] = list.getEntriesByName("first-contentful-paint");
  if (first) found(first.startTime);
}).observe({type: "paint", buffered: true}))"""


@dataclass(frozen=True, kw_only=True)
class Wait:
    """How long a page's first words take: seconds, the median of the runs."""

    name: str
    path: str
    seconds: float

    @property
    def is_good(self) -> bool:
        """Return whether a reader waits no longer than may be."""
        return 0 < self.seconds <= MOST

    def __str__(self) -> str:
        """Return it as a line of a Markdown table."""
        return f"| {self.name} | {self.seconds:.2f} |"


def wait_for(browser: Browser, url: str, name: str, path: str) -> Wait:
    """Return how long a reader who comes for the first time waits for text."""
    seconds = [_once(browser, url + path) for _ in range(RUNS)]
    return Wait(name=name, path=path, seconds=statistics.median(seconds))


def _once(browser: Browser, url: str) -> float:
    context = browser.new_context(
        viewport={"width": NARROW, "height": TALL}, device_scale_factor=2
    )
    try:
        return _first_text(context.new_page(), url)
    finally:
        context.close()


def _first_text(page: Page, url: str) -> float:
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", {"offline": False, **LINE})
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(url, wait_until="load", timeout=120_000)
    return float(page.evaluate(_FIRST_TEXT)) / 1000
