"""Pictures in NewsML 1: a component with a caption, a credit and several sizes.

The sizes are components with a role (HighDef, Quicklook, Thumbnail), or
ContentItems with a property that says what each is for. Both shapes may hold
several pictures side by side; a picture is what has a caption of its own.
"""

from typing import Final

from dateline.news.item import ItemPicture, ItemRendition, Link
from dateline.wire.audience import is_hidden, plain_name
from dateline.wire.formats.newsml1_body import hide, read_text
from dateline.wire.formats.newsml1_context import Context
from dateline.wire.formats.newsml1_lines import read_lines
from dateline.wire.formats.newsml1_metadata import read_metadata
from dateline.wire.formats.newsml1_part import GRAPHIC, PHOTO, Content, Part
from dateline.wire.formats.newsml1_parts import CAPTIONS, LOGOS, PICTURES, TEXT
from dateline.wire.formats.newsml1_topics import formal_name
from dateline.wire.runs import safe_href
from dateline.wire.sent import Sent
from dateline.wire.xml import child, inside, local, text_of

SHOWN: Final = frozenset({PHOTO, GRAPHIC})
USES: Final = frozenset({"imageuse", "multimediause", "use", "rendition", "size"})
WIDTHS: Final = frozenset({"width", "pixelwidth", "imagewidth"})
HEIGHTS: Final = frozenset({"height", "pixelheight", "imageheight"})
MIMES: Final = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "svg": "image/svg+xml",
    "webp": "image/webp",
}
MAX_DIGITS: Final = 12


def read_pictures(context: Context, part: Part) -> list[ItemPicture]:
    """Read every picture in a part that shows."""
    if is_hidden(part.role):
        return []
    inner = [each for each in part.parts if each.shows]
    apart = [each for each in inner if _is_whole(each)]
    if part.role in LOGOS:
        _link(context, part, "logo")
        return []
    if len(apart) > 1 or (apart and not _own_shown(part)):
        return [picture for each in inner for picture in read_pictures(context, each)]
    return [_picture(context, part)]


def read_links(context: Context, part: Part) -> None:
    """Keep a part's own films, sounds and other files as links."""
    alone = part.alone()
    alone.lines = part.lines
    for rel in ("video", "audio", "other"):
        _link(context, alone, rel)


def renditions_of(part: Part, media: frozenset[str]) -> list[ItemRendition]:
    """Give the files of a part, with the names and sizes they are sent with."""
    found = [
        _rendition(content, part.role)
        for content in part.contents
        if content.href and content.media in media
    ]
    for each in part.parts:
        if not is_hidden(each.role):
            found += renditions_of(each, media)
    return found


def _is_whole(part: Part) -> bool:
    """Say whether a part is a picture and not one size of one."""
    if part.role in PICTURES or part.lines is not None:
        return True
    return any(each.role in CAPTIONS or each.shows for each in part.parts)


def _own_shown(part: Part) -> bool:
    """Say whether a part has a file of its own to show."""
    return any(content.media in SHOWN for content in part.contents)


def _picture(context: Context, part: Part) -> ItemPicture:
    """Read one picture: lines and metadata of its own, caption, files."""
    own = Sent(context.sent.format)
    within = context.of(own, context.language)
    _read_words(within, part)
    context.sent.notes += own.notes
    renditions = renditions_of(part, SHOWN)
    return ItemPicture(
        uri=_uri(context, part, renditions),
        caption=own.caption or own.headline,
        credit=_credit(own, within.provider or context.provider),
        headline=own.headline if own.caption else "",
        usage_terms="\n".join(own.usage_terms),
        renditions=tuple(renditions),
    )


def _read_words(context: Context, part: Part) -> None:
    """Read what is said about a picture, wherever in its part it stands."""
    if part.lines is not None:
        read_lines(context, part.lines)
    for metadata in part.metadata:
        read_metadata(context, metadata)
    if part.role in CAPTIONS or part.role in PICTURES:
        context.sent.caption = context.sent.caption or caption_of(context, part)
    for each in part.parts:
        if is_hidden(each.role):
            hide(context, each)
        else:
            _read_words(context, each)


def caption_of(context: Context, part: Part) -> str:
    """Give the text of a caption component."""
    for content in part.contents:
        if content.media != TEXT:
            continue
        reading = read_text(content, context)
        text = "\n\n".join(block.text for block in reading.blocks if block.text)
        if text:
            return text
    return ""


def _credit(own: Sent, provider: str) -> str:
    """Give the credit as sent, with the photographer if it does not name one."""
    credit = own.credit or provider
    who = (own.by or own.creators or [""])[0].strip()
    if not who or who.casefold() in credit.casefold():
        return credit
    if not credit or credit.casefold() in who.casefold():
        return who
    return f"{who}/{credit}"


def _uri(context: Context, part: Part, renditions: list[ItemRendition]) -> str:
    """Name a picture: by its address, else inside its item."""
    href, widest = "", -1
    for each in renditions:
        width = each.width or 0
        if width > widest:
            href, widest = each.href, width
    if safe_href(href):
        return href
    return f"{context.sent.uri}#{part.duid or href}"


def _rendition(content: Content, role: str) -> ItemRendition:
    """Read one file of a picture."""
    said: dict[str, str] = {}
    size = ""
    characteristics = content.characteristics
    for each in [] if characteristics is None else inside(characteristics):
        name = local(each.tag)
        if name == "sizeinbytes":
            size = text_of(each)
        elif name == "property":
            said[formal_name(each).replace(" ", "").lower()] = each.get("Value") or ""
    return ItemRendition(
        href=content.href,
        name=_first(said, USES).lower() or plain_name(role),
        mime=content.mime or MIMES.get(content.extension(), ""),
        width=_number(_first(said, WIDTHS)),
        height=_number(_first(said, HEIGHTS)),
        size=_number(size),
    )


def _first(said: dict[str, str], names: frozenset[str]) -> str:
    """Give the first value that goes by one of the names."""
    for name, value in said.items():
        if name in names:
            return value.strip()
    return ""


def _number(text: str) -> int | None:
    """Read a number of pixels or bytes; None if it is anything else."""
    if not text.isdigit():
        text = text.strip().removesuffix("px")
        if not text.isdigit():
            return None
    return int(text) if len(text) <= MAX_DIGITS and text.isascii() else None


def _link(context: Context, part: Part, rel: str) -> None:
    """Keep the files of a part as links."""
    media = SHOWN if rel == "logo" else frozenset({rel})
    title = ""
    if part.lines is not None:
        title = text_of(child(part.lines, "headline"))
    for rendition in renditions_of(part, media):
        href = safe_href(rendition.href)
        link = Link(rel=rel, href=href, uri="" if href else rendition.href, title=title)
        context.sent.links.append(link)
