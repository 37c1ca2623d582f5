"""Each kind of page in a browser: usable by everybody, nothing sticks out."""

import pytest
from tools.judges.look import (
    NARROW,
    WIDE,
    a_browser,
    a_page,
    sticking_out,
    too_small,
    violations,
)

from support.browser import chromium_path

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(1200)]


@pytest.fixture(scope="module")
def browser():
    """One Chromium for all pages."""
    with a_browser(chromium_path()) as found:
        yield found


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_axe_finds_nothing(browser, demo, kinds, width):
    """On each kind of page, light and dark."""
    found = {}
    with a_page(browser, viewport={"width": width, "height": 800}) as page:
        for path in kinds:
            page.goto(demo.url + path)
            found[path] = violations(page)

    assert {path: said for path, said in found.items() if said} == {}


def test_no_letter_is_too_small_and_no_link_of_the_strip(browser, demo, kinds):
    """15 px and 36 px, on a telephone; other targets are axe's."""
    found = {}
    with a_page(browser, viewport={"width": NARROW, "height": 800}) as page:
        for path in kinds:
            page.goto(demo.url + path)
            found[path] = too_small(page)

    assert {path: said for path, said in found.items() if said} == {}


def test_nothing_sticks_out(browser, demo, kinds):
    """At four widths, as it is, and with text at 200 % and WCAG's text spacing."""
    found = {}
    with a_page(browser) as page:
        for path in kinds:
            page.goto(demo.url + path)
            found[path] = sticking_out(page)

    assert {path: said for path, said in found.items() if said} == {}


def test_faults_would_be_seen(browser):
    """All judges are awake."""
    with a_page(browser) as page:
        page.set_content(
            "<main><img src=a.jpg><p style='width:2000px'>x</p>"
            "<ul class=strip style='font:14px/1 serif'>"
            "<li><a href=/a>a</a><li><a href=/b>b</a></ul></main>"
        )

        found = violations(page)
        assert any("image-alt" in each for each in found)
        assert any("target-size" in each for each in found)
        assert sorted(each.partition(" px")[2][:5] for each in too_small(page)) == [
            " high",
            " high",
            ": a",
            ": b",
        ]
        assert len(sticking_out(page)) == 8
