"""A row of a proposal as the screen shows it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from dateline.news.three_way import Kind, Word, marked
from dateline.newsroom.admin.shown import shown
from dateline.newsroom.merge_story import Choice, Row, Side, Take

_WORDS = {
    Kind.OURS: "we changed it",
    Kind.THEIRS: "the agency changed it",
    Kind.CLASH: "both changed it",
}
_LABELS = {
    Take.OURS: "Ours",
    Take.THEIRS: "The agency's",
    Take.BOTH: "Both, ours first",
    Take.EDIT: "Edit",
}

Paragraphs = tuple[tuple[Word, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One button of a row's choice."""

    take: Take
    label: str
    chosen: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownRow:
    """One row; ``words`` says who changed it."""

    key: str
    label: str
    words: str
    is_clash: bool
    asks: bool
    before: Paragraphs
    ours: Paragraphs
    now: Paragraphs
    options: tuple[Option, ...]
    text: str
    height: int


def shown_rows(rows: Sequence[Row], choices: Mapping[str, Choice]) -> list[ShownRow]:
    """Return the rows that say something, those without a change in one column.

    A field that nobody changed is left out; the body is shown whole, for a
    paragraph is judged by what stands around it.
    """
    told = [row for row in rows if row.asks or not row.field]
    return [_shown(row, choices.get(row.key)) for row in told]


def _shown(row: Row, choice: Choice | None) -> ShownRow:
    before = _lines(row.before)
    text = choice.text if choice and choice.take is Take.EDIT else row.text or ""
    return ShownRow(
        key=row.key,
        label=row.label,
        words=_WORDS.get(row.kind, ""),
        is_clash=row.kind is Kind.CLASH,
        asks=row.asks,
        before=marked(before, before),
        ours=_marked(row, row.ours),
        now=_marked(row, row.now),
        options=tuple(_options(row, choice)),
        text=text,
        height=min(max(len(text) // 60 + text.count("\n") + 1, 2), 16),
    )


def _marked(row: Row, side: Side) -> Paragraphs:
    """Mark what a side changed; nothing where nobody knows what was before."""
    lines = _lines(side)
    return marked(_lines(row.before) if row.knows_before else lines, lines)


def _lines(side: Side) -> tuple[str, ...]:
    if isinstance(side.value, datetime):
        return (shown(side.value),)
    return side.lines


def _options(row: Row, choice: Choice | None) -> Iterator[Option]:
    if not row.asks:
        return
    chosen = choice.take if choice is not None else row.default
    for take, label in _LABELS.items():
        offered = {Take.BOTH: row.both, Take.EDIT: row.text is not None}
        if offered.get(take, True):
            yield Option(take=take, label=label, chosen=take is chosen)
