"""Every page of the demo, text editions too: valid, whole, and leading somewhere."""

import os

import pytest
from tools.judges.forbidden import forbidden
from tools.judges.links import broken
from tools.judges.nu import checker, faults
from tools.judges.paper import Answer
from tools.judges.tongues import misread
from tools.judges.versions import unpaired, versions_named

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


def test_versions_name_themselves_one_another_and_a_default(paper):
    """Of stories and of fronts, in each language; hreflang as it is asked for."""
    named = [page.path for page in paper.values() if page.is_page]
    named = [path for path in named if versions_named(paper[path])]

    assert {"/", "/hi/", "/world/", "/hi/world/"} <= set(named)
    assert any("/dilli-ghana-kohra" in path for path in named)
    assert unpaired(paper) == {}


def test_what_is_in_another_language_says_so(pages):
    """Headlines, stamps, names, captions: each is read out in its own language."""
    found = {page.path: list(misread(page)) for page in pages}

    assert {path: said for path, said in found.items() if said} == {}


@pytest.mark.parametrize(
    "words",
    [
        "<p>बाढ़ का पानी</p>",
        "<article lang='hi'><p>24 Nov 2026, 6.10 am IST</p></article>",
        "<p lang='hi'>बाढ़ <img alt='brown water in a street'></p>",
        "<p><span lang='hi'>बाढ़</span> دہلی</p>",
    ],
)
def test_a_language_that_is_not_said_would_be_heard(words):
    """The judge of languages is awake, and still where each is said."""
    text = f"<html lang='en'><head><title>x</title></head><body>{words}</body></html>"
    answer = Answer(path="/", status=200, kind="text/html", text=text)
    whole = "<p lang='hi'>बाढ़ <span lang='en'>by the river</span></p>"
    right = Answer(
        path="/", status=200, kind="text/html", text=text.replace(words, whole)
    )

    assert list(misread(answer))
    assert list(misread(right)) == []


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


def _naming(path, language, *versions):
    """Return a page that names versions."""
    links = "".join(
        f"<link rel='alternate' hreflang='{tag}' href='http://x{href}'>"
        for tag, href in versions
    )
    own = f"<link rel='canonical' href='http://x{path}'>"
    text = f"<html lang='{language}'><head><title>x</title>{own}{links}</head></html>"
    return Answer(path=path, status=200, kind="text/html", text=text)


_PAIR = (("en", "/a/"), ("hi", "/b/"), ("x-default", "/a/"))


@pytest.mark.parametrize(
    ("here", "there", "language", "fault"),
    [
        (_PAIR[1:], _PAIR, "hi", "it does not name itself"),
        (_PAIR[:2], _PAIR[:2], "hi", "there is no x-default"),
        ((*_PAIR, _PAIR[2]), _PAIR, "hi", "x-default is named 2 times"),
        (_PAIR, (), "hi", "http://x/b/ names other versions"),
        (_PAIR, _PAIR, "en", "http://x/b/ is not in hi"),
        ((*_PAIR[:1], ("hi", "/c/"), _PAIR[2]), _PAIR, "hi", "http://x/c/ is no page"),
    ],
)
def test_versions_that_do_not_return_would_be_seen(here, there, language, fault):
    """The judge of versions is awake."""
    found = {"/a/": _naming("/a/", "en", *here)}
    found["/b/"] = _naming("/b/", language, *there)

    assert fault in unpaired(found)["/a/"]


def test_versions_that_return_are_no_fault():
    """Nor is it heard where nothing is wrong."""
    found = {"/a/": _naming("/a/", "en", *_PAIR), "/b/": _naming("/b/", "hi", *_PAIR)}

    assert unpaired(found) == {}
