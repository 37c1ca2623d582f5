"""P3: after ``kill -9`` at any point the newsroom and the journal say the same."""

import random
import time

import pytest

from dateline.newsroom.models import Story
from support.newsroom_house import script


def fates(house):
    """Return what the journal says of each story: its headline, or None if gone."""
    found = {}
    for kind, content in house.said():
        if kind == "story.published":
            found[content.id] = content.headline
        elif kind == "story.withdrawn":
            found[content.id] = None
    return found


@pytest.mark.slow
def test_a_killed_newsroom_and_its_journal_agree(house):
    """Whatever it was doing, again and again on the same database."""
    dice = random.Random(7)  # noqa: S311 - chance, not secrecy
    for _ in range(4):
        with script("support.publish_until_killed", house.settings.root) as process:
            process.stdout.readline()  # it is at work
            time.sleep(dice.random() * 0.3)
            process.kill()
            process.wait()

        rows = Story.objects.exclude(state="draft")
        agreed = {s.public_id: s.headline if s.live else None for s in rows}
        assert agreed == fates(house)
        assert house.findings() == ()
    assert len(agreed) >= 4
