"""What may differ from agency to agency in NewsML 1.

NewsML 1 leaves most to its users: what a line means, what names an item, whether
a location is a place of news or a desk. A dialect says only what is particular to
one agency; everything else is read alike for all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dateline.wire.sent import Sent


@dataclass(frozen=True, kw_only=True)
class Dialect:
    """The particular rules of one agency.

    Args:
        name: the agency, in lower case.
        located_is_desk: ``Location`` is the desk that produced the copy.
        byline_in_slugline: the author's name comes in ``SlugLine``.
        languages: the languages that one NewsItem may hold side by side. Each is
            an Item of its own, so a kill without any text must name them all.
        no_relatives: items that every item names and that say nothing.
        finish: what else is to be done when an item is read.
    """

    name: str = ""
    located_is_desk: bool = False
    byline_in_slugline: bool = False
    languages: tuple[str, ...] = ()
    no_relatives: frozenset[str] = frozenset()
    finish: Callable[[Sent], None] | None = None


PLAIN: Final = Dialect()
