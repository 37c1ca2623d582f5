"""Saying things in a language."""

from pathlib import Path

import pytest

from dateline.words import catalog as module
from dateline.words.catalog import CatalogError, catalog, closest, languages, share_said
from dateline.words.number import number_text
from dateline.words.say import Words, words_in


def test_the_languages_are_those_with_a_catalog():
    """English stands in the code; Hindi and Urdu have a file each."""
    assert languages() == ("en", "hi", "ur")


@pytest.mark.parametrize(
    ("language", "expected"),
    [("hi", "hi"), ("hi-IN", "hi"), ("HI", "hi"), ("en-IN", "en"), ("ta", "en")],
)
def test_a_page_takes_the_closest_words(language, expected):
    """A region changes no words; a language without a catalog takes the source's."""
    assert closest(language) == expected
    assert words_in(language).language == expected


def test_a_text_is_filled():
    """Places are filled in the order the language wants."""
    assert words_in("en")("{name} news", name="Patna") == "Patna news"
    assert words_in("hi")("{name} news", name="पटना") == "पटना की ख़बरें"


def test_a_context_tells_two_meanings_apart():
    """May is short in both; Mon is Monday's."""
    say = words_in("hi")

    assert say.of("short", "Mon") == "सोम"
    assert say("Monday") == "सोमवार"


def test_counting_takes_the_languages_form():
    """The number itself is grouped as the language groups it."""
    assert words_in("en").count("{number} story", "{number} stories", 1) == "1 story"
    many = words_in("en").count("{number} story", "{number} stories", 1_234_567)
    assert many == "1,234,567 stories"


@pytest.mark.parametrize(
    ("number", "english", "hindi"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1_000, "1,000", "1,000"),
        (12_345, "12,345", "12,345"),
        (123_456, "123,456", "1,23,456"),
        (1_234_567, "1,234,567", "12,34,567"),
        (12_345_678, "12,345,678", "1,23,45,678"),
        (-1_234_567, "−1,234,567", "−12,34,567"),
    ],
)
def test_numbers_are_grouped_as_the_language_counts(number, english, hindi):
    """Thousands and millions; or thousand, lakh and crore."""
    assert number_text(number, "en") == english
    assert number_text(number, "hi-IN") == hindi


def test_a_language_half_translated_says_the_rest_in_the_sources_words(
    tmp_path, monkeypatch
):
    """What is missing, and what is fuzzy, is English; the rest is Bengali."""
    (tmp_path / "bn.po").write_text(
        'msgid ""\nmsgstr "Language: bn\\n"\n\n'
        'msgid "Monday"\nmsgstr "সোমবার"\n\n'
        '#, fuzzy\nmsgid "Archive"\nmsgstr "মহাফেজ"\n\n'
        'msgid "Home"\nmsgstr ""\n'
    )
    monkeypatch.setattr(module, "CATALOGS", Path(tmp_path))

    say = Words(catalog.__wrapped__("bn"))

    assert say.language == "bn"
    assert [say("Monday"), say("Archive"), say("Home")] == ["সোমবার", "Archive", "Home"]


HEAD = 'msgid ""\nmsgstr "Language: bn\\n"\n\n'


@pytest.mark.parametrize(
    ("said", "share", "counts"),
    [(10, 1.0, True), (9, 0.9, True), (8, 0.8, False), (0, 0.0, False)],
)
def test_a_language_has_words_from_nine_tenths_on(
    tmp_path, monkeypatch, said, share, counts
):
    """Before that its pages would announce it and speak English."""
    texts = (
        f'msgid "{n}"\nmsgstr "{"দিন" if n < said else ""}"\n\n' for n in range(10)
    )
    (tmp_path / "bn.po").write_text(HEAD + "".join(texts))
    (tmp_path / "xx.po").write_bytes(b'msgid "a"\nmsgstr "\xff"\n')
    monkeypatch.setattr(module, "CATALOGS", Path(tmp_path))
    for kept in (catalog, languages, closest):
        kept.cache_clear()

    try:
        assert share_said("bn") == share
        assert share_said("xx") == share_said("ta") == 0
        assert languages() == (("en", "bn") if counts else ("en",))
        assert closest("bn-IN") == ("bn" if counts else "en")
    finally:
        for kept in (catalog, languages, closest):
            kept.cache_clear()


def test_a_broken_catalog_says_which(tmp_path, monkeypatch):
    """The error names the file and what to do."""
    (tmp_path / "xx.po").write_bytes(b'msgid "a"\nmsgstr "\xff"\n')
    monkeypatch.setattr(module, "CATALOGS", Path(tmp_path))

    with pytest.raises(CatalogError, match=r"xx\.po") as caught:
        catalog("xx")

    assert "catalogs" in caught.value.hint
