"""What a reader who sent the form for grievances is told.

The form itself stands on the officer's page. The answer is a page whose middle is
a slot: the press makes it once, and whoever takes the form fills it, with its
number, or with the form as it was typed and what is wrong with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateline.catalog.view import View
from dateline.news.grievance_form import LIMITS, MUST, Fault, Form
from dateline.news.site import Site
from dateline.pages.assets import assets
from dateline.pages.head import CLOSED, Head, full_title
from dateline.pages.html_page import html_page
from dateline.pages.page import Page, slot
from dateline.pages.typeset import typeset
from dateline.words.say import Words, later, words_in
from dateline.words.stamp import stamp_text

PATH = "/grievances/answer/"
"""Where the form is sent, and what answers it."""

ANSWER = "grievance-answer"
TRAP = "website"
"""A field that no reader sees: who fills it is no reader."""

_TITLE = later("Your complaint")

_LABELS = {
    "name": later("Your name"),
    "contact": later("Your mail address or telephone number"),
    "address": later("Address of the story"),
    "text": later("What is wrong"),
}
_FAULTS = {
    Fault.MISSING: later("Please fill this in."),
    Fault.LONG: later("This is too long: {limit} letters at most."),
    Fault.NO_WAY: later("A mail address or a telephone number is wanted here."),
}
_FILLED_BY = {"name": "name", "contact": "email"}


class Result(StrEnum):
    """What became of a form."""

    TAKEN = "taken"
    FAULTY = "faulty"
    CROWDED = "crowded"
    CLOSED = "closed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """A field of the form: its label, what was typed, and what is wrong with it.

    ``filled_by`` is what a browser may fill it in with.
    """

    name: str
    label: str
    typed: str
    fault: str
    limit: int
    must: bool
    filled_by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What a reader is told; ``faults`` by the name of the field.

    ``email`` is the officer's: the way that is left when this one is shut.
    """

    result: Result
    form: Form
    email: str
    faults: Mapping[str, Fault] = field(default_factory=dict)
    ticket: str = ""
    received: datetime | None = None


def make_grievance_answer(view: View) -> Page | None:
    """Make the page around the answer; None where no form is offered."""
    site, house = view.site(), view.house()
    if not site.grievances or house.officer is None or not house.officer.form:
        return None
    title = words_in(site.language)(_TITLE)
    head = Head(
        title=title,
        full_title=full_title(site, title),
        description="",
        site_name=site.name,
        style=assets().further["house"],
        robots=CLOSED,
    )
    page = html_page(
        "grievance_answer.html", site=site, head=head, title=title, answer=slot(ANSWER)
    )
    return Page(text=page.text, links=page.links, cache="answer")


def fields_of(
    form: Form, faults: Mapping[str, Fault], *, say: Words
) -> tuple[Field, ...]:
    """Return the fields of a form as they are shown."""
    return tuple(
        Field(
            name=name,
            label=say(_LABELS[name]),
            typed=getattr(form, name),
            fault=say(_FAULTS[faults[name]], limit=limit) if name in faults else "",
            limit=limit,
            must=name in MUST,
            filled_by=_FILLED_BY.get(name, "off"),
        )
        for name, limit in LIMITS.items()
    )


def set_answer(answer: Answer, *, site: Site) -> dict[str, str]:
    """Return the text of the page's slot, by its name."""
    say = words_in(site.language)
    moment, zone = answer.received, ZoneInfo(site.zone)
    text = typeset(
        "grievance_told.html",
        language=site.language,
        answer=answer,
        received=stamp_text(moment, zone=zone, say=say) if moment else "",
        fields=fields_of(answer.form, answer.faults, say=say),
    )
    return {ANSWER: text.strip()}
