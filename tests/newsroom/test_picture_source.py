"""Getting the bytes of agencies' pictures, on good days and bad ones."""

import io
from dataclasses import replace
from datetime import timedelta

import pytest
from PIL import Image

from dateline.newsroom.models import Picture
from dateline.newsroom.picture_source import PictureTooLargeError, read_inside
from dateline.settings import WireSettings
from support.agency import agency, says
from support.copy import NOON, later
from support.newsroom_copy import again
from support.picture_copy import HARBOUR, jpeg, story_with
from support.weather_services import Says
from support.wire_photos import FOLDER, drop, see_to_pictures, told

PHOTO = jpeg()
SECRET = "t0ken/of+acme&co"


@pytest.fixture
def server():
    """An agency's picture server; a test says what it answers."""
    yield from agency(lambda _service, _asked: says(PHOTO, Content_Type="image/jpeg"))


def web_wire(server, **fields):
    """Return a folder's wire whose pictures lie on a server."""
    hosts = (server.host.removeprefix("http://"),)
    return replace(FOLDER, **{"hosts": hosts, "timeout": timedelta(seconds=2)} | fields)


def on_the_web(server, path="/p/harbour.jpg"):
    """Return the picture with an address on a server."""
    return {**HARBOUR, "href": f"{server.host}{path}"}


def fetch(house, server, **fields):
    """Drop a story with a picture on a server, and fetch it."""
    drop(story_with(on_the_web(server)))
    return see_to_pictures(house, wire=web_wire(server, **fields))


def test_a_picture_on_the_agencys_server_is_fetched(house, server):
    """From a host the wire names, whatever type its answer says."""
    (done,) = fetch(house, server)

    assert (done.state, done.error) == ("here", "")
    assert Picture.objects.get().width == 1280


def test_a_host_that_is_not_named_is_not_asked(house, server):
    """Copy cannot send us anywhere inside our own network; the hint says how."""
    (done,) = fetch(house, server, hosts=())

    assert server.asked == []
    assert "hosts = ['HOST']" in done.error
    assert told(HARBOUR["uri"]).state == "failed"


def test_404_then_200(house, server):
    """The item came before its picture; it is asked for again after a pause."""
    server.mood = lambda _asked: Says(status=404)
    (first,) = fetch(house, server)
    assert "404" in first.error
    server.mood = None

    assert see_to_pictures(house, wire=web_wire(server), now=NOON) == []
    (second,) = see_to_pictures(house, wire=web_wire(server), now=later(minutes=1))
    assert second.state == "here"


def _bomb():
    """Return a PNG of a few kilobytes that says it has 400 megapixels."""
    out = io.BytesIO()
    Image.new("1", (64, 64)).save(out, "PNG")
    raw = bytearray(out.getvalue())
    raw[16:24] = (20000).to_bytes(4, "big") * 2
    return bytes(raw)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Says(body=b"<!DOCTYPE html><html>Log in</html>"), "no picture"),
        (Says(body=PHOTO[: len(PHOTO) // 2]), "no picture"),
        (Says(body=PHOTO, cut=True), ""),
        (Says(body=b"\xff" * (2 * 1024 * 1024)), "more than"),
        (Says(body=_bomb()), ""),
        (Says(body=b""), "no picture"),
        (Says(body=PHOTO, hang=3.0), "no whole answer"),
        (Says(body=PHOTO[:2000], drip=0.01), "no whole answer"),
        (Says(status=500), "500"),
        (Says(status=401), "401"),
        (Says(status=302, headers={"Location": "http://169.254.1.1/x.jpg"}), "leads"),
    ],
)
def test_a_bad_day_costs_only_the_picture(house, server, answer, error):
    """The story stays public, the reason is kept, and it is tried again."""
    server.mood = lambda _asked: answer

    (done,) = fetch(house, server, max_megabytes=1, timeout=timedelta(seconds=1))

    assert done.error
    assert error in done.error
    assert not Picture.objects.exists()
    assert house.kinds() == ["story.published"]


def test_the_wires_secret_goes_to_its_server(house, server, monkeypatch):
    """And to no log, no reason, no row."""
    monkeypatch.setenv("ACME_PHOTOS", SECRET)
    (done,) = fetch(house, server, token_name="ACME_PHOTOS")

    assert done.state == "here"
    assert server.asked[0].headers["authorization"] == f"Bearer {SECRET}"
    assert SECRET not in repr(told(HARBOUR["uri"]).__dict__)


def test_a_pushs_token_is_shown_to_nobody(house, server, monkeypatch):
    """It is the agency's to show us."""
    monkeypatch.setenv("ACME_PUSH", SECRET)
    fetch(house, server, transport="push", token_name="ACME_PUSH")

    assert "authorization" not in server.asked[0].headers


def test_a_wire_that_is_asked_has_relative_addresses(house, server):
    """They start at its own address."""
    drop(story_with({**HARBOUR, "href": "/pictures/1.jpg"}))
    wire = WireSettings(
        name="acme", provider="acme", transport="pull", url=f"{server.host}/list"
    )
    (done,) = see_to_pictures(house, wire=wire)

    assert done.state == "here"
    assert server.asked[0].path == "/pictures/1.jpg"


def test_a_newer_file_takes_the_place_of_the_older(house, server):
    """The picture stays one; its renditions get addresses of their own."""
    fetch(house, server)
    picture = Picture.objects.get()
    server.mood = lambda _asked: says(jpeg((200, 20, 20)))
    drop(story_with(on_the_web(server), version=2, minutes=5))
    see_to_pictures(house, wire=web_wire(server), now=later(minutes=5))

    # The copy is newer, the picture's own item is not: nothing is fetched again.
    assert again(picture).original == picture.original


def test_a_file_beside_the_copy_in_a_folder_below(house, tmp_path):
    """Some agencies put them there."""
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "harbour.jpg").write_bytes(PHOTO)
    drop(story_with({**HARBOUR, "href": "photos/harbour.jpg"}))

    (done,) = see_to_pictures(house, wire=replace(FOLDER, folder=tmp_path))

    assert done.state == "here"


@pytest.mark.parametrize(
    "name",
    [
        "../secret.jpg",
        "a/../../secret.jpg",
        "/etc/hostname",
        "link.jpg",
        "linked/secret.jpg",
        "..\\secret.jpg",
        "nul\0.jpg",
        "",
        "folder",
        "pipe",
    ],
)
def test_no_name_leads_out_of_the_folder(tmp_path, name):
    """Not by dots, not by a link, not by what is no plain file."""
    import os  # noqa: PLC0415 - for the pipe

    inside, outside = tmp_path / "in", tmp_path
    (inside / "folder").mkdir(parents=True)
    (outside / "secret.jpg").write_bytes(PHOTO)
    (inside / "link.jpg").symlink_to(outside / "secret.jpg")
    (inside / "linked").symlink_to(outside)
    os.mkfifo(inside / "pipe")

    with pytest.raises((OSError, ValueError)):
        read_inside(inside, name, most=10**9)


def test_a_large_file_beside_the_copy_is_refused(tmp_path):
    """Before it is read."""
    (tmp_path / "a.jpg").write_bytes(b"x" * 11)

    with pytest.raises(PictureTooLargeError):
        read_inside(tmp_path, "a.jpg", most=10)
