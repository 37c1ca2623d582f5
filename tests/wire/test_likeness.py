"""How alike two pieces of copy are."""

import subprocess
import sys
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.wire.likeness import (
    ALIKE,
    BANDS,
    MOST_WORDS,
    SIZE,
    Signature,
    bands_of,
    likeness,
    main_language,
    shingles_of,
    signature_of,
    unpacked,
)
from support.near_copy import BRIDGE, EVENTS

NAMES = ("Acme", "Kestrel")
FIFTY = settings(max_examples=50)

WORDS = st.lists(
    st.text("abcdefghijklmnop", min_size=3, max_size=9), min_size=80, max_size=200
)


def signed(one):
    """Return the signature of an agency's copy."""
    return signature_of(one.headline, one.paragraphs, names=NAMES)


def of_words(words):
    """Return the signature of words in a row."""
    return signature_of("", [" ".join(words)])


def common(one, other):
    """Return how many bands two signatures share."""
    return len({*bands_of(one, language="en")} & {*bands_of(other, language="en")})


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_copy_that_shares_sentences_is_alike(event):
    """Agencies' own words around the same statement; an index finds each."""
    for one, other in combinations(map(signed, event.alike), 2):
        assert likeness(one, other) >= ALIKE
        assert common(one, other)


def test_the_same_topic_is_not_alike():
    """Another fire, the next day's cyclone, the same bridge voted on, a translation."""
    everything = [
        (event.name, told in event.alike, told)
        for event in EVENTS
        for told in (*event.alike, *event.unlike)
    ]
    for (name, alike, one), (other_name, other_alike, other) in combinations(
        everything, 2
    ):
        if name == other_name and alike and other_alike:
            continue
        assert likeness(signed(one), signed(other)) < ALIKE / 1.5


@FIFTY
@given(words=WORDS)
def test_case_signs_and_paragraphs_do_not_matter(words):
    """The same words make the same signature, whatever stands between them."""
    loud = [f"{word.upper()}," for word in words]

    assert signature_of("", [" — ".join(loud)]) == of_words(words)


@FIFTY
@given(words=WORDS, at=st.integers(0, 79))
def test_a_small_edit_stays_near(words, at):
    """One word put in another's place leaves two texts alike, and findable."""
    one, other = of_words(words), of_words([*words[:at], "zzz", *words[at + 1 :]])
    if one is None or other is None:
        return

    assert likeness(one, other) > 0.7
    assert common(one, other)


@FIFTY
@given(words=WORDS)
def test_different_words_are_far(words):
    """Texts without a pair of words in common have nothing in common."""
    one, other = of_words(words), of_words([f"{word}q" for word in words])
    if one is None or other is None:
        return

    assert likeness(one, other) < 0.1


@FIFTY
@given(one=WORDS, other=WORDS)
def test_likeness_has_no_direction(one, other):
    """Who came first is nothing to it, and everything is like itself."""
    first, second = of_words(one), of_words([*one[:60], *other])
    if first is None or second is None:
        return

    assert likeness(first, second) == likeness(second, first)
    assert likeness(first, first) == 1


@FIFTY
@given(one=WORDS, other=WORDS, shared=st.integers(0, 80))
def test_the_estimate_is_near_the_share_of_common_shingles(one, other, shared):
    """It errs by less than four of its own deviations."""
    first, second = " ".join(one), " ".join([*one[:shared], *other])
    pairs, others = shingles_of("", [first]), shingles_of("", [second])
    a, b = signature_of("", [first]), signature_of("", [second])
    if a is None or b is None:
        return

    assert abs(likeness(a, b) - len(pairs & others) / len(pairs | others)) < 0.25


def test_what_is_too_short_is_not_compared():
    """An alert says too little: its headline may be that of any day."""
    assert signature_of("Explosion heard in Varnholm", ["More follows."]) is None
    assert signature_of("", []) is None


def test_only_the_beginning_counts():
    """A background of a thousand words makes nothing alike, nor unlike."""
    lead = [f"lead{number}" for number in range(MOST_WORDS)]

    assert of_words([*lead, "one", "end"]) == of_words([*lead, "other", "end"])


def test_the_agencys_name_and_its_dateline_say_nothing():
    """The text of a pool reads the same under each agency's credit."""
    bare = signed(BRIDGE.alike[0])
    first, *rest = BRIDGE.alike[0].paragraphs
    text = first.partition(" - ")[2]
    other = (f"VARNHOLM (Kestrel News) – {text}", *rest)

    assert signature_of(BRIDGE.alike[0].headline, (text, *rest)) == bare
    assert signature_of(BRIDGE.alike[0].headline, other) == bare


def test_figures_are_words():
    """Rates of 4.25 and of 3.50 percent are different news."""
    assert shingles_of("Up 4.25 pct", []) == {"up 4", "4 25", "25 pct"}


def test_a_script_without_spaces_is_compared_by_its_signs():
    """Japanese copy has no spaces between words."""
    assert shingles_of("東京の橋", []) == {"東 京", "京 の", "の 橋"}


def test_bands_of_two_languages_have_nothing_in_common():
    """The database cannot find copy of another language by them."""
    one = signed(BRIDGE.alike[0])

    english, german = bands_of(one, language="en"), bands_of(one, language="de")
    assert len(english) == BANDS
    assert not {*english} & {*german}
    assert all(-(2**63) <= band < 2**63 for band in english)


def test_a_language_has_no_region():
    """British and Indian English are one."""
    assert main_language("en-GB") == main_language("EN_in") == main_language("en")


def test_a_signature_is_kept_as_bytes():
    """As it was; bytes of another size, from another version, are none."""
    one = signed(BRIDGE.alike[0])

    assert unpacked(one.packed) == one
    assert unpacked(b"") is None
    assert unpacked(one.packed + b"\0") is None


def test_it_is_the_same_in_every_process():
    """Nothing hangs on Python's own hashes, which differ from run to run."""
    code = (
        "from dateline.wire.likeness import signature_of;"
        "print(signature_of('', [' '.join(map(str, range(90)))]).packed.hex())"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7"},
    ).stdout.strip()
    own = signature_of("", [" ".join(map(str, range(90)))])

    assert said == own.packed.hex()
    assert isinstance(own, Signature)
    assert len(own.places) == SIZE
