"""What the desk can do from the command line, in a real newsroom."""

import json
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from dateline.cli.demo.schedule import COASTLINE
from dateline.cli.demo.wire_form import WireCopy
from dateline.cli.new_site import NewSite, make_site
from dateline.cli.run_site import environment
from dateline.cli.site_folder import load
from support.running_site import dateline as typed

pytestmark = pytest.mark.slow

WIRE = """\
[wires.coastline]
folder = "wires/coastline"
agency = "Coastline Wire"
credit = "Coastline"
publish = true
"""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """Make a site with its tables, to be copied."""
    settings = make_site(
        tmp_path_factory.mktemp("prepared") / "site",
        NewSite(name="The Banyan Post", wires=WIRE),
    )
    subprocess.run(
        [sys.executable, "-m", "dateline.cli.process", "prepare"],
        env=environment(settings),
        check=True,
        capture_output=True,
    )
    return settings


@pytest.fixture
def paper(prepared, tmp_path):
    """Make a site of its own for a test."""
    return load(shutil.copytree(prepared.root, tmp_path / "site"))


def item(folder, name="one", *, version=1, **fields):
    """Write a file of Coastline's."""
    copy = WireCopy(
        uri=f"urn:newsml:coastline.example:{name}",
        version=version,
        moment=datetime(2026, 11, 24, 9, version, tzinfo=UTC),
        **{
            "headline": "Ferry runs again",
            "place": "Patna, India",
            "section": "India",
            "paragraphs": ("The ferry runs again.",),
            "agency": COASTLINE.agency,
            "credit": COASTLINE.credit,
            **fields,
        },
    )
    path = folder / f"{name}-{version}.json"
    path.write_bytes(COASTLINE.form(copy))
    return path


def jsons(done):
    """Return what a command printed, a JSON object a line."""
    return [json.loads(line) for line in done.stdout.splitlines()]


def taken(paper, *files):
    """Ingest files; return what became of each item."""
    done = typed("ingest", *files, "--json", site=paper.root)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_file_is_taken_in_once(paper, tmp_path):
    """A trusted wire's item is published; the same file again changes nothing."""
    path = item(tmp_path)

    (first, second) = taken(paper, path, path)

    assert (first["action"], first["state"]) == ("take", "published")
    assert first["entries"]
    assert second["action"] == "ignore"
    assert second["story"] == first["story"]
    assert second["entries"] == []


def test_a_bad_file_does_not_stop_the_good_ones(paper, tmp_path):
    """The bad one is an error with a hint, and the exit code is 1."""
    bad = tmp_path / "bad.json"
    bad.write_text('{"no": "uri"}')

    done = typed("ingest", bad, item(tmp_path), site=paper.root, check=False)

    assert done.returncode == 1
    assert "bad.json" in done.stderr
    assert "Hint:" in done.stderr
    assert "published" in done.stdout


def test_a_wire_must_be_clear(paper, tmp_path):
    """An unknown wire is an error that names those there are."""
    done = typed(
        "ingest", item(tmp_path), "--source", "afp", site=paper.root, check=False
    )

    assert done.returncode == 1
    assert "coastline" in done.stderr


def test_from_publication_to_receipt(paper, tmp_path):
    """Take in, withdraw, publish again, correct, kill: each says what it did."""
    (first,) = taken(paper, item(tmp_path))
    story = first["story"]

    withdrawn = typed("withdraw", story, "--notice", "Later.", site=paper.root)
    again = typed("withdraw", story, site=paper.root, check=False)
    published = typed("publish", f"/s/{story}", "--json", site=paper.root)
    noteless = typed("correct", story, site=paper.root, check=False)
    corrected = typed("correct", story, "--note", "It was Patna.", site=paper.root)
    killed = typed("kill", story, "--reason", "An order", site=paper.root)

    assert "entry" in withdrawn.stdout
    assert "when the press runs" in withdrawn.stderr
    assert again.returncode == 1
    assert "is not published" in again.stderr
    assert json.loads(published.stdout)["story"] == story
    assert noteless.returncode == 1
    assert "Hint:" in noteless.stderr
    assert corrected.returncode == 0
    assert "nothing shows" in killed.stdout
    assert re.search(r"journal content +gone", killed.stdout)
    assert re.search(r"store file +gone", killed.stdout)
    assert not re.search(r"^fail", killed.stdout, re.MULTILINE)


def test_a_kill_needs_a_reason_and_a_story(paper):
    """Nothing is killed by a slip of the pen."""
    reasonless = typed("kill", "x7k2mb", site=paper.root, check=False)
    nameless = typed("kill", "x7k2mb", "--reason", "x", site=paper.root, check=False)

    assert reasonless.returncode == 2
    assert nameless.returncode == 1
    assert "there is no story 'x7k2mb'" in nameless.stderr


def test_people_get_a_log_in(paper):
    """A made-up password is printed once; a given one is not."""
    made = typed("user", "add", "meera", "--role", "editor", site=paper.root)
    given = typed(
        "user",
        "add",
        "arjun",
        "--password-stdin",
        site=paper.root,
        stdin="a long and quiet river\n",
    )
    twice = typed("user", "add", "meera", site=paper.root, check=False)
    weak = typed(
        "user",
        "add",
        "z",
        "--password-stdin",
        site=paper.root,
        stdin="1\n",
        check=False,
    )

    assert re.search(r"meera: editor, password \S{12,}", made.stdout)
    assert "river" not in given.stdout
    assert twice.returncode == 1
    assert "is taken" in twice.stderr
    assert weak.returncode == 1
    assert "Hint:" in weak.stderr


def test_parse_prints_a_line_an_item(paper, tmp_path):
    """Nothing is stored; a bad file is a line too, and the exit code is 1."""
    bad = tmp_path / "bad.json"
    bad.write_text("{")

    done = typed(
        "parse",
        item(tmp_path),
        bad,
        tmp_path / "none.xml",
        "--source",
        "coastline",
        site=paper.root,
        check=False,
    )

    good, wrong, absent = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1
    assert good["headline"] == "Ferry runs again"
    assert good["provider"] == "coastline"
    assert set(wrong) == {"file", "error", "hint"}
    assert absent["file"].endswith("none.xml")


def test_the_doctor_says_what_is_wrong(paper):
    """A damaged journal and a missing folder fail, each with a remedy."""
    healthy = typed("doctor", "--json", site=paper.root)
    shutil.rmtree(paper.media_path)
    sick = typed("doctor", "--json", site=paper.root, check=False)

    states = {
        c["name"]: c["state"] for c in map(json.loads, healthy.stdout.splitlines())
    }
    checks = {c["name"]: c for c in map(json.loads, sick.stdout.splitlines())}
    assert states["database"] == states["journal"] == "ok"
    assert sick.returncode == 1
    assert checks["media"]["state"] == "fail"
    assert "mkdir" in checks["media"]["remedy"]


def test_wires_shows_each_source(paper):
    """Its last item, rate, lag and state; exit code 1 if one is silent."""
    file = item(paper.root)
    typed("ingest", file, "--source", "coastline", site=paper.root)

    (found,) = jsons(typed("wires", "--json", site=paper.root))
    table = typed("wires", site=paper.root)

    assert found["name"] == "coastline"
    assert found["state"] == "well"
    assert found["last_item"]
    assert "coastline" in table.stdout
    assert "well" in table.stdout


def test_the_doctor_looks_at_each_wire(paper):
    """At its secret, who can read it, its zone, and with --ask at its server."""
    secrets = paper.root / "secrets.toml"
    secrets.write_text('ACME = "s3cr3t"\n')
    secrets.chmod(0o644)
    file = paper.root / "dateline.toml"
    file.write_text(
        file.read_text()
        + '[secrets]\nfile = "secrets.toml"\n[wires.acme]\ntransport = "pull"\n'
        + 'url = "http://127.0.0.1:9/feed"\ntoken_name = "ACME"\n'
    )

    def acme(*words):
        done = typed("doctor", "--json", *words, site=paper.root, check=False)
        assert "s3cr3t" not in done.stdout + done.stderr
        return [each for each in jsons(done) if each["name"] == "wire acme"]

    assert any("chmod 600" in each["remedy"] for each in acme())
    secrets.chmod(0o600)
    said = " ".join(each["said"] for each in acme())
    assert "its secret ACME is set" in said
    assert "no zone" in said
    asked = acme("--ask")
    assert any("no whole answer" in e["said"] for e in asked if e["state"] == "fail")
