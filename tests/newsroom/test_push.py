"""The door for agencies that push."""

from dataclasses import replace
from io import BytesIO

import pytest
from django.test import Client

from dateline.newsroom.models import Story, WireItem
from dateline.settings import WireSettings
from support.newsroom_wire import copy

TOKEN = "a token of some length"
WIRE = WireSettings(
    name="acme",
    provider="acme",
    transport="push",
    publish=True,
    section="world",
    token_name="ACME_TOKEN",
)
FOLDER = WireSettings(name="files", provider="files", token_name="ACME_TOKEN")


@pytest.fixture
def push(house, monkeypatch):
    """Push bytes to a wire; returns the answer."""
    monkeypatch.setenv("ACME_TOKEN", TOKEN)

    def send(raw, *, wire="acme", token=TOKEN, method="post"):
        shown = {"Authorization": f"Bearer {token}"} if token else {}
        return getattr(Client(), method)(
            f"/push/{wire}/",
            data=raw,
            content_type="application/octet-stream",
            headers=shown,
        )

    with house.told(wires=(WIRE, FOLDER)):
        yield send


def test_pushed_copy_is_taken_in(house, push):
    """And answered with what became of it."""
    answer = push(copy())

    assert answer.status_code == 200
    (item,) = answer.json()["items"]
    assert item["state"] == "published"
    assert item["story"] == Story.objects.get().public_id
    assert house.kinds() == ["story.published"]


def test_a_push_that_comes_twice_is_answered_twice(house, push):
    """The agency did not get the first answer; nothing else happens."""
    push(copy())

    answer = push(copy())

    assert answer.status_code == 200
    assert answer.json()["items"][0]["action"] == "ignore"
    assert house.kinds() == ["story.published"]


@pytest.mark.parametrize(
    ("wire", "token"),
    [("acme", "wrong"), ("acme", ""), ("files", TOKEN), ("unknown", TOKEN)],
)
def test_nobody_else_gets_in(house, push, wire, token):
    """Wrong token, none, a wire that does not push, or none of that name."""
    answer = push(copy(), wire=wire, token=token)

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert WireItem.objects.count() == 0


def test_a_wire_without_a_token_is_closed(push, monkeypatch):
    """An empty secret lets nobody in."""
    monkeypatch.delenv("ACME_TOKEN")

    assert push(copy(), token="").status_code == 401


def test_too_much_is_refused_unread(push):
    """By what is announced, before it is read."""
    assert push(b"x" * (17 * 1024 * 1024)).status_code == 413


def test_the_limit_is_the_wires_own(house, push):
    """As the hint says: it stands in the wire's settings."""
    small = replace(WIRE, max_megabytes=1)
    with house.told(wires=(small,)):
        answer = push(b"x" * (1024 * 1024 + 1))

    assert answer.status_code == 413
    assert "max_megabytes" in answer.json()["hint"]


def test_a_push_of_unknown_length_is_read(push):
    """Some agencies send in chunks, and announce no length."""
    answer = Client().generic(
        "POST",
        "/push/acme/",
        headers={"Authorization": f"Bearer {TOKEN}", "Transfer-Encoding": "chunked"},
        CONTENT_LENGTH="",
        **{"wsgi.input": BytesIO(copy())},
    )

    assert push is not None
    assert answer.status_code == 200
    assert answer.json()["items"][0]["state"] == "published"


def test_a_push_of_unknown_length_has_a_limit(push):
    """No more of it is read than the wire may send."""
    answer = Client().generic(
        "POST",
        "/push/acme/",
        headers={"Authorization": f"Bearer {TOKEN}", "Transfer-Encoding": "chunked"},
        CONTENT_LENGTH="",
        **{"wsgi.input": BytesIO(b"x" * (17 * 1024 * 1024))},
    )

    assert push is not None
    assert answer.status_code == 413


def test_what_cannot_be_read_is_kept_and_shown(house, push):
    """With a hint for whoever pushes."""
    answer = push(b"no agency sends this")

    assert answer.status_code == 422
    assert answer.json()["hint"]
    assert WireItem.objects.get().state == "refused"


def test_only_a_push_is_answered(push):
    """Looking at the door with a browser says nothing."""
    assert push(b"", method="get").status_code == 405


def test_a_secret_that_others_can_read_opens_no_door(
    house, monkeypatch, tmp_path, caplog
):
    """The log says what to do, without the secret; then the door opens."""
    monkeypatch.delenv("ACME_TOKEN", raising=False)
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(f'ACME_TOKEN = "{TOKEN}"\n')
    secrets.chmod(0o644)

    def knock():
        return Client().post(
            "/push/acme/",
            data=copy(),
            content_type="application/octet-stream",
            headers={"Authorization": f"Bearer {TOKEN}"},
        )

    with house.told(wires=(WIRE,), secrets_path=secrets):
        assert knock().status_code == 401
        assert "chmod 600" in caplog.text
        secrets.chmod(0o600)
        assert knock().status_code == 200

    assert TOKEN not in caplog.text
