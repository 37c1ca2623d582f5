"""A reader complains: the form as it is sent and answered over HTTP."""

import json
import re

import pytest
from lxml import html

from dateline.news.house import House, Officer
from dateline.serve.turnstile import MOST
from support.copy import a_site
from support.press_house import house_set, site_set
from support.search_paper import SearchPaper

pytestmark = pytest.mark.slow

PAGE, ANSWER = "/grievances/", "/grievances/answer/"
TYPED = {
    "name": "Farida Qureshi",
    "contact": "farida@reader.example",
    "address": "https://banyan.example/s/x7k2m4",
    "text": "I was quoted with words\nI did not say.",
}
HOSTILE = "\"'><script>alert(1)</script>\x02ticker\x03{{ 7*7 }}<esi:include src='/x'/>"


def officer(*, form=True):
    """Return a house with an officer."""
    email = "grievances@banyan.example"
    return House(officer=Officer(name="Leela Raghavan", email=email, form=form))


class Readers:
    """A server over a paper with the form, and readers who send it."""

    def __init__(self, server, spool):
        self.server = server
        self.spool = spool
        self.block = 0

    def send(self, typed, *, block=None, **headers):
        """Send a form as a browser does; each from another neighbourhood."""
        self.block += 1
        address = f"198.51.{self.block if block is None else block}.9"
        told = {
            "origin": str(self.server.client.base_url).rstrip("/"),
            "accept-encoding": "gzip",
            "x-forwarded-for": address,
            **headers,
        }
        return self.server.client.post(ANSWER, data=typed, headers=told)

    def waiting(self):
        """Return what waits for the newsroom, by its number."""
        files = self.spool.glob("*.json")
        return {file.stem: json.loads(file.read_bytes()) for file in files}

    def emptied(self):
        """Fetch all that waits, as the desk does."""
        for file in self.spool.glob("*.json"):
            file.unlink()


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    """Return the readers of a paper in English."""
    paper = SearchPaper(tmp_path_factory.mktemp("paper"))
    spool = paper.root / "grievances"
    spool.mkdir()
    paper.press(site_set(a_site(grievances=True)), house_set(officer()))
    with paper.served(grievances=str(spool)) as server:
        yield Readers(server, spool)
    paper.store.close()


@pytest.fixture
def readers(standing):
    """Return them, with nothing waiting."""
    standing.emptied()
    return standing


def ticket_in(answer):
    """Return the number that a reader is told."""
    return re.search(r'class="ticket" dir="ltr">([^<]+)<', answer.text).group(1)


def test_a_reader_is_told_a_number_and_the_newsroom_the_rest(readers):
    """The page says until when what happens; nothing else is noted of the reader."""
    answer = readers.send(TYPED)

    assert answer.status_code == 200
    (waiting,) = readers.waiting().items()
    ticket, said = waiting
    assert ticket_in(answer) == ticket == said["ticket"]
    assert {name: said[name] for name in TYPED} == TYPED
    assert set(said) == {*TYPED, "ticket", "received"}
    assert "Within 24 hours" in answer.text
    assert "15 Dec 2016, 6.30 pm IST" in answer.text
    assert "<textarea" not in answer.text


def test_the_answer_is_nobody_elses(readers):
    """No cookie, no cache, no search engine; the form can go nowhere else."""
    answer = readers.send(TYPED)

    assert "set-cookie" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    assert "form-action 'self'" in answer.headers["content-security-policy"]
    assert '<meta name="robots" content="noindex">' in answer.text


def test_the_form_of_the_page_is_what_is_taken(readers):
    """What stands on the officer's page, filled in, arrives; without a script."""
    page = html.fromstring(readers.server.get(PAGE).content)
    (form,) = [each for each in page.forms if each.action == ANSWER]
    assert form.method == "POST"
    for name, text in TYPED.items():
        form.fields[name] = text

    assert readers.send(dict(form.form_values())).status_code == 200
    (said,) = readers.waiting().values()
    assert said["text"] == TYPED["text"]


def test_twice_is_once(readers):
    """The same form again has the same number, also when it was fetched meanwhile."""
    first, again = readers.send(TYPED), readers.send(TYPED)
    readers.emptied()
    later = readers.send(TYPED)

    assert ticket_in(first) == ticket_in(again) == ticket_in(later)
    assert len(readers.waiting()) == 1


@pytest.mark.parametrize("wrong", ["name", "contact", "text"])
def test_what_is_missing_is_said_and_the_rest_is_kept(readers, wrong):
    """At its field, in words, for ears too; nothing was sent."""
    answer = readers.send({**TYPED, wrong: " "})

    assert answer.status_code == 422
    assert readers.waiting() == {}
    page = html.fromstring(answer.content)
    field = page.get_element_by_id(wrong)
    assert field.get("aria-invalid") == "true"
    said = page.get_element_by_id(field.get("aria-describedby")).text_content()
    assert said == "Please fill this in."
    kept = dict(page.forms[-1].form_values())
    for name in TYPED.keys() - {wrong}:
        assert kept[name].replace("\r\n", "\n") == TYPED[name]


def test_hostile_input_is_words(readers):
    """Shown again as it was typed, as text; and kept as text."""
    faulty = readers.send({**TYPED, "text": HOSTILE, "name": HOSTILE, "contact": ""})
    taken = readers.send({**TYPED, "text": HOSTILE})

    page = html.fromstring(faulty.content)
    clean = HOSTILE.replace("\x02", "").replace("\x03", "")
    assert page.forms[-1].fields["text"].strip() == clean
    assert page.forms[-1].fields["name"] == clean
    assert "<script>alert" not in faulty.text
    assert "<esi" not in faulty.text
    (said,) = readers.waiting().values()
    assert said["text"] == clean
    assert HOSTILE not in taken.text


def test_too_long_is_refused_before_it_is_read(readers):
    """A text over its limit is kept for the reader; what no form can be is not read."""
    long = readers.send({**TYPED, "text": "क" * 5001})
    assert long.status_code == 422
    assert "5000" in long.text
    assert long.text.count("क" * 5001) == 1

    assert readers.send({**TYPED, "text": "क" * 5000}).status_code == 200
    assert readers.send({**TYPED, "text": "x" * 70_000}).status_code == 413
    head = f"POST {ANSWER} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n"
    kind = "content-type: application/x-www-form-urlencoded\r\n"
    for length in (
        "content-length: 99999999999999\r\n",
        "transfer-encoding: chunked\r\n",
    ):
        got = readers.server.raw((head + kind + length + "\r\n").encode())
        assert got.split()[1] in {b"411", b"413"}
    assert len(readers.waiting()) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"&&&===",
        b"%",
        b"\xff\xfe\x00",
        b"&".join(b"a%d=1" % n for n in range(500)),
        b"name=%00&contact=%ff&text=%ED%A0%80",
    ],
)
def test_rubbish_is_answered_with_the_form(readers, body):
    """Never a fault of ours."""
    answer = readers.server.client.post(
        ANSWER,
        content=body,
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    assert answer.status_code == 422
    assert readers.waiting() == {}


def test_only_a_form_of_this_site(readers):
    """Neither another site's page, nor another kind of body, nor another way."""
    elsewhere = readers.send(TYPED, origin="https://evil.example")
    cross = readers.send(TYPED, **{"sec-fetch-site": "cross-site"})
    file = readers.send(TYPED, **{"content-type": "text/plain"})
    put = readers.server.client.put(ANSWER, data=TYPED)

    answers = (elsewhere, cross, file, put)
    assert [each.status_code for each in answers] == [403, 403, 415, 405]
    assert readers.waiting() == {}


def test_who_fills_what_nobody_sees_is_sent_to_the_mail(readers):
    """A machine is told no number; a person it happens to has another way."""
    answer = readers.send({**TYPED, "website": "https://spam.example"})

    assert answer.status_code == 503
    assert 'href="mailto:grievances@banyan.example"' in answer.text
    assert "I did not say." in answer.text
    assert readers.waiting() == {}


def test_one_neighbourhood_is_stopped_after_a_while(readers):
    """What was typed is kept, and others still get through."""
    for number in range(MOST):
        sent = readers.send({**TYPED, "text": f"Number {number}"}, block=250)
        assert sent.status_code == 200

    answer = readers.send({**TYPED, "text": "One too many"}, block=250)

    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "3600"
    assert "One too many" in answer.text
    assert readers.send({**TYPED, "text": "From elsewhere"}).status_code == 200
    assert len(readers.waiting()) == MOST + 1


def test_a_slow_sender_holds_up_nobody(readers):
    """While one sends his form letter by letter, or goes, others are answered."""
    head = (
        f"POST {ANSWER} HTTP/1.1\r\nhost: x\r\ncontent-length: 900\r\n"
        "content-type: application/x-www-form-urlencoded\r\n\r\nname=A"
    )
    with readers.server.connection() as slow:
        slow.sendall(head.encode())
        assert readers.server.get(PAGE).status_code == 200
        assert readers.send(TYPED).status_code == 200
    assert readers.send({**TYPED, "text": "He has gone."}).status_code == 200
    assert "answer.failed" not in readers.server.log.read_text(encoding="utf-8")


def test_looked_at_without_a_form_it_leads_to_the_officer(readers):
    """Who types the address, or loads it again, is not left alone."""
    answer = readers.server.get(ANSWER)

    assert answer.status_code == 200
    assert f'href="{PAGE}"' in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_without_a_desk_to_fetch_it_nothing_is_promised(tmp_path):
    """On a read node, and where no form is offered."""
    paper = SearchPaper(tmp_path)
    paper.press(site_set(a_site(grievances=True)), house_set(officer()))
    with paper.served(grievances=str(tmp_path / "none")) as server:
        readers = Readers(server, tmp_path)
        answer = readers.send(TYPED)
        assert answer.status_code == 503
        assert "mailto:grievances@banyan.example" in answer.text
        assert "I did not say." in answer.text

        paper.press(house_set(officer(form=False)))
        assert readers.send(TYPED).status_code == 405
        assert server.get(ANSWER).status_code == 404
        assert "<form" not in server.get(PAGE).text.partition("<main")[2]
    paper.store.close()


def test_in_hindi_it_answers_in_hindi(tmp_path):
    """Labels, faults and what happens next."""
    paper = SearchPaper(tmp_path)
    spool = tmp_path / "grievances"
    spool.mkdir()
    site = a_site(grievances=True, language="hi")
    paper.press(site_set(site), house_set(officer()))
    typed = {**TYPED, "name": "फ़रीदा", "text": "मैंने यह नहीं कहा।"}
    with paper.served(grievances=str(spool)) as server:
        readers = Readers(server, spool)
        assert "यहाँ शिकायत करें" in server.get(PAGE).text
        assert "कृपया इसे भरें।" in readers.send({**typed, "name": ""}).text
        answer = readers.send(typed)
    assert ticket_in(answer) in readers.waiting()
    assert "24 घंटे के भीतर" in answer.text
    paper.store.close()
