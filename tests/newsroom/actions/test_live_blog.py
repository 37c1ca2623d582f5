"""A live blog at the desk: what goes out, when, and what a kill leaves of it."""

import pytest
from django.db import connection
from wagtail.models import ModelLogEntry

from dateline.news.block import BlockKind
from dateline.news.live import LiveEntryError
from dateline.newsroom.actions.correct import NoNoteError
from dateline.newsroom.actions.correct_entry import CorrectEntry
from dateline.newsroom.actions.errors import NotAllowedError, WrongStateError
from dateline.newsroom.actions.kill import KillStory
from dateline.newsroom.actions.live_row import EntryWords
from dateline.newsroom.actions.publish import Publish
from dateline.newsroom.actions.remove_entry import RemoveEntry
from dateline.newsroom.actions.restore import Restore
from dateline.newsroom.actions.run_blog import RunBlog
from dateline.newsroom.actions.withdraw import Withdraw
from dateline.newsroom.actions.write_entry import WriteEntry
from dateline.newsroom.models import LiveEntry, Picture
from dateline.newsroom.models.live_entry import EntryState
from dateline.newsroom.roles import EDITOR, REPORTER
from support.copy import NOON, later
from support.newsroom_copy import (
    a_draft,
    a_person,
    a_saved_picture,
    again,
    changed,
    published,
)

MARK = "xylophonist"
"""A word that stands nowhere but in the blog that is killed."""


def a_blog(**fields):
    """Publish a story and start it as a live blog."""
    story = published(**fields)
    return RunBlog(story=story, state="running", now=later(minutes=1)).execute()


def write(story, text="The barrier is up.", *, minute=5, by=None, release=True, **more):
    """Write an entry."""
    return WriteEntry(
        story=story,
        words=EntryWords(text=text, **more),
        release=release,
        acting_user=by,
        now=later(minutes=minute),
    ).execute()


def test_an_entry_is_one_line_of_the_journal(house):
    """Started, then said: the story as a running blog, and its entry."""
    story = a_blog()
    entry = write(story, headline="Sluices open", author="Nandini Rao", key=True)

    (kind, blog), (entry_kind, said) = house.said()[-2:]
    assert (kind, blog.live) == ("story.published", "running")
    assert entry_kind == "live.entry"
    assert (said.story, said.number) == (story.public_id, 1)
    assert said.moment == later(minutes=5)
    assert (said.headline, said.author, said.key) == (
        "Sluices open",
        "Nandini Rao",
        True,
    )
    assert said.blocks[0].text == "The barrier is up."
    assert entry.number == 1
    assert not house.findings()


def test_a_number_is_never_given_twice(house):
    """Also after the newest entry was removed."""
    story = a_blog()
    write(story)
    second = write(story, "Two.")
    RemoveEntry(entry=second, now=later(minutes=9)).execute()

    assert write(story, "Three.").number == 3
    assert house.kinds()[-2:] == ["live.removed", "live.entry"]


def test_a_reporter_drafts_and_an_editor_releases(house):
    """Nothing a reporter wrote is public before somebody who may says so."""
    story = a_blog()
    ravi, mira = a_person(REPORTER, "ravi"), a_person(EDITOR, "mira")
    before = len(house.entries())

    draft = write(story, by=ravi, release=False)
    with pytest.raises(NotAllowedError):
        write(story, by=ravi)
    assert len(house.entries()) == before
    assert (draft.state, draft.number) == (EntryState.DRAFT, 0)

    WriteEntry(
        story=story,
        entry=draft,
        words=EntryWords(text="The barrier is up, the port says."),
        acting_user=mira,
        now=later(minutes=8),
    ).execute()

    assert house.said()[-1][1].blocks[0].text == "The barrier is up, the port says."
    assert LiveEntry.objects.count() == 1


def test_only_an_editor_makes_a_story_live(house):
    """A reporter may not start one."""
    with pytest.raises(NotAllowedError):
        RunBlog(
            story=published(),
            state="running",
            acting_user=a_person(REPORTER),
            now=NOON,
        ).execute()


def test_entries_of_an_unpublished_story_go_out_with_it(house):
    """Before its moment nothing of an embargoed blog is in the journal."""
    story = a_draft(embargoed_until=later(hours=1))
    RunBlog(story=story, state="running", now=NOON).execute()
    write(story, "Before the embargo ends.")
    write(story, "Kept back.", release=False)
    assert house.kinds() == []

    Publish(story=again(story), now=later(hours=1)).execute()

    assert house.kinds() == ["story.published", "live.entry"]
    assert house.said()[-1][1].blocks[0].text == "Before the embargo ends."


def test_a_correction_tells_readers(house):
    """With a note in the entry; a slip of the pen leaves none."""
    story = a_blog()
    entry = write(story)
    words = EntryWords(text="The barrier is half up.")

    with pytest.raises(NoNoteError):
        CorrectEntry(entry=entry, words=words, now=later(hours=1)).execute()
    CorrectEntry(
        entry=entry, words=words, note="Half, not all.", now=later(hours=1)
    ).execute()
    said = house.said()[-1][1]
    assert (said.number, said.note, said.corrected) == (
        1,
        "Half, not all.",
        later(hours=1),
    )

    minor = EntryWords(text="The barrier is half up now.")
    CorrectEntry(entry=entry, words=minor, minor=True, now=later(hours=2)).execute()
    assert house.said()[-1][1].corrected == later(hours=1)


def test_an_entry_that_says_nothing_is_refused(house):
    """Nothing typed, nothing kept."""
    story = a_blog()
    with pytest.raises(LiveEntryError):
        write(story, "  \n ")
    assert not LiveEntry.objects.exists()


def test_an_ended_blog_takes_no_entry_until_it_runs_again(house):
    """Corrections are still possible."""
    story = a_blog()
    entry = write(story)
    RunBlog(story=story, state="ended", now=later(hours=1)).execute()
    assert house.said()[-1][1].live == "ended"

    with pytest.raises(WrongStateError, match="has ended"):
        write(story)
    words = EntryWords(text="The barrier was up.")
    CorrectEntry(entry=entry, words=words, minor=True, now=later(hours=2)).execute()
    RunBlog(story=story, state="running", now=later(hours=3)).execute()
    assert write(story).number == 2


def test_an_edit_of_the_story_leaves_it_a_live_blog(house):
    """What an old revision knew of it does not count."""
    story = published()
    draft = changed(story, standfirst="The tide turns at six.")
    RunBlog(story=story, state="running", now=later(minutes=1)).execute()

    Publish(story=draft, now=later(minutes=2)).execute()

    said = house.said()[-1][1]
    assert (said.live, said.standfirst) == ("running", "The tide turns at six.")
    assert again(story).blog == "running"


def test_what_was_withdrawn_comes_back_with_its_entries(house):
    """The catalog let go of them, so they are said again, oldest first."""
    story = a_blog()
    write(story, "One.")
    gone = write(story, "Two.")
    write(story, "Three.")
    RemoveEntry(entry=gone, now=later(minutes=7)).execute()
    Withdraw(story=again(story), now=later(hours=1)).execute()

    Restore(story=again(story), now=later(hours=2)).execute()

    told = [said for kind, said in house.said()[-2:] if kind == "live.entry"]
    assert [entry.number for entry in told] == [1, 3]


def test_a_picture_goes_out_before_its_entry(house):
    """Whoever reads the journal has met it; the blog counts as showing it."""
    story = a_blog()
    picture = a_saved_picture(shade=77)
    write(story, picture=picture)

    assert house.kinds()[-2:] == ["picture.published", "live.entry"]
    block = house.said()[-1][1].blocks[-1]
    assert (block.kind, block.picture) == (BlockKind.PICTURE, picture.public_id)
    assert story.picture_uses.count() == 1


def test_a_picture_held_back_keeps_its_entry_back(house):
    """Nobody can release what no reader may see."""
    story = a_blog()
    picture = a_saved_picture(shade=78)
    Picture.objects.filter(pk=picture.pk).update(held="rights unclear")
    picture.refresh_from_db()
    with pytest.raises(WrongStateError, match="held back"):
        write(story, picture=picture)


def test_the_log_says_who_did_what_without_the_words(house):
    """Each deed has its line, on the story."""
    mira = a_person(EDITOR)
    story = a_blog()
    entry = write(story, MARK, by=mira)
    RemoveEntry(entry=entry, acting_user=mira, now=later(hours=1)).execute()

    lines = ModelLogEntry.objects.filter(user=mira).order_by("timestamp")
    assert [line.action for line in lines] == [
        "dateline.live-entry",
        "dateline.live-remove",
    ]
    assert all(line.object_id == str(story.pk) for line in lines)
    assert MARK not in str([line.data for line in lines])


def where_it_stands():
    """Return the tables in which the marked word stands."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if "_fts" in table:
                continue
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own tables
            words = " ".join(
                bytes(v).decode("utf-8", "replace")
                if isinstance(v, memoryview | bytes)
                else str(v)
                for row in cursor.fetchall()
                for v in row
            )
            if MARK in words.lower():
                found.add(table)
    return found


def test_a_kill_leaves_no_word_of_any_entry(either):
    """Released, corrected, removed and drafted: gone from tables and journal."""
    story = a_blog()
    entry = write(story, f"The {MARK} plays.", headline=MARK, author=MARK)
    CorrectEntry(
        entry=entry,
        words=EntryWords(text=f"The {MARK} rests."),
        note=f"No {MARK} plays.",
        now=later(hours=1),
    ).execute()
    RemoveEntry(entry=write(story, MARK), now=later(hours=1)).execute()
    write(story, MARK, release=False)
    assert where_it_stands() == {
        "newsroom_liveentry",
        "journal_content",
        "wagtailcore_modellogentry",  # the note for readers
    }

    receipt = KillStory(story=story, reason="order", now=later(hours=2)).execute()

    assert where_it_stands() == set()
    said = [e for e in either.entries() if e.kind == "live.entry"]
    assert len(said) == 3
    assert {e.content_hash for e in said} <= set(receipt.erased)
    assert not LiveEntry.objects.exists()
    assert not either.findings()


def test_a_picture_of_another_blogs_entry_outlives_a_kill(house):
    """It is erased only where the killed story alone shows it."""
    picture = a_saved_picture(shade=79)
    other, story = a_blog(headline="Another blog"), a_blog()
    write(other, picture=picture)
    write(story, picture=picture)

    receipt = KillStory(story=story, reason="order", now=later(hours=2)).execute()

    assert receipt.pictures == ()
