"""A story on paper, as Chromium prints it."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dateline.catalog.apply import apply
from dateline.catalog.view import Shelf, View
from dateline.pages.assets import assets
from dateline.pages.make import make
from dateline.store.store import Store
from support.browser import a_browser
from support.copy import a_site, a_story, paragraph
from support.press_house import MemoryJournal, published, site_set

pytestmark = pytest.mark.journey

STORY = "/world/2016/12/15/leaders-meet-x7k2mb/"
FAR = "https://ministry.example/papers/1956"


@pytest.fixture
def printer(tmp_path):
    """Serve a story and the style sheet; return the story's address."""
    store = Store(tmp_path / "store", durable=False)
    body = (paragraph(f'The paper is <a href="{FAR}">public</a>.'),)
    journal = MemoryJournal()
    with store.write() as tx:
        for entry in journal.append(site_set(a_site()), published(a_story(body=body))):
            apply(tx, entry)
        page = make(STORY, View(Shelf(tx=tx)))
    store.close()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            kind, content = assets().content.get(self.path, ("text/html", b""))
            content = content or page.text.encode()
            self.send_response(200)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_said):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}{STORY}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_story_reads_well_on_paper(printer):
    """Its words, its address and where its links lead; nothing to click."""
    with a_browser(viewport={"width": 794, "height": 1123}) as page:
        page.goto(printer)
        page.locator("article h1").wait_for(state="visible")
        assert not page.locator(".printed").is_visible()

        page.emulate_media(media="print")

        assert page.locator(".printed").inner_text() == f"http://banyan.example{STORY}"
        target = page.locator(".copy a").first.evaluate(
            "link => getComputedStyle(link, '::after').content"
        )
        assert FAR in target or "attr(href)" in target
        for gone in (".strip", ".sections", ".share", ".ticker", ".editions", ".skip"):
            for found in page.locator(gone).all():
                assert not found.is_visible(), gone
        for kept in ("article h1", ".copy", ".dateline", ".stamp", ".masthead .name"):
            assert page.locator(kept).first.is_visible(), kept
        width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert width <= 0
        assert page.pdf(format="A4").startswith(b"%PDF-")
        assert page.strangers == []
