"""Choosing the zone in which one reads the wire's times."""

from typing import Any

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.generic import View
from wagtail.admin import messages

from dateline.newsroom.admin.desk_zone import UnknownZoneError, choose
from dateline.newsroom.admin.remarks import sentence
from dateline.newsroom.admin.wire_list import WireScreen


class WireZoneView(WireScreen, View):
    """Remember a choice and go back to the list."""

    http_method_names = ["post"]

    def post(self, request: Any) -> Any:
        """Remember it; a zone that does not exist is said."""
        try:
            choose(request.user, request.POST.get("zone", ""))
        except UnknownZoneError as error:
            messages.error(request, sentence(error))
        return redirect(back_of(request))


def back_of(request: Any) -> str:
    """Return where a form stood, if that is in the newsroom; else the list."""
    back: str = request.POST.get("back", "")
    if url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        return back
    return reverse("wire:index")
