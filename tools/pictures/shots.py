"""What is photographed, and how a photograph is taken and kept small."""

import io
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

    ``down`` is a selector that is brought to the upper edge first.
    """

    name: str
    caption: str
    path: str
    desk: bool = False
    down: str = ""


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
            _log_in(context, demo, any(shot.desk for shot in shots))
            page = context.new_page()
            for shot in shots:
                _photograph(page, demo, shot)
                file = place / file_of(shot, width, scheme)
                file.write_bytes(_small(page.screenshot(), width))
            context.close()


def _log_in(context: BrowserContext, demo: Demo, needed: bool) -> None:  # noqa: FBT001
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
    page.wait_for_timeout(400)  # the desk's scripts draw after they are loaded
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
