"""Nothing a desk keeps to itself reaches a reader: 10,000 files with words hidden.

Names, telephones and addresses are put wherever each format has room for them:
renditions, notes, notebooks, comments, instructions, classes and attributes.
"""

import json
import random

import pytest
from lxml import etree

from dateline.news.item import Audience
from dateline.wire.export_newsml_g2 import newsml_g2
from dateline.wire.export_ninjs import ninjs_object
from dateline.wire.parse import READERS, parse
from dateline.wire.source import SourceRules
from support.sample_fields import public_text
from support.secret_files import FORMATS
from support.secret_markup import COPY, Secrets

RULES = SourceRules(name="acme")
FILES = 10_000
EACH = -(-FILES // len(FORMATS))
WITHOUT_COPY = {"ap-media", "jpeg"}  # the copy is another file; a picture has none
NOTES = {"edNote", "instructions"}


def made(name, number):
    """Write one file; give it and what was hidden in it."""
    secrets = Secrets(dice=random.Random(f"{name} {number}"))  # noqa: S311 - the same each time
    return FORMATS[name](secrets), secrets


def exported(item):
    """Give both exports in one text, and again without notes between desks."""
    ninjs, g2 = ninjs_object(item), newsml_g2(item)
    whole = json.dumps(ninjs, ensure_ascii=False) + g2.decode()
    tree = etree.fromstring(g2)
    for note in list(tree.iter("{*}edNote")):
        note.getparent().remove(note)
    shown = json.dumps(_without_notes(ninjs), ensure_ascii=False)
    return whole, shown + etree.tostring(tree, encoding="unicode")


def _without_notes(thing):
    if isinstance(thing, dict):
        return {k: _without_notes(v) for k, v in thing.items() if k not in NOTES}
    if isinstance(thing, list):
        return [_without_notes(each) for each in thing]
    return thing


@pytest.mark.parametrize("name", FORMATS)
def test_no_hidden_word_reaches_a_reader(name):
    """Not one is in what readers see or in what others are sent; all copy is there."""
    for number in range(EACH):
        raw, secrets = made(name, number)
        items = parse(raw, source=RULES)
        seen = "\n".join(map(public_text, items)).casefold()
        public = [
            note.text
            for item in items
            for note in item.ed_notes
            if note.audience is Audience.PUBLIC
        ]
        seen += "\n".join(public).casefold()
        assert [w for w in secrets.hidden + secrets.internal if w in seen] == [], raw
        for item in items:
            whole, shown = (text.casefold() for text in exported(item))
            assert [w for w in secrets.hidden if w in whole] == [], raw
            assert [w for w in secrets.internal if w in shown] == [], raw
        if name not in WITHOUT_COPY:
            assert [line for line in COPY if line.casefold() not in seen] == [], raw


def test_words_are_hidden_in_every_format():
    """No format is left out, and no file is without a word to find."""
    assert FORMATS.keys() == {form.value for form in READERS}
    for name in FORMATS:
        raw, secrets = made(name, 0)
        text = raw.decode("utf-8", "replace")
        assert any(word in text for word in secrets.hidden + secrets.internal)


@pytest.mark.parametrize("name", FORMATS)
def test_what_was_hidden_is_kept_for_the_desk(name):
    """A word of the copy's own markup is lost to readers, not to the newsroom."""
    kept = 0
    for number in range(40):
        raw, secrets = made(name, number)
        for item in parse(raw, source=RULES):
            desk = " ".join(
                [note.text for note in item.ed_notes]
                + [each.text for each in item.stripped]
                + [picture.instructions for picture in item.pictures]
            )
            kept += sum(word in desk for word in secrets.hidden + secrets.internal)
    assert kept or name == "json-feed"
