"""Every page of the demo, text editions too: valid, whole, and leading somewhere."""

import os

import pytest
from tools.judges.forbidden import forbidden
from tools.judges.links import broken
from tools.judges.nu import checker, faults
from tools.judges.paper import Answer

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(1200)]


def test_the_demo_has_every_kind_of_page(paper, pages, kinds):
    """There is something to judge: the tests below cannot pass on nothing."""
    assert len(pages) > 250
    assert len(kinds) > 25
    assert {page.status for page in pages} >= {200, 404, 410}
    assert not [a.path for a in paper.values() if a.status >= 500]
    assert paper["/_style/"].status == 200


def test_the_nu_checker_finds_nothing(pages, tmp_path):
    """No error and no warning on any page."""
    try:
        checker()
    except LookupError as why:
        if os.environ.get("DATELINE_TEST_ALL") == "1":
            pytest.fail(str(why))
        pytest.skip(f"the Nu checker is not here: {why}")

    assert faults(pages, tmp_path) == []


def test_every_link_leads_somewhere(demo, paper):
    """Of pages, feeds, sitemaps and files for machines: 200, or one step to it."""
    with demo.client() as client:
        assert broken(paper, client) == {}


def test_no_page_says_what_no_reader_should_see(pages):
    """Neither in words nor in markup."""
    found = {page.path: list(forbidden(page)) for page in pages}

    assert {path: said for path, said in found.items() if said} == {}


@pytest.mark.parametrize(
    "words", ["<p>-°C</p>", "<p>Rain, None mm</p>", "<p>x</p><img alt='undefined'>"]
)
def test_missing_values_would_be_seen(words):
    """The judge of words is awake."""
    text = f"<html><body>{words}</body></html>"
    answer = Answer(path="/", status=200, kind="text/html", text=text)

    assert list(forbidden(answer))


def test_a_dead_link_would_be_seen(demo, paper):
    """The judge of links is awake, for pages and for places on them."""
    text = "<html><body><a href='/nowhere/'>a</a><a href='/about/#nowhere'>b</a></body>"
    page = Answer(path="/x/", status=200, kind="text/html", text=text)
    with demo.client() as client:
        found = broken({"/x/": page, "/about/": paper["/about/"]}, client)

    assert set(found) >= {"/nowhere/", "/about/#nowhere"}
