"""The page of a story as a browser shows it, in each of its states."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from dateline.news.picture import Rendition
from dateline.news.site import TopicKind
from dateline.news.story import Correction
from support.copy import a_picture, a_site, a_story, a_topic, later, paragraph
from support.desk_in_browser import SITE, desk_in_browser
from support.press_house import picture_published, published, site_set, topic_set
from support.public_desk import Desk

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

WORDS = "Leaders of the island states agreed on one form for every ferry. " * 12
LONG = ("Islands agree on one form for ferries, fishing boats and mail " * 3)[:140]
TALL = a_picture(
    "tall",
    caption="A tower.",
    alt="A stone tower under clouds",
    width=800,
    height=1200,
    renditions=(
        Rendition(
            path="/media/tall-480.jpg", mime="image/jpeg", width=480, height=720, size=9
        ),
    ),
)
STATES = {
    "plain": {"lead_picture": "spring"},
    "no-picture": {},
    "portrait": {"lead_picture": "tall"},
    "long": {"headline": LONG.strip(), "topics": ("japan", "abe", "un")},
    "corrected": {
        "corrections": (Correction(moment=later(hours=2), note="It was 1956."),),
        "updated": later(hours=2),
        "byline": ("Asha Rao", "Imran Khan"),
        "related": ("x7k2mb",),
    },
}
IDS = dict(zip(STATES, ("x7k2mb", "x7k2mc", "x7k2md", "x7k2mf", "x7k2mg"), strict=True))


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A paper with one story in each state."""
    found = Desk(tmp_path_factory.mktemp("desk"))
    kinds = {"abe": TopicKind.PERSON, "un": TopicKind.ORGANISATION}
    found.do(
        site_set(a_site()),
        topic_set(a_topic()),
        *(topic_set(a_topic(name, kind=kind)) for name, kind in kinds.items()),
        picture_published(a_picture()),
        picture_published(TALL),
    )
    body = (paragraph(WORDS), paragraph(WORDS), paragraph(WORDS))
    found.do(
        *(
            published(a_story(IDS[name], slug=name, **{"body": body, **fields}))
            for name, fields in STATES.items()
        )
    )
    yield found
    found.store.close()


@pytest.fixture(scope="module")
def page(desk):
    """A browser that is given the desk's pages, with their slots filled."""
    with desk_in_browser(desk) as window:
        yield window


def show(page, name):
    """Show the story of a state."""
    path = f"/world/2016/12/15/{name}-{IDS[name]}/" if name in IDS else name
    page.goto(SITE + path)
    page.locator("h1").wait_for()


@pytest.mark.parametrize("name", [*STATES, f"/changes/{IDS['corrected']}/"])
def test_nothing_sticks_out(page, name):
    """At every width, and with letters twice as large."""
    for scale, widths in ((100, (320, 360, 768, 1280)), (200, (360, 1280))):
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            show(page, name)
            page.evaluate(f"document.documentElement.style.fontSize = '{scale}%'")
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, (width, scale)


@pytest.mark.parametrize(
    "name", ["plain", "corrected", f"/changes/{IDS['corrected']}/"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(page, name, scheme):
    """By axe, wide and on a telephone."""
    page.emulate_media(color_scheme=scheme)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        show(page, name)
        found = Axe().run(page, context="main").response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []
    page.emulate_media(color_scheme=None)


def test_its_parts_stand_in_their_order(page):
    """Section to share links, as the design has them, one below the other."""
    page.set_viewport_size({"width": 1280, "height": 800})
    show(page, "corrected")
    parts = (
        ".kicker",
        "h1",
        ".standfirst",
        ".byline",
        ".agency",
        ".credits .stamp",
        ".age",
        ".dateline",
        ".copy p:not(.dateline)",
        ".corrections",
        ".share",
        ".see-also",
        ".more .list",
    )
    tops = [page.locator(f"main {part}").first.bounding_box()["y"] for part in parts]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)


def test_a_portrait_picture_does_not_fill_the_page(page):
    """It is narrower than a landscape, and both stand before the copy."""
    page.set_viewport_size({"width": 1280, "height": 800})
    show(page, "plain")
    wide = page.locator("figure.lead img").bounding_box()
    show(page, "portrait")
    tall = page.locator("figure.lead img").bounding_box()

    assert tall["width"] <= 480 < wide["width"]
    assert page.locator("figure.lead.tall").count() == 1


def test_on_paper_only_the_story_is_printed(page):
    """No ways to share and no lists; the correction is."""
    show(page, "corrected")
    page.emulate_media(media="print")
    for part in (".share", ".more", ".see-also", ".sections"):
        assert not page.locator(part).first.is_visible(), part
    for part in (".copy", ".corrections", ".byline"):
        assert page.locator(part).first.is_visible(), part
    page.emulate_media(media="screen")


def test_without_a_style_sheet_it_reads_in_order(page):
    """Headline, who and when, copy, correction: the order of the markup is right."""
    show(page, "corrected")
    page.evaluate(
        "document.querySelectorAll('link[rel=stylesheet]').forEach("
        "link => link.remove())"
    )
    text = page.locator("main").inner_text()
    marks = ("Leaders meet", "By Asha Rao", "Published", "3 years old", "Correction")
    places = [text.index(mark) for mark in marks]

    assert places == sorted(places)
