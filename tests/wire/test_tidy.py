"""What is not copy is taken out and kept aside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.block import BlockKind
from dateline.news.item import Signal
from dateline.wire.audience import NOTEBOOK, names_notebook
from dateline.wire.tidy import MARK, may_be_mark
from support.wire_files import g2, read

COPY = "<p>The ferry left the harbour at noon.</p><p>It came back.</p>"
MARKS = [
    "hh/ph/ts/hd",
    "asl/tib/pid/cac",
    "ends",
    "EFE",
    "==Kyodo",
    "/ritzau/",
    "AAP RTV ar",
    "(SDA/sj)",
    "bur-dar-gl/fz",
    "EFE gr/bp (audio)",
    "MA // EA",
    "NewsAgency/Fim",
    "dpa kre/su yysw a3 xy mda",
    "(Reporting by Ada Sample; Editing by Bo Probe)",
    "(Writing by Ada Sample in Turku, additional reporting by others)",
    "[ GRAFIKK/VIDEO MANGLER ]",
    "+++ Finland;Sea; +++",
    "___",
    "-----------",
]


@pytest.mark.parametrize("mark", MARKS)
def test_a_desk_mark_at_the_end_goes(mark):
    """Initials, sign-offs and rules are not copy."""
    item = read(g2(body=f"{COPY}<p>{mark}</p>"))

    assert [block.text for block in item.body][-1] == "It came back."
    assert mark in [each.text for each in item.stripped]


@pytest.mark.parametrize(
    "line",
    ["It ends", "The end.", "He/she came.", "(He laughed.)", "Efe came", "Love, Ada"],
)
def test_a_short_last_sentence_stays(line):
    """A last line of copy is not a mark."""
    assert read(g2(body=f"{COPY}<p>{line}</p>")).body[-1].text == line


@pytest.mark.parametrize(
    ("notice", "corrects"),
    [
        ("(Corrects name of ferry in paragraph 2)", True),
        ("(This version CORRECTS the time.)", True),
        ("(Berichtigung: Im ersten Absatz muss es 12 Uhr heißen)", True),
        ("Eds: UPDATES with quote", False),
        ("Updates with captain, background", False),
    ],
)
def test_a_notice_at_the_head_goes_and_may_be_a_correction(notice, corrects):
    """A note on what changed is no first paragraph; a correction is said so."""
    item = read(g2(body=f"<p>{notice}</p>{COPY}"))

    assert item.body[0].text == "The ferry left the harbour at noon."
    assert (Signal.CORRECTION in item.signals) is corrects
    assert bool(item.correction_note) is corrects


def test_a_repeated_headline_goes():
    """The headline is not the first paragraph."""
    item = read(g2(body=f"<p>Ferry leaves harbour</p>{COPY}"))

    assert item.body[0].text.startswith("The ferry")


@pytest.mark.parametrize("line", ["STILL STANDING", "<strong>Still standing</strong>"])
def test_a_crosshead_sent_as_a_paragraph_is_one(line):
    """Capitals or bold alone between paragraphs are a crosshead."""
    item = read(g2(body=f"<p>One.</p><p>{line}</p><p>Two.</p>"))

    assert item.body[1].kind is BlockKind.CROSSHEAD
    assert item.body[1].runs == ()


@pytest.mark.parametrize(
    "line", ["AFP", "<strong>He said so.</strong>", "3-2", "It is so"]
)
def test_not_every_short_paragraph_is_a_crosshead(line):
    """A score, a word or a sentence in bold stays what it was."""
    item = read(g2(body=f"<p>One.</p><p>{line}</p><p>Two.</p>"))

    assert item.body[1].kind is BlockKind.PARAGRAPH


def test_bullets_before_the_dateline_are_a_list():
    """A summary in starred lines is one list; the dateline behind it is found."""
    body = "<p>* Ferry leaves</p><p>* On time</p><p>TURKU, Finland (AFP) - It left.</p>"

    item = read(g2(body=body))

    assert [(b.kind, b.text) for b in item.body] == [
        (BlockKind.LIST, "Ferry leaves\nOn time"),
        (BlockKind.PARAGRAPH, "It left."),
    ]
    assert item.dateline.places == ("TURKU, Finland",)


def test_nothing_is_lost():
    """Every word of the markup is in the body, in stripped or in a note."""
    body = (
        "<header><h1>Ferry leaves harbour</h1><p "
        "class='byline'>By Ada Sample</p></header>"
        "<p class='teaser'>Tease.</p><p>TURKU (AFP) - One.</p><script>s()</script>"
        "<div class='nonpublic'>555</div><p>ends</p>"
    )

    item = read(g2(body=body))
    kept = " ".join(
        [item.body_text]
        + [each.text for each in item.stripped]
        + [note.text for note in item.ed_notes]
    )

    words = (
        "Ferry leaves harbour",
        "Ada Sample",
        "Tease.",
        "TURKU",
        "One.",
        "s()",
        "555",
        "ends",
    )
    assert [word for word in words if word not in kept] == []


@pytest.mark.parametrize("tag", ["p", "h2"])
def test_a_crosshead_between_dashes_is_one_without_them(tag):
    """AFP sets its crossheads between dashes, marked up or not."""
    item = read(g2(body=f"<p>One.</p><{tag}>- Rough sea -</{tag}><p>Two.</p>"))

    assert (item.body[1].kind, item.body[1].text) == (BlockKind.CROSSHEAD, "Rough sea")


def test_a_sentence_between_dashes_at_the_head_stays():
    """A first paragraph is no crosshead, whatever stands around it."""
    assert read(g2(body="<p>- Rough sea -</p><p>Two.</p>")).body[0].text[0] == "-"


@given(text=st.from_regex(NOTEBOOK))
def test_looking_for_words_first_finds_every_notebook(text):
    """What spares most bodies the pattern never lets one through."""
    assert names_notebook(text)


@given(text=st.from_regex(MARK))
def test_looking_at_its_signs_first_finds_every_desk_mark(text):
    """What spares most short lines the pattern never loses a mark."""
    assert may_be_mark(text)
