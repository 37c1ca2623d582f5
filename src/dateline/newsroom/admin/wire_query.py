"""What somebody asks of the wire list: a tab, filters, words.

The address of the list says it all, so that a list can be kept as a bookmark
and every part of it (rows that come later, older pages) is asked the same way.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.http import urlencode
from wagtail.models import Revision

from dateline.newsroom.models.story import Story
from dateline.newsroom.models.taster import Taster
from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.site_settings import site_settings
from dateline.newsroom.wire_words import found_by

MOST_OWN = 2000
"""How many of one's own stories "mine" looks back on."""

URGENCIES = (("1", "1 flash"), ("2", "up to 2"), ("3", "up to 3"), ("4", "up to 4"))

KINDS = (
    ("text", "Text"),
    ("picture", "Picture"),
    ("video", "Video"),
    ("audio", "Audio"),
    ("graphic", "Graphic"),
    ("package", "Package"),
    ("planning", "Planning"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Tab:
    """One tab of the list: its name in the address, and its label."""

    name: str
    label: str
    empty: str


TABS = (
    Tab(
        name="",
        label="All",
        empty="Nothing has come yet. What the agencies send stands here as it comes.",
    ),
    Tab(
        name="calls",
        label="Calls the desk",
        empty="Nothing calls the desk. An item does when only a person can decide:"
        " a kill in words, a doubtful embargo, a new version of what you edited.",
    ),
    Tab(
        name="held",
        label="Held",
        empty="Nothing is held. What is withheld, embargoed without a rule or"
        " not understood waits here until somebody decides.",
    ),
    Tab(
        name="embargoed",
        label="Embargoed",
        empty="Nothing is under embargo.",
    ),
    Tab(
        name="mine",
        label="Mine",
        empty="Nothing here is yours yet. Press t on an item to take it.",
    ),
    Tab(
        name="taster",
        label="Taster",
        empty="The taster is empty. Press s on an item to put it on your shortlist;"
        " the whole desk sees who chose what.",
    ),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class WireQuery:
    """A tab, filters and words, as the address has them; empty is anything."""

    tab: str = ""
    words: str = ""
    source: str = ""
    state: str = ""
    urgency: str = ""
    language: str = ""
    service: str = ""
    kind: str = ""
    desk: str = ""
    whose: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_narrow(self) -> bool:
        """Whether more than the tab narrows the list."""
        return any(name != "tab" for name in self.parameters)

    @property
    def address(self) -> str:
        """The query as part of an address, without the question mark."""
        return urlencode(self.parameters)

    def address_with(self, **more: str) -> str:
        """Return the query with more in it, as part of an address."""
        return urlencode({**self.parameters, **more})

    def on(self, tab: str) -> str:
        """Return the same query on another tab."""
        others = {n: value for n, value in self.parameters.items() if n != "tab"}
        return urlencode({"tab": tab, **others} if tab else others)


_NAMES = tuple("tab q source service state urgency language kind desk whose".split(" "))


def query_of(parameters: Mapping[str, Any]) -> WireQuery:
    """Read a query from an address; what it does not know it leaves out."""
    said = {name: str(parameters.get(name, "")).strip()[:200] for name in _NAMES}
    if said["tab"] not in {tab.name for tab in TABS}:
        said["tab"] = ""
    if said["state"] not in WireState.values:
        said["state"] = ""
    if said["urgency"] not in dict(URGENCIES):
        said["urgency"] = ""
    kept = {name: value for name, value in said.items() if value}
    fields = {name: value for name, value in said.items() if name != "q"}
    return WireQuery(words=said["q"], parameters=kept, **fields)


def tab_of(query: WireQuery) -> Tab:
    """Return the tab of a query."""
    return next(tab for tab in TABS if tab.name == query.tab)


def asked_for(query: WireQuery, *, user: Any) -> Any:
    """Return the items a query asks for, in no order yet."""
    rows = WireItem.objects.all()
    if query.tab:
        rows = rows.filter(_TABS[query.tab](query, user))
    for name in ("source", "service", "state", "kind", "desk"):
        value = getattr(query, name)
        if value:
            rows = rows.filter(**{name: value})
    if query.language:
        rows = rows.filter(language__istartswith=query.language)
    if query.urgency:
        rows = rows.filter(urgency__lte=int(query.urgency))
    found = found_by(query.words) if query.words else None
    return rows if found is None else rows.filter(pk__in=found)


def _own(_query: WireQuery, user: Any) -> Q:
    """Return what somebody took, or whose story they worked on."""
    kind = ContentType.objects.get_for_model(Story)
    worked = Revision.objects.filter(base_content_type=kind, user=user)
    keys = worked.order_by("-pk").values_list("object_id", flat=True)[:MOST_OWN]
    return Q(taken_by=user) | Q(story__in={int(key) for key in keys})


def _taster(query: WireQuery, user: Any) -> Q:
    if query.whose == "desk":
        return Q(pk__in=_all_tasters())
    return Q(pk__in=_all_tasters().filter(user=user))


def _all_tasters() -> Any:
    return Taster.objects.values("wire_item")


_TABS: Mapping[str, Callable[[WireQuery, Any], Q]] = {
    "calls": lambda _query, _user: Q(call_desk=True),
    "held": lambda _query, _user: Q(state=WireState.HELD),
    "embargoed": lambda _query, _user: Q(embargoed_until__isnull=False),
    "mine": _own,
    "taster": _taster,
}


def sources() -> list[str]:
    """Return the names of the wires of the settings."""
    return [wire.name for wire in site_settings().wires]
