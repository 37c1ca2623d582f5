"""What the last line and the slug of an ANPA message say."""

import msgspec


class AnpaDate(msgspec.Struct, frozen=True, kw_only=True):
    """When a version was made, and the day its versions share.

    ``moment`` is empty if there is no footer; ``day`` then has no year.
    """

    moment: str = ""
    day: str = "undated"
    warning: str = ""


class Slug(msgspec.Struct, frozen=True, kw_only=True):
    """A keyword slug without its version, the version, and the words in it."""

    slug: str
    version: str = ""
    keywords: tuple[str, ...] = ()
