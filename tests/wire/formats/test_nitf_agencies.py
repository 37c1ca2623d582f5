"""NITF as each agency writes it: twenty-odd files in their forms, read whole."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from dateline.news.block import BlockKind
from dateline.news.item import PubStatus, Signal
from dateline.wire.source import SourceRules
from support.nitf_files import P, aap, ansa, ap, efe, nitf, ntb, pa
from support.wire_files import read

NTB = SourceRules(name="ntb", zone=ZoneInfo("Europe/Oslo"))
AP = SourceRules(name="ap", agency_name="AP")
PA = SourceRules(name="pa", zone=ZoneInfo("Europe/London"))
EFE = SourceRules(name="efe")
AAP = SourceRules(name="aap", zone=ZoneInfo("Australia/Sydney"))
ANSA = SourceRules(name="ansa", zone=ZoneInfo("Europe/Rome"))


def texts(item):
    """Give the texts of an Item's blocks."""
    return [block.text for block in item.body]


def taken_out(item):
    """Give what was taken out of the copy."""
    return [each.text for each in item.stripped]


# NTB


def test_ntb_in_full():
    """Identity without its version, the slug of the meta, a naive time in Oslo."""
    item = read(ntb(content=f"{P}<p>(©NTB)</p>"), NTB)

    assert (item.uri, item.version) == ("NTB1f9a0b77", "1")
    assert item.version_created == datetime(2021, 5, 16, 7, 0, 4, tzinfo=UTC)
    assert (item.slugline, item.language, item.urgency) == ("ferje", "nb-NO", 5)
    assert (item.credit, item.byline, item.signals) == ("NTB", "", ())
    assert item.dateline.places == ("Moss",)
    assert [each.code for each in item.subjects] == ["Innenriks", "12001000"]
    assert [each.name for each in item.places] == ["Østfold"]
    assert texts(item) == ["The ferry left the harbour at noon."]
    assert {"(©NTB)", "vakt@example.org", "NTB"} <= set(taken_out(item))


def test_ntb_counts_ids_from_0_and_keys_from_1():
    """Document _47 is version 48 of the one document."""
    item = read(ntb(number="47", version="48"), NTB)

    assert (item.uri, item.version) == ("NTB1f9a0b77", "48")
    assert item.signals == (Signal.UPDATE,)
    assert read(ntb(number="47", version="52"), NTB).uri == item.uri


def test_ntb_signs_with_all_agencies_it_drew_on():
    """A byline of agencies is the credit, and names nobody."""
    item = read(ntb(byline="<byline>NTB-AFP-DPA</byline>"), NTB)

    assert (item.credit, item.bylines) == ("NTB-AFP-DPA", ())


def test_ntb_names_a_reporter():
    """A byline that is a name stays one."""
    item = read(ntb(byline="<byline>Ada Sample</byline>"), NTB)

    assert (item.credit, item.bylines[0].names) == ("NTB", ("Ada Sample",))


def test_ntb_passes_on_ritzau():
    """The dateline names Ritzau in slashes; the identity is NTB's."""
    content = "<p>København /ritzau/: Ferja gikk.</p><p>/ritzau/</p>"
    item = read(ntb(byline="<byline>Ritzau</byline>", content=content), NTB)

    assert texts(item) == ["Ferja gikk."]
    assert item.credit == "NTB"
    assert item.uri == "NTB1f9a0b77"
    in_body = read(ntb(dateline="", content=content), NTB).dateline
    assert (in_body.places, in_body.credit) == (("København",), "ritzau")


def test_ntb_embeds_as_text_are_no_copy():
    """A script that was pasted into the text neither runs nor is read."""
    script = '&lt;script async src="https://example.org/w.js"&gt;&lt;/script&gt;'
    item = read(ntb(content=f"{P}<p>{script}</p><p>Etter {script} dette.</p>{P}"), NTB)

    assert texts(item) == [
        "The ferry left the harbour at noon.",
        "Etter  dette.",
        "The ferry left the harbour at noon.",
    ]
    assert any("w.js" in each for each in taken_out(item))


@pytest.mark.parametrize(
    "gap", ["[ GRAFIKK/VIDEO MANGLER ]", "[GRAFIKK MANGLER]", "[ VIDEO MANGLER ]"]
)
def test_ntb_gaps_are_no_copy_wherever_they_stand(gap):
    """What the agency's system could not convert is left out."""
    item = read(ntb(content=f"{P}<p>{gap}</p>" + P * 7), NTB)

    assert texts(item) == ["The ferry left the harbour at noon."] * 8
    assert gap in taken_out(item)


# AP


def test_ap_without_any_id_has_a_key_of_service_day_and_slug():
    """Read again, and on another day, it is the same and another document."""
    item = read(ap(), AP)

    assert item.uri == "urn:dateline:ap:ap-us:20161215:BC-US--Ferry"
    assert read(ap(), AP).uri == item.uri
    assert read(ap(issued="20161216T140000Z"), AP).uri != item.uri


def test_ap_follows_a_story_as_a_writethru():
    """The words for a new version are no part of the slug that names the story."""
    item = read(ap(slug="BC-US--Ferry, 1st Ld-Writethru"), AP)

    assert item.uri == read(ap(), AP).uri
    assert Signal.WRITETHRU in item.signals


def test_ap_without_a_slug_has_a_key_of_its_number():
    """The transmission reference names it."""
    meta = '<meta name="ap-transref" content="V0042"/>'
    item = read(ap(slug="", meta=meta).replace("<hl1>Ferry leaves harbour</hl1>", "")
                .replace("<title>Ferry leaves harbour</title>", ""), AP)  # fmt: skip

    assert item.uri == "urn:dateline:ap:nitf:20161215:V0042"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("NEW YORK (AP) — ", "NEW YORK"),
        ("BUENOS AIRES, Argentina (AP) _ ", "BUENOS AIRES, Argentina"),
        ("CHATHAM, Mass. (AP) -- ", "CHATHAM, Mass."),
        ("ST. LOUIS (AP) – ", "ST. LOUIS"),
    ],
)
def test_ap_datelines_are_read_in_the_body_and_in_their_element(line, place):
    """Both ways the place keeps its state and the copy loses the line."""
    content = f"<p>{line}The ferry left at noon.</p>"
    in_body = read(ap(dateline="", content=content), AP)
    element = f"<dateline><location>{line.strip()}</location></dateline>"
    in_head = read(ap(dateline=element, content=content), AP)

    for item in (in_body, in_head):
        assert (item.dateline.places, item.dateline.credit) == ((place,), "AP")
        assert texts(item) == ["The ferry left at noon."]
        assert item.warnings == ()


def test_ap_bylines_part_the_writer_from_the_title():
    """The job stands in byttl."""
    byline = "<byline>By ADA SAMPLE<byttl>AP Business Writer</byttl></byline>"
    item = read(ap(byline=byline), AP)

    (signed,) = item.bylines
    assert (signed.text, signed.names) == ("By ADA SAMPLE", ("ADA SAMPLE",))
    assert signed.title == "AP Business Writer"


def test_ap_says_the_byline_twice_and_readers_see_it_once():
    """A first paragraph that repeats the byline goes."""
    item = read(
        ap(
            byline="<byline>By ADA SAMPLE</byline>",
            content="<p>By ADA SAMPLE</p><p>NEW YORK (AP) — It left.</p><p>___</p>"
            "<p>Online: https://example.org</p>",
            dateline="",
        ),
        AP,
    )

    assert item.byline == "By ADA SAMPLE"
    assert texts(item) == ["It left.", "Online: https://example.org"]
    assert "___" in taken_out(item)


def test_ap_weather_tables_keep_their_city_rows():
    """A table of the weather is copy."""
    rows = "".join(f"<tr><td>City {n}</td><td>{n}</td></tr>" for n in range(20))
    item = read(ap(content=f"<table>{rows}</table>", dateline=""), AP)

    assert len(item.body[0].rows) == 20


# PA


def test_pa_in_full():
    """The byline stands whole in byttl; "ends" is no copy."""
    item = read(pa(), PA)

    assert item.uri == "PA-2016-0704-0012"
    assert item.version_created == datetime(2016, 7, 4, 5, tzinfo=UTC)
    (byline,) = item.bylines
    assert (byline.names, byline.title) == (("Ada Sample",), "PA Political Editor")
    assert texts(item) == ["The ferry left the harbour at noon."]
    assert "ends" in taken_out(item)


@pytest.mark.parametrize(
    ("release", "expected"),
    [
        ("20160705T000100+0100", datetime(2016, 7, 4, 23, 1, tzinfo=UTC)),
        ("2016-07-05T00:01:00", datetime(2016, 7, 4, 23, 1, tzinfo=UTC)),
        ("20161205T000100", datetime(2016, 12, 5, 0, 1, tzinfo=UTC)),
    ],
)
def test_pa_embargoes_by_status_and_release(release, expected):
    """A moment without a zone is London's, in summer and in winter."""
    item = read(pa(status='management-status="embargoed"', release=release), PA)

    assert item.embargoed_until == expected
    assert (item.pub_status, item.needs_human) == (PubStatus.USABLE, "")


def test_pa_embargo_without_a_moment_or_a_zone_waits_for_a_human():
    """Neither is certain."""
    status = 'management-status="embargoed"'
    zoneless = SourceRules(name="pa")

    assert read(pa(status=status), PA).needs_human
    assert read(pa(status=status, release="20160705T000100"), zoneless).needs_human


def test_pa_embargo_with_a_release_that_is_past_already_is_kept():
    """The status says embargoed: the release counts even before the issue."""
    item = read(
        pa(status='management-status="embargoed"', release="20160101T000000Z"), PA
    )

    assert item.embargoed_until == datetime(2016, 1, 1, tzinfo=UTC)


def test_pa_team_sheets_keep_their_lines():
    """Preformatted text is agate, line by line."""
    sheet = "Turku: Sample; Example,\n   Ahoy.\nSubs: Nobody."
    item = read(pa(content=f"{P}<pre>{sheet}</pre><p>end</p>"), PA)

    assert (item.body[1].kind, item.body[1].text) == (BlockKind.PRE, sheet)


def test_pa_reporters_sign_off_is_no_copy():
    """Who reported and who edited stands in brackets at the end."""
    line = "(Reporting by Ada Sample; Editing by Bo Example)"
    item = read(pa(content=f"{P}<p>{line}</p>"), PA)

    assert texts(item) == ["The ferry left the harbour at noon."]
    assert line in taken_out(item)


# EFE, AAP, ANSA


def test_efe_initials_are_no_byline():
    """The desk's initials are kept aside, dateline and mark are taken out."""
    item = read(efe(), EFE)

    assert item.bylines == ()
    assert {"gr/bp", "EFE"} <= set(taken_out(item))
    assert item.dateline.places == ("Tegucigalpa",)
    assert texts(item) == ["El ferri salió a mediodía."]
    assert item.language == "es"


def test_efe_dateline_in_english_is_read_in_the_body():
    """Town, month and day, credit, point and dash."""
    item = read(
        efe(content="<p>Tegucigalpa, Jan 2 (EFE).- The ferry left.</p>").replace(
            "<location>Tegucigalpa</location>", ""
        ),
        EFE,
    )

    assert item.body[0].text == "The ferry left."


def test_efe_signs_by_name_too():
    """A name in the byline field is a byline."""
    assert read(efe(by="Ada Sample"), EFE).bylines[0].names == ("Ada Sample",)


def test_aap_sends_more_empty_paragraphs_than_full_ones():
    """Empty paragraphs are nothing; the desk's mark at the end goes."""
    item = read(aap(paragraphs=13), AAP)

    assert texts(item) == [f"Sentence {n} of the ferry." for n in range(1, 14)]
    assert (item.headline, item.subheadline) == ("Ferry leaves", "On time")
    assert "AAP RTV ar" in taken_out(item)
    assert item.version_created == datetime(2016, 7, 4, 1, 15, tzinfo=UTC)


def test_aap_racing_results_stay_line_by_line():
    """Breaks inside a paragraph are kept."""
    item = read(aap(content="<p>Race 1:<br/>1 Ferry<br/>2 Anna</p>"), AAP)

    assert texts(item) == ["Race 1:\n1 Ferry\n2 Anna"]


def test_ansa_puts_a_second_headline_into_the_byline():
    """It is shown as what it is."""
    item = read(ansa(), ANSA)

    assert item.bylines == ()
    assert item.subheadline == "Il traghetto per la Sardegna è partito senza ritardi"
    assert (item.dateline.places, item.dateline.credit) == (("ROME",), "ANSA")
    assert texts(item) == ["The ferry left at noon."]


def test_ansa_bylines_that_are_names_stay_bylines():
    """Only what cannot be a name is a headline."""
    item = read(ansa(byline="di Ada Sample e Bo Example"), ANSA)

    assert item.bylines[0].names == ("Ada Sample", "Bo Example")


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("20161011T103000+0100", datetime(2016, 10, 11, 8, 30, tzinfo=UTC)),
        ("20161011T103000+0200", datetime(2016, 10, 11, 8, 30, tzinfo=UTC)),
        ("20161211T103000+0100", datetime(2016, 12, 11, 9, 30, tzinfo=UTC)),
    ],
)
def test_ansa_says_winter_time_in_summer(issued, expected):
    """The clock is right, the offset is not."""
    assert read(ansa(issued=issued), ANSA).version_created == expected


def test_ansa_embargoes_are_read_as_written():
    """Of two readings an embargo takes the later, so it is never broken."""
    item = read(ansa(release="20161011T180000+0100"), ANSA)

    assert item.embargoed_until == datetime(2016, 10, 11, 17, tzinfo=UTC)


def test_other_agencies_say_winter_time_and_mean_it():
    """The rule is ANSA's alone."""
    item = read(nitf(issued="20161011T103000+0100"), SourceRules(name="acme"))

    assert item.version_created == datetime(2016, 10, 11, 9, 30, tzinfo=UTC)
