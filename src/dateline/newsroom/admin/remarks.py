"""What the copy checks say, as the desk's screens show it."""

from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from wagtail.admin import messages

from dateline.errors import DatelineError
from dateline.newsroom.checks.remark import Level, Remark

SHOWN = 6
"""At most so many remarks at once; notices travel in a cookie."""

_NAMES = {"lead_caption": "caption of the lead picture"}


def sentence(error: DatelineError) -> str:
    """Return an error and its remedy as something to read."""
    said = capfirst(str(error)).rstrip(".")
    return f"{said}. {error.hint}".strip()


def remark_text(remark: Remark) -> str:
    """Return a remark with its place: "Headline: it is long. Shorten it."."""
    place = _NAMES.get(remark.field, remark.field)
    said = remark.message.rstrip(".")
    return f"{capfirst(place)}: {said}. {remark.hint}".strip()


def show_remarks(request: Any, remarks: list[Remark]) -> None:
    """Show the warnings among remarks on the next screen."""
    warnings = [r for r in remarks if r.level is Level.WARNING]
    if not warnings:
        return
    lines = [(remark_text(r),) for r in warnings[:SHOWN]]
    more = len(warnings) - SHOWN
    if more > 0:
        lines.append((f"… and {more} more.",))
    items = format_html_join("", "<li>{}</li>", lines)
    messages.warning(request, format_html("Worth another look: <ul>{}</ul>", items))


def form_field(remark: Remark, names: Any) -> str | None:
    """Return the form's field that a remark belongs to; None for the form."""
    field = remark.field.partition(" ")[0]
    return field if field in names else None
