"""Routing rules, in the order in which they are asked."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from dateline.newsroom.actions.move_rule import MoveRule
from dateline.newsroom.actions.save_rule import SaveRule
from dateline.newsroom.admin.rule_words import rule_words, then_words, when_words
from dateline.newsroom.admin.shown import shown
from dateline.newsroom.models.routing_rule import RoutingRule
from dateline.newsroom.person_name import name_of

_MOVES = {"up": -1, "down": 1}


class RuleListView(WagtailAdminTemplateMixin, TemplateView):
    """The list; each row has buttons that work without a script."""

    template_name = "newsroom/rule/list.html"
    page_title = "Routing"
    header_icon = "order"

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Let in those who may look."""
        if not request.user.has_perm("newsroom.view_routingrule"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: Any, *_args: Any, **_kwargs: Any) -> Any:
        """Move a rule, or switch it on or off."""
        if not request.user.has_perm("newsroom.change_routingrule"):
            raise PermissionDenied
        acting: Any = {"acting_user": request.user, "now": timezone.now()}
        for name, by in _MOVES.items():
            if name in request.POST:
                rule = _rule_of(request.POST[name])
                place = MoveRule(rule=rule, by=by, **acting).execute()
                messages.success(request, f"{rule}: asked at place {place}.")
        if request.POST.get("move"):  # dragged: the script says to which place
            self._move(request, acting)
        if "switch" in request.POST:
            rule = _rule_of(request.POST["switch"])
            rule.enabled = not rule.enabled
            SaveRule(rule=rule, said=rule_words(rule), **acting).execute()
            said = "on: it is asked" if rule.enabled else "off: it is not asked"
            messages.success(request, f"{rule} is {said} from now on.")
        return redirect(request.path)

    def _move(self, request: Any, acting: Any) -> None:
        """Move a rule to a place, counted from 1; nonsense moves nothing."""
        rule, to = _rule_of(request.POST["move"]), request.POST.get("place", "")
        if not (to.isascii() and to.isdecimal()):
            messages.error(request, "Nothing was moved: no place was named.")
            return
        before = RoutingRule.objects.filter(position__lt=rule.position).count() + 1
        place = MoveRule(rule=rule, by=int(to[:6]) - before, **acting).execute()
        messages.success(request, f"{rule}: asked at place {place}.")

    def get_breadcrumbs_items(self) -> Any:
        """Lead home."""
        home = {"url": reverse("wagtailadmin_home"), "label": "Home"}
        return [home, {"url": "", "label": "Routing"}]

    def get_context_data(self, **kwargs: Any) -> Any:
        """Return the rules in words."""
        user: Any = self.request.user
        rules = RoutingRule.objects.select_related("changed_by")
        return super().get_context_data(**kwargs) | {
            "rows": [_row(rule) for rule in rules],
            "may": user.has_perm("newsroom.change_routingrule"),
            "may_add": user.has_perm("newsroom.add_routingrule"),
        }


def _rule_of(key: str) -> RoutingRule:
    return get_object_or_404(RoutingRule, pk=key if key.isdecimal() else 0)


def _row(rule: RoutingRule) -> dict[str, Any]:
    return {
        "rule": rule,
        "url": reverse("routing:edit", args=[rule.pk]),
        "when": when_words(rule),
        "then": then_words(rule),
        "changed": shown(rule.changed_at),
        "by": name_of(rule.changed_by),
    }
