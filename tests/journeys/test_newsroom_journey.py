"""A working day at the desk in a real browser, with readers looking on.

One story from the first word to its kill, on a site that runs as anybody's
does: newsroom, desk, press and public server, each a process of its own.
"""

import io
import re
from contextlib import closing, suppress

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import expect

from support.browser import a_browser, chromium_path
from support.running_site import Reader, dateline, free_ports, running, until

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(400)]

HEADLINE = "Leaders meet at a hot spring in Nagato"
ALT = "White vapour over dark water between wooded hills"
PASSWORD = "a long pass phrase"  # noqa: S105 - of a site that lives for one test
PATIENCE = 60_000


class Desk:
    """An editor at the newsroom's screens."""

    def __init__(self, page, url):
        self.page = page
        self.url = url
        page.set_default_timeout(PATIENCE)

    def log_in(self):
        """Log in with name and password."""
        self.page.goto(f"{self.url}/admin/login/")
        self.page.fill("input[name=username]", "mira")
        self.page.fill("input[name=password]", PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.get_by_role("heading", name="newsroom").wait_for()

    def upload(self, content):
        """Upload a picture, set its point of interest with a click, and save."""
        page = self.page
        page.goto(f"{self.url}/admin/pictures/add/")
        file = {"name": "spring.jpg", "mimeType": "image/jpeg", "buffer": content}
        page.set_input_files("input[type=file]", file)
        page.get_by_role("button", name="Read the file").click()
        page.fill("#id_caption", "Steam rises over the baths at Nagato.")
        page.fill("#id_alt", ALT)
        page.fill("#id_credit", "Coastline Photo")
        frame = page.locator(".newsroom-focal__frame")
        box = frame.bounding_box()
        frame.click(position={"x": box["width"] / 4, "y": box["height"] / 5})
        focal = (page.input_value("#id_focal_x"), page.input_value("#id_focal_y"))
        page.get_by_role("button", name="Save").click()
        page.wait_for_url("**/pictures/edit/*/")
        return focal

    def write(self):
        """Write a new story, choose section, city and picture, and save the draft."""
        page = self.page
        page.goto(f"{self.url}/admin/stories/add/")
        # What stands in the form after two seconds is taken for what was there: who is
        # quicker has written nothing, as the screen sees it, and it saves nothing.
        page.wait_for_timeout(2_500)
        page.fill("#id_headline", HEADLINE)
        page.fill("#id_standfirst", "Two days of talks begin.")
        page.fill("#id_located", "NAGATO, Japan")
        page.fill("#id_byline", "Mira Sen")
        self._block("Paragraph")
        page.keyboard.type("The two leaders met in a town of hot springs.")
        self._block("Crosshead")
        page.locator("#body-1-value").fill("What was said")
        page.get_by_role("tab", name="Publication").click()
        page.select_option("#id_section", "world")
        page.get_by_label("Mumbai").check()
        page.get_by_role("tab", name="Pictures").click()
        page.get_by_role("button", name="Choose picture").click()
        page.locator("[data-chooser-modal-choice]").first.click()
        page.locator("#id_lead_picture-chooser").get_by_text(ALT).wait_for()
        # The screen saves by itself as one writes; two first saves would be two drafts.
        page.wait_for_url("**/stories/edit/*/")
        with page.expect_navigation(url="**/stories/edit/*/"):
            page.get_by_role("button", name="Save draft").click()
        return re.search(r"/edit/(\d+)/", page.url).group(1)

    def _block(self, kind):
        """Put a block at the end of the body; a menu that closed is opened again."""
        page = self.page
        there = page.locator("input[name^='body-'][name$='-type']")
        wanted = there.count() + 1
        for _ in range(3):
            page.locator("button[title='Insert a block']").last.click()
            page.get_by_role("option", name=kind).click()
            with suppress(AssertionError):
                expect(there).to_have_count(wanted, timeout=10_000)
                break
        if kind == "Paragraph":
            page.locator(".public-DraftEditor-content").last.click()

    def preview(self):
        """Open the preview panel and return what it shows."""
        self.page.get_by_role("button", name="Toggle preview").click()
        shown = self.page.frame_locator("iframe[title='Preview']").first
        shown.locator("h1").get_by_text(HEADLINE).wait_for()
        return shown

    def publish(self):
        """Press Wagtail's publish button."""
        self.page.locator("footer [data-w-dropdown-target=toggle]").click()
        self.page.get_by_role("button", name="Publish", exact=True).click()
        self.page.get_by_text("See it on the site").first.wait_for()

    def open(self, key):
        """Open a story."""
        self.page.goto(f"{self.url}/admin/stories/edit/{key}/")

    def on_a_telephone_at_night(self):
        """Look at the list; return the headline's width and its contrast."""
        page = self.page
        page.set_viewport_size({"width": 360, "height": 800})
        page.emulate_media(color_scheme="dark")
        page.goto(f"{self.url}/admin/fronts/home/")
        page.wait_for_timeout(500)  # colours fade in
        colours = "e => [getComputedStyle(e).color, getComputedStyle(document.body)"
        link = page.locator("main a[href^=http]").first
        contrast = contrast_of(*link.evaluate(f"{colours}.backgroundColor]"))
        page.goto(f"{self.url}/admin/stories/")
        width = page.locator("td.title").first.evaluate("cell => cell.clientWidth")
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 900})
        return width, contrast

    def deed(self, name):
        """Go to the screen of an action."""
        self.page.locator(".newsroom-deeds").get_by_role("link", name=name).click()

    def correct(self, key, headline, note):
        """Put a headline right, with a note for readers."""
        self.open(key)
        self.page.fill("#id_headline", headline)
        self.page.get_by_role("button", name="Save draft").click()
        self.page.get_by_text("updated.").first.wait_for()
        self.deed("Correct…")
        self.page.fill("#id_note", note)
        self.page.get_by_role("button", name="Publish the correction").click()
        self.page.get_by_text("The correction is published.").wait_for()

    def withdraw(self, key, notice):
        """Take the story down."""
        self.open(key)
        self.deed("Withdraw…")
        self.page.fill("#id_notice", notice)
        self.page.get_by_role("button", name="Withdraw the story").click()
        self.page.locator(".newsroom-badge--withdrawn").wait_for()

    def restore(self, key):
        """Put it back."""
        self.open(key)
        self.deed("Restore…")
        self.page.get_by_role("button", name="Publish it again").click()
        self.page.locator(".newsroom-badge--published").wait_for()

    def kill(self, key, public_id):
        """Kill it, and return the receipt's text."""
        self.open(key)
        self.deed("Kill…")
        self.page.fill("#id_reason", "A court ordered it.")
        self.page.fill("#id_confirm", public_id)
        self.page.get_by_role("button", name="Kill the story").click()
        receipt = self.page.locator(".newsroom-receipt")
        receipt.wait_for()
        return receipt.inner_text()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A new site, running, with one editor."""
    chromium_path()
    home = tmp_path_factory.mktemp("journey")
    folder, port = home / "site", free_ports()
    dateline("init", folder, "--name", "The Banyan Post", "--port", port)
    with running(["run", "--site", folder], log=home / "log"):
        words = ["user", "add", "mira", "--role", "editor", "--password-stdin"]
        dateline(*words, "--site", folder, stdin=f"{PASSWORD}\n")
        yield port


def a_photograph():
    """Return a picture that looks like one."""
    picture = Image.new("RGB", (1400, 900))
    draw = ImageDraw.Draw(picture)
    for line in range(900):
        draw.line(
            [(0, line), (1400, line)], fill=(220 - line // 8, 160, 90 + line // 9)
        )
    draw.ellipse([300, 120, 420, 240], fill=(255, 240, 200))
    out = io.BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()


def contrast_of(one, other):
    """Return the contrast of two CSS colours, 1 to 21 (WCAG 2.2, 1.4.3)."""

    def luminance(colour):
        parts = [int(number) / 255 for number in re.findall(r"\d+", colour)[:3]]
        linear = [
            p / 12.92 if p <= 0.04 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        ]
        return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def test_a_working_day(site):
    """Write, preview, publish, correct, withdraw, restore, kill: readers see each."""
    reader = Reader(f"http://127.0.0.1:{site}")
    window = a_browser(viewport={"width": 1280, "height": 900})
    with closing(reader.client), window as page:
        desk = Desk(page, f"http://127.0.0.1:{site + 1}")
        desk.log_in()
        focal = desk.upload(a_photograph())
        assert [round(int(number), -1) for number in focal] == [250, 200]

        key = desk.write()
        preview = desk.preview()
        assert "not published" in preview.locator(".draft-mark").inner_text()
        assert preview.locator(f"img[alt='{ALT}']").evaluate("i => i.naturalWidth") > 0
        assert reader.stories_in("/") == []

        width, contrast = desk.on_a_telephone_at_night()
        assert width > 180
        assert contrast >= 4.5
        desk.open(key)

        desk.publish()
        (path,) = until(lambda: reader.stories_in("/"), what="the story on home")
        the_day_goes_on(desk, reader, key, path)
        assert page.strangers == []
        assert page.faults == []


def the_day_goes_on(desk, reader, key, path):
    """Have the rest of the story's life happen, with a reader looking on."""
    text = reader.text(path)
    for words in (HEADLINE, "Two days of talks begin.", "What was said", ALT):
        assert words in text
    for place in ("/world/", "/city/mumbai/", "/feed.rss", "/world/feed.rss"):
        assert HEADLINE in reader.text(place)
    media = re.search(r'src="(/media/[^"]+)"', text).group(1)
    assert reader.get(media).headers["content-type"] == "image/jpeg"

    note = "They met near the spring, not at it."
    desk.correct(key, "Leaders meet near a hot spring in Nagato", note)
    until(lambda: note in reader.text(path), what="the note")
    assert note in reader.text("/corrections/")
    assert "Leaders meet near" in reader.text("/")

    desk.withdraw(key, "We are checking a claim.")
    gone = until(lambda: _if(reader.get(path), 410), what="the notice")
    assert "We are checking a claim." in gone.text
    assert reader.stories_in("/world/") == []

    desk.restore(key)
    until(lambda: _if(reader.get(path), 200), what="the story again")

    public_id = re.search(r"-([a-z0-9]+)/$", path).group(1)
    receipt = desk.kill(key, public_id)
    assert "Receipt of the kill" in receipt
    assert path in receipt
    until(lambda: _if(reader.get(path), 410), what="the end")
    assert "hot spring" not in reader.text("/")
    assert "hot spring" not in reader.text("/feed.rss")
    assert reader.get(media).status_code == 410


def _if(answer, status):
    return answer if answer.status_code == status else None
