"""A newer agency version beside a story that the desk has made its own.

Three states of the story: as the agency had it, as the desk made it, as the
agency has it now. ``compare`` says field by field and paragraph by paragraph
who changed what; ``merged`` makes the draft that the desk's choices lead to.
What only one side changed has its choice made already; what both changed waits
for a person. Without the first state everything that differs waits for one.

A row's key is a hash of what stands in it, so a choice made on a screen holds
for exactly that copy and no other, whatever arrived meanwhile.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dateline.news.block import Block, BlockKind
from dateline.news.three_way import Kind, Span, kind_of, merge
from dateline.newsroom.editor_body import editor_body
from dateline.newsroom.inline_text import escaped, paragraphs_of, plain_of
from dateline.newsroom.models.story import Story
from dateline.newsroom.public_body import public_body
from dateline.newsroom.story_from_item import PROVENANCE

CROSSHEAD = "## "
TEXTS = frozenset({BlockKind.PARAGRAPH, BlockKind.CROSSHEAD})


class Take(StrEnum):
    """Whose copy of a row the desk takes."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"
    EDIT = "edit"


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """What the desk chose for a row; ``text`` is what it wrote for EDIT."""

    take: Take
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One state of a row: the lines a person reads, and what is kept."""

    lines: tuple[str, ...]
    value: Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One field, or one stretch of the body, in the three states.

    ``field`` is empty for a stretch of the body. ``text`` is what editing begins
    with; None if such a row cannot be edited as text.
    """

    key: str
    label: str
    field: str
    kind: Kind
    before: Side
    ours: Side
    now: Side
    both: bool
    text: str | None
    knows_before: bool

    @property
    def default(self) -> Take | None:
        """What is taken unless the desk says otherwise; None if it must say."""
        if self.kind is Kind.CLASH:
            return None
        return Take.THEIRS if self.kind is Kind.THEIRS else Take.OURS

    @property
    def asks(self) -> bool:
        """Whether there is anything to choose."""
        return self.kind in {Kind.OURS, Kind.THEIRS, Kind.CLASH}


def _plain(value: Any) -> tuple[str, ...]:
    return (str(value),) if value not in {None, ""} else ()


def _lines(value: Any) -> tuple[str, ...]:
    return tuple(value)


_FIELDS: tuple[tuple[str, str, Callable[[Any], tuple[str, ...]]], ...] = (
    ("headline", "Headline", _plain),
    ("slugline", "Slugline", _plain),
    ("standfirst", "Standfirst", _plain),
    ("located", "Dateline places", _lines),
    ("credit", "Dateline credit", _plain),
    ("byline", "Byline", _lines),
    ("lead_picture", "Lead picture", _plain),
    ("urgency", "Urgency", _plain),
    ("embargoed_until", "Embargo", _plain),
    ("ed_note", "Editor's note", _plain),
)
_UNWRITTEN = frozenset({"lead_picture", "urgency", "embargoed_until"})


def compare(before: Story | None, ours: Story, now: Story) -> tuple[Row, ...]:
    """Return the rows of a story in its three states, in the order of the copy."""
    rows = [_field_row(each, before, ours, now) for each in _FIELDS]
    return (*rows, *_body_rows(before, ours, now))


def _field_row(
    described: tuple[str, str, Callable[[Any], tuple[str, ...]]],
    before: Story | None,
    ours: Story,
    now: Story,
) -> Row:
    name, label, lines = described
    sides = []
    for story in (before, ours, now):
        value = getattr(story, name, None)
        shown = lines(value) if story is not None else ()
        sides.append(Side(lines=shown, value=value))
    old, mine, new = (side.lines for side in sides)
    kind = kind_of(None if before is None else old, mine, new)
    is_list = lines is _lines
    return Row(
        key=_key(name, *sides),
        label=label,
        field=name,
        kind=Kind.SAME if kind is Kind.AGREED else kind,
        before=sides[0],
        ours=sides[1],
        now=sides[2],
        both=is_list or name == "ed_note",
        text=None if name in _UNWRITTEN else "\n".join(mine),
        knows_before=before is not None,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Unit:
    """One block of a body: what readers get of it, and how the editor keeps it."""

    block: Block
    raw: dict[str, Any]

    @property
    def lines(self) -> tuple[str, ...]:
        return (text_of(self.block),)


def _units(story: Story | None) -> list[_Unit]:
    """Return a body's blocks; a block of several paragraphs is parted into them."""
    if story is None:
        return []
    units = []
    for child, raw in zip(story.body, story.body.raw_data, strict=True):
        blocks = public_body([child])
        if len(blocks) == 1:
            units.append(_Unit(block=blocks[0], raw=dict(raw)))
        else:
            units += [_Unit(block=b, raw=editor_body([b])[0]) for b in blocks]
    return units


def _body_rows(before: Story | None, ours: Story, now: Story) -> list[Row]:
    units = [_units(story) for story in (before, ours, now)]
    blocks = [[unit.block for unit in side] for side in units]
    parts = merge(*(blocks if before is not None else [blocks[1], *blocks[1:]]))
    rows = []
    for part in parts:
        spans: tuple[Span, Span, Span] = (part.before, part.ours, part.now)
        if before is None:
            spans = (Span(0, 0), part.ours, part.now)
        sides = [
            _side(side[span.start : span.stop])
            for side, span in zip(units, spans, strict=True)
        ]
        kind = part.kind
        if before is None and kind is not Kind.SAME:
            kind = Kind.CLASH
        rows.append(_body_row(kind, *sides, knows_before=before is not None))
    return rows


def _side(units: Sequence[_Unit]) -> Side:
    lines = tuple(line for unit in units for line in unit.lines)
    return Side(lines=lines, value=tuple(units))


def _body_row(
    kind: Kind, before: Side, ours: Side, now: Side, *, knows_before: bool
) -> Row:
    blocks = [unit.block for side in (ours, now) for unit in side.value]
    is_text = all(block.kind in TEXTS for block in blocks)
    return Row(
        key=_key("body", before, ours, now),
        label="Body",
        field="",
        kind=kind,
        before=before,
        ours=ours,
        now=now,
        both=bool(ours.value and now.value),
        text="\n\n".join(_written(u.block) for u in ours.value) if is_text else None,
        knows_before=knows_before,
    )


def text_of(block: Block) -> str:
    """Return a block as a person reads it."""
    parts = (
        block.title,
        block.text,
        *block.items,
        *(" | ".join(row) for row in block.rows),
        block.attribution,
        block.href,
    )
    text = plain_of("\n".join(part for part in parts if part))
    return text if block.kind in TEXTS else f"[{block.kind}] {text}".strip()


def _written(block: Block) -> str:
    """Return a block as it is edited: its inline marks, and a mark for crossheads."""
    text = block.text.replace("&amp;", "&")
    return CROSSHEAD + plain_of(text) if block.kind is BlockKind.CROSSHEAD else text


def _key(name: str, *sides: Side) -> str:
    said = json.dumps([name, *(side.lines for side in sides)])
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def unanswered(rows: Sequence[Row], choices: Mapping[str, Choice]) -> list[Row]:
    """Return the rows that a person must decide and has not."""
    return [r for r in rows if r.default is None and r.key not in choices]


def merged(
    ours: Story, now: Story, rows: Sequence[Row], choices: Mapping[str, Choice]
) -> Story:
    """Return our draft with what was chosen; where nothing was, each row's default.

    A row that nobody decided stays ours. Where it came from is the agency's
    newest version from then on.
    """
    body: list[dict[str, Any]] = []
    for row in rows:
        choice = choices.get(row.key) or Choice(take=row.default or Take.OURS)
        if row.field:
            setattr(ours, row.field, _chosen_value(row, choice))
        else:
            body += _chosen_blocks(row, choice)
    ours.body = body
    for name in PROVENANCE:
        setattr(ours, name, getattr(now, name))
    return ours


def _chosen_value(row: Row, choice: Choice) -> Any:
    is_list = isinstance(row.now.value, list)
    if choice.take is Take.EDIT and row.text is not None:
        lines = [line.strip() for line in choice.text.splitlines() if line.strip()]
        return lines if is_list else "\n".join(lines)
    if choice.take is Take.BOTH and row.both:
        both = dict.fromkeys([*row.ours.lines, *row.now.lines])
        return list(both) if is_list else "\n".join(both)
    return row.now.value if choice.take is Take.THEIRS else row.ours.value


def _chosen_blocks(row: Row, choice: Choice) -> list[dict[str, Any]]:
    if choice.take is Take.EDIT and row.text is not None:
        return editor_body(list(_rewritten(choice.text)))
    units = {
        Take.THEIRS: row.now.value,
        Take.BOTH: (*row.ours.value, *row.now.value),
    }.get(choice.take, row.ours.value)
    return [unit.raw for unit in units]


def _rewritten(text: str) -> list[Block]:
    """Return what was written: a blank line parts paragraphs."""
    blocks = []
    for part in text.replace("\r\n", "\n").split("\n\n"):
        if part.strip().startswith(CROSSHEAD):
            head = escaped(part.strip().removeprefix(CROSSHEAD))
            blocks.append(Block(kind=BlockKind.CROSSHEAD, text=head))
            continue
        said = paragraphs_of(" ".join(part.split()))
        blocks += [Block(kind=BlockKind.PARAGRAPH, text=line) for line in said]
    return blocks
