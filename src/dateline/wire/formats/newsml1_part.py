"""The parts of a NewsML 1 item, and the stories they tell.

Plain classes and no structs: these never leave the reader, and compiled (decision
0032) a class of our own is made and asked several times as fast.
"""

from typing import Final

from dateline.wire.xml import Element

PHOTO: Final = "photo"
GRAPHIC: Final = "graphic"
VIDEO: Final = "video"
AUDIO: Final = "audio"


class Content:
    """One ContentItem: what it is, where it lies, or what it holds."""

    def __init__(self) -> None:
        """Begin a content of which nothing is known yet."""
        self.media = ""
        self.href = ""
        self.mime = ""
        self.form = ""
        self.data: Element | None = None
        self.characteristics: Element | None = None

    def extension(self) -> str:
        """Give the extension of its file, in lower case; empty if there is none."""
        return self.href.partition("?")[0].rpartition(".")[2].lower()


class Part:
    """One NewsComponent.

    ``copy`` says that its own text may be the body, ``tells`` that it or a part of
    it holds the text of a story, and ``shows`` that it is a picture with what
    belongs to it, and no story.
    """

    def __init__(self, element: Element) -> None:
        """Begin a part of which nothing is known yet."""
        self.element = element
        self.role = ""
        self.language = ""
        self.duid = ""
        self.equivalents = False
        self.lines: Element | None = None
        self.metadata: list[Element] = []
        self.contents: list[Content] = []
        self.parts: list[Part] = []
        self.references: list[str] = []
        self.items: list[Element] = []
        self.comments: list[Element] = []
        self.media: set[str] = set()
        self.copy = False
        self.tells = False
        self.shows = False

    def alone(self) -> "Part":
        """Give a part with the same name and files, and none inside it."""
        alone = Part(self.element)
        alone.role, alone.duid = self.role, self.duid
        alone.contents, alone.media = self.contents, self.media
        alone.shows = self.shows
        return alone


class Story:
    """One story: the parts around it from outer to inner, and what sets it apart."""

    def __init__(
        self, chain: tuple[Part, ...], *, suffix: str = "", of_package: bool = False
    ) -> None:
        """Begin a story."""
        self.chain = chain
        self.beside: list[Part] = []
        self.texts: list[Part] = []
        self.suffix = suffix
        self.of_package = of_package

    @property
    def language(self) -> str:
        """Give the language of the innermost part that says it."""
        for part in reversed((*self.chain, *self.texts[:1])):
            if part.language:
                return part.language
        return ""
