"""Where Wagtail looks for what it should know of us."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea
from wagtail.admin.staticfiles import versioned_static

from dateline.newsroom.actions.audit import NAMES, formatter_of
from dateline.newsroom.admin import dashboard, menu, no_bulk, story_menu
from dateline.newsroom.admin.viewsets import viewsets


@hooks.register("register_log_actions")
def name_log_actions(actions: Any) -> None:
    """Name our actions for the history and the audit report."""
    for action, (label, message) in NAMES.items():
        actions.register_action(action)(formatter_of(label, message))


@hooks.register("register_admin_viewset")
def name_viewsets() -> Any:
    """Return the newsroom's screens, in the order of the menu."""
    return viewsets()


@hooks.register("register_admin_menu_item")
def name_audit_log() -> Any:
    """Put who did what, when, in the menu; Wagtail shows it with pages only."""
    address = reverse("wagtailadmin_reports:site_history")
    return MenuItem(
        "Audit log", address, name="audit-log", icon_name="history", order=900
    )


@hooks.register("construct_main_menu")
def shorten_main_menu(request: Any, items: Any) -> None:
    """Leave out of the menu what a newsroom does not use."""
    menu.make_main_menu(request, items)


@hooks.register("construct_settings_menu")
def shorten_settings_menu(request: Any, items: Any) -> None:
    """Leave out of the settings what a newsroom does not use."""
    menu.make_settings_menu(request, items)


@hooks.register("construct_reports_menu")
def shorten_reports_menu(request: Any, items: Any) -> None:
    """Leave out of the reports what a newsroom does not use."""
    menu.make_reports_menu(request, items)


@hooks.register("before_bulk_action")
def refuse_bulk(request: Any, kind: Any, objects: Any, action: Any) -> None:  # noqa: ARG001 - Wagtail's
    """Do nothing of ours in bulk."""
    no_bulk.refuse(objects)


@hooks.register("register_admin_search_area")
def search_stories() -> Any:
    """Let the search field of the menu search stories."""
    return SearchArea(
        "Stories",
        reverse("wagtailsnippets_newsroom_story:list"),
        name="stories",
        icon_name="doc-full",
        order=0,
    )


@hooks.register("construct_snippet_action_menu")
def make_action_menu(items: Any, request: Any, context: Any) -> None:
    """Put the newsroom's actions at the foot of a story's form."""
    story_menu.make_menu(items, request, context)


@hooks.register("construct_homepage_panels")
def make_home(request: Any, panels: Any) -> None:
    """Show the desk what it must know first."""
    dashboard.make_home(request, panels)


@hooks.register("insert_global_admin_css")
def name_style_sheet() -> Any:
    """Name the style sheet of our screens."""
    return format_html(
        '<link rel="stylesheet" href="{}">', versioned_static("newsroom/newsroom.css")
    )


@hooks.register("register_icons")
def name_icons(icons: list[str]) -> list[str]:
    """Add the icons that Wagtail lacks."""
    return [*icons, "newsroom/icons/wire.svg", "newsroom/icons/front.svg"]
