"""What is known while one story of a NewsML 1 file is read."""

from dateline.wire.formats.newsml1_dialect import Dialect
from dateline.wire.formats.newsml1_topics import Topics
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules


class Context:
    """One story: what was found, and by which rules it is read.

    ``provider`` is the agency as it names itself to readers; ``keyword_line`` and
    ``name_label`` serve when there is no slugline or headline.
    """

    def __init__(
        self, *, sent: Sent, source: SourceRules, dialect: Dialect, topics: Topics
    ) -> None:
        """Begin with what was found, and by which rules."""
        self.sent = sent
        self.source = source
        self.dialect = dialect
        self.topics = topics
        self.language = ""
        self.provider = ""
        self.name_label = ""
        self.keyword_line = ""

    def of(self, sent: Sent, language: str) -> "Context":
        """Give the context of another item that is read from the same NewsItem."""
        other = Context(
            sent=sent, source=self.source, dialect=self.dialect, topics=self.topics
        )
        other.language, other.name_label = language, self.name_label
        return other
