"""A search, as it is asked and answered over HTTP."""

import html
import re

import pytest

from support.copy import a_site, a_story, later, paragraph
from support.press_house import killed, published, site_set
from support.search_paper import SearchPaper

NASTY = (
    "q=%00%1b%ff%fe",
    "q=" + "a" * 3000,
    "q=%22",
    "q=title%3A%2A+AND+%28OR",
    "q=%3Cscript%3Ealert(1)%3C/script%3E",
    "q=%27%22%3E%3Cimg+src%3Dx%3E&section=%3Cb%3E&from=%3Cb%3E&page=%3Cb%3E",
    "q=flood&page=99999999999999999999",
    "q=flood&from=2016-02-30&to=none",
    "%",
    "&&&===",
    "q=flood&q=leaders",
    "&".join(f"a{n}=1" for n in range(500)),
)


@pytest.fixture
def empty(tmp_path):
    """Return a paper without stories, and without an index."""
    paper = SearchPaper(tmp_path)
    yield paper
    paper.store.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Return a server over a paper with 25 stories; tests must not change it."""
    paper = SearchPaper(tmp_path_factory.mktemp("paper"))
    stories = [
        a_story(
            f"bbbbb{c}",
            headline=f"Flood number {n} & more",
            body=(paragraph("Water <em>everywhere</em> in the old town."),),
            first_published=later(days=n),
        )
        for n, c in enumerate("bcdfghjkmnpqrstvwxz2345679"[:25])
    ]
    paper.do(*map(published, stories))
    with paper.searched() as server:
        yield server
    paper.store.close()


def links(answer, words):
    """Return where the link with these words leads."""
    found = re.search(rf'href="([^"]+)"[^>]*>{words}<', answer.text)
    return html.unescape(found.group(1)) if found else None


def test_a_question_is_answered_in_the_papers_frame(served):
    """Title, form, count, marked words, the way on; not to be kept by caches."""
    answer = served.get("/search?q=flood+water")

    assert answer.status_code == 200
    assert "<title>flood water: Search — The Banyan Post</title>" in answer.text
    assert "25 stories for “flood water”" in answer.text
    assert "<mark>Flood</mark> number 24 &amp; more" in answer.text
    assert "<mark>Water</mark> everywhere in the old town." in answer.text
    assert 'value="flood water"' in answer.text
    assert answer.headers["cache-control"] == "private, max-age=30"
    assert '<meta name="robots" content="noindex">' in answer.text


def test_the_form_may_be_found_by_other_searches(served):
    """It is a page like others, with an address and a description."""
    text = served.get("/search").text

    assert '<meta name="robots" content="max-image-preview:large">' in text
    assert re.search(r'<link rel="canonical" href="[^"]*/search">', text)
    assert '<meta name="description" content="Every story of ' in text


def test_the_text_edition_finds_the_same(served):
    """The same stories in the same order, in one small request; and it asks itself."""
    query = "q=flood+water&section=world&from=2016-12-20&sort=date"
    whole = served.get(f"/search?{query}").text.partition("<main")[2]
    text = served.get(f"/text/search?{query}")
    story = re.compile(r'href="(?:/text)?(/world/20[^"]+)"')

    assert text.status_code == 200
    assert story.findall(text.text) == story.findall(whole)
    assert len(story.findall(text.text)) == 10
    assert "<title>flood water: Search — The Banyan Post</title>" in text.text
    assert "20 stories for “flood water”" in text.text
    assert "<mark>Flood</mark> number 24 &amp; more" in text.text
    for word in ("<img", '<link rel="stylesheet', "<script", "class=", "\x02"):
        assert word not in text.text
    assert text.headers["cache-control"] == "private, max-age=30"
    assert '<meta name="robots" content="noindex">' in text.text
    assert '<form action="/text/search" method="get" role="search">' in text.text
    assert re.search(r'<input [^>]*name="q"[^>]* value="flood water"', text.text)
    assert '<option value="world" selected="selected">World</option>' in text.text
    assert '<input name="sort" type="hidden" value="date">' in text.text


def test_text_leads_to_text_and_back(served):
    """From the page to its text with the question, on to the next page, and back."""
    path = links(served.get("/search?q=flood+water&page=2"), "Text edition")
    assert path == "/text/search?q=flood+water&page=2"
    text = served.get(path)

    assert links(text, "Full page") == "/search?q=flood+water&page=2"
    assert links(text, "Next page") == "/text/search?q=flood+water&page=3"
    assert links(text, "Search") == "/text/search"
    assert served.get("/text/search?q=flood").headers["etag"] != text.headers["etag"]
    away = served.get("/text/search/?q=flood")
    assert (away.status_code, away.headers["location"]) == (301, "/text/search?q=flood")


def test_pages_of_results_lead_to_one_another(served):
    """From the first to the last and back, each with its own stories."""
    seen, path = [], "/search?q=flood&sort=date"
    while path:
        answer = served.get(path)
        seen += re.findall(r"</mark> number (\d+)", answer.text)
        path = links(answer, "Next page")

    assert seen == [str(n) for n in reversed(range(25))]
    assert "Page 3 of 3" in answer.text
    assert links(answer, "Page before") == "/search?q=flood&sort=date&page=2"


def test_filters_are_shown_and_can_be_taken_off(served):
    """Each chip leads to the same question without it."""
    answer = served.get("/search?q=flood&section=world&city=mumbai&from=2016-12-20")

    assert "20 stories" in answer.text
    assert "<b>20 Dec 2016</b>" in answer.text
    assert (
        '<a href="/search?q=flood&amp;city=mumbai&amp;from=2016-12-20">'
        '<span class="unseen">Leave out: </span>Section: <b>World</b>' in answer.text
    )
    assert '<option value="mumbai" selected>' in answer.text


def test_without_a_question_the_newest_stand_there(served):
    """And how to search."""
    answer = served.get("/search")

    assert "Newest stories" in answer.text
    assert "Flood number 24" in answer.text
    assert "How to search" in answer.text
    assert "<title>Search — The Banyan Post</title>" in answer.text


def test_a_slip_is_answered_with_what_was_meant(served):
    """With a link to the right question."""
    answer = served.get("/search?q=wtaer")

    assert "No story has “wtaer”" in answer.text
    assert links(answer, "water") == "/search?q=water"
    assert "<mark>Water</mark>" in answer.text


def test_nothing_found_leads_on(served):
    """To the archive, and to the question without its filters."""
    answer = served.get("/search?q=xyzzyplugh&section=india")

    assert "No story for “xyzzyplugh”" in answer.text
    assert 'href="/archive/"' in answer.text
    assert links(answer, "Search all sections, cities and days") == (
        "/search?q=xyzzyplugh"
    )


@pytest.mark.parametrize("path", ["/search", "/text/search"])
@pytest.mark.parametrize("query", NASTY)
def test_whatever_is_asked_is_answered(served, query, path):
    """No error, no markup of the reader's own, nothing that looks like a fault."""
    answer = served.get(f"{path}?{query}")

    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<img" not in answer.text
    for word in ("None", "undefined", "{{", "\x02", "\x03", "\x00"):
        assert word not in answer.text


def test_what_was_wrong_is_said(served):
    """In the reader's words."""
    answer = served.get("/search?q=flood&from=2016-02-30&section=gossip&page=0")

    assert "“2016-02-30” is no day." in answer.text
    assert "There is no section “gossip”" in answer.text
    assert "There is no page “0”." in answer.text


def test_head_and_conditions(served):
    """The head alone has the length; who has the answer is told so."""
    whole = served.get("/search?q=flood")
    head = served.client.head(
        "/search?q=flood", headers={"accept-encoding": "identity"}
    )
    again = served.get("/search?q=flood", if_none_match=whole.headers["etag"])
    other = served.get("/search?q=water", if_none_match=whole.headers["etag"])

    assert head.headers["content-length"] == str(len(whole.content))
    assert (again.status_code, again.content) == (304, b"")
    assert other.status_code == 200


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_every_coding_says_the_same(served, coding):
    """A search is compressed like any page."""
    plain, packed = (
        served.get("/search?q=flood", coding=c) for c in ("identity", coding)
    )

    assert packed.headers["content-encoding"] == coding
    assert packed.text == plain.text


def test_the_address_with_a_slash_leads_on(served):
    """With what was asked."""
    answer = served.get("/search/?q=flood")

    assert answer.status_code == 301
    assert answer.headers["location"] == "/search?q=flood"


def test_the_readers_city_is_in_the_strip(served):
    """Also behind a cache that fills slots: the answer is this reader's alone."""
    behind = served.get(
        "/search?q=flood", cookie="city=patna", surrogate_capability="v=ESI/1.0"
    )

    assert "Patna" in behind.text
    assert "esi:include" not in behind.text
    assert "Cookie" in behind.headers["vary"]


def test_browsers_learn_to_search_the_paper(served):
    """The description is linked from each page and names the address."""
    page = served.get("/opensearch.xml")

    assert page.headers["content-type"] == "application/opensearchdescription+xml"
    assert 'template="http://banyan.example/search?q={searchTerms}"' in page.text
    assert 'href="/opensearch.xml"' in served.get("/").text
    assert 'href="/search"' in served.get("/").text


def test_where_readers_cannot_search_nothing_leads_there(empty):
    """No link, no description for browsers or machines; the address is none."""
    empty.do(site_set(a_site(searchable=False)))
    with empty.served() as server:
        missing = server.get("/search?q=leaders")
        home = server.get("/").text

        assert missing.status_code == 404
        assert missing.text == server.get("/no/such/page").text
        assert server.get("/text/search?q=leaders").status_code == 404
        assert server.get("/opensearch.xml").status_code == 404
        assert "/search" not in home
        assert "opensearch" not in home


def test_before_there_is_an_index_the_page_says_so(empty):
    """And finds what there is as soon as it is there."""
    empty.press(published(a_story()))
    with empty.searched() as server:
        assert "Search is being made ready" in server.get("/search?q=leaders").text

        empty.index()

        assert "One story for “leaders”" in server.get("/search?q=leaders").text


def test_a_search_sees_each_commit_at_once(empty):
    """A new story is found and a killed one is not, from the next question on."""
    empty.do(published(a_story()))
    with empty.searched() as server:
        assert "One story" in server.get("/search?q=leaders").text

        empty.do(published(a_story("bbbbb2")))
        assert "2 stories" in server.get("/search?q=leaders").text

        empty.do(killed("bbbbb2"))
        assert "One story" in server.get("/search?q=leaders").text
        assert "bbbbb2" not in server.get("/search?q=leaders").text


def test_a_killed_story_is_hidden_by_the_store_alone(empty):
    """The index may be late; the store decides what is shown."""
    empty.do(published(a_story()))
    with empty.searched() as server:
        empty.press(killed("x7k2mb"))

        assert "hot spring" not in server.get("/search?q=leaders").text
