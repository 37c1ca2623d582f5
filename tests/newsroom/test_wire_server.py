"""Wires that are asked over HTTP, in a desk at work."""

from datetime import timedelta

import pytest

from dateline.newsroom.models import Story, WireItem, WireSource
from dateline.settings import WireSettings
from support.agency import TOKEN, agency, item, raw_item, says
from support.desks import a_desk, until
from support.weather_services import Says


@pytest.fixture
def server():
    """Return a server that answers with what a test says."""
    yield from agency()


@pytest.fixture
def sick():
    """Return another server."""
    yield from agency()


def pull(server, name="acme", **fields):
    """Return a wire that asks a server all the time."""
    return WireSettings(
        **{
            "name": name,
            "provider": name,
            "transport": "pull",
            "url": f"{server.host}/feed",
            "interval": timedelta(seconds=0.1),
            "timeout": timedelta(seconds=10),
            "publish": True,
            "section": "world",
            **fields,
        }
    )


def row(name="acme"):
    """Return what is written down of a wire."""
    return WireSource.objects.filter(name=name).first()


@pytest.mark.slow
def test_what_a_server_has_becomes_a_story(house, server):
    """And is counted, with its lag."""
    server.mood = lambda _: says(raw_item(), ETag='"1"')

    with a_desk(house, pull(server)):
        until(lambda: Story.objects.filter(live=True).exists())
        until(lambda: row() and row().last_item)

    assert row().last_lag > 0
    assert house.kinds().count("story.published") == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "ill",
    [Says(hang=30), Says(status=500), says(b"\x00 garbage"), Says(body=b"{" * 10**7)],
    ids=["hangs", "500", "garbage", "huge"],
)
def test_one_sick_source_never_delays_another(house, server, sick, ill):
    """While one does its worst, the other's copy comes, item after item."""
    sick.mood = lambda _: ill
    server.mood = lambda _: says(raw_item(len(server.asked)))
    wires = (pull(sick, "sick", max_megabytes=1), pull(server))

    with a_desk(house, *wires):
        until(lambda: WireItem.objects.filter(source="acme").count() > 3)

    assert sick.asked
    assert not WireItem.objects.filter(source="sick").exclude(state="refused").exists()


@pytest.mark.slow
def test_a_folder_that_is_away_does_not_stop_the_desk(house, server, tmp_path):
    """It is tried again; the others go on meanwhile."""
    (tmp_path / "away").write_text("no folder")
    gone = WireSettings(name="gone", provider="gone", folder=tmp_path / "away")
    server.mood = lambda _: says(raw_item())

    with a_desk(house, gone, pull(server)):
        until(lambda: WireItem.objects.filter(source="acme").exists())
        until(lambda: row("gone") and row("gone").failures)

    assert "cannot be watched" in row("gone").last_error


@pytest.mark.slow
def test_a_long_poll_goes_on_where_the_desk_before_it_ended(house, server):
    """The cursor stands in the database."""

    def mood(asked):
        number = int(asked.query.get("seq", "0"))
        if number == 2:
            return Says(status=204, hang=0.2)
        news = [item(number)]
        return says({"items": news, "next": f"/feed?seq={number + 1}"})

    server.mood = mood
    wire = pull(server, transport="long-poll", cursor="next", items="items")

    with a_desk(house, wire):
        until(lambda: WireItem.objects.count() == 2)
        until(lambda: row().place.get("cursor") == "/feed?seq=2")
    server.asked.clear()
    with a_desk(house, wire):
        until(lambda: server.asked)

    assert {asked.query["seq"] for asked in server.asked} == {"2"}


@pytest.mark.slow
def test_a_secret_that_is_not_there_is_said_and_waited_for(
    house, server, monkeypatch, caplog
):
    """Never asked without it; and once it is there it is in no log line."""
    monkeypatch.setattr("dateline.newsroom.wire_server.AGAIN", 0.1)
    server.mood = lambda asked: (
        says(raw_item()) if asked.query.get("key") == TOKEN else Says(status=401)
    )
    wire = pull(server, token_name="ACME", auth="query:key")

    with a_desk(house, wire):
        until(lambda: row() and row().last_error)
        assert "ACME is not set" in row().last_error
        assert server.asked == []
        monkeypatch.setenv("ACME", TOKEN)
        until(WireItem.objects.exists)

    assert TOKEN not in caplog.text
