"""Who may do what."""

from typing import Any

from dateline.newsroom.actions.errors import NotAllowedError


def must_be_allowed(acting_user: Any, right: str) -> None:
    """Raise NotAllowedError unless the user has a right of the newsroom.

    ``right`` is a codename: "publish_story". None, the system itself, may do
    everything.
    """
    if acting_user is None or acting_user.has_perm(f"newsroom.{right}"):
        return
    what = right.replace("_", " ")
    raise NotAllowedError(f"{acting_user.get_username()} may not {what}")
