"""A front as readers would have it, made by the press's own page function.

The draft is laid over what readers have now; nothing of it is kept.
"""

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views import View
from wagtail.utils.decorators import xframe_options_sameorigin_override

from dateline.news.address import edition_path
from dateline.news.front import HOME, Treatment, edition_of
from dateline.news.front import Front as PublicFront
from dateline.newsroom.admin.front_form import Places, places_in
from dateline.newsroom.admin.preview import HEADERS, marked, page_with
from dateline.newsroom.models.front import Front
from dateline.newsroom.public_form import public_front

_IN_A_NEW_WINDOW = '<base target="_blank">'


def draft_page(front: Front, places: Places) -> str:
    """Return the page of a front with these places, as the press would make it."""
    draft = PublicFront(
        id=front.pk,
        places=tuple(place.story for place in places),
        treatments=tuple(p for p in places if p != Treatment(story=p.story)),
        line=public_front(front).line,
    )
    page = page_with({f"front/{front.pk}": draft}, path_of(front))
    return marked(page).replace("<head>", f"<head>{_IN_A_NEW_WINDOW}", 1)


def path_of(front: Front) -> str:
    """Return where readers find a front."""
    language, front_id = edition_of(front.pk)
    base = edition_path(language) if language else "/"
    if front_id == HOME:
        return base
    kind, _, name = front_id.partition("/")
    return f"/city/{name}/" if kind == "city" else f"{base}{name}/"


class FrontPreviewView(View):
    """The draft that a form sends, as a page."""

    @method_decorator(xframe_options_sameorigin_override)
    def post(self, request: Any, *_args: Any, **kwargs: Any) -> HttpResponse:
        """Return the page."""
        if not request.user.has_perm("newsroom.change_front"):
            raise PermissionDenied
        front = get_object_or_404(Front, pk=unquote(kwargs["pk"]))
        page = draft_page(front, places_in(request.POST))
        return HttpResponse(page, headers=HEADERS)
