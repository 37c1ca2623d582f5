"""From the public server's folder into the register."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import ModelLogEntry

from dateline.news.grievance_form import Filed, Form, filed_bytes, ticket_of
from dateline.newsroom import grievance_post
from dateline.newsroom.actions.save_grievance import SaveGrievance
from dateline.newsroom.grievance_post import fetch_grievances, watch_grievances
from dateline.newsroom.models import Grievance
from support.newsroom_copy import published

FORM = Form(
    name="Farida <b>Qureshi</b>",
    contact="farida@reader.example",
    text="I was quoted with words\nI did not say. ' OR 1=1 --",
)


@pytest.fixture
def folder(tmp_path):
    """Return the folder where forms wait."""
    made = tmp_path / "grievances"
    made.mkdir()
    return made


def filed(folder, form=FORM, *, received=None):
    """Leave a form as the public server does; return its number."""
    form = Filed(ticket=ticket_of(form), received=received or timezone.now(), form=form)
    (folder / f"{form.ticket}.json").write_bytes(filed_bytes(form))
    return form.ticket


def test_a_form_is_an_entry_with_its_deadlines(house, folder):
    """Both count from when it reached us, however long it lay."""
    story = published()
    received = timezone.now() - timedelta(hours=30)
    form = Form(
        name=FORM.name,
        contact=FORM.contact,
        text=FORM.text,
        address=f"https://banyan.example/s/{story.public_id}#corrections",
    )
    ticket = filed(folder, form, received=received)

    assert fetch_grievances(folder, now=timezone.now()) == 1

    entry = Grievance.objects.get()
    assert (entry.ticket, entry.received_at) == (ticket, received)
    assert (entry.complainant, entry.contact) == (FORM.name, FORM.contact)
    assert (entry.text, entry.story) == (FORM.text, story)
    assert entry.deadline == received + timedelta(hours=24)
    assert entry.terms.decide_by == received + timedelta(days=15)
    assert entry.overdue(timezone.now()) > timedelta(hours=5)
    assert list(folder.iterdir()) == []
    line = ModelLogEntry.objects.for_instance(entry).get()
    assert "quoted" not in str(line.data)


def test_fetched_twice_is_one_entry(either, folder):
    """After a sudden death between the database and the file, and much later."""
    for _ in range(2):
        filed(folder)
        fetch_grievances(folder, now=timezone.now())

    assert Grievance.objects.count() == 1
    assert list(folder.iterdir()) == []


def test_two_workers_enter_it_once(postgresql, folder, monkeypatch):
    """Neither finds it in the register; the database lets one enter it."""
    filed(folder)
    both_looked = threading.Barrier(2)
    execute = SaveGrievance.execute

    def execute_together(action):
        both_looked.wait(timeout=20)
        return execute(action)

    monkeypatch.setattr(SaveGrievance, "execute", execute_together)
    entered = []

    def fetch():
        try:
            entered.append(fetch_grievances(folder, now=timezone.now()))
        finally:
            connection.close()

    threads = [threading.Thread(target=fetch) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(entered) == [0, 1]
    assert Grievance.objects.count() == 1
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("raw", [b"", b"{}", b"\xff", b'{"ticket": 1}', b"[" * 5000])
def test_what_is_no_form_is_put_aside(house, folder, raw):
    """It stops nothing that lies beside it."""
    (folder / "0000-0000-0000.json").write_bytes(raw)
    filed(folder)

    assert fetch_grievances(folder, now=timezone.now()) == 1
    assert fetch_grievances(folder, now=timezone.now()) == 0

    assert [file.name for file in folder.iterdir()] == ["0000-0000-0000.unreadable"]
    assert Grievance.objects.count() == 1


def test_a_clock_that_is_ahead_stops_nothing(house, folder):
    """What reached us in the future reached us now."""
    now = timezone.now()
    filed(folder, received=now + timedelta(minutes=5))

    fetch_grievances(folder, now=now)

    assert Grievance.objects.get().received_at == now


def test_a_database_that_is_away_loses_nothing(house, folder, monkeypatch):
    """The form lies there until it is entered; the watch goes on."""
    filed(folder)
    stop = threading.Event()
    monkeypatch.setattr(grievance_post, "LOOK", 0.01)
    enter, fails = SaveGrievance.execute, []

    def fail_first(action):
        fails.append(action)
        if len(fails) == 1:
            raise ConnectionError
        entry = enter(action)
        stop.set()
        return entry

    monkeypatch.setattr(SaveGrievance, "execute", fail_first)
    watch_grievances(folder, stop, timezone.now)

    assert Grievance.objects.count() == 1
    assert list(folder.iterdir()) == []


def test_the_desk_makes_the_folder_for_itself_alone(house, tmp_path):
    """By its being there the public server knows that somebody fetches."""
    stop = threading.Event()
    stop.set()
    folder = tmp_path / "data" / "grievances"

    watch_grievances(folder, stop, timezone.now)

    assert folder.stat().st_mode & 0o777 == 0o700
