"""The openly licensed dpa messages in IPTC 7901, against hand-checked fields.

They are not part of the repository: point DATELINE_WIRES at a folder of them.
What a message says is checked against the agency's own JSON of the same story.
"""

import json
import os
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from dateline.news.item import Audience
from dateline.wire.parse import parse
from dateline.wire.source import SourceRules
from support.fields import differing
from support.wire_files import read

BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "wires"
WIRES = Path(os.environ.get("DATELINE_WIRES", BESIDE))
FILES = WIRES / "dpa-iptc7901-generated"
INPUTS = WIRES / "dpa-digitalwires-iptc7901" / "tests" / "data" / "input"
RULES = SourceRules(name="dpa", zone=ZoneInfo("Europe/Berlin"))

pytestmark = pytest.mark.skipif(
    not FILES.is_dir(),
    reason="no dpa messages: set DATELINE_WIRES to a folder that has them",
)

# By the story; its messages differ in service alone.
EXPECTED: dict[str, dict[str, object]] = {
    "dw-1": {
        "signals": ("correction",),
        "byline": "Von Marco Krefting und Sunrita Sen, dpa",
        "places": ("Waghäusel",),
        "blocks": {"paragraph": 14, "crosshead": 5},
        "photo": "Foto Produktion",
        "supersedes": ("urn:newsml:dpa.com:20090101:240923-930-240378",),
    },
    "eil": {"signals": ("alert",), "places": ("Berlin",), "blocks": {"paragraph": 1}},
    "emptyParagraph": {
        "signals": ("update",),
        "headline_prefix": "AMP.",
        "places": ("MADRID",),
        "credit": "Europa Press",
        "blocks": {"paragraph": 19, "crosshead": 1},
    },
    "hoerfunk": {"signals": ("advisory",), "blocks": {"paragraph": 4}},
    "lesestuecke": {"signals": ("advisory",), "blocks": {"paragraph": 8}},
    "noNotepad": {"byline": "By ASHOK SHARMA", "genres": ("FullStory",)},
    "nsb-n1": {
        "places": ("Peine",),
        "credit": "dpa/lni",
        "blocks": {"paragraph": 1},
        "photo": "Foto Illustration",
    },
    "rubix-multimedia-real": {
        "byline": "Von dpa",
        "places": ("Tel Aviv", "Beirut"),
        "blocks": {"paragraph": 15, "crosshead": 4},
        "photo": "Foto aktuell",
    },
    "rubix-multimedia-testartikel": {
        "embargoed_until": "2024-10-22T11:30:00+02:00",
        "byline": "Von Thomas Est",
        "places": ("Hamburg",),
        "photo": "Foto Archiv",
    },
    "spe-tab": {"blocks": {"paragraph": 2, "table": 3}},
    "spe2": {"blocks": {"paragraph": 5, "crosshead": 1}},
    "tvo-pol": {"signals": ("correction", "advisory")},
}
SERVICES = {
    "dw-1-0": "bdt", "dw-1-1": "bid", "dw-1-2": "bwg", "eil-0": "bdt", "eil-1": "bid",
    "emptyParagraph-0": "europapress-int", "hoerfunk-0": "bdt", "hoerfunk-1": "bid",
    "hoerfunk-2": "hfk", "hoerfunk-3": "kom", "lesestuecke-0": "bdt",
    "lesestuecke-1": "bid", "lesestuecke-2": "edi", "lesestuecke-3": "edt",
    "lesestuecke-4": "erd", "noNotepad-0": "apwire", "nsb-n1-0": "nsb",
    "rubix-multimedia-real-0": "bdt", "rubix-multimedia-testartikel-0": "bdt",
    "spe-tab-0": "spe", "spe2-0": "spe", "tvo-pol-0": "bdt", "tvo-pol-1": "bid",
}  # fmt: skip


@cache
def story_of(name):
    """Give the agency's own JSON of the story that a message carries."""
    path = INPUTS / f"{name.rpartition('-')[0]}.json"
    return json.loads(path.read_text(encoding="utf-8"))


def from_json(story):
    """Give what the JSON says, in the fields of an Item."""
    headline = story["headline"]
    slug = story["dpasubject_names"] + story["geosubject_names"]
    return {
        "headline": headline.removeprefix("AMP.- "),
        "version_created": story["version_created"][:16]
        + ":00"
        + story["version_created"][-6:],
        "urgency": int(story["urgency"]),
        "keywords": tuple(dict.fromkeys(slug + story["keyword_names"])),
        "standfirst": "" if story["teaser"] == headline else story["teaser"] or "",
        "pub_status": "usable",
        "sequence": "0000",
        "needs_human": "",
    }


@pytest.mark.parametrize("name", SERVICES)
def test_every_field_is_as_the_agency_says(name):
    """Fields against the JSON of the same story and against our own reading."""
    item = read((FILES / f"{name}.txt").read_bytes(), RULES)
    told = {"signals": (), "byline": "", "places": (), "embargoed_until": None}
    told |= from_json(story_of(name)) | EXPECTED[name.rpartition("-")[0]]
    blocks, photo = told.pop("blocks", {}), told.pop("photo", None)
    supersedes = told.pop("supersedes", ())
    kinds = [block.kind.value for block in item.body]

    assert differing(item, told | {"service": SERVICES[name]}) == {}
    assert {kind: kinds.count(kind) for kind in blocks} == blocks
    assert photo is None or photo in [each.text for each in item.stripped]
    assert item.evolved_from == supersedes


@pytest.mark.parametrize("name", SERVICES)
def test_no_word_of_a_paragraph_is_lost_or_broken(name):
    """Every paragraph of the agency's HTML is in the body or set aside."""
    item = read((FILES / f"{name}.txt").read_bytes(), RULES)
    html = story_of(name)["article_html"]
    texts = [item.body_text, *(each.text for each in item.stripped)]
    body = " ".join("\n".join(texts).split())
    plain = [
        text.partition("</p>")[0] for text in html.split("<p>")[1:] if "</p>" in text
    ]
    whole = [" ".join(text.split()) for text in plain if "<" not in text]

    assert whole or name.startswith(("spe", "lesestuecke", "hoerfunk", "tvo"))
    assert [t for t in whole if "&" not in t and t not in body] == []


@pytest.mark.parametrize("name", SERVICES)
def test_nothing_unpublishable_reaches_a_reader(name):
    """Contacts of staff are nonpublic notes, unless the message is for desks only."""
    item = read((FILES / f"{name}.txt").read_bytes(), RULES)
    shown = f"{item.headline}\n{item.standfirst}\n{item.body_text}"
    secrets = [
        note["ednote"]
        for note in story_of(name)["ednotes"]
        if not note["is_publishable"]
    ]
    hidden = "\n".join(
        " ".join(note.text.split())
        for note in item.ed_notes
        if note.audience is Audience.NONPUBLIC
    )

    assert "Notizblock" not in shown
    assert [text for text in secrets if text in shown] == []
    contacts = [text for text in secrets if text.startswith(("Autor", "Redaktion"))]
    assert not contacts or "Kontakte" in hidden


def test_stories_of_one_day_keep_apart_and_reading_again_changes_nothing():
    """All are number 0000: their keys come from slug and headline."""
    files = sorted(FILES.glob("*.txt"))
    first = [
        item.uri for path in files for item in parse(path.read_bytes(), source=RULES)
    ]
    again = [
        item.uri for path in files for item in parse(path.read_bytes(), source=RULES)
    ]

    assert len(files) == len(SERVICES)
    assert first == again
    assert len(set(first)) == len(files)


def test_all_of_them_in_one_file_are_the_same_items():
    """A concatenation, with separators, gives what the files give."""
    files = sorted(FILES.glob("*.txt"))
    whole = b"\n./.\n".join(path.read_bytes() for path in files)
    one_by_one = [read(path.read_bytes(), RULES) for path in files]
    together = parse(whole, source=RULES)

    assert [item.uri for item in together] == [item.uri for item in one_by_one]
    assert [item.body for item in together] == [item.body for item in one_by_one]
