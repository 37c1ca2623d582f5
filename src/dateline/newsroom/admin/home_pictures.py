"""Agencies' pictures that wait for the desk, on the first screen."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from dateline.newsroom.admin.home_lines import Line, Panel
from dateline.newsroom.admin.shown import shown_short
from dateline.newsroom.models.picture import Picture
from dateline.newsroom.models.wire_picture import WirePicture, WirePictureState
from dateline.newsroom.place_pictures import is_fit

LINES = 8
LOOKED_AT = 60
RECENT = timedelta(days=2)


class PicturesPanel(Panel):
    """Pictures that stories name and no rule may show, and those that never came."""

    name = "pictures"
    heading = "Agencies' pictures that need you"
    empty = "No story waits for a picture."
    order = 125

    def lines(self) -> Iterable[Line]:
        """Return the newest first."""
        since = timezone.now() - RECENT
        named = WirePicture.objects.filter(uses__isnull=False, first_seen__gte=since)
        rows = named.exclude(state=WirePictureState.KILLED).select_related("picture")
        found = _lines(rows.distinct().order_by("-first_seen")[:LOOKED_AT])
        return [line for _, line in zip(range(LINES), found, strict=False)]


def _lines(rows: Iterable[WirePicture]) -> Iterator[Line]:
    known: set[int] = set()
    for row in rows:
        picture = row.picture
        if row.state == WirePictureState.FAILED:
            yield Line(
                moment=shown_short(row.first_seen), text=row.uri, fault=row.reason
            )
        elif picture is not None and picture.pk not in known and not is_fit(picture):
            known.add(picture.pk)
            yield Line(
                moment=shown_short(row.first_seen),
                text=str(picture),
                url=reverse("wagtailsnippets_newsroom_picture:edit", args=[picture.pk]),
                fault=why_not(picture),
            )


def why_not(picture: Picture) -> str:
    """Say why no rule may show a picture."""
    if picture.held:
        return picture.held
    if picture.embargoed_until is not None:
        return f"embargoed until {shown_short(picture.embargoed_until)}"
    return "has no alternative text of its own"
