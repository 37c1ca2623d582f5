"""What readers type into the form for grievances."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.grievance_form import (
    LIMITS,
    Fault,
    Filed,
    Form,
    UnreadableFormError,
    faults_of,
    filed_bytes,
    filed_in,
    form_of,
    ticket_of,
)

FORM = Form(
    name="Farida Qureshi",
    contact="farida@reader.example",
    address="https://banyan.example/s/x7k2m4",
    text="I was quoted with words\nI did not say.",
)
NOON = datetime(2016, 12, 15, 6, 30, tzinfo=UTC)


def test_a_number_follows_from_what_was_typed():
    """The same twice is one grievance; another letter is another."""
    assert ticket_of(FORM) == ticket_of(replace(FORM))
    assert ticket_of(FORM) != ticket_of(replace(FORM, text=f"{FORM.text}!"))
    assert ticket_of(Form(name="ab", contact="c")) != ticket_of(
        Form(name="a", contact="bc")
    )


@given(st.builds(Form, name=st.text(), text=st.text()))
def test_a_number_can_be_said_on_the_telephone(form):
    """Three groups of four, without vowels and what looks alike."""
    groups = ticket_of(form).split("-")
    assert [len(group) for group in groups] == [4, 4, 4]
    assert not set("".join(groups)) & set("AEIOUY01L")


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"name": ""}, {"name": Fault.MISSING}),
        ({"text": ""}, {"text": Fault.MISSING}),
        ({"contact": ""}, {"contact": Fault.MISSING}),
        ({"contact": "my door"}, {"contact": Fault.NO_WAY}),
        ({"contact": "@home"}, {"contact": Fault.NO_WAY}),
        ({"contact": "011 5550"}, {}),
        ({"contact": "०११ ५५५०"}, {}),
        ({"address": ""}, {}),
        ({"text": "क" * LIMITS["text"]}, {}),
        ({"text": "क" * (LIMITS["text"] + 1)}, {"text": Fault.LONG}),
    ],
)
def test_what_is_wanted(changed, fault):
    """Who, a way to answer, and what; none of it without end."""
    assert faults_of(replace(FORM, **changed)) == fault


def test_what_no_keyboard_types_is_left_out():
    """Zeros, escapes, letters that turn a line round; lines stay in the text alone."""
    form = form_of(
        {
            "name": " Farida\r\n\x00Qureshi\u202e ",
            "text": "one\r\ntwo\x1b[31m\u2066\tthree\ud800",
            "contact": "a@b.example",
            "more": "nothing",
        }
    )
    assert form == Form(
        name="Farida Qureshi", contact="a@b.example", text="one\ntwo[31m\tthree"
    )


@given(st.dictionaries(st.sampled_from([*LIMITS]), st.text()))
def test_what_can_be_filed_comes_back_as_it_was(sent):
    """Whatever was sent: through the file and back, with the same number."""
    form = form_of({"name": "A", "contact": "a@b.in", "text": "x", **sent})
    if faults_of(form):
        return
    filed = Filed(ticket=ticket_of(form), received=NOON, form=form)
    assert filed_in(filed_bytes(filed)) == filed


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"\xff\xfe",
        b'{"name": "A"}',
        filed_bytes(Filed(ticket="X", received=NOON, form=replace(FORM, text=""))),
        filed_bytes(Filed(ticket="X", received=NOON.replace(tzinfo=None), form=FORM)),
        filed_bytes(Filed(ticket="X", received=NOON, form=replace(FORM, name=7))),
    ],
)
def test_what_is_no_form_is_refused(raw):
    """Half a file, another kind of file, one that could not have been accepted."""
    with pytest.raises(UnreadableFormError):
        filed_in(raw)
