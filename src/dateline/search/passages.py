"""What of a story is looked through: everything a reader reads, in passages.

A passage is a headline, a paragraph, a caption, a cell: nothing that is looked
for reaches from one into the next.
"""

from collections.abc import Iterable, Iterator

from dateline.news.block import Block
from dateline.news.live import LiveEntry
from dateline.news.story import Story
from dateline.search.words import plain


def passages(story: Story) -> Iterator[str]:
    """Yield the plain text of a story's passages, the headline first."""
    yield story.headline
    yield story.standfirst
    yield from body_passages(story)
    yield from story.located
    yield from story.byline
    yield story.agency


def body_passages(story: Story) -> Iterator[str]:
    """Yield the plain text of the passages of the body."""
    for block in story.body:
        yield from _of(block)
    yield plain(story.lead_caption)


def entry_passages(entries: Iterable[LiveEntry]) -> Iterator[str]:
    """Yield the plain text of the passages of a live blog's entries."""
    for entry in entries:
        yield from passages_of_entry(entry)


def passages_of_entry(entry: LiveEntry) -> Iterator[str]:
    """Yield the plain text of the passages of one entry."""
    yield entry.headline
    for block in entry.blocks:
        yield from _of(block)
    yield entry.author


def _of(block: Block) -> Iterator[str]:
    yield plain(block.title)
    yield plain(block.text)
    yield plain(block.attribution)
    yield plain(block.unit)
    yield from map(plain, block.items)
    for row in block.rows:
        yield from map(plain, row)
