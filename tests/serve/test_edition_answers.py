"""What the server says of its own accord is in the language of the path."""

from dataclasses import replace

import pytest

from dateline.store.store import PAGES
from support.public_paper import PAGES_OF_THE_PAPER, SITE, Paper, page, reading

NO_SUCH_PAGE = page('<html lang="hi">ऐसा कोई पन्ना नहीं', tag="hi", status=404)
BROKEN = "/hi/broken/"


@pytest.fixture(scope="module")
def hindi(tmp_path_factory):
    """Return a server over a paper that has a Hindi edition, and a broken page."""
    paper = Paper(tmp_path_factory.mktemp("paper"))
    pages = PAGES_OF_THE_PAPER | {"/_404.hi": NO_SUCH_PAGE}
    paper.fill(pages, site=replace(SITE, languages=("hi",)))
    with paper.store.write() as tx:
        for path in (BROKEN, "/broken/"):
            tx.put(PAGES, path.encode(), b"no record")
    paper.set_weather(reading())
    with paper.served() as server:
        yield server
    paper.store.close()


@pytest.mark.parametrize("path", ["/hi/nowhere/", "/hi/nowhere", "/text/hi/nowhere/"])
def test_an_unknown_page_of_an_edition_is_missed_in_its_language(hindi, path):
    """The edition's own page, kept as short as the other."""
    answer = hindi.get(path)

    assert answer.status_code == 404
    assert 'lang="hi"' in answer.text
    assert answer.headers["cache-control"] == hindi.get("/x").headers["cache-control"]


@pytest.mark.parametrize("path", ["/nowhere/", "/ur/nowhere/", "/high/"])
def test_other_unknown_pages_are_missed_in_the_papers_own(hindi, path):
    """A language without an edition has no page; nobody is led to such a page."""
    answer = hindi.get(path)

    assert answer.status_code == 404
    assert 'lang="hi"' not in answer.text
    assert hindi.get("/_404.HI").status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "status", "words"),
    [
        ("PUT", "/hi/", 405, "पन्ने केवल पढ़े जा सकते हैं।"),
        ("GET", "/hi/a%5cb", 400, "यह कोई पता नहीं है।"),
        ("GET", "/hi/" + "a" * 2000, 414, "यह पता बहुत लंबा है।"),
        ("GET", BROKEN, 500, "यहाँ कुछ गड़बड़ हो गई।"),
    ],
)
def test_plain_answers_are_in_the_language_of_the_path(
    hindi, method, path, status, words
):
    """And a header names it; elsewhere the paper's own is spoken."""
    answer = hindi.client.request(method, path)
    other = hindi.client.request(method, path.removeprefix("/hi"))

    assert (answer.status_code, other.status_code) == (status, status)
    assert answer.text == f"{words}\n"
    assert answer.headers["content-language"] == "hi"
    assert other.headers["content-language"] == "en"
    assert other.text.isascii()
