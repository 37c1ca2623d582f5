"""Ways to damage a file, as transfers, gateways and enemies do."""

import random
from collections.abc import Callable

LARGEST = 1 << 18  # bytes after the damage

WORDS = [
    *(b"<", b">", b"</", b"/>", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?xml ?>"),
    *(
        b"&",
        b"&amp;",
        b"&#0;",
        b"&#x110000;",
        b"&a;",
        b'"',
        b"'",
        b"\\u0000",
        b"\\ud800",
    ),
    *(b"{", b"}", b"[", b"]", b":", b",", b"null", b"true", b"NaN", b"1e999", b"-1"),
    *(b"\x00", b"\x01", b"\x02", b"\x03", b"\x07", b"\x16\x16\x01", b"\x1f", b"\x7f"),
    *(b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc0\x80", b"\xed\xa0\x80", b"\x80"),
    *(b"9" * 400, b"A" * 5000, b"<a>" * 300, b"[" * 600, b'{"a":' * 400, b"(" * 3000),
    *(b"\r\n" * 50, b" " * 4000, b"\t", "\u202e\u0301é".encode(), b"=" * 200, b"^"),
    *(b"0000-00-00T99:99", b"9999-12-31T23:59:59+99:99", b"xmlns=", b"standard"),
    b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
]

# What an expression may part in many ways, said again and again; and what may end it.
RUNS = (
    b" ", b"\t", b"\n", b"\r\n", b",", b".", b"=", b"-", b"_", b"/", b"(", b'"', b"*",
    b"#", b"7", b"7 ", b"1-", b"a", b"A ", b"a.", b"-a", b"BC-", b"(a) ", b", ", b" - ",
    b"<!---->", b"<??>", b"&#32;", b"\\u0020", b"\\n", b"\xc2\xa0", b"Jan 1 ",
    b"12:00 ", b"by ", b"kill ", b"credit ", b"embargo ", b"Notizblock ", b"http://a ",
)  # fmt: skip
ENDS = (b"", b"x", b"!", b"Ld", b"DER)", b"///", b"(AP) - ", b" until", b"\n")
LONGEST_RUN = 20_000  # bytes


Way = Callable[[bytearray, bytes, random.Random], None]


def damage(seed: bytes, other: bytes, dice: random.Random) -> bytes:
    """Return ``seed`` damaged in one to four ways; ``other`` is another file."""
    raw = bytearray(seed)
    for _ in range(dice.randint(1, 4)):
        dice.choice(WAYS)(raw, other, dice)
    return bytes(raw[:LARGEST])


def flip(raw: bytearray, other: bytes, dice: random.Random) -> None:  # noqa: ARG001 - one shape for all
    """Change some bytes."""
    for _ in range(dice.randint(1, 8) if raw else 0):
        raw[dice.randrange(len(raw))] = dice.randrange(256)


def cut(raw: bytearray, other: bytes, dice: random.Random) -> None:  # noqa: ARG001
    """Cut a piece out."""
    del raw[_piece(raw, dice)]


def double(raw: bytearray, other: bytes, dice: random.Random) -> None:  # noqa: ARG001
    """Say a piece again, once or many times."""
    piece = _piece(raw, dice)
    raw[piece.start : piece.start] = raw[piece] * dice.choice((1, 2, 50))


def throw_in(raw: bytearray, other: bytes, dice: random.Random) -> None:  # noqa: ARG001
    """Put a word of the formats somewhere, or in place of something."""
    piece = _piece(raw, dice)
    end = dice.choice((piece.start, piece.stop))
    raw[piece.start : end] = dice.choice(WORDS)


def swap(raw: bytearray, other: bytes, dice: random.Random) -> None:
    """Put a piece of another file in place of one."""
    raw[_piece(raw, dice)] = other[_piece(other, dice)]


def break_off(raw: bytearray, other: bytes, dice: random.Random) -> None:  # noqa: ARG001
    """End in the middle."""
    del raw[dice.randrange(len(raw) + 1) :]


def change_letter(raw: bytearray, other: bytes, dice: random.Random) -> None:  # noqa: ARG001
    """Put something in place of a letter, in three places."""
    if raw:
        letter = bytes(raw[_piece(raw, dice)][:1])
        raw[:] = raw.replace(letter, dice.choice(WORDS)[:8], 3) if letter else raw


def run_on(raw: bytearray, other: bytes, dice: random.Random) -> None:  # noqa: ARG001
    """Say one thing thousands of times, mostly where a word begins or ends."""
    run, at = dice.choice(RUNS), dice.randrange(len(raw) + 1)
    while at < len(raw) and raw[at : at + 1].isalnum() and dice.random() < 0.9:
        at += 1
    raw[at:at] = run * (LONGEST_RUN // len(run)) + dice.choice(ENDS)


WAYS: tuple[Way, ...] = (
    run_on,
    flip,
    cut,
    double,
    throw_in,
    swap,
    break_off,
    change_letter,
)


def _piece(raw: bytes | bytearray, dice: random.Random) -> slice:
    """Choose a piece, mostly a short one."""
    begin = dice.randrange(len(raw) + 1)
    return slice(begin, begin + min(int(dice.expovariate(1 / 40)) + 1, 4000))
