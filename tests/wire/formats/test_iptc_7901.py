"""IPTC 7901 as dpa, ATS and Belga send it."""

from contextlib import suppress
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.news.item import Audience, content_hash
from dateline.wire.errors import RefusedError
from dateline.wire.parse import parse
from dateline.wire.refused import Not7901Error
from dateline.wire.source import SourceRules
from support.fields import differing
from support.samples_7901 import HIDDEN, SAMPLES, SIMPLE, message, stripped
from support.wire_files import read

RULES = SourceRules(name="dpa", zone=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_field_is_as_a_person_reads_it(name):
    """Each sample against its hand-written expectation."""
    raw, expected = SAMPLES[name]

    assert differing(read(raw, RULES), expected) == {}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_notebook_reaches_no_reader(name):
    """What is not for publication is a nonpublic note and nothing else."""
    raw, _ = SAMPLES[name]
    item = read(raw, RULES)
    public = f"{item.headline}\n{item.standfirst}\n{item.body_text}\n{item.byline}"

    assert HIDDEN not in public
    assert "example.org" not in public
    if HIDDEN.encode() in raw:
        hidden = [n.text for n in item.ed_notes if n.audience is Audience.NONPUBLIC]
        assert any(HIDDEN in text for text in hidden)


@pytest.mark.parametrize(
    "between", ["", "\r\n./.\r\n", "\x7f\x7f\x7f\r\n", "\r\n \r\n"]
)
@pytest.mark.parametrize("lose", [False, True])
def test_messages_one_after_another_are_parted(between, lose):
    """Concatenated files give each message, with and without control characters."""
    other = message("Zweite Meldung", header="bdt0158 4 wi 90  dpa 0158")
    third = message("Dritte Meldung", header="hfk0009 4 wi 90  dpa 0009")
    text = between.join([SIMPLE, other, third])
    items = parse((stripped(text) if lose else text).encode(), source=RULES)

    assert [item.sequence for item in items] == ["0157", "0158", "0009"]
    assert [item.headline for item in items][1:] == ["Zweite Meldung", "Dritte Meldung"]
    assert len({item.uri for item in items}) == 3
    assert HIDDEN not in "".join(item.body_text for item in items)


def test_what_was_corrected_is_no_genre():
    """The note of a correction is a note; the genre is what stands beside it."""
    raw = message("(Berichtigung: Es war der 3. Mai)\n(KORR-Bericht)\nBrücke zu")
    item = read(raw, RULES)

    assert item.genres == ("KORR-Bericht",)
    assert "3. Mai" in item.correction_note
    assert item.headline == "Brücke zu"


def test_copy_that_looks_like_a_header_does_not_part_a_message():
    """Only what stands between two messages does."""
    body = "Die Kennung lautete:\nbdt0159 3 vm 10\nund mehr nicht.\n"
    items = parse(stripped(message("Kennung", body)).encode(), source=RULES)

    assert len(items) == 1
    assert "bdt0159 3 vm 10" in items[0].body_text


@pytest.mark.parametrize(
    ("dtg", "moment"),
    [
        ("241205 Sep 24", "2024-09-24T12:05:00+02:00"),
        ("221109 Okt 24", "2024-10-22T11:09:00+02:00"),
        ("221109 Dez 24", "2024-12-22T11:09:00+01:00"),
        ("221109 Mär 2024", "2024-03-22T11:09:00+01:00"),
        ("221109 août 24", "2024-08-22T11:09:00+02:00"),
        ("221109 juil. 24", "2024-07-22T11:09:00+02:00"),
        ("221109 JUN 24", "2024-06-22T11:09:00+02:00"),
        ("221109GMT Nov 24", "2024-11-22T11:09:00+00:00"),
        ("221109 MESZ Okt 24", "2024-10-22T11:09:00+02:00"),
    ],
)
def test_the_date_is_read_in_three_languages(dtg, moment):
    """Months are English, German or French; a zone is the source's unless named."""
    item = read(message("Brücke", dtg=dtg).encode(), RULES)

    assert item.version_created.isoformat() == moment


def test_without_a_zone_of_the_source_a_moment_is_doubtful():
    """It is read as UTC with a warning, and an embargo waits for a human."""
    raw = message("(Sperrfrist 25.09.2024, 11:30 Uhr)\r\nBrücke").encode()
    item = read(raw, SourceRules(name="dpa"))

    assert item.version_created.isoformat() == "2024-09-24T12:05:00+00:00"
    assert "read as UTC" in " ".join(item.warnings)
    assert "no zone named" in item.needs_human


def test_a_number_of_zeros_is_no_number():
    """Two stories of one day that are both number 0000 stay two stories."""
    zeros = "bdt0000 3 vm 211  dpa 0000"
    one = read(message("Brücke zu", header=zeros).encode(), RULES)
    two = read(message("Tunnel zu", header=zeros).encode(), RULES)
    again = read(message("(Eil)\r\nBrücke zu", header=zeros).encode(), RULES)

    assert one.uri != two.uri
    assert one.uri == again.uri


def test_a_message_cut_off_says_so():
    """Without its end it has no moment, and a key of its own."""
    whole = SIMPLE.partition("\x03")[0].encode()
    item = read(whole, RULES)

    assert item.version_created is None
    assert "cut off" in " ".join(item.warnings)
    assert item.uri == read(whole, RULES).uri
    assert HIDDEN not in item.body_text


def test_what_a_dpa_correction_corrects_is_linked():
    """The notebook names the earlier message by its guid."""
    note = "\n# Notizblock\n\n## Berichtigung\n- der Meldung mit der Kennung\n  "
    note += "urn:newsml:dpa.com:20090101:240923-930-1 (Brücke) vom 23.9.\n"
    item = read(message("Brücke", notebook=note).encode(), RULES)

    assert item.evolved_from == ("urn:newsml:dpa.com:20090101:240923-930-1",)


def test_no_message_at_all_is_refused():
    """Bytes that only begin like one are not read."""
    with pytest.raises(Not7901Error):
        parse(b"\x01hello\r\n\x02there\x03", source=RULES)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_damage_gives_items_or_our_errors(data):
    """Cut, doubled or changed bytes: Items or a refusal, the same ones each time."""
    raw = bytearray(SAMPLES[data.draw(st.sampled_from(sorted(SAMPLES)))][0])
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(raw)))
        end = at + data.draw(st.integers(0, 40))
        raw[at:end] = data.draw(
            st.binary(max_size=6)
            | st.sampled_from(
                [b"\x01", b"\x02", b"\x03", b" =\n", b"\n\n", b"|", b"./."]
            )
            | st.just(bytes(raw[at:end]) * 2)
        )
    with suppress(RefusedError):
        first = parse(bytes(raw), source=RULES)
        assert [content_hash(item) for item in first] == [
            content_hash(item) for item in parse(bytes(raw), source=RULES)
        ]


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.characters(codec="utf-8"), max_size=120),
    st.sampled_from(
        [
            "The following information is not for publication",
            "Die folgenden Informationen sind nicht zur\nVeröffentlichung bestimmt",
            "# Notizblock",
            "Notebook:",
            "## Kontakte",
            "NOT FOR PUBLICATION",
            "Les informations suivantes ne sont pas destinées à la publication",
        ]
    ),
    st.booleans(),
)
def test_whatever_stands_around_it_a_notebook_is_never_copy(text, opening, lose):
    """Random copy before and after the opening line of a notebook."""
    clean = " ".join(c if c.isalnum() else " " for c in text)
    notebook = f"\n{opening}\n{clean}\n- {HIDDEN}\n"
    raw = message("Brücke", f"Bremen (dpa) - {clean}.\n", notebook=notebook)
    item = read((stripped(raw) if lose else raw).encode(), RULES)

    assert HIDDEN not in item.body_text + item.headline + item.standfirst
    assert any(HIDDEN in note.text for note in item.ed_notes)
