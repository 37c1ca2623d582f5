"""Which characters these bytes are, whatever their header says.

Headers lie: AFP declares iso-8859-1 and sends UTF-8, others the reverse. Of
1,533 real files 13 declared another encoding but held UTF-8, and one declared
UTF-8 and was not. One rule reads all of them:

1. a byte order mark is right;
2. bytes that are strict UTF-8 and hold a non-ASCII character are UTF-8;
3. else the declared encoding, if it is one of the known ones and it fits;
4. else Windows-1252, which every byte fits well enough.

Only encodings of text are known: Python would also "decode" zlib or punycode.
"""

import codecs
import io
import re
from functools import lru_cache
from typing import Final

from dateline.wire.found import Decoded
from dateline.wire.mojibake import repair

DECLARED: Final = re.compile(
    rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})"""
)
C1: Final = bytes(range(0x80, 0xA0))
NUL, ESCAPE = 0, 0x1B  # as numbers: Python 3.11 looks for those far quicker

KNOWN: Final = frozenset(
    {
        "ascii",
        "utf-8",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "koi8-r",
        "koi8-u",
        "tis-620",
    }
    | {"mac-roman", "gb2312", "gbk", "gb18030", "big5", "shift_jis", "cp932"}
    | {"euc_jp", "euc_kr", "cp949", "iso2022_jp"}
    | {f"iso8859-{part}" for part in range(1, 17)}
    | {f"cp125{part}" for part in range(9)}
)
SEVEN_BIT: Final = frozenset({"iso2022_jp"})  # ASCII bytes that do not mean ASCII
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Python alone takes these for ends of lines too.
NO_LINE_ENDS: Final = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"

# It makes one pass of what two replacements make three of.
_NEWLINES: Final = io.IncrementalNewlineDecoder(None, translate=True)


def with_newlines(text: str) -> str:
    """Give a text whose lines end in newlines only, whatever ended them."""
    return _NEWLINES.decode(text, final=True) if "\r" in text else text


def lines_of(text: str) -> list[str]:
    """Give the lines of a text, whatever ended them; an empty last one may lack."""
    for each in NO_LINE_ENDS:
        if each in text:
            return with_newlines(text).split("\n")
    return text.splitlines()


def to_utf8(raw: bytes) -> Decoded:
    """Give ``raw`` as UTF-8, by the rule above."""
    ascii_only = raw.isascii()
    if ascii_only and NUL not in raw[:4]:  # no mark, and no UTF-16 without one
        return _from_seven_bit(raw)
    for mark, name in MARKS:
        if raw.startswith(mark):
            text = raw[len(mark) :].decode(name, errors="replace")
            return Decoded(utf8=text.encode("utf-8", errors="replace"))
    if raw[:4] in {b"<\x00?\x00", b"\x00<\x00?", b"<\x00n\x00", b"\x00<\x00n"}:
        name = "utf-16-le" if raw[:1] == b"<" else "utf-16-be"
        return Decoded(utf8=raw.decode(name, errors="replace").encode("utf-8"))
    if ascii_only:
        return _from_seven_bit(raw)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _from_eight_bit(raw, declared_encoding(raw))
    return _from_utf8(raw, text)


def declared_encoding(raw: bytes) -> str:
    """Give Python's name of the encoding an XML declaration names; empty if none."""
    start = raw[:200].lstrip()
    return _declared_in(start.partition(b">")[0]) if start[:1] == b"<" else ""


@lru_cache(maxsize=256)  # files begin alike, up to the end of the declaration
def _declared_in(start: bytes) -> str:
    """Give Python's name of the encoding the first tag of a file declares."""
    found = DECLARED.match(start)
    if found is None:
        return ""
    name = found[1].decode("ascii")
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return name.lower()
    return known


def _from_utf8(raw: bytes, text: str) -> Decoded:
    """Give bytes that are UTF-8, even if the header or the sender got it wrong."""
    repaired = repair(text)
    if repaired is not None:
        warning = "encoding: text encoded twice, put right"
        return Decoded(utf8=repaired.encode("utf-8"), warning=warning)
    declared = declared_encoding(raw)
    if declared in {"", "utf-8"}:
        return Decoded(utf8=raw)
    return Decoded(utf8=raw, warning=f"encoding: declared {declared}, read as UTF-8")


def _from_seven_bit(raw: bytes) -> Decoded:
    """Give ASCII bytes, which a 7-bit encoding may mean otherwise.

    It can do so only by an escape; without one the header need not be asked.
    """
    declared = declared_encoding(raw) if ESCAPE in raw else ""
    if declared in SEVEN_BIT:
        return Decoded(utf8=raw.decode(declared, errors="replace").encode("utf-8"))
    return Decoded(utf8=raw)


def _from_eight_bit(raw: bytes, declared: str) -> Decoded:
    """Give bytes that are not UTF-8: as declared if that fits, else as cp1252."""
    if declared in {"", "iso8859-1"}:
        utf8 = raw.decode("latin-1").encode("utf-8")
        if utf8.find(b"\xc2") < 0 or not holds_c1(raw):
            # Both read these alike, and Windows-1252 takes many times as long.
            return Decoded(utf8=utf8, warning="" if declared else _read_as("nothing"))
        declared = declared and "cp1252"  # nobody sends the C1 of real Latin-1
    if declared in KNOWN and declared != "utf-8":
        try:
            return Decoded(utf8=raw.decode(declared).encode("utf-8"))
        except UnicodeError:
            pass
    text = raw.decode("cp1252", errors="replace")
    return Decoded(utf8=text.encode("utf-8"), warning=_read_as(declared or "nothing"))


def holds_c1(raw: bytes) -> bool:
    """Say whether there are controls of Latin-1, which nobody sends."""
    return len(raw.translate(None, C1)) < len(raw)


def _read_as(said: str) -> str:
    """Say that bytes were read as Windows-1252, whatever they are said to be."""
    return f"encoding: declared {said}, read as Windows-1252"
