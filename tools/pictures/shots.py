"""What is photographed, and how a photograph is taken and kept small."""

import io
import time
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page
from tools.judges.demo import Demo
from tools.judges.look import NARROW, WIDE

HEIGHTS = {NARROW: 780, WIDE: 960}
SCHEMES = ("light", "dark")
_SHOWN = {NARROW: 360, WIDE: 720}
"""Pixels of width that are kept: what a page of the docs has room for."""

_QUALITY = 62


@dataclass(frozen=True, kw_only=True)
class Shot:
    """A page to be photographed: name, caption, path; of the newsroom or the paper.

    ``down`` is a selector that is brought to the upper edge first; ``click`` one that
    is clicked where there is room for what it opens.
    """

    name: str
    caption: str
    path: str
    desk: bool = False
    down: str = ""
    click: str = ""


def file_of(shot: Shot, width: int, scheme: str) -> str:
    """Return the name of a photograph's file."""
    return f"{shot.name}-{width}-{scheme}.webp"


def take(browser: Browser, demo: Demo, shots: list[Shot], place: Path) -> None:
    """Photograph all shots at each width, in light and dark."""
    for width, height in HEIGHTS.items():
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                device_scale_factor=2 if width == NARROW else 1,
                reduced_motion="reduce",
            )
            _log_in(context, demo, needed=any(shot.desk for shot in shots))
            page = context.new_page()
            for shot in shots:
                _photograph(page, demo, shot)
                file = place / file_of(shot, width, scheme)
                file.write_bytes(_small(page.screenshot(), width))
            context.close()


_ROWS = 12
"""Items of the wires that are worth a photograph of their list."""


def wait_for_copy(browser: Browser, demo: Demo) -> None:
    """Wait until the wires have sent enough; from then on pages change little."""
    context = browser.new_context()
    _log_in(context, demo, needed=True)
    page = context.new_page()
    page.goto(f"{demo.newsroom}/admin/wire/")
    end = time.monotonic() + 300
    while page.locator("[data-rows] > li").count() < _ROWS:
        if time.monotonic() > end:
            raise RuntimeError("the wires of the demo send nothing")
        page.wait_for_timeout(2000)
        page.reload()
    context.close()


def _log_in(context: BrowserContext, demo: Demo, *, needed: bool) -> None:
    if not needed:
        return
    page = context.new_page()
    page.goto(f"{demo.newsroom}/admin/login/")
    page.fill("[name=username]", demo.name)
    page.fill("[name=password]", demo.password)
    page.click("form button[type=submit]")
    page.wait_for_url(f"{demo.newsroom}/admin/")
    page.close()


def _photograph(page: Page, demo: Demo, shot: Shot) -> None:
    base = demo.newsroom if shot.desk else demo.url
    page.goto(base + shot.path, wait_until="load")
    page.evaluate("document.fonts.ready")
    # The desk's scripts draw after they are loaded, and so do its previews.
    page.wait_for_timeout(3000 if shot.desk else 400)
    if shot.click and page.viewport_size["width"] == WIDE:
        page.click(shot.click)
        page.wait_for_timeout(1500)
    if shot.down:
        page.evaluate(
            "s => document.querySelector(s).scrollIntoView({block: 'start'})", shot.down
        )
        page.wait_for_timeout(200)


def _small(png: bytes, width: int) -> bytes:
    with Image.open(io.BytesIO(png)) as picture:
        shown = _SHOWN[width]
        high = round(picture.height * shown / picture.width)
        small = picture.convert("RGB").resize((shown, high), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, "WEBP", quality=_QUALITY, method=6)
    return out.getvalue()
