"""What [wires.NAME] may not say, and lengths of time."""

from datetime import timedelta

import pytest

from dateline.cli.duration import read_duration
from dateline.cli.site_folder import SettingsError, load, read

SITE = """\
[site]
name = "The Banyan Post"
url = "http://127.0.0.1:8000"
zone = "Asia/Kolkata"
[[sections]]
id = "world"
name = "World"
[secrets]
file = "secrets.toml"
[wires.acme]
"""
PULL = 'transport = "pull"\nurl = "https://wire.example/feed?format=g2"\n'


def test_a_wire_that_is_asked_has_its_settings(tmp_path):
    """Lengths of time are read, and what is left out has sensible defaults."""
    text = f'{SITE}{PULL}interval = "90s"\nidle_alarm = "2h"\nhosts = ["cdn.example"]\n'
    (tmp_path / "dateline.toml").write_text(text)

    settings = load(tmp_path)

    (wire,) = settings.wires
    assert (wire.interval, wire.timeout) == (timedelta(seconds=90), timedelta(0, 60))
    assert wire.idle_alarm == timedelta(hours=2)
    assert wire.hosts == ("cdn.example",)
    assert settings.secrets_path == tmp_path / "secrets.toml"


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        ('transport = "pull"', "no address"),
        ('transport = "pull"\nurl = "ftp://wire.example/"', "no address"),
        (PULL + 'interval = "soon"', "length of time"),
        (PULL + 'timeout = "0s"', "length of time"),
        (PULL + 'idle_alarm = "30"', "length of time"),
        (PULL + 'auth = "digest"', "show a secret"),
        (PULL + 'hosts = ["https://cdn.example"]', "no host"),
        (PULL + 'cursor = "a..b"', "leads nowhere"),
        (PULL + "max_megabytes = 0", "0 megabytes"),
        (PULL.replace("pull", "long-poll"), "no cursor"),
        ('transport = "push"', "no token"),
        ('transport = "carrier-pigeon"', "no transport"),
        ('folder = "x"\nzone = "Asia/Calcuta"', "time zone"),
    ],
)
def test_a_fault_is_said_with_its_remedy(lines, word):
    """Each with a line and what to write instead."""
    with pytest.raises(SettingsError, match=word) as refusal:
        read(f"{SITE}{lines}\n")

    assert refusal.value.hint


@pytest.mark.parametrize(
    "url",
    [
        "https://desk:s3cr3t@wire.example/feed",
        "https://wire.example/feed?apikey=s3cr3t",
        "https://wire.example/feed?format=g2&access_token=s3cr3t",
        "https://desk:s3cr3t@[wire.example/",
    ],
)
def test_a_secret_does_not_stand_in_an_address(url):
    """It is refused, with where it belongs, and not said again."""
    with pytest.raises(SettingsError, match="holds a secret") as refusal:
        read(f'{SITE}transport = "pull"\nurl = "{url}"\n')

    assert "token_name" in refusal.value.hint
    assert "s3cr3t" not in f"{refusal.value}{refusal.value.hint}"


@pytest.mark.parametrize("text", ["", "0m", "-5m", "5", "1.5h", "5 weeks", "m"])
def test_what_is_no_length_of_time(text):
    """None, for a check to say so."""
    assert read_duration(text) is None
