"""Compare what ``dateline parse`` prints with what a person wrote beside a file.

An expectation lies beside its file as ``NAME.expected.json``: the rules of the
source, one object an item, and texts that may stand in nothing a reader sees. A
field that is not named is not looked at. Most names are those that ``dateline
parse`` prints; the others are in :data:`SPECIAL` or end in ``_has`` (these are in
the list, or this is in the text) or ``_begin``.
"""

import json
from pathlib import Path
from zoneinfo import ZoneInfo

from dateline.news.item import EARLIER, Item
from dateline.wire.export_json import item_object
from dateline.wire.source import SourceRules

SAMPLES = Path(__file__).resolve().parents[1] / "wire" / "samples"
ENDING = ".expected.json"


def expected_files() -> list[Path]:
    """Give the samples that have an expectation."""
    found = sorted(SAMPLES.rglob(f"*{ENDING}"))
    return [path.with_name(path.name.removesuffix(ENDING)) for path in found]


def expectation_of(path: Path) -> dict[str, object]:
    """Read what a person expects of a file."""
    beside = path.with_name(path.name + ENDING)
    return json.loads(beside.read_text("utf-8"))


def rules_of(expectation: dict[str, object]) -> SourceRules:
    """Give the rules of a sample's source."""
    said = {"name": "samples", **expectation.get("source", {})}
    if "zone" in said:
        said["zone"] = ZoneInfo(said["zone"])
    return SourceRules(**said)


def differences(item: Item, expected: dict[str, object]) -> dict[str, tuple]:
    """Give each field that is not as expected: what is, and what should be."""
    printed = item_object(item, file="")
    out = {}
    for name, value in expected.items():
        found = _found(printed, name)
        if not _is_as_expected(name, found, value):
            out[name] = (found, value)
    return out


def public_text(item: Item) -> str:
    """Give all that a reader of the site may ever see of an Item."""
    line = item.dateline
    parts = [
        *(item.headline, item.headline_prefix, item.subheadline, item.standfirst),
        *(item.byline, item.credit, item.correction_note, item.copyright_notice),
        *((line.text, line.credit, *line.places) if line else ()),
        *(name for each in item.bylines for name in (*each.names, each.title)),
    ]
    for block in item.body:
        parts += [block.text, block.html, block.href, block.credit, block.alt]
        parts += [each.html for each in block.items]
        parts += [cell.text for row in block.rows for cell in row]
    for picture in item.pictures:
        parts += [picture.caption, picture.credit, picture.alt, picture.headline]
    return "\n".join(parts)


def _found(printed: dict[str, object], name: str) -> object:
    """Give a field in the short form that expectations are written in."""
    plain = name.removesuffix("_has").removesuffix("_begin")
    return SPECIAL[plain](printed) if plain in SPECIAL else printed[plain]


def _is_as_expected(name: str, found: object, value: object) -> bool:
    """Say whether a field holds what it should."""
    if name in COMPARED:
        return COMPARED[name](found, value)
    if name.endswith("_begin"):
        return found.startswith(value)
    if name.endswith("_has"):
        wanted = value if isinstance(value, list) else [value]
        return all(each in (found or ()) for each in wanted)
    return found == value


def _same_pictures(found: list, value: list) -> bool:
    """Say whether these are the pictures that were expected."""
    return len(found) == len(value) and not any(map(_picture_differences, found, value))


COMPARED = {
    "pictures": _same_pictures,
    "signals": lambda found, value: sorted(found) == sorted(value),  # in no order
    "warnings_begin": lambda found, value: all(
        any(each.startswith(begin) for each in found) for begin in value
    ),
    "warnings_has": lambda found, value: all(
        any(word in each for each in found) for word in value
    ),
}


def _picture_differences(found: dict, wanted: dict) -> list[str]:
    """Name the fields of a picture that are not as expected."""
    return [
        name
        for name, value in wanted.items()
        if not _is_as_expected(name, _found(found, name), value)
    ]


def _files(printed: dict) -> list:
    return [[e["href"], e["width"], e["height"]] for e in printed["renditions"]]


SPECIAL = {
    "body": lambda p: [[block["kind"], block["text"]] for block in p["body"]],
    "paragraphs": lambda p: [b["text"] for b in p["body"] if b["kind"] == "paragraph"],
    "dateline_places": lambda p: p["dateline"] and p["dateline"]["places"],
    "ed_notes": lambda p: [[n["audience"], n["text"]] for n in p["ed_notes"]],
    "stripped": lambda p: [each["text"] for each in p["stripped"]],
    "links": lambda p: [[link["rel"], link["uri"]] for link in p["links"]],
    "evolved_from": lambda p: [
        link["uri"] for link in p["links"] if link["rel"] in EARLIER
    ],
    "media_topics": lambda p: [each["media_topic"] for each in p["subjects"]],
    "subjects": lambda p: [[each["code"], each["name"]] for each in p["subjects"]],
    "codes": lambda p: [each["code"].rpartition(":")[2] for each in p["subjects"]],
    "renditions": _files,
    "flags": lambda p: (p["rights"] or {}).get("flags", []),
    "rights_until": lambda p: (p["rights"] or {}).get("until"),
}
