"""Datelines in running text, in the forms agencies use."""

import pytest

from dateline.wire.dateline_text import find_dateline, read_dateline

FORMS = [
    ("NEW YORK (AP) — ", ("NEW YORK",), "AP", ""),
    ("BUENOS AIRES, Argentina (AP) _ ", ("BUENOS AIRES, Argentina",), "AP", ""),
    ("CHATHAM, Mass. (AP) - ", ("CHATHAM, Mass.",), "AP", ""),
    ("NAGATO, Japan (AFP) - ", ("NAGATO, Japan",), "AFP", ""),
    ("Paris (dpa) - ", ("Paris",), "dpa", ""),
    ("San Diego (tca/dpa) - ", ("San Diego",), "tca/dpa", ""),
    ("Paris (ats afp) ", ("Paris",), "ats afp", ""),
    ("MOSCOU 15/06 (AFP) = ", ("MOSCOU",), "AFP", "15/06"),
    ("SAITAMA, Japan, Dec. 9 Kyodo - ", ("SAITAMA, Japan",), "Kyodo", "Dec. 9"),
    ("(ANSA) - ROME, JUL 11 - ", ("ROME",), "ANSA", "JUL 11"),
    ("Tegucigalpa, Jan 2 (EFE).- ", ("Tegucigalpa",), "EFE", "Jan 2"),
    ("København /ritzau/: ", ("København",), "ritzau", ""),
    ("BOSTON -- ", ("BOSTON",), "", ""),
    (
        "SAN FRANCISCO, Dec. 03, 2019 (GLOBE NEWSWIRE) -- ",
        ("SAN FRANCISCO",),
        "GLOBE NEWSWIRE",
        "Dec. 03, 2019",
    ),
    ("Jan 3 (Reuters) - ", (), "Reuters", "Jan 3"),
    ("(Reuters) - ", (), "Reuters", ""),
    ("Beirut/Aleppo (dpa) - ", ("Beirut", "Aleppo"), "dpa", ""),
    ("Moskau/Berlin (dpa) - ", ("Moskau", "Berlin"), "dpa", ""),
    ("STOCKHOLM, Aug 29, 2014 (AFP) - ", ("STOCKHOLM",), "AFP", "Aug 29, 2014"),
    (
        "MADRID, 21 Nov. 2024 (Europa Press) - ",
        ("MADRID",),
        "Europa Press",
        "21 Nov. 2024",
    ),
    ("BERLIN (AFP-DPA-REUTER) - ", ("BERLIN",), "AFP-DPA-REUTER", ""),
    ("Brussel (ANP/BELGA) - ", ("Brussel",), "ANP/BELGA", ""),
    (
        "كييف (أوكرانيا), 25-11-2023 (أ ف ب) - ",
        ("كييف (أوكرانيا)",),
        "أ ف ب",
        "25-11-2023",
    ),
]
SENTENCES = [
    "Thomas Example (ABC) - the singer - arrived.",
    "The party (XYZ) said so.",
    "He left - and came back.",
    "UPDATE - the road is open again.",
    "BREAKING - the road is open.",
    "In 2016 (AP counted) there were more.",
    "The minister, who met a colleague from the region (who was late) - said nothing.",
    "The ferry left the harbour at noon.",
    "The company (Reuters) said so.",
    "The Company (AFP) said so.",
    "In 2016 (AP) there were more.",
    "USA: the team won.",
    "",
    "(",
    "- ",
]


@pytest.mark.parametrize(("head", "places", "credit", "date"), FORMS)
def test_each_form_is_found_and_measured(head, places, credit, date):
    """Places, credit and date come out; the copy begins right after."""
    found = find_dateline(f"{head}The ferry left.")

    assert found is not None
    dateline = found.dateline
    assert (dateline.places, dateline.credit, dateline.date) == (places, credit, date)
    assert f"{head}The ferry left."[found.length :].strip() == "The ferry left."


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_no_dateline(sentence):
    """A party, a person with an affiliation, a dash: none of them is a dateline."""
    assert find_dateline(sentence) is None


def test_the_own_name_of_a_source_counts_as_a_credit():
    """A small agency's name in brackets is known from its rules."""
    text = "Nagato (Springs News) - They met."

    assert find_dateline(text) is None
    found = find_dateline(text, agencies=frozenset({"springs news"}))
    assert found.dateline.credit == "Springs News"


@pytest.mark.parametrize(
    "text", ["2016-12-15T09:00:00Z", "20161215", "15 Dec", " - ", ""]
)
def test_a_metadata_dateline_without_a_place_is_none(text):
    """A timestamp or a date alone says nothing of a place."""
    assert read_dateline(text) is None


def test_a_metadata_dateline_is_believed():
    """In its own field any credit in brackets is one."""
    dateline = read_dateline("Nagato, Japan (Springs News) - ")

    assert (dateline.places, dateline.credit) == (("Nagato, Japan",), "Springs News")
    assert dateline.text == "Nagato, Japan (Springs News)"


@pytest.mark.parametrize(
    "text",
    [
        "12 janvier 2017",
        "Πέμπτη 12 Ιανουαρίου 2017",
        "Thursday, Jan 12, 2017 10:30 GMT",
    ],
)
def test_a_date_in_words_is_no_dateline(text):
    """Weekday, month and hour are all there is: no place."""
    assert read_dateline(text) is None


def test_a_place_before_a_whole_date_is_one():
    """A year in the dateline does not make it a date."""
    dateline = read_dateline("Turku, Finland, Jan 12, 2017 (AFP) -")

    assert (dateline.places, dateline.date) == (("Turku, Finland",), "Jan 12, 2017")


def test_an_abbreviated_state_keeps_its_point():
    """KANSAS CITY, Mo. ends with one."""
    assert read_dateline("KANSAS CITY, Mo.").places == ("KANSAS CITY, Mo.",)
