"""One version of an agency's item, read again from the bytes that came."""

from dateline.errors import DatelineError
from dateline.news.item import Item, content_hash
from dateline.newsroom.site_settings import site_settings
from dateline.newsroom.source_rules import rules_of
from dateline.wire.parse import parse
from dateline.wire.raw_archive import RawArchive
from dateline.wire.source import SourceRules


class NotInFileError(DatelineError):
    """The kept bytes hold no item of that name."""

    hint = "The way this format is read has changed; look at the raw file."


def raw_item(raw_ref: str, uri: str, *, source: SourceRules, digest: str = "") -> Item:
    """Return the item of ``uri`` in kept bytes; of several versions that of ``digest``.

    Raises RawDamagedError if the bytes are gone, RefusedError if they cannot be
    read, NotInFileError if the item is not among them.
    """
    raw = RawArchive(site_settings().raw_path).read(raw_ref)
    items = [item for item in parse(raw, source=source) if item.uri == uri]
    if not items:
        raise NotInFileError(f"{uri} is not in its raw file any more")
    same = [item for item in items if digest and content_hash(item) == digest]
    return (same or items)[-1]


def rules_by_name(name: str, *, provider: str) -> SourceRules:
    """Return the rules of a wire; of one no longer set up, what must be known."""
    return rules_of(site_settings(), name, provider=provider)
