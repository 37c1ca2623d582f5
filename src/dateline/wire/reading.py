"""What was read from a body's markup, before it is tidied."""

from dateline.news.block import BlockKind
from dateline.news.item import ItemBlock, Line, Stripped


class Reading:
    """What was read from a body's markup.

    ``named`` is False where no element has a class or another name that could keep
    it out of the copy: then none is asked for one. ``may_have_notebook`` is False
    where the reader looked through all of it, and no notebook is named anywhere.
    """

    standfirst: str = ""
    byline: str = ""
    heading: str = ""
    dateline: str = ""
    boxed: bool = False
    depth: int = 0
    named: bool = True
    may_have_notebook: bool = True

    def __init__(self, blocks: list[ItemBlock] | None = None) -> None:
        """Begin with nothing, or with blocks that were read."""
        self.blocks: list[ItemBlock] = [] if blocks is None else blocks
        self.stripped: list[Stripped] = []
        self.hidden: list[str] = []

    def add(self, kind: BlockKind, line: Line) -> None:
        """Add a block of text, unless it is empty."""
        if line.text:
            block = ItemBlock(
                kind=kind, text=line.text, runs=line.runs, boxed=self.boxed
            )
            self.blocks.append(block)

    def set_aside(self, text: str, reason: str) -> None:
        """Strip a text, remembering a standfirst or a byline."""
        if not text:
            return
        if reason == "standfirst":
            self.standfirst = self.standfirst or text
        elif reason == "byline":
            self.byline = self.byline or text
        self.stripped.append(Stripped(text=text, reason=reason))
