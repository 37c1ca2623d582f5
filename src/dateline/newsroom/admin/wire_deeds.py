"""What a person does with an item on the wire: take, leave, put on the taster.

The list and the item's own screen do the same and say the same. Without a
script the answer is a screen; a script asks for JSON and stays where it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.generic import View
from wagtail.admin import messages

from dateline.errors import DatelineError
from dateline.newsroom.actions.leave import Leave
from dateline.newsroom.actions.shortlist import Shortlist
from dateline.newsroom.actions.take import Take
from dateline.newsroom.admin.desk_zone import clock_of
from dateline.newsroom.admin.remarks import sentence
from dateline.newsroom.admin.story_links import story_url
from dateline.newsroom.admin.wire_list import WireScreen
from dateline.newsroom.admin.wire_rows import Holder, holders_of
from dateline.newsroom.admin.wire_zone import back_of
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.models.wire_item import WireItem


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """What came of a deed: how it is told, and where to go on."""

    level: str
    said: str
    story_url: str = ""
    is_mine: bool = False


def holder_of(row: WireItem, *, user: Any) -> Holder | None:
    """Return who has an item; None if nobody does, or if its story was killed."""
    if row.story is None or row.story.state == StoryState.KILLED:
        return None
    clock = clock_of(user, now=timezone.now())
    return holders_of([row], user=user, clock=clock).get(row.pk)


def take(row: WireItem, *, user: Any) -> Done:
    """Take an item, unless somebody has it; then say who, and since when."""
    with transaction.atomic():
        held = WireItem.objects.select_for_update().get(pk=row.pk)
        holder = holder_of(held, user=user)
        story: Story = held.story if holder is not None else _taken(held, user)
    url = story_url("edit", story)
    if holder is None:
        said = "It is yours. Nothing is public yet."
        return Done(level="success", said=said, story_url=url, is_mine=True)
    if holder.is_me:
        said = f"It is yours since {holder.since}."
        return Done(level="success", said=said, story_url=url, is_mine=True)
    said = f"{holder.name} has it since {holder.since}."
    return Done(level="warning", said=said, story_url=url)


def _taken(row: WireItem, user: Any) -> Story:
    return Take(wire_item=row, acting_user=user, now=timezone.now()).execute()


def leave(row: WireItem, *, user: Any) -> Done:
    """Mark an item as looked at and not wanted; for readers nothing changes."""
    Leave(wire_item=row, acting_user=user, now=timezone.now()).execute()
    return Done(level="success", said="Left. It stays in the list and calls nobody.")


def put_on_taster(row: WireItem, *, user: Any) -> Done:
    """Put an item on one's taster, or take it off."""
    is_on = Shortlist(wire_item=row, acting_user=user, now=timezone.now()).execute()
    said = "On your taster." if is_on else "Off your taster."
    return Done(level="success", said=said)


DEEDS: Mapping[str, Callable[..., Done]] = {
    "take": take,
    "leave": leave,
    "taster": put_on_taster,
}


def do(parameters: Mapping[str, Any], row: WireItem, *, user: Any) -> Done:
    """Do what a form's button says; what stands against it is said, not raised."""
    name = next((name for name in DEEDS if name in parameters), "")
    if not name:
        return Done(level="error", said="Nothing was chosen; press one of the buttons.")
    try:
        return DEEDS[name](row, user=user)
    except DatelineError as error:
        return Done(level="error", said=sentence(error))


class WireDeedView(WireScreen, View):
    """One deed from the list: its button carries the item's key."""

    http_method_names = ["post"]

    def post(self, request: Any) -> HttpResponse:
        """Do it and answer with JSON for a script, else with a screen."""
        key = next((request.POST[name] for name in DEEDS if name in request.POST), "")
        number = int(key) if key.isascii() and key.isdigit() else 0
        rows = WireItem.objects.select_related("story", "taken_by")
        done = do(request.POST, get_object_or_404(rows, pk=number), user=request.user)
        if request.headers.get("Accept", "").startswith("application/json"):
            status = 409 if done.level == "error" else 200
            told = {"level": done.level, "said": done.said, "story": done.story_url}
            return JsonResponse(told, status=status)
        return answer(request, done, back=back_of(request))


def answer(request: Any, done: Done, *, back: str) -> HttpResponse:
    """Return the screen after a deed: one's story, or where one was."""
    buttons = []
    if done.story_url and not done.is_mine:
        buttons = [messages.button(done.story_url, "See the story")]
    getattr(messages, done.level)(request, done.said, buttons=buttons)
    return redirect(done.story_url if done.is_mine else back)
