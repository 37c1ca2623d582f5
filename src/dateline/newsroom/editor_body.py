"""Blocks of the public form as the editor keeps them: ``public_body`` turned round.

For copy that does not come from a person typing: the wire, an importer, a demo.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dateline.news.block import Block, BlockKind
from dateline.newsroom.inline_text import plain_of

_MARKS = (("strong", "b"), ("em", "i"))


def editor_body(
    blocks: Sequence[Block], *, pictures: Mapping[str, int] | None = None
) -> list[dict[str, Any]]:
    """Return a body for a story's ``body`` field.

    ``pictures`` gives the key of each picture the blocks name; a block whose
    picture is not in it is left out.
    """
    keys = pictures or {}
    made = ((block, _KINDS[block.kind](block, keys)) for block in blocks)
    return [
        {"type": block.kind.value, "value": value}
        for block, value in made
        if value is not None
    ]


def rich(markup: str) -> str:
    """Return inline markup as the editor writes it."""
    for ours, theirs in _MARKS:
        markup = re.sub(rf"<(/?){ours}>", rf"<\1{theirs}>", markup)
    return f"<p>{markup}</p>"


_Keys = Mapping[str, int]


def _paragraph(block: Block, _keys: _Keys) -> Any:
    return rich(block.text)


def _crosshead(block: Block, _keys: _Keys) -> Any:
    return plain_of(block.text)[:140]


def _quote(block: Block, _keys: _Keys) -> Any:
    return {"text": rich(block.text), "attribution": plain_of(block.attribution)[:200]}


def _list(block: Block, _keys: _Keys) -> Any:
    return {"ordered": block.ordered, "items": [rich(item) for item in block.items]}


def _picture(block: Block, keys: _Keys) -> Any:
    if block.picture not in keys:
        return None
    return {"picture": keys[block.picture], "caption": plain_of(block.text)}


def _gallery(block: Block, keys: _Keys) -> Any:
    shots = [
        {"picture": keys[name], "caption": plain_of(caption)}
        for name, caption in zip(block.pictures, block.items, strict=True)
        if name in keys
    ]
    return {"title": plain_of(block.title)[:120], "pictures": shots} if shots else None


def _facts(block: Block, _keys: _Keys) -> Any:
    return {
        "title": plain_of(block.title)[:120],
        "items": [rich(item) for item in block.items],
    }


def _timeline(block: Block, _keys: _Keys) -> Any:
    moments = [
        {
            "when": plain_of(when)[:60],
            "heading": plain_of(heading)[:140],
            "text": rich(text) if text else "",
        }
        for when, heading, text in block.rows
    ]
    return {"title": plain_of(block.title)[:120], "moments": moments}


def _chart(block: Block, keys: _Keys) -> Any:
    return {
        "title": plain_of(block.title)[:120],
        "form": block.form,
        "text": plain_of(block.text)[:300],
        "unit": plain_of(block.unit)[:60],
        "figures": {**_table(block, keys), "caption": ""},
        "source": plain_of(block.attribution)[:140],
    }


def _table(block: Block, _keys: _Keys) -> Any:
    width = max(len(row) for row in block.rows)
    head, *rows = [
        [*(plain_of(cell) for cell in row), *[""] * (width - len(row))]
        for row in block.rows
    ]
    return {
        "columns": [{"type": "text", "heading": heading} for heading in head],
        "rows": [{"values": row} for row in rows],
        "caption": plain_of(block.title),
    }


def _embed(block: Block, _keys: _Keys) -> Any:
    return {"href": block.href, "title": plain_of(block.title)[:200]}


def _pre(block: Block, _keys: _Keys) -> Any:
    return plain_of(block.text)


_KINDS: dict[BlockKind, Callable[[Block, _Keys], Any]] = {
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
