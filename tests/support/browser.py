"""A real Chromium for journeys."""

import os
import shutil
from contextlib import contextmanager

import pytest
from playwright.sync_api import sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


def chromium_path():
    """Return where Chromium is; skip, or fail where everything is demanded."""
    path = shutil.which("chromium")
    if path is None:
        words = "no chromium on this machine: apt-get install chromium"
        if os.environ.get("DATELINE_TEST_ALL") == "1":
            pytest.fail(words)
        pytest.skip(words)
    return path


@contextmanager
def a_browser(**context):
    """Open a browser and yield a page; what it asks strangers for is refused.

    ``page.strangers`` lists the addresses outside this machine that were asked
    for, ``page.faults`` what scripts complained of.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=FLAGS
        )
        page = browser.new_context(**context).new_page()
        page.strangers, page.faults = [], []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.route("**/*", lambda route: _let_home(route, page))
        try:
            yield page
        finally:
            browser.close()


def _let_home(route, page):
    url = route.request.url
    if url.startswith(("http://127.0.0.1:", "data:", "blob:")):
        route.continue_()
        return
    page.strangers.append(url)
    route.abort()
