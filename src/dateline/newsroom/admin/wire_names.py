"""What a photograph without words of its own is called in the wire list.

Some agencies send a bare file and its caption in the copy that shows it. What the
copy says is asked for when the list is shown and kept in no row of the file, so a
kill of the picture takes it away here too.
"""

from collections.abc import Iterable
from textwrap import shorten

from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.models.wire_picture import WirePicture, WirePictureState

LONGEST = 90
"""Letters of a caption that stand for a headline; the copy's screen has all."""


def call_by_captions(rows: Iterable[WireItem]) -> None:
    """Have rows that would be called by their uri called by their caption."""
    bare = [row for row in rows if row.raw_ref and _is_bare(row)]
    if not bare:
        return
    told = WirePicture.objects.filter(raw_ref__in={row.raw_ref for row in bare})
    words: dict[tuple[str, str], str] = {}
    for each in told.exclude(state=WirePictureState.KILLED).order_by("id"):
        said = each.said.get("headline") or each.said.get("caption") or ""
        if said.strip():
            first = shorten(said, LONGEST, placeholder="…")
            words.setdefault((each.provider, each.raw_ref), first)
    for row in bare:
        row.called = words.get((row.provider, row.raw_ref), "")


def _is_bare(row: WireItem) -> bool:
    return not (row.headline or row.slugline) and row.state != WireState.KILLED
