"""ANPA 1312 as AP and Kyodo send it."""

import re
from contextlib import suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.news.item import Audience, content_hash
from dateline.wire.errors import RefusedError
from dateline.wire.formats.anpa_date import WRITTEN, may_be_written
from dateline.wire.formats.anpa_lines import as_written
from dateline.wire.formats.anpa_slug import (
    COUNT,
    VERSION,
    VERSION_WORDS,
    read_slug,
)
from dateline.wire.judge import Action, Held, judge
from dateline.wire.parse import parse
from dateline.wire.refused import NotAnpaError
from dateline.wire.source import SourceRules
from support.fields import differing
from support.samples_anpa import FIRST, HIDDEN, SAMPLES, STORY, message
from support.wire_files import read

RULES = SourceRules(name="ap", zone=ZoneInfo("America/New_York"))
NOW = datetime(2013, 11, 13, 20, tzinfo=UTC)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_field_is_as_a_person_reads_it(name):
    """Each sample against its hand-written expectation."""
    raw, expected = SAMPLES[name]

    assert differing(read(raw, RULES), expected) == {}


def test_notes_to_editors_are_never_copy():
    """An ``Eds:`` line is a note between desks, wherever it stands."""
    inside = message(FIRST, f"   ATLANTA (AP) _ One.\n^Eds: {HIDDEN}.<\n   Two.\n")
    for raw in (STORY, inside):
        item = read(raw, RULES)

        assert HIDDEN not in item.body_text + item.headline + item.subheadline
        assert any(
            HIDDEN in note.text and note.audience is not Audience.PUBLIC
            for note in item.ed_notes
        )


def test_photo_numbers_are_kept_and_the_line_is_not_copy():
    """The photographs are not in the file: their numbers are links."""
    item = read(STORY, RULES)

    assert [link.title for link in item.links if link.rel == "photo"] == [
        "GAJB101", "GAJB102", "GAJB103", "GAJB104",
    ]  # fmt: skip
    assert "AP Photo GAJB101, GAJB102-104" in [each.text for each in item.stripped]


def test_a_job_below_the_byline_is_its_title():
    """``AP Sports Writer`` says who the byline is."""
    assert read(STORY, RULES).bylines[0].title == "AP Sports Writer"


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0)])
def test_versions_of_a_day_chain_in_any_order(order):
    """The story, its first and its fourth rewrite end as the fourth."""
    versions = [
        read(SAMPLES[name][0], RULES)
        for name in (
            "story",
            "writethru",
            "past midnight in Greenwich, one evening in New York",
        )
    ]
    held = None
    for at in order:
        item = versions[at]
        verdict = judge(item, held=held, now=NOW)
        if verdict.action in {Action.TAKE, Action.UPDATE}:
            held = Held(version=item.version, version_created=item.version_created)

    assert len({item.uri for item in versions}) == 1
    assert held.version == "4th Ld-Writethru"


def test_in_one_minute_the_version_field_decides():
    """The footer knows minutes only; a second rewrite is not undone by a first."""
    second = read(message(FIRST.replace(",521", ", 2nd Ld-Writethru,531")), RULES)
    first = read(message(FIRST.replace(",521", ", 1st Ld-Writethru,531")), RULES)
    held = Held(version=second.version, version_created=second.version_created)

    assert judge(first, held=held, now=NOW).action is Action.IGNORE
    held = Held(version=first.version, version_created=first.version_created)
    assert judge(second, held=held, now=NOW).action is Action.UPDATE


def test_a_kill_takes_down_the_story_of_its_slug():
    """The kill has the victim's slug, and so its key."""
    story, kill = read(STORY, RULES), read(SAMPLES["kill"][0], RULES)
    held = Held(version_created=story.version_created, published=True)
    verdict = judge(kill, held=held, now=NOW)

    assert kill.uri == story.uri
    assert verdict.action is Action.WITHDRAW
    assert verdict.call_desk


def test_several_messages_of_a_file_are_parted():
    """Each begins with SYN SYN SOH."""
    items = parse(STORY + SAMPLES["weather table"][0] + STORY, source=RULES)

    assert [item.slugline for item in items] == [
        "BC-BKN--Heat-Hawks", "BC-WEA--US Temps", "BC-BKN--Heat-Hawks",
    ]  # fmt: skip
    assert items[0] == items[2]


def test_a_day_that_can_be_read_two_ways_is_warned_about():
    """Not AP, both numbers below 13, and no date in the copy: month first."""
    raw = message(FIRST, day="03-04", footer="XYZ-03-04-13 1509GMT")
    item = read(raw, RULES)

    assert item.version_created.isoformat() == "2013-03-04T15:09:00+00:00"
    assert "exchanged" in " ".join(item.warnings)


def test_without_a_footer_there_is_no_moment():
    """The header has no year: the key has none either, and order is unknown."""
    item = read(message(FIRST, footer=""), RULES)

    assert item.version_created is None
    assert item.uri == "urn:dateline:ap:anpa:11-13:bc-bkn-heat-hawks"


def test_a_new_year_between_header_and_footer():
    """Made on 1 January in Greenwich, filed on 31 December at home."""
    raw = message(FIRST, day="12-31", footer="AP-WF-01-01-14 0312GMT")

    assert ":2013-12-31:" in read(raw, RULES).uri


def test_copy_without_indents_is_read_too():
    """Paragraphs then are parted by blank lines."""
    raw = message(FIRST, "ATLANTA (AP) _ One\nsentence.\n\nTwo.\n")

    assert read(raw, RULES).body_text == "One sentence.\n\nTwo."


def test_rows_inside_a_text_survive():
    """Lines that end like rows are a table between paragraphs."""
    raw = message(
        FIRST,
        "   ATLANTA (AP) _ The table:\nAtlanta    6    3<\nMiami    4    5<\n"
        "   The season goes on.\n",
    )
    item = read(raw, RULES)

    assert [block.kind.value for block in item.body] == [
        "paragraph", "table", "paragraph",
    ]  # fmt: skip
    assert item.body[1].text == "Atlanta\t6\t3\nMiami\t4\t5"


def test_no_header_at_all_is_refused():
    """SYN alone is no message."""
    with pytest.raises(NotAnpaError):
        parse(b"\x16\x16\x01hello", source=RULES)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_damage_gives_items_or_our_errors(data):
    """Cut, doubled or changed bytes: Items or a refusal, the same ones each time."""
    raw = bytearray(SAMPLES[data.draw(st.sampled_from(sorted(SAMPLES)))][0])
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(raw)))
        end = at + data.draw(st.integers(0, 40))
        raw[at:end] = data.draw(
            st.binary(max_size=6)
            | st.sampled_from([b"\x01", b"\x02", b"\x03", b"<\n", b"^", b"=\n", b";"])
            | st.just(bytes(raw[at:end]) * 2)
        )
    with suppress(RefusedError):
        first = parse(bytes(raw), source=RULES)
        assert [content_hash(item) for item in first] == [
            content_hash(item) for item in parse(bytes(raw), source=RULES)
        ]


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=90))
def test_an_eds_note_is_never_copy_whatever_it_says(text):
    """Any text after ``Eds:`` stays out of what readers see."""
    clean = text.replace("^", "").replace("<", "").replace("=", "")
    note = f"^Eds: {HIDDEN} {clean}<\n"
    item = read(message(FIRST + note), RULES)

    assert HIDDEN not in item.body_text + item.headline + item.subheadline
    assert any(HIDDEN in each.text for each in item.ed_notes)


@given(date=st.from_regex(WRITTEN, fullmatch=True))
def test_looking_for_the_number_first_finds_every_written_day(date):
    """What spares most copy the pattern never loses a date in a dateline."""
    found = WRITTEN.fullmatch(date)

    assert may_be_written(int(found[2] or found[3]), 0, date)


@given(copy=st.text("`'_{ \n\u2003aü", max_size=40))
def test_signs_become_what_they_stand_for(copy):
    """Two of a sign are taken from the left; a dash stands between blanks or ends."""
    quoted = copy.replace("``", "“").replace("`", "‘").replace("''", "”")
    written = re.sub(r"(?<!\S)_(?!\S)", "—", quoted.replace("{", "½"))

    assert as_written(copy) == written


@given(slug=st.text("ab-, 0123456789٣ü", max_size=24))
def test_a_count_of_words_is_no_part_of_a_slug(slug):
    """Two to five figures at the end are one, however the slug goes on before."""
    text = " ".join(slug.split())

    assert read_slug(slug).slug == COUNT.sub("", text).strip(" ,")


@given(text=st.from_regex(VERSION, fullmatch=True))
def test_every_version_holds_one_of_the_words_asked_for_first(text):
    """What spares most slugs the pattern never loses a version."""
    assert any(word in text for word in VERSION_WORDS)
