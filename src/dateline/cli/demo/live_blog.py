"""The demo's live blog: its entries, and how each goes through the newsroom.

live/SLUG.toml   the entries of the story SLUG, the oldest first

An entry that is put right later carries ``corrected``, the ``note`` for readers
and, in ``right``, its text from then on.
"""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from dateline.cli.demo.copy import here
from dateline.cli.demo.ids import demo_id


class DemoEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry; ``picture`` is a name of the demo's pictures."""

    moment: datetime
    text: str
    headline: str = ""
    author: str = ""
    picture: str = ""
    key: bool = False
    corrected: datetime | None = None
    note: str = ""
    right: str = ""


def entries_of(slug: str) -> tuple[DemoEntry, ...]:
    """Return the entries of a live blog, the oldest first."""
    file = here() / "live" / f"{slug}.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return msgspec.convert(table["entries"], tuple[DemoEntry, ...])


def start_blog(slug: str, *, state: str, now: datetime) -> None:
    """Make a published story a live blog."""
    from dateline.newsroom.actions.run_blog import RunBlog

    RunBlog(story=_story(slug), state=state, now=now).execute()


def write_entry(slug: str, entry: DemoEntry, pictures: Mapping[str, int]) -> None:
    """Release an entry at its moment."""
    from dateline.newsroom.actions.write_entry import WriteEntry

    words = _words(entry, entry.text, pictures)
    WriteEntry(story=_story(slug), words=words, now=entry.moment).execute()


def correct_entry(slug: str, entry: DemoEntry, pictures: Mapping[str, int]) -> None:
    """Put an entry right, with its note."""
    from dateline.newsroom.actions.correct_entry import CorrectEntry
    from dateline.newsroom.models.live_entry import LiveEntry

    if entry.corrected is None:
        return
    row = LiveEntry.objects.get(story=_story(slug), moment=entry.moment)
    CorrectEntry(
        entry=row,
        words=_words(entry, entry.right, pictures),
        note=entry.note,
        now=entry.corrected,
    ).execute()


def _words(entry: DemoEntry, text: str, pictures: Mapping[str, int]) -> Any:  # noqa: ANN401 - Django is loaded when needed
    from dateline.newsroom.actions.live_row import EntryWords
    from dateline.newsroom.models.picture import Picture

    key = pictures.get(entry.picture)
    return EntryWords(
        headline=entry.headline,
        text=text,
        author=entry.author,
        picture=Picture.objects.get(pk=key) if key else None,
        key=entry.key,
    )


def _story(slug: str) -> Any:  # noqa: ANN401 - as above
    from dateline.newsroom.models.story import Story

    return Story.objects.get(public_id=demo_id(slug))
