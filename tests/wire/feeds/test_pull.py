"""HTTP pull and long poll: good days, and where they go on."""

import json

import pytest

from dateline.wire.errors import RefusedError
from dateline.wire.feeds.ask_rules import Place
from support.agency import TOKEN, item, raw_item, says
from support.weather_services import Says

RSS = """<rss version="2.0"><channel><title>Acme</title>{}</channel></rss>"""


def rss(*paths):
    """Write a feed of links, the newest first."""
    items = "".join(
        f"<item><title>x</title><link>{path}</link></item>" for path in paths
    )
    return RSS.format(items).encode()


def paths(server):
    """Return the paths the server was asked for."""
    return [asked.path for asked in server.asked]


def test_the_answer_is_handed_on(server, asking):
    """Whole, kept in the archive, with who we are and the token shown."""
    server.mood = lambda _: says(raw_item())
    acme = asking()

    assert acme.visit() == [raw_item()]

    (asked,) = server.asked
    assert asked.headers["authorization"] == f"Bearer {TOKEN}"
    assert asked.headers["user-agent"].startswith("Dateline/")
    assert acme.memory.heards == 1
    assert acme.wait == 5 * 60 * 1.1


@pytest.mark.parametrize(
    ("auth", "header", "query"),
    [
        ("basic", {"authorization": "Basic dDBrZW4vb2YrYWNtZSZjbw=="}, {}),
        ("header:x-api-key", {"x-api-key": TOKEN}, {}),
        ("query:apikey", {}, {"apikey": TOKEN, "kept": "1"}),
    ],
)
def test_the_secret_is_shown_as_the_agency_wants_it(
    server, asking, auth, header, query
):
    """In a header of its choice or in the address, what is there stays."""
    server.mood = lambda _: says(raw_item())

    asking("/feed?kept=1", auth=auth).visit()

    (asked,) = server.asked
    assert header.items() <= asked.headers.items()
    assert query.items() <= asked.query.items()


def test_what_has_not_changed_is_not_sent_again(server, asking):
    """ETag and Last-Modified go back as they came, after a restart too."""
    when = "Thu, 15 Dec 2016 12:00:00 GMT"

    def mood(asked):
        if asked.headers.get("if-none-match") == '"1"':
            return Says(status=304)
        return says(raw_item(), ETag='"1"', Last_Modified=when)

    server.mood = mood
    acme = asking()

    assert [len(acme.visit()), len(acme.visit())] == [1, 0]

    assert server.asked[1].headers["if-modified-since"] == when
    assert acme.memory.heards == 2
    assert acme.memory.errors == []


def test_what_was_not_taken_in_is_asked_for_again(server, asking):
    """The validators are remembered only when every document was dealt with."""
    server.mood = lambda _: says(raw_item(), ETag='"1"')
    acme = asking()

    acme.visit(take=lambda _: None)

    assert acme.memory.place.etag == ""
    assert "not taken in" in acme.memory.errors[0]
    assert len(acme.visit()) == 1
    assert acme.memory.place.etag == '"1"'


def test_listed_items_are_fetched_once_the_oldest_first(server, asking):
    """Each as a document; the next time only what is new, after a restart too."""
    feeds = [rss("/2.json", "/1.json"), rss("/3.json", "/2.json", "/1.json")]

    def mood(asked):
        if asked.path == "/feed":
            return says(feeds[0])
        return says(raw_item(int(asked.path[1])))

    server.mood = mood
    acme = asking(lists=True)

    assert acme.visit() == [raw_item(1), raw_item(2)]
    feeds.pop(0)
    assert acme.visit() == [raw_item(3)]
    assert paths(server) == ["/feed", "/1.json", "/2.json", "/feed", "/3.json"]


def test_a_listed_item_that_is_gone_does_not_block_the_others(server, asking):
    """It is noted once and not asked for again."""

    def mood(asked):
        if asked.path == "/feed":
            return says(rss("/2.json", "/gone.json"))
        return says(raw_item(2)) if asked.path == "/2.json" else Says(status=404)

    server.mood = mood
    acme = asking(lists=True)

    assert acme.visit() == [raw_item(2)]
    assert acme.visit() == []
    assert paths(server).count("/gone.json") == 1
    assert len(acme.memory.errors) == 1


def test_a_listed_item_that_fails_is_fetched_with_the_next_visit(server, asking):
    """And only it; the list's validators wait until then."""
    ill = ["/1.json"]

    def mood(asked):
        if asked.path == "/feed":
            return says(rss("/2.json", "/1.json"), ETag='"1"')
        if asked.path in ill:
            return Says(status=500)
        return says(raw_item(int(asked.path[1])))

    server.mood = mood
    acme = asking(lists=True)

    assert acme.visit() == [raw_item(2)]
    assert acme.memory.place.etag == ""
    ill.clear()
    assert acme.visit() == [raw_item(1)]
    assert acme.memory.place.etag == '"1"'


def test_a_sick_server_is_not_asked_for_every_item(server, asking):
    """After three failures in a row the rest waits."""
    many = rss(*(f"/{n}.json" for n in range(9)))
    server.mood = lambda asked: (
        says(many) if asked.path == "/feed" else Says(status=500)
    )

    asking(lists=True).visit()

    assert len(server.asked) == 4


def test_a_body_that_is_only_named_is_fetched_and_put_in(server, asking):
    """As AP sends it: a rendition in NITF; nothing else changes."""
    nitf = (
        b"<nitf><body><body.head/><body.content><p>The ferry left.</p>"
        b"<media><caption>x</caption></media></body.content></body></nitf>"
    )
    sent = item(renditions={"nitf": {"href": "/n", "mimetype": "text/xml"}})
    del sent["body_text"]
    server.mood = lambda asked: says(sent if asked.path == "/feed" else nitf)
    acme = asking()

    (raw,) = acme.visit()

    whole = json.loads(raw)
    assert whole.pop("body_xhtml") == "<p>The ferry left.</p>"
    assert whole == sent
    assert server.asked[1].headers["authorization"]


def test_a_body_that_cannot_be_had_makes_the_item_wait(server, asking):
    """An item without its body is not handed on."""
    sent = item(renditions={"nitf": {"href": "/n", "mimetype": "text/xml"}})
    del sent["body_text"]
    server.mood = lambda asked: (
        says(sent) if asked.path == "/feed" else Says(status=503)
    )
    acme = asking()

    assert acme.visit() == []
    assert "503" in acme.memory.errors[0]


def test_a_kill_waits_for_no_body(server, asking):
    """Neither for its own nor for that of an item before it."""
    named = {"nitf": {"href": "/n", "mimetype": "text/xml"}}
    story, kill = item(1, renditions=named), item(2, renditions=named)
    kill["pubstatus"] = "canceled"
    del story["body_text"], kill["body_text"]
    server.mood = lambda asked: (
        says(page(1, story, kill, story)) if asked.path == "/feed" else Says(status=503)
    )
    acme = asking(**LONG)

    assert [json.loads(raw) for raw in acme.visit()] == [kill]
    assert paths(server) == ["/feed", "/n"]
    assert acme.memory.place.cursor == ""
    assert "503" in acme.memory.errors[0]


def page(number, *items):
    """Return an answer of a JSON interface with a cursor."""
    return {
        "data": {
            "next_page": f"/feed?seq={number}",
            "items": [{"item": each} for each in items],
        }
    }


LONG = {"long": True, "cursor": "data.next_page", "items": "data.items.*.item"}


def test_a_long_poll_goes_on_from_its_cursor(server, asking):
    """In the next question and after a restart; each item is a document."""
    server.mood = lambda asked: says(
        page(1, item(1), item(2)) if not asked.query else page(2, item(3))
    )
    acme = asking(**LONG)

    first, second = acme.visit(), acme.visit()

    assert [json.loads(raw)["uri"][-1] for raw in (*first, *second)] == ["1", "2", "3"]
    assert server.asked[1].query == {"seq": "1"}
    assert acme.memory.place.cursor == "/feed?seq=2"
    assert acme.wait == 1


def test_a_cursor_may_go_into_the_question(server, asking):
    """Where the interface gives a number and not an address."""
    server.mood = lambda _: says({"since": 4711, "items": [item(1)]})
    acme = asking(long=True, cursor="since", cursor_parameter="from", items="items")

    acme.visit()
    acme.visit()

    assert server.asked[1].query == {"from": "4711"}


def test_the_cursor_stays_until_every_item_was_taken_in(server, asking):
    """A crash repeats and never skips."""
    server.mood = lambda _: says(page(1, item(1), item(2)))
    acme = asking(**LONG)

    acme.visit(take=lambda _: None)

    assert acme.memory.place.cursor == ""


def test_one_item_that_cannot_be_read_does_not_stop_a_long_poll(server, asking):
    """The desk was shown it; what follows comes."""
    server.mood = lambda _: says(page(1, item(1), item(2)))
    acme = asking(**LONG)

    came = acme.visit(take=lambda fetched: fetched.refuse(RefusedError("broken")))

    assert len(came) == 2
    assert acme.memory.place.cursor == "/feed?seq=1"


def test_a_long_poll_with_nothing_new_waits_for_no_server_that_does_not(server, asking):
    """One that answers at once is left for a while, one that held us is not."""
    server.mood = lambda _: Says(status=204)
    acme = asking(**LONG)

    acme.visit()
    assert acme.wait == 30

    def holds(_):
        acme.hands.move(seconds=15)
        return Says(status=204)

    server.mood = holds
    acme.visit()
    assert acme.wait == 0


def test_a_cursor_that_is_too_old_is_given_up_in_the_end(server, asking):
    """After some patience the source is read anew."""
    server.mood = lambda asked: Says(status=410) if asked.query else says(page(9))
    acme = asking(**LONG)
    acme.memory.place = Place(cursor="/feed?seq=1")

    for _ in range(5):
        acme.visit()

    assert acme.memory.place.cursor == ""
    acme.visit()
    assert acme.memory.place.cursor == "/feed?seq=9"


def test_a_stop_ends_a_question_at_once(server, asking):
    """Nobody waits a minute for a desk to end; it is no failure."""
    acme = asking()

    def mood(_):
        acme.stop.set()
        return Says(hang=30)

    server.mood = mood

    assert acme.visit() == []
    assert acme.memory.errors == []
