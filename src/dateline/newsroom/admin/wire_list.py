"""What came over the wires, the newest first: the list, and what comes to it live."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from dateline.newsroom.admin.desk_zone import choices_for, clock_of
from dateline.newsroom.admin.home_wires import silence_lines
from dateline.newsroom.admin.wire_families import changed_since, page_of, place_of
from dateline.newsroom.admin.wire_query import (
    KINDS,
    TABS,
    URGENCIES,
    WireQuery,
    asked_for,
    query_of,
    sources,
    tab_of,
)
from dateline.newsroom.admin.wire_rows import rows_of
from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.routing.stored import desks
from dateline.newsroom.wire_stream import PATH

MOST_NEW = 100
"""How many new rows are sent at once; a list that slept longer is loaded anew."""

MOST_KEYS = 300


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One choice of a filter."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter:
    """A filter of the list; ``anything`` is what it says when nothing is chosen."""

    name: str
    label: str
    anything: str
    choices: list[Choice]


@dataclass(frozen=True, kw_only=True, slots=True)
class TabLink:
    """A tab with the list it leads to."""

    label: str
    url: str
    chosen: bool


class WireScreen:
    """What every screen of the wire asks first: whether somebody may look."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Let in those who may look."""
        if not request.user.has_perm("newsroom.view_wireitem"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc] # a view's


class WireListView(WireScreen, WagtailAdminTemplateMixin, TemplateView):
    """The list."""

    template_name = "newsroom/wire/list.html"
    page_title = "Wire"
    header_icon = "newsroom-wire"

    def get_breadcrumbs_items(self) -> Any:
        """Say where one is."""
        return [
            {"url": reverse("wagtailadmin_home"), "label": "Home"},
            {"url": "", "label": "Wire"},
        ]

    def get_context_data(self, **kwargs: Any) -> Any:
        """Return a page of the list, and what it can be narrowed by."""
        request, now = self.request, timezone.now()
        query = query_of(request.GET)
        user: Any = request.user
        clock = clock_of(user, now=now)
        behind = place_of(request.GET.get("behind", ""))
        page = page_of(asked_for(query, user=user), behind=behind)
        list_url = reverse("wire:index")
        return super().get_context_data(**kwargs) | {
            "rows": rows_of(page.families, user=user, clock=clock),
            "query": query,
            "tab": tab_of(query),
            "tabs": _tabs(query, list_url),
            "filters": filters_of(query),
            "hidden": [("tab", query.tab)] if query.tab else [],
            "clear_url": f"{list_url}?tab={query.tab}" if query.tab else list_url,
            "older_url": _older(query, list_url, page.after),
            "newest_url": f"{list_url}?{query.address}" if behind else "",
            "is_live": behind is None,
            "clock": clock,
            "zones": choices_for(user),
            "silent": silence_lines(),
            "no_wires": not sources(),
            "moment": now.isoformat(),
            "stream": PATH,
            "may_take": user.has_perm("newsroom.add_story"),
            "may_leave": user.has_perm("newsroom.change_wireitem"),
        }


class WireNewsView(WireScreen, TemplateView):
    """Rows that came or changed since a moment, for a list that stands open."""

    template_name = "newsroom/wire/news.html"

    def get_context_data(self, **kwargs: Any) -> Any:
        """Return the rows, and the moment to ask from next."""
        asked, now = self.request.GET, timezone.now()
        query = query_of(asked)
        user: Any = self.request.user
        families, more = changed_since(
            asked_for(query, user=user),
            _moment(asked.get("since", "")),
            _keys(asked.get("keys", "")),
            most=MOST_NEW,
        )
        clock = clock_of(user, now=now)
        return super().get_context_data(**kwargs) | {
            "rows": rows_of(families, user=user, clock=clock),
            "more": more,
            "moment": now.isoformat(),
            "may_leave": user.has_perm("newsroom.change_wireitem"),
        }


def _moment(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None


def _keys(text: str) -> list[int]:
    words = text.split(",")[:MOST_KEYS]
    return [int(word) for word in words if word.isascii() and word.isdigit()]


def _older(query: WireQuery, url: str, after: Any) -> str:
    if after is None:
        return ""
    return f"{url}?{query.address_with(behind=str(after))}"


def _tabs(query: WireQuery, url: str) -> list[TabLink]:
    return [
        TabLink(
            label=tab.label,
            url=f"{url}?{query.on(tab.name)}".rstrip("?"),
            chosen=tab.name == query.tab,
        )
        for tab in TABS
    ]


def filters_of(query: WireQuery) -> list[Filter]:
    """Return the filters, each with what is chosen of it."""
    found = [
        _filter("source", "Wire", "All wires", _pairs(sources()), query.source),
        _filter("state", "State", "Any state", _states(), query.state),
        _filter("urgency", "Urgency", "Any urgency", URGENCIES, query.urgency),
        _filter("kind", "Kind", "All kinds", KINDS, query.kind),
        _filter("language", "Language", "All languages", languages(), query.language),
    ]
    names = desks()
    if names or query.desk:
        found.insert(1, _filter("desk", "Desk", "All desks", _pairs(names), query.desk))
    kinds = services(query.source)
    if kinds or query.service:
        said = _filter("service", "Service", "All services", kinds, query.service)
        found.insert(1, said)
    if query.tab == "taster":
        whose = (("desk", "The whole desk’s"),)
        found.append(_filter("whose", "Whose", "My own", whose, query.whose))
    return found


def _filter(
    name: str, label: str, anything: str, pairs: Iterable[tuple[str, str]], chosen: str
) -> Filter:
    known = dict(pairs)
    if chosen:
        known.setdefault(chosen, chosen)
    choices = [
        Choice(value=value, label=said, chosen=value == chosen)
        for value, said in known.items()
    ]
    return Filter(name=name, label=label, anything=anything, choices=choices)


def _pairs(names: Iterable[str]) -> list[tuple[str, str]]:
    return [(name, name) for name in names]


def _states() -> list[tuple[str, str]]:
    return [(str(value), str(label).capitalize()) for value, label in WireState.choices]


def services(source: str) -> list[tuple[str, str]]:
    """Return the services of the newest items, of one wire or of all."""
    newest = WireItem.objects.order_by("-last_seen", "-id")
    if source:
        newest = newest.filter(source=source)
    return _pairs(sorted(set(newest.values_list("service", flat=True)[:500]) - {""}))


def languages() -> list[tuple[str, str]]:
    """Return the languages of the newest items, without their regions."""
    newest = WireItem.objects.order_by("-last_seen", "-id").values_list("language")
    codes = {code.partition("-")[0].lower() for (code,) in newest[:500] if code}
    return _pairs(sorted(codes))
