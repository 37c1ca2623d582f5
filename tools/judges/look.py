"""How a page of a running demo looks in a real browser.

axe finds nothing, nothing sticks out, no letter and no target is too small.
"""

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


LETTER, STRIP = 15, 36
"""Pixels: the smallest letters anywhere; how high a link of the strip is at least."""

_TOO_SMALL = """({letter, target}) => {
  const out = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode, held = text.parentElement;
    if (!text.data.trim() || !held.checkVisibility() || held.closest("script, style"))
      continue;
    const size = parseFloat(getComputedStyle(held).fontSize);
    if (size < letter - 0.01) out.add(`${size} px: ${text.data.trim().slice(0, 60)}`);
  }
  for (const each of document.querySelectorAll(".strip a, .strip summary")) {
    const high = each.getBoundingClientRect().height;
    if (high < target) out.add(`${high} px high: ${each.outerHTML.slice(0, 100)}`);
  }
  return [...out];
}"""


_ASK_AXE = """async (options) => {
  const said = await axe.run(document, {resultTypes: ["violations"], ...options});
  return said.violations.map(each => `${each.id}: ` +
    each.nodes.slice(0, 2).map(node => node.html.slice(0, 120)).join(" "));
}"""
"""Without ``resultTypes`` axe tells each element that is as it should be, too."""


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
    """Return what axe finds on a page: all of it in light, of colours in dark.

    Targets are judged too, by WCAG 2.2's success criterion 2.5.8: 24 px, or as much
    room around them. axe leaves that rule out unless it is asked.
    """
    page.emulate_media(color_scheme="light")
    found = _by_axe(page, {"rules": {"target-size": {"enabled": True}}})
    page.emulate_media(color_scheme="dark")
    colours = {"runOnly": {"type": "tag", "values": ["cat.color"]}}
    return found + [f"dark: {each}" for each in _by_axe(page, colours)]


def _by_axe(page: Page, options: dict[str, Any]) -> list[str]:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(Axe().axe_script)
    return list(page.evaluate(_ASK_AXE, options))


def too_small(page: Page) -> list[str]:
    """Return letters under 15 px, and targets of the strip under 36 px, with the size.

    The strip's list of cities is opened for it.
    """
    page.evaluate(
        "() => { for (const e of document.querySelectorAll('details')) e.open = true; }"
    )
    return list(page.evaluate(_TOO_SMALL, {"letter": LETTER, "target": STRIP}))


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
