"""The live wire's stream, without a server."""

import asyncio
from contextlib import asynccontextmanager

import pytest
from django.contrib.auth.models import User
from django.test import Client

from dateline.newsroom.models import Taster, WireItem
from dateline.newsroom.roles import REPORTER
from dateline.newsroom.wire_changes import changed, newest
from dateline.newsroom.wire_stream import PATH, Hub, WireStream, may_listen
from support.copy import NOON
from support.newsroom_copy import a_person
from support.newsroom_wire import DESK, arrive, copy

LET_IN = {"may_listen": lambda _cookie: True}


class Listener:
    """Somebody who asks for the stream, as a server hands it on."""

    def __init__(self):
        self.heard = asyncio.Queue()
        self.gone = asyncio.Event()
        self.status = None

    async def receive(self):
        """Say nothing until one hangs up."""
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message):
        """Hear."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
        else:
            await self.heard.put(message.get("body", b""))


@asynccontextmanager
async def listening(stream):
    """Listen until the block ends."""
    listener = Listener()
    scope = {"type": "http", "path": PATH, "method": "GET", "headers": []}
    task = asyncio.create_task(stream(scope, listener.receive, listener.send))
    try:
        yield listener
    finally:
        listener.gone.set()
        await asyncio.wait_for(task, 10)


def test_listeners_hear_which_items_changed():
    """All of them, and nothing of what was there before."""
    wire = {7: "seven"}

    async def story():
        hub = Hub(look=lambda: dict(wire), step=0.01)
        stream = WireStream(hub=hub, **LET_IN)
        async with listening(stream) as one, listening(stream) as two:
            assert b"retry" in await one.heard.get()
            assert b"retry" in await two.heard.get()
            await asyncio.sleep(0.1)
            wire.update({8: "eight", 7: "seven, killed"})
            heard = [await one.heard.get(), await two.heard.get()]
        return heard, hub

    heard, hub = asyncio.run(story())

    assert heard == [b'event: wire\ndata: {"changed":[7,8]}\n\n'] * 2
    assert hub.listeners == set()
    assert hub.watch is None


def test_a_wire_that_cannot_be_looked_at_is_looked_at_again(caplog):
    """The database was away; nobody has to reload."""
    looks = iter([{}, None, {1: "one"}])

    def look():
        found = next(looks, {1: "one"})
        if found is None:
            raise OSError("away")
        return found

    async def story():
        stream = WireStream(hub=Hub(look=look, step=0.01), **LET_IN)
        async with listening(stream) as one:
            await one.heard.get()
            return await one.heard.get()

    assert b'{"changed":[1]}' in asyncio.run(story())
    assert "cannot look" in caplog.text


def test_too_many_are_told_to_come_later():
    """The number of streams is bounded; screens are answered all the same."""

    async def story():
        stream = WireStream(hub=Hub(look=dict), most=1, **LET_IN)
        async with listening(stream) as one:
            await one.heard.get()
            async with listening(stream) as two:
                return await two.heard.get(), two.status

    body, status = asyncio.run(story())
    assert status == 503
    assert b"reload" in body


def test_a_stranger_hears_nothing():
    """And a browser that hears 204 does not ask again."""

    async def story():
        stream = WireStream(hub=Hub(look=dict), may_listen=lambda _cookie: False)
        async with listening(stream) as one:
            await one.heard.get()
            return one.status

    assert asyncio.run(story()) == 204


@pytest.mark.parametrize("cookie", ["", "dateline_newsroom=nobody", "a=\x00;;=", "[]"])
def test_no_session_no_stream(house, cookie):
    """Whatever the cookie says."""
    assert not may_listen(cookie)


def test_who_may_see_the_wire_may_listen(house):
    """By the session of the newsroom, and only while it lasts."""
    client, nobody = Client(), Client()
    client.force_login(a_person(REPORTER, "ravi"))
    nobody.force_login(User.objects.create_user("guest"))
    cookie = f"x=1; dateline_newsroom={client.cookies['dateline_newsroom'].value}"

    assert may_listen(cookie)
    assert not may_listen(
        f"dateline_newsroom={nobody.cookies['dateline_newsroom'].value}"
    )
    client.logout()
    assert not may_listen(cookie)


def test_any_change_of_a_row_is_seen(either):
    """New, taken, killed or on a taster: however it came about."""
    before = newest()
    arrive(copy(), source=DESK)
    row = WireItem.objects.get()
    came = newest()
    assert changed(before, came) == [row.pk]

    WireItem.objects.update(state="killed")
    killed = newest()
    assert changed(came, killed) == [row.pk]

    user = a_person(REPORTER, "ravi")
    Taster.objects.create(user=user, wire_item=row, put_at=NOON)
    assert changed(killed, newest()) == [row.pk]
    assert changed(newest(), newest()) == []
