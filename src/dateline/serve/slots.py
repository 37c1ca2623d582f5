"""What stands in a page's slots, for one city, at one commit of the store.

    today, weather, conditions, weather-credit    from the strip (clock, weather file)
    age/2016-12    from the strip (clock)
    today.hi, age.hi/2016-12 …    the same in another language than the site's
    local          /_slot/local/CITY in the store
    NAME           /_slot/NAME in the store

Values are made once and kept until the commit or the strip changes. A slot
nobody fills is empty; the page's markup around it is made to vanish then.

Behind a cache that speaks ESI the slots go out as tags, so that one stored
page serves all cities; a page that belongs to a city names it in the tag.
"""

import hashlib
from collections.abc import Iterable, Mapping

import msgspec

from dateline.serve.foot_lists import LISTS, FootList, foot_list, related_in, without
from dateline.serve.join import piece_of
from dateline.serve.strip import AGE, OF_A_CITY, TODAY, Strip, kind_of
from dateline.store.record import PageRecord, Piece, page_at
from dateline.store.store import Transaction

PREFIX = "/_slot/"
LOCAL = "local"
DEPEND_ON_CITY = frozenset({*OF_A_CITY, LOCAL})
MOVING = frozenset({*OF_A_CITY, TODAY, AGE})

_DIGEST_BYTES = 6
_NOTHING = ("", ())

Value = tuple[str, tuple[Piece, ...]]
"""A mark that changes with the value, and its pieces; both empty for nothing."""


class SlotValues:
    """The values of all slots, as far as they were asked for."""

    def __init__(self) -> None:
        self._strip = Strip()
        self._moving: dict[tuple[str, str], Value] = {}
        self._stored: dict[str, Value] = {}
        self._lists: dict[str, FootList] = {}

    def move(self, strip: Strip) -> None:
        """Take the strip's values from now on."""
        self._strip = strip
        self._moving.clear()

    def forget_stored(self) -> None:
        """Read the press's slots again: there is a new commit."""
        self._stored.clear()
        self._lists.clear()

    def value(self, tx: Transaction, name: str, city_id: str) -> Value:
        """Return the value of a slot for a city."""
        if kind_of(name) in MOVING:
            place = (name, city_id if kind_of(name) in OF_A_CITY else "")
            if place not in self._moving:
                self._moving[place] = _moving_value(self._strip.text(name, city_id))
            return self._moving[place]
        path = slot_path(name, city_id)
        if path not in self._stored:
            self._stored[path] = _stored_value(page_at(tx, path))
        return self._stored[path]

    def fill(
        self, tx: Transaction, record: PageRecord, city_id: str, *, own: str = ""
    ) -> tuple[list[Piece], str]:
        """Return a page's pieces with the slots filled, and a hash of the values.

        The hash is empty for a page without slots. ``own`` is the id of the story
        that the page is: the lists at its foot leave out that one, and what was
        offered above them.
        """
        filled: list[Piece] = []
        marks: list[str] = []
        offered: set[str] = set()
        for piece in record.pieces:
            if not piece.slot:
                filled.append(piece)
                continue
            mark, pieces = self.value(tx, piece.slot, city_id)
            if own and kind_of(piece.slot) in LISTS:
                if not offered and filled:
                    offered |= related_in(filled[-1])
                offered.add(own)
                pieces = self._offer(piece.slot, pieces, offered)
            filled.extend(pieces)
            marks.append(mark)
        return filled, _digest(marks)

    def _offer(
        self, name: str, pieces: tuple[Piece, ...], offered: set[str]
    ) -> tuple[Piece, ...]:
        """Return a list without what was ``offered``, and note what it offers."""
        if name not in self._lists:
            self._lists[name] = foot_list(pieces)
        made = self._lists[name]
        rest = without(made, offered)
        offered |= made.ids
        return rest

    def digest(self, tx: Transaction, names: Iterable[str], city_id: str) -> str:
        """Return the hash that `fill` would return for slots of these names."""
        return _digest([self.value(tx, name, city_id)[0] for name in names])


def depends_on_city(name: str) -> bool:
    """Return whether a slot shows the reader's city."""
    return kind_of(name) in DEPEND_ON_CITY


def slot_path(name: str, city_id: str) -> str:
    """Return the path under which a slot is found, in the store or by ESI."""
    if depends_on_city(name) and city_id:
        return f"{PREFIX}{name}/{city_id}"
    return f"{PREFIX}{name}"


def with_tags(record: PageRecord) -> list[Piece]:
    """Return a page's pieces with an ESI tag in place of each slot."""
    return [
        piece_of(_tag(piece.slot, record.city)) if piece.slot else piece
        for piece in record.pieces
    ]


def with_copy(record: PageRecord, values: Mapping[str, str]) -> PageRecord:
    """Return a page in which copy stands where the slots of these names were."""
    pieces = tuple(
        piece_of(values[piece.slot].encode()) if piece.slot in values else piece
        for piece in record.pieces
    )
    tag = f"{record.tag}{_digest(list(values.values()))}"
    return msgspec.structs.replace(record, pieces=pieces, tag=tag)


def slot_names(record: PageRecord) -> tuple[str, ...]:
    """Return the names of a page's slots, in order."""
    return tuple(piece.slot for piece in record.pieces if piece.slot)


def _tag(name: str, city_id: str) -> bytes:
    return f'<esi:include src="{slot_path(name, city_id)}"/>'.encode()


def _moving_value(text: str) -> Value:
    return (text, (piece_of(text.encode()),)) if text else _NOTHING


def _stored_value(record: PageRecord | None) -> Value:
    if record is None:
        return _NOTHING
    return record.tag, tuple(piece for piece in record.pieces if not piece.slot)


def _digest(marks: list[str]) -> str:
    if not marks:
        return ""
    joined = "\0".join(marks).encode()
    return hashlib.blake2b(joined, digest_size=_DIGEST_BYTES).hexdigest()
