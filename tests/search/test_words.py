"""From copy to the words it is found by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.search.starts import starts_of
from dateline.search.stop_words import STOP_WORDS
from dateline.search.words import plain, spans, term_of, terms

SAME = (
    "Café CAFE cafés cafe\u0301",
    "U.N. UN u.n.",
    "1,00,000 100000 100,000 १,००,०००",
    "Modi's Modi’s modi MODI",
    "O'Brien O’Brien obrien",
    "flood floods flooded flooding Floods",
    "हिन्दी हिंदी हिन्‍दी",
    "बाज़ार बाजार बाज़ार बाजारों बाज़ारों",
    "पाँच पांच",
    "गये गए",
    "गयी गई",
    "चाहिये चाहिए",
    "लड़का लड़के लड़कों",
    "लड़की लड़कियाँ लड़कियों लड़कियां",
    "महिला महिलाएँ महिलाओं",
    "सरकार सरकारें सरकारों",
    "करता करते करने करेगा",
    "मुंबई मुम्बई",
    "सम्बंध संबंध सम्बन्ध",
)
APART = ("organ cart", "दिन दीन", "नेता नीति", "6.22 622", "covid19 19")


@pytest.mark.parametrize("spellings", SAME)
def test_one_word_is_found_by_each_of_its_spellings(spellings):
    """What people type for the same word comes out as the same term."""
    found = {tuple(terms(word)) for word in spellings.split(" ")}

    assert len(found) == 1
    assert all(len(each) == 1 for each in found)


@pytest.mark.parametrize("words", APART)
def test_different_words_stay_apart(words):
    """Folding and stemming do not throw together what is not the same."""
    found = terms(words)

    assert len(set(found)) == len(words.split())


def test_a_hindi_word_is_not_broken_at_its_vowel_signs():
    """Signs, nukta and joiners belong to the word before them."""
    assert len(terms("बिहार में बाढ़ से हज़ारों लोग बेघर")) == 7


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("hot-spring", 2),
        ("foo_bar", 2),
        ("… — “ ” ' ’ . , -", 0),
        ("don't", 1),
        ("8.30", 1),
    ],
)
def test_what_joins_words_and_what_parts_them(text, count):
    """An apostrophe and a decimal point join; a hyphen and a line part."""
    assert len(terms(text)) == count


def test_markup_is_no_word():
    """Inline markup of a block goes, and its entities are read."""
    assert plain('a <em>b</em> &amp; <a href="https://c.example">d</a>') == "a b & d"


@pytest.mark.parametrize("code", ["the", "with", "के", "में"])
def test_stop_words_are_terms(code):
    """The table holds what comes out of the index's own folding."""
    assert term_of(code) in STOP_WORDS


@given(st.text())
def test_any_text_gives_terms_that_are_words(text):
    """No text makes folding fail, and no term holds what would part it."""
    for term in terms(text):
        assert term
        assert term.split() == [term]


@given(st.text(alphabet=st.characters(categories=("L", "N"))).filter(terms))
def test_a_word_of_one_script_stays_the_same_when_asked_twice(word):
    """A term is no longer than four times what counts of its word."""
    assert all(len(term) <= 64 * 18 for term in terms(word))


@pytest.mark.parametrize("spellings", SAME)
def test_where_a_word_may_begin_is_found_for_each_spelling(spellings):
    """The quick look for places to be marked misses none of the spellings."""
    words = spellings.split(" ")
    term = terms(words[0])[0]
    text = f"so {' and '.join(words)} it is"

    found = [
        text[a:z]
        for t, a, z in spans(text, starts_of([term], loosely=False))
        if t == term
    ]

    assert found == words
