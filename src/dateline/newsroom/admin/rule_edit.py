"""One routing rule: write it, try it on the last days of wire, save it."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import ModelLogEntry

from dateline.newsroom.actions.delete_rule import DeleteRule
from dateline.newsroom.actions.save_rule import SaveRule
from dateline.newsroom.admin.rule_form import DESKS, THEN, WHEN, RuleForm
from dateline.newsroom.admin.rule_trial import shown_trial
from dateline.newsroom.admin.rule_words import rule_words, subject_words
from dateline.newsroom.admin.shown import shown
from dateline.newsroom.models.routing_rule import RoutingRule
from dateline.newsroom.person_name import name_of
from dateline.newsroom.routing.stored import desks
from dateline.newsroom.routing.trial import Trial, try_rule

PAST = 10
"""How many changes of a rule its screen shows."""


class RuleEditView(WagtailAdminTemplateMixin, TemplateView):
    """The screen of one rule; without a key, of a new one."""

    template_name = "newsroom/rule/edit.html"
    page_title = "Routing rule"
    header_icon = "order"

    rule: RoutingRule

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Let in those who may look; a new one, those who may add."""
        key = kwargs.get("pk")
        right = "add" if key is None else "view"
        if not request.user.has_perm(f"newsroom.{right}_routingrule"):
            raise PermissionDenied
        rules = RoutingRule.objects
        self.rule = RoutingRule() if key is None else get_object_or_404(rules, pk=key)
        self.may = request.user.has_perm("newsroom.change_routingrule")
        return super().dispatch(request, *args, **kwargs)

    def get(self, *_args: Any, **_kwargs: Any) -> Any:
        """Show the rule."""
        return self._show(RuleForm(instance=self.rule), trial=None)

    def post(self, request: Any, *_args: Any, **_kwargs: Any) -> Any:
        """Try it, save it or delete it."""
        if not self.may:
            raise PermissionDenied
        if "delete" in request.POST and self.rule.pk is not None:
            return self._delete()
        form = RuleForm(request.POST, instance=self.rule)
        if not form.is_valid():
            messages.error(request, "The rule cannot be used as it is.")
            return self._show(form, trial=None)
        if "save" not in request.POST:
            now = timezone.now()
            return self._show(form, trial=try_rule(form.instance, now=now))
        rule = form.instance
        SaveRule(rule=rule, said=rule_words(rule), **self._acting).execute()
        messages.success(
            request, f"{rule} is saved. It holds for what comes from now on."
        )
        return redirect(reverse("routing:index"))

    def _delete(self) -> Any:
        name = str(self.rule)
        said = rule_words(self.rule)
        DeleteRule(rule=self.rule, said=said, **self._acting).execute()
        messages.success(self.request, f"{name} is deleted. What it routed stays.")
        return redirect(reverse("routing:index"))

    @property
    def _acting(self) -> dict[str, Any]:
        return {"acting_user": self.request.user, "now": timezone.now()}

    def _show(self, form: RuleForm, *, trial: Trial | None) -> Any:
        if not self.may:
            for field in form.fields.values():
                field.disabled = True
        return self.render_to_response(self.get_context_data(form=form, trial=trial))

    def get_breadcrumbs_items(self) -> Any:
        """Lead back to all rules."""
        return [
            {"url": reverse("wagtailadmin_home"), "label": "Home"},
            {"url": reverse("routing:index"), "label": "Routing"},
            {"url": "", "label": str(self.rule) or "New rule"},
        ]

    def get_page_subtitle(self) -> str:
        """Return the rule's name."""
        return str(self.rule) or "New rule"

    def get_context_data(self, **kwargs: Any) -> Any:
        """Return the form in its two halves, the trial, and who changed it."""
        form, trial = kwargs["form"], kwargs["trial"]
        user: Any = self.request.user
        is_kept = self.rule.pk is not None
        return super().get_context_data(**kwargs) | {
            "rule": self.rule,
            "may": self.may,
            "may_delete": is_kept and user.has_perm("newsroom.delete_routingrule"),
            "head": [form[name] for name in ("name", "enabled")],
            "when": [form[name] for name in WHEN],
            "then": [form[name] for name in THEN],
            "subjects": subject_words(self.rule.subjects),
            "desks_id": DESKS,
            "desks": desks(),
            "tried": None if trial is None else shown_trial(trial),
            "past": list(_past(self.rule)) if is_kept else [],
        }


def _past(rule: RoutingRule) -> Iterator[dict[str, str]]:
    """Yield who changed a rule, when, and what it said then; the newest first."""
    lines = ModelLogEntry.objects.for_instance(rule).select_related("user")
    for line in lines.order_by("-timestamp")[:PAST]:
        yield {
            "moment": shown(line.timestamp),
            "by": name_of(line.user),
            "said": line.formatter.format_message(line),
        }
