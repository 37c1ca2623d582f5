"""What a check finds, and what it looks at."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dateline.news.block import BlockKind
from dateline.news.picture import Picture
from dateline.news.story import Story
from dateline.newsroom.inline_text import plain_of


class Level(StrEnum):
    """How bad it is."""

    WARNING = "warning"
    HARM = "harm"


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """Something wrong in copy: where, what, and what to do about it.

    ``field`` is a field of the story, for a body with the block's number:
    "body 3".
    """

    check: str
    field: str
    message: str
    hint: str
    level: Level = Level.WARNING


@dataclass(frozen=True, kw_only=True, slots=True)
class Copy:
    """A story and the pictures it shows, as readers would have them."""

    story: Story
    pictures: tuple[Picture, ...] = ()


_PROSE = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.CROSSHEAD, BlockKind.QUOTE, BlockKind.CHART}
)


def prose_of(copy: Copy) -> Iterator[tuple[str, str]]:
    """Yield each stretch of running text with the name of its field."""
    story = copy.story
    yield "headline", story.headline
    yield "standfirst", story.standfirst
    yield "lead_caption", story.lead_caption
    for number, block in enumerate(story.body, start=1):
        place = f"body {number}"
        if block.kind in _PROSE:
            yield place, plain_of(block.text)
        told = block.rows if block.kind is BlockKind.TIMELINE else ()
        for item in (*block.items, *(cell for row in told for cell in row if cell)):
            yield place, plain_of(item)
