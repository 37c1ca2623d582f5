"""Records of authors and agencies."""

import pytest

from dateline.newsroom.actions.errors import NotAllowedError
from dateline.newsroom.actions.hold_picture import FreePicture, HoldPicture
from dateline.newsroom.actions.kill import KillStory
from dateline.newsroom.actions.kill_picture import KillPicture
from dateline.newsroom.actions.save_author import SaveAuthor, UnfitAuthorError
from dateline.newsroom.models import Author
from dateline.newsroom.roles import EDITOR, REPORTER
from support.copy import later
from support.newsroom_copy import a_person, a_saved_picture, again, published


def test_readers_have_a_record_at_once(either):
    """One entry for what is new, and none where nothing is."""
    author = Author(name=" Mira  Sen ", role="Rail editor")

    SaveAuthor(author=author, now=later()).execute()
    SaveAuthor(author=author, now=later(minutes=1)).execute()

    ((kind, said),) = either.said()
    assert (kind, said.kind, said.id) == ("author.set", "author", "mira-sen")
    assert (said.name, said.role) == ("Mira Sen", "Rail editor")


def test_a_record_stays_where_bylines_find_it(house):
    """Another spelling may do, another name is another record."""
    author = SaveAuthor(author=Author(name="Mira Sen"), now=later()).execute()

    author.name = "Mira  SEN"
    SaveAuthor(author=author, now=later()).execute()
    author.name = "Asha Rao"
    with pytest.raises(UnfitAuthorError, match="/author/mira-sen/"):
        SaveAuthor(author=author, now=later()).execute()


def test_one_record_for_a_name(house):
    """A person and an agency may share it; two people cannot."""
    for kind in ("author", "agency"):
        SaveAuthor(author=Author(name="Reuter", kind=kind), now=later()).execute()

    with pytest.raises(UnfitAuthorError, match="There is a record"):
        SaveAuthor(author=Author(name="reuter"), now=later()).execute()
    with pytest.raises(UnfitAuthorError, match="Latin letters"):
        SaveAuthor(author=Author(name="—"), now=later()).execute()


def test_a_portrait_goes_out_with_its_record(either):
    """The picture first, then the record that names it."""
    portrait = a_saved_picture(alt="Mira Sen at her desk")
    author = Author(name="Mira Sen", picture=portrait)

    SaveAuthor(author=author, now=later()).execute()

    (_, picture), (kind, said) = either.said()
    assert picture.alt == "Mira Sen at her desk"
    assert (kind, said.picture) == ("author.set", portrait.public_id)


@pytest.mark.parametrize(
    ("fields", "why"), [({"held": "Ask Asha."}, "No reader"), ({"alt": ""}, "no alt")]
)
def test_a_portrait_that_readers_may_not_have_is_refused(house, fields, why):
    """Held back, or without a word for who cannot see it."""
    portrait = a_saved_picture(**fields)
    author = Author(name="Mira Sen", picture=portrait)
    with pytest.raises(UnfitAuthorError, match=why):
        SaveAuthor(author=author, now=later()).execute()
    assert house.said() == []


def test_a_killed_portrait_leaves_the_record(either):
    """The record stays without it, and can be saved."""
    portrait = a_saved_picture()
    author = Author(name="Mira Sen", picture=portrait)
    SaveAuthor(author=author, now=later()).execute()

    KillPicture(picture=portrait, reason="rights", now=later()).execute()

    author = again(author)
    assert author.picture is None
    assert either.kinds()[-1] == "picture.killed"
    SaveAuthor(author=author, now=later(minutes=1)).execute()
    assert either.said()[-1][1].picture == ""


def test_a_held_portrait_comes_back(either):
    """Taken from readers while it is held; let go, it is on the page again."""
    portrait = a_saved_picture()
    SaveAuthor(author=Author(name="Mira", picture=portrait), now=later()).execute()

    HoldPicture(picture=portrait, reason="Ask.", now=later()).execute()
    assert either.kinds()[-1] == "picture.killed"
    FreePicture(picture=again(portrait), now=later(minutes=1)).execute()

    assert either.kinds()[-1] == "picture.published"


def test_a_kill_of_a_story_leaves_a_portrait_it_showed(house):
    """The picture is not the story's alone."""
    portrait = a_saved_picture()
    SaveAuthor(author=Author(name="Mira", picture=portrait), now=later()).execute()
    story = published(lead_picture=portrait)

    KillStory(story=story, reason="order", now=later(hours=1)).execute()

    assert not again(portrait).killed
    assert "picture.killed" not in house.kinds()


def test_editors_keep_the_records(house):
    """A reporter reads them."""
    record = Author(name="Mira Sen")
    with pytest.raises(NotAllowedError):
        SaveAuthor(
            author=record, acting_user=a_person(REPORTER, "ravi"), now=later()
        ).execute()
    editor = a_person(EDITOR, "noor")
    SaveAuthor(author=record, acting_user=editor, now=later()).execute()
    assert Author.objects.get().slug == "mira-sen"
