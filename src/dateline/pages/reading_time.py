"""How long a story takes to read."""

from itertools import chain

from dateline.news.block import BlockKind
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
        told = block.rows if block.kind is BlockKind.TIMELINE else ()
        for text in (block.text, *block.items, *chain.from_iterable(told)):
            words += text.count(" ") + 1 if text else 0
    return round(words / WORDS_A_MINUTE) if words >= SHORTEST else 0
