"""A demo story as it was before it was corrected."""

from datetime import timedelta

import pytest

from dateline.cli.demo.copy import authors, stories
from dateline.cli.demo.earlier import version_at

CORRECTED = [story for story in stories() if story.head.corrections]
MOMENT = timedelta(seconds=1)


def words(version):
    """Return what a version says, in one string."""
    return repr([version.headline, version.standfirst, version.body])


@pytest.mark.parametrize("story", CORRECTED, ids=lambda story: story.slug)
def test_what_was_wrong_stood_there_before(story):
    """Until its correction a story says the wrong words, from then on the right."""
    for note in story.head.corrections:
        before = words(version_at(story, note.moment - MOMENT))
        after = words(version_at(story, note.moment))
        assert note.was
        for right, wrong in note.was.items():
            assert wrong in before
            assert wrong not in after
            assert right in after


def test_an_update_brought_the_last_paragraph():
    """The half marathon was updated in the afternoon and corrected after it."""
    (race,) = [s for s in CORRECTED if s.head.updated is not None]
    first = version_at(race, race.head.first_published)
    updated = version_at(race, race.head.updated)

    assert len(updated.body) == len(first.body) + 1
    assert "24,200" in words(first)
    assert "24,200" in words(updated)
    assert version_at(race, race.head.corrections[-1].moment).body == race.body


def test_the_authors_of_the_demo_write_in_it():
    """No record leads to an empty page."""
    bylines = {name for story in stories() for name in story.head.byline}
    agencies = {story.head.agency for story in stories()}

    for author in authors():
        assert author.name in (agencies if author.kind == "agency" else bylines)
