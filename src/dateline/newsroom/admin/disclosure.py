"""The screen on which a month's figures of grievances are looked at and published."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views import View

from dateline.newsroom.actions.errors import ActionError
from dateline.newsroom.actions.publish_disclosure import PublishDisclosure, figures_of
from dateline.words.stamp import month_text

REGISTER = "/admin/grievances/"


class DisclosureView(View):
    """Show the figures, and publish them when somebody says so."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Turn away who may not write the register."""
        if not request.user.has_perm("newsroom.change_grievance"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: Any) -> HttpResponse:
        """Show what would be published."""
        figures = figures_of(timezone.now())
        year, month = map(int, figures.month.split("-"))
        context = {"figures": figures, "month": month_text(year, month)}
        return TemplateResponse(request, "newsroom/disclosure.html", context)

    def post(self, request: Any) -> HttpResponse:
        """Publish it."""
        try:
            done = PublishDisclosure(
                acting_user=request.user, now=timezone.now()
            ).execute()
        except ActionError as error:
            messages.error(request, f"{error}. {error.hint}")
        else:
            said = (
                "The figures are published." if done else "Readers have them already."
            )
            messages.success(request, said)
        return redirect(REGISTER)
