"""NewsML-G2 as Reuters, STT, TT, AFP, Belga, Scoop, PA, dpa and others send it."""

from datetime import UTC, datetime

import pytest

from dateline.news.item import ItemKind
from dateline.wire.judge import Action, judge
from dateline.wire.parse import parse
from support.fields import field_of
from support.samples_g2 import SAMPLES, item, page
from support.wire_files import NAMESPACE, RULES

OWN = {
    "rights_words": lambda item: item.rights.words,
    "picture": lambda item: (
        item.pictures[0].caption,
        item.pictures[0].credit,
        item.pictures[0].renditions[0].width,
    ),
    "kind": lambda item: item.kind.value,
}


@pytest.mark.parametrize("name", SAMPLES)
def test_an_agencys_form_is_read(name):
    """Each field is as expected, and what was odd is among the warnings."""
    sample = SAMPLES[name]

    (item,) = parse(sample.raw, source=sample.rules)

    found = {
        key: OWN[key](item) if key in OWN else field_of(item, key)
        for key in sample.expected
    }
    assert found == sample.expected
    for begin in sample.warnings:
        assert [each for each in item.warnings if each.startswith(begin)]


@pytest.mark.parametrize("name", SAMPLES)
def test_reading_again_changes_nothing(name):
    """The same bytes are the same Items."""
    sample = SAMPLES[name]

    assert parse(sample.raw, source=sample.rules) == parse(
        sample.raw, source=sample.rules
    )


def test_a_package_names_its_parts_and_holds_items_inside():
    """Parts are links under the role of their group; items inside are Items too."""
    package = (
        f'<packageItem xmlns="{NAMESPACE}" guid="urn:example:p" version="1"><itemMeta/>'
        '<groupSet root="r"><group id="r" role="group:main"><itemRef '
        'residref="urn:example:1"><title>Ferry</title></itemRef>'
        f"{item(content=page('<p>Copy.</p>'))}</group></groupSet></packageItem>"
    )

    whole, inside = parse(package.encode(), source=RULES)

    assert whole.kind is ItemKind.PACKAGE
    assert [(link.rel, link.uri, link.title) for link in whole.links] == [
        ("main", "urn:example:1", "Ferry")
    ]
    assert (inside.uri, inside.body_text) == ("urn:example:1", "Copy.")


@pytest.mark.parametrize("part", ["contentSet", "contentMeta", "itemMeta", "groupSet"])
def test_a_part_of_an_item_waits_for_a_human(part):
    """A file that holds only a part is read, named by its bytes, and held."""
    text = f"<{part}><inlineXML><p>Copy.</p></inlineXML></{part}>"

    (found,) = parse(text.encode(), source=RULES)

    assert found.needs_human == f"only a part of an item came: {part.lower()}"
    assert judge(found, held=None, now=datetime.now(UTC)).action in {
        Action.HOLD,
        Action.KEEP,
    }


def test_items_without_names_in_one_file_get_names_of_their_own():
    """Two nameless items of one file are not one item."""
    nameless = f'<newsItem xmlns="{NAMESPACE}"><itemMeta/></newsItem>'
    message = f"<newsMessage><itemSet>{nameless}{nameless}</itemSet></newsMessage>"

    first, second = parse(message.encode(), source=RULES)

    assert first.uri != second.uri
