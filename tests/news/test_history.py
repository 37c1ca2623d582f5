"""What readers were told differently before."""

from dataclasses import replace

from dateline.news.block import Block, BlockKind
from dateline.news.history import (
    KEPT,
    Change,
    History,
    Line,
    Part,
    copy_lines,
    first_history,
    has_history,
    next_history,
)
from dateline.news.story import Correction
from support.copy import a_story, later, paragraph

FIRST = a_story(body=(paragraph("It rained."), paragraph("Two <em>trains</em> stood.")))
NOTE = Correction(moment=later(hours=1), note="Three trains stood, not two.")


def corrected(**fields):
    """Return the story with its correction."""
    body = (paragraph("It rained."), paragraph("Three <em>trains</em> stood."))
    told = {"body": body, "updated": NOTE.moment, "corrections": (NOTE,), **fields}
    return replace(FIRST, revision=2, **told)


def test_a_correction_keeps_the_line_that_was_wrong():
    """One change, with the line as it was and as it is, in plain words."""
    history = next_history(History(), FIRST, corrected())

    assert history.changes == (
        Change(
            moment=NOTE.moment,
            note="Three trains stood, not two.",
            is_correction=True,
            lines=(
                Line(
                    part=Part.COPY,
                    before="Two trains stood.",
                    after="Three trains stood.",
                ),
            ),
        ),
    )


def test_an_update_keeps_headline_standfirst_and_new_lines():
    """What came has nothing before it; an unchanged line is not named."""
    after = replace(
        FIRST,
        headline="Rain stops trains",
        standfirst="",
        body=(paragraph("It rained."), paragraph("It snowed."), FIRST.body[1]),
        updated=later(hours=2),
    )

    (change,) = next_history(History(), FIRST, after).changes

    assert change.lines == (
        Line(part=Part.HEADLINE, before=FIRST.headline, after="Rain stops trains"),
        Line(part=Part.STANDFIRST, before=FIRST.standfirst),
        Line(part=Part.COPY, after="It snowed."),
    )
    assert not change.is_correction
    assert not change.picture


def test_a_small_edit_leaves_no_trace():
    """Readers were told of nothing new."""
    edited = replace(corrected(), revision=3, headline="Rain stops two trains")
    history = next_history(History(), FIRST, corrected())

    assert next_history(history, corrected(), edited) == history
    assert not has_history(replace(FIRST, revision=2, headline="Rain"))


def test_another_picture_is_said():
    """A swapped lead picture is a change without a line."""
    after = replace(FIRST, lead_picture="harbour", updated=later(hours=2))

    (change,) = next_history(History(), FIRST, after).changes

    assert change.picture
    assert change.lines == ()


def test_a_story_that_comes_corrected_says_that_nobody_has_the_earlier_version():
    """Restored after a withdrawal, or from an older system."""
    story = corrected(updated=later(hours=3))

    first, second = first_history(story).changes

    assert (first.moment, first.note, first.is_known) == (NOTE.moment, NOTE.note, False)
    assert (second.moment, second.is_known) == (later(hours=3), False)


def test_only_the_newest_changes_are_kept():
    """A story that runs for days does not cost more with every update."""
    history, before = History(), FIRST
    for minute in range(1, KEPT + 4):
        after = replace(before, updated=later(minutes=minute), headline=f"No {minute}")
        history, before = next_history(history, before, after), after

    assert len(history.changes) == KEPT
    assert history.dropped == 3
    assert history.changes[-1].lines[0].after == f"No {KEPT + 3}"


def test_lines_of_every_kind_of_block():
    """Items, rows, titles and who was quoted are lines too."""
    body = (
        Block(kind=BlockKind.QUOTE, text="We &amp; you", attribution="A. Rao"),
        Block(kind=BlockKind.FACTS, title="In brief", items=("One", "Two")),
        Block(kind=BlockKind.TABLE, rows=(("Roof", "3"), ("Tile", "4"))),
        Block(kind=BlockKind.PICTURE, picture="spring"),
        Block(kind=BlockKind.CHART, title="Sales", unit="Rs crore", text="They rose."),
    )

    assert copy_lines(body) == [
        "We & you — A. Rao",
        "In brief",
        "One",
        "Two",
        "Roof | 3",
        "Tile | 4",
        "Sales",
        "Rs crore",
        "They rose.",
    ]


def test_copy_too_long_to_compare_counts_as_written_anew():
    """A hostile length costs no more than its lines."""
    before = replace(FIRST, body=tuple(paragraph(f"a {n}") for n in range(900)))
    after = replace(
        FIRST,
        body=tuple(paragraph(f"b {n}") for n in range(900)),
        updated=later(hours=1),
    )

    (change,) = next_history(History(), before, after).changes

    assert len(change.lines) == 900
    assert change.lines[0] == Line(part=Part.COPY, before="a 0", after="b 0")
