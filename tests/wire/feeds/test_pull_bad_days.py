"""Everything a server can do on a bad day, and that no secret is told."""

import gzip
import logging
import tracemalloc
from datetime import timedelta

import pytest

from dateline.wire.errors import RefusedError
from dateline.wire.feeds.ask_rules import Place
from support.agency import NOON, PAGE, TOKEN, item, raw_item, says
from support.weather_services import Says

BOMB = gzip.compress(gzip.compress(b"0" * 200_000_000))  # 0.2 KB, 200 MB inside
PACKED = {"Content-Encoding": "gzip"}


def failed(acme, words):
    """Say that a visit brought nothing and why."""
    assert acme.visit() == []
    assert words in acme.memory.errors[-1], acme.memory.errors
    assert acme.memory.heards == 0
    assert acme.wait > 0


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 429, 500, 502, 503])
def test_a_bad_status_is_noted_with_a_hint(server, asking, status):
    """And brings a pause."""
    server.mood = lambda _: Says(status=status)

    failed(asking(), f"answered {status}. ")


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("after", ["3600", "Thu, 15 Dec 2016 13:10:00 GMT"])
def test_retry_after_is_honoured(server, asking, status, after):
    """From the first time on, in both of its forms, over a restart."""
    server.mood = lambda _: Says(status=status, headers={"Retry-After": after})
    acme = asking()

    failed(acme, str(status))

    assert acme.wait == 3600
    assert acme.memory.place.quiet_until == NOON + timedelta(hours=1)
    acme.hands.move(minutes=30)
    server.mood = lambda _: says(raw_item())
    acme.visit()
    assert acme.memory.place == Place()


def test_pauses_grow_and_end_with_the_first_good_answer(server, asking):
    """Doubling, up to ten minutes."""
    server.mood = lambda _: Says(status=500)
    acme = asking()
    waits = []
    for _ in range(12):
        acme.visit()
        waits.append(acme.wait)
        acme.hands.move(seconds=acme.wait)

    assert waits[:6] == [5, 5, 10, 20, 40, 80]
    assert waits[-1] == 600
    server.mood = lambda _: says(raw_item())
    assert acme.visit() == [raw_item()]
    assert acme.memory.place.failures == 0


@pytest.mark.parametrize("slow", [{"hang": 5.0}, {"drip": 0.05, "body": b"{" * 200}])
def test_silence_and_a_slow_drip_end_at_the_limit(server, asking, slow):
    """However often a byte comes."""
    server.mood = lambda _: Says(**slow)

    failed(asking(timeout=timedelta(seconds=0.3)), "TimeoutError")


def test_a_body_cut_short_is_no_copy(server, asking):
    """Told by the connection, by gzip, or by the end of the copy itself."""
    server.mood = lambda _: Says(
        body=raw_item(), cut=True, headers={"Connection": "close"}
    )
    failed(asking(), "no whole answer")

    server.mood = lambda _: Says(body=gzip.compress(raw_item())[:-12], headers=PACKED)
    failed(asking(), "no whole answer")

    server.mood = lambda _: says(raw_item()[:-40])
    failed(asking(), "only part")


def test_a_gzip_bomb_costs_no_memory(server, asking):
    """It is unpacked to the limit and no further."""
    server.mood = lambda _: Says(body=gzip.decompress(BOMB), headers=PACKED)
    acme = asking(max_bytes=1_000_000)
    tracemalloc.start()

    failed(acme, "more than 1000000 B")

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_a_huge_body_is_cut_off(server, asking):
    """While it comes."""
    server.mood = lambda _: says(b"x" * 3_000_000)

    failed(asking(max_bytes=1_000_000), "more than")


@pytest.mark.parametrize("kind", ["text/html", "application/xml"])
def test_a_web_page_is_not_taken_for_copy(server, asking, kind):
    """A log-in or a maintenance page, whatever type it has."""
    server.mood = lambda _: says(PAGE, Content_Type=kind)

    failed(asking(), "web page")


@pytest.mark.timeout(60)  # bounded, not quick: a runaway would take years
@pytest.mark.parametrize(("end", "words"), [(PAGE, "web page"), (b"x", "only part")])
def test_a_page_behind_many_comments_stops_no_source(server, asking, end, words):
    """Each comment ends where it first can; no other way is tried."""
    server.mood = lambda _: says(b"<!---->" * 200 + end)

    failed(asking(), words)


def test_a_wrong_type_does_not_keep_copy_out(server, asking):
    """Servers call JSON text/html: what counts is what it is."""
    server.mood = lambda _: says(raw_item(), Content_Type="text/html")

    assert asking().visit() == [raw_item()]


def test_garbage_is_handed_on_once_and_stays_a_failure(server, asking):
    """The desk is shown it the first time, not every five minutes."""
    server.mood = lambda _: says(b"\x00\x01 garbage")
    acme = asking()
    tries = []

    def as_the_desk_does(fetched):
        tries.append(fetched.first_try)
        fetched.refuse(RefusedError("garbage"))

    acme.visit(take=as_the_desk_does)
    acme.visit(take=as_the_desk_does)

    assert tries == [True, False]
    assert acme.memory.place.failures == 2


def test_redirects_end(server, asking):
    """A circle is left after three."""
    server.mood = lambda _: Says(status=307, headers={"Location": "/x"})

    failed(asking(), "without end")
    assert len(server.asked) == 4


def test_redirects_share_one_limit(server, asking):
    """Each step in time, all together late: the exchange ends at its limit."""
    server.mood = lambda _: Says(status=307, headers={"Location": "/x"}, hang=0.2)

    failed(asking(timeout=timedelta(seconds=0.5)), "TimeoutError")


def test_a_redirect_leads_to_no_other_host(server, elsewhere, asking):
    """It is not even asked, unless named; then it is not shown the secret."""
    elsewhere.mood = lambda _: says(raw_item())
    server.mood = lambda _: Says(status=302, headers={"Location": elsewhere.host})

    failed(asking(), "leads to another host")
    assert elsewhere.asked == []

    named = frozenset({elsewhere.host.removeprefix("http://")})
    assert asking(hosts=named, auth="header:x-key").visit() == [raw_item()]
    assert asking(hosts=named).visit() == [raw_item()]
    for asked in elsewhere.asked:
        assert TOKEN not in str(asked)


@pytest.mark.parametrize("where", ["http://[", "gopher://x/", "file:///etc/passwd"])
def test_nothing_leads_out_of_the_web(server, asking, where):
    """Not a redirect, not a listed item, not a cursor, not a body."""
    server.mood = lambda _: Says(status=302, headers={"Location": where})
    assert asking().visit() == []

    server.mood = lambda _: says([where])
    assert asking(lists=True).visit() == []

    server.mood = lambda _: says({"next": where, "items": []})
    acme = asking(cursor="next", items="items", long=True)
    assert acme.visit() == []
    assert acme.memory.place.cursor == ""

    named = item(renditions={"nitf": {"href": where, "mimetype": "text/xml"}})
    del named["body_text"]
    server.mood = lambda _: says(named)
    faults = []
    asking().visit(take=lambda fetched: faults.append(fetched.fault))
    assert "cannot be had" in str(faults[0])
    assert len(server.asked) == 4


def test_nobody_there_is_a_failure(server, asking):
    """A refused connection is noted like any other."""
    acme = asking()
    server.server.server_close()

    failed(acme, "no whole answer")


EVERY_BAD_DAY = (
    Says(status=401),
    Says(status=500, body=TOKEN.encode()),
    Says(
        status=302, headers={"Location": f"http://u:{TOKEN}@other.invalid/?k={TOKEN}"}
    ),
    Says(status=302, headers={"Location": f"http://[{TOKEN}"}),
    Says(body=b"{", cut=True, headers={"Connection": "close"}),
    Says(body=b"x", headers={"Content-Encoding": "gzip"}),
    Says(body=b"x", headers={"Content-Encoding": "br"}),
    Says(hang=5),
    says(PAGE),
    says({"next": f"http://other.invalid/?token={TOKEN}"}),
    says([f"http://u:{TOKEN}@other.invalid/a.xml"]),
)


@pytest.mark.parametrize("auth", ["bearer", "basic", "header:x-key", "query:apikey"])
@pytest.mark.parametrize("lists", [False, True])
def test_a_secret_is_in_no_log_no_error_and_no_repr(
    server, asking, auth, lists, caplog
):
    """Whatever happens: not the token, not in an address, not percent-encoded."""
    caplog.set_level(logging.DEBUG, logger="dateline")
    caplog.set_level(logging.INFO)
    told = []
    for bad in EVERY_BAD_DAY:
        server.mood = lambda _, bad=bad: bad
        acme = asking(
            auth=auth,
            lists=lists,
            cursor="" if lists else "next",
            timeout=timedelta(seconds=0.3),
        )
        came = []
        acme.visit(take=came.append)
        told += [
            repr(came),
            *acme.memory.errors,
            repr(acme.rules),
            repr(acme.memory.place),
        ]

    text = "\n".join([*told, caplog.text])
    assert len(told) > len(EVERY_BAD_DAY)
    for form in (TOKEN, "t0ken%2Fof%2Bacme%26co", "dDBrZW4vb2YrYWNtZSZjbw"):
        assert form not in text
