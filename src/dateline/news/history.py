"""What readers were told differently before: the history of a published story.

Each correction and each update that readers were told of is one change, with
the lines that became others. A line is a headline, a paragraph, an item of a
list: plain text, as readers read it. Small edits (a slip of the pen) are not
part of it: readers got nothing new.

It is made from two published revisions and nothing else, so the history after
an entry of the journal is always the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum
from html import unescape
from itertools import zip_longest

from dateline.news.block import Block
from dateline.news.story import Story

KEPT = 40
"""Changes kept of a story, the newest; of a story that runs for days the rest
would make each update dearer than the one before."""

MOST_COMPARED = 250_000
"""Lines before times lines after, above which copy counts as written anew."""

_TAG = re.compile(r"<[^>]*>")


class Part(StrEnum):
    """Where in a story a line stands."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    COPY = "copy"


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line that became another; either is empty where there was none."""

    part: Part
    before: str = ""
    after: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One moment at which readers got something new or put right.

    ``note`` is the correction's; an update has none. ``is_known`` is false
    where the version before is not kept: the story had been withdrawn, or came
    corrected from elsewhere. ``picture`` says that another picture leads it.
    """

    moment: datetime
    note: str = ""
    is_correction: bool = False
    is_known: bool = True
    lines: tuple[Line, ...] = ()
    picture: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """The changes of a story, oldest first; ``dropped`` older ones are not kept."""

    changes: tuple[Change, ...] = ()
    dropped: int = 0


def has_history(story: Story) -> bool:
    """Return whether readers were ever told that a story changed."""
    return story.updated is not None or bool(story.corrections)


def first_history(story: Story) -> History:
    """Return the history of a story whose earlier versions nobody has."""
    found = [
        Change(moment=c.moment, note=c.note, is_correction=True, is_known=False)
        for c in story.corrections
    ]
    told = {change.moment for change in found}
    if story.updated is not None and story.updated not in told:
        found.append(Change(moment=story.updated, is_known=False))
    changes = sorted(found, key=lambda change: change.moment)
    return _newest(History(changes=tuple(changes)))


def next_history(history: History, before: Story, after: Story) -> History:
    """Return the history once ``after`` stands where ``before`` stood."""
    new = after.corrections[len(before.corrections) :]
    moments = [(c.moment, c.note, True) for c in new]
    if after.updated is not None and after.updated != before.updated:
        told = {moment for moment, _, _ in moments}
        moments += [] if after.updated in told else [(after.updated, "", False)]
    if not moments:
        return history
    # Several at once share one comparison; it stands with the last of them.
    *early, last = [
        Change(moment=moment, note=note, is_correction=correction)
        for moment, note, correction in sorted(moments)
    ]
    last = replace(
        last,
        lines=tuple(changed_lines(before, after)),
        picture=before.lead_picture != after.lead_picture,
    )
    return _newest(replace(history, changes=(*history.changes, *early, last)))


def _newest(history: History) -> History:
    surplus = max(0, len(history.changes) - KEPT)
    return History(changes=history.changes[surplus:], dropped=history.dropped + surplus)


def changed_lines(before: Story, after: Story) -> Iterator[Line]:
    """Yield the lines in which two revisions differ, in the order of the page."""
    for part in (Part.HEADLINE, Part.STANDFIRST):
        old, new = getattr(before, part.value), getattr(after, part.value)
        if old != new:
            yield Line(part=part, before=old, after=new)
    old_copy, new_copy = copy_lines(before.body), copy_lines(after.body)
    for old, new in _pairs(old_copy, new_copy):
        yield Line(part=Part.COPY, before=old, after=new)


def copy_lines(body: tuple[Block, ...]) -> list[str]:
    """Return the words of a body, line by line, as readers read them."""
    found: list[str] = []
    for block in body:
        rows = (" | ".join(row) for row in block.rows)
        quoted = f"{block.text} — {block.attribution}" if block.attribution else ""
        said = (block.title, block.unit, quoted or block.text, *block.items, *rows)
        for text in said:
            plain = " ".join(unescape(_TAG.sub("", text)).split())
            if plain:
                found.append(plain)
    return found


def _pairs(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the lines that differ, each beside the one that took its place."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    before, after = before[start:], after[start:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    if len(before) * len(after) > MOST_COMPARED:
        yield from zip_longest(before, after, fillvalue="")
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i, i_end, j, j_end in matcher.get_opcodes():
        if kind != "equal":
            yield from zip_longest(before[i:i_end], after[j:j_end], fillvalue="")
