"""The lines of several parts on one terminal, each with its name in front."""

from rich.console import Console
from rich.text import Text

_WIDTH = 8
_COLOURS = {
    "dateline": "bold",
    "newsroom": "magenta",
    "desk": "cyan",
    "press": "green",
    "serve": "blue",
    "search": "blue",
    "weather": "yellow",
    "wires": "cyan",
}


class Chorus:
    """Prints what parts say; lines of the kinds in ``hushed`` are left out."""

    def __init__(self, out: Console, *, hushed: frozenset[str] = frozenset()) -> None:
        self._out = out
        self._hushed = hushed

    def said(self, part: str, line: str) -> None:
        """Print one line of a part."""
        if part in self._hushed and not _is_trouble(line):
            return
        head = (f"{part:<{_WIDTH}} | ", _COLOURS.get(part, ""))
        self._out.print(Text.assemble(head, line))


def _is_trouble(line: str) -> bool:
    """Return whether a line tells of something wrong."""
    return any(word in line.lower() for word in ("error", "warning", "traceback"))
