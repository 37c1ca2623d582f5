"""The editor of a front in a real browser: keys, preview, no script, everybody."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from dateline.news.front import Shape
from dateline.newsroom.roles import EDITOR
from support.copy import later
from support.newsroom_copy import a_person, published
from support.newsroom_screen import at_a_screen
from support.pressed_paper import pressed

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(300)]

PATIENCE = 60_000
WIDE = {"width": 1440, "height": 900}
PHONE, DESKTOP = "phone width", "desktop width"


@pytest.fixture
def three(house):
    """Three published stories that readers have, and an editor."""
    stories = [
        published(headline=f"Story {number}", now=later(hours=number))
        for number in (1, 2, 3)
    ]
    pressed(house)
    return stories


def preview(page, width=PHONE):
    """Return the preview at a width."""
    return page.frame_locator(f'iframe[title="Preview at {width}"]')


def press_key(page, label, key="Enter"):
    """Press a button as somebody without a mouse does."""
    page.get_by_role("button", name=label, exact=True).focus()
    page.keyboard.press(key)


def test_a_front_is_arranged_without_a_mouse_and_followed_by_its_preview(house, three):
    """Place, relate, label, give a headline, publish; both widths show each step."""
    with at_a_screen(a_person(EDITOR), viewport=WIDE) as (page, address):
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}/admin/fronts/home/")
        preview(page).locator(".lead h3", has_text="Story 3").wait_for()

        press_key(page, "Place first: Story 1")
        preview(page).locator(".lead h3", has_text="Story 1").wait_for()
        preview(page, DESKTOP).locator(".lead h3", has_text="Story 1").wait_for()

        press_key(page, "Make related: Story 2")
        preview(page).locator(".related", has_text="Story 2").wait_for()

        page.locator("[data-places] > li summary").focus()
        page.keyboard.press("Enter")
        page.get_by_label("Label", exact=True).fill("Breaking")
        preview(page).locator(".lead .mark-breaking").wait_for()
        page.get_by_label("Headline on this front").fill("One at last")
        preview(page).locator(".lead h3", has_text="One at last").wait_for()
        page.get_by_label("Shape").select_option("text")
        assert "front.arranged" not in house.kinds()

        press_key(page, "Publish the arrangement")
        page.get_by_text("the arrangement is published").wait_for()
        assert page.faults == []
        assert page.strangers == []

    front = house.said()[-1][1]
    told = front.treatment(three[0].public_id)
    assert (told.shape, told.label, told.headline) == (
        Shape.TEXT,
        "breaking",
        "One at last",
    )
    assert told.related == (three[1].public_id,)


def test_rows_move_up_and_down_and_the_preview_follows(house, three):
    """In the page itself, without asking; focus stays on the button."""
    with at_a_screen(a_person(EDITOR), viewport=WIDE) as (page, address):
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}/admin/fronts/home/")
        for number in (1, 2):
            press_key(page, f"Place last: Story {number}")
            page.locator("[data-places] > li", has_text=f"Story {number}").wait_for()

        press_key(page, "Up: Story 2")

        preview(page).locator(".lead h3", has_text="Story 2").wait_for()
        focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
        assert focused == "Up: Story 2"
        page.get_by_label("Phone, 360").check()
        page.locator(".newsroom-screen--desktop").wait_for(state="hidden")
        assert page.faults == []


def test_a_place_is_dragged_to_another(house, three):
    """Below the last with the mouse; said, shown in the preview, and published so."""
    with at_a_screen(a_person(EDITOR), viewport=WIDE) as (page, address):
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}/admin/fronts/home/")
        for number in (1, 2, 3):
            press_key(page, f"Place last: Story {number}")
            page.locator("[data-places] > li", has_text=f"Story {number}").wait_for()
        preview(page).locator(".lead h3", has_text="Story 1").wait_for()

        first, last = (
            page.locator("[data-places] > li", has_text=f"Story {n}") for n in (1, 3)
        )
        box = last.bounding_box()
        below = {"x": box["width"] / 2, "y": box["height"] - 4}
        first.drag_to(last, source_position={"x": 12, "y": 12}, target_position=below)

        preview(page).locator(".lead h3", has_text="Story 2").wait_for()
        said = page.locator("[data-said]")
        assert "Story 1" in said.inner_text()
        assert "place 3 of 3" in said.inner_text()
        press_key(page, "Publish the arrangement")
        page.get_by_text("the arrangement is published").wait_for()
        assert page.faults == []

    one, two, three_ = (story.public_id for story in three)
    assert house.said()[-1][1].places == (two, three_, one)


def test_without_a_script_the_same_form_does_it(house, three):
    """Each button sends the form; the preview comes back with it."""
    window = {"viewport": WIDE, "java_script_enabled": False}
    with at_a_screen(a_person(EDITOR), **window) as (page, address):
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}/admin/fronts/home/")
        press_key(page, "Place first: Story 2")
        page.locator("[data-places] > li", has_text="Story 2").wait_for()
        preview(page).locator(".lead h3", has_text="Story 2").wait_for()

        press_key(page, "Publish the arrangement")
        page.get_by_text("the arrangement is published").wait_for()

    assert house.said()[-1][1].places == (three[1].public_id,)


def test_everybody_can_use_it(house, three):
    """By axe, light and dark, wide and on a telephone; nothing sticks out."""
    with at_a_screen(a_person(EDITOR), viewport=WIDE) as (page, address):
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}/admin/fronts/home/")
        press_key(page, "Place first: Story 1")
        page.locator("[data-places] > li", has_text="Story 1").wait_for()
        press_key(page, "Publish the arrangement")
        page.get_by_text("the arrangement is published").wait_for()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for width in (1280, 360):
                page.set_viewport_size({"width": width, "height": 800})
                page.reload()
                preview(page).locator(".lead h3", has_text="Story 1").wait_for()
                for details in page.locator(".newsroom-front details").all():
                    details.evaluate("how => { how.open = true }")
                assert faults_of(page) == []
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= width


def faults_of(page):
    """Return what axe finds in the editor, the previews aside: rule and place."""
    where = {"include": [[".newsroom-front"]], "exclude": [["iframe"]]}
    found = Axe().run(page, context=where).response["violations"]
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found]
