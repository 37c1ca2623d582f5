"""Lists at the foot of a story leave out the story itself, and offer each once."""

import pytest

from dateline.serve.foot_lists import foot_list, ids_in, related_in, without
from dateline.serve.join import inflated, piece_of
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


def rest_of(text, *ids):
    """Return what a list says without stories."""
    return said(without(foot_list((piece_of(text.encode()),)), set(ids)))


def test_one_item_goes_and_the_rest_stays():
    """The one whose address ends in the id; a list without it is left alone."""
    assert rest_of(LIST, "x7k2mb") == LIST.replace(ITEM.format("x7k2mb"), "")
    assert rest_of(LIST, "zzzzzz") == LIST


def test_a_list_of_nothing_else_closes_up():
    """A heading over no story would be a promise broken."""
    alone = LIST.replace(ITEM.format("x7k2mc"), "")

    assert rest_of(alone, "x7k2mb") == ""
    assert foot_list(()).text == ""


def test_what_the_desk_named_as_related_is_found():
    """And only that: a link in the copy is no offer."""
    copy = '<p><a href="/world/2016/12/15/a-x7k2md/">as told</a></p>'
    related = f'<section class="list see-also" aria-labelledby="related">{LIST}'

    assert related_in(piece_of(copy.encode())) == frozenset()
    assert related_in(piece_of((copy + related).encode())) == {"x7k2mb", "x7k2mc"}


@pytest.fixture
def filled(tmp_path):
    """Return what a page with four slots says, filled for a story."""
    store = Store(tmp_path / "store", durable=False)
    fragments = {
        "about/japan": LIST,
        "more/world": LIST + ITEM.format("x7k2md"),
        "more/india": LIST,
        "ticker": LIST,
    }
    with store.write() as tx:
        for name, text in fragments.items():
            record = page(text, tag=f"tag {name}", cache="slot")
            tx.put(PAGES, f"/_slot/{name}".encode(), encode_record(record))

    def fill(own, above="["):
        parts = [part for name in fragments for part in ("|", name)]
        record = page(above, *parts[1:], "]")
        with store.read() as tx:
            pieces, digest = SlotValues().fill(tx, record, "", own=own)
            return said(tuple(pieces)), digest

    yield fill
    store.close()


def test_each_story_is_offered_once_and_itself_never(filled):
    """The ticker stays as it is; the hash is that of the values themselves."""
    text, digest = filled("x7k2mb")
    others, same = filled("")

    about, more, last, ticker = text.strip("[]").split("|")
    assert ids_in(about) == {"x7k2mc"}
    assert ids_in(more) == {"x7k2md"}
    assert last == ""
    assert ticker == LIST
    assert others == f"[{LIST}|{LIST}{ITEM.format('x7k2md')}|{LIST}|{LIST}]"
    assert digest == same


def test_what_is_related_is_not_offered_again(filled):
    """The desk's choice stands above, so the lists go on from there."""
    related = '<section class="list see-also"><a href="/world/2016/12/15/a-x7k2mc/">'

    text, _ = filled("x7k2mb", related)

    about, more, _, _ = text.removeprefix(related).split("|")
    assert about == ""
    assert ids_in(more) == {"x7k2md"}


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

    rest = rest_of(text, "x7k2mb")

    assert text.count("<li") == 2
    assert rest.count("<li") == rest.count("</li>") == 1
    assert "x7k2mb" not in rest
    assert "x7k2mc" in rest
