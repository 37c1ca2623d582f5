"""Lists at the foot of a story leave the story itself out."""

import pytest

from dateline.serve.join import inflated
from dateline.serve.own_story import text_of, without_story
from dateline.serve.slots import SlotValues
from dateline.store.record import encode_record
from dateline.store.store import PAGES, Store
from support.copy import a_site, a_story, later
from support.press_house import published, site_set
from support.public_desk import Desk
from support.public_paper import page

ITEM = '<li class="line"><a href="/world/2016/12/15/a-{0}/">{0}</a></li>\n'
LIST = (
    "<section><ol>" + ITEM.format("x7k2mb") + ITEM.format("x7k2mc") + "</ol></section>"
)


def said(pieces):
    """Return what pieces say."""
    return inflated(pieces).decode() if pieces else ""


def test_one_item_goes_and_the_rest_stays():
    """The one whose address ends in the id."""
    assert said(without_story(LIST, "x7k2mb")) == LIST.replace(
        ITEM.format("x7k2mb"), ""
    )


def test_a_list_of_nothing_else_closes_up():
    """A heading over no story would be a promise broken."""
    alone = LIST.replace(ITEM.format("x7k2mc"), "")

    assert without_story(alone, "x7k2mb") == ()
    assert text_of(()) == ""


@pytest.fixture
def filled(tmp_path):
    """Return what a page with three slots says, filled for a story."""
    store = Store(tmp_path / "store", durable=False)
    with store.write() as tx:
        for name in ("more/world", "about/japan", "ticker"):
            record = page(LIST, tag=f"tag {name}", cache="slot")
            tx.put(PAGES, f"/_slot/{name}".encode(), encode_record(record))
    record = page("[", "more/world", "|", "about/japan", "|", "ticker", "]")

    def fill(own):
        with store.read() as tx:
            pieces, digest = SlotValues().fill(tx, record, "", own=own)
            return said(tuple(pieces)), digest

    yield fill
    store.close()


def test_only_lists_at_the_foot_leave_it_out(filled):
    """The ticker stays as it is; the hash is that of the values themselves."""
    text, digest = filled("x7k2mb")
    others, same = filled("")

    more, about, ticker = text.strip("[]").split("|")
    assert "x7k2mb" not in more + about
    assert "x7k2mc" in more
    assert ticker == LIST
    assert others == f"[{LIST}|{LIST}|{LIST}]"
    assert digest == same


def test_the_press_makes_lists_of_this_form(tmp_path):
    """One item each, and no list within an item."""
    desk = Desk(tmp_path)
    desk.do(site_set(a_site()))
    desk.do(
        published(a_story("x7k2mb")),
        published(a_story("x7k2mc", first_published=later(minutes=1))),
    )
    text = desk.page("/_slot/more/world").text
    desk.store.close()

    rest = said(without_story(text, "x7k2mb"))

    assert text.count("<li") == 2
    assert rest.count("<li") == rest.count("</li>") == 1
    assert "x7k2mb" not in rest
    assert "x7k2mc" in rest
