"""Blocks of figures in a real browser: on the narrowest screen, and right to left."""

import pytest

from dateline.news.block import Block, BlockKind, ChartForm, check_body
from support.browser import a_browser
from support.copy import a_story
from support.press_house import published

ROOT = "http://127.0.0.1:9/"
ROWS = (
    ("Month", "Came in", "Went out"),
    ("Oct", "12,60,000", "-3"),
    ("Nov", "", "\N{MINUS SIGN}4.5"),
)
MOMENTS = (("2016-12-15", "They arrive", "Late."), ("Noon", "", "They eat."))
BODY = (
    Block(kind=BlockKind.FACTS, title="In brief", items=("One spring", "Two baths")),
    Block(kind=BlockKind.QUOTE, text="The water was warm.", attribution="The host"),
    Block(kind=BlockKind.TIMELINE, title="One evening", rows=MOMENTS),
    Block(kind=BlockKind.TABLE, title="Guests", rows=ROWS),
    *(
        Block(
            kind=BlockKind.CHART, form=form, title=f"As {form}", text="So.", rows=ROWS
        )
        for form in ChartForm
    ),
)
WIDEST_ZOOM = "html { font-size: 200% !important; }"


@pytest.fixture
def look(empty_paper):
    """Return how to open a story with all blocks in a language, 320 pixels wide."""
    check_body(BODY)
    with a_browser(viewport={"width": 320, "height": 640}) as page:

        def answer(route):
            path = "/" + route.request.url.removeprefix(ROOT)
            found = empty_paper.page(path)
            if found is None:
                route.fulfill(status=404, body="")
                return
            route.fulfill(
                status=found.status, content_type=found.content_type, body=found.text
            )

        def opened(language):
            empty_paper.publish(published(a_story(language=language, body=BODY)))
            page.goto(f"{ROOT}world/2016/12/15/leaders-meet-x7k2mb/")
            return page

        page.route(f"{ROOT}**", answer)
        yield opened


@pytest.mark.parametrize("language", ["en", "hi", "ur"])
def test_nothing_scrolls_sideways(look, language):
    """Neither as it is nor with letters twice as large."""
    page = look(language)
    wide = "document.documentElement.scrollWidth"

    assert page.evaluate(wide) == 320
    page.add_style_tag(content=WIDEST_ZOOM)
    assert page.evaluate(wide) == 320
    assert page.evaluate(
        "[...document.querySelectorAll('.table')].every(t => t.scrollWidth <= 320)"
    )


def test_a_table_that_reflows_is_a_table_still(look):
    """To a screen reader: rows with their heads, and cells that say their column."""
    page = look("en")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    said = [
        (node["role"]["value"], " ".join(node["name"]["value"].split()))
        for node in tree["nodes"]
        if "name" in node and not node["ignored"]
    ]
    roles = {"table", "rowheader", "columnheader", "cell"}

    assert sorted(each for each in said if each[0] in roles) == sorted(
        [
            ("table", "Guests"),
            *(("columnheader", name) for name in ROWS[0]),
            ("rowheader", "Oct"),
            ("rowheader", "Nov"),
            ("cell", "Came in 12,60,000"),
            ("cell", "Went out \N{MINUS SIGN}3"),
            ("cell", "Went out \N{MINUS SIGN}4.5"),
        ]
    )


LETTERS = """() => [...document.querySelectorAll('.drawing')].map(box => {
  const words = [...box.querySelectorAll('text')].map(word => {
    const {left, right} = word.getBoundingClientRect();
    const {y} = word.getStartPositionOfChar(0);
    return {left, right, y, size: getComputedStyle(word).fontSize};
  });
  const svg = box.querySelector('svg').getBoundingClientRect();
  const bars = [...box.querySelectorAll('rect')].map(r => r.getBoundingClientRect());
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1;
  const over = (a, b) => meet(a, b) && Math.abs(a.y - b.y) < parseFloat(a.size);
  const base = w => svg.top + w.y;
  const on = (w, bar) => meet(w, bar)
    && base(w) > bar.top && base(w) - parseFloat(w.size) / 2 < bar.bottom;
  const out = w => w.left < svg.left - 2 || w.right > svg.right + 2;
  return {
    sizes: [...new Set(words.map(w => w.size))],
    over: words.filter((w, n) => words.slice(n + 1).some(v => over(w, v))).length,
    on: words.filter(w => bars.some(bar => on(w, bar))).length,
    out: words.filter(out).length,
    pushed: box.scrollWidth > box.clientWidth,
    cut: box.scrollHeight > box.clientHeight,
  };
})"""


@pytest.mark.parametrize("language", ["en", "hi", "ur"])
def test_a_chart_s_letters_are_as_large_as_the_reader_wants(look, language):
    """Twice as large, none over another or cut off: the drawing makes room for them.

    It is pushed sideways in its own box then, by keys too; as it comes it is not.
    """
    page = look(language)
    fits = {"over": 0, "on": 0, "out": 0, "cut": False}
    assert page.evaluate(LETTERS) == [{**fits, "sizes": ["15px"], "pushed": False}] * 3

    page.add_style_tag(content=WIDEST_ZOOM)

    assert page.evaluate(LETTERS) == [{**fits, "sizes": ["30px"], "pushed": True}] * 3
    page.locator(".drawing").first.focus()
    page.keyboard.press("ArrowLeft" if language == "ur" else "ArrowRight")
    page.wait_for_function("document.querySelector('.drawing').scrollLeft !== 0")


MINUS_BEFORE = """() => {
  const before = [];
  const walk = document.createTreeWalker(document.querySelector('.copy'), 4);
  for (const d of document.querySelectorAll('details')) d.open = true;
  while (walk.nextNode()) {
    const node = walk.currentNode, text = node.data;
    const at = text.indexOf('\\u2212');
    const shown = node.parentElement.closest('table, text');
    if (at < 0 || !shown) continue;
    const box = (from) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + 1);
      return range.getBoundingClientRect().left;
    };
    const svg = node.parentElement.closest('text');
    before.push(svg
      ? svg.getStartPositionOfChar(at).x < svg.getStartPositionOfChar(at + 1).x
      : box(at) < box(at + 1));
  }
  return before;
}"""


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_minus_stands_before_its_figure(look, language):
    """On a page from right to left too, in tables and in drawings."""
    before = look(language).evaluate(MINUS_BEFORE)

    assert len(before) > 10
    assert all(before)


def test_a_figure_that_is_missing_is_said_in_the_table_too(look):
    """Under each chart; an empty cell of a table takes no line."""
    page = look("en")

    assert page.locator("details td.none").all_text_contents() == ["no figure"] * 3
    assert not page.locator("td:empty").first.is_visible()
