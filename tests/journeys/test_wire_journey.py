"""A morning on the wire in a real browser: the list stands open, and news come.

A whole site runs; an agency drops files into its folder.
"""

import json
import re
from contextlib import closing
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe

from support.browser import a_browser, chromium_path
from support.running_site import dateline, free_ports, running, until

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(400)]

PASSWORD = "a long pass phrase"  # noqa: S105 - of a site that lives for one test
PATIENCE = 30_000
BEGUN = datetime.now(UTC).replace(microsecond=0)
WIRE = """
[wires.acme]
provider = "acme"
folder = "wires/acme"
zone = "UTC"
section = "world"
"""


class Agency:
    """An agency that drops ninjs files into a folder of the site."""

    def __init__(self, folder):
        self.folder = folder
        self.sent = 0

    def send(self, name, headline, **fields):
        """Send a version of an item."""
        self.sent += 1
        moment = BEGUN + timedelta(seconds=self.sent)
        document = {
            "uri": f"urn:acme:{name}",
            "type": "text",
            "language": "en",
            "version": str(self.sent),
            "versioncreated": moment.isoformat(),
            "headline": headline,
            "slugline": name.upper(),
            "body_xhtml": f"<p>What there is to say of {name}.</p>",
            **fields,
        }
        part = self.folder / f".{self.sent}.part"
        part.write_text(json.dumps(document))
        part.rename(self.folder / f"{self.sent:03}.json")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A running site with one wire and two editors: its newsroom, and the agency."""
    chromium_path()
    home = tmp_path_factory.mktemp("wire")
    folder, port = home / "site", free_ports()
    dateline("init", folder, "--name", "The Banyan Post", "--port", port)
    with (folder / "dateline.toml").open("a") as file:
        file.write(WIRE)
    (folder / "wires/acme").mkdir(parents=True, exist_ok=True)
    with running(["run", "--site", folder], log=home / "log"):
        for name in ("mira", "ravi"):
            words = ["user", "add", name, "--role", "editor", "--password-stdin"]
            dateline(*words, "--site", folder, stdin=f"{PASSWORD}\n")
        yield f"http://127.0.0.1:{port + 1}", Agency(folder / "wires/acme")


def log_in(page, url, name="mira"):
    """Log in and open the wire."""
    page.set_default_timeout(PATIENCE)
    page.goto(f"{url}/admin/login/")
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="newsroom").wait_for()
    page.goto(f"{url}/admin/wire/")


def a_colleague(url):
    """Return a second editor's browser without a window, logged in."""
    client = httpx.Client(
        base_url=url, timeout=30, trust_env=False, follow_redirects=True
    )
    _post(client, "/admin/login/", username="ravi", password=PASSWORD)
    return client


def _post(client, path, **fields):
    page = client.get(path if "login" in path else "/admin/wire/").text
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page).group(1)
    data = {"csrfmiddlewaretoken": token, **fields}
    return client.post(path, data=data, headers={"Referer": str(client.base_url)})


def headlines(page):
    """Return the headlines of the list as it stands."""
    return page.locator("[data-rows] [data-open]").all_inner_texts()


def row(page, headline):
    """Return the row of a headline."""
    return page.locator("[data-rows] > li").filter(has_text=headline)


def faults_of(page):
    """Return what axe finds in the wire list: rule and place."""
    found = Axe().run(page, context=".newsroom-wire").response["violations"]
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found]


def test_a_morning_on_the_wire(site):
    """News wait behind a bar, a kill does not; keys take, leave and choose."""
    url, agency = site
    for number in range(24):
        agency.send(f"item-{number:02}", f"News number {number:02}")
    window = a_browser(viewport={"width": 1280, "height": 700})
    with window as page, closing(a_colleague(url)) as ravi:
        log_in(page, url)
        until(lambda: _reloaded(page) == 24, what="24 items")
        page.locator("[data-live]").get_by_text("live").wait_for()

        news_wait_behind_a_bar(page, agency)
        a_kill_does_not_wait(page, agency)
        keys_do_it_all(page)
        a_second_taker_is_told(page, ravi)
        marks_and_zone(page, agency)
        it_can_be_read_by_everybody(page)
        assert page.strangers == []
        assert page.faults == []


def _reloaded(page):
    page.reload()
    return page.locator("[data-rows] > li").count()


def news_wait_behind_a_bar(page, agency):
    """Nothing moves until somebody asks; then the newest is first, a family once."""
    reading = row(page, "News number 06")
    reading.scroll_into_view_if_needed()
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(300)
    place, scrolled = reading.bounding_box()["y"], page.evaluate("scrollY")
    agency.send("late-1", "Late news one")
    agency.send("item-06", "News number 06, second lead")

    page.locator("[data-new]").get_by_text("2 new").wait_for()
    assert page.title().startswith("(2) ")
    assert (reading.bounding_box()["y"], page.evaluate("scrollY")) == (place, scrolled)
    assert len(headlines(page)) == 24

    page.keyboard.press("n")
    row(page, "News number 06, second lead").wait_for()
    newest = headlines(page)[:2]
    assert set(newest) == {"News number 06, second lead", "Late news one"}
    assert len(headlines(page)) == 25
    family = row(page, "News number 06, second lead")
    family.locator("summary").click()
    assert family.locator("details a").all_inner_texts()[1:] == ["News number 06"]
    assert page.locator("[data-new]").is_hidden()


def a_kill_does_not_wait(page, agency):
    """It is marked where it stands, in words, and said aloud."""
    agency.send("item-20", "", pubstatus="canceled")

    said = page.locator("[data-said]").get_by_text("Killed: do not use")
    said.wait_for()
    killed = page.locator("[data-family$='item-20']")
    assert "KILLED: DO NOT USE" in killed.inner_text()
    assert "News number 20" not in page.locator("[data-rows]").inner_text()
    assert page.locator("[data-new]").is_hidden()


def keys_do_it_all(page):
    """Choose, see the copy, take, leave, put on the taster, search, help."""
    page.reload()
    for key in "jjjk":  # the first is the killed one
        page.keyboard.press(key)
    chosen = page.locator("[aria-current=true][data-key]")
    headline = chosen.locator("[data-open]").inner_text()
    assert headline == headlines(page)[1]
    page.locator("[data-preview]").get_by_text("What there is to say of").wait_for()

    page.keyboard.press("t")
    chosen.get_by_text("yours").wait_for()
    page.keyboard.press("s")
    chosen.locator("[name=taster][aria-pressed=true]").wait_for()
    page.keyboard.press("j")
    page.keyboard.press("x")
    chosen.get_by_text("left by mira").wait_for()

    page.keyboard.press("?")
    page.get_by_role("heading", name="Keys of the wire").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("to say item-11")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=to*")
    assert headlines(page) == ["News number 11"]
    page.get_by_role("link", name="Clear").click()
    page.get_by_role("link", name="Taster").click()
    page.wait_for_url("**tab=taster")
    assert headlines(page) == [headline]
    page.get_by_role("link", name="All", exact=True).click()


def a_second_taker_is_told(page, ravi):
    """A colleague's taking is seen live; whoever comes second hears who was first."""
    wanted = row(page, "News number 15")
    key = wanted.get_attribute("data-key")
    _post(ravi, "/admin/wire/do/", take=key)

    wanted.get_by_text("taken by ravi").wait_for()
    assert wanted.locator("[name=take]").count() == 0
    wanted.click(position={"x": 5, "y": 5})
    page.keyboard.press("t")
    page.locator("[data-said]").get_by_text("ravi has it since").wait_for()


def marks_and_zone(page, agency):
    """An embargo says until when in the reader's zone, and counts down."""
    until_then = datetime.now(UTC) + timedelta(hours=2)
    agency.send("rates", "Bank leaves rate", embargoed=until_then.isoformat())
    page.locator("[data-new]").wait_for()
    page.keyboard.press(".")
    marked = row(page, "Bank leaves rate")
    marked.get_by_text(re.compile(r"Embargo until .+")).wait_for()
    assert re.search(r"ends in (2 h 0|1 h 5\d) min", marked.inner_text())

    page.select_option("[data-zone]", "UTC")
    # The choice is kept by a POST, and only then is the page made again: wait
    # for what it must say, not for a load that may still be the old one.
    in_utc = row(page, "Bank leaves").get_by_text(re.compile(r"Embargo until .+ UTC"))
    in_utc.wait_for()


def it_can_be_read_by_everybody(page):
    """By axe, light and dark, wide and on a telephone; nothing sticks out."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 800})
            page.reload()
            page.locator("[data-rows] > li").first.wait_for()
            page.wait_for_timeout(400)  # colours fade in
            assert faults_of(page) == []
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width


def test_without_a_script_it_is_a_plain_list(site):
    """Links, forms and buttons do the same."""
    url, agency = site
    agency.send("plain", "Plain and simple")
    with a_browser(java_script_enabled=False) as page:
        page.set_default_timeout(PATIENCE)
        page.goto(f"{url}/admin/login/")
        page.fill("input[name=username]", "ravi")
        page.fill("input[name=password]", PASSWORD)
        page.locator("form [type=submit]").click()
        until(
            lambda: page.goto(f"{url}/admin/wire/?q=plain") and headlines(page),
            what="the item",
        )
        page.locator("[name=taster]").first.click()
        page.locator("[name=taster]").first.get_by_text("★").wait_for()
        page.locator("[name=take]").first.click()
        page.wait_for_url("**/admin/stories/edit/**")
        page.goto(f"{url}/admin/wire/")
        page.select_option("[name=zone]", "UTC")
        page.locator("[data-scriptless]").click()
        page.locator("[name=zone] option[value=UTC][selected]").wait_for(
            state="attached"
        )


def test_rules_are_put_in_order_by_hand(site):
    """Dragged to its place a rule is asked there; let go outside it stays."""
    url, _ = site
    with a_browser(viewport={"width": 1280, "height": 700}) as page:
        log_in(page, url)
        for name in ("First rule", "Second rule", "Third rule"):
            page.goto(f"{url}/admin/routing/add/")
            page.fill("input[name=name]", name)
            page.fill("input[name=desk]", "Night")
            page.locator("button[name=save]").click()
            page.wait_for_url(lambda address: "/add/" not in address)
        page.goto(f"{url}/admin/routing/")

        def drag(name, target):
            rule = page.locator("[data-rule]").filter(has_text=name)
            rule.locator("td").first.drag_to(target, target_position={"x": 8, "y": 4})

        drag("Third rule", page.locator("[data-rule]").filter(has_text="First rule"))

        page.get_by_text("Third rule: asked at place 1.").wait_for()
        wanted = ["Third rule", "First rule", "Second rule"]
        assert page.locator("[data-rule] th a").all_inner_texts() == wanted
        drag("First rule", page.locator("p.newsroom-note"))
        assert page.locator("[data-rule] th a").all_inner_texts() == wanted
        page.get_by_label("Up: Second rule").click()
        page.get_by_text("Second rule: asked at place 2.").wait_for()
        assert page.faults == []
