"""The wire list: tabs, filters, search, families, marks, deeds, zone, speed."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.newsroom.admin.wire_families import PAGE, page_of
from dateline.newsroom.intake.take_in import take_in
from dateline.newsroom.models import DeskZone, RoutingRule, Taster, WireItem
from dateline.newsroom.models.wire_item import WireState
from dateline.newsroom.source_rules import source_rules
from dateline.settings import WireSettings
from support.copy import later
from support.newsroom_copy import again
from support.wire_files import ninjs

WIRE = "/admin/wire/"
JSON = {"HTTP_ACCEPT": "application/json"}
MERIDIAN = WireSettings(
    name="meridian", provider="meridian", zone="Asia/Kolkata", section="world"
)


@pytest.fixture(autouse=True)
def wired(house):
    """A newsroom with one wire."""
    with house.told(wires=(MERIDIAN,)) as told:
        yield told


def sent(uri="urn:m:ferry", minutes=0, **properties):
    """Have the agency send an item, and return its row."""
    raw = ninjs(
        **{
            "uri": uri,
            "headline": "Ferry strike goes on",
            "body_xhtml": "<p>Ferries stayed in port for a day.</p>",
            "versioncreated": later(minutes=minutes).isoformat(),
            "version": str(minutes),
            **properties,
        }
    )
    take_in(raw, source=source_rules(MERIDIAN), now=timezone.now())
    return WireItem.objects.get(uri=uri)


def listed(client, asked=""):
    """Return the headlines of a list, in order."""
    page = client.get(f"{WIRE}?{asked}").content.decode()
    return re.findall(r"data-open\s[^>]*>([^<]+)</a>", page)


def test_each_tab_shows_its_part(editor):
    """Calls, held, embargoed, mine, taster."""
    sent("urn:m:plain", headline="Plain")
    soon = (timezone.now() + timedelta(hours=3)).isoformat()
    sent("urn:m:soon", headline="Embargoed", embargoed=soon)
    sent("urn:m:held", headline="Held", pubstatus="withheld")
    mine = sent("urn:m:mine", headline="Mine")
    editor.post(f"{WIRE}do/", {"take": mine.pk})
    editor.post(f"{WIRE}do/", {"taster": mine.pk})
    WireItem.objects.filter(uri="urn:m:plain").update(call_desk=True)

    assert listed(editor) == ["Mine", "Held", "Embargoed", "Plain"]
    assert listed(editor, "tab=held") == ["Held"]
    assert listed(editor, "tab=embargoed") == ["Embargoed"]
    assert listed(editor, "tab=mine") == ["Mine"]
    assert listed(editor, "tab=taster") == ["Mine"]
    assert "Plain" in listed(editor, "tab=calls")


def test_filters_narrow_the_list(reporter):
    """Wire, state, urgency, kind, language, desk; what is unknown narrows nothing."""
    sent("urn:m:a", headline="Flash", urgency=1, language="de-AT")
    sent("urn:m:b", headline="Routine", urgency=5, language="en")
    WireItem.objects.filter(uri="urn:m:b").update(source="other", desk="foreign")

    assert listed(reporter, "source=other") == ["Routine"]
    assert listed(reporter, "urgency=2") == ["Flash"]
    assert listed(reporter, "language=de") == ["Flash"]
    assert listed(reporter, "desk=foreign") == ["Routine"]
    assert listed(reporter, "state=killed") == []
    assert listed(reporter, "kind=picture") == []
    assert listed(reporter, "state=nonsense&urgency=x&tab=y") == ["Routine", "Flash"]


def test_the_service_of_a_wire_is_shown_and_can_be_chosen(reporter):
    """Those of the chosen wire; no filter where no agency says any."""
    sent("urn:m:a", headline="From the sport wire")
    sent("urn:m:b", headline="From the basic wire")
    assert 'name="service"' not in reporter.get(WIRE).content.decode()

    WireItem.objects.filter(uri="urn:m:a").update(service="spo")
    WireItem.objects.filter(uri="urn:m:b").update(service="bdt", source="other")

    page = reporter.get(WIRE).content.decode()
    assert "<span>meridian: spo</span>" in page
    assert page.count('<option value="spo"') == page.count('<option value="bdt"') == 1
    assert listed(reporter, "service=spo") == ["From the sport wire"]
    other = reporter.get(f"{WIRE}?source=other").content.decode()
    assert '<option value="spo"' not in other


def test_desks_that_rules_name_can_be_chosen(reporter):
    """No filter of desks where there are none."""
    assert 'name="desk"' not in reporter.get(WIRE).content.decode()

    RoutingRule.objects.create(name="to foreign", desk="foreign")

    page = reporter.get(WIRE).content.decode()
    assert 'name="desk"' in page
    assert '<option value="foreign"' in page


def test_search_finds_words_of_the_copy(reporter):
    """Also together with a filter; what was killed is not found."""
    sent("urn:m:a", headline="Budget", body_xhtml="<p>An élite hovercraft.</p>")
    sent("urn:m:b", headline="Hovercraft sinks")
    sent("urn:m:c", headline="Killed hovercraft")
    sent("urn:m:c", 5, pubstatus="canceled")

    assert listed(reporter, "q=hovercraft") == ["Hovercraft sinks", "Budget"]
    assert listed(reporter, "q=Elite+hover") == ["Budget"]
    assert listed(reporter, "q=hovercraft&source=other") == []
    assert listed(reporter, "q=%22%27(*:") == listed(reporter)


def test_a_family_is_one_row_with_its_history(reporter):
    """The newest version stands for all; the others are unfolded."""
    sent("urn:m:1", headline="Ferry strike begins")
    sent("urn:m:other", headline="Budget")
    sent("urn:m:1", 5, headline="Ferry strike, day two")
    sent("urn:m:2", 9, headline="Ferry strike ends")
    WireItem.objects.filter(uri__in=["urn:m:1", "urn:m:2"]).update(family="urn:m:1")

    page = reporter.get(WIRE).content.decode()

    assert listed(reporter) == ["Ferry strike ends", "Budget"]
    assert "3 versions" in page
    assert page.index("Ferry strike, day two") < page.index("Ferry strike begins")


def test_older_pages_show_every_family_once(reporter):
    """Though what came later belongs to a family of a later page."""
    moment = timezone.now()
    for number in range(PAGE + 25):
        WireItem.objects.create(
            provider="m",
            uri=f"urn:m:{number}",
            source="meridian",
            family=f"family {number % (PAGE + 15)}",
            headline=f"News {number}",
            state=WireState.KEPT,
            first_seen=moment,
            last_seen=moment + timedelta(seconds=number // 3),
        )
    first = reporter.get(WIRE).content.decode()
    older = re.search(r'href="(/admin/wire/\?behind=[^"]+)"', first).group(1)

    seen = listed(reporter) + listed(reporter, older.partition("?")[2])

    assert len(seen) == len(set(seen)) == PAGE + 15
    assert seen[0] == f"News {PAGE + 24}"
    assert "News 0" not in seen  # a later one of its family stands for it


def test_marks_say_in_words_what_nobody_may_overlook(reporter):
    """Killed, embargoed until when, urgent, which lead."""
    sent("urn:m:k")
    sent("urn:m:k", 5, pubstatus="canceled")
    soon = timezone.now() + timedelta(hours=3, minutes=12, seconds=30)
    sent("urn:m:e", embargoed=soon.isoformat(), urgency=1)

    page = reporter.get(WIRE).content.decode()

    assert "Killed: do not use" in page
    assert "newsroom-wire-row--killed" in page
    assert "Embargo until" in page
    assert "ends in 3 h 12 min" in page
    assert "1 Flash" in page


def test_an_embargo_that_has_ended_says_so(reporter):
    """And is marked as one no more."""
    sent()
    WireItem.objects.update(embargoed_until=timezone.now() - timedelta(minutes=1))

    page = reporter.get(WIRE).content.decode()

    assert "Embargo ended" in page
    assert "newsroom-wire-row--embargo" not in page


def test_one_click_takes_and_a_second_taker_is_told(reporter, editor):
    """Who has it and since when, in JSON for the list's script."""
    row = sent()

    first = reporter.post(f"{WIRE}do/", {"take": row.pk}, **JSON)
    second = editor.post(f"{WIRE}do/", {"take": row.pk}, **JSON)

    assert first.json()["level"] == "success"
    assert first.json()["story"]
    assert re.match(r"ravi has it since \d+ \w+ \d{4}", second.json()["said"])
    assert again(row).taken_by.username == "ravi"
    assert "taken by ravi" in editor.get(WIRE).content.decode()


def test_without_a_script_a_deed_answers_with_a_screen(reporter):
    """Taking leads to the story, the taster back to where one was."""
    row = sent()

    taken = reporter.post(f"{WIRE}do/", {"take": row.pk})
    starred = reporter.post(
        f"{WIRE}do/", {"taster": row.pk, "back": f"{WIRE}?tab=mine"}
    )
    away = reporter.post(f"{WIRE}do/", {"taster": row.pk, "back": "https://x.example/"})

    assert taken.headers["Location"].startswith("/admin/stories/edit/")
    assert starred.headers["Location"] == f"{WIRE}?tab=mine"
    assert away.headers["Location"] == WIRE


def test_whoever_may_not_is_told_and_nothing_happens(reporter):
    """A reporter leaves nothing; a killed item goes on no taster."""
    row = sent()
    said = reporter.post(f"{WIRE}do/", {"leave": row.pk}, **JSON)
    assert said.status_code == 409
    assert "may not" in said.json()["said"]
    assert again(row).state == WireState.DRAFT

    sent(minutes=5, pubstatus="canceled")
    said = reporter.post(f"{WIRE}do/", {"taster": row.pk}, **JSON)
    assert said.status_code == 409
    assert not Taster.objects.exists()


@pytest.mark.parametrize("form", [{}, {"take": "x"}, {"take": "99999"}, {"take": "²"}])
def test_nonsense_finds_nothing(reporter, form):
    """And breaks nothing."""
    assert reporter.post(f"{WIRE}do/", form).status_code == 404


def test_strangers_see_nothing_of_the_wire(stranger, at_the_desk):
    """Not the list, the news, a preview; nor may they do anything."""
    row = sent()
    for path in ("", "news/", f"{row.pk}/", f"{row.pk}/preview/"):
        answer = stranger.get(f"{WIRE}{path}")
        assert answer.status_code == 302
        assert "login" in answer.headers["Location"]
    assert stranger.post(f"{WIRE}do/", {"take": row.pk}).status_code == 302
    assert again(row).taken_by is None


def test_the_taster_is_ones_own_and_the_desk_sees_it(reporter, editor):
    """On and off again; the whole desk's on demand."""
    row = sent()

    reporter.post(f"{WIRE}do/", {"taster": row.pk})

    assert listed(reporter, "tab=taster") == ["Ferry strike goes on"]
    assert listed(editor, "tab=taster") == []
    assert listed(editor, "tab=taster&whose=desk") == ["Ferry strike goes on"]
    assert "★ ravi" in editor.get(WIRE).content.decode()
    reporter.post(f"{WIRE}do/", {"taster": row.pk})
    assert listed(reporter, "tab=taster") == []


def test_times_are_in_the_zone_somebody_chose(reporter, editor):
    """Remembered for each person; the site's zone until then."""
    sent()
    assert "IST" in reporter.get(WIRE).content.decode()

    reporter.post(f"{WIRE}zone/", {"zone": "America/New_York"})

    page = reporter.get(WIRE).content.decode()
    assert re.search(r'title="[^"]+ E[SD]T"', page)
    assert not re.search(r'title="[^"]+ IST"', page)
    assert re.search(r'title="[^"]+ IST"', editor.get(WIRE).content.decode())
    reporter.post(f"{WIRE}zone/", {"zone": ""})
    assert re.search(r'title="[^"]+ IST"', reporter.get(WIRE).content.decode())


def test_a_zone_that_does_not_exist_is_refused(reporter):
    """With a word of what one looks like."""
    page = reporter.post(f"{WIRE}zone/", {"zone": "Mars/Base"}, follow=True)

    assert "there is no zone" in page.content.decode().lower()
    assert not DeskZone.objects.exists()


def test_news_since_a_moment_are_rows_of_the_same_list(reporter):
    """With its filters; and what changed is asked for by its key."""
    old = sent("urn:m:old", headline="Old")
    WireItem.objects.update(last_seen=timezone.now() - timedelta(hours=1))
    since = timezone.now().isoformat().replace("+", "%2B")
    sent("urn:m:new", headline="New", urgency=1)

    def news(asked):
        page = reporter.get(f"{WIRE}news/?{asked}").content.decode()
        return re.findall(r"data-open\s[^>]*>([^<]+)</a>", page)

    assert news(f"since={since}") == ["New"]
    assert news(f"since={since}&keys={old.pk}") == ["New", "Old"]
    assert news(f"since={since}&urgency=2&keys={old.pk}") == ["New"]
    assert news("since=yesterday&keys=a,,²") == []


def test_an_empty_list_teaches(house, reporter):
    """What will stand there, or how a wire is set up."""
    assert "Nothing has come yet" in reporter.get(WIRE).content.decode()
    assert "Press s" in reporter.get(f"{WIRE}?tab=taster").content.decode()
    narrow = reporter.get(f"{WIRE}?q=nothing").content.decode()
    assert "Nothing on the wire is like that" in narrow
    with house.told(wires=()):
        assert "[wires.NAME]" in reporter.get(WIRE).content.decode()


def test_a_preview_grades_notes_and_says_what_was_taken_out(reporter):
    """Copy, notes with whom they are for, rights, what was stripped."""
    row = sent(ednote="EDS: do not publish the name.")

    page = reporter.get(f"{WIRE}{row.pk}/preview/").content.decode()

    assert "Ferries stayed in port" in page
    assert "EDS: do not publish the name." in page
    assert re.search(r"Note, (for the desk|not for publication):", page)
    assert "<html" not in page


def test_a_page_asks_the_database_a_fixed_number_of_times(reporter, django_queries):
    """However many rows it shows."""
    sent("urn:m:0")
    with django_queries() as few:
        reporter.get(WIRE)
    for number in range(1, 12):
        sent(f"urn:m:{number}")
    with django_queries() as many:
        reporter.get(WIRE)

    assert len(many) <= len(few)


def test_pages_on_postgresql_are_the_same(postgresql):
    """Families, places and words, by the other database."""
    with postgresql.told(wires=(MERIDIAN,)):
        for number in range(5):
            sent(f"urn:m:{number}", number, headline=f"Hovercraft {number}")
        WireItem.objects.filter(uri__in=["urn:m:0", "urn:m:4"]).update(family="f")
        first = page_of(WireItem.objects.all(), size=2)
        second = page_of(WireItem.objects.all(), behind=first.after, size=2)

    heads = [str(family.head) for page in (first, second) for family in page.families]
    assert heads == [f"Hovercraft {number}" for number in (4, 3, 2, 1)]
    assert second.after is None
