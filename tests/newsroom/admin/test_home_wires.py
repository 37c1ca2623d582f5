"""How the wires are doing, on the first screen."""

from datetime import timedelta

from django.utils import timezone

from dateline.newsroom.models import WireSource
from dateline.newsroom.wire_log import begin_watch, note_error
from dateline.newsroom.wire_standing import change_alarms
from dateline.settings import WireSettings

ACME = WireSettings(name="acme", provider="acme", idle_alarm=timedelta(minutes=30))
BETA = WireSettings(name="beta", provider="beta")


def test_a_silent_wire_calls_the_desk(house, editor):
    """Among the calls and in the list of wires; one that fails says why."""
    now = timezone.now()
    with house.told(wires=(ACME, BETA)):
        begin_watch(["acme", "beta"], now=now - timedelta(minutes=31))
        note_error("beta", "wire.example answered 503", now=now, failures=2)
        assert list(change_alarms((ACME, BETA), now=now)) == [("acme", True)]

        page = editor.get("/admin/").content.decode()

    calls = page[page.index('id="panel-calls"') :].partition("</section>")[0]
    wires = page[page.index('id="panel-wires"') :].partition("</section>")[0]
    assert "The wire acme is silent" in calls
    assert "beta" not in calls
    assert "silent: nothing ever came" in wires
    assert "fails: wire.example answered 503" in wires


def test_the_wire_list_names_the_silent_wires(house, reporter):
    """Above the list, each with its own copy behind it; gone once something came."""
    now = timezone.now()
    with house.told(wires=(ACME, BETA)):
        begin_watch(["acme", "beta"], now=now - timedelta(minutes=31))
        list(change_alarms((ACME, BETA), now=now))
        silent = reporter.get("/admin/wire/").content.decode()

        WireSource.objects.filter(name="acme").update(last_item=timezone.now())
        list(change_alarms((ACME, BETA), now=timezone.now()))
        again = reporter.get("/admin/wire/").content.decode()

    strip = silent[silent.index('aria-label="Silent wires"') :].partition("</ul>")[0]
    assert "The wire acme is silent" in strip
    assert "silent: nothing ever came" in strip
    assert 'href="/admin/wire/?source=acme"' in strip
    assert "beta" not in strip
    assert "Silent wires" not in again
