"""The metadata of NewsML-G2: every trap that real files hold."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.news.item import Audience, Origin, PubStatus, Signal
from support.wire_files import RULES, g2, read


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ('<pubStatus qcode="stat:canceled"/>', PubStatus.CANCELED),
        (
            '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>',
            PubStatus.CANCELED,
        ),
        ('<pubStatus qcode="stat:withheld"/>', PubStatus.WITHHELD),
        ('<pubStatus qcode="stat:usable"/>', PubStatus.USABLE),
        ("", PubStatus.USABLE),
        ('<pubStatus qcode="stat:maybe"/>', PubStatus.WITHHELD),
    ],
)
def test_the_status_is_read_from_code_or_uri(status, expected):
    """A status we do not know is not taken for leave to publish."""
    assert read(g2(status=status)).pub_status is expected


def test_withdrawn_is_a_status_some_send():
    """``stat:withdrawn`` is not in the IPTC list; it keeps the copy in all the same."""
    item = read(g2(status='<pubStatus qcode="stat:withdrawn"/>'))

    assert item.pub_status is PubStatus.WITHHELD
    assert Signal.WITHDRAWN in item.signals


def test_a_kill_keeps_its_headline_and_has_no_body():
    """A kill arrives with an empty body and is still a kill of that uri."""
    item = read(g2(status='<pubStatus qcode="stat:canceled"/>', content=""))

    assert (item.uri, item.headline, item.body) == (
        "urn:example:ferry",
        "Ferry leaves harbour",
        (),
    )
    assert item.pub_status is PubStatus.CANCELED


def test_an_embargo_counts_while_the_status_is_usable():
    """``embargoed`` is obeyed whatever ``pubStatus`` says."""
    item = read(g2(item_meta="<embargoed>2016-12-16T06:00:00+02:00</embargoed>"))

    assert item.embargoed_until == datetime(2016, 12, 16, 4, 0, tzinfo=UTC)
    assert not item.needs_human


def test_a_naive_embargo_is_in_the_zone_of_its_source():
    """17:00 without a zone from Helsinki is 15:00 UTC, not 17:00 UTC."""
    item = read(g2(item_meta="<embargoed>2016-12-16T17:00:00</embargoed>"))

    assert item.embargoed_until == datetime(2016, 12, 16, 15, 0, tzinfo=UTC)
    assert any("Europe/Helsinki" in warning for warning in item.warnings)


def test_a_naive_embargo_without_a_known_zone_waits_for_a_human():
    """Nobody guesses an embargo."""
    meta = "<embargoed>2016-12-16T17:00:00</embargoed>"

    item = read(g2(item_meta=meta), replace(RULES, zone=None))

    assert "not certain" in item.needs_human


@pytest.mark.parametrize("embargo", ["<embargoed/>", "<embargoed>soon</embargoed>"])
def test_an_embargo_without_a_moment_waits_for_a_human(embargo):
    """The schema allows an empty embargo; a human must say what it means."""
    assert "embargo" in read(g2(item_meta=embargo)).needs_human


def test_a_source_that_always_sends_an_empty_embargo_may_be_believed():
    """A rule of the source makes the empty element mean nothing."""
    item = read(g2(item_meta="<embargoed/>"), replace(RULES, empty_embargo_holds=False))

    assert (item.needs_human, item.embargoed_until) == ("", None)


def test_notes_are_graded_and_never_in_the_body():
    """Contacts are nonpublic by constraint or role, all other notes are internal."""
    item = read(
        g2(
            item_meta='<edNote role="x:contacts" '
            'pubconstraint="c:nonpublic">Call 555-0101</edNote>'
            '<edNote pubconstraint="c:whatever">Mail a@example.org</edNote>'
            '<edNote role="x:notepad"><section><h3>Notes</h3>'
            "<p>555-0102</p></section></edNote>"
            '<edNote role="x:correctionshort">An earlier '
            "version misnamed the ferry.</edNote>"
            "<edNote>More to follow</edNote><edNote/>",
        )
    )

    assert [(note.text, note.audience) for note in item.ed_notes] == [
        ("Call 555-0101", Audience.NONPUBLIC),
        ("Mail a@example.org", Audience.NONPUBLIC),
        ("Notes 555-0102", Audience.NONPUBLIC),
        ("An earlier version misnamed the ferry.", Audience.PUBLIC),
        ("More to follow", Audience.INTERNAL),
    ]
    assert "555" not in item.body_text
    assert item.correction_note == "An earlier version misnamed the ferry."
    assert Signal.CORRECTION in item.signals


def test_a_constrained_headline_or_caption_is_not_used():
    """``pubconstraint`` holds on any element, not only on notes."""
    item = read(
        g2(
            content_meta='<headline pubconstraint="c:x">Inside story</headline>'
            "<headline>Outside story</headline>"
            '<by pubconstraint="c:x">Undercover Name</by>'
        )
    )

    assert (item.headline, item.byline) == ("Outside story", "")


@pytest.mark.parametrize(
    ("field", "text", "places", "credit"),
    [
        ("NAGATO, Japan (AFP) - ", "NAGATO, Japan (AFP)", ("NAGATO, Japan",), "AFP"),
        (
            "Tel Aviv/Beirut (dpa) - ",
            "Tel Aviv/Beirut (dpa)",
            ("Tel Aviv", "Beirut"),
            "dpa",
        ),
        (
            "MOSCOW, Monday (Reuters)",
            "MOSCOW, Monday (Reuters)",
            ("MOSCOW",),
            "Reuters",
        ),
        ("Turku", "Turku", ("Turku",), ""),
    ],
)
def test_the_dateline_field_is_read(field, text, places, credit):
    """Places and credit come out of the dateline element."""
    meta = f"<headline>H</headline><dateline>{field}</dateline>"

    dateline = read(g2(content_meta=meta)).dateline

    assert (dateline.text, dateline.places, dateline.credit) == (text, places, credit)
    assert dateline.origin is Origin.METADATA


@pytest.mark.parametrize(
    "field", ["2016-12-15T09:00:00Z", "2016-12-15", "15 Dec 2016", ""]
)
def test_a_dateline_field_that_holds_a_moment_is_none(field):
    """Some agencies put a timestamp there; the body may still have a dateline."""
    item = read(
        g2(
            content_meta=f"<headline>H</headline><dateline>{field}</dateline>",
            body="<p>DERAA, Syria (Reuters) - The road was open.</p>",
        )
    )

    assert item.dateline.places == ("DERAA, Syria",)
    assert item.dateline.origin is Origin.BODY
    assert item.body_text == "The road was open."


def test_reuters_located_is_a_desk_and_never_a_dateline():
    """A Damascus story edited in Bangalore did not happen in Bangalore."""
    item = read(
        g2(
            attributes='guid="tag:reuters.com,0000:newsml_X1" version="978556838"',
            content_meta=(
                "<headline>H</headline><located><name>Bangalore</name></located>"
            ),
        )
    )

    assert item.dateline is None


def test_located_is_a_dateline_where_it_means_the_place():
    """Without any other dateline the structured place is one, unless it is a desk."""
    text = g2(
        content_meta='<headline>H</headline><located qcode="x:1"/>',
        after='<assert qcode="x:1"><name>New Delhi</name></assert>',
    )

    assert read(text).dateline.places == ("New Delhi",)
    assert read(text, replace(RULES, located_is_desk=True)).dateline is None


def test_a_contradicting_dateline_in_the_body_is_reported():
    """The field wins, and the desk is told."""
    item = read(
        g2(
            content_meta="<headline>H</headline><dateline>BEIJING (Kyodo)</dateline>",
            body="<p>PARIS (Kyodo) - The talks went on.</p>",
        )
    )

    assert item.dateline.places == ("BEIJING",)
    assert any("PARIS" in warning for warning in item.warnings)


def test_a_byline_in_field_and_body_is_shown_once():
    """A first paragraph that repeats the byline goes."""
    item = read(
        g2(
            content_meta="<headline>H</headline><by>Joseph Example</by>",
            body="<p>By Joseph Example</p><p>TURKU, Finland (AFP) - Copy.</p>",
        )
    )

    assert (item.byline, item.body_text) == ("Joseph Example", "Copy.")
    assert item.dateline.places == ("TURKU, Finland",)


def test_a_name_in_the_body_wins_over_staff_reporter():
    """A contradiction is reported; a generic field yields to a name."""
    item = read(
        g2(
            content_meta="<headline>H</headline><by>Staff Reporter</by>",
            body="<p>By Jonathan Example</p><p>Copy.</p>",
        )
    )

    assert item.byline == "By Jonathan Example"
    assert any(warning.startswith("byline") for warning in item.warnings)


@pytest.mark.parametrize("field", ["gr/bp", "loening.meyel", "tb"])
def test_initials_and_logins_are_no_byline(field):
    """Desk initials in the byline field are kept aside."""
    item = read(g2(content_meta=f"<headline>H</headline><by>{field}</by>"))

    assert item.bylines == ()
    assert [s.text for s in item.stripped] == [field]


def test_a_creator_signs_only_with_a_name():
    """Without a byline a creator with a person's name is it; a login is not."""
    named = "<headline>H</headline><creator><name>Ada Sample</name></creator>"
    login = "<headline>H</headline><creator><name>ada.sample</name></creator>"

    assert read(g2(content_meta=named)).byline == "Ada Sample"
    assert read(g2(content_meta=login)).byline == ""


def test_links_are_kept_and_chains_are_found():
    """A new guid that continues an old one names it in a link."""
    meta = (
        '<link rel="irel:evolvedFrom" residref="urn:example:old" version="1"/>'
        '<link rel="irel:seeAlso" '
        'href="https://example.org/more"><title>More</title></link>'
        '<link rel="irel:seeAlso" residref="urn:example:p" '
        'href="https://example.org/p.jpg">'
        '<itemClass qcode="ninat:picture"/><title>A boat</title></link>'
        '<link rel="irel:seeAlso" href="javascript:alert(1)"/>'
    )

    item = read(g2(item_meta=meta))

    assert item.evolved_from == ("urn:example:old",)
    assert [link.href for link in item.links] == ["", "https://example.org/more", ""]
    assert [(p.uri, p.caption) for p in item.pictures] == [("urn:example:p", "A boat")]


def test_headlines_are_chosen_by_role_and_rank():
    """The main one is first by role, then by rank; the next is the second line."""
    ranked = '<headline rank="3">Kicker</headline><headline rank="1">Main</headline>'
    by_role = '<headline>First</headline><headline role="hlrole:main">Main</headline>'

    for meta in (ranked, by_role):
        assert read(g2(content_meta=meta)).headline == "Main"
    assert read(g2(content_meta=ranked)).subheadline == "Kicker"


@pytest.mark.parametrize(
    ("headline", "rest", "signal"),
    [
        ("CORRECTED-Ferry was late", "Ferry was late", Signal.CORRECTION),
        ("UPDATE 2-Ferry late", "Ferry late", Signal.UPDATE),
        ("WRAPUP 1-Ferries", "Ferries", Signal.UPDATE),
        ("REFILE-Ferry", "Ferry", Signal.REPEAT),
        ("(Berichtigung: Zahl) Fähre", "Fähre", Signal.CORRECTION),
        ("(Eil) Fähre", "Fähre", Signal.ALERT),
        ("BREAKING: Ferry", "Ferry", Signal.ALERT),
        ("(Vorschau) Fähren", "Fähren", Signal.ADVISORY),
        ("dpa-Tagesvorschau Politik", "dpa-Tagesvorschau Politik", Signal.ADVISORY),
    ],
)
def test_a_headline_prefix_is_a_signal(headline, rest, signal):
    """What the agency says in the headline is split off and understood."""
    item = read(g2(content_meta=f"<headline>{headline}</headline>"))

    assert item.headline == rest
    assert signal in item.signals


@pytest.mark.parametrize(
    "code",
    ['qcode="sig:correction"', 'uri="http://cv.iptc.org/newscodes/signal/correction"'],
)
def test_a_signal_is_read_from_code_or_uri(code):
    """``sig:correction`` is a correction; a signal we do not know is nothing."""
    item = read(g2(item_meta=f'<signal {code}/><signal qcode="x:odd"/>'))

    assert item.signals == (Signal.CORRECTION,)


@pytest.mark.parametrize(
    "headline",
    ["KILL KILL KILL Ferry story", "STORY WITHDRAWN Ferry", "Mandatory Kill: Ferry"],
)
def test_a_kill_in_words_needs_a_human(headline):
    """No rule may act on it alone, and no rule may publish it."""
    item = read(g2(content_meta=f"<headline>{headline}</headline>"))

    assert Signal.KILL_NOTICE in item.signals
    assert "kill" in item.needs_human
