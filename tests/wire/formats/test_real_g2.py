"""Real NewsML-G2 files, field by field, as read by a person beside the file."""

import json
from pathlib import Path

import pytest
from lxml import etree

from dateline.wire.parse import parse
from support.real_items import WIRES, facts, needs_wires
from support.wire_files import RULES

EXPECTED = json.loads((Path(__file__).parent / "real_g2.json").read_text("utf-8"))
DPA = "dpa-digitalwires-newsmlg2/tests/data/output"
XHTML = "{http://www.w3.org/1999/xhtml}"

pytestmark = needs_wires


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_field_is_what_a_person_reads_there(name):
    """Identity, state, lines, classification, notes, body, pictures and rights."""
    items = parse((WIRES / name).read_bytes(), source=RULES)

    assert [facts(item) for item in items] == EXPECTED[name]


def test_no_word_of_dpa_copy_is_lost():
    """Every word of a page is in the copy, in what was stripped, or in a note."""
    for path in sorted((WIRES / DPA).glob("*.xml")):
        (item,) = parse(path.read_bytes(), source=RULES)
        kept = [block.text for block in item.body] + [b.href for b in item.body]
        kept += [cut.text for cut in item.stripped] + [n.text for n in item.ed_notes]
        words = set(" ".join(kept).split())

        for section in etree.parse(path).iter(f"{XHTML}section"):
            text = " ".join(section.itertext())
            lost = [word for word in text.split() if word not in words]
            assert not [w for w in lost if not any(w in one for one in kept)], path
