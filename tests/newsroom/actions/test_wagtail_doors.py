"""Whatever Wagtail does to a story, the journal says the same."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, models
from django.utils import timezone
from wagtail.actions.unpublish import UnpublishAction

from dateline.newsroom.models import Due
from dateline.newsroom.models.story import StoryState
from support.newsroom_copy import a_draft, again, published


def test_publishing_a_revision_goes_through_the_journal(house):
    """As Wagtail's form, its workflow and its history do it."""
    story = a_draft()

    story.latest_revision.publish(user=User.objects.create_superuser("amal"))

    assert house.kinds() == ["story.published"]
    assert again(story).live


def test_unpublishing_goes_through_the_journal(house):
    """It is a withdrawal."""
    story = published()

    story.unpublish()

    assert house.kinds()[-1] == "story.withdrawn"
    assert again(story).state == StoryState.WITHDRAWN


def test_a_go_live_moment_becomes_a_row_of_the_queue(house):
    """Wagtail's own schedule is never run; ours is."""
    moment = timezone.now() + timedelta(hours=1)
    story = a_draft(go_live_at=moment)

    story.latest_revision.publish()

    assert house.said() == []
    assert Due.objects.get().moment == moment
    assert again(story).approved_schedule


def test_a_way_round_ends_at_the_database(house):
    """Wagtail's bare action, that asks no story, cannot make one vanish."""
    story = published()

    with pytest.raises(IntegrityError):
        UnpublishAction(again(story)).execute(skip_permission_checks=True)

    assert again(story).live
    assert house.kinds() == ["story.published"]


def test_what_was_public_cannot_be_deleted(house):
    """Readers met it: it is withdrawn or killed."""
    story, draft = published(), a_draft()

    with pytest.raises(models.ProtectedError):
        story.delete()

    draft.delete()
    assert house.kinds() == ["story.published"]
