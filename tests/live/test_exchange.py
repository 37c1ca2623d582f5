"""One question over HTTP, and every way it can go wrong."""

import asyncio
import gzip
import logging
import socket
import time
from datetime import timedelta

import httpx
import pytest

from dateline.live.answer import GarbledAnswerError, Request
from dateline.live.exchange import LARGEST, UnreachableError, ask, open_client
from support.weather_services import Says

SHORT = timedelta(seconds=0.3)
LONG = timedelta(seconds=10)


def question(host, **more):
    """Return a question with a key in its address."""
    return Request(
        url=f"{host}/data/2.5/weather",
        params=(("appid", "secret"),),
        user_agent="Dateline/1 desk@paper.in",
        **more,
    )


@pytest.fixture
def asking(run):
    """Return a function that asks a host; it counts the turns it waited for."""

    def ask_it(host, *, limit=LONG, **more):
        turns = []

        async def turn():
            turns.append(1)

        async def work(client):
            return await ask(
                question(host, **more), client=client, turn=turn, limit=limit
            )

        answer = run(work)
        return answer, len(turns)

    return ask_it


def test_an_answer_comes_whole(openweather_service, asking):
    """Status, headers in lower case and the unpacked body come back."""
    openweather_service.mood = lambda _: Says(
        status=418,
        body=gzip.compress(b"short and stout"),
        headers={"X-Tea": "yes", "Content-Encoding": "gzip"},
    )

    answer, turns = asking(openweather_service.host, since="yesterday")

    assert (answer.status, answer.body) == (418, b"short and stout")
    assert answer.headers["x-tea"] == "yes"
    assert turns == 1
    (asked,) = openweather_service.asked
    assert asked.headers["user-agent"] == "Dateline/1 desk@paper.in"
    assert asked.headers["if-modified-since"] == "yesterday"
    assert asked.headers["accept-encoding"] == "gzip"


@pytest.mark.parametrize("slow", [{"hang": 5.0}, {"drip": 0.05, "body": b"x" * 100}])
def test_a_slow_service_is_given_up(openweather_service, asking, slow):
    """Silence and a byte now and then both end at the limit."""
    openweather_service.mood = lambda _: Says(**slow)
    began = time.monotonic()

    with pytest.raises(UnreachableError, match="TimeoutError"):
        asking(openweather_service.host, limit=SHORT)

    assert time.monotonic() - began < 2


def test_a_connection_cut_short_is_no_answer(openweather_service, asking):
    """Half a body is an error, not an answer."""
    openweather_service.mood = lambda _: Says(
        body=b"{", cut=True, headers={"Connection": "close"}
    )

    with pytest.raises(UnreachableError):
        asking(openweather_service.host)


def test_nobody_there_is_an_error_with_a_hint(asking):
    """A refused connection says so without telling the address with the key."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    with pytest.raises(UnreachableError) as refusal:
        asking(f"http://127.0.0.1:{port}")

    assert "internet" in refusal.value.hint
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"x" * (LARGEST + 1), {}),
        (gzip.compress(b"0" * 50_000_000), {"Content-Encoding": "gzip"}),
    ],
    ids=["plain", "packed"],
)
def test_a_huge_body_is_cut_off(openweather_service, asking, body, headers):
    """More than the limit is refused, also when it comes packed small."""
    openweather_service.mood = lambda _: Says(body=body, headers=headers)

    with pytest.raises(GarbledAnswerError, match="more than"):
        asking(openweather_service.host)


def test_a_coding_not_asked_for_is_refused(openweather_service, asking):
    """Only gzip was offered, so nothing else is unpacked."""
    openweather_service.mood = lambda _: Says(headers={"Content-Encoding": "br"})

    with pytest.raises(GarbledAnswerError, match="coding"):
        asking(openweather_service.host)


def test_false_gzip_is_an_error(openweather_service, asking):
    """A body that says gzip and is not is an error of ours, no crash."""
    openweather_service.mood = lambda _: Says(
        body=b"not gzip", headers={"Content-Encoding": "gzip"}
    )

    with pytest.raises(UnreachableError, match="DecodingError"):
        asking(openweather_service.host)


def test_a_redirect_on_the_same_host_is_followed(openweather_service, asking):
    """A moved path is found, and each step waits its turn."""
    openweather_service.mood = lambda asked: (
        Says(body=b"here")
        if asked.path == "/new"
        else Says(status=301, headers={"Location": "/new"})
    )

    answer, turns = asking(openweather_service.host)

    assert answer.body == b"here"
    assert turns == 2


def test_a_redirect_to_another_host_is_not_followed(
    openweather_service, met_service, asking
):
    """The other host, which might be sent the key, is never asked."""
    elsewhere = {"Location": f"{met_service.host}/x"}
    openweather_service.mood = lambda _: Says(status=302, headers=elsewhere)

    with pytest.raises(GarbledAnswerError) as refusal:
        asking(openweather_service.host)

    assert "new host" in refusal.value.hint
    assert met_service.asked == []


def test_redirects_end(openweather_service, asking):
    """A circle is left after three redirects."""
    openweather_service.mood = lambda _: Says(status=307, headers={"Location": "/x"})

    with pytest.raises(GarbledAnswerError, match="without end"):
        asking(openweather_service.host)

    assert len(openweather_service.asked) == 4


@pytest.mark.parametrize("where", ["http://[", "gopher://x/", "//", "http://:99999/"])
def test_a_redirect_to_nowhere_is_an_error(openweather_service, asking, where):
    """A Location that is no address gives an error of ours."""
    openweather_service.mood = lambda _: Says(status=302, headers={"Location": where})

    with pytest.raises((UnreachableError, GarbledAnswerError)):
        asking(openweather_service.host)


def test_a_key_never_reaches_the_log(openweather_service, caplog):
    """The HTTP library's own log line with the whole address is switched off."""
    openweather_service.mood = lambda _: Says(body=b"{}")

    async def work():
        async with open_client() as client:
            with caplog.at_level(logging.INFO):
                await client.get(f"{openweather_service.host}/?appid=secret")
            return client

    client = asyncio.run(work())

    assert isinstance(client, httpx.AsyncClient)
    assert "secret" not in caplog.text


def test_the_environment_does_not_choose_the_proxy(openweather_service, monkeypatch):
    """A proxy is a setting: the environment's is not used."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    openweather_service.mood = lambda _: Says(body=b"direct")

    async def work():
        async with open_client() as client:
            return (await client.get(openweather_service.host)).text

    assert asyncio.run(work()) == "direct"
