"""Whole files of our own invention in every format, and what a person expects.

The expectations were written from the rules of the trade before a parser read the
files. Counted are fields; nothing a desk keeps to itself may be in public text.
"""

import pytest

from dateline.wire.errors import RefusedError
from dateline.wire.parse import READERS, parse
from support.sample_fields import (
    SAMPLES,
    differences,
    expectation_of,
    expected_files,
    public_text,
    rules_of,
)

FILES = expected_files()
BAR = 0.99
FEWEST = 75  # files


def name_of(path):
    """Name a sample in a test's id."""
    return str(path.relative_to(SAMPLES))


def read(path):
    """Parse a sample under its source's rules."""
    return parse(path.read_bytes(), source=rules_of(expectation_of(path)))


def test_nearly_all_fields_are_right(record_property):
    """At least 99 of 100 expected fields come out as a person wrote them down."""
    count, wrong = 0, []
    for path in FILES:
        wanted = expectation_of(path)["items"]
        count += 1 + sum(map(len, wanted))
        try:
            items = read(path)
        except RefusedError as error:
            wrong += [f"{name_of(path)}: {error}"] * (1 + sum(map(len, wanted)))
            continue
        if len(items) != len(wanted):
            wrong.append(f"{name_of(path)}: {len(items)} items, not {len(wanted)}")
        for item, expected in zip(items, wanted, strict=False):
            wrong += [
                f"{name_of(path)}: {field}: {found!r} is not {should!r}"
                for field, (found, should) in differences(item, expected).items()
            ]
    share = 1 - len(wrong) / count
    record_property("fields right", f"{share:.2%} of {count}")
    print(f"\n{share:.2%} of {count} fields of {len(FILES)} files right")  # noqa: T201
    print("\n".join(wrong))  # noqa: T201 - shown if the bar is missed

    assert share >= BAR


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_nothing_secret_is_public(path):
    """What the file says is for the desk stands in nothing a reader sees."""
    never = expectation_of(path).get("never", [])

    seen = "\n".join(map(public_text, read(path)))

    assert [text for text in never if text in seen] == []


def test_every_format_has_samples():
    """No format that is read is without a file, and no file without a reader."""
    formats = {item.format for path in FILES for item in read(path)}

    assert formats == {form.value for form in READERS}
    assert len(FILES) >= FEWEST


def test_reading_twice_is_reading_once():
    """The same bytes are the same Items."""
    for path in FILES:
        assert read(path) == read(path)
