"""An Item's body as blocks of the public form.

The agency's fact box comes as blocks that are marked as boxed; together they
are one fact box here, titled by the crosshead it begins with.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from dateline.news.block import Block, BlockKind
from dateline.news.item import Cell, ItemBlock, inline_html
from dateline.newsroom.inline_text import escaped

BOX_TITLE = "Facts"


def wire_body(blocks: Iterable[ItemBlock]) -> tuple[Block, ...]:
    """Return an Item's body; pictures stay behind, for they are Items of their own."""
    made: list[Block] = []
    for boxed, run in groupby(blocks, key=lambda block: block.boxed):
        group = list(run)
        made += _box(group) if boxed else _plain(group)
    return tuple(made)


def _plain(blocks: Iterable[ItemBlock]) -> Iterator[Block]:
    for block in blocks:
        make = _KINDS.get(block.kind)
        found = make(block) if make is not None else None
        if found is not None:
            yield found


def _box(blocks: list[ItemBlock]) -> Iterator[Block]:
    title = BOX_TITLE
    if blocks[0].kind is BlockKind.CROSSHEAD and blocks[0].text.strip():
        title, blocks = escaped(blocks[0].text), blocks[1:]
    items: list[str] = []
    for block in blocks:
        if block.kind is BlockKind.LIST:
            items += [line.html for line in block.items if line.text.strip()]
        elif block.kind is not BlockKind.PICTURE and block.text.strip():
            items.append(block.html)
    if items:
        yield Block(kind=BlockKind.FACTS, title=title, items=tuple(items))


def _text(block: ItemBlock) -> Block | None:
    return Block(kind=block.kind, text=block.html) if block.text.strip() else None


def _crosshead(block: ItemBlock) -> Block | None:
    text = escaped(block.text)
    return Block(kind=BlockKind.CROSSHEAD, text=text) if text else None


def _list(block: ItemBlock) -> Block | None:
    items = tuple(line.html for line in block.items if line.text.strip())
    if not items:
        return None
    return Block(kind=BlockKind.LIST, items=items, ordered=block.ordered)


def _table(block: ItemBlock) -> Block | None:
    rows = [_row(cells) for cells in block.rows]
    width = max((len(row) for row in rows), default=0)
    if not width:
        return None
    even = tuple((*row, *[""] * (width - len(row))) for row in rows)
    return Block(kind=BlockKind.TABLE, rows=even)


def _row(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    """Return a row with a cell that spans columns followed by empty ones."""
    row: list[str] = []
    for cell in cells:
        row += [inline_html(cell.text, cell.runs), *[""] * (min(cell.colspan, 40) - 1)]
    return tuple(row)


def _embed(block: ItemBlock) -> Block | None:
    if not block.href.startswith("https://"):
        return None
    return Block(
        kind=BlockKind.EMBED, href=block.href, title=escaped(block.text or block.href)
    )


def _pre(block: ItemBlock) -> Block | None:
    return (
        Block(kind=BlockKind.PRE, text=inline_html(block.text, ()))
        if block.text
        else None
    )


_KINDS: dict[BlockKind, Callable[[ItemBlock], Block | None]] = {
    BlockKind.PARAGRAPH: _text,
    BlockKind.QUOTE: _text,
    BlockKind.CROSSHEAD: _crosshead,
    BlockKind.LIST: _list,
    BlockKind.TABLE: _table,
    BlockKind.EMBED: _embed,
    BlockKind.PRE: _pre,
}
