"""A published Story as an Item, so that both exports can write it.

Its uri is the address of its short link, which never changes; its version is the
revision. What a reader sees is in it and nothing else: a Story in the catalog
holds no notes.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from dateline.news.address import short_path
from dateline.news.block import Block, BlockKind
from dateline.news.item import (
    Byline,
    Cell,
    Item,
    ItemBlock,
    ItemDateline,
    ItemPicture,
    ItemRendition,
    Line,
    Subject,
)
from dateline.news.picture import Picture
from dateline.news.site import Site
from dateline.news.story import Story, last_changed
from dateline.wire import runs
from dateline.wire.byline_text import names_in
from dateline.wire.xml import read_html

FORMAT: Final = "dateline-story"


def story_item(
    story: Story,
    *,
    site: Site,
    pictures: Mapping[str, Picture],
    topics: Mapping[str, str],
) -> Item:
    """Give a story as an Item.

    Args:
        story: as the public may read it.
        site: whose it is; its address makes addresses whole.
        pictures: those the story shows, by id; one that is missing is left out.
        topics: names of the story's topics, by id.
    """
    shown = [pictures[each] for each in story.pictures if each in pictures]
    line = f"{'/'.join(story.located)} ({story.credit})" if story.credit else ""
    correction = story.corrections[-1].note if story.corrections else ""
    return Item(
        uri=site.url + short_path(story.id),
        provider=site.name,
        format=FORMAT,
        version=str(story.revision),
        version_created=last_changed(story),
        headline=story.headline,
        slugline=story.slugline,
        bylines=tuple(Byline(text=by, names=names_in(by)) for by in story.byline),
        dateline=ItemDateline(
            text=(line or "/".join(story.located)).strip(),
            places=story.located,
            credit=story.credit,
        )
        if line or story.located
        else None,
        credit=story.agency,
        standfirst=story.standfirst,
        correction_note=correction,
        language=story.language,
        urgency=story.urgency,
        subjects=tuple(
            Subject(name=topics.get(each, each), scheme="topic", code=each)
            for each in story.topics
        ),
        body=tuple(_blocks(story.body, pictures, site)),
        pictures=tuple(_picture(each, site) for each in dict.fromkeys(shown)),
        copyright_holder=site.name if not story.agency else story.agency,
    )


def _blocks(
    body: Iterable[Block], pictures: Mapping[str, Picture], site: Site
) -> Iterable[ItemBlock]:
    """Give blocks as the wire has them; a picture that is gone is left out."""
    for block in body:
        if block.kind is BlockKind.PICTURE:
            if block.picture in pictures:
                yield _shown(block, pictures[block.picture], site)
        elif block.kind is BlockKind.GALLERY:
            yield from _gallery(block, pictures, site)
        else:
            yield from _COPY.get(block.kind, _copy)(block)


def _facts(block: Block) -> Iterable[ItemBlock]:
    """Give facts as blocks of a box."""
    yield ItemBlock(
        kind=BlockKind.CROSSHEAD, text=line_of_html(block.title).text, boxed=True
    )
    for item in block.items:
        yield _text(BlockKind.PARAGRAPH, line_of_html(item), boxed=True)


def _titled_table(block: Block) -> Iterable[ItemBlock]:
    """Give a table under its title."""
    if block.title:
        yield ItemBlock(kind=BlockKind.CROSSHEAD, text=line_of_html(block.title).text)
    yield _table(block)


def _timeline(block: Block) -> Iterable[ItemBlock]:
    """Give a timeline as a list under its title: the moment, then what happened."""
    yield ItemBlock(kind=BlockKind.CROSSHEAD, text=line_of_html(block.title).text)
    told = (f"{when}: {_sentence(head, text)}" for when, head, text in block.rows)
    lines = tuple(map(line_of_html, told))
    text = "\n".join(line.text for line in lines)
    yield ItemBlock(kind=BlockKind.LIST, text=text, items=lines)


def _sentence(heading: str, text: str) -> str:
    """Give a heading and its text as one line."""
    if heading and text:
        return f"<strong>{heading}</strong> {text}"
    return heading or text


def _chart(block: Block) -> Iterable[ItemBlock]:
    """Give a chart as what it shows, in words, and the table of its figures."""
    title = f"{block.title} ({block.unit})" if block.unit else block.title
    yield ItemBlock(kind=BlockKind.CROSSHEAD, text=line_of_html(title).text)
    yield _text(BlockKind.PARAGRAPH, line_of_html(block.text))
    yield _table(block)
    if block.attribution:
        yield _text(BlockKind.PARAGRAPH, line_of_html(block.attribution))


def _gallery(
    block: Block, pictures: Mapping[str, Picture], site: Site
) -> Iterable[ItemBlock]:
    """Give a gallery's pictures one after the other, under its title."""
    if block.title:
        yield ItemBlock(kind=BlockKind.CROSSHEAD, text=line_of_html(block.title).text)
    for name, caption in zip(block.pictures, block.items, strict=True):
        if name in pictures:
            shown = Block(kind=BlockKind.PICTURE, picture=name, text=caption)
            yield _shown(shown, pictures[name], site)


def _copy(block: Block) -> Iterable[ItemBlock]:
    """Give blocks of text, lists and embeds."""
    if block.kind is BlockKind.LIST:
        lines = tuple(line_of_html(item) for item in block.items)
        text = "\n".join(line.text for line in lines)
        yield ItemBlock(
            kind=BlockKind.LIST, text=text, items=lines, ordered=block.ordered
        )
    elif block.kind is BlockKind.EMBED:
        yield ItemBlock(kind=BlockKind.EMBED, text=block.title, href=block.href)
    elif block.kind is BlockKind.PRE:
        root = read_html(f"<pre>{block.text}</pre>")
        text = block.text if root is None else "".join(root.itertext())
        yield ItemBlock(kind=BlockKind.PRE, text=text)
    else:
        yield _text(block.kind, line_of_html(block.text))
        if block.attribution:
            yield ItemBlock(kind=block.kind, text=f"— {block.attribution}")


def _text(kind: BlockKind, line: Line, *, boxed: bool = False) -> ItemBlock:
    """Give a block of one line."""
    return ItemBlock(kind=kind, text=line.text, runs=line.runs, boxed=boxed)


def line_of_html(text: str) -> Line:
    """Read the small inline markup of a story's text."""
    root = read_html(f"<p>{text}</p>")
    return Line(text="") if root is None else runs.line_of(root)


def _table(block: Block) -> ItemBlock:
    """Give a table; its first row is its head."""
    rows = tuple(
        tuple(_cell(text, header=number == 0) for text in row)
        for number, row in enumerate(block.rows)
    )
    text = "\n".join("\t".join(cell.text for cell in row) for row in rows)
    return ItemBlock(kind=BlockKind.TABLE, text=text, rows=rows)


def _cell(text: str, *, header: bool) -> Cell:
    """Give a cell."""
    line = line_of_html(text)
    return Cell(text=line.text, runs=line.runs, header=header)


def _shown(block: Block, picture: Picture, site: Site) -> ItemBlock:
    """Give a picture where it stands in the text."""
    files = _renditions(picture, site)
    return ItemBlock(
        kind=BlockKind.PICTURE,
        text=line_of_html(block.text or picture.caption).text,
        uri=_uri(picture, site),
        href=files[-1].href if files else "",
        credit=picture.credit,
        alt=picture.alt,
    )


def _picture(picture: Picture, site: Site) -> ItemPicture:
    """Give a picture with its public files."""
    return ItemPicture(
        uri=_uri(picture, site),
        caption=line_of_html(picture.caption).text,
        credit=picture.credit,
        alt=picture.alt,
        usage_terms=picture.usage_terms,
        renditions=_renditions(picture, site),
    )


def _uri(picture: Picture, site: Site) -> str:
    """Name a picture: no page of its own stands there."""
    return f"{site.url}/media/{picture.id}"


def _renditions(picture: Picture, site: Site) -> tuple[ItemRendition, ...]:
    """Give a picture's public files under whole addresses."""
    return tuple(
        ItemRendition(
            href=f"{site.url}{file.path}",
            name=f"{file.role}-{file.width}",
            mime=file.mime,
            width=file.width,
            height=file.height,
            size=file.size,
        )
        for file in picture.renditions
    )


_COPY: dict[BlockKind, Callable[[Block], Iterable[ItemBlock]]] = {
    BlockKind.FACTS: _facts,
    BlockKind.TIMELINE: _timeline,
    BlockKind.CHART: _chart,
    BlockKind.TABLE: _titled_table,
}
"""Kinds that become several blocks; the others are copied one by one."""
