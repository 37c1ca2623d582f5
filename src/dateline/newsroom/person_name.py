"""What the desk calls a person."""

from typing import Any


def name_of(user: Any) -> str:
    """Return a person's name, or else what they log in by; empty for nobody."""
    return "" if user is None else user.get_full_name() or user.get_username()
