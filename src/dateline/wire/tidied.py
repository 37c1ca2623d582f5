"""A body while it is tidied."""

import msgspec

from dateline.news.item import ItemBlock, ItemDateline, Stripped


class Tidied(msgspec.Struct, kw_only=True):
    """The copy, and what was found or taken out on the way."""

    blocks: list[ItemBlock]
    stripped: list[Stripped] = msgspec.field(default_factory=list)
    hidden: list[str] = msgspec.field(default_factory=list)
    byline: str = ""
    dateline: ItemDateline | None = None
    correction_note: str = ""

    def strip(self, at: int, reason: str) -> str:
        """Take a block out and keep it aside."""
        text = self.blocks.pop(at).text
        self.stripped.append(Stripped(text=text, reason=reason))
        return text
