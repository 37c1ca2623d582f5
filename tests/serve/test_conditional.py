"""Does the reader hold this answer already?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.serve.conditional import held_already

ETAG = '"tag-slots-br"'


@pytest.mark.parametrize(
    ("header", "held"),
    [
        (ETAG, True),
        ("*", True),
        (" * ", True),
        (f"W/{ETAG}", True),
        (f'"other", {ETAG}', True),
        (f'W/"a" , W/{ETAG}', True),
        ('"tag-slots-gzip"', False),
        ("tag-slots-br", False),
        ("", False),
        ('"a, b", "c"', False),
        ('"x*"', False),
    ],
)
def test_lists_stars_and_weak_tags(header, held):
    """The comparison is weak, and every tag of a list counts."""
    assert held_already(header, etag=ETAG) == (ETAG if held else None)


@given(st.text(max_size=200))
def test_rubbish_holds_nothing(header):
    """A header without our tag and without a star holds nothing."""
    if ETAG not in header and header.strip() != "*":
        assert not held_already(header, etag=ETAG)


def test_another_coding_of_the_same_answer_is_held_too():
    """Who has the page in gzip is not sent it again in Brotli."""
    siblings = {ETAG, '"tag-slots-gzip"'}
    header = '"old", W/"tag-slots-gzip"'

    assert held_already(header, etag=ETAG, siblings=siblings) == '"tag-slots-gzip"'
    assert held_already('"old-gzip"', etag=ETAG, siblings=siblings) is None
