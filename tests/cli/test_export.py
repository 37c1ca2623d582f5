"""``dateline export`` and the forms of ``dateline parse``."""

import json

import pytest
from lxml import etree

from dateline.cli.new_site import NewSite, make_site
from dateline.cli.parts.press import press_once
from support.samples_g2 import SAMPLES, data, item

pytestmark = pytest.mark.slow


@pytest.fixture
def pressed(written):
    """Make a site whose store is up to date."""
    press_once(written)
    return written


def test_a_published_story_is_printed(pressed, dateline):
    """As ninjs if nothing is said, as NewsML-G2 or our own JSON if asked."""
    plain = dateline("export", "x7k2mb", "--site", pressed.root)
    g2 = dateline("export", "/s/x7k2mb", "--as", "newsml-g2", "--site", pressed.root)
    own = dateline("export", "x7k2mb", "--as", "dateline", "--site", pressed.root)

    story = json.loads(plain.out)
    assert story["headlines"] == [{"role": "main", "value": "Ferry runs again"}]
    assert story["uri"].endswith("/s/x7k2mb")
    assert etree.fromstring(g2.out.encode()).get("guid") == story["uri"]
    assert json.loads(own.out)["body"][0]["text"] == "The ferry runs again."


def test_what_is_not_public_is_not_exported(pressed, kill, dateline):
    """Neither a story that never was, nor one that was killed."""
    never = dateline("export", "zzzzzz", "--site", pressed.root)
    kill(pressed)
    press_once(pressed)
    killed = dateline("export", "x7k2mb", "--site", pressed.root)

    assert (never.code, killed.code) == (1, 1)
    assert "is not public" in never.err
    assert "was killed" in killed.err
    assert "Ferry" not in killed.out


@pytest.mark.parametrize("form", ["ninjs", "newsml-g2"])
def test_an_agencys_file_is_printed_in_another_form(form, tmp_path, dateline):
    """A document an item; what is not public stays out; a bad file ends in 1."""
    good, bad = tmp_path / "good.xml", tmp_path / "bad.xml"
    good.write_bytes(SAMPLES["dpa with what is not public"].raw)
    bad.write_bytes(b"nothing")

    done = dateline("parse", "--as", form, good, bad)

    document, _, wrong = done.out.strip().rpartition("\n")
    assert done.code == 1
    assert json.loads(wrong).keys() == {"file", "error", "hint"}
    assert "Die Fähre fährt." in document
    assert "555 0101" not in document


@pytest.mark.parametrize(("holds", "held"), [("true", True), ("false", False)])
def test_a_wires_own_rule_about_empty_embargoes(holds, held, tmp_path, dateline):
    """An agency that sends an empty embargo with everything can be trusted by rule."""
    wires = f'[wires.isles]\nfolder = "wires/isles"\nempty_embargo_holds = {holds}\n'
    site = make_site(tmp_path / "site", NewSite(name="The Banyan Post", wires=wires))
    file = tmp_path / "scoop.xml"
    file.write_bytes(SAMPLES["scoop"].raw)

    done = dateline("parse", "--source", "isles", "--site", site.root, file)

    assert bool(json.loads(done.out)["needs_human"]) is held


def test_a_wires_own_rules_about_places_and_bodies(tmp_path, dateline):
    """The desk that wrote a text is no dateline; its own name for a body is one."""
    wires = (
        '[wires.desk]\nfolder = "wires/desk"\nlocated_is_desk = true\n'
        'body_renditions = ["mystery"]\n'
    )
    site = make_site(tmp_path / "site", NewSite(name="The Banyan Post", wires=wires))
    file = tmp_path / "desk.xml"
    file.write_text(
        item(
            content_meta="<headline>H</headline><located><name>Turku</name></located>",
            content=data("Copy.", rest='rendition="x:mystery"'),
        )
    )

    done = dateline("parse", "--source", "desk", "--site", site.root, file)

    found = json.loads(done.out)
    assert (found["dateline"], found["body"][0]["text"]) == (None, "Copy.")
