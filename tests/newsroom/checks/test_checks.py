"""The copy checks: what each finds, and what it leaves alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.block import Block, BlockKind
from dateline.newsroom.checks.remark import Copy, Level
from dateline.newsroom.checks.table import CHECKS, read
from dateline.newsroom.checks.underscores import _ADDRESS, _INSIDE
from support.copy import a_picture, a_story, paragraph


def remarks(*paragraphs, pictures=(), **fields):
    """Return what the checks say of a story: which check, of which field."""
    body = tuple(paragraph(text) for text in paragraphs) or (paragraph("All well."),)
    story = a_story(**{"body": body, "headline": "Leaders meet", **fields})
    found = read(Copy(story=story, pictures=pictures))
    return [(remark.check, remark.field) for remark in found]


def test_good_copy_has_no_remarks():
    """Editors stop reading what cries wolf."""
    assert remarks("“We met,” he said.", 'She said "yes" and "no".') == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a one-on_one meeting", True),
        ("the two_ leaders", False),
        ("see https://x.example/a_b for more", False),
        ("write to first_last@x.example", False),
        ("#hot_spring and @the_desk", False),
    ],
)
def test_an_underscore_inside_a_word(text, found):
    """Where a hyphen was meant; addresses and handles may have them."""
    expected = [("underscores", "body 1")] if found else []
    assert remarks(text) == expected


@pytest.mark.parametrize(
    ("pattern", "from_anywhere"),
    [
        (_INSIDE, r"(?:\w+-)*\w*[^\W_]_[^\W_]\w*(?:-\w+)*"),
        (_ADDRESS, r"(?:https?://|www\.|[#@])\S+|\S+@\S+|\S+\.\w{2,4}/\S*"),
    ],
)
@given(text=st.text("aB_-.@/# é", max_size=20))
def test_looking_from_the_beginning_of_words_misses_no_underscore(
    pattern, from_anywhere, text
):
    """The same as from each letter, which takes a long word minutes."""
    found = [each.span() for each in pattern.finditer(text)]

    assert found == [each.span() for each in re.finditer(from_anywhere, text)]


@pytest.mark.timeout(60)  # bounded, not quick: a runaway would take hours
@pytest.mark.parametrize("sign", ["a", "a-", "1", "1.", "_", "a_", " ", "क", "“", "@"])
def test_a_long_word_takes_no_minutes(sign):
    """Agency copy may hold anything; the desk must be able to open it."""
    remarks(sign * 300_000)


def test_the_remark_shows_the_whole_word():
    """Half a compound, “on_one”, would not be found in the copy by eye."""
    story = a_story(body=(paragraph("They had one-on_one talks."),), headline="Talks")

    (remark,) = read(Copy(story=story))

    assert "“one-on_one”" in remark.message


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the the talks", True),
        ("The the talks", True),
        ("It had had an effect", False),
        ("in Walla Walla today", False),
        ("one on one", False),
        ("he said. said she", False),
    ],
)
def test_a_word_twice(text, found):
    """Unless English or a name doubles it."""
    assert remarks(text) == ([("double words", "body 1")] if found else [])


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("hi", "धीरे धीरे, साथ साथ, घर घर और एक एक करके।", []),
        ("hi-IN", "वे दिल्ली में में मिले।", ["double words"]),
        ("hi", "वे मिले हैं हैं।", ["double words"]),
        ("ur", "وہ ساتھ ساتھ چلے۔", []),
        ("ur", "وہ دہلی میں میں ملے۔", ["double words"]),
        ("ta", "மெல்ல மெல்ல நடந்தனர்.", []),
        ("en", "वे वे", []),
    ],
)
def test_languages_that_double_words_may(language, text, found):
    """Slowly slowly is Hindi; only what nobody doubles is a slip."""
    assert [check for check, _ in remarks(text, language=language)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("वे मिले।", 0),
        ("डॉ. राव और जे. पी. नगर, 3.5 किमी, ३.५ किमी, 12,34,567 लोग।", 0),
        ("वे मिले ।", 1),
        ("दो नेता मिले.", 1),
        ("नेता मिलेंगे. फिर लौटे।", 1),
        ("कुल २0 लोग।", 1),
        ("Reuters.", 0),
    ],
)
def test_marks_of_devanagari(text, found):
    """A danda right behind its word, one script in a number, no English full stop."""
    said = remarks(text, language="hi")

    assert said == [("hindi marks", "body 1")] * found
    assert remarks(text) == []


def test_what_a_timeline_and_a_chart_say_is_read_too():
    """Their words are copy like others."""
    rows = (("Noon", "They meet meet", "a one-on_one talk"),)
    timeline = Block(kind=BlockKind.TIMELINE, title="Day", rows=rows)
    figures = (("Day", "Guests"), ("1", "9"), ("2", "12"))
    chart = Block(
        kind=BlockKind.CHART,
        title="C",
        text="It rose rose.",
        form="bars",
        rows=figures,
    )

    assert remarks(body=(paragraph("All well."), timeline, chart)) == [
        ("double words", "body 2"),
        ("double words", "body 3"),
        ("underscores", "body 2"),
    ]


def test_a_quote_without_a_partner():
    """Left open, closed unopened, or straight and odd."""
    assert remarks("“We met.", "x") == [("quotes", "body 1")]
    assert remarks("We met.”") == [("quotes", "body 1")]
    assert remarks('"We met.') == [("quotes", "body 1")]
    assert remarks(headline="Leaders “meet") == [("quotes", "headline")]


def test_a_quote_that_runs_on_is_right():
    """It opens again in the next paragraph and closes once."""
    assert remarks("“We met.", "“We talked.”") == []


def test_agency_copy_says_where_it_was_written():
    """Own copy may do without."""
    assert remarks(located=()) == [("agency dateline", "located")]
    assert remarks(located=(), agency="", credit="") == []


def test_a_headline_has_an_end():
    """At 140 characters."""
    assert remarks(headline="x" * 140) == []
    assert remarks(headline="x" * 141) == [("headline length", "headline")]


def test_an_alternative_text_says_something_else_than_the_caption():
    """Also than the caption of this use."""
    same = a_picture(alt="Steam rises over the baths at Nagato")
    other = a_picture()

    assert remarks(pictures=(same,)) == [("alt texts", "picture spring")]
    assert remarks(pictures=(other,)) == []
    assert remarks(
        pictures=(other,), lead_picture="spring", lead_caption=other.alt
    ) == [("alt texts", "picture spring")]


def test_a_note_between_newsrooms_is_seen():
    """It was left in the copy."""
    assert remarks("EDITORS: not for publication") == [("desk marks", "body 1")] * 2


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": " "},
        {"body": ()},
        {"section": "city"},
        {"body": (Block(kind=BlockKind.EMBED, href="http://x.example", title="x"),)},
    ],
)
def test_what_readers_could_not_use_is_harm(fields):
    """Only that stops a publication."""
    story = a_story(**{"headline": "Leaders meet", **fields})

    found = read(Copy(story=story))

    assert found[0].level is Level.HARM
    assert found[0].hint


def test_every_remark_says_what_to_do():
    """And which check it comes from."""
    copy = Copy(
        story=a_story(
            headline="x" * 150,
            located=(),
            body=(paragraph("the the one_on “x EDITORS: "),),
        ),
        pictures=(a_picture(alt=""),),
    )

    found = read(copy)

    # One looks at Hindi alone, and one at what is complete here.
    assert len({remark.check for remark in found}) == len(CHECKS) - 2
    assert all(remark.hint and remark.message for remark in found)
