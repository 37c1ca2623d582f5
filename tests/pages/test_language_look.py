"""Pages in Hindi and Urdu as a browser shows them: faces, direction, room."""

import brotli
import pytest
from axe_playwright_python.sync_playwright import Axe

from dateline.pages.assets import assets
from support.copy import a_picture, a_site, a_story, paragraph
from support.desk_in_browser import SITE, desk_in_browser
from support.press_house import picture_published, published, site_set
from support.public_desk import Desk
from support.running_site import until

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

HINDI = "/world/2016/12/15/pahli-barish-hndbcd/"
URDU = "/world/2016/12/15/pehli-barish-vrdbcd/"
PAGES = (HINDI, URDU, "/hi/", "/hi/world/", "/")
LEAST = 65_000
"""Bytes that a Hindi story may weigh without its picture."""

_SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const shift of list.getEntries()) sum += shift.value;
  }).observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(
    () => done(sum), 0)));
})"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A paper with a Hindi edition, a Hindi story and one in Urdu."""
    found = Desk(tmp_path_factory.mktemp("desk"))
    words = "मानसून की पहली बारिश से किसानों के चेहरे खिले। खेतों में धान की रोपाई शुरू हुई। " * 8
    urdu = (
        "مون سون کی پہلی بارش سے کسانوں کے چہرے کھل اٹھے، IMD کے مطابق 12 ملی میٹر۔ "
        * 8
    )
    found.do(site_set(a_site(languages=("hi",))), picture_published(a_picture()))
    found.do(
        published(a_story()),
        published(
            a_story(
                "hndbcd",
                language="hi",
                slug="pahli-barish",
                headline="मानसून की पहली बारिश से 120 गाँवों में किसानों के चेहरे खिले",
                standfirst="कृषि विभाग का कहना है कि रोपाई समय पर पूरी होगी।",
                located=("पटना, बिहार",),
                credit="एमएनए",
                lead_picture="spring",
                body=(paragraph(words),) * 4,
                version_of="x7k2mb",
            )
        ),
        published(
            a_story(
                "vrdbcd",
                language="ur",
                slug="pehli-barish",
                headline="مون سون کی پہلی بارش سے کسانوں کے چہرے کھل اٹھے",
                standfirst="محکمہ زراعت کا کہنا ہے کہ بوائی وقت پر مکمل ہوگی۔",
                body=(paragraph(urdu),) * 4,
            )
        ),
    )
    yield found
    found.store.close()


@pytest.fixture(scope="module")
def page(desk):
    """A browser that is given the desk's pages."""
    with desk_in_browser(desk) as window:
        yield window


def show(page, path):
    """Show a page, with its faces arrived."""
    page.goto(SITE + path)
    page.locator("h1").first.wait_for()
    page.evaluate("document.fonts.ready.then(() => 0)")


def box(page, selector):
    """Return where the first of some elements stands."""
    return page.locator(selector).first.bounding_box()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_sticks_out(page, path):
    """At every width, and with letters twice as large."""
    for scale, widths in ((100, (320, 360, 768, 1280)), (200, (360, 1280))):
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            show(page, path)
            page.evaluate(f"document.documentElement.style.fontSize = '{scale}%'")
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, (width, scale)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(page, path, scheme):
    """By axe, wide and on a telephone."""
    page.emulate_media(color_scheme=scheme)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        show(page, path)
        found = Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []
    page.emulate_media(color_scheme=None)


def test_urdu_runs_from_right_to_left(page):
    """Computed, not only written: copy, the dateline's rule, the words beside it."""
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        show(page, URDU)
        for selector in ("body", "h1", ".copy p", ".strip", ".foot"):
            element = page.locator(selector).first
            ways = element.evaluate(
                "e => [getComputedStyle(e).direction, getComputedStyle(e).textAlign]"
            )
            assert ways in (["rtl", "start"], ["rtl", "right"]), selector

        copy, rule = box(page, ".copy"), _rule(page)
        assert rule["right"] == pytest.approx(copy["x"] + copy["width"], abs=1)
        assert rule["left"] > copy["x"] + copy["width"] / 2
        assert rule["color"] == page.evaluate(
            "getComputedStyle(document.querySelector('.masthead .diamond')"
            ").backgroundColor"
        )


def test_urdu_has_the_height_it_needs_wherever_it_stands(page):
    """Copy, stamps, lists, links of the frame: no line is lower than twice its letters.

    The name of the paper is in Latin letters.
    """
    show(page, URDU)
    low = page.evaluate(
        """() => [...document.querySelectorAll("body :lang(ur)")]
          .filter(e => /[\u0600-\u06ff]/.test([...e.childNodes].filter(
            n => n.nodeType === 3).map(n => n.data).join("")))
          .filter(e => parseFloat(getComputedStyle(e).lineHeight)
            < 1.99 * parseFloat(getComputedStyle(e).fontSize))
          .map(e => e.outerHTML.slice(0, 80))"""
    )

    assert page.locator("article p:lang(ur)").count() > 5
    assert low == []


def _rule(page):
    """Return where the rule above the dateline begins and ends, and its colour.

    A pseudo-element has no box to ask for: a block in its place has the same.
    """
    return page.locator(".dateline").evaluate(
        """line => {
          const style = getComputedStyle(line, "::before");
          const block = document.createElement("span");
          block.style.display = style.display;
          block.style.width = style.width;
          line.prepend(block);
          const {left, right} = block.getBoundingClientRect();
          block.remove();
          return {left, right, color: style.backgroundColor};
        }"""
    )


def test_names_of_another_script_stand_apart_in_urdu(page):
    """Each is isolated, and the credit stands after the place: on its left."""
    page.set_viewport_size({"width": 1280, "height": 800})
    show(page, URDU)
    for selector in (".dateline .place", ".dateline .credit", ".agency bdi"):
        found = page.locator(selector).first
        isolated = found.evaluate("e => getComputedStyle(e).unicodeBidi")
        assert isolated == "isolate", selector
    place, credit = box(page, ".dateline .place"), box(page, ".dateline .credit")
    assert credit["x"] + credit["width"] <= place["x"]


def test_a_hindi_page_fetches_the_faces_it_shows_and_no_other(page):
    """Devanagari, and the few Latin letters that stand between its words."""
    for path in (HINDI, "/hi/", "/hi/world/"):
        page.asked.clear()
        show(page, path)
        faces = [asked for asked in page.asked if asked.endswith(".woff2")]
        assert sorted(faces) == sorted([assets().devanagari, assets().few]), path


def test_a_headline_in_hindi_costs_other_pages_no_face(page):
    """On a page in English the reader's own letters show it, as bold and as high."""
    page.asked.clear()
    show(page, "/city/mumbai/")
    headline = page.locator(".teaser:lang(hi) h3").first

    assert headline.bounding_box()["height"] > 20
    faces = [asked for asked in page.asked if asked.endswith(".woff2")]
    assert faces == [assets().font]


def test_a_hindi_story_keeps_its_budget(desk):
    """Page, style sheet, faces and icon, as they travel, without the picture."""
    found = assets()
    packed = (
        desk.page(HINDI).text.encode(),
        *(found.content[a][1] for a in (found.style, found.icon)),
    )
    faces = (found.content[a][1] for a in (found.devanagari, found.few))

    assert sum(len(brotli.compress(text)) for text in packed) + sum(
        map(len, faces)
    ) <= (LEAST)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", [HINDI, "/hi/"])
def test_nothing_moves_when_the_faces_arrive(page, path, width):
    """The stand-ins are as wide and as high: layout shift at most 0.002."""
    held = []
    page.route(
        f"{SITE}/assets/*.woff2",
        lambda route: held.append(route),  # noqa: PLW0108 - a builtin is no handler
    )
    try:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(SITE + path, wait_until="commit")
        page.locator(".foot").wait_for()
        page.evaluate(_SHIFTS)
        before = box(page, "main")
        until(lambda: page.evaluate("0") == 0 and len(held) == 2)
        for route in held:
            route.fallback()
        page.evaluate("document.fonts.ready.then(() => 0)")
        assert page.evaluate(
            "document.fonts.check('600 20px \"Eczar and Devanagari\"')"
        )

        assert page.evaluate(_SHIFTS) <= 0.002
        assert box(page, "main")["y"] == pytest.approx(before["y"], abs=1)
    finally:
        page.unroute(f"{SITE}/assets/*.woff2")


@pytest.mark.parametrize("path", [*PAGES, "/world/2016/12/15/leaders-meet-x7k2mb/"])
def test_without_fonts_it_is_read_as_well(page, path):
    """The faces never come: words stand there at once, and nothing sticks out."""
    refused = []
    page.route(
        "**/*.woff2", lambda route: refused.append(route.request.url) or route.abort()
    )
    try:
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            show(page, path)
            assert refused
            assert box(page, "h1")["height"] > 20
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width
    finally:
        page.unroute("**/*.woff2")
