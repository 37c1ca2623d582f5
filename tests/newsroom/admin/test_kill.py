"""The kill screen: nothing stands against it but a wrong id."""

from django.contrib.auth.models import User
from django.utils import timezone

from dateline.newsroom.actions.save_grievance import SaveGrievance
from dateline.newsroom.actions.schedule import Schedule
from dateline.newsroom.admin.public_catalog import open_store
from dateline.newsroom.models import Story
from dateline.newsroom.models.grievance import Grievance
from dateline.newsroom.models.story import StoryState
from support.copy import NOON, later
from support.newsroom_copy import a_draft, a_saved_picture, again, published
from support.pressed_paper import pressed
from support.story_form import URLS


def kill(client, story, **fields):
    """Send the kill form as the screen asks for it."""
    form = {"reason": "court order 12", "confirm": story.public_id, **fields}
    return client.post(f"{URLS}kill/{story.pk}/", form)


def test_the_receipt_names_what_was_erased(house, editor):
    """Hashes, pictures, files and addresses, for whoever asks for proof."""
    picture = a_saved_picture()
    story = published(lead_picture=picture, slug="leaders-meet")

    page = kill(editor, story, notice="Removed by order.").content.decode()

    assert "Receipt of the kill" in page
    assert "court order 12" in page
    assert picture.public_id in page
    assert story.public_hash in page
    assert f"leaders-meet-{story.public_id}/" in page
    assert house.kinds()[-1] == "story.killed"
    assert house.said()[-1][1].notice == "Removed by order."
    assert house.findings() == ()


def test_the_receipt_names_the_grievances_that_are_kept(house, editor):
    """They are evidence; the receipt says their numbers and not what they say."""
    story = published()
    grievance = Grievance(
        received_at=NOON,
        complainant="Farida Qureshi",
        address=f"/s/{story.public_id}",
        text="I was quoted with words I did not say.",
    )
    SaveGrievance(grievance=grievance, now=timezone.now()).execute()

    page = kill(editor, story).content.decode()

    assert "Grievances about it, kept for editors" in page
    assert f"<code>{grievance.pk}</code>" in page
    assert "Farida" not in page
    assert Grievance.objects.get().story_id == story.pk


def test_the_receipt_tells_the_state_of_each_address(house, editor):
    """Before the press has followed, and when one looks again after it has."""
    story = published(slug="leaders-meet")
    pressed(house)

    before = kill(editor, story).content.decode()
    open_store.close()
    pressed(house)
    after = editor.get(f"{URLS}edit/{story.pk}/").content.decode()

    assert "being removed" in before
    assert "removed (410)" in after


def test_a_locked_story_is_killed(house, editor):
    """Somebody else's lock does not stand against a legal order."""
    story = published()
    other = User.objects.create_user("other")
    Story.objects.filter(pk=story.pk).update(
        locked=True, locked_by=other, locked_at=timezone.now()
    )

    assert f"{URLS}kill/" in editor.get(f"{URLS}edit/{story.pk}/").content.decode()
    kill(editor, story)

    assert again(story).state == StoryState.KILLED


def test_a_scheduled_and_embargoed_story_is_killed(house, editor):
    """Nor does a plan, nor a moment that has not come."""
    story = a_draft(embargoed_until=later(days=1))
    Schedule(story=story, moment=later(days=2), now=NOON).execute()

    kill(editor, story)

    assert again(story).state == StoryState.KILLED
    assert not story.dues.filter(done_at=None).exists()


def test_a_broken_story_is_killed(house, editor):
    """A revision that nobody can read any more does not stand against it either."""
    story = published()
    story.latest_revision.content = {"body": "not json at all", "pk": "nonsense"}
    story.latest_revision.save()

    assert kill(editor, story).status_code == 200

    assert again(story).state == StoryState.KILLED


def test_a_wrong_id_kills_nothing(house, editor):
    """The id is typed by hand so that no slip of the hand kills."""
    story = published()

    answer = kill(editor, story, confirm="xxxxxx")

    assert "That is not its id" in answer.content.decode()
    assert again(story).live


def test_a_reason_is_asked_for(house, editor):
    """The audit log must say why."""
    story = published()

    kill(editor, story, reason=" ")

    assert again(story).live


def test_the_history_says_who_killed_and_why(house, editor):
    """The log outlives the story."""
    story = published()
    kill(editor, story)

    page = editor.get(f"{URLS}history/{story.pk}/").content.decode()

    assert "Killed" in page
    assert "mira" in page
