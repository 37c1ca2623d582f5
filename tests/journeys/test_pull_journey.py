"""From an agency's server to a reader: a site that pulls, as anybody runs it."""

import json
from contextlib import closing

import pytest

from support.agency import TOKEN, agency, item, says
from support.running_site import Reader, dateline, free_ports, running, until
from support.weather_services import Says

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(400)]


@pytest.fixture
def server():
    """Return an agency's server that lists two items and wants its token."""

    def mood(_service, asked):
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return Says(status=401)
        if asked.path == "/list":
            return says({"items": ["/2.json", "/1.json"]}, ETag='"1"')
        return says(item(int(asked.path[1]), language="en"))

    yield from agency(mood)


def test_what_an_agencys_server_lists_is_read_on_the_site(server, tmp_path):
    """Two items on the front, the wire well, its token in no line of the log."""
    site = tmp_path / "site"
    port = free_ports()
    dateline("init", site, "--name", "The Banyan Post", "--port", port)
    secrets = site / "secrets.toml"
    secrets.touch(mode=0o600)
    secrets.write_text(f'ACME = "{TOKEN}"\n')
    file = site / "dateline.toml"
    file.write_text(
        file.read_text()
        + f'\n[secrets]\nfile = "secrets.toml"\n[wires.acme]\ntransport = "pull"\n'
        f'url = "{server.host}/list"\nlists = true\ninterval = "1s"\n'
        'zone = "Asia/Kolkata"\ntoken_name = "ACME"\nidle_alarm = "1h"\n'
        'publish = true\nsection = "world"\n'
    )
    with (
        running(["--site", site, "run"], log=tmp_path / "log"),
        closing(Reader(f"http://127.0.0.1:{port}")) as reader,
    ):
        front = until(
            lambda: (
                [p for p in reader.stories_in("/world/") if "harbour-news" in p]
                and reader.stories_in("/world/")
            ),
            seconds=120,
            what="the agency's copy",
        )
        until(lambda: len(reader.stories_in("/world/")) == 2, seconds=60)
        assert "The ferry number" in reader.text(front[0])
        (wire,) = map(
            json.loads, dateline("wires", "--json", site=site).stdout.splitlines()
        )
        checked = dateline("doctor", "--ask", "--json", site=site, check=False).stdout

    assert (wire["state"], wire["items"], wire["errors"]) == ("well", 2, 0)
    assert wire["lag"] > 0
    assert "127.0.0.1 answered 200" in checked
    said = (tmp_path / "log").read_text() + checked
    assert TOKEN not in said
