"""Compare a real file's Item with what a person wrote down who read only the file.

The expectations are ``tests/wire/by_hand/*.toml``, a table a file. A name that
ends in ``_begin`` or ``_has`` asks for the begin of a text, or for parts of a text
or members of a list; ``like`` takes over what another file of the table expects.
No name is filled in by the reader: what is not written down is not looked at.
"""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from dateline.news.block import BlockKind
from dateline.news.item import Item
from dateline.wire.parse import parse
from dateline.wire.source import SourceRules
from support.real_items import WIRES
from support.sample_fields import public_text

TABLES = Path(__file__).resolve().parents[1] / "wire" / "by_hand"
ORDERS = {"like", "of", "items", "zone"}  # say which Item, not what is in it
MOMENTS = ("version_created", "embargoed_until", "expires")


@dataclass(frozen=True, kw_only=True)
class Expectation:
    """What a person reads in one Item of one file."""

    table: str
    name: str
    path: Path
    zone: ZoneInfo
    of: str  # the Item's uri, where a file holds several
    items: int
    fields: dict[str, object]


def expectations() -> list[Expectation]:
    """Give all that was written down, in the order of the tables."""
    return [each for path in sorted(TABLES.glob("*.toml")) for each in _table(path)]


def item_of(expected: Expectation) -> Item | None:
    """Read the file and give the Item that is meant; None if it is not there."""
    rules = SourceRules(name="by-hand", zone=expected.zone)
    items = parse(expected.path.read_bytes(), source=rules)
    if expected.items and len(items) != expected.items:
        return None
    meant = [item for item in items if not expected.of or item.uri == expected.of]
    return meant[0] if len(meant) == 1 else None


def wrong_fields(item: Item, expected: dict[str, object]) -> dict[str, object]:
    """Give each field that differs, with what was found instead."""
    return {
        name: found
        for name, value in expected.items()
        if not _agrees(name, found := _found(item, name), value)
    }


def _table(path: Path) -> list[Expectation]:
    """Read one table."""
    table = tomllib.loads(path.read_text("utf-8"))
    files = table["files"]
    out = []
    for name, own in files.items():
        said = _inherited(files, own)
        out.append(
            Expectation(
                table=path.stem,
                name=name,
                path=WIRES / table["folder"] / name.partition("#")[0],
                zone=ZoneInfo(said.get("zone", table.get("zone", "UTC"))),
                of=said.get("of", ""),
                items=said.get("items", 0),
                fields={k: v for k, v in said.items() if k not in ORDERS},
            )
        )
    return out


def _inherited(files: dict, own: dict) -> dict:
    """Give a table with what it takes over from the one it is like."""
    return {**_inherited(files, files[own["like"]]), **own} if "like" in own else own


def _agrees(name: str, found: object, value: object) -> bool:
    """Say whether what was found is what was written down."""
    compare = COMPARED.get(name)
    if compare is not None:
        return compare(found, value)
    if name.endswith("_begin"):
        return found.startswith(value)
    if name.endswith("_has"):
        return all(v in found for v in ([value] if isinstance(value, str) else value))
    return found == value


def _no_text(found: str, value: list[str]) -> bool:
    """Say whether none of these texts is there."""
    return not any(text in found for text in value)


def _same_captions(found: list[str], value: list[str]) -> bool:
    """Say whether these are the captions, by their first words."""
    return len(found) == len(value) and all(map(str.startswith, found, value))


COMPARED = {
    **dict.fromkeys(MOMENTS, lambda f, v: f == datetime.fromisoformat(v)),
    **dict.fromkeys(("never", "text_lacks"), _no_text),
    "begin": str.startswith,
    "end": str.endswith,
    "picture_captions": _same_captions,
    "picture_captions_has": lambda found, value: all(
        any(text.startswith(begin) for text in found) for begin in value
    ),
}


def _found(item: Item, name: str) -> object:
    """Give a field of an Item in the short form of the tables."""
    if name in {"never", "text_lacks"}:
        return public_text(item)
    plain = name.removesuffix("_has").removesuffix("_begin")
    special = SPECIAL.get(plain)
    return special(item) if special else getattr(item, plain)


def _copy(item: Item) -> str:
    """Give the words of the body without captions, a blank between any two."""
    blocks = (b.text for b in item.body if b.kind is not BlockKind.PICTURE)
    return " ".join(" ".join(blocks).split())


def _count(*kinds: BlockKind):
    return lambda item: sum(block.kind in kinds for block in item.body)


def _notes(audience: str):
    return lambda item: " ".join(
        " ".join(n.text.split()) for n in item.ed_notes if n.audience == audience
    )


SPECIAL = {
    "begin": _copy,
    "end": _copy,
    "text": _copy,
    "paragraphs": _count(BlockKind.PARAGRAPH),
    "crossheads": _count(BlockKind.CROSSHEAD),
    "copy_blocks": _count(BlockKind.PARAGRAPH, BlockKind.CROSSHEAD),
    "quotes": _count(BlockKind.QUOTE),
    "lists": _count(BlockKind.LIST),
    "tables": _count(BlockKind.TABLE),
    "embeds": _count(BlockKind.EMBED),
    "kind": lambda item: item.kind.value,
    "pub_status": lambda item: item.pub_status.value,
    "signals": lambda item: sorted(each.value for each in item.signals),
    "keywords": lambda item: list(item.keywords),
    "genres": lambda item: list(item.genres),
    "dateline_places": lambda i: list(i.dateline.places) if i.dateline else [],
    "dateline_credit": lambda i: i.dateline.credit if i.dateline else "",
    "byline_names": lambda i: [name for each in i.bylines for name in each.names],
    "byline_title": lambda i: ", ".join(each.title for each in i.bylines),
    "codes": lambda i: [s.code.rpartition(":")[2] for s in i.subjects],
    "subject_names": lambda i: [each.name for each in i.subjects],
    "subject_count": lambda i: len(i.subjects),
    "place_names": lambda i: [each.name for each in i.places],
    "internal": _notes("internal"),
    "nonpublic": _notes("nonpublic"),
    "picture_count": lambda i: len(i.pictures),
    "picture_uris": lambda i: [each.uri for each in i.pictures],
    "picture_captions": lambda i: [each.caption for each in i.pictures],
    "picture_credits": lambda i: [each.credit for each in i.pictures],
    "picture_renditions": lambda i: [len(each.renditions) for each in i.pictures],
    "rendition_count": lambda i: len(i.renditions),
}
