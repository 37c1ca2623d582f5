"""The first screen: what is about to happen, what happened, what needs somebody."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from dateline.newsroom.admin.embargo_words import ended_embargoes
from dateline.newsroom.admin.home_grievances import GrievancesPanel
from dateline.newsroom.admin.home_lines import Line, Panel
from dateline.newsroom.admin.home_pictures import PicturesPanel
from dateline.newsroom.admin.home_wires import WiresPanel, silence_lines
from dateline.newsroom.admin.shown import shown_short
from dateline.newsroom.admin.story_links import story_url
from dateline.newsroom.admin.story_standing import badge_of, with_due
from dateline.newsroom.models.due import Due
from dateline.newsroom.models.proposal import Proposal
from dateline.newsroom.models.story import Story
from dateline.newsroom.models.wire_item import WireItem
from dateline.newsroom.person_name import name_of

AHEAD = timedelta(hours=24)
LINES = 8
_WAGTAILS = {"recent_edits", "locked_pages"}
_PUBLISHED = ("dateline.publish", "dateline.update", "dateline.restore")
_CORRECTED = ("dateline.correct",)
_WRITTEN = ("wagtail.create", "wagtail.edit", "dateline.take")


class DuePanel(Panel):
    """What happens by itself in the next hours, and what failed to."""

    name = "due"
    heading = "Due in the next 24 hours"
    empty = "Nothing goes out or comes down by itself."
    order = 110

    def lines(self) -> Iterable[Line]:
        """Return the soonest first."""
        soon = Due.objects.filter(
            Q(moment__lte=timezone.now() + AHEAD) | ~Q(error=""), done_at__isnull=True
        )
        rows = soon.select_related("story", "picture").order_by("moment")[:LINES]
        return [
            Line(
                moment=shown_short(row.moment),
                text=str(row.story or row.picture),
                url=_url_of(row),
                note=str(row.get_action_display()),  # type: ignore[attr-defined] # Django's
                fault=row.error,
            )
            for row in rows
        ]


def _url_of(due: Due) -> str:
    """Return where what is due is edited; nothing for a picture that is gone."""
    if due.story is not None:
        return story_url("edit", due.story)
    picture = due.picture
    if picture is None or picture.killed:
        return ""
    return reverse("wagtailsnippets_newsroom_picture:edit", args=[picture.pk])


class LogPanel(Panel):
    """Stories by what the audit log says was done to them."""

    actions: tuple[str, ...] = ()
    own = False

    def lines(self) -> Iterable[Line]:
        """Return the newest first, each story once."""
        kind = ContentType.objects.get_for_model(Story)
        entries = ModelLogEntry.objects.filter(
            content_type=kind, action__in=self.actions
        ).select_related("user")
        if self.own:
            entries = entries.filter(user=self.user)
        newest: dict[str, Any] = {}
        for entry in entries.order_by("-timestamp")[: LINES * 5]:
            newest.setdefault(entry.object_id, entry)
        keys = list(newest)[:LINES]
        stories = with_due(Story.objects.filter(pk__in=keys).defer("body"))
        found = {str(story.pk): story for story in stories}
        return [_line(newest[key], found[key]) for key in keys if key in found]


def _line(entry: Any, story: Story) -> Line:
    return Line(
        moment=shown_short(entry.timestamp),
        text=str(story),
        url=story_url("edit", story),
        badge=badge_of(story),
        note=name_of(entry.user) or "the system",
    )


class PublishedPanel(LogPanel):
    """The last publications."""

    name = "published"
    heading = "Last publications"
    empty = "Nothing was published yet."
    order = 120
    actions = _PUBLISHED


class CorrectedPanel(LogPanel):
    """The last corrections."""

    name = "corrected"
    heading = "Corrections"
    empty = "Nothing had to be corrected."
    order = 150
    actions = _CORRECTED


class OwnPanel(LogPanel):
    """What the person worked on last."""

    name = "own"
    heading = "You worked on"
    empty = "Nothing yet."
    order = 130
    actions = _WRITTEN
    own = True


def call_url(item: WireItem) -> str:
    """Return where a call is answered: a kill in words beside its suspects."""
    name = "wire:notice" if item.open_notice else "wire:item"
    return reverse(name, args=[item.pk])


class CallsPanel(Panel):
    """What the wires need a person for."""

    name = "calls"
    heading = "The wires call the desk"
    empty = "Nobody has to look at anything."
    order = 105

    def lines(self) -> Iterable[Line]:
        """Return calls and proposals, the newest first."""
        rows = Proposal.objects.filter(settled_at__isnull=True)
        calls = WireItem.objects.filter(call_desk=True)
        calls = calls.exclude(pk__in=rows.values("wire_item")).order_by("-last_seen")
        proposals = rows.select_related("story").order_by("-made_at")[:LINES]
        return [
            *silence_lines(),
            *(
                Line(
                    moment=shown_short(item.last_seen),
                    text=str(item),
                    url=call_url(item),
                    fault=item.reason,
                )
                for item in calls[:LINES]
            ),
            *(
                Line(
                    moment=shown_short(item.embargoed_until),
                    text=str(item),
                    url=reverse("wire:item", args=[item.pk]),
                    note="its embargo has ended; nobody has published it",
                )
                for item in ended_embargoes(now=timezone.now(), most=LINES)
                if not item.call_desk
            ),
            *(
                Line(
                    moment=shown_short(row.made_at),
                    text=str(row.story),
                    url=reverse(
                        "wagtailsnippets_newsroom_story:proposal", args=[row.pk]
                    ),
                    note="a newer version from the agency",
                )
                for row in proposals
            ),
        ]


PANELS = (
    CallsPanel,
    DuePanel,
    GrievancesPanel,
    PicturesPanel,
    PublishedPanel,
    OwnPanel,
    WiresPanel,
    CorrectedPanel,
)


def make_home(request: Any, panels: list[Any]) -> None:
    """Put our panels before what Wagtail says of workflows; leave out its pages."""
    kept = [panel for panel in panels if panel.name not in _WAGTAILS]
    ours = [panel for panel in PANELS if panel.is_for(request.user)]
    panels[:] = [*(panel(request.user) for panel in ours), *kept]
