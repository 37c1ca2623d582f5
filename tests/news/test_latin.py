"""Hindi in Latin letters, as readers of Hindi type it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.address import NO_SLUG, slug_of
from dateline.news.latin import latin_of

DEVANAGARI = st.text(st.characters(min_codepoint=0x900, max_codepoint=0x97F))


@pytest.mark.parametrize(
    ("hindi", "latin"),
    [
        ("दिल्ली में बारिश", "dilli men barish"),
        ("राष्ट्रपति", "rashtrapati"),
        ("कृषि क्षेत्र", "krishi kshetr"),
        ("श्रीनगर", "shrinagar"),
        ("ऊँट", "unt"),
        ("अंक", "ank"),
        ("दुःख", "duhkh"),
        ("नई दिल्ली, कई गाँव", "nai dilli, kai ganv"),
        ("ऑनलाइन बाज़ार", "onalain bazar"),
        ("क़ानून, ज़मीन, फ़िल्म, ख़ुद", "qanun, zamin, film, khud"),
        ("लड़ाई, पढ़ाई", "larai, parhai"),
        ("विज्ञान", "vigyan"),
        ("ॐ", "om"),
        ("१२ लाख", "12 lakh"),
        ("PM मोदी 2016", "PM modi 2016"),
        ("", ""),
    ],
)
def test_words_as_they_are_typed(hindi, latin):
    """Half letters, marks, dotted letters, digits; the last vowel unspoken."""
    assert latin_of(unicodedata.normalize("NFKD", hindi)) == latin


def test_a_dot_counts_however_it_is_written():
    """One code point or two: the same word has the same slug."""
    whole, apart = (
        "\u0958\u093e\u0928\u0942\u0928",
        "\u0915\u093c\u093e\u0928\u0942\u0928",
    )

    assert whole != apart
    assert slug_of(whole) == slug_of(apart) == "qanun"


@given(DEVANAGARI)
def test_a_slug_of_any_devanagari_is_safe_in_an_address(text):
    """Whatever signs follow one another."""
    slug = slug_of(text)

    assert slug.isascii()
    assert slug.replace("-", "").isalnum()


@pytest.mark.parametrize("letter", [chr(code) for code in range(0x904, 0x93A)])
def test_no_letter_is_lost(letter):
    """Each letter of the alphabet that modern Hindi writes has a sound."""
    assert (slug_of(letter) == NO_SLUG) == (letter in "ऄऌऎऒ")


@given(st.text(st.characters(max_codepoint=0x8FF)))
def test_other_letters_stay(text):
    """Nothing else is touched."""
    assert latin_of(text) == text
