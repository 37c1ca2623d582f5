"""The due queue: at its moment, once, whatever happens in between."""

import threading
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection, connections
from wagtail.models import ModelLogEntry

from dateline.newsroom.actions.errors import BadMomentError
from dateline.newsroom.actions.publish import Publish
from dateline.newsroom.actions.schedule import Schedule, Unschedule
from dateline.newsroom.due import next_due, run_due, turn_hour
from dateline.newsroom.models import Due
from dateline.newsroom.models.story import StoryState
from support.copy import NOON, later
from support.newsroom_copy import a_draft, again, changed, published

SOON = later(minutes=3)


def scheduled(moment=SOON, **fields):
    """Save a story and schedule it."""
    story = a_draft(**fields)
    Schedule(story=story, moment=moment, now=NOON).execute()
    return story


def stories_said(house):
    """Return the kinds of entries about stories."""
    return [kind for kind in house.kinds() if kind.startswith("story.")]


def test_nothing_happens_a_second_before(either):
    """P14: not a word of it is in the journal before its moment."""
    story = scheduled(embargoed_until=SOON)

    run_due(SOON - timedelta(seconds=1))

    assert stories_said(either) == []
    assert not any(e.subject == story.public_id for e in either.entries())


def test_it_is_published_at_its_moment_and_once(either):
    """To the second, and never again."""
    story = scheduled(embargoed_until=SOON)

    ran = run_due(SOON)
    again_ran = run_due(SOON + timedelta(seconds=1))

    assert [(r.action, r.story, r.error) for r in ran] == [
        ("publish", story.public_id, "")
    ]
    assert again_ran == []
    assert stories_said(either) == ["story.published"]
    assert again(story).first_published == SOON


def test_it_is_published_after_a_restart(house):
    """The queue is in the database: a process that comes later does it then."""
    story = scheduled()
    connections.close_all()  # the process is gone, and another one starts

    run_due(later(days=2))

    assert again(story).state == StoryState.PUBLISHED


def test_the_newest_plan_counts(house):
    """Scheduling again moves it."""
    story = scheduled()
    Schedule(story=story, moment=later(hours=2), now=NOON).execute()

    run_due(SOON)
    assert again(story).state == StoryState.DRAFT
    run_due(later(hours=2))
    assert again(story).state == StoryState.PUBLISHED


def test_a_plan_can_be_dropped(house):
    """Nothing happens then."""
    story = scheduled()

    Unschedule(story=story, now=NOON).execute()
    run_due(later(days=1))

    assert again(story).state == StoryState.DRAFT


def test_a_plan_dropped_with_wagtails_button_is_dropped(house):
    """Wagtail clears the revision's moment and knows nothing of our queue."""
    story = scheduled()
    revision = again(story).latest_revision
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])

    assert run_due(SOON)[0].error == ""
    assert again(story).state == StoryState.DRAFT
    assert Due.objects.get().outcome == "unscheduled"


def test_the_scheduled_revision_goes_out_not_a_later_draft(house):
    """What was approved is published; what was written since is a draft."""
    story = scheduled()
    changed(story, headline="Not approved yet")

    run_due(SOON)

    assert again(story).headline == "Leaders meet at a hot spring"
    assert again(story).has_unpublished_changes


def test_publishing_at_once_overtakes_the_plan(house):
    """One publication, not two."""
    story = scheduled()
    Publish(story=story, now=later(minutes=1)).execute()

    assert run_due(SOON) == []
    assert stories_said(house) == ["story.published"]


def test_an_expiry_withdraws(either):
    """A story with an end is taken down at it."""
    story = published(expire_at=later(hours=1))

    run_due(later(minutes=59))
    assert again(story).live
    run_due(later(hours=1))

    assert again(story).state == StoryState.WITHDRAWN
    assert stories_said(either)[-1] == "story.withdrawn"


@pytest.mark.parametrize("moment", [NOON, later(hours=-1)])
def test_the_past_cannot_be_scheduled(house, moment):
    """A plan is for later."""
    with pytest.raises(BadMomentError):
        Schedule(story=a_draft(), moment=moment, now=NOON).execute()


def test_a_plan_cannot_end_an_embargo_early(house):
    """Scheduling is no way round it."""
    story = a_draft(embargoed_until=later(hours=1))

    with pytest.raises(BadMomentError):
        Schedule(story=story, moment=later(minutes=59), now=NOON).execute()


def test_a_failure_is_shown_and_tried_again(either, monkeypatch):
    """The desk sees why; the pause doubles; it works when the reason is gone."""
    story = scheduled()

    def fails(self):
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(Publish, "execute", fails)
        assert run_due(SOON)[0].error == "RuntimeError: the disk is full"
        assert run_due(SOON + timedelta(seconds=4)) == []
        assert run_due(SOON + timedelta(seconds=5))[0].error
        assert run_due(SOON + timedelta(seconds=14)) == []
    due = Due.objects.get()
    assert due.error == "RuntimeError: the disk is full"
    assert due.attempts == 2

    assert run_due(SOON + timedelta(seconds=15))[0].error == ""
    assert again(story).live
    assert again(due).error == ""


def test_one_failure_does_not_hold_up_the_others(house, monkeypatch):
    """Each thing is for itself."""
    bad, good = scheduled(headline="Bad"), scheduled(headline="Good")
    whole = Publish.execute

    def fails_for_bad(self):
        if self.story.pk == bad.pk:
            raise RuntimeError
        return whole(self)

    monkeypatch.setattr(Publish, "execute", fails_for_bad)
    run_due(SOON)

    assert again(good).live
    assert not again(bad).live


def test_an_embargo_moved_later_holds_at_the_old_moment(house):
    """The rule is asked again at the moment itself."""
    story = scheduled(embargoed_until=SOON)
    revision = again(story).latest_revision
    revision.content["embargoed_until"] = later(days=1).isoformat()
    revision.save()

    assert "embargoed" in run_due(SOON)[0].error
    assert stories_said(house) == []


def test_the_acting_person_is_who_scheduled(house):
    """The log names the editor, not the machine."""
    editor = User.objects.create_superuser("amal")
    story = a_draft()
    Schedule(story=story, moment=SOON, acting_user=editor, now=NOON).execute()

    run_due(SOON)

    entry = ModelLogEntry.objects.filter(action="dateline.publish").get()
    assert entry.user == editor
    assert entry.timestamp == SOON


def test_next_due_is_the_next_thing_to_try_or_the_next_hour(house):
    """The desk need not look before."""
    assert next_due(NOON) == later(minutes=8)  # 12.52 UTC: the hour turns at 13.00
    scheduled()
    assert next_due(NOON) == SOON


def test_the_hour_turns_once(either):
    """One entry an hour, however often and by however many it is asked."""
    assert turn_hour(NOON)
    assert not turn_hour(later(minutes=5))
    assert turn_hour(later(minutes=8))
    assert not turn_hour(later(minutes=9))

    turns = [content.moment for kind, content in either.said() if "hour" in kind]
    assert turns == [NOON.replace(minute=0), later(minutes=8)]


@pytest.mark.slow
def test_four_workers_do_each_thing_once(either):
    """Held rows are passed over on PostgreSQL, waited for on SQLite."""
    stories = [scheduled(headline=f"Story {n}") for n in range(12)]
    ran, failed = [], []

    def work():
        try:
            ran.extend(run_due(SOON))
        except Exception as error:  # noqa: BLE001 - told below
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failed == []
    assert sorted(r.story for r in ran) == sorted(s.public_id for s in stories)
    assert stories_said(either) == ["story.published"] * 12
    assert either.kinds().count("hour.turned") == 1
    assert either.findings() == ()
