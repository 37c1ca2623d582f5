"""What the form of a front's editor holds, and what each of its buttons does to it.

The whole draft travels in the form: nothing is kept on the way, so nothing of a
story is left behind by an arrangement that nobody published.

    place            the ids of the stories in the places, in order
    shape-ID, label-ID, headline-ID, related-ID (several)    how one is shown
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.news.front import Front, Label, Shape, Treatment
from dateline.newsroom.actions.arrange_front import Placing
from dateline.newsroom.models.story import Story

Places = tuple[Treatment, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Press:
    """A button that was pressed: which story it names, and the package meant."""

    story: str
    target: str = ""


def places_in(data: Any) -> Places:
    """Return the draft that a form sent; a story that is named twice stands once."""
    return tuple(
        Treatment(
            story=name,
            shape=_shape(data.get(f"shape-{name}", "")),
            label=_label(data.get(f"label-{name}", "")),
            headline=" ".join(data.get(f"headline-{name}", "").split()),
            related=tuple(dict.fromkeys(data.getlist(f"related-{name}"))),
        )
        for name in dict.fromkeys(data.getlist("place"))
    )


def _shape(text: str) -> Shape:
    return Shape(text) if text in set(Shape) else Shape.AUTOMATIC


def _label(text: str) -> str:
    """Return a label; one that fronts know by its name in the journal."""
    words = " ".join(text.split())
    return Label(words.lower()).value if words.lower() in set(Label) else words


def places_of(front: Front) -> Places:
    """Return the places of an arrangement that was published."""
    return tuple(front.treatment(name) for name in front.places)


def ids_in(places: Iterable[Treatment]) -> list[str]:
    """Return every id that a draft names, those of packages included."""
    return [name for place in places for name in (place.story, *place.related)]


def pressed(places: Places, data: Any) -> Places:
    """Return the draft after the button that was pressed."""
    for name, change in CHANGES.items():
        if name in data:
            story, _, target = data[name].partition(" ")
            press = Press(story=story, target=target or data.get("target", ""))
            return change(places, press)
    return places


def _up(places: Places, press: Press) -> Places:
    return _moved(places, press.story, by=-1)


def _down(places: Places, press: Press) -> Places:
    return _moved(places, press.story, by=1)


def _moved(places: Places, name: str, *, by: int) -> Places:
    order = list(places)
    at = next((n for n, place in enumerate(order) if place.story == name), None)
    if at is not None:
        order.insert(max(0, at + by), order.pop(at))
    return tuple(order)


def _out(places: Places, press: Press) -> Places:
    """Take a story out, wherever it stands; its package goes with it."""
    return tuple(
        replace(place, related=tuple(n for n in place.related if n != press.story))
        for place in places
        if place.story != press.story
    )


def _in(places: Places, press: Press) -> Places:
    if any(place.story == press.story for place in places):
        return places
    return (*_out(places, press), Treatment(story=press.story))


def _first(places: Places, press: Press) -> Places:
    known = (place for place in places if place.story == press.story)
    place = next(known, Treatment(story=press.story))
    return (place, *_out(places, press))


def _relate(places: Places, press: Press) -> Places:
    """Put a story under another, out of where it stood before."""
    if press.story == press.target or all(p.story != press.target for p in places):
        return places
    return tuple(
        replace(place, related=(*place.related, press.story))
        if place.story == press.target
        else place
        for place in _out(places, press)
    )


CHANGES: dict[str, Callable[[Places, Press], Places]] = {
    "up": _up,
    "down": _down,
    "out": _out,
    "in": _in,
    "first": _first,
    "relate": _relate,
}
"""What each button does; its value names the story, or "STORY TARGET"."""


def readable(places: Places, stories: Mapping[str, Story]) -> Places:
    """Return a draft without the stories that readers do not have."""
    return tuple(
        replace(place, related=tuple(n for n in place.related if n in stories))
        for place in places
        if place.story in stories
    )


def placings(places: Places, stories: Mapping[str, Story]) -> Sequence[Placing]:
    """Return a draft as the action takes it."""
    return [
        Placing(
            story=stories[place.story],
            shape=place.shape,
            label=place.label,
            headline=place.headline,
            related=[stories[name] for name in place.related],
        )
        for place in places
    ]
