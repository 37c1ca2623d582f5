"""From the path of a request to the record that answers it."""

import re
from urllib.parse import quote

import msgspec

from dateline.news.address import TEXT, short_path, story_id_in
from dateline.serve.join import piece_of
from dateline.serve.slots import PREFIX, depends_on_city
from dateline.serve.strip import AGE, OF_A_CITY, TODAY
from dateline.serve.text_edition import has_text_edition, text_edition
from dateline.store.record import PageRecord, Piece, page_at
from dateline.store.store import Transaction

LONGEST = 2000
"""Bytes of a path; a longer one is answered 414."""

NOT_FOUND = "/_404"

_LONGEST_KEY = 511  # LMDB's
_SAFE = "/:?#[]@!$&'()*+,;=%~"
# U+FFFD stands where the path was not UTF-8.
_RUBBISH = re.compile(r"[\x00-\x1f\x7f\\\ufffd]|/\.{1,2}(?:/|$)")
_EDITION = re.compile(r"/([a-z]{2,3})(?:/|$)")
_SLOT = re.compile(rf"{PREFIX}([a-z0-9./-]{{1,80}})")
_MARK = r"(?:\.[a-z]{2,3})?"
_AGE = re.compile(rf"{AGE}{_MARK}/(?:19|20)\d\d-(?:0[1-9]|1[0-2])", re.ASCII)
_MOVING = re.compile(rf"(?:{'|'.join((TODAY, *OF_A_CITY))}){_MARK}", re.ASCII)
_PLAIN_NOT_FOUND = PageRecord(
    status=404,
    content_type="text/plain; charset=utf-8",
    tag="not-found",
    pieces=(piece_of(b"There is no such page.\n"),),
)


def is_rubbish(path: str) -> bool:
    """Return whether no page can ever have this path."""
    return not path.startswith("/") or _RUBBISH.search(path) is not None


def edition_of(path: str) -> str:
    """Return the language that a path begins with, of an edition or of none."""
    found = _EDITION.match(path.removeprefix(TEXT))
    return found.group(1) if found else ""


def in_header(location: str) -> str:
    """Return a path or URL as a ``Location`` header holds it."""
    return quote(location, safe=_SAFE)


def find(tx: Transaction, path: str) -> tuple[str, PageRecord]:
    """Return the record that answers for ``path``, and the path it belongs to.

    In order: the page itself; a slot; the text edition of a page; where the page
    is whose address was written with other letters or without its slash; the short
    link of the story whose id ends the path; the page that says there is none.
    """
    if len(path.encode()) < _LONGEST_KEY:
        record = None if path.startswith(NOT_FOUND) else page_at(tx, path)
        if record is not None:
            return path, record
        if path.startswith(PREFIX):
            return _slot(path)
        if path.startswith(f"{TEXT}/"):
            return _text(tx, path)
        location = _near(tx, path)
        if location:
            return path, PageRecord(status=301, location=location)
    return _short_link(tx, path) or _not_found(tx, path)


def _near(tx: Transaction, path: str) -> str:
    """Return where the page is that somebody meant: one step, never a chain."""
    small = path.lower()
    for meant in dict.fromkeys((f"{path}/", small, f"{small}/")):
        if meant == path or meant.startswith(NOT_FOUND) or meant.endswith("//"):
            continue  # the page that says there is none is nobody's aim
        record = page_at(tx, meant)
        if record is not None:
            return record.location or meant
    return ""


def _text(tx: Transaction, path: str) -> tuple[str, PageRecord]:
    """Return the text edition of the page that stands behind a path."""
    own, record = find(tx, path.removeprefix(TEXT))
    if own.startswith((NOT_FOUND, TEXT)) or not has_text_edition(record):
        return _not_found(tx, path)
    if record.location:
        record = msgspec.structs.replace(record, location=TEXT + record.location)
        return TEXT + own, record
    return TEXT + own, text_edition(record)


def _slot(path: str) -> tuple[str, PageRecord]:
    """Return the record of a slot that the press does not make."""
    found = _SLOT.fullmatch(path)
    if found and _AGE.fullmatch(found.group(1)):
        name = found.group(1)
        return path, PageRecord(cache="slot", tag="slot-age", pieces=(Piece(name),))
    name, _, city_id = found.group(1).partition("/") if found else ("", "", "")
    is_moving = _MOVING.fullmatch(name) is not None
    if is_moving or (depends_on_city(name) and not city_id):
        return path, PageRecord(
            cache="slot", tag=f"slot-{name}", city=city_id, pieces=(Piece(name),)
        )
    # One answer for all of them, so that made-up names cannot fill the memory.
    return PREFIX, PageRecord(cache="slot", tag="slot")


def _short_link(tx: Transaction, path: str) -> tuple[str, PageRecord] | None:
    story_id = story_id_in(path) or story_id_in(path.lower())
    if story_id is None:
        return None
    short = short_path(story_id)
    record = page_at(tx, short)
    # A link that led here again would lead round for ever.
    if record is None or path in (short, record.location):
        return None
    return short, record


def _not_found(tx: Transaction, path: str) -> tuple[str, PageRecord]:
    """Return the page that says there is none, of the edition a path begins with."""
    edition = edition_of(path)
    place = f"{NOT_FOUND}.{edition}"
    record = page_at(tx, place) if edition else None
    if record is None:
        place, record = NOT_FOUND, page_at(tx, NOT_FOUND) or _PLAIN_NOT_FOUND
    if record.status == _PLAIN_NOT_FOUND.status:
        return place, record
    return place, msgspec.structs.replace(record, status=_PLAIN_NOT_FOUND.status)
