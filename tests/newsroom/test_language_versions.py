"""Which story may be named as the one that another is a version of."""

import pytest
from django.core.exceptions import ValidationError

from dateline.newsroom.actions.kill import KillStory
from support.copy import NOON
from support.newsroom_copy import a_draft, again, published


def hindi(source="", **fields):
    """Save a draft in Hindi, of a source if one is given."""
    return a_draft(headline="नेताओं की बैठक", language="hi", version_of=source, **fields)


def naming(story, source):
    """Return a story's draft that names a source, cleaned as a form would."""
    draft = again(story)
    draft.version_of = source
    draft.clean()
    return draft


def test_an_address_becomes_an_id(house):
    """With what a browser puts after it; an id and a short link will do as well."""
    source, draft = published(), hindi()
    address = f"https://banyan.example/world/2016/12/15/talks-{source.public_id}/?a=1"

    for given in (address, f" {source.public_id} ", f"/s/{source.public_id}", ""):
        expected = source.public_id if given else ""
        assert naming(draft, given).version_of == expected


def test_a_version_of_a_draft_may_be_written(house):
    """Both can be prepared before either is public."""
    source = a_draft()

    assert naming(hindi(), source.public_id).version_of == source.public_id


def test_what_is_no_version_is_refused_at_its_field(house):
    """Itself, nothing, the same language: each with what is wrong."""
    source, draft, regional = a_draft(), hindi(), a_draft(language="en-GB")
    for story, given, wrong in (
        (draft, draft.public_id, "no other story"),
        (draft, "nonsense", "no other story"),
        (draft, "zzzzzz", "no other story"),
        (regional, source.public_id, "in the same language"),
    ):
        with pytest.raises(ValidationError, match=wrong) as refused:
            naming(story, given)
        assert set(refused.value.message_dict) == {"version_of"}


def test_versions_stand_beside_one_another_and_make_no_chain(house):
    """All name one source, which names none: so each page can name all others."""
    source, other = a_draft(), a_draft(language="bn")
    draft = hindi(source.public_id)

    with pytest.raises(ValidationError, match="is a version itself"):
        naming(a_draft(language="ur"), draft.public_id)
    with pytest.raises(ValidationError, match="Others are versions of this story"):
        naming(source, other.public_id)
    assert naming(draft, other.public_id).version_of == other.public_id


def test_there_is_one_version_in_a_language(house):
    """Search engines are told of one; a killed one leaves its place to another."""
    source = published()
    first, second = hindi(source.public_id), hindi()

    with pytest.raises(ValidationError, match="has a version in this language"):
        naming(second, source.public_id)
    assert naming(first, source.public_id).version_of == source.public_id
    KillStory(story=first, reason="court order 7", now=NOON).execute()
    assert naming(second, source.public_id).version_of == source.public_id
