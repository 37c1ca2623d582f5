"""The demo's fronts as its desk arranges them: packages, labels, a breaking line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from dateline.cli.demo.copy import LIVE
from dateline.news.front import HOME, Label, Shape, edition_front, section_front

_FOG = "delhi-first-dense-fog-delays-flights"

LINE = "Delhi: visibility back above 600 metres, first delayed flights board"
"""The breaking line over home; it leads to the story of the fog."""

LINE_STANDS = timedelta(hours=6)


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A story of the demo in a place of a front, by its slug."""

    slug: str
    shape: Shape = Shape.AUTOMATIC
    label: str = ""
    headline: str = ""
    related: tuple[str, ...] = ()


FRONTS: dict[str, tuple[Placed, ...]] = {
    HOME: (
        Placed(
            slug=_FOG,
            label=Label.DEVELOPING,
            related=(
                "railway-winter-timetable-fog-pairs",
                "noida-schools-split-day-clean-air-rooms",
                "when-the-fog-comes-tell-us-the-truth",
            ),
        ),
        Placed(slug=LIVE),
        Placed(slug="parliament-winter-session-opens"),
        Placed(
            slug="mumbai-win-sahyadri-cup-final-by-two-runs",
            headline="Two runs: Mumbai take the Sahyadri Cup",
        ),
        Placed(slug="small-satellites-lift-off-from-sriharikota"),
        Placed(slug="shares-slip-as-rupee-steadies", label="Markets"),
        Placed(slug="the-exam-that-eats-the-school-year", label=Label.OPINION),
    ),
    edition_front("hi", HOME): (
        Placed(slug="dilli-ghana-kohra-61-uranein-der-se", label=Label.DEVELOPING),
        Placed(slug="bhopal-bunkar-sahkari-bazaar"),
    ),
    section_front("world"): (
        Placed(slug="hague-river-arbitration-data-first", label=Label.ANALYSIS),
        Placed(slug="colombo-ferry-palk-strait-daily"),
        Placed(slug="jakarta-flood-gates-fishermen-pilots"),
        Placed(slug="antalya-island-states-one-form"),
        Placed(slug="putin-abe-hot-spring-talks"),
    ),
    section_front("sport"): (
        Placed(
            slug="mumbai-win-sahyadri-cup-final-by-two-runs",
            shape=Shape.PICTURE,
            related=("teach-cricket-to-lose-a-day",),
        ),
        Placed(slug="chennai-open-chess-fourteen-year-old-leads", shape=Shape.PICTURE),
        Placed(slug="bhopal-hockey-academy-reaches-final"),
    ),
    section_front("opinion"): (
        Placed(slug="when-the-fog-comes-tell-us-the-truth", shape=Shape.TEXT),
        Placed(slug="teach-cricket-to-lose-a-day", shape=Shape.TEXT),
    ),
}
"""What the desk placed by hand; the newest fill the rest."""


def arrange_fronts(rows: Mapping[str, Any], *, now: datetime) -> None:
    """Arrange the fronts with those of their stories that this demo has.

    ``rows`` are the newsroom's stories by their slug.
    """
    from dateline.newsroom.actions.arrange_front import ArrangeFront
    from dateline.newsroom.actions.breaking_line import PutUpLine
    from dateline.newsroom.models.front import Front

    for front_id, places in FRONTS.items():
        front = Front.objects.get(id=front_id)
        ArrangeFront(front=front, places=list(_there(places, rows)), now=now).execute()
    if _FOG in rows:
        PutUpLine(
            front=Front.objects.get(id=HOME),
            text=LINE,
            story=rows[_FOG],
            until=now + LINE_STANDS,
            now=now,
        ).execute()


def _there(places: tuple[Placed, ...], rows: Mapping[str, Any]) -> Iterator[Any]:
    from dateline.newsroom.actions.arrange_front import Placing

    for place in places:
        if place.slug in rows:
            yield Placing(
                story=rows[place.slug],
                shape=place.shape,
                label=place.label,
                headline=place.headline,
                related=[rows[slug] for slug in place.related if slug in rows],
            )
