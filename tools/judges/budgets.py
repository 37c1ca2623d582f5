"""What a page costs a reader, measured on real answers of a running demo.

Sizes are bytes on the wire, heads apart, of what Chromium asks for before anybody
scrolls, at 360 px with two pixels to each.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import httpx
from playwright.sync_api import Browser, Page, Request
from tools.judges.demo import Demo
from tools.judges.look import NARROW, TALL
from tools.judges.paper import Answer

KB = 1024
STORY_FORM = "(/[a-z0-9-]+/[12]"
"""How the form of a story's address begins."""

_SHIFTS = """() => {
  window.shifted = 0;
  new PerformanceObserver(list => {
    for (const each of list.getEntries())
      if (!each.hadRecentInput) window.shifted += each.value;
  }).observe({type: "layout-shift", buffered: true});
}"""


_PACKED = ("/media/", "/assets/eczar", "/assets/icon")
"""Files that no coding makes smaller."""

_AHEAD = """() => new Promise(found => {
  const eye = new IntersectionObserver(all => found(all
    .filter(each => each.intersectionRatio === 0)
    .map(({target}) => new URL(target.currentSrc || target.src).pathname)));
  for (const each of document.images) eye.observe(each);
  if (!document.images.length) found([]);
})"""
"""Pictures below or beside what is seen, which browsers fetch ahead as they see fit.

A picture that its reel has pushed out of sight is not seen either.
"""


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What one page cost: bytes by what was asked for, and how far it shifted.

    ``ahead`` are pictures that were fetched though they lie beyond what is seen.
    """

    path: str
    sizes: dict[str, int]
    shifted: float
    strangers: tuple[str, ...]
    ahead: frozenset[str]

    @property
    def requests(self) -> int:
        """Return how many requests were made for what is seen before scrolling."""
        return len(self.sizes.keys() - self.ahead)

    @property
    def whole(self) -> int:
        """Return the bytes of everything."""
        return sum(self.sizes.values())

    @property
    def pictures(self) -> int:
        """Return the bytes of photographs."""
        return sum(n for path, n in self.sizes.items() if path.startswith("/media/"))

    @property
    def script(self) -> int:
        """Return the bytes of scripts."""
        return sum(n for path, n in self.sizes.items() if path.endswith(".js"))


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the table: what was measured, the most it may be, and where."""

    what: str
    found: float
    most: float
    where: str = ""

    def __str__(self) -> str:
        """Return it as a line of a Markdown table."""
        return f"| {self.what} | {self.found:g} | {self.most:g} | {self.where} |"


def html_size(client: httpx.Client, path: str) -> int:
    """Return the bytes of a page's HTML with Brotli, as the server settles at it.

    A page that was never asked for is compressed quickly at first and better
    behind; what readers are sent from then on counts.
    """
    sizes = []
    for _ in range(40):
        with client.stream("GET", path, headers={"accept-encoding": "br"}) as got:
            sizes.append(sum(len(part) for part in got.iter_raw()))
            coding = got.headers.get("content-encoding")
        if coding == "br" and len(sizes) > 1 and sizes[-1] == sizes[-2]:
            break
    return sizes[-1]


def cost_of(browser: Browser, demo: Demo, path: str) -> Cost:
    """Return what a page costs a reader who comes for the first time.

    A page that shifted is opened twice more, and the median counts: on a machine that
    is busy with other things a browser may paint between two parts of an answer.
    """
    found = [_opened(browser, demo, path)]
    if found[0].shifted:
        found += [_opened(browser, demo, path) for _ in range(2)]
    return sorted(found, key=lambda cost: cost.shifted)[len(found) // 2]


def _opened(browser: Browser, demo: Demo, path: str) -> Cost:
    context = browser.new_context(
        viewport={"width": NARROW, "height": TALL}, device_scale_factor=2
    )
    try:
        return _cost(context.new_page(), demo, path)
    finally:
        context.close()


def _cost(page: Page, demo: Demo, path: str) -> Cost:
    sizes: dict[str, int] = {}
    strangers: list[str] = []

    def note(request: Request) -> None:
        parts = urlsplit(request.url)
        if f"{parts.scheme}://{parts.netloc}" != demo.url:
            strangers.append(request.url)
            return
        sizes[parts.path] = request.sizes()["responseBodySize"]

    page.on("requestfinished", note)
    page.add_init_script(f"({_SHIFTS})()")
    # A browser that starts a live stream is never idle; loaded is enough.
    page.goto(demo.url + path, wait_until="load")
    page.evaluate("document.fonts.ready")
    page.evaluate("new Promise(go => requestAnimationFrame(() => setTimeout(go, 50)))")
    shifted = float(page.evaluate("window.shifted"))
    return Cost(
        path=path,
        sizes=sizes,
        shifted=shifted,
        strangers=tuple(strangers),
        ahead=frozenset(page.evaluate(_AHEAD)),
    )


def table(
    paper: dict[str, Answer], demo: Demo, browser: Browser, kinds: list[str]
) -> list[Line]:
    """Return every budget with what was measured and where it was most."""
    with demo.client() as client:
        found = list(_html_lines(paper, client))
        costs = [
            replace(cost, sizes=_with_brotli(cost.sizes, client))
            for cost in (cost_of(browser, demo, path) for path in _seen(paper, kinds))
        ]
    texts = [
        cost_of(browser, demo, path)
        for path in kinds
        if _is_text(path) and paper[path].status != 404
    ]
    stories = [cost for cost in costs if cost.path in set(_stories(paper))]
    english = [cost for cost in stories if paper[cost.path].language == "en"]
    hindi = [cost for cost in stories if paper[cost.path].language == "hi"]
    bare = "story without pictures, {}, KB"
    return [
        *found,
        _most(
            bare.format("English"), 30, english, lambda c: (c.whole - c.pictures) / KB
        ),
        _most(bare.format("Hindi"), 65, hindi, lambda c: (c.whole - c.pictures) / KB),
        _most("story with its picture, KB", 100, english, lambda c: c.whole / KB),
        _most("home, KB", 150, costs[:1], lambda c: c.whole / KB),
        _most(
            "requests for what is seen before scrolling", 6, costs, lambda c: c.requests
        ),
        _most("requests of a text edition", 1, texts, lambda c: c.requests),
        _most("requests of another host", 0, costs, lambda c: len(c.strangers)),
        _most("JavaScript, KB", 10, costs, lambda c: c.script / KB),
        _most("layout shift (CLS)", 0.002, costs, lambda c: c.shifted),
    ]


def _with_brotli(sizes: dict[str, int], client: httpx.Client) -> dict[str, int]:
    """Return the sizes as they are behind TLS: browsers take Brotli only there."""
    return {
        path: size if path.startswith(_PACKED) else html_size(client, path)
        for path, size in sizes.items()
    }


def markdown(lines: list[Line]) -> str:
    """Return the table."""
    head = "| budget | measured | at most | where |\n|---|---|---|---|"
    return "\n".join([head, *map(str, lines)])


def _most(
    what: str, most: float, costs: list[Cost], value: Callable[[Cost], float]
) -> Line:
    worst = max(costs, key=value)
    return Line(what=what, found=round(value(worst), 4), most=most, where=worst.path)


def _seen(paper: dict[str, Answer], kinds: list[str]) -> list[str]:
    """Return home, each kind of page, and of each language the longest stories."""
    chosen = ["/", *(path for path in kinds if not _is_text(path))]
    for language in ("en", "hi"):
        own = [path for path in _stories(paper) if paper[path].language == language]
        chosen += sorted(own, key=lambda path: -len(paper[path].text))[:2]
    return list(dict.fromkeys(chosen))


def _is_text(path: str) -> bool:
    return path.startswith("/text/")


def _html_lines(paper: dict[str, Answer], client: httpx.Client) -> Iterator[Line]:
    story = _largest(_stories(paper), paper, client)
    yield Line(what="HTML of a story, KB", found=story[0], most=14, where=story[1])
    texts = [path for path in paper if _is_text(path)]
    text = _largest(texts, paper, client)
    yield Line(what="text edition, KB", found=text[0], most=6, where=text[1])


def _stories(paper: dict[str, Answer]) -> list[str]:
    return [
        page.path
        for page in paper.values()
        if page.form.startswith(STORY_FORM) and page.is_page and page.status == 200
    ]


def _largest(
    paths: list[str], paper: dict[str, Answer], client: httpx.Client
) -> tuple[float, str]:
    """Return the size of the largest; only the longest few need to be asked for."""
    longest = sorted(paths, key=lambda path: -len(paper[path].text))[:8]
    size, path = max((html_size(client, path), path) for path in longest)
    return round(size / KB, 1), path
