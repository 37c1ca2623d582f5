"""The entries of a live blog as its screen lists them."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.newsroom.admin.shown import shown_short
from dateline.newsroom.models.live_entry import EntryState, LiveEntry

_LONGEST = 220


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One entry; ``marks`` say where it stands."""

    pk: int
    name: str
    moment: str
    headline: str
    text: str
    author: str
    picture: str
    marks: tuple[str, ...]
    key: bool
    draft: bool


def rows_of(entries: Iterable[LiveEntry], *, public: bool) -> list[Row]:
    """Return the rows of entries; ``public`` says whether readers have the story."""
    return [_row(entry, public=public) for entry in entries]


def _row(entry: LiveEntry, *, public: bool) -> Row:
    draft = entry.state == EntryState.DRAFT
    text = " ".join(entry.text.split())
    return Row(
        pk=entry.pk,
        name=f"entry {entry.number}" if entry.number else "draft",
        moment=shown_short(entry.made_at if draft else entry.moment),
        headline=entry.headline,
        text=text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…",
        author=entry.author,
        picture=str(entry.picture) if entry.picture else "",
        marks=tuple(_marks(entry, draft=draft, public=public)),
        key=entry.key,
        draft=draft,
    )


def _marks(entry: LiveEntry, *, draft: bool, public: bool) -> Iterable[str]:
    if draft:
        yield "Draft"
    elif not public:
        yield "Goes out with the story"
    if entry.key:
        yield "Key point"
    if entry.corrected:
        yield "Corrected"
