"""What a reader asks."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.search.ask import Reader
from dateline.search.follow import open_current
from dateline.search.question import (
    MOST_LETTERS,
    MOST_PAGES,
    MOST_WORDS,
    FaultKind,
    Sort,
    question_of,
)
from dateline.serve.search import parameters
from support.copy import a_site, a_story
from support.press_house import MemoryJournal, published, site_set

SITE = a_site()
NASTY = st.one_of(
    st.text(),
    st.text(alphabet='"-“”()[]{}:*~^+&|!\\/<>%$#@?=,.;\0\n\t ab'),
    st.sampled_from(
        ['"', '""', '-"', "-", "--a", "a" * 10_000, "AND OR NOT", "title:x", "*", "a*"]
    ),
)


def ask(q="", **asked):
    """Return a question."""
    if "since" in asked:
        asked["from"] = asked.pop("since")
    return question_of({"q": q, **asked}, site=SITE)


def faults(question):
    """Return what was wrong with a question."""
    return [(fault.kind, fault.value) for fault in question.faults]


def test_words_phrases_and_what_is_not_wanted():
    """A quotation mark and a minus mean something, in whatever form they are typed."""
    question = ask('floods “hot springs” -Tokyo –"cold war"')

    assert question.words == ("flood",)
    assert question.phrases == (("hot", "spring"),)
    assert question.without == (("tokyo",), ("cold", "war"))
    assert question.faults == ()


def test_a_hyphen_inside_a_word_makes_a_phrase():
    """A compound is looked for as it is written."""
    assert ask("hot-spring").phrases == ask('"hot spring"').phrases


def test_common_words_are_left_out_where_there_are_others():
    """Unless they are all that was asked; in a phrase they keep their place."""
    assert ask("the flood in Patna").words == ("flood", "patna")
    assert ask("to be or not").words == ("to", "be", "or", "not")
    assert ask('"Bank of India"').phrases == (("bank", "of", "india"),)
    assert ask('"Bank of India" in').telling == ("bank", "india")
    assert ask('"to be or not to be"').telling == ("to", "be", "or", "not")


@pytest.mark.parametrize("typed", ["title:flood", "flood*", "+flood", "(flood", "fl~"])
def test_the_librarys_own_language_means_nothing(typed):
    """What a search library would read as orders is text here."""
    question = ask(typed)

    assert question.faults == ()
    assert question.says_words


def test_long_questions_are_cut_and_say_so():
    """Letters and words have an end."""
    long = ask("flood " * 2000)
    many = ask(" ".join(f"w{n}" for n in range(40)))

    assert faults(long) == [(FaultKind.TOO_LONG, "")]
    assert len(long.text) <= MOST_LETTERS
    assert faults(many) == [(FaultKind.TOO_LONG, "")]
    assert len(many.words) == MOST_WORDS


def test_letters_nobody_sees_are_gone():
    """Control characters part words and are never sent back."""
    assert ask("flood\x00\x1bpatna\u202e").text == "flood patna"


@pytest.mark.parametrize(
    "bad", ["2016-13-01", "15.12.2016", "0001-01-01", "x", "9999-12-31"]
)
def test_a_bad_date_is_said_and_left_out(bad):
    """A reader hears which date was not understood."""
    question = ask(since=bad, to="2016-12-15")

    assert faults(question) == [(FaultKind.DATE, bad)]
    assert (question.first, question.last) == (None, date(2016, 12, 15))


def test_dates_in_the_wrong_order_are_exchanged():
    """And the reader is told."""
    question = ask(since="2016-12-20", to="2016-12-15")

    assert (question.first, question.last) == (date(2016, 12, 15), date(2016, 12, 20))
    assert faults(question) == [(FaultKind.ORDER, "")]


def test_sections_and_cities_must_be_the_papers():
    """A city goes by its other names too; an unknown one is said."""
    assert ask(section="world", city="Bombay").city == "mumbai"
    assert faults(ask(section="gossip", city="atlantis")) == [
        (FaultKind.SECTION, "gossip"),
        (FaultKind.CITY, "atlantis"),
    ]


@pytest.mark.parametrize(
    ("page", "means", "fault"),
    [("", 1, 0), ("3", 3, 0), ("0", 1, 1), ("-1", 1, 1), ("x", 1, 1), ("٣", 1, 1),
     ("999999999999", 1, 1), ("51", MOST_PAGES, 1)],
)  # fmt: skip
def test_pages_are_counted_from_one(page, means, fault):
    """What is no page of ours is the first, or the last there may be."""
    question = ask("a", page=page)

    assert (question.page, len(question.faults)) == (means, fault)


def test_the_order_is_one_of_two():
    """Anything else is by relevance."""
    assert ask("a", sort="date").sort is Sort.DATE
    assert ask("a", sort="'; drop").sort is Sort.RELEVANCE


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    """Return a reader of an index with one story."""
    journal = MemoryJournal()
    journal.append(site_set(SITE), published(a_story(headline="Title AND (world) a")))
    place = tmp_path_factory.mktemp("search") / "search"
    open_current(journal, place).close()
    return Reader(place)


@settings(max_examples=300, deadline=None)
@given(
    asked=st.fixed_dictionaries(
        dict.fromkeys(("q", "section", "city", "from", "to", "page"), NASTY)
    )
)
def test_no_question_fails(reader, asked):
    """Whatever is typed: there is a question, and the index answers it."""
    question = question_of(asked, site=SITE)

    found = reader.ask(question, zone=ZoneInfo("Asia/Kolkata"))

    assert found is not None
    assert len(question.text) <= MOST_LETTERS
    assert (
        question.text.isprintable()
        or "\u200c" in question.text
        or "\u200d" in question.text
    )


@given(st.text())
def test_any_query_string_is_read(query):
    """Parameters come out of whatever stands behind the question mark."""
    assert all(isinstance(text, str) for text in parameters(query).values())
