"""How long a story takes to read."""

from collections.abc import Iterator
from itertools import chain

from dateline.news.block import Block, BlockKind
from dateline.news.story import Story

WORDS_A_MINUTE = 200
SHORTEST = 300
"""Words below which nobody needs to be told."""


def reading_minutes(story: Story) -> int:
    """Return the minutes a story's copy takes; 0 for a short piece.

    Words are counted by the spaces between them, markup's included: good to
    the minute, and next to nothing per page.
    """
    words = 0
    for block in story.body:
        if block.text:
            words += block.text.count(" ") + 1
        if block.items or block.rows:  # few blocks have either
            words += sum(text.count(" ") + 1 for text in _listed(block) if text)
    return round(words / WORDS_A_MINUTE) if words >= SHORTEST else 0


def _listed(block: Block) -> Iterator[str]:
    """Return what a list or a timeline says; a table is looked at, not read."""
    told = block.rows if block.kind is BlockKind.TIMELINE else ()
    return chain(block.items, *told)
