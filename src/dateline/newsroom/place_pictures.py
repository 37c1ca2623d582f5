"""Putting an agency's pictures into a story that nobody at the desk touched.

The first that is fit is the lead; the others stand where the copy shows them,
or one after every few blocks. Fit is a picture that is free to be shown and has
an alternative text of its own: no rule puts a picture before readers that some
of them get nothing from (decision 16).
"""

from collections.abc import Sequence
from typing import Any

from dateline.news.agency_alt import is_fit_alt
from dateline.newsroom.models.picture import Picture
from dateline.newsroom.models.story import Story
from dateline.newsroom.models.wire_picture import WirePictureUse

STRIDE = 4
"""Blocks of copy between two pictures whose place is not known."""


def is_fit(picture: Picture) -> bool:
    """Say whether a rule may put a picture before readers."""
    if not picture.is_free:
        return False
    return is_fit_alt(picture.alt, caption=picture.caption, credit=picture.credit)


def place_pictures(story: Story) -> bool:
    """Put what is fit into a story, in order; return whether that changed it.

    Only the agency's pictures are moved: what else the story shows stays.
    """
    uses = _uses(story)
    if not uses:
        return False
    theirs = {use.wire_picture.picture_id for use in uses}
    shown = [use for use in uses if is_fit(use.wire_picture.picture)]
    body, before = _body_of(story), _layout(story)
    rest = shown
    if story.lead_picture_id is None or story.lead_picture_id in theirs:
        story.lead_picture = shown[0].wire_picture.picture if shown else None
        rest = shown[1:]
    lead = story.lead_picture_id
    rest = [use for use in rest if use.wire_picture.picture_id != lead]
    copy = [block for block in body if _key_of(block) not in theirs]
    story.body = _with_pictures(copy, rest)
    return before != _layout(story)


def _uses(story: Story) -> list[WirePictureUse]:
    """Return the story's pictures that are here, each once, in the copy's order."""
    uses = WirePictureUse.objects.filter(
        story=story, wire_picture__picture__isnull=False
    )
    found: dict[int | None, WirePictureUse] = {}
    for use in uses.select_related("wire_picture__picture").order_by("place", "id"):
        found.setdefault(use.wire_picture.picture_id, use)
    return list(found.values())


def _body_of(story: Story) -> list[dict[str, Any]]:
    """Return a body's blocks as the database has them, without their ids."""
    prepared = story.body.get_prep_value() if story.body else []
    return [{"type": one["type"], "value": one["value"]} for one in prepared]


def _layout(story: Story) -> list[int | None]:
    """Return the lead and, for each block of the body, the picture it shows."""
    return [story.lead_picture_id, *map(_key_of, _body_of(story))]


def _key_of(block: dict[str, Any]) -> int | None:
    """Return the key of the picture a block shows; None for other blocks."""
    return block["value"]["picture"] if block["type"] == "picture" else None


def _with_pictures(
    body: list[dict[str, Any]], uses: Sequence[WirePictureUse]
) -> list[dict[str, Any]]:
    """Return a body with a block for each use; a place beyond the end is the end."""
    places: dict[int, list[dict[str, Any]]] = {}
    for number, use in enumerate(uses, start=1):
        wanted = STRIDE * number if use.after is None else use.after
        value = {"picture": use.wire_picture.picture_id, "caption": ""}
        block = {"type": "picture", "value": value}
        places.setdefault(min(wanted, len(body)), []).append(block)
    made: list[dict[str, Any]] = []
    for number in range(len(body) + 1):
        made += places.get(number, [])
        made += body[number : number + 1]
    return made
