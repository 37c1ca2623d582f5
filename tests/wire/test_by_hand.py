"""Real wire files, openly licensed, against what a person read in them beforehand.

The tables in ``by_hand/`` were written from the raw files alone, before they were
compared with anything; ``by_hand/README.md`` names each field that differed then.
"""

import pytest

from support.by_hand import expectations, item_of, wrong_fields
from support.real_items import needs_wires

pytestmark = needs_wires
BAR = 0.99
FEWEST = 80  # files


def test_nearly_all_fields_are_as_a_person_read_them(record_property):
    """At least 99 of 100 fields of more than 80 real files."""
    count, wrong = 0, []
    for expected in expectations():
        count += len(expected.fields)
        item = item_of(expected)
        if item is None:
            wrong += [f"{expected.name}: no such Item"] * len(expected.fields)
            continue
        wrong += [
            f"{expected.name}: {field}: {str(found)[:160]!r}, "
            f"not {expected.fields[field]!r}"
            for field, found in wrong_fields(item, expected.fields).items()
        ]
    files = {expected.path for expected in expectations()}
    share = 1 - len(wrong) / count
    record_property("fields right", f"{share:.2%} of {count}")
    print(f"\n{share:.2%} of {count} fields of {len(files)} files right")  # noqa: T201
    print("\n".join(wrong))  # noqa: T201 - shown if the bar is missed

    assert len(files) >= FEWEST
    assert share >= BAR


@pytest.mark.parametrize("expected", expectations(), ids=lambda each: each.name)
def test_what_must_never_be_read_is_not(expected):
    """Not one of the texts for the desk alone stands in public text: no 99 here."""
    never = {"never": expected.fields.get("never", [])}

    assert wrong_fields(item_of(expected), never) == {}
