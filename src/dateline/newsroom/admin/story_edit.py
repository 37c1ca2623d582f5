"""Writing a story: Wagtail's form, our actions behind its buttons.

A story stays on screen after each button, so that its state is seen to have
changed. What would do harm to readers stops a publication as an error at its
field; the rest is said after saving and stops nothing.
"""

from typing import Any

from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import ChecksSidePanel
from wagtail.snippets.views.snippets import CreateView, EditView

from dateline.newsroom.actions.errors import ActionError
from dateline.newsroom.actions.put_out import must_be_free, remarks_on
from dateline.newsroom.admin.first_save import OneDraft
from dateline.newsroom.admin.kill import checked, paths_of
from dateline.newsroom.admin.remarks import (
    form_field,
    remark_text,
    sentence,
    show_remarks,
)
from dateline.newsroom.admin.story_header import header_of
from dateline.newsroom.admin.story_links import public_url
from dateline.newsroom.checks.remark import Level
from dateline.newsroom.models.story import Story, StoryState


class StoryForm:
    """What writing a new story and an old one share."""

    def is_valid(self, form: Any) -> bool:
        """Hold a publication to more than a draft: nothing that would do harm."""
        view: Any = self
        if not super().is_valid(form):  # type: ignore[misc] # Wagtail's view
            return False
        if view.action != "publish":
            return True
        self._stop_harm(form)
        self._stop_embargo(form)
        if form.errors:
            view.produced_error_code = "validation_error"
            view.produced_error_message = "The story cannot be published as it is."
        return not form.errors

    def _stop_harm(self, form: Any) -> None:
        for remark in remarks_on(_draft_in(form), now=timezone.now()):
            if remark.level is Level.HARM:
                form.add_error(form_field(remark, form.fields), remark_text(remark))

    def _stop_embargo(self, form: Any) -> None:
        now = timezone.now()
        later = form.cleaned_data.get("go_live_at")
        try:
            must_be_free(form.instance, now=max(later, now) if later else now)
        except ActionError as error:
            form.add_error("embargoed_until", sentence(error))

    def publish_action(self) -> Any:
        """Publish by our action; say what stands against it, if anything."""
        view: Any = self
        try:
            return super().publish_action()  # type: ignore[misc] # as above
        except ActionError as error:
            messages.error(view.request, sentence(error))
            return redirect(view.get_edit_url())

    def save_action(self) -> Any:
        """Answer, and say what the copy checks found."""
        view: Any = self
        response = super().save_action()  # type: ignore[misc] # as above
        if not view.expects_json_response:
            remarks = remarks_on(_newest(view.object), now=timezone.now())
            show_remarks(view.request, remarks)
        return response

    def get_side_panels(self) -> Any:
        """Leave out Wagtail's content checks: they need a script in the preview.

        Ours are said after saving.
        """
        panels = super().get_side_panels()  # type: ignore[misc] # as above
        kept = [p for p in panels if not isinstance(p, ChecksSidePanel)]
        return MediaContainer(kept)

    def get_success_url(self) -> Any:
        """Stay with the story."""
        view: Any = self
        return view.get_edit_url()

    def get_success_buttons(self) -> Any:
        """Lead to where readers see it."""
        view: Any = self
        story = Story.objects.get(pk=view.object.pk)
        if view.action != "publish" or story.state != StoryState.PUBLISHED:
            return []
        return [messages.button(public_url(story), "See it on the site")]


def _draft_in(form: Any) -> Story:
    """Return the story with what was typed; an empty slug is filled."""
    draft: Story = form.instance
    return draft


def _newest(story: Any) -> Story:
    newest: Story = Story.objects.get(pk=story.pk).get_latest_revision_as_object()
    return newest


class StoryCreateView(OneDraft, StoryForm, CreateView):
    """A new story; sent twice, it is still one."""

    page_title = "New story"


class StoryEditView(StoryForm, EditView):
    """A story, with its standing above it."""

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Show the form; of a killed story only that it was killed."""
        if self.live_object.state == StoryState.KILLED:
            story = self.live_object
            context = {
                "story": story,
                "addresses": checked(paths_of(story)),
                **header_of(story, None),
            }
            return TemplateResponse(request, "newsroom/story/killed.html", context)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> Any:
        """Add the standing of the story and what can be done to it."""
        context = super().get_context_data(**kwargs)
        if self.expects_json_response:
            return context
        return {**context, **header_of(self.live_object, self.request.user)}

    @property
    def can_delete(self) -> bool:
        """Only what no reader ever saw can be deleted."""
        story = self.live_object
        return bool(
            story.state == StoryState.DRAFT
            and not story.public_revision
            and self.user_has_permission("delete")
        )
