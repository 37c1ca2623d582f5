"""A kill: never refused, and nothing of the story is left anywhere."""

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError, connection
from django.utils import timezone
from wagtail.admin.models import FormState
from wagtail.models import ModelLogEntry

from dateline.newsroom.actions import kill as kill_module
from dateline.newsroom.actions.arrange_front import ArrangeFront, Placing
from dateline.newsroom.actions.breaking_line import PutUpLine
from dateline.newsroom.actions.correct import Correct
from dateline.newsroom.actions.errors import NotAllowedError
from dateline.newsroom.actions.kill import KillStory
from dateline.newsroom.actions.publish import Publish
from dateline.newsroom.actions.restore import Restore
from dateline.newsroom.actions.save import Save
from dateline.newsroom.actions.schedule import Schedule
from dateline.newsroom.actions.story_row import WrongStateError
from dateline.newsroom.actions.withdraw import Withdraw
from dateline.newsroom.due import run_due
from dateline.newsroom.models import Due, Front, Proposal, Story, WireItem
from dateline.newsroom.models.due import DueAction
from dateline.newsroom.models.story import StoryState
from dateline.newsroom.roles import EDITOR, REPORTER
from support.copy import NOON, later
from support.newsroom_copy import (
    a_draft,
    a_person,
    a_saved_picture,
    again,
    changed,
    paragraph,
    picture_block,
    published,
)

MARK = "xylophonist"
"""A word that stands nowhere but in the story that is killed."""


def where_it_stands():
    """Return every column of every table in which the marked word stands."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if "_fts" in table:
                continue
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own tables
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                found += [
                    f"{table}.{name}"
                    for name, value in zip(names, row, strict=True)
                    if MARK in as_text(value).lower()
                ]
    return sorted(set(found))


def as_text(value):
    """Return a database value as text, bytes too."""
    if isinstance(value, memoryview | bytes):
        return bytes(value).decode("utf-8", "replace")
    return str(value)


def a_marked_story(**fields):
    """Publish a story with the marked word wherever a word can stand."""
    picture = a_saved_picture(
        shade=33,
        title=f"{MARK} title",
        caption=f"The {MARK} waves.",
        alt=f"A person with mallets, surely a {MARK}, in a dark hall",
        creator=MARK,
        usage_terms=MARK,
    )
    story = published(
        headline=f"{MARK} headline",
        slugline=f"{MARK}/SLUG",
        standfirst=f"{MARK} standfirst",
        ed_note=f"{MARK} note",
        located=[MARK],
        byline=[MARK],
        lead_picture=picture,
        lead_caption=f"{MARK} lead",
        body=[paragraph(f"{MARK} text"), picture_block(picture, f"{MARK} inside")],
        **fields,
    )
    return again(story), picture


def hang_words_on(story, user):
    """Leave the marked word in everything that hangs on a story."""
    draft = changed(story, by=user, headline=f"{MARK} changed")
    Correct(story=draft, note=f"{MARK} was wrong", now=later(hours=1)).execute()
    wire = WireItem.objects.create(
        provider="acme",
        uri="urn:example:1",
        source="acme",
        headline=f"{MARK} wire",
        slugline=MARK,
        state="published",
        reason=f"{MARK} reason",
        first_seen=NOON,
        last_seen=NOON,
        story=story,
    )
    Proposal.objects.create(
        story=story, wire_item=wire, content={"headline": MARK}, made_at=NOON
    )
    Due.objects.create(
        story=story,
        action=DueAction.PUBLISH,
        moment=later(days=9),
        next_try=later(days=9),
        made_at=NOON,
        error=f"{MARK} failed",
    )
    for key in ("", str(story.pk)):
        FormState.objects.create(
            data=f"headline={MARK}",
            user=user,
            content_type=story.get_content_type(),
            object_id=key,
            parent_object_id="",
            last_updated_at=timezone.now(),
        )
    other = published(headline="Another story", now=later(minutes=5))
    home = Front.objects.get(pk="home")
    words = Placing(story=again(story), label=MARK[:20], headline=f"{MARK} on home")
    placed = [words, Placing(story=other)]
    ArrangeFront(front=home, places=placed, now=NOON).execute()
    line = PutUpLine(front=home, text=f"{MARK} now", story=again(story), now=NOON)
    line.execute()
    Withdraw(story=story, notice=f"{MARK} is off", now=later(hours=2)).execute()
    Restore(story=story, now=later(hours=3)).execute()


def test_nothing_of_it_is_in_any_table(either):
    """Each column of each table is read, the journal's too."""
    story, _ = a_marked_story()
    hang_words_on(story, a_person(EDITOR))
    assert len(where_it_stands()) > 15  # the search finds what is there

    KillStory(story=story, reason="court order 7", now=later(days=1)).execute()

    assert where_it_stands() == []
    assert either.findings() == ()


def test_nothing_of_it_is_in_the_files_of_sqlite(house):
    """What was removed is overwritten, in the write-ahead log too."""
    story, _ = a_marked_story()

    KillStory(story=story, reason="court order 7", now=later(days=1)).execute()

    for path in house.settings.data.rglob("*"):
        if path.is_file():
            assert MARK.encode() not in path.read_bytes().lower(), path


def test_the_journal_says_what_was_erased(either):
    """Readers' copies can be removed, and the chain proves it was by order."""
    story, picture = a_marked_story()
    hashes = {e.content_hash for e in either.entries() if e.subject == story.public_id}
    addresses = tuple(sorted(made["path"] for made in again(picture).renditions))

    receipt = KillStory(
        story=story, reason="court order 7", notice="Removed.", now=later(days=1)
    ).execute()

    said = dict(either.said()[-2:])
    assert said["picture.killed"].id == picture.public_id
    assert said["picture.killed"].addresses == addresses
    assert set(said["story.killed"].erased) == hashes
    assert said["story.killed"].notice == "Removed."
    assert said["story.killed"].language == "en"
    assert b"court order" not in either.entries()[-1].content
    assert hashes <= set(receipt.erased)
    assert receipt.addresses == addresses
    assert either.findings() == ()


def test_files_of_its_own_pictures_are_gone(house):
    """Original and renditions leave the disk."""
    story, _ = a_marked_story()
    before = [p for p in house.settings.media_path.rglob("*") if p.is_file()]

    receipt = KillStory(story=story, reason="order", now=later(days=1)).execute()

    assert sorted(receipt.files) == sorted(before)
    assert [p for p in house.settings.media_path.rglob("*") if p.is_file()] == []


def test_a_picture_that_another_story_shows_stays(house):
    """Only what the killed story alone shows goes with it."""
    picture = a_saved_picture()
    story = published(lead_picture=picture)
    published(headline="Another", body=[paragraph("x"), picture_block(picture)])

    receipt = KillStory(story=story, reason="order", now=later(days=1)).execute()

    assert receipt.pictures == ()
    assert not again(picture).killed
    assert house.kinds()[-1] == "story.killed"


def test_a_picture_that_another_draft_dropped_goes(house):
    """A story that once showed it and no longer does has no claim."""
    picture = a_saved_picture()
    other = a_draft(lead_picture=picture)
    changed(other, lead_picture=None)
    story = published(lead_picture=picture)

    receipt = KillStory(story=story, reason="order", now=later(days=1)).execute()

    assert receipt.pictures == (picture.public_id,)


def test_the_same_bytes_in_another_picture_keep_their_files(house):
    """Renditions belong to one picture; the original to all made from it."""
    first, second = a_saved_picture(shade=5), a_saved_picture(shade=5)
    published(headline="Another", lead_picture=second)
    story = published(lead_picture=first)

    receipt = KillStory(story=story, reason="order", now=later(days=1)).execute()

    assert receipt.pictures == (first.public_id,)
    assert {a.split("-")[0] for a in receipt.addresses} == {f"/media/{first.public_id}"}
    assert not any(path.exists() for path in receipt.files)
    assert again(second).original not in {path.name for path in receipt.files}


def test_files_are_removed_later_if_the_process_dies(house, monkeypatch):
    """The due queue remembers them in the kill's own transaction."""
    story, _ = a_marked_story()
    with monkeypatch.context() as patch:
        patch.setattr("dateline.newsroom.actions.kill.finish_kill", lambda _due: None)
        receipt = KillStory(story=story, reason="order", now=later(days=1)).execute()
    assert all(path.exists() for path in receipt.files)

    run_due(later(days=2))

    assert not any(path.exists() for path in receipt.files)


@pytest.mark.parametrize("state", ["draft", "scheduled", "withdrawn", "locked"])
def test_no_state_and_no_lock_stands_against_it(house, state):
    """A kill is never refused."""
    story = a_draft() if state in {"draft", "scheduled"} else published()
    if state == "scheduled":
        Schedule(story=story, moment=later(days=2), now=NOON).execute()
    elif state == "withdrawn":
        Withdraw(story=story, now=NOON).execute()
    elif state == "locked":
        user = User.objects.create_user("amal")
        Story.objects.filter(pk=story.pk).update(locked=True, locked_by=user)

    KillStory(story=story, reason="order", now=later(days=1)).execute()

    assert again(story).state == StoryState.KILLED
    assert house.kinds()[-1] == "story.killed"
    assert run_due(later(days=3))[-1:] == []
    assert not Due.objects.filter(done_at=None).exists()


def test_a_second_kill_says_nothing_new_and_fails_nowhere(house):
    """Two agencies may order the same."""
    story = published()
    KillStory(story=story, reason="order", now=later(days=1)).execute()

    receipt = KillStory(story=story, reason="again", now=later(days=2)).execute()

    assert receipt.entries == ()
    assert house.kinds().count("story.killed") == 1
    assert again(story).killed_at == later(days=1)


def test_a_killed_story_leaves_the_fronts(house):
    """The place is told to be empty in the same publication."""
    story, other = published(), published(headline="Another")
    front = Front.objects.get(pk="home")
    placed = [Placing(story=story), Placing(story=other)]
    ArrangeFront(front=front, places=placed, now=NOON).execute()

    KillStory(story=story, reason="order", now=later(days=1)).execute()

    kinds = house.said()[-2:]
    assert [kind for kind, _ in kinds] == ["front.arranged", "story.killed"]
    assert kinds[0][1].places == (other.public_id,)


def test_words_of_a_front_about_it_are_erased_and_named(house):
    """Label, headline, line: also of arrangements that readers no longer have."""
    story, other = published(), published(headline="Another")
    front = Front.objects.get(pk="home")
    for headline in ("One way to say it", ""):
        placed = [Placing(story=other, related=[story])]
        if headline:
            placed = [Placing(story=story, headline=headline), Placing(story=other)]
        ArrangeFront(front=front, places=placed, now=NOON).execute()

    receipt = KillStory(story=story, reason="order", now=later(days=1)).execute()

    arranged = [e for e in house.entries() if e.kind.value == "front.arranged"]
    assert [e.content is None for e in arranged] == [True, False, False]
    assert arranged[0].content_hash in receipt.erased
    assert house.findings() == ()
    assert house.said()[-2][1].treatments == ()


@pytest.mark.parametrize("what", ["publish", "restore", "schedule", "save"])
def test_what_was_killed_cannot_come_back(house, what):
    """Every way back is shut, with a reason and a hint."""
    story = published()
    KillStory(story=story, reason="order", now=later(days=1)).execute()
    story = again(story)
    way = {
        "publish": Publish(story=story, now=later(days=2)),
        "restore": Restore(story=story, now=later(days=2)),
        "schedule": Schedule(story=story, moment=later(days=3), now=later(days=2)),
        "save": Save(story=story, now=later(days=2)),
    }[what]

    with pytest.raises(WrongStateError, match="killed") as refused:
        way.execute()

    assert refused.value.hint


def test_the_log_says_who_when_and_why(house):
    """The record stays when the words go."""
    story = published()
    editor = a_person(EDITOR)

    KillStory(
        story=story, reason="court order 7", acting_user=editor, now=later(days=1)
    ).execute()

    entry = ModelLogEntry.objects.filter(action="dateline.kill").get()
    assert entry.user == editor
    assert entry.timestamp == later(days=1)
    assert entry.data["reason"] == "court order 7"
    assert entry.label == f"killed story {story.public_id}"


def test_a_reporter_cannot_kill(house):
    """The right is an editor's."""
    story = published()

    with pytest.raises(NotAllowedError):
        KillStory(
            story=story, reason="x", acting_user=a_person(REPORTER), now=NOON
        ).execute()

    assert house.kinds() == ["story.published"]


def test_an_error_in_a_kill_leaves_all_as_it_was(either, monkeypatch):
    """P3 for kills: files too are touched only when the kill stands."""
    story, _ = a_marked_story()
    before = either.entries()

    def fails(*_args, **_fields):
        raise InterruptedError

    with monkeypatch.context() as patch:
        patch.setattr("dateline.newsroom.actions.kill.write", fails)
        with pytest.raises(InterruptedError):
            KillStory(story=story, reason="order", now=later(days=1)).execute()

    assert either.entries() == before
    assert again(story).headline == f"{MARK} headline"
    assert again(story).revisions.count() == 1
    assert any(p.is_file() for p in either.settings.media_path.rglob("*"))


def test_a_database_in_the_way_does_not_refuse_it(house, monkeypatch):
    """A deadlock with the wire or the queue is tried again."""
    story = published()
    whole, tries = kill_module.hold_story, []

    def stumbles(pk):
        tries.append(pk)
        if len(tries) < 3:
            raise OperationalError("deadlock detected")
        return whole(pk)

    monkeypatch.setattr(kill_module, "hold_story", stumbles)
    KillStory(story=story, reason="order", now=later(days=1)).execute()

    assert len(tries) == 3
    assert house.kinds().count("story.killed") == 1


def test_a_disk_in_the_way_does_not_refuse_it(house, monkeypatch):
    """The kill stands; its files are tried again."""
    story, _ = a_marked_story()

    def fails(_media, _names):
        raise OSError("read-only file system")

    with monkeypatch.context() as patch:
        patch.setattr(kill_module, "erase_files", fails)
        receipt = KillStory(story=story, reason="order", now=later(days=1)).execute()

    assert again(story).state == StoryState.KILLED
    run_due(later(days=2))
    assert not any(path.exists() for path in receipt.files)
