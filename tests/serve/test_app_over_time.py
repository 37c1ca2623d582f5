"""The public server while the paper changes under it."""

import time

import pytest

from support.public_paper import Paper, page

pytestmark = pytest.mark.slow

CODINGS = ("br", "zstd", "gzip", "identity")


def test_readers_never_see_pages_disagree(paper):
    """Story, home and feed are of one commit for whoever reads them in turn."""
    names = ("/", "/story/", "/feed/")

    def of(number):
        text = f"<html>{number:05}"
        slot = page(f" tick {number:05}", tag=f"t{number}", cache="slot")
        pages = {n: page(text, "ticker", "", tag=f"{n}{number}") for n in names}
        return pages | {"/_slot/ticker": slot}

    paper.fill(of(0))
    seen = set()
    with paper.served(workers=2) as server:
        for number in range(1, 200):
            paper.fill(of(number), seq=number)
            for name in names:
                coding = CODINGS[number % len(CODINGS)]
                text = server.get(name, coding=coding).text
                assert text == f"<html>{number:05} tick {number:05}"
            seen.add(number)

    assert len(seen) == 199


def test_midnight_in_a_running_server(paper):
    """The same connection sees yesterday's date, then today's, with another ETag."""
    paper.fill()
    with paper.served() as server:
        before = server.get("/_slot/today")
        paper.set_clock_by_seconds(5 * 3600 + 30 * 60)
        after = server.get("/_slot/today")

    assert "Thursday, 15 December 2016" in before.text
    assert "Friday, 16 December 2016" in after.text
    assert before.headers["etag"] != after.headers["etag"]


def test_a_rebuilt_store_is_taken_up_without_a_gap(paper):
    """Every request during the change is answered, from the old store or the new."""
    paper.fill()
    rebuilt = paper.rebuilt({"/plain/": page("rebuilt", tag="rebuilt")})
    paper.set_clock(None)
    with paper.served() as server:
        texts = [server.get("/plain/").text]
        paper.make_current(rebuilt)
        until = time.monotonic() + 10
        while texts[-1] != "rebuilt" and time.monotonic() < until:
            answer = server.get("/plain/")
            assert answer.status_code == 200
            texts.append(answer.text)

    assert texts[0] == "<html>nothing moves here"
    assert texts[-1] == "rebuilt"


def test_before_the_first_run_readers_are_asked_to_wait(tmp_path):
    """Without a store the answer is 503 with Retry-After, and /readyz says no."""
    paper = Paper(tmp_path)
    paper.store.close()
    paper.hide_store()
    server = paper.start()
    try:
        server.wait(ready=503)
        time.sleep(0.3)
        answer = server.get("/")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    finally:
        server.stop()


def test_behind_tls(paper):
    """HSTS, upgraded requests and a secure cookie."""
    paper.fill()
    with paper.served(tls=True) as server:
        headers = server.get("/plain/").headers
        cookie = server.client.post("/city/mumbai/").headers["set-cookie"]

    assert headers["strict-transport-security"] == "max-age=31536000"
    assert "upgrade-insecure-requests" in headers["content-security-policy"]
    assert cookie.endswith("; Secure")
