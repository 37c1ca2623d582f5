"""Bodies that are sent as a rendition to fetch (AP does so): found, and put in.

A JSON item without a body names a file of its text: ``renditions.nitf.href``.
What is fetched is put into the item as ``body_xhtml`` or ``body_text``, so that
whoever parses it needs no network. Everything else is left as it was sent.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec
from lxml import etree

from dateline.wire.encoding import to_utf8
from dateline.wire.errors import RefusedError
from dateline.wire.xml import child, name_of, read_xml

FORMATS = ("nitf", "xhtml", "html", "text")
"""Forms of text in the order we like them."""

_LOOK = 64
_DEEPEST = 6
_TEXT_TYPES = ("text/", "application/xml", "application/nitf", "application/xhtml")
_NOT_COPY = frozenset({"media", "media-reference", "media-producer", "script", "style"})

_NO_TEXT = frozenset({"picture", "photo", "graphic", "video", "audio"})
_USABLE = frozenset({"", "usable", "embargoed"})
_OTHERS = frozenset({"renditions", "associations"})

Fetch = Callable[[str], bytes]


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """The text of one item, still to be fetched."""

    item: dict[str, Any] = field(repr=False)
    href: str = field(repr=False)


def with_bodies(raw: bytes, *, fetch: Fetch) -> bytes:
    """Return a JSON document with the bodies it only named; others as they are.

    Raises what ``fetch`` raises; RefusedError if what was fetched is no text.
    """
    if raw.lstrip()[:1] not in {b"{", b"["} or b"endition" not in raw:
        return raw
    try:
        document = msgspec.json.decode(to_utf8(raw).utf8)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return raw  # whoever parses it says what is wrong
    wanted = list(_wanted(document, depth=0))
    for each in wanted:
        name, text = _body_of(fetch(each.href))
        each.item[name] = text
    return msgspec.json.encode(document) if wanted else raw


def _wanted(thing: Any, *, depth: int) -> Iterator[Wanted]:  # noqa: ANN401 - JSON is anything
    """Yield every item that has a text rendition and no body.

    Associated items are not looked into: they come by themselves.
    """
    if depth > _DEEPEST:
        return
    if isinstance(thing, list):
        for each in thing:
            yield from _wanted(each, depth=depth + 1)
    if isinstance(thing, dict):
        href = _named_body(thing)
        if href:
            yield Wanted(item=thing, href=href)
        for key, value in thing.items():
            if key.lower() not in _OTHERS:
                yield from _wanted(value, depth=depth + 1)


def _named_body(item: dict[str, Any]) -> str:
    """Return where the body of an item is; empty if it has one, or names none."""
    lower = {key.lower(): key for key in item}
    if "renditions" not in lower or _has_body(lower, item):
        return ""
    if _said(item, lower, "type") in _NO_TEXT:
        return ""  # a caption is no story
    if _said(item, lower, "pubstatus") not in _USABLE:
        return ""  # a kill must never wait for the body of what it kills
    return _text_rendition(item[lower["renditions"]])


def _said(item: dict[str, Any], lower: dict[str, str], name: str) -> str:
    """Return a text property in lower case; empty if it is absent or no text."""
    value = item.get(lower.get(name, ""))
    return value.strip().lower() if isinstance(value, str) else ""


def _has_body(lower: dict[str, str], item: dict[str, Any]) -> bool:
    """Say whether an item has a body, in the way of any version of ninjs."""
    return any(
        bool(item[key])
        for name, key in lower.items()
        if name == "bodies" or name.startswith("body_")
    )


def _text_rendition(renditions: Any) -> str:  # noqa: ANN401 - JSON is anything
    """Return where the text of an item is; empty if none of its files is text."""
    if isinstance(renditions, dict):
        named = [(str(name), each) for name, each in renditions.items()]
    else:
        listed = renditions if isinstance(renditions, list) else ()
        named = [("", each) for each in listed]
    ranked = []
    for name, each in named:
        if isinstance(each, dict) and isinstance(each.get("href"), str):
            rank = _rank(name, each)
            if rank is not None:
                ranked.append((rank, each["href"]))
    return min(ranked, key=lambda each: each[0])[1] if ranked else ""


def _rank(name: str, rendition: dict[str, Any]) -> int | None:
    """Return how much we like a rendition as the text; None if it is no text."""
    lower = {key.lower(): str(value).lower() for key, value in rendition.items()}
    mime = lower.get("mimetype", lower.get("contenttype", ""))
    said = f"{name.lower()} {lower.get('name', '')} {lower.get('format', '')} {mime}"
    if mime and not mime.startswith(_TEXT_TYPES):
        return None
    form = next((n for n, each in enumerate(FORMATS) if each in said), None)
    return form if mime or lower.get("format") or form == 0 else None


def _body_of(fetched: bytes) -> tuple[str, str]:
    """Return the property and the text of a body that was fetched.

    Raises:
        RefusedError: it holds no copy.
    """
    utf8 = to_utf8(fetched).utf8
    if utf8.lstrip()[:1] != b"<":
        return "body_text", utf8.decode("utf-8", "replace")
    if utf8.lstrip()[:_LOOK].lower().startswith((b"<p", b"<div", b"<!doctype html")):
        return "body_xhtml", utf8.decode("utf-8", "replace")
    root = read_xml(utf8).root
    body = root if name_of(root) == "body" else child(root, "body")
    content = child(body, "body.content") if body is not None else None
    holder = content if content is not None else body
    if holder is None:
        raise RefusedError(f"a body rendition of <{name_of(root)}> holds no body")
    for each in [e for e in holder.iter() if name_of(e) in _NOT_COPY]:
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)
    inner = "".join(etree.tostring(each, encoding="unicode") for each in holder)
    return "body_xhtml", (holder.text or "") + inner
