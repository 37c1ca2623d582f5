"""A newer agency version of a story that the desk has made its own.

Row by row what the agency had, what the desk made of it and what the agency has
now, with a choice in each row that differs. Plain forms: it works without a
script, and by keyboard.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from dateline.errors import DatelineError
from dateline.newsroom.actions.settle_proposal import (
    OvertakenError,
    SettleProposal,
    UndecidedError,
)
from dateline.newsroom.admin.proposal_rows import shown_rows
from dateline.newsroom.admin.remarks import sentence
from dateline.newsroom.admin.shown import shown
from dateline.newsroom.admin.story_header import header_of
from dateline.newsroom.admin.story_links import NAMESPACE, story_url
from dateline.newsroom.merge_story import Choice, Take, compare
from dateline.newsroom.models.proposal import Proposal
from dateline.newsroom.proposed import states_of

_ACCEPTED = "The agency's version is in the draft now; publish it when it is right."
_DECLINED = "Ours stays as it is."
_MERGED = "The draft is as you chose; publish it when it is right."


class ProposalView(WagtailAdminTemplateMixin, TemplateView):
    """Compare, choose, accept or decline."""

    template_name = "newsroom/story/proposal.html"
    page_title = "New version from the agency"
    header_icon = "newsroom-wire"

    proposal: Proposal
    choices: Mapping[str, Choice]
    fault = ""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Let in those who may edit stories."""
        if not request.user.has_perm("newsroom.change_story"):
            raise PermissionDenied
        rows = Proposal.objects.select_related("story", "wire_item")
        self.proposal = get_object_or_404(rows, pk=kwargs["pk"])
        self.choices = read_choices(self.proposal.decided)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: Any, *_args: Any, **_kwargs: Any) -> Any:
        """Accept, merge, or decline."""
        chosen = dict(choices_in(request.POST))
        try:
            SettleProposal(
                proposal=self.proposal,
                accept="dismiss" not in request.POST,
                choices=chosen if "merge" in request.POST else None,
                acting_user=request.user,
                now=timezone.now(),
            ).execute()
        except UndecidedError as error:
            self.choices, self.fault = chosen, sentence(error)
            return self.render_to_response(self.get_context_data())
        except OvertakenError as error:
            messages.warning(request, sentence(error))
            return redirect(self._carry_over(chosen))
        except DatelineError as error:
            messages.error(request, sentence(error))
            return redirect(request.path)
        messages.success(request, _said(request.POST))
        return redirect(story_url("edit", self.proposal.story))

    def _carry_over(self, chosen: Mapping[str, Choice]) -> str:
        """Keep what was chosen for the version that overtook this one."""
        waiting = Proposal.objects.filter(story=self.proposal.story, settled_at=None)
        later = waiting.first()
        if later is None:
            return story_url("edit", self.proposal.story)
        later.decided = {**later.decided, **written_choices(chosen)}
        later.save(update_fields=["decided"])
        return reverse(f"{NAMESPACE}:proposal", args=[later.pk])

    def get_breadcrumbs_items(self) -> Any:
        """Lead back to the story."""
        story = self.proposal.story
        return [
            {"url": reverse("wagtailadmin_home"), "label": "Home"},
            {"url": reverse(f"{NAMESPACE}:list"), "label": "Stories"},
            {"url": story_url("edit", story), "label": str(story)},
            {"url": "", "label": self.page_title},
        ]

    def get_page_subtitle(self) -> str:
        """Return the story's name."""
        return str(self.proposal.story)

    def get_context_data(self, **kwargs: Any) -> Any:
        """Return the rows, with what was chosen in each."""
        story, proposal = self.proposal.story, self.proposal
        before, ours, now = states_of(story, proposal)
        rows = shown_rows(compare(before, ours, now), self.choices)
        return super().get_context_data(**kwargs) | {
            **header_of(story, None),
            "story": story,
            "proposal": proposal,
            "made": shown(proposal.made_at),
            "rows": rows,
            "asks": sum(row.asks for row in rows),
            "clashes": sum(row.is_clash for row in rows),
            "lost": before is None,
            "fault": self.fault,
            "is_open": proposal.settled_at is None,
            "back_url": story_url("edit", story),
        }


def _said(posted: Any) -> str:
    if "dismiss" in posted:
        return _DECLINED
    return _MERGED if "merge" in posted else _ACCEPTED


def choices_in(posted: Any) -> Iterator[tuple[str, Choice]]:
    """Yield what a form says was chosen: a row's key, and the choice."""
    for name, value in posted.items():
        kind, _, key = name.partition("-")
        if kind == "take" and value in set(Take):
            text = posted.get(f"text-{key}", "")
            yield key, Choice(take=Take(value), text=text)


def written_choices(choices: Mapping[str, Choice]) -> dict[str, list[str]]:
    """Return choices as JSON keeps them."""
    return {key: [each.take.value, each.text] for key, each in choices.items()}


def read_choices(written: Mapping[str, Any]) -> dict[str, Choice]:
    """Return what ``written_choices`` wrote."""
    return {
        key: Choice(take=Take(take), text=text) for key, (take, text) in written.items()
    }
