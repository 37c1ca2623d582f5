"""What is found in a NewsML 1 file: its envelope, topics and identity."""

import msgspec

from dateline.wire.source import SourceRules


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """The identification of a NewsItem as sent."""

    provider: str = ""
    date: str = ""
    id: str = ""
    public: str = ""
    revision: str = ""
    previous: str = ""
    update: str = ""


class Topic(msgspec.Struct, kw_only=True):
    """One topic: its code, its kind and its names by language."""

    code: str = ""
    scheme: str = ""
    kind: str = ""
    names: list[tuple[str, str]] = msgspec.field(default_factory=list)

    def name(self, language: str) -> str:
        """Give the name in a language, else the first one."""
        short = language[:2].lower()
        for its_language, name in self.names:
            if its_language[:2].lower() == short:
                return name
        return self.names[0][1] if self.names else ""


class File(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for every item of a file."""

    source: SourceRules
    topics: dict[str, Topic]
    envelope: dict[str, str]
    products: tuple[str, ...] = ()
    language: str = ""
