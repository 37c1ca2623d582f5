"""A live blog: a story that goes on in entries while something happens.

The story's own text is what stands above: the entries are documents of their
own, so that one more touches the blog's page and leaves every other alone.

Entries are numbered from 1 in the order in which they first went out, and a
number is never used again. Every fifty numbers are a page of their own, counted
from the oldest: once it is full, only a correction or a removal changes it. The
blog's own page shows the newest page and the one before, 51 to 100 entries.
"""

import html
import re
from dataclasses import dataclass
from datetime import datetime

from dateline.errors import DatelineError
from dateline.news.block import Block, BlockKind, check_body

RUNNING, ENDED = "running", "ended"
"""What ``Story.live`` and ``Card.live`` say; empty for any other story."""

PAGE = 50
"""How many numbers a page of entries has."""

KINDS = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.QUOTE,
        BlockKind.LIST,
        BlockKind.PICTURE,
        BlockKind.EMBED,
    }
)
"""What an entry may be made of."""

_TAG = re.compile(r"<[^>]+>")
_LONGEST_POINT = 140


@dataclass(frozen=True, kw_only=True, slots=True)
class LiveEntry:
    """One entry of a live blog. Moments are aware and in UTC.

    ``story`` is the id of the blog's story. ``key`` puts it among the key
    points. ``corrected`` and ``note`` are set where readers are told what was
    put right in it.
    """

    story: str
    number: int
    moment: datetime
    headline: str = ""
    blocks: tuple[Block, ...] = ()
    author: str = ""
    key: bool = False
    corrected: datetime | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class LiveRemoval:
    """An entry is no longer there, from ``moment`` on."""

    story: str
    number: int
    moment: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyPoint:
    """One line of the key points, and the entry it leads to."""

    number: int
    moment: datetime
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Mend:
    """That an entry was put right, or ``taken`` out, after it had gone out."""

    number: int
    taken: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class LiveHead:
    """A live blog without its entries.

    ``newest`` is the highest number that was ever given, ``count`` how many
    entries there are, ``changed`` when the last of them came or was put right.
    ``points`` are the newest first. ``mends`` are all that happened to entries
    that were out already, in order: a page that knows how many there were when it
    was made can be told of the rest.
    """

    newest: int
    count: int
    changed: datetime
    points: tuple[KeyPoint, ...] = ()
    mends: tuple[Mend, ...] = ()


class LiveEntryError(DatelineError):
    """An entry cannot stand as it is."""

    hint = (
        "An entry has a headline or some text, and of blocks only paragraphs,"
        " quotes, lists, pictures and links."
    )


def page_of(number: int) -> int:
    """Return the page on which the entry of that number stands for ever."""
    return (number - 1) // PAGE + 1


def first_page_shown(newest: int) -> int:
    """Return the oldest page of entries that the blog's own page shows."""
    return max(1, page_of(newest) - 1)


def point_text(entry: LiveEntry) -> str:
    """Return an entry in one plain line: its headline, else how its text begins."""
    if entry.headline:
        return entry.headline
    texts = (b.text or " ".join(b.items) or b.title for b in entry.blocks)
    text = html.unescape(_TAG.sub("", next((t for t in texts if t), "")))
    if len(text) <= _LONGEST_POINT:
        return text
    return text[:_LONGEST_POINT].rsplit(" ", 1)[0].rstrip(",;:–— ") + "…"


def check_entry(entry: LiveEntry) -> None:
    """Raise LiveEntryError for an empty entry or a block that it may not have.

    Raises BlockError for a block that lacks what its kind needs.
    """
    for block in entry.blocks:
        if block.kind not in KINDS:
            raise LiveEntryError(f"entry {entry.number} has a block {block.kind}")
    check_body(entry.blocks)
    if not entry.headline and not entry.blocks:
        raise LiveEntryError(f"entry {entry.number} says nothing")
