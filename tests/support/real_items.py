"""Where the openly licensed real files lie, and the facts of an Item in short.

They are not part of the repository: point DATELINE_WIRES at them, or put them in
``../shared/wires``. Copy is named by a few words at its begin and end.
"""

import os
from collections import Counter
from pathlib import Path

import pytest

BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "wires"
WIRES = Path(os.environ.get("DATELINE_WIRES", BESIDE))
KINDS = {
    "paragraph": "p",
    "crosshead": "c",
    "quote": "q",
    "list": "l",
    "table": "t",
    "pre": "r",
    "picture": "i",
    "embed": "e",
}
NOTHING = ("", None, [], {}, 0, False)

needs_wires = pytest.mark.skipif(
    not WIRES.is_dir(),
    reason="no real wire files: set DATELINE_WIRES to a folder of them",
)


def facts(item):
    """Give what can be checked of an Item by a person with the file before them."""
    found = {
        **_identity(item),
        **_lines(item),
        "signals": [signal.value for signal in item.signals],
        "subjects": len(item.subjects),
        "topics": len({s.media_topic for s in item.subjects if s.media_topic}),
        "places": [place.name for place in item.places],
        "genres": list(item.genres),
        "notes": _counted(note.audience.value for note in item.ed_notes),
        "body": "".join(KINDS[block.kind] for block in item.body),
        "begins": " ".join(item.body_text.split()[:2]),
        "ends": " ".join(item.body_text.split()[-2:]),
        "pictures": [[p.credit, len(p.renditions)] for p in item.pictures],
        "renditions": len(item.renditions),
        "links": len(item.links),
        "rights": [*item.rights.flags, *item.rights.out],
        "held": bool(item.needs_human),
        "warnings": len(item.warnings),
    }
    return {key: value for key, value in found.items() if value not in NOTHING}


def _identity(item):
    return {
        "kind": item.kind.value,
        "uri": item.uri,
        "version": item.version,
        "version_created": _moment(item.version_created),
        "pub_status": item.pub_status.value,
        "embargoed_until": _moment(item.embargoed_until),
        "language": item.language,
        "urgency": item.urgency,
        "copyright_holder": item.copyright_holder,
        "credit": item.credit,
    }


def _lines(item):
    line = item.dateline
    return {
        "headline": " ".join(item.headline.split()[:3]),
        "subheadline": " ".join(item.subheadline.split()[:2]),
        "standfirst": " ".join(item.standfirst.split()[:2]),
        "slugline": item.slugline,
        "keywords": len(item.keywords),
        "byline": item.byline,
        "names": [name for byline in item.bylines for name in byline.names],
        "dateline": line and [list(line.places), line.credit],
    }


def _counted(values):
    return dict(sorted(Counter(values).items()))


def _moment(moment):
    return moment and moment.isoformat()
