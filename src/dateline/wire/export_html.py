"""An Item's body as HTML that is well-formed XML as well.

Both exports carry it, and ``blocks.read_markup`` reads it back as the same
blocks. Only text, its marks and plain addresses are written; an embed stays a
pointer that runs nothing.
"""

import html
from collections.abc import Iterable
from itertools import groupby

from dateline.news.block import BlockKind
from dateline.news.item import Cell, ItemBlock, inline_html
from dateline.wire.xml import clean


def body_html(body: Iterable[ItemBlock]) -> str:
    """Write blocks; those of a fact box stand in a division of their own."""
    parts = []
    for boxed, blocks in groupby(body, key=lambda block: block.boxed):
        inside = "".join(_block(block) for block in blocks)
        parts.append(f'<div class="infobox">{inside}</div>' if boxed else inside)
    return clean("".join(parts))


def _block(block: ItemBlock) -> str:
    """Write one block."""
    kind = block.kind
    if kind is BlockKind.LIST or block.items:
        return _list(block)
    if kind is BlockKind.TABLE:
        rows = "".join(_row(row) for row in block.rows)
        return f"<table>{rows}</table>"
    if kind is BlockKind.PRE:
        return f"<pre>{html.escape(block.text, quote=False)}</pre>"
    if kind is BlockKind.PICTURE:
        return _picture(block)
    if kind is BlockKind.EMBED:
        return f"<embed{_attributes(src=block.href, title=block.text)}/>"
    return _text(block)


def _text(block: ItemBlock) -> str:
    """Write a paragraph, a crosshead or a quote."""
    text = _lines(block.html)
    if block.kind is BlockKind.QUOTE:
        return f"<blockquote><p>{text}</p></blockquote>"
    tag = "h2" if block.kind is BlockKind.CROSSHEAD else "p"
    return f"<{tag}>{text}</{tag}>"


def _list(block: ItemBlock) -> str:
    """Write a list."""
    tag = "ol" if block.ordered else "ul"
    lines = "".join(f"<li>{_lines(line.html)}</li>" for line in block.items)
    return f"<{tag}>{lines}</{tag}>"


def _row(row: tuple[Cell, ...]) -> str:
    """Write a row of a table."""
    return f"<tr>{''.join(_cell(cell) for cell in row)}</tr>"


def _cell(cell: Cell) -> str:
    """Write a cell of a table."""
    tag = "th" if cell.header else "td"
    spans = _attributes(
        colspan=str(cell.colspan) if cell.colspan > 1 else "",
        rowspan=str(cell.rowspan) if cell.rowspan > 1 else "",
    )
    return f"<{tag}{spans}>{_lines(inline_html(cell.text, cell.runs))}</{tag}>"


def _picture(block: ItemBlock) -> str:
    """Write a picture with its caption and credit."""
    names = {"data-uri": block.uri, "src": block.href, "alt": block.alt}
    caption = html.escape(block.text, quote=False)
    credit = html.escape(block.credit, quote=False)
    return (
        f"<figure><img{_attributes(**names)}/>"
        + (f'<div class="byline">{credit}</div>' if credit else "")
        + (f"<figcaption>{caption}</figcaption>" if caption else "")
        + "</figure>"
    )


def _attributes(**values: str) -> str:
    """Write attributes that have a value."""
    pairs = ((name, html.escape(value)) for name, value in values.items() if value)
    return "".join(f' {name}="{value}"' for name, value in pairs)


def _lines(inline: str) -> str:
    """Write line breaks as elements."""
    return inline.replace("\n", "<br/>")
