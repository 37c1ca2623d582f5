"""What is found in a NewsML 1 file: its parts, stories, topics and identity."""

from typing import Final

import msgspec

from dateline.wire.xml import Element

PHOTO: Final = "photo"
GRAPHIC: Final = "graphic"
VIDEO: Final = "video"
AUDIO: Final = "audio"


class Content(msgspec.Struct, kw_only=True, eq=False):
    """One ContentItem: what it is, where it lies, or what it holds."""

    media: str
    href: str = ""
    mime: str = ""
    form: str = ""
    data: Element | None = None
    characteristics: Element | None = None


class Part(msgspec.Struct, kw_only=True, eq=False):
    """One NewsComponent."""

    element: Element
    role: str = ""
    language: str = ""
    duid: str = ""
    equivalents: bool = False
    lines: Element | None = None
    metadata: list[Element] = msgspec.field(default_factory=list)
    contents: list[Content] = msgspec.field(default_factory=list)
    parts: list["Part"] = msgspec.field(default_factory=list)
    references: list[str] = msgspec.field(default_factory=list)
    items: list[Element] = msgspec.field(default_factory=list)
    comments: list[Element] = msgspec.field(default_factory=list)
    media: set[str] = msgspec.field(default_factory=set)
    copy: bool = False  # its own text may be the body
    tells: bool = False  # this or a part of it holds the text of a story
    shows: bool = False  # a picture with what belongs to it, and no story


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """The identification of a NewsItem as sent."""

    provider: str = ""
    date: str = ""
    id: str = ""
    public: str = ""
    revision: str = ""
    previous: str = ""
    update: str = ""


class Story(msgspec.Struct, kw_only=True):
    """One story: the parts around it from outer to inner, and what sets it apart."""

    chain: tuple[Part, ...]
    beside: list[Part] = msgspec.field(default_factory=list)
    texts: list[Part] = msgspec.field(default_factory=list)
    suffix: str = ""
    of_package: bool = False

    @property
    def language(self) -> str:
        """Give the language of the innermost part that says it."""
        for part in reversed((*self.chain, *self.texts[:1])):
            if part.language:
                return part.language
        return ""


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
