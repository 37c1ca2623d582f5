"""IPTC IIM: the data sets inside a photograph, and the characters they are in.

The envelope may name the character set, and agencies name it in their own ways:
``ESC % G`` is UTF-8, ``ESC - A`` Latin-1 (AFP), ``ESC % 5`` is in no register
(Reuters), and most say nothing and send Windows' or a Mac's bytes. As in all
copy, bytes that are strict UTF-8 are UTF-8, whatever is said.

Source: IPTC-NAA IIM 4.2, chapters 1.6, 5 and 6; ISO 2022 designations.
"""

from typing import Final

from dateline.wire.encoding import holds_c1

MARK: Final = 0x1C  # begins every data set
HEAD, EXTENDED = 5, 0x8000
CHARSET = (1, 90)
DESIGNATED: Final = {
    b"\x1b%G": "utf-8",
    b"\x1b%5": "utf-8",
    b"\x1b-A": "iso8859-1",
    b"\x1b.A": "iso8859-1",
    b"\x1b-B": "iso8859-2",
    b"\x1b-C": "iso8859-3",
    b"\x1b-D": "iso8859-4",
    b"\x1b-L": "iso8859-5",
    b"\x1b-G": "iso8859-6",
    b"\x1b-F": "iso8859-7",
    b"\x1b-H": "iso8859-8",
    b"\x1b-M": "iso8859-9",
    b"\x1b-b": "iso8859-15",
}

# Record and number of a data set.
Number = tuple[int, int]


class Iim:
    """The data sets of one photograph, as text."""

    def __init__(self, raw: bytes) -> None:
        self._sets = read_sets(raw)
        said = self._sets.get(CHARSET, [b""])[0].strip()
        self._charset = DESIGNATED.get(said[:3], "cp1252")

    def __bool__(self) -> bool:
        """Say whether there is anything."""
        return bool(self._sets)

    def text(self, number: Number) -> str:
        """Give the first value of a data set; empty if there is none."""
        values = self._sets.get(number)
        return self._decoded(values[0]) if values else ""

    def texts(self, number: Number) -> list[str]:
        """Give every value of a data set that may be repeated."""
        texts = (self._decoded(each) for each in self._sets.get(number, ()))
        return [text for text in texts if text]

    def _decoded(self, raw: bytes) -> str:
        """Decode one value."""
        raw = raw.rstrip(b"\x00")
        try:
            return raw.decode("utf-8").strip()
        except UnicodeDecodeError:
            charset = self._charset
        if charset in {"utf-8", "iso8859-1"} and holds_c1(raw):
            charset = "cp1252"  # nobody sends the C1 controls of real Latin-1
        if charset == "utf-8":
            charset = "cp1252"
        try:
            return raw.decode(charset).strip()
        except UnicodeDecodeError:
            return raw.decode("latin-1").strip()


def read_sets(raw: bytes) -> dict[Number, list[bytes]]:
    """Read data sets until something is none; what is cut off is left out."""
    found: dict[Number, list[bytes]] = {}
    at = 0
    while at + HEAD <= len(raw) and raw[at] == MARK:
        number = (raw[at + 1], raw[at + 2])
        size = int.from_bytes(raw[at + 3 : at + HEAD])
        at += HEAD
        if size & EXTENDED:  # the size of the size follows
            wide = size & ~EXTENDED
            size = int.from_bytes(raw[at : at + wide]) if wide <= 4 else len(raw)  # noqa: PLR2004 # nobody sends more than 4 GB
            at += wide
        if at + size > len(raw):
            break
        found.setdefault(number, []).append(raw[at : at + size])
        at += size
    return found
