"""A screen that asks a word before something is done to a story."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from dateline.errors import DatelineError
from dateline.newsroom.admin.remarks import sentence
from dateline.newsroom.admin.story_header import header_of
from dateline.newsroom.admin.story_links import NAMESPACE, story_url
from dateline.newsroom.models.story import Story


class StoryActionView(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg] # Django's has none at run time
    """Ask, then act. What stands against it is shown and nothing is done.

    ``right`` is the permission that the screen needs; ``act`` does it and
    returns what to say afterwards.
    """

    right = "newsroom.publish_story"
    form_class: type[forms.Form] = forms.Form
    button = ""
    button_busy = ""
    grave = False

    story: Story

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Let in those who may."""
        if not request.user.has_perm(self.right):
            raise PermissionDenied
        self.story = get_object_or_404(Story, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Any) -> Any:
        """Act, and lead back to the story."""
        try:
            said = self.act(form)
        except DatelineError as error:
            form.add_error(None, sentence(error))
            return self.form_invalid(form)
        messages.success(self.request, said)
        return redirect(story_url("edit", self.story))

    def act(self, form: Any) -> str:
        """Do it and return what to say."""
        raise LookupError(form)

    @property
    def acting(self) -> dict[str, Any]:
        """Who acts and when."""
        return {"acting_user": self.request.user, "now": timezone.now()}

    def get_breadcrumbs_items(self) -> Any:
        """Lead back to the story and to all stories."""
        return [
            {"url": reverse("wagtailadmin_home"), "label": "Home"},
            {"url": reverse(f"{NAMESPACE}:list"), "label": "Stories"},
            {"url": story_url("edit", self.story), "label": str(self.story)},
            {"url": "", "label": self.page_title},
        ]

    def get_page_subtitle(self) -> str:
        """Return the story's name."""
        return str(self.story)

    def get_context_data(self, **kwargs: Any) -> Any:
        """Add the story and its standing."""
        context = super().get_context_data(**kwargs)
        return {
            **context,
            **header_of(self.story, None),
            "story": self.story,
            "back_url": story_url("edit", self.story),
            "button": self.button,
            "button_busy": self.button_busy,
            "grave": self.grave,
        }
