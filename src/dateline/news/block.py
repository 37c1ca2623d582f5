"""One block of a story's body.

A body is a flat, ordered tuple of blocks. One class serves all kinds because
documents travel as canonical JSON and a flat record reads the same in every
version; ``check_body`` says which fields a kind may use.

Text fields hold a small, safe inline markup and nothing else: ``<em>``,
``<strong>`` and ``<a href="http(s)://…">``, everything else escaped. Whoever
makes a block (wire, newsroom) cleans its text; pages may print it as it is.
"""

from dataclasses import dataclass
from enum import StrEnum

from dateline.errors import DatelineError


class BlockKind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    QUOTE = "quote"
    LIST = "list"
    PICTURE = "picture"
    GALLERY = "gallery"
    FACTS = "facts"
    TABLE = "table"
    EMBED = "embed"
    PRE = "pre"


FEWEST_PICTURES = 2
"""Pictures below which there is no gallery."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A paragraph, a quote, a table or another kind.

    Fields by kind: ``text`` for paragraph, crosshead, quote and pre;
    ``attribution`` for quote; ``items`` for list and facts (one paragraph
    each); ``title`` for facts, table (its caption) and embed; ``rows`` for
    table, the first one its head; ``picture`` (an id) and ``text`` (a caption
    for this use) for picture; ``pictures`` (ids), ``items`` (a caption for this
    use for each, empty where the picture's own is meant) and ``title`` for
    gallery; ``href`` for embed.
    """

    kind: BlockKind
    text: str = ""
    attribution: str = ""
    title: str = ""
    items: tuple[str, ...] = ()
    ordered: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    picture: str = ""
    pictures: tuple[str, ...] = ()
    href: str = ""


class BlockError(DatelineError):
    """A block lacks what its kind needs."""

    hint = "Fill the named field of the block, or remove the block."


_NEEDS = {
    BlockKind.PARAGRAPH: ("text",),
    BlockKind.CROSSHEAD: ("text",),
    BlockKind.QUOTE: ("text",),
    BlockKind.LIST: ("items",),
    BlockKind.PICTURE: ("picture",),
    BlockKind.GALLERY: ("pictures",),
    BlockKind.FACTS: ("title", "items"),
    BlockKind.TABLE: ("rows",),
    BlockKind.EMBED: ("href", "title"),
    BlockKind.PRE: ("text",),
}


def check_body(body: tuple[Block, ...]) -> None:
    """Raise BlockError for the first block that lacks what its kind needs."""
    for number, block in enumerate(body, start=1):
        for field in _NEEDS[block.kind]:
            if not getattr(block, field):
                raise BlockError(f"block {number} ({block.kind}) has no {field}")
        if block.kind is BlockKind.EMBED and not block.href.startswith("https://"):
            raise BlockError(f"block {number} (embed) does not link to https")
        if block.kind is BlockKind.TABLE and len({len(r) for r in block.rows}) > 1:
            raise BlockError(f"block {number} (table) has rows of unequal length")
        if block.kind is BlockKind.GALLERY:
            _check_gallery(block, number)
    if sum(block.kind is BlockKind.GALLERY for block in body) > 1:
        raise BlockError("the body has a second gallery; a story has at most one")


def _check_gallery(block: Block, number: int) -> None:
    if len(block.pictures) < FEWEST_PICTURES:
        raise BlockError(f"block {number} (gallery) has fewer than two pictures")
    if len(block.items) != len(block.pictures):
        raise BlockError(f"block {number} (gallery) has not one caption a picture")


def pictures_of(body: tuple[Block, ...]) -> tuple[str, ...]:
    """Return the ids of the pictures that a body shows, in order."""
    found: list[str] = []
    for block in body:
        if block.kind is BlockKind.PICTURE:
            found.append(block.picture)
        elif block.kind is BlockKind.GALLERY:
            found += block.pictures
    return tuple(found)


def gallery_in(body: tuple[Block, ...]) -> Block | None:
    """Return the gallery of a body, if it has one."""
    return next((b for b in body if b.kind is BlockKind.GALLERY), None)
