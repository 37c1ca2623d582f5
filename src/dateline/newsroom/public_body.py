"""A story's body, from the editor's blocks to the journal's.

One function a kind of block, in a written table. A block that says nothing is
left out: editors leave empty paragraphs behind.
"""

from collections.abc import Callable, Iterator
from typing import Any

from dateline.news.block import FEWEST_PICTURES, Block, BlockKind
from dateline.newsroom.inline_text import escaped, inline_of, paragraphs_of


def public_body(body: Any) -> tuple[Block, ...]:
    """Return a story's StreamField value as blocks of the public form."""
    blocks: list[Block] = []
    for child in body:
        blocks += _KINDS[child.block_type](child.value)
    return tuple(blocks)


def _source(value: Any) -> str:
    """Return what a rich text value holds, in its database form."""
    return str(getattr(value, "source", value) or "")


def _paragraph(value: Any) -> Iterator[Block]:
    for text in paragraphs_of(_source(value)):
        yield Block(kind=BlockKind.PARAGRAPH, text=text)


def _crosshead(value: str) -> Iterator[Block]:
    if text := escaped(value or ""):
        yield Block(kind=BlockKind.CROSSHEAD, text=text)


def _quote(value: Any) -> Iterator[Block]:
    if text := inline_of(_source(value["text"])):
        said_by = escaped(value["attribution"] or "")
        yield Block(kind=BlockKind.QUOTE, text=text, attribution=said_by)


def _items(value: Any) -> tuple[str, ...]:
    items = (inline_of(_source(item)) for item in value)
    return tuple(item for item in items if item)


def _list(value: Any) -> Iterator[Block]:
    if items := _items(value["items"]):
        yield Block(kind=BlockKind.LIST, items=items, ordered=bool(value["ordered"]))


def _picture(value: Any) -> Iterator[Block]:
    picture = value["picture"]
    if _is_free(picture):
        yield Block(
            kind=BlockKind.PICTURE,
            picture=picture.public_id,
            text=escaped(value["caption"] or ""),
        )


def _gallery(value: Any) -> Iterator[Block]:
    """Yield a gallery of the pictures that are free; one alone is a picture."""
    shots = [shot for shot in value["pictures"] if _is_free(shot["picture"])]
    pictures = tuple(shot["picture"].public_id for shot in shots)
    captions = tuple(escaped(shot["caption"] or "") for shot in shots)
    if len(pictures) >= FEWEST_PICTURES:
        yield Block(
            kind=BlockKind.GALLERY,
            title=escaped(value["title"] or ""),
            pictures=pictures,
            items=captions,
        )
    elif pictures:
        yield Block(kind=BlockKind.PICTURE, picture=pictures[0], text=captions[0])


def _is_free(picture: Any) -> bool:
    return picture is not None and bool(picture.is_free)


def _facts(value: Any) -> Iterator[Block]:
    title, items = escaped(value["title"] or ""), _items(value["items"])
    if title and items:
        yield Block(kind=BlockKind.FACTS, title=title, items=items)


def _timeline(value: Any) -> Iterator[Block]:
    """Yield a timeline of the moments that say something."""
    rows = tuple(
        (
            escaped(moment["when"] or ""),
            escaped(moment["heading"] or ""),
            inline_of(_source(moment["text"])),
        )
        for moment in value["moments"]
    )
    said = tuple(row for row in rows if row[0] and any(row[1:]))
    if said:
        title = escaped(value["title"] or "")
        yield Block(kind=BlockKind.TIMELINE, title=title, rows=said)


def _chart(value: Any) -> Iterator[Block]:
    if rows := _figures(value["figures"]):
        yield Block(
            kind=BlockKind.CHART,
            title=escaped(value["title"] or ""),
            text=escaped(value["text"] or ""),
            form=str(value["form"] or ""),
            unit=escaped(value["unit"] or ""),
            attribution=escaped(value["source"] or ""),
            rows=rows,
        )


def _figures(value: Any) -> tuple[tuple[str, ...], ...]:
    """Return a chart's rows; the head stays the head though nothing stands in it."""
    rows = _rows(value)
    if rows and not any(column["heading"] for column in value.columns):
        return (("",) * len(value.columns), *rows)
    return rows


def _table(value: Any) -> Iterator[Block]:
    if rows := _rows(value):
        title = escaped(value.caption or "")
        yield Block(kind=BlockKind.TABLE, title=title, rows=rows)


def _rows(value: Any) -> tuple[tuple[str, ...], ...]:
    """Return a typed table's head and rows; rows without a word are left out."""
    if value is None:
        return ()
    head = tuple(escaped(column["heading"] or "") for column in value.columns)
    rows = tuple(
        tuple(escaped(str(cell or "")) for cell in row["values"])
        for row in value.row_data
    )
    return tuple(row for row in (head, *rows) if any(row))


def _embed(value: Any) -> Iterator[Block]:
    href, title = (value["href"] or "").strip(), escaped(value["title"] or "")
    if href:
        yield Block(kind=BlockKind.EMBED, href=href, title=title or escaped(href))


def _pre(value: str) -> Iterator[Block]:
    if (value or "").strip():
        yield Block(kind=BlockKind.PRE, text=_escaped_lines(value))


def _escaped_lines(text: str) -> str:
    lines = text.replace("\r\n", "\n").strip("\n").split("\n")
    return "\n".join(
        line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").rstrip()
        for line in lines
    )


_KINDS: dict[str, Callable[[Any], Iterator[Block]]] = {
    BlockKind.PARAGRAPH: _paragraph,
    BlockKind.CROSSHEAD: _crosshead,
    BlockKind.QUOTE: _quote,
    BlockKind.LIST: _list,
    BlockKind.PICTURE: _picture,
    BlockKind.GALLERY: _gallery,
    BlockKind.FACTS: _facts,
    BlockKind.TIMELINE: _timeline,
    BlockKind.CHART: _chart,
    BlockKind.TABLE: _table,
    BlockKind.EMBED: _embed,
    BlockKind.PRE: _pre,
}
