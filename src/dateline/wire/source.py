"""What we know about a source before it sends anything.

A source is one delivery from one agency: a folder, or a door for pushes. Its
rules are written in ``dateline.toml`` and passed in; the wire looks nothing up.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

MEBIBYTE: Final = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class SourceRules:
    """The rules of one source.

    Args:
        name: the key under ``[wires]`` in ``dateline.toml``.
        provider: scopes identity; two deliveries of one agency share it. The
            name if empty.
        zone: the zone of moments sent without one. Without it such a moment is
            read as UTC, with a warning, and such an embargo waits for a human.
        folder: where files are dropped; None for a source that pushes.
        format_hint: a format name that wins over sniffing; empty to sniff.
        publish: a trusted source: usable copy goes out without an editor.
        section: the section its stories start in.
        agency_name: how the agency is named to readers ("AFP").
        credit: the credit line when the agency sends none.
        located_is_desk: ``located`` is the desk that produced the copy, not where
            the story happened; never make a dateline of it.
        empty_embargo_holds: an ``embargoed`` element without a moment waits for
            a human; False for an agency that always sends it empty.
        body_renditions: further rendition or role names that hold the body.
        max_bytes: larger input is refused unread.
    """

    name: str
    provider: str = ""
    zone: ZoneInfo | None = None
    folder: Path | None = None
    format_hint: str = ""
    publish: bool = False
    section: str = ""
    agency_name: str = ""
    credit: str = ""
    located_is_desk: bool = False
    empty_embargo_holds: bool = True
    body_renditions: frozenset[str] = frozenset()
    max_bytes: int = 16 * MEBIBYTE

    @property
    def scope(self) -> str:
        """Name whose uris these are."""
        return self.provider or self.name

    @cached_property
    def credits(self) -> frozenset[str]:
        """Give the source's own names, as a dateline may credit them."""
        names = (self.agency_name, self.credit, self.provider)
        return frozenset(name.casefold() for name in names if name)
