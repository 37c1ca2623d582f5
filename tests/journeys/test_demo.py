"""The demo as a stranger meets it: made, started, read, and seen to live."""

import json
import re
import time
import xml.etree.ElementTree as ET
from contextlib import closing

import pytest

from dateline.cli.demo.copy import KILLED, NAGATO, WITHDRAWN
from dateline.cli.demo.ids import demo_id
from dateline.cli.site_folder import load
from dateline.store import folder
from dateline.store.store import PAGES, Store
from support.running_site import (
    Reader,
    alive,
    dateline,
    free_ports,
    pids,
    running,
    until,
)

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(400)]

BROKEN = re.compile(r"-°C|\bNone\b|\bNaN\b|\bnull\b|\bundefined\b|\{\{|%\}")
SCRIPT = re.compile(r"<script.*?</script>|/assets/\S+", re.DOTALL)
EMBARGO = 25


class Demo:
    """A running demo."""

    def __init__(self, process, folder):
        said = json.loads(process.said)
        self.process = process
        self.folder = folder
        self.data = folder / "data"
        self.newsroom = said["newsroom"]
        self.name, self.password = said["name"], said["password"]
        self.reader = Reader(said["public"])
        self.begun = time.monotonic()


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """A small demo on ports of its own, its wires in a hurry."""
    home = tmp_path_factory.mktemp("demo")
    words = ["demo", home / "site", "--stories", 12, "--port", free_ports()]
    words += ["--pace", 1, "--embargo", EMBARGO, "--json"]
    with running(words, log=home / "log") as process:
        made = Demo(process, home / "site")
        with closing(made.reader):
            yield made


def item_from(demo, name):
    """Return the story that a wire item became: its id, once it is public."""

    def look():
        done = dateline("journal", "ls", "--limit", 400, "--json", site=demo.folder)
        entries = map(json.loads, done.stdout.splitlines())
        for entry in entries:
            if entry["kind"] == "story.published" and not entry["erased"]:
                shown = dateline("journal", "show", entry["seq"], site=demo.folder)
                if json.loads(shown.stdout)["content"]["headline"].startswith(name):
                    return entry["subject"]
        return None

    return until(look, seconds=60, what=name)


def test_home_shows_the_paper(demo):
    """Home has a lead, a date with its zone's day, sample weather, and no mess."""
    text = demo.reader.text("/")

    assert "The Banyan Post" in text
    assert "sample" in text
    assert len(demo.reader.stories_in("/")) >= 7
    assert not BROKEN.search(text)


@pytest.mark.parametrize(
    "path", ["/world/", "/sport/", "/city/new-delhi/", "/archive/"]
)
def test_fronts_are_there(demo, path):
    """Sections, cities and the archive answer, whole."""
    assert not BROKEN.search(demo.reader.text(path))


def test_the_story_of_nagato_is_whole(demo):
    """Dateline, agency, stamp and body are on the page; its short link leads there."""
    answer = demo.reader.get(f"/s/{demo_id(NAGATO)}")

    assert answer.status_code == 200
    assert str(answer.url).endswith(f"/world/2016/12/15/{NAGATO}-{demo_id(NAGATO)}/")
    assert "15 Dec 2016, 6.22 pm IST" in answer.text
    assert "Meridian News Agency" in answer.text
    assert re.search(r"Nagato", answer.text, re.IGNORECASE)
    assert not BROKEN.search(answer.text.replace("null", ""))


def test_feeds_are_feeds(demo):
    """RSS and Atom parse, the JSON Feed names its version."""
    rss = ET.fromstring(demo.reader.text("/feed.rss"))  # noqa: S314 - our own
    atom = ET.fromstring(demo.reader.text("/feed.atom"))  # noqa: S314 - as above
    feed = json.loads(demo.reader.text("/feed.json"))

    assert rss.findall("channel/item")
    assert atom.tag == "{http://www.w3.org/2005/Atom}feed"
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["items"]


def test_the_sitemap_leads_to_months(demo):
    """Robots name the index, the index names the months, a month names stories."""
    robots = demo.reader.text("/robots.txt")
    index = re.search(r"Sitemap: \S+?(/\S*index\S*|/sitemap\S*)", robots).group(1)
    months = re.findall(r"<loc>[^<]*?(/sitemaps/[^<]+)</loc>", demo.reader.text(index))

    assert any("2016-12" in month for month in months)
    assert demo_id(NAGATO) in demo.reader.text("/sitemaps/2016-12.xml")


def test_what_the_desk_took_back_is_gone(demo):
    """A withdrawn and a killed story answer 410, each with its notice."""
    withdrawn = demo.reader.get(f"/s/{demo_id(WITHDRAWN)}")
    killed = demo.reader.get(f"/s/{demo_id(KILLED)}")

    assert (withdrawn.status_code, killed.status_code) == (410, 410)
    assert "asked us to withdraw" in withdrawn.text
    assert "order of a court" in killed.text


def test_a_dropped_file_is_on_home_within_seconds(demo):
    """What a wire sends is on the site before one has reloaded twice."""
    until(
        lambda: "Lake states agree" in demo.reader.text("/world/"),
        seconds=40,
        what="the first item of the wire",
    )


def test_a_second_version_replaces_the_first(demo):
    """The updated story has one address and the newer headline."""
    until(
        lambda: "One line reopens" in demo.reader.text("/city/bhopal/"),
        seconds=60,
        what="the second version",
    )
    text = demo.reader.text("/city/bhopal/")

    assert text.count("One line reopens") >= 1
    assert "blocked after goods train derails" not in text


def test_an_embargo_lifts(demo):
    """Before its moment it is nowhere; then it is there by itself."""
    waited = time.monotonic() - demo.begun
    if waited < EMBARGO - 5:
        assert "Groundwater" not in demo.reader.text("/feed.json")
    until(
        lambda: "Groundwater is recovering" in demo.reader.text("/city/jaipur/"),
        seconds=90,
        what="the embargoed story",
    )
    log = dateline("journal", "ls", "--limit", 500, "--json", site=demo.folder)

    assert log.stdout


def test_an_agency_kill_takes_effect(demo):
    """What the agency kills answers 410 and is named nowhere."""

    def killed():
        done = dateline("journal", "ls", "--limit", 500, "--json", site=demo.folder)
        kills = [
            entry["subject"]
            for entry in map(json.loads, done.stdout.splitlines())
            if entry["kind"] == "story.killed"
        ]
        return [each for each in kills if each != demo_id(KILLED)]

    (story,) = until(killed, seconds=90, what="the agency's kill")
    until(lambda: demo.reader.get(f"/s/{story}").status_code == 410, seconds=10)

    for path in ("/", "/india/", "/city/patna/", "/feed.rss", "/feed.json"):
        assert "Kosi" not in demo.reader.text(path)


def test_the_desk_kills_with_a_receipt(demo):
    """`dateline kill` ends when nothing shows any more, and proves it line by line."""
    story = next(
        path.rstrip("/").rpartition("-")[2]
        for path in demo.reader.stories_in("/sport/")
    )
    reason = ["--reason", "A letter of 24 November"]

    done = dateline("kill", story, *reason, "--json", site=demo.folder)

    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(line["good"] for line in lines)
    assert {"journal content", "catalog", "page", "newsroom", "server"} <= {
        line["what"] for line in lines
    }
    assert demo.reader.get(f"/s/{story}").status_code == 410
    again = dateline("kill", story, *reason, "--json", site=demo.folder)
    assert again.returncode == 0


def test_the_desk_corrects_and_withdraws(demo):
    """The commands of the desk do what its buttons do."""
    path = demo.reader.stories_in("/business/")[-1]
    story = path.rstrip("/").rpartition("-")[2]

    dateline("correct", path, "--note", "The year was wrong.", site=demo.folder)
    corrected = demo.reader.text(path)
    dateline("withdraw", path, "--notice", "Gone for now.", site=demo.folder)

    assert "The year was wrong." in corrected
    assert "The year was wrong." not in demo.reader.text("/corrections/")
    assert demo.reader.get(f"/s/{story}").status_code == 410
    dateline("publish", story, site=demo.folder)
    assert demo.reader.get(path).status_code == 200


def test_pages_say_why(demo):
    """Any page can be explained, and any recent entry."""
    page = dateline("explain", "/world/", "--json", site=demo.folder)
    keys = {read["key"] for read in json.loads(page.stdout)["reads"]}
    head = json.loads(
        dateline("journal", "ls", "--limit", 1, "--json", site=demo.folder).stdout
    )["seq"]

    assert {"site", "front/section/world", "newest/en/section/world"} <= keys
    assert until(
        lambda: (
            dateline(
                "explain", "--entry", head, site=demo.folder, check=False
            ).returncode
            == 0
        ),
        seconds=10,
    )


def test_the_newsroom_lets_the_demo_person_in(demo):
    """The printed log-in opens the newsroom, and a wrong one does not."""
    with closing(Reader(demo.newsroom)) as newsroom:
        wrong, right, inside = _try_passwords(newsroom, demo)

    assert wrong.status_code == 200
    assert right.status_code == 302
    assert inside.status_code == 200


def _try_passwords(newsroom, demo):
    page = newsroom.text("/admin/login/")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page).group(1)
    form = {"csrfmiddlewaretoken": token, "username": demo.name, "next": "/admin/"}
    headers = {"Referer": f"{newsroom.url}/admin/login/"}

    wrong = newsroom.client.post(
        "/admin/login/", data={**form, "password": "guess"}, headers=headers
    )
    right = newsroom.client.post(
        "/admin/login/", data={**form, "password": demo.password}, headers=headers
    )
    return wrong, right, newsroom.get("/admin/")


def test_the_doctor_finds_nothing_wrong(demo):
    """A running demo is in good health."""
    done = dateline("doctor", "--json", site=demo.folder)

    checks = [json.loads(line) for line in done.stdout.splitlines()]
    assert not [check for check in checks if check["state"] == "fail"]
    assert any("ours" in check["said"] for check in checks)


def test_no_second_demo_runs_in_the_folder(demo):
    """Whoever starts it twice is told so."""
    done = dateline("demo", demo.folder, check=False)

    assert done.returncode == 1
    assert "runs already" in done.stderr


def test_the_journal_verifies(demo):
    """After all that the chain is whole."""
    done = dateline("journal", "verify", "--json", site=demo.folder)

    verdict = json.loads(done.stdout)
    assert verdict["findings"] == []
    assert verdict["erased"] >= 1


def test_a_backup_of_the_running_demo_is_good(demo, tmp_path):
    """It can be taken while everything runs, and restores to a whole journal."""
    dateline("backup", tmp_path / "b.tar.zst", site=demo.folder)
    done = dateline("restore", tmp_path / "b.tar.zst", tmp_path / "again", "--json")

    assert json.loads(done.stdout)["entries"] > 20


def test_no_page_holds_what_no_reader_should_see(demo):
    """No page of the whole site, slots filled, says -°C, None, NaN, null or {{."""
    settings = load(demo.folder)
    store = Store(folder.current(settings.store_path), readonly=True)
    with store.read() as tx:
        paths = [name.decode() for name, _ in tx.all(PAGES)]
    store.close()
    paths = [path for path in paths if not path.startswith("/assets/")]  # code
    read = 0
    for path in paths:
        answer = demo.reader.client.get(path)
        if answer.headers.get("content-type", "").startswith(("text/", "application/")):
            read += 1
            found = BROKEN.search(SCRIPT.sub("", answer.text))
            assert not found, f"{path}: {found.group()}"

    assert read > 200


def test_it_stops_cleanly(demo):
    """SIGTERM ends every part and leaves nobody behind."""
    parts = pids(demo.data)

    demo.process.terminate()
    code = demo.process.wait(60)

    assert code == 0
    assert not [name for name, pid in parts.items() if alive(pid)]


def test_it_starts_again_and_dies_whole(demo, tmp_path):
    """A second start keeps everything; kill -9 of its supervisor leaves nobody."""
    with running(["demo", demo.folder, "--json"], log=tmp_path / "log") as process:
        said = json.loads(process.said)
        with closing(Reader(said["public"])) as again:
            nagato = again.get(f"/s/{demo_id(NAGATO)}")
        parts = pids(demo.data)
        process.kill()
        process.wait()
        until(lambda: not any(map(alive, parts.values())), seconds=15, what="silence")

    assert nagato.status_code == 200
    assert said["password"] != demo.password
    assert {"newsroom", "desk", "press", "serve", "weather", "wires"} <= parts.keys()
