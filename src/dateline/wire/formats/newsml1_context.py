"""What is known while one story of a NewsML 1 file is read."""

import msgspec

from dateline.wire.formats.newsml1_dialect import Dialect
from dateline.wire.formats.newsml1_topics import Topics
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules


class Context(msgspec.Struct, kw_only=True):
    """One story: what was found, and by which rules it is read.

    ``provider`` is the agency as it names itself to readers; ``keyword_line`` and
    ``name_label`` serve when there is no slugline or headline.
    """

    sent: Sent
    source: SourceRules
    dialect: Dialect
    topics: Topics
    language: str = ""
    provider: str = ""
    name_label: str = ""
    keyword_line: str = ""

    def of(self, sent: Sent, language: str) -> "Context":
        """Give the context of one story of the same NewsItem."""
        return Context(
            sent=sent,
            source=self.source,
            dialect=self.dialect,
            topics=self.topics,
            language=language,
            name_label=self.name_label,
        )


class File(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for every item of a file."""

    source: SourceRules
    topics: Topics
    envelope: dict[str, str]
    products: tuple[str, ...] = ()
    language: str = ""
