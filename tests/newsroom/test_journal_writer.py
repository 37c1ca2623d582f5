"""The one door to the journal."""

import pytest
from django.db import transaction

from dateline.journal.entry import Change, Kind
from dateline.newsroom.journal_writer import (
    OutsideTransactionError,
    erase_contents,
    newest_content,
    write,
)
from support.copy import NOON, a_topic


def topic_set(name):
    """Return a change of a topic."""
    topic = a_topic("japan", name=name)
    return Change(kind=Kind.TOPIC_SET, subject=topic.id, content=topic)


def test_nothing_is_written_outside_a_transaction(either):
    """Else the newsroom's own change could fail alone."""
    with pytest.raises(OutsideTransactionError):
        write([topic_set("Japan")], moment=NOON)
    with pytest.raises(OutsideTransactionError):
        erase_contents(["ab" * 32])

    assert either.said() == []


def test_without_a_change_there_is_no_entry(house):
    """An empty publication is none."""
    with transaction.atomic():
        assert write([], moment=NOON) == []

    assert house.said() == []


def test_the_newest_word_on_a_subject_is_found(either):
    """Of one kind, whatever came after."""
    with transaction.atomic():
        write([topic_set("Old"), topic_set("New")], moment=NOON)

    assert b'"New"' in newest_content("japan", Kind.TOPIC_SET)
    assert newest_content("japan", Kind.STORY_PUBLISHED) is None
