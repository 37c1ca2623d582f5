"""A link with its text."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A link; ``href`` is empty where there is nothing to lead to.

    ``language`` is the name's, where that is not the page's.
    """

    href: str
    name: str
    language: str = ""
