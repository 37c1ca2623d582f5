"""Both exports: valid, without a secret, and read back as the same Item."""

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from dateline.wire.errors import RefusedError
from dateline.wire.export_newsml_g2 import newsml_g2
from dateline.wire.parse import parse
from dateline.wire.source import SourceRules
from support.export_check import G2_SCHEMA, check
from support.made_items import HIDDEN, items
from support.real_items import WIRES, needs_wires
from support.samples_g2 import SAMPLES

RULES = SourceRules(name="acme")


def signed_if_a_picture(item):
    """Say whether a picture has a credit; reading gives one to a picture without."""
    return item.credit or item.kind.value not in {"picture", "graphic"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(items)
def test_any_item_is_valid_and_comes_back(item):
    """What a format can hold is the same after writing and reading."""
    assert HIDDEN not in check(item)


@pytest.mark.parametrize("name", SAMPLES)
def test_agencies_items_come_back(name):
    """Also an Item that was read from an agency's form, tidied once, stays so."""
    sample = SAMPLES[name]
    for item in parse(sample.raw, source=sample.rules):
        if signed_if_a_picture(item):
            assert "555 0101" not in check(item)


@needs_wires
@pytest.mark.parametrize("suffix", ["xml", "json", "txt"])
def test_real_items_come_back(suffix):
    """The Items of every real file that can be read."""
    seen = 0
    for path in sorted(WIRES.glob(f"**/*.{suffix}")):
        try:
            found = parse(path.read_bytes(), source=RULES)
        except RefusedError:
            continue
        for item in found:
            if item.version_created and signed_if_a_picture(item):
                check(item)
                seen += 1
    assert seen > 20


def test_what_xml_cannot_hold_is_left_out():
    """A control character that came by JSON does not make broken XML."""
    raw = (
        b'{"uri": "urn:example:1", "versioncreated": "2016-12-15T09:00:00Z",'
        b' "headline": "a\\u0007b", "body_html": "<p>c\\u0001d</p>"}'
    )
    (item,) = parse(raw, source=RULES)

    (again,) = parse(newsml_g2(item), source=RULES)

    assert (again.headline, again.body_text) == ("ab", "cd")


def test_an_item_without_a_moment_is_valid():
    """The schema demands a moment, so the first of 1970 stands for none."""
    (item,) = parse(b'{"uri": "urn:example:1", "headline": "a"}', source=RULES)

    assert G2_SCHEMA.validate(etree.fromstring(newsml_g2(item)))
    assert b"1970-01-01T00:00:00+00:00" in newsml_g2(item)
