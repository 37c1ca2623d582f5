"""Records of authors and agencies."""

import pytest

from dateline.newsroom.actions.errors import NotAllowedError
from dateline.newsroom.actions.save_author import SaveAuthor, UnfitAuthorError
from dateline.newsroom.models import Author
from dateline.newsroom.roles import EDITOR, REPORTER
from support.copy import later
from support.newsroom_copy import a_person


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
