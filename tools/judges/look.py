"""How a page of a running demo looks in a real browser: axe, and nothing sticks out."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
NARROW, WIDE = 360, 1280
WIDTHS = (320, 360, 768, 1280)

TALL = 800
"""Pixels of height that a reader sees before scrolling."""

SPACED = """
html { font-size: 200% !important; }
* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
"""Text at 200 %, with the spacing of WCAG 2.2's success criterion 1.4.12."""

_STICKS_OUT = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return "";
  const out = [...document.body.querySelectorAll("*")]
    .filter(e => e.getBoundingClientRect().right > wide + 0.5
              || e.getBoundingClientRect().left < -0.5);
  const last = out.at(-1);
  return last ? last.outerHTML.slice(0, 120) : "something";
}"""


@contextmanager
def a_browser(path: str) -> Iterator[Browser]:
    """Start a Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def a_page(browser: Browser, **context: Any) -> Iterator[Page]:
    """Open a page of its own, with no cookie and nothing kept."""
    opened = browser.new_context(bypass_csp=True, **context)
    try:
        yield opened.new_page()
    finally:
        opened.close()


def violations(page: Page) -> list[str]:
    """Return what axe finds on a page: all of it in light, of colours in dark."""
    page.emulate_media(color_scheme="light")
    found = _by_axe(page, None)
    page.emulate_media(color_scheme="dark")
    colours = {"runOnly": {"type": "tag", "values": ["cat.color"]}}
    return found + [f"dark: {each}" for each in _by_axe(page, colours)]


def _by_axe(page: Page, options: dict[str, Any] | None) -> list[str]:
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{each['id']}: {' '.join(node['html'][:120] for node in each['nodes'][:2])}"
        for each in found
    ]


def sticking_out(page: Page) -> list[str]:
    """Return the widths at which something sticks out at the side, and what."""
    found = []
    for scale in ("", SPACED):
        if scale:
            page.add_style_tag(content=scale)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": TALL})
            out = page.evaluate(_STICKS_OUT)
            if out:
                kind = "with large letters" if scale else "as it is"
                found.append(f"{width} px {kind}: {out}")
    return found
