"""Pictures and embeds inside a body's markup: what they show and where it lies.

Nothing of them ever runs or is fetched here: they are data, and inert.
"""

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from dateline.news.block import BlockKind
from dateline.news.item import ItemBlock, ItemPicture
from dateline.wire import runs
from dateline.wire.reading import Reading
from dateline.wire.xml import Element, name_of, text_of, words_of

PIXEL: Final = frozenset({"0", "1"})


def credited(
    pictures: tuple[ItemPicture, ...], blocks: Iterable[ItemBlock]
) -> tuple[ItemPicture, ...]:
    """Give pictures the credit that only the copy has where it shows them.

    dpa names a picture in a link, by title alone, and TT in an item without a
    credit: whose it is stands beside it in the text. No picture runs unsigned.
    """
    if not pictures:
        return pictures
    shown = {block.uri: block.credit for block in blocks if block.uri and block.credit}
    if not shown:
        return pictures
    return tuple(
        each
        if each.credit or each.uri not in shown
        else replace(each, credit=shown[each.uri])
        for each in pictures
    )


def read_picture(reading: Reading, element: Element) -> None:
    """Read an image in the text: what it shows and where it lies, inert."""
    if element.get("width") in PIXEL and element.get("height") in PIXEL:
        return  # it counts readers
    uri = element.get("data-uri") or element.get("ref") or element.get("uri") or ""
    href = runs.safe_href(element.get("src") or element.get("source"))
    if uri or href:
        reading.blocks.append(
            ItemBlock(
                kind=BlockKind.PICTURE,
                text=(element.get("caption") or "").strip(),
                uri=uri,
                href=href,
                credit=(element.get("creditline") or "").strip(),
                alt=(element.get("alt") or "").strip(),
                boxed=reading.boxed,
            )
        )


def read_bild(reading: Reading, element: Element) -> None:
    """Read TT's picture element: an address with it, or a caption alone."""
    addresses = {key.lower(): value for key, value in element.attrib.items()}
    href = runs.safe_href(addresses.get("src") or addresses.get("href"))
    if href:
        block = ItemBlock(
            kind=BlockKind.PICTURE,
            text=text_of(element),
            href=href,
            boxed=reading.boxed,
        )
        reading.blocks.append(block)
    else:
        reading.set_aside(words_of(element), "picture without an address")


def read_embed(reading: Reading, element: Element) -> None:
    """Read an embed as a plain link; nothing of it ever runs."""
    href = runs.safe_href(
        element.get("src") or element.get("data") or element.get("href")
    )
    text = element.get("title") or text_of(element)
    if href:
        block = ItemBlock(
            kind=BlockKind.EMBED, text=text, href=href, boxed=reading.boxed
        )
        reading.blocks.append(block)
    else:
        reading.set_aside(text, "embed without an address")


def read_media(reading: Reading, element: Element) -> None:
    """Read a NITF media element."""
    reference = next((e for e in element if name_of(e) == "media-reference"), None)
    href = runs.safe_href(reference.get("source")) if reference is not None else ""
    uri = "" if reference is None or href else reference.get("source") or ""
    texts = {name_of(e): text_of(e) for e in element}
    kind = (
        BlockKind.PICTURE
        if element.get("media-type", "image") == "image"
        else BlockKind.EMBED
    )
    if href or (uri and kind is BlockKind.PICTURE):
        reading.blocks.append(
            ItemBlock(
                kind=kind,
                text=texts.get("media-caption", ""),
                credit=texts.get("media-producer", ""),
                uri=uri,
                href=href,
            )
        )
