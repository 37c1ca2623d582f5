"""Which rendition of a NewsML-G2 item is the body, and what never is."""

from dataclasses import replace

import pytest

from dateline.news.block import BlockKind
from dateline.news.item import Audience
from support.wire_files import RULES, g2, read

NONPUBLIC_DATA = [
    (
        '<inlineData rendition="x:nonpublic" '
        'contenttype="text/html">&lt;p>555-0101&lt;/p></inlineData>'
    ),
    '<inlineData pubconstraint="c:x" contenttype="text/plain">555-0101</inlineData>',
    '<inlineData role="x:internal" contenttype="text/plain">555-0101</inlineData>',
    '<inlineXML rendition="x:notepad"><p xmlns="">555-0101</p></inlineXML>',
    '<inlineData rendition="x:mystery" contenttype="text/plain">555-0101</inlineData>',
]


PUBLIC_DATA = (
    '<inlineData rendition="x:text" '
    'contenttype="text/html">&lt;p>Public.&lt;/p></inlineData>'
)


@pytest.mark.parametrize("hidden", NONPUBLIC_DATA)
@pytest.mark.parametrize("last", [True, False])
def test_a_rendition_that_is_not_public_is_never_the_body(hidden, last):
    """Whatever the order, the body is what is allow-listed; the rest is a note."""
    content = PUBLIC_DATA + hidden if last else hidden + PUBLIC_DATA

    item = read(g2(content=content))

    assert item.body_text == "Public."
    assert [note.audience for note in item.ed_notes] == [Audience.NONPUBLIC]


@pytest.mark.parametrize("hidden", NONPUBLIC_DATA)
def test_no_body_is_better_than_a_nonpublic_one(hidden):
    """When nothing allowed is there, the body stays empty."""
    assert read(g2(content=hidden)).body == ()


def test_a_source_may_name_its_own_body_rendition():
    """An unknown rendition name is the body if the source's rules say so."""
    rules = replace(RULES, body_renditions=frozenset({"mystery"}))

    assert read(g2(content=NONPUBLIC_DATA[4]), rules).body_text == "555-0101"


@pytest.mark.parametrize(
    "name", ["np-nonpublic", "notepad", "x nonpublic", "contact-block", "internal"]
)
def test_a_hidden_part_inside_the_body_is_cut_out(name):
    """A class that says "not public" takes its whole element out of the copy."""
    item = read(
        g2(
            body=(
                f'<p>Copy.</p><section class="{name}"><h4>'
                f"Contact</h4><p>555-0101</p></section>"
            )
        )
    )

    assert item.body_text == "Copy."
    assert ("Contact 555-0101", Audience.NONPUBLIC) in [
        (note.text, note.audience) for note in item.ed_notes
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The following information is not for publication",
        "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt",
        "Notizblock",
        "NOTEBOOK:",
        "Informations pas destinées à la publication",
    ],
)
def test_a_notebook_inside_the_copy_ends_the_copy(line):
    """From the line that says so on, nothing is public."""
    item = read(g2(body=f"<p>Copy.</p><p>{line}</p><p>Desk: 555-0101</p>"))

    assert item.body_text == "Copy."
    assert any("555-0101" in note.text for note in item.ed_notes)


def test_a_dateline_in_the_markup_is_taken_out_of_the_copy():
    """It stands before the story once, not twice; formatting goes with it."""
    item = read(
        g2(
            content_meta=(
                "<headline>H</headline><dateline>Turku (dpa/lni) - </dateline>"
            ),
            body='<p><span class="dateline">Turku <span '
            'class="credit">(dpa/lni)</span> - </span>'
            "The <em>Aurora</em> left.</p>",
        )
    )

    assert item.body[0].html == "The <em>Aurora</em> left."
    assert item.dateline.credit == "dpa/lni"
    assert ("Turku (dpa/lni)", "dateline") in [
        (s.text, s.reason) for s in item.stripped
    ]


def test_a_paragraph_that_is_only_a_dateline_goes():
    """Some agencies set the dateline as a paragraph of its own."""
    item = read(
        g2(
            body=(
                '<p><span class="dateline">MADRID, 21 Nov. '
                "2024 (Europa Press) - </span></p><p>Copy.</p>"
            )
        )
    )

    assert item.body_text == "Copy."
    assert (item.dateline.places, item.dateline.date) == (("MADRID",), "21 Nov. 2024")


def test_nitf_inside_gives_head_and_body():
    """NITF in any namespace: headline, byline with title, dateline, blocks."""
    content = (
        '<inlineXML contenttype="application/nitf+xml"><nitf><body><body.head>'
        "<hedline><hl1>Harbour closed</hl1><hl2>Storm expected</hl2></hedline>"
        "<byline>By Ada Sample, <byttl>Sea Correspondent</byttl></byline>"
        "<dateline><location>TURKU</location></dateline>"
        "<abstract><p>All ferries wait.</p></abstract><note>"
        "<p>Ask the pilot.</p></note>"
        "</body.head><body.content><p>The <org>Port</org> closed.</p><hl2>Waves</hl2>"
        "<bq><block><p>We wait.</p></block></bq>"
        "<table><tr><td>Turku</td><td>7 m</td></tr></table>"
        '<media media-type="image"><media-reference '
        'source="https://example.org/a.jpg"/>'
        "<media-caption>Waves</media-caption></media></body.content>"
        "<body.end><tagline>as/bs</tagline></body.end></body></nitf></inlineXML>"
    )

    item = read(g2(content=content, content_meta=""))

    assert (item.headline, item.subheadline) == ("Harbour closed", "Storm expected")
    assert (item.byline, item.standfirst) == ("By Ada Sample", "All ferries wait.")
    assert item.dateline.places == ("TURKU",)
    assert [(b.kind, b.text) for b in item.body] == [
        (BlockKind.PARAGRAPH, "The Port closed."),
        (BlockKind.CROSSHEAD, "Waves"),
        (BlockKind.QUOTE, "We wait."),
        (BlockKind.TABLE, "Turku\t7 m"),
        (BlockKind.PICTURE, "Waves"),
    ]
    assert [note.text for note in item.ed_notes] == ["Ask the pilot."]


def test_a_picture_item_is_its_own_picture():
    """Caption, credit, alternative text, terms and renditions come with it."""
    content = (
        '<remoteContent href="https://example.org/big.jpg" rendition="rnd:highRes" '
        'contenttype="image/jpeg" width="1500" height="1001" size="346071"/>'
        '<remoteContent href="./small.jpg" rendition="rnd:thumb" width="wide"/>'
    )
    meta = (
        "<headline>Ferry</headline><creditline>Acme/Sample</creditline>"
        '<description role="drol:caption">The ferry leaves.</description>'
        '<description role="drol:altText">A white ship.</description>'
    )

    item = read(g2(item_class="ninat:picture", content=content, content_meta=meta))
    picture = item.pictures[0]

    assert (picture.uri, picture.caption, picture.credit, picture.alt) == (
        "urn:example:ferry",
        "The ferry leaves.",
        "Acme/Sample",
        "A white ship.",
    )
    assert [(r.name, r.width, r.height, r.size) for r in picture.renditions] == [
        ("highres", 1500, 1001, 346071),
        ("thumb", None, None, None),
    ]


def test_a_picture_named_without_a_credit_takes_the_one_the_copy_gives_it():
    """Dpa's link has a title alone; whose picture it is stands in the text."""
    link = (
        '<link rel="irel:seeAlso" residref="urn:p:1" href="https://p.example/1.jpg">'
        '<itemClass qcode="ninat:picture"/><title>Harbour</title></link>'
    )
    shown = (
        '<p>Noon.</p><dnl-image ref="urn:p:1" caption="Ships" creditline="Ada/dpa"/>'
    )

    (picture,) = read(g2(body=shown, item_meta=link)).pictures

    assert (picture.caption, picture.credit) == ("Harbour", "Ada/dpa")
