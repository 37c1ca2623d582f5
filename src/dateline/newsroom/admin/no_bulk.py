"""Nothing of ours is done in bulk.

Wagtail's bulk actions delete by query, past the rules of stories, pictures and
topics; what readers have must never be deleted.
"""

from typing import Any

from django.core.exceptions import PermissionDenied

_OURS = "newsroom"


def refuse(objects: Any) -> None:
    """Raise PermissionDenied if one of the objects is the newsroom's."""
    if any(thing._meta.app_label == _OURS for thing in objects):  # noqa: SLF001 - Django's name for it
        raise PermissionDenied
