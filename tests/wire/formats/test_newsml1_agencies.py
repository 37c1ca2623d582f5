"""EFE, Kyodo, ATS, Belga, ANA, ANP, Lusa and Reuters in NewsML 1.

Every file is of our own making, in the agency's form.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from dateline.news.item import Signal
from dateline.wire.parse import parse
from dateline.wire.source import SourceRules
from support.newsml1_files import (
    described,
    identifier,
    lines,
    management,
    news_item,
    newsml1,
    origin,
    part,
    text,
)
from support.wire_files import RULES, read

DOCTYPE = (
    '<?xml version="1.0" encoding="{encoding}"?>'
    '<!DOCTYPE NewsML SYSTEM "http://agency.invalid/NewsML_1.2.dtd">'
)
ATHENS = SourceRules(name="ana", zone=ZoneInfo("Europe/Athens"))


def agency(component, *, provider, source=RULES, before="", **named):
    """Read a file of one item from an agency."""
    language = named.pop("language", "en")
    managed = named.pop("managed", None)
    ids = identifier(provider=provider, **named)
    item = news_item(component, ids=ids, managed=managed, language=language)
    return read(newsml1(item, before=before), source)


def cdata(markup):
    """Hide markup in CDATA."""
    return f"<![CDATA[{markup}]]>"


# EFE


def test_efe_signs_with_initials_that_are_no_byline():
    """The byline field holds two logins, the text ends with the agency."""
    item = agency(
        part(
            lines(headline="(Avance) El ferry zarpa", byline="gr/bp"),
            text(
                "<p>Tegucigalpa, 2 ene (EFE).- El ferry zarpó.</p><p>Volvió.</p>"
                "<p>EFE</p><p>gr/bp</p>"
            ),
        ),
        provider="efe.es",
        language="es",
    )

    assert item.headline == "El ferry zarpa"
    assert Signal.ADVANCE in item.signals
    assert item.byline == ""
    assert (item.dateline.places, item.dateline.credit) == (("Tegucigalpa",), "EFE")
    assert [block.text for block in item.body] == ["El ferry zarpó.", "Volvió."]
    assert {"gr/bp", "EFE"} <= {each.text for each in item.stripped}


@pytest.mark.parametrize("mark", ["EFE gr/bp", "EFE mp/jv/cr (audio)", "EFE"])
def test_efe_ends_with_its_name_and_initials(mark):
    """With or without a word on what else was sent."""
    item = agency(
        part(lines(headline="Zarpa"), text(f"<p>El ferry zarpó.</p><p>{mark}</p>")),
        provider="efe.es",
        language="es",
    )

    assert item.body_text == "El ferry zarpó."


def test_efe_in_english():
    """Tegucigalpa, Jan 2 (EFE).- at the head."""
    item = agency(
        part(
            lines(headline="Ferry leaves", byline="Ada Sample"),
            text("<p>Tegucigalpa, Jan 2 (EFE).- The ferry left.</p>"),
        ),
        provider="EFE",
    )

    assert (item.byline, item.dateline.date) == ("Ada Sample", "Jan 2")
    assert item.body_text == "The ferry left."


# Kyodo


def test_kyodo_dateline_without_brackets():
    """Place, date and agency stand open before a dash; ==Kyodo ends the text."""
    item = agency(
        part(
            lines(headline="Ferry leaves Saitama"),
            text("<p>SAITAMA, Japan, Dec. 9 Kyodo - The ferry left.</p><p>==Kyodo</p>"),
        ),
        provider="kyodo.co.jp",
        before=DOCTYPE.format(encoding="UTF-8"),
    )

    assert item.dateline.places == ("SAITAMA, Japan",)
    assert (item.dateline.credit, item.dateline.date) == ("Kyodo", "Dec. 9")
    assert item.body_text == "The ferry left."
    assert "==Kyodo" in {each.text for each in item.stripped}


def test_kyodo_dateline_against_its_location():
    """What is printed wins; that the metadata say another town is noted."""
    item = agency(
        part(
            lines(headline="Ferry", dateline="BEIJING, Dec. 9 Kyodo"),
            described("<Property FormalName='City' Value='Paris'/>"),
            text("<p>The ferry left.</p>"),
        ),
        provider="kyodo.co.jp",
    )

    assert item.dateline.places == ("BEIJING",)
    assert any("Paris" in warning for warning in item.warnings)


# ATS / SDA


def test_ats_in_latin_9_with_a_doctype():
    """The euro sign is read, the DTD is not; two agencies share the credit."""
    raw = DOCTYPE.format(encoding="ISO-8859-15") + newsml1(
        news_item(
            part(
                lines(headline="Le ferry coûte 5 €"),
                text(
                    "<p>Paris (ats afp) Le ferry est parti.</p><p>Il est revenu.</p>"
                    "<p>(SDA/sj)</p>"
                ),
            ),
            ids=identifier(provider="ats.ch"),
            language="fr",
        )
    )

    item = read(raw.encode("iso-8859-15"))

    assert item.headline == "Le ferry coûte 5 €"
    assert (item.dateline.places, item.dateline.credit) == (("Paris",), "ats afp")
    assert [block.text for block in item.body] == [
        "Le ferry est parti.",
        "Il est revenu.",
    ]


def test_ats_in_german():
    """Bern (sda) with a dash, and the initials at the end."""
    item = agency(
        part(
            lines(headline="Fähre läuft aus", keywordline="Schifffahrt, See"),
            text("<p>Bern (sda) - Die Fähre ist weg.</p><p>(SDA/ab)</p>"),
        ),
        provider="sda.ch",
        language="de",
    )

    assert (item.dateline.credit, item.slugline) == ("sda", "Schifffahrt, See")
    assert item.body_text == "Die Fähre ist weg."


# Belga

BELGA = {"provider": "belga.be", "public": "urn:newsml:www.belga.be", "item": "0"}


def belga(headline, body, *, language="nl", duid="b4859123"):
    """Write one Belga component: title, lead and body, escaped HTML."""
    escaped = body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return part(
        part(text(headline, form="Text"), role="Title"),
        part(text(escaped, form="Text"), role="Body"),
        described(language=language),
        attributes=f"Duid='{duid}'",
    )


def test_belga_escaped_and_escaped_again():
    """HTML as text, its entities escaped once more."""
    once = agency(
        belga("Veerboot vertrekt", "<p>Het caf&eacute; is weg.</p><p>Het bleef.</p>"),
        **BELGA,
    )
    twice = agency(
        belga(
            "Caf&amp;eacute; vertrekt",
            "&lt;p&gt;Het caf&amp;eacute; is weg.&lt;/p&gt;"
            "&lt;p&gt;Het bleef.&lt;/p&gt;",
        ),
        **BELGA,
    )

    for item in (once, twice):
        assert [b.text for b in item.body] == ["Het café is weg.", "Het bleef."]
    assert twice.headline == "Café vertrekt"
    assert once.uri == "urn:newsml:belga.be:b4859123#nl"


@pytest.mark.parametrize(
    ("sent", "headline", "signal"),
    [
        ("COR 703 Veerboot vertrekt", "Veerboot vertrekt", Signal.CORRECTION),
        ("Veerboot vertrekt (2)", "Veerboot vertrekt", Signal.UPDATE),
        ("Veerboot vertrekt (3DER)", "Veerboot vertrekt", Signal.UPDATE),
        ("Veerboot (2) vertrekt", "Veerboot (2) vertrekt", None),
    ],
)
def test_belga_marks_its_headlines(sent, headline, signal):
    """Corrections and takes are counted in the headline."""
    item = agency(belga(sent, "<p>De boot is weg.</p>"), **BELGA)

    assert item.headline == headline
    assert (signal in item.signals) if signal else item.signals == ()


def test_belga_naive_moments_are_in_brussels():
    """20190129T133400 is 13:34 there."""
    source = SourceRules(name="belga", zone=ZoneInfo("Europe/Brussels"))
    item = agency(
        belga("Veerboot", "<p>De boot is weg.</p>"),
        managed=management(created="20190129T133400"),
        source=source,
        **BELGA,
    )

    assert item.version_created == datetime(2019, 1, 29, 12, 34, tzinfo=UTC)


def test_belga_in_two_languages_apart():
    """One NewsItem, two Items, none of them with the other's text."""
    raw = newsml1(
        news_item(
            part(
                belga("Veerboot", "<p>BRUSSEL (BELGA) = De boot is weg.</p>"),
                belga("Ferry", "<p>BRUXELLES (BELGA) = Parti.</p>", language="fr"),
            ),
            ids=identifier(**(BELGA | {"item": "48591234"})),
        )
    )

    dutch, french = parse(raw.encode(), source=RULES)

    assert (dutch.body_text, french.body_text) == ("De boot is weg.", "Parti.")
    assert (dutch.dateline.places, french.dateline.places) == (
        ("BRUSSEL",),
        ("BRUXELLES",),
    )
    assert dutch.uri.endswith("48591234#nl")


# ANA


def test_ana_html_in_cdata_and_a_date_in_the_date_line():
    """Upper-case HTML, a Greek date where the place should be."""
    item = agency(
        part(
            lines(headline="Το πλοίο έφυγε", dateline="Πέμπτη 12 Ιανουαρίου 2017"),
            described(origin(City="Αθήνα", Country="GRC")),
            text(
                cdata("<P>Το πλοίο έφυγε.</P><P>Γύρισε <B>αργά</B>.</P>"), form="HTML"
            ),
        ),
        provider="ana.gr",
        language="el",
        source=ATHENS,
        managed=management(created="20170112T103000"),
    )

    assert item.dateline.places == ("Αθήνα",)
    assert [block.text for block in item.body] == ["Το πλοίο έφυγε.", "Γύρισε αργά."]
    assert item.version_created == datetime(2017, 1, 12, 8, 30, tzinfo=UTC)


# ANP


def test_anp_author_in_the_slugline_and_a_replacement_notice():
    """The slugline is the byline; the spaced letters say this is a new version."""
    item = agency(
        part(
            lines(headline="Veerboot vertrekt", slugline="Ada Sample"),
            text(
                "<p>N i e u w bericht, vervangt: Veerboot vertrekt</p>"
                "<p>DEN HAAG (ANP) - De boot is weg.</p>"
            ),
        ),
        provider="anp.nl",
        language="nl",
    )

    assert (item.byline, item.slugline) == ("Ada Sample", "")
    assert Signal.UPDATE in item.signals
    assert item.dateline.places == ("DEN HAAG",)
    assert item.body_text == "De boot is weg."


def test_anp_shares_a_credit():
    """ANP/BELGA is one credit of two agencies."""
    item = agency(
        part(
            lines(headline="Veerboot"),
            text("<p>Brussel (ANP/BELGA) - De boot is weg.</p>"),
        ),
        provider="anp.nl",
        language="nl",
    )

    assert item.dateline.credit == "ANP/BELGA"


# Lusa


def test_lusa_html_in_cdata_and_its_end_mark():
    """The text ends with the agency's Fim; DateLine is a date."""
    item = agency(
        part(
            lines(headline="O ferry partiu", dateline="12 de janeiro de 2017"),
            described(origin(City="Lisboa", Country="Portugal")),
            text(cdata("<p>O ferry partiu.</p><p>Lusa/Fim</p>"), form="HTML"),
        ),
        provider="lusa.pt",
        language="pt",
    )

    assert item.dateline.places == ("Lisboa",)
    assert item.body_text == "O ferry partiu."
    assert "Lusa/Fim" in {each.text for each in item.stripped}


# Reuters, 2001

REUTERS = {"provider": "reuters.com", "date": "20010911", "item": "nN1123"}


def test_reuters_location_is_the_desk():
    """A story from Damascus is not from Bangalore; the byline is shown once."""
    item = agency(
        part(
            lines(headline="UPDATE 1-Ferry leaves", byline="By Ada Sample"),
            described(origin(City="Bangalore")),
            text(
                "<p>By Ada Sample</p><p>DAMASCUS, Sept 11 (Reuters) - The ferry left."
                "\n    It came back.\n    It was late.</p>"
                "<p>(Reporting by Ada Sample; Editing by Bo Probe)</p>"
            ),
        ),
        **REUTERS,
    )

    assert (item.headline, item.headline_prefix) == ("Ferry leaves", "UPDATE 1")
    assert item.byline == "By Ada Sample"
    assert item.dateline.places == ("DAMASCUS",)
    assert [block.text for block in item.body] == [
        "The ferry left.",
        "It came back.",
        "It was late.",
    ]


def test_reuters_without_a_place_gets_none():
    """Neither the desk nor a moment in the DateLine is a place."""
    item = agency(
        part(
            lines(headline="Ferry leaves", dateline="2001-09-11T08:00:00Z"),
            described(origin(City="Bangalore")),
            text("<p>The ferry left.</p>"),
        ),
        before=DOCTYPE.format(encoding="utf8"),
        **REUTERS,
    )

    assert item.dateline is None
