"""What links need that hand a story on without a script of anybody's."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from dateline.news import address
from dateline.news.site import Site
from dateline.news.story import Story


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """What mail and messengers are told of a story.

    ``url`` is its short address, absolute and ready to stand in another; ``short``
    the same as a path, to copy.
    """

    subject: str
    url: str
    short: str


@lru_cache(maxsize=16)
def _quoted(url: str) -> str:
    return quote(url, safe="")


def share_of(site: Site, story: Story) -> Share:
    """Return what is told; the template quotes the headline, which costs it less."""
    return Share(
        subject=story.headline,
        url=_quoted(site.url + address.short_path("")) + story.id,
        short=address.short_path(story.id),
    )
