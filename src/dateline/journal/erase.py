"""Erasing contents by a legal order, inside the caller's transaction."""

from collections.abc import Sequence

from dateline.journal.append import Cursor

_ERASABLE = (
    "story.published",
    "story.withdrawn",
    "live.entry",
    "picture.published",
)


def contents_of(cursor: Cursor, subjects: Sequence[str], *, mark: str) -> list[str]:
    """Return the hashes of all contents ever published under ``subjects``.

    A withdrawal is among them, for its notice may repeat what must be gone.
    Kills are left out: they are the record of what was done.
    """
    found: list[str] = []
    for subject in subjects:
        for kind in _ERASABLE:
            cursor.execute(
                "SELECT content_hash FROM journal_entry"  # noqa: S608 - a mark, no value
                f" WHERE subject = {mark} AND kind = {mark} ORDER BY seq",
                (subject, kind),
            )
            while (row := cursor.fetchone()) is not None:
                found.append(row[0])
    return list(dict.fromkeys(found))


def erase(cursor: Cursor, hashes: Sequence[str], *, mark: str) -> None:
    """Remove contents from beside the chain; the chain itself stays whole.

    The kill's own entry must name ``hashes`` as erased, else ``verify`` will
    report them as missing.
    """
    for content in hashes:
        cursor.execute(
            f"DELETE FROM journal_content WHERE hash = {mark}",  # noqa: S608
            (content,),
        )
