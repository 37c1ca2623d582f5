"""What came of trying a rule, as the screen shows it."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from dateline.newsroom.admin.shown import shown
from dateline.newsroom.models.topic import Topic
from dateline.newsroom.models.wire_item import WireState
from dateline.newsroom.routing.trial import SHOWN, Outcome, Place, Trial
from dateline.newsroom.site_settings import site_settings


def shown_trial(trial: Trial) -> dict[str, Any]:
    """Return counts and rows in words."""
    names = _names()
    return {
        "trial": trial,
        "since": shown(trial.since),
        "most": SHOWN,
        "counts": [(_said(each, names), count) for each, count in trial.counts],
        "rows": list(_rows(trial, names)),
    }


def _names() -> dict[str, str]:
    """Return what readers call each section, city and topic, by kind and id."""
    site = site_settings().site
    names = {f"section {each.id}": each.name for each in site.sections}
    names |= {f"city {each.id}": each.name for each in site.cities}
    topics = Topic.objects.values_list("pk", "name")
    return names | {f"topic {key}": name for key, name in topics}


def _said(outcome: Outcome, names: dict[str, str]) -> str:
    """Say an outcome: "Sport, not World", "also Mumbai"."""
    would, then = (
        names.get(f"{outcome.what} {key}", key) for key in (outcome.would, outcome.then)
    )
    if outcome.what == "state":
        return f"{WireState(would).label}, not {WireState(then).label}"
    if outcome.what == "section":
        return f"{would}, not {then}"
    if outcome.what == "desk":
        return f"{would} desk" if would else f"no desk, not {then}"
    return f"also {would}" if would else f"without {then}"


def _rows(trial: Trial, names: dict[str, str]) -> Iterator[dict[str, Any]]:
    for line in trial.lines:
        yield {
            "line": line,
            "url": reverse("wire:item", args=[line.key]),
            "came": shown(line.came),
            "then": _cells(line.then, line.would, names),
            "would": _cells(line.would, line.then, names),
        }


def _cells(place: Place, other: Place, names: dict[str, str]) -> dict[str, Any]:
    """Return a place in words; a part that differs from the other is marked."""
    state = WireState(place.state)
    parts = [
        ("section", (place.section,) if place.section else (), (other.section,)),
        ("city", place.cities, other.cities),
        ("topic", place.topics, other.topics),
    ]
    words = [
        {"text": names.get(f"{what} {key}", key), "new": key not in others}
        for what, keys, others in parts
        for key in keys
    ]
    if place.desk:
        words.append({"text": f"{place.desk} desk", "new": place.desk != other.desk})
    return {"badge": str(state.value), "word": str(state.label), "parts": words}
