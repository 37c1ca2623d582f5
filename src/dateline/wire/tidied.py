"""A body while it is tidied."""

from dateline.news.item import ItemBlock, ItemDateline, Stripped


class Tidied:
    """The copy, and what was found or taken out on the way."""

    byline: str = ""
    dateline: ItemDateline | None = None
    correction_note: str = ""

    def __init__(self, blocks: list[ItemBlock]) -> None:
        """Begin with the blocks as they were sent."""
        self.blocks = blocks
        self.stripped: list[Stripped] = []
        self.hidden: list[str] = []

    def strip(self, at: int, reason: str) -> str:
        """Take a block out and keep it aside."""
        text = self.blocks.pop(at).text
        self.stripped.append(Stripped(text=text, reason=reason))
        return text
