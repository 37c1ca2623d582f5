"""AFP's three profiles of NewsML 1, in files of our own making."""

import pytest

from dateline.news.block import BlockKind
from dateline.news.item import Audience, ItemKind, Signal
from support.newsml1_files import (
    PARIS,
    described,
    identifier,
    lines,
    management,
    news_item,
    newsline,
    newsml1,
    origin,
    part,
    photo,
    text,
)
from support.wire_files import read

ENVELOPE = (
    "<TransmissionId>0235</TransmissionId><NewsService FormalName='DGTE'/>"
    "<NewsProduct FormalName='PAW'/><NewsProduct FormalName=''/>"
    "<NewsProduct FormalName='EUW'/><Priority FormalName='4'/>"
)
PARTIES = (
    "<AdministrativeMetadata><Provider><Party FormalName='AFP'/></Provider>"
    "<Creator><Party FormalName='Ada Sample with Bo Probe in Nauvo '/></Creator>"
    "</AdministrativeMetadata>"
)
IDS = {"provider": "afp.com", "date": "20170112T103000Z", "item": "TX-PAR-ABC12"}


def nitf(*paragraphs):
    """Write a body as AFP does: NITF without its head, empty paragraphs between."""
    inner = "".join(
        each if each.startswith("<") else f"<p>{each}</p>" for each in paragraphs
    )
    body = f"<nitf><body><body.content>{inner}<p/><p/></body.content></body></nitf>"
    return text(body, form="NITF3.1")


def story(*inner, managed=None, language="en", label="Finland-sea-ferry", **named):
    """Read one AFP text."""
    item = news_item(
        part(*inner),
        ids=identifier(**(IDS | named)),
        managed=managed,
        label=label,
        language=language,
    )
    return read(newsml1(item, envelope=ENVELOPE), PARIS)


def test_a_text_of_the_new_profile():
    """DateLine, advisory, creator, keywords, products, desk mark, crossheads."""
    item = story(
        "<NewsLines><DateLine>Turku, Finland, Jan 12, 2017 (AFP) -</DateLine>"
        "<HeadLine>Ferry leaves harbour</HeadLine>"
        + newsline("AdvisoryLine", "RECASTS, UPDATES with captain")
        + newsline("ProductLine", "(Picture+Video)")
        + "</NewsLines>",
        PARTIES,
        described(
            origin(Country="FIN", City="Turku"),
            "<Property FormalName='Keyword' Value='ferry'/>",
            language="en",
        ),
        nitf(
            "The ferry left.",
            "<hl2>- Rough sea -</hl2>",
            "It came back.",
            "bur-as-bp/hd",
        ),
    )

    assert item.uri == "urn:newsml:afp.com:20170112T103000Z:TX-PAR-ABC12"
    assert (item.headline, item.slugline) == (
        "Ferry leaves harbour",
        "Finland-sea-ferry",
    )
    assert item.dateline.places == ("Turku, Finland",)
    assert (item.dateline.credit, item.dateline.date) == ("AFP", "Jan 12, 2017")
    assert [(b.kind, b.text) for b in item.body] == [
        (BlockKind.PARAGRAPH, "The ferry left."),
        (BlockKind.CROSSHEAD, "Rough sea"),
        (BlockKind.PARAGRAPH, "It came back."),
    ]
    assert item.stripped[-1].text == "bur-as-bp/hd"
    assert item.byline == "Ada Sample with Bo Probe in Nauvo"
    assert item.bylines[0].names == ("Ada Sample", "Bo Probe")
    assert (item.credit, item.urgency, item.keywords) == ("AFP", 4, ("ferry",))
    assert Signal.UPDATE in item.signals
    assert {n.role: n.text for n in item.ed_notes}["newsproduct"] == "PAW, EUW"
    assert all(note.audience is Audience.INTERNAL for note in item.ed_notes)
    assert item.warnings == ()


def test_a_text_of_the_old_profile_says_its_dateline_twice():
    """It stands in the line and at the head of the text: readers see it once."""
    item = story(
        lines(
            headline="Le ferry part", dateline="TURKU (Finlande), 12 jan 2017 (AFP) -"
        ),
        nitf("TURKU (Finlande), 12 jan 2017 (AFP) - Le ferry est parti.", "ab/cd/ef"),
        language="fr",
    )

    assert item.dateline.places == ("TURKU (Finlande)",)
    assert [block.text for block in item.body] == ["Le ferry est parti."]


@pytest.mark.parametrize(
    "sent",
    ["2017-01-12T10:30:00Z", "20170112T103000Z", "12 janvier 2017", "12/01/2017"],
)
def test_a_date_line_that_holds_a_date_is_no_place(sent):
    """The place is then where the copy is said to come from."""
    item = story(
        lines(headline="Ferry", dateline=sent),
        described(origin(Country="FIN", City="Turku")),
        nitf("The ferry left."),
    )

    assert item.dateline.places == ("Turku",)
    assert any("no place" in warning for warning in item.warnings)


def test_the_old_form_without_a_comma():
    """MOSCOU 15/06 (AFP) = at the head of the text only."""
    item = story(
        lines(headline="Le ferry part"),
        nitf("MOSCOU 15/06 (AFP) = Le ferry est parti."),
        language="fr",
    )

    assert (item.dateline.places, item.dateline.date) == (("MOSCOU",), "15/06")
    assert item.body_text == "Le ferry est parti."


def test_an_alert_is_a_headline_and_a_signal():
    """It comes before there is any text."""
    item = story(
        lines(headline="Ferry sinks off Turku", dateline="TURKU, Jan 12, 2017 (AFP) -"),
        nitf(),
        managed=management(kind="Alert", more="<Urgency FormalName='1'/>"),
    )

    assert (item.headline, item.urgency) == ("Ferry sinks off Turku", 1)
    assert Signal.ALERT in item.signals
    assert item.body == ()


@pytest.mark.parametrize(
    ("advisory", "signal"),
    [
        ("CORRECTS name of captain in 2nd para", Signal.CORRECTION),
        ("ADDS quotes", Signal.UPDATE),
        ("REPEATS to more points", Signal.REPEAT),
    ],
)
def test_the_advisory_line_says_what_happened(advisory, signal):
    """A correction has no field of its own."""
    item = story(
        "<NewsLines><HeadLine>Ferry</HeadLine>"
        + newsline("AdvisoryLine", advisory)
        + "</NewsLines>",
        nitf("The ferry left."),
    )

    assert signal in item.signals
    assert advisory not in item.body_text


def test_a_latin_header_on_utf8_bytes():
    """It declares iso-8859-1 and sends UTF-8."""
    raw = '<?xml version="1.0" encoding="iso-8859-1"?>' + newsml1(
        news_item(part(lines(headline="Décès d'un marin"), nitf("Un décès au port.")))
    )

    item = read(raw.encode("utf-8"))

    assert (item.headline, item.body_text) == ("Décès d'un marin", "Un décès au port.")
    assert any(warning.startswith("encoding") for warning in item.warnings)


def test_an_arabic_text():
    """Places, date and credit are found in Arabic too."""
    item = story(
        lines(headline="عبارة", dateline="كييف (أوكرانيا), 25-11-2023 (أ ف ب) -"),
        nitf("غادرت العبارة الميناء."),
        language="ar",
    )

    assert item.dateline.places == ("كييف (أوكرانيا)",)
    assert (item.dateline.credit, item.language) == ("أ ف ب", "ar")


def test_the_multimedia_profile():
    """Main text, photo with caption and sizes, and the tweet for social media."""
    item = story(
        lines(headline="Le ferry part", slugline="ferry-mer"),
        part(nitf("Le ferry est parti."), role="Main"),
        part(
            lines(byline="BO PROBE", creditline="AFP", copyrightline="AFP"),
            part(text("<p>Le ferry à Turku.</p>"), role="Caption"),
            part(photo("p1_hd.JPG", Width="1024", Height="768"), role="HighDef"),
            part(photo("p1_ql.JPG", Width="320", Height="240"), role="Quicklook"),
            part(photo("p1_th.JPG", Width="99", Height="74"), role="Thumbnail"),
            role="Photo",
            attributes="Duid='photo0'",
        ),
        part(text("Le ferry est parti #mer", form="Text"), role="TweetText"),
        language="fr",
    )

    assert (item.kind, item.body_text) == (ItemKind.TEXT, "Le ferry est parti.")
    (picture,) = item.pictures
    assert (picture.caption, picture.credit) == ("Le ferry à Turku.", "BO PROBE/AFP")
    assert [each.name for each in picture.renditions] == [
        "highdef",
        "quicklook",
        "thumbnail",
    ]
    (tweet,) = [note for note in item.ed_notes if note.role == "tweettext"]
    assert tweet.audience is Audience.NONPUBLIC


def test_a_photo_under_a_mandatory_kill_calls_the_desk():
    """The order stands in words only."""
    item = story(
        "<NewsLines><HeadLine>Ferry</HeadLine>"
        + newsline("AdvisoryLine", "MANDATORY KILL: wrong ferry")
        + "</NewsLines>",
        part(text("<p>A ferry.</p>"), role="Caption"),
        part(photo("a.jpg"), role="HighDef"),
    )

    assert Signal.KILL_NOTICE in item.signals
    assert item.needs_human


def test_the_same_revision_sent_again_with_other_words_is_another_content():
    """The guid and the revision are the same: only the content tells."""
    one, other = (
        story(lines(headline=headline), nitf("The ferry left."))
        for headline in ("Ferry leaves", "Ferry has left")
    )

    assert (one.uri, one.version) == (other.uri, other.version)
    assert one != other
