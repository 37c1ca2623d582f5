"""Pictures of a feed's entry: Media RSS, enclosures, images.

Sizes of one picture stand in one ``media:group`` or are its thumbnails; media
beside one another are different pictures. Credit and description hold for the
medium they stand in, or for all of the entry.
"""

from collections.abc import Iterable
from typing import Final

from dateline.news.item import ItemPicture, ItemRendition, Link
from dateline.wire.formats.feed_tags import field_of
from dateline.wire.formats.feed_text import plain
from dateline.wire.formats.g2_meta import integer
from dateline.wire.runs import safe_href
from dateline.wire.sent import Sent
from dateline.wire.xml import Element, local, text_of

SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
TEXTS: Final = {
    "media:title": "headline",
    "media:description": "caption",
    "media:credit": "credit",
    "media:copyright": "terms",
}
# An entry with none of these shows nothing.
SHOWN = ("media:content", "media:group", "media:thumbnail", "enclosure", "image")
Texts = dict[str, str]
# A file, and whether it is a picture.
File = tuple[ItemRendition, bool]


def read_pictures(sent: Sent, found: dict[str, list[Element]]) -> None:
    """Read everything that shows or plays something."""
    shared = _texts(each for key in TEXTS for each in found.get(key, ()))
    thumbnails = _renditions(found.get("media:thumbnail", ()), name="thumbnail")
    media = found.get("media:content", [])
    for group in found.get("media:group", ()):
        _read_group(sent, group, shared)
    for medium in media:
        inner = _texts(medium)
        own = _renditions(
            (each for each in medium if field_of(each) == "media:thumbnail"),
            name="thumbnail",
        )
        if len(media) == 1:
            own, thumbnails = own + thumbnails, []
        _add(sent, _renditions([medium]) + own, shared | inner)
    if thumbnails and not sent.pictures:
        _add(sent, thumbnails, shared)
    for each in found.get("enclosure", ()):
        _add(sent, _renditions([each]), shared)
    if not sent.pictures:
        for each in found.get("image", ()):
            _add(sent, _image(each), shared)


def _read_group(sent: Sent, group: Element, shared: Texts) -> None:
    """Read the sizes of one picture; what plays beside it is a link."""
    texts = dict(shared) | _texts(group)
    files: list[File] = []
    for each in group:
        field = field_of(each)
        if field == "media:content":
            texts |= _texts(each)
            files += _renditions([each])
        elif field == "media:thumbnail":
            files += _renditions([each], name="thumbnail")
    _add(sent, files, texts)


def _texts(elements: Iterable[Element]) -> Texts:
    """Give the texts that say something of a medium; several credits are joined."""
    texts: Texts = {}
    for each in elements:
        name = TEXTS.get(field_of(each))
        text = plain(text_of(each)) if name else ""
        if name == "credit" and texts.get("credit"):
            text = f"{texts['credit']}, {text}" if text else texts["credit"]
        if name and text:
            texts[name] = text
    return texts


def _renditions(elements: Iterable[Element], *, name: str = "") -> list[File]:
    """Read files by their addresses; without one there is none."""
    files = []
    for each in elements:
        href = safe_href(each.get("url") or each.get("href"))
        if href:
            mime = (each.get("type") or "").strip().lower()
            file = ItemRendition(
                href=href,
                name=name,
                mime=mime,
                width=integer(each.get("width")) or None,
                height=integer(each.get("height")) or None,
                size=integer(each.get("fileSize") or each.get("length")) or None,
            )
            medium = (each.get("medium") or mime.partition("/")[0]).strip().lower()
            files.append((file, _is_image(medium or name, href)))
    return files


def _image(element: Element) -> list[File]:
    """Read an image element: an address as attribute, child or text."""
    url = next((each for each in element if local(each.tag) == "url"), element)
    href = safe_href(element.get("href") or element.get("url") or text_of(url))
    return [(ItemRendition(href=href), True)] if href else []


def _add(sent: Sent, files: list[File], texts: Texts) -> None:
    """Add a picture with its files; what is no picture is a link."""
    known = {each.href for picture in sent.pictures for each in picture.renditions}
    shown = []
    for file, is_image in files:
        if not is_image:
            sent.links.append(Link(rel="enclosure", href=file.href))
        elif file.href not in known:
            shown.append(file)
            known.add(file.href)
    if shown:
        sent.pictures.append(
            ItemPicture(
                uri=shown[0].href,
                caption=texts.get("caption", ""),
                credit=texts.get("credit", ""),
                headline=texts.get("headline", ""),
                usage_terms=texts.get("terms", ""),
                renditions=tuple(shown),
            )
        )


def _is_image(medium: str, href: str) -> bool:
    """Say whether a file is a picture: by what it is said to be, else by its name."""
    if medium:
        return medium in {"image", "thumbnail"}
    return href.partition("?")[0].lower().endswith(SUFFIXES)
