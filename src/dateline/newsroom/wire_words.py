"""The words of the wire, so that the desk finds a name in 100,000 items at once.

Kept by the database's own full-text index, in a table beside the items and in
the same transaction: FTS5 on SQLite, a ``tsvector`` under GIN on PostgreSQL.
Both get the same words, folded here (no accents, no case), so a search finds
the same on either. All words must be there, in any order; the last one may be
a beginning. See docs/decisions for what was measured.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL

from dateline.news.item import Item
from dateline.newsroom.models.wire_item import WireItem, WireState

TABLE = "newsroom_wirewords"

LONGEST = 40_000
"""Characters of an item that can be found: a long read has 20,000."""

MOST_WORDS = 12
BEGINNING = 2
"""The last word of a search may be a beginning of at least so many letters."""

_WORD = re.compile(r"\w+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")  # most copy has little; accents are here


def make_table(vendor: str) -> tuple[str, ...]:
    """Return the statements that make the table."""
    if vendor == "sqlite":
        return (
            f"CREATE VIRTUAL TABLE {TABLE} USING fts5(words, tokenize='unicode61')",
        )
    return (
        (
            f"CREATE TABLE {TABLE} (item_id bigint PRIMARY KEY REFERENCES"
            " newsroom_wireitem(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,"
            " words tsvector NOT NULL)"
        ),
        f"CREATE INDEX {TABLE}_gin ON {TABLE} USING gin (words)",
    )


def note_words(row: WireItem, item: Item) -> None:
    """Let an item be found by the words of its newest version; its row is saved.

    One that was killed is found by nothing.
    """
    if row.state == WireState.KILLED:
        forget_words([row.pk])
        return
    parts = (item.headline, item.slugline, item.byline, item.standfirst, item.body_text)
    words = folded(" ".join(part for part in parts if part)[:LONGEST])
    with connection.cursor() as cursor:
        cursor.execute(_put(), [row.pk, words])


def forget_words(rows: Iterable[int]) -> None:
    """Let items be found no more, by their keys: they were killed."""
    with connection.cursor() as cursor:
        statement = f"DELETE FROM {TABLE} WHERE {_key()} = %s"  # noqa: S608 - names of our own
        cursor.executemany(statement, [(row,) for row in rows])


def found_by(text: str) -> RawSQL | None:
    """Return the keys of the items that hold all words of ``text``.

    None if there is no word in it. For ``WireItem.objects.filter(pk__in=…)``.
    """
    words = _WORD.findall(folded(text))[:MOST_WORDS]
    if not words:
        return None
    if connection.vendor == "sqlite":
        asked = f"SELECT rowid FROM {TABLE} WHERE words MATCH %s"  # noqa: S608 - as above
        return RawSQL(asked, [_fts5(words)])  # noqa: S611 - our own words, bound
    asked = f"SELECT item_id FROM {TABLE} WHERE words @@ to_tsquery('simple', %s)"  # noqa: S608 - as above
    return RawSQL(asked, [_tsquery(words)])  # noqa: S611 - our own words, bound


def folded(text: str) -> str:
    """Return text without accents and case: "Évian" is "evian"."""
    plain = _bare(_bare(text).casefold())
    return plain.casefold().replace("\x00", " ")


def _bare(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return _BEYOND_ASCII.sub(_without_accents, parts)


def _without_accents(found: re.Match[str]) -> str:
    return "".join(sign for sign in found[0] if not unicodedata.combining(sign))


def _put() -> str:
    if connection.vendor == "sqlite":
        return f"INSERT OR REPLACE INTO {TABLE}(rowid, words) VALUES (%s, %s)"  # noqa: S608 - as above
    return (
        f"INSERT INTO {TABLE}(item_id, words) VALUES (%s, to_tsvector('simple', %s))"  # noqa: S608 - as above
        " ON CONFLICT (item_id) DO UPDATE SET words = excluded.words"
    )


def _key() -> str:
    return "rowid" if connection.vendor == "sqlite" else "item_id"


def _fts5(words: list[str]) -> str:
    """Return words as FTS5 asks: each in quotes, the last with a star."""
    *first, last = words
    star = "*" if len(last) >= BEGINNING else ""
    return " ".join([*(f'"{word}"' for word in first), f'"{last}"{star}'])


def _tsquery(words: list[str]) -> str:
    """Return words as PostgreSQL asks."""
    *first, last = words
    star = ":*" if len(last) >= BEGINNING else ""
    return " & ".join([*(f"'{word}'" for word in first), f"'{last}'{star}"])


def fill(cursor: Any, vendor: str) -> None:
    """Let what came before be found by headline and slugline."""
    key = "rowid" if vendor == "sqlite" else "item_id"
    said = "%s" if vendor == "sqlite" else "to_tsvector('simple', %s)"
    cursor.execute(
        "SELECT id, headline, slugline FROM newsroom_wireitem WHERE state <> 'killed'"
    )
    rows = [(pk, folded(f"{head} {slug}")) for pk, head, slug in cursor.fetchall()]
    cursor.executemany(f"INSERT INTO {TABLE}({key}, words) VALUES (%s, {said})", rows)  # noqa: S608 - as above
