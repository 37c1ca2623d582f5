"""Language tags, whoever wrote them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.language_tag import language_tag


@pytest.mark.parametrize(
    ("sent", "tag"),
    [
        ("en", "en"),
        ("EN_gb", "en-GB"),
        ("hin", "hi"),
        ("urd-in", "ur-IN"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("es-419", "es-419"),
        (" de ", "de"),
        ("ger", "de"),
        ("sl-rozaj", "sl-rozaj"),
        ("kok", "kok"),
    ],
)
def test_a_tag_is_written_in_one_way(sent, tag):
    """Case, underscores and three letters for two."""
    assert language_tag(sent) == tag


@pytest.mark.parametrize(
    "sent",
    ["", "e", "english", "en-", "-en", "en--GB", "mul", "und", "e1", "en GB", "é"],
)
def test_what_is_no_language_is_none(sent):
    """Nothing is guessed, and no page says a wrong language."""
    assert language_tag(sent) == ""


@given(st.text(alphabet="abcdefgXYZ-_0123 ", max_size=24))
def test_what_is_a_tag_stays_one(sent):
    """Written again it is the same."""
    tag = language_tag(sent)

    assert language_tag(tag) == tag
    assert len(tag) <= 20
