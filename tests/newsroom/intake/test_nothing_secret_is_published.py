"""From an agency's file to the page: what was for the desk stays at the desk."""

import random

import pytest

from dateline.newsroom.intake.take_in import take_in
from support.copy import NOON
from support.newsroom_wire import TRUSTED
from support.pressed_paper import pressed
from support.secret_files import FORMATS
from support.secret_markup import COPY, Secrets

TEXTS = sorted(FORMATS.keys() - {"ap-media", "jpeg"})  # these two hold no copy
EACH = 4  # files of each format


@pytest.mark.slow
def test_no_page_and_no_feed_shows_what_was_hidden(house):
    """Forty stories go out by themselves; no hidden word is in anything public."""
    words, out = [], 0
    for name in TEXTS:
        for number in range(EACH):
            dice = random.Random(f"public {name} {number}")  # noqa: S311 - the same each time
            secrets = Secrets(dice=dice)
            for outcome in take_in(FORMATS[name](secrets), source=TRUSTED, now=NOON):
                out += bool(outcome.entries)
            words += secrets.hidden + secrets.internal

    paper = pressed(house, feeds=True)
    whole = "\n".join(paper.values()).casefold()
    journal = repr(house.said()).casefold()

    assert out > EACH * len(TEXTS) * 0.8
    assert any(path.endswith((".xml", ".json")) for path in paper)
    assert all(line.casefold() in whole for line in COPY)
    assert [word for word in words if word in whole] == []
    assert [word for word in words if word in journal] == []
