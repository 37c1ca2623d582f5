"""From a site's choice of providers to the chain that is asked."""

import asyncio

import pytest

from dateline.errors import DatelineError
from dateline.live.board import read_board
from dateline.live.chain import NAMES, Choice, build_chain, keep_weather
from dateline.news.weather import credit_for


def test_the_chain_is_in_the_order_of_the_choice(run, hours, tmp_path):
    """Each named provider comes once, in the site's own order."""
    choice = Choice(
        providers=(
            "file-drop",
            "open-meteo",
            "met-norway",
            "openweather",
            "open-meteo",
        ),
        contact="desk@paper.in",
        keys={"openweather": "k"},
        folder=tmp_path,
    )

    async def work(client):
        return build_chain(choice, client=client, clockwork=hours.clockwork)

    assert [one.name for one in run(work)] == [
        "file-drop",
        "open-meteo",
        "met-norway",
        "openweather",
    ]


@pytest.mark.parametrize(
    ("choice", "remedy"),
    [
        (Choice(providers=("bbc",), contact="a@b"), "met-norway"),
        (Choice(providers=("met-norway",)), "contact"),
        (Choice(providers=("openweather",), contact="a@b"), "dateline.toml"),
        (Choice(providers=("file-drop",)), "folder"),
        (
            Choice(
                providers=("met-norway",),
                contact="a@b",
                hosts={"met-norway": "api.met.no"},
            ),
            "https://api.met.no",
        ),
    ],
)
def test_a_choice_that_cannot_be_followed_is_said_at_the_start(
    run, hours, choice, remedy
):
    """Unknown names and missing settings are errors with the remedy as hint."""

    async def work(client):
        return build_chain(choice, client=client, clockwork=hours.clockwork)

    with pytest.raises(DatelineError) as refusal:
        run(work)
    assert remedy in refusal.value.hint


def test_every_provider_on_the_network_has_its_credit():
    """The page can name whom it owes the value; a file of the house owes nobody."""
    assert [name for name in NAMES if credit_for(name) is None] == ["file-drop"]


def test_keys_are_not_shown():
    """Printing the choice, as a traceback may, shows no key."""
    choice = Choice(providers=("openweather",), keys={"openweather": "secret"})

    assert "secret" not in repr(choice)


def test_the_weather_is_kept(met_service, delhi, hours, tmp_path):
    """The whole watch, from a choice to the weather file, ends when cancelled."""
    met_service.now = hours.now
    path = tmp_path / "weather.json"
    choice = Choice(
        providers=("met-norway",),
        contact="desk@paper.in",
        hosts={"met-norway": f"{met_service.host}/"},
    )

    async def work():
        task = asyncio.create_task(
            keep_weather(
                cities=[delhi], choice=choice, path=path, clockwork=hours.clockwork
            )
        )
        while not path.exists():  # noqa: ASYNC110 - a file sets no event
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(work())

    assert read_board(path)["new-delhi"].provider == "met-norway"
