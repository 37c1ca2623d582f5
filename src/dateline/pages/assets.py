"""Style sheet, font, icons and script, under addresses with a hash of the content.

A browser may keep them for ever: another content has another address.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, reduce
from pathlib import Path

from dateline.catalog.view import View
from dateline.news.block import Block, BlockKind
from dateline.news.site import main_language
from dateline.pages.page import Page

STATIC = Path(__file__).parent / "static"

_HASH_BYTES = 5
_FONT = "eczar-latin-600.woff2"
_DEVANAGARI = "eczar-devanagari-600.woff2"
_FEW = "eczar-few-600.woff2"
"""The Latin letters that stand between words in Devanagari: see tools/make_fonts.py."""

_IN_DEVANAGARI = frozenset("hi mr ne sa".split())
_SHEETS = (
    "type",
    "colours",
    "ground",
    "frame",
    "teasers",
    "fronts",
    "story",
    "live",
    "lists",
    "languages",
    "print",
)
"""The files of ``static/css``, in the order in which their rules hold."""

_FURTHER = {
    "blocks": ("gallery", "timeline", "chart"),
    "history": ("history",),
    "house": ("house",),
    "search": ("search",),
    "styles": ("gallery", "timeline", "chart", "history", "search", "house", "styles"),
}
"""What only some pages need, a file each: ``blocks`` for a story with such a block."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s*([{};,]|(?<=[a-z]):(?= )|\n)\s*")
"""Blanks beside these; a colon is a property's only where a blank follows."""

TOUCH_ICON = 180
_ICON_SIZES = (TOUCH_ICON, 192, 512)

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Assets:
    """The addresses of all assets, and the content behind each.

    ``icons`` are PNG files by their side in pixels; ``touch_icon`` is the one that
    telephones put on a home screen. ``further`` are the style sheets beside ``style``
    that only some pages need, by name.
    """

    style: str
    further: dict[str, str]
    font: str
    devanagari: str
    few: str
    icon: str
    live: str
    touch_icon: str
    icons: dict[int, str]
    content: dict[str, tuple[str, bytes]]


def _address(stem: str, suffix: str, content: bytes) -> str:
    digest = hashlib.blake2b(content, digest_size=_HASH_BYTES).hexdigest()
    return f"/assets/{stem}-{digest}{suffix}"


def _small(css: str) -> str:
    """Return a style sheet without its comments, and a blank only where it counts."""
    return _BLANKS.sub(r"\1", _COMMENT.sub("", css)).replace(";}", "}").strip()


def _joined(names: Iterable[str]) -> str:
    files = (STATIC / "css" / f"{name}.css" for name in names)
    return _small("\n".join(file.read_text(encoding="utf-8") for file in files))


@lru_cache(maxsize=1)
def assets() -> Assets:
    """Return the assets, read once; the style sheet names the font's address."""
    font_file = (STATIC / _FONT).read_bytes()
    font = _address("eczar", ".woff2", font_file)
    devanagari_file = (STATIC / _DEVANAGARI).read_bytes()
    devanagari = _address("eczar-devanagari", ".woff2", devanagari_file)
    few_file = (STATIC / _FEW).read_bytes()
    few = _address("eczar-few", ".woff2", few_file)
    faces = {
        "url(eczar.woff2)": font,
        "url(eczar-devanagari.woff2)": devanagari,
        "url(eczar-few.woff2)": few,
    }
    css_file = reduce(_with_face, faces.items(), _joined(_SHEETS)).encode()
    style = _address("site", ".css", css_file)
    sheets = {name: _joined(parts).encode() for name, parts in _FURTHER.items()}
    further = {name: _address(name, ".css", file) for name, file in sheets.items()}
    icon_file = (STATIC / "favicon.svg").read_bytes()
    icon = _address("favicon", ".svg", icon_file)
    live_file = (STATIC / "live.js").read_bytes()
    live = _address("live", ".js", live_file)
    pngs = {size: (STATIC / f"icon-{size}.png").read_bytes() for size in _ICON_SIZES}
    icons = {size: _address("icon", ".png", file) for size, file in pngs.items()}
    return Assets(
        style=style,
        further=further,
        font=font,
        devanagari=devanagari,
        few=few,
        icon=icon,
        live=live,
        touch_icon=icons[TOUCH_ICON],
        icons=icons,
        content={
            style: (_TYPES[".css"], css_file),
            **{further[name]: (_TYPES[".css"], file) for name, file in sheets.items()},
            font: (_TYPES[".woff2"], font_file),
            few: (_TYPES[".woff2"], few_file),
            devanagari: (_TYPES[".woff2"], devanagari_file),
            icon: (_TYPES[".svg"], icon_file),
            live: (_TYPES[".js"], live_file),
            **{icons[size]: (_TYPES[".png"], file) for size, file in pngs.items()},
        },
    )


def _with_face(css: str, face: tuple[str, str]) -> str:
    name, address = face
    return css.replace(name, f"url({address})")


@lru_cache(maxsize=64)
def preload_links(language: str = "") -> str:
    """Return the Link header that lets style and headline fonts start with the page."""
    found = assets()
    is_devanagari = main_language(language) in _IN_DEVANAGARI
    fonts = (found.devanagari, found.few) if is_devanagari else (found.font,)
    faces = (
        f'<{f}>; rel=preload; as=font; type="font/woff2"; crossorigin' for f in fonts
    )
    return ", ".join((f"<{found.style}>; rel=preload; as=style", *faces))


_STYLED = frozenset({BlockKind.GALLERY, BlockKind.TIMELINE, BlockKind.CHART})


def style_of(body: Iterable[Block]) -> str:
    """Return the further style sheet that a body needs; empty if it needs none."""
    needed = any(block.kind in _STYLED for block in body)
    return assets().further["blocks"] if needed else ""


def make_asset(view: View, path: str) -> Page | None:
    """Make the page that is an asset; it exists because the site does."""
    view.site()
    if path not in assets().content:
        return None
    content_type, content = assets().content[path]
    return Page(content_type=content_type, text=content, cache="immutable")
