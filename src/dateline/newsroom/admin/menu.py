"""The newsroom's menu: what a desk uses, in the order it uses it."""

from typing import Any

_HIDDEN = {"explorer", "images", "documents", "help"}
"""Wagtail's pages, images and documents: the newsroom has its own."""

_HIDDEN_SETTINGS = {"sites", "collections", "locales", "redirects"}
_HIDDEN_REPORTS = {"locked-pages", "aging-pages", "page-types-usage"}


def make_main_menu(request: Any, items: list[Any]) -> None:  # noqa: ARG001 - Wagtail's
    """Leave out what the newsroom does not use."""
    items[:] = [item for item in items if item.name not in _HIDDEN]


def make_settings_menu(request: Any, items: list[Any]) -> None:  # noqa: ARG001 - as above
    """Leave users, groups and workflows."""
    items[:] = [item for item in items if item.name not in _HIDDEN_SETTINGS]


def make_reports_menu(request: Any, items: list[Any]) -> None:  # noqa: ARG001 - as above
    """Leave the audit log and the workflows."""
    items[:] = [item for item in items if item.name not in _HIDDEN_REPORTS]
