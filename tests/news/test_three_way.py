"""Before, ours and theirs: what merges by itself, and what a person decides."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.news.three_way import Kind, Word, marked, merge

WORDS = st.lists(st.sampled_from("abcdefg"), max_size=8)


def kinds(before, ours, now):
    """Return the kinds of the parts that are not the same everywhere."""
    return [p.kind for p in merge(before, ours, now) if p.kind is not Kind.SAME]


def merged(before, ours, now):
    """Merge what merges by itself; ours where both changed it."""
    out = []
    for part in merge(before, ours, now):
        is_theirs = part.kind is Kind.THEIRS
        side, span = (now, part.now) if is_theirs else (ours, part.ours)
        out += side[span.start : span.stop]
    return out


def test_changes_in_different_paragraphs_merge():
    """Ours stays, theirs comes, and no person is asked."""
    before = ["one", "two", "three"]
    ours = ["ONE", "two", "three"]
    now = ["one", "two", "three", "four"]

    assert kinds(before, ours, now) == [Kind.OURS, Kind.THEIRS]
    assert merged(before, ours, now) == ["ONE", "two", "three", "four"]


def test_neighbours_that_were_rewritten_are_told_apart():
    """We rewrote the first paragraph, they the second one beside it: no clash."""
    before = ["The ferry left at noon.", "Forty were aboard the ship."]
    ours = ["The old ferry left at noon.", "Forty were aboard the ship."]
    now = ["The ferry left at noon.", "Fifty were aboard the ship."]

    assert kinds(before, ours, now) == [Kind.OURS, Kind.THEIRS]
    assert merged(before, ours, now) == [ours[0], now[1]]


def test_both_changing_one_paragraph_is_a_clash():
    """Only a person can say which of the two is right."""
    assert kinds(["a", "b", "c"], ["a", "B", "c"], ["a", "b!", "c"]) == [Kind.CLASH]


def test_both_making_the_same_change_agree():
    """Nobody is asked about it."""
    assert kinds(["a", "b"], ["a", "B"], ["a", "B"]) == [Kind.AGREED]


def test_a_paragraph_we_took_out_stays_out():
    """They left it alone, so there is nothing to ask."""
    assert merged(["a", "b", "c"], ["a", "c"], ["a", "b", "c", "d"]) == ["a", "c", "d"]


def test_a_paragraph_we_took_out_and_they_changed_is_a_clash():
    """Both did something to it."""
    before = ["aaa", "the mayor spoke at noon", "ccc"]
    assert Kind.CLASH in kinds(before, ["aaa", "ccc"], ["aaa", "the mayor sang", "ccc"])


@given(before=WORDS, ours=WORDS, now=WORDS)
def test_the_parts_hold_all_three_texts_in_order(before, ours, now):
    """No paragraph is lost or told twice, whatever was changed."""
    parts = merge(before, ours, now)

    for name, side in (("before", before), ("ours", ours), ("now", now)):
        spans = [getattr(part, name) for part in parts]
        assert [u for s in spans for u in side[s.start : s.stop]] == side


@given(before=WORDS, ours=WORDS)
def test_without_a_change_of_theirs_everything_is_ours(before, ours):
    """A version that says nothing new changes nothing."""
    assert merged(before, ours, before) == ours


@given(before=WORDS, now=WORDS)
def test_without_a_change_of_ours_everything_is_theirs(before, now):
    """Copy nobody touched follows."""
    assert merged(before, before, now) == now


def test_words_that_came_and_went_are_marked():
    """The eye finds the change inside a paragraph."""
    (line,) = marked(["Forty were aboard."], ["Fifty were aboard."])

    assert line == (
        Word(text="Forty ", mark="removed"),
        Word(text="Fifty ", mark="added"),
        Word(text="were aboard."),
    )


@given(
    before=st.lists(st.text("ab c", min_size=1), max_size=3),
    after=st.lists(st.text("ab c", min_size=1), max_size=3),
)
def test_without_what_went_the_marks_read_as_the_text(before, after):
    """Marking changes no word."""
    lines = [
        "".join(word.text for word in line if word.mark != "removed")
        for line in marked(before, after)
    ]

    said = [" ".join(line.split()) for line in lines]
    assert [s for s in said if s] == [s for t in after if (s := " ".join(t.split()))]
