"""The text edition of a page, made from the page itself."""

import pytest
from lxml import html

from dateline.serve.join import inflated
from dateline.serve.text_edition import has_text_edition, text_edition
from support.public_paper import STORY_PATH, page

WHOLE = (
    "<html lang='en' dir='ltr'><head><title>Rain — The Plain Paper</title>"
    "<link rel='canonical' href='https://paper.example/world/rain/'></head><body>"
    "<p class='name'><a href='/'>The Plain Paper<span></span></a></p>"
    "<nav class='sections'><ul><li><a href='/world/'>World</a></li></ul></nav>"
    "<main id='main'>",
    "today",
    "<h1 class='x'>Rain &amp; <em>wind</em></h1><figure><picture>"
    "<img src='/media/a.jpg' alt='A street'></picture>"
    "<figcaption>A street <span>Coastline</span></figcaption>"
    "</figure><p>See <a class='y' href='/india/#top'>India</a>, <a"
    " href='https://x.example/'>x</a> and <a href='/s/x7k2m4'>it</a>.</p>"
    "<nav class='share'><a href='/s/x7k2m4'>Short</a></nav><form><button>Go</button>"
    "</form><div lang='ur' dir='rtl'><p>بارش</p></div><pre>1  2\n3  4</pre>"
    "<table><tr><th scope='col'>A<td></table><script>1</script></main>"
    "<p class='editions'>"
    "<a href='/text/world/rain/' data-back='Full page'>Text</a></p>",
)


def text_of(record):
    """Return what a record says."""
    return inflated(record.pieces).decode()


@pytest.fixture(scope="module")
def edition():
    """Return the text edition of a page with everything in it."""
    return text_edition(page(*WHOLE, tag="rain"))


def test_it_says_what_the_page_says_and_loads_nothing(edition):
    """Headings, paragraphs, captions, tables; no picture, style, script or form."""
    text = text_of(edition)

    assert "<h1>Rain &amp; <em>wind</em></h1>" in text
    assert "<p>A street Coastline</p>" in text
    assert '<div lang="ur" dir="rtl"><p>بارش</p></div>' in text
    assert "<pre>1  2\n3  4</pre>" in text
    assert '<th scope="col">A</th><td></td>' in text
    for word in (
        "@import",
        "url(",
        "<img",
        "src=",
        "<script",
        "<form",
        "stylesheet",
        "class=",
    ):
        assert word not in text


def test_links_lead_to_text_editions(edition):
    """Our own pages in text, others where they are; and a way back."""
    links = [a.get("href") for a in html.fromstring(text_of(edition)).iter("a")]

    assert links == [
        "/text/",
        "/world/rain/",
        "/text/india/#top",
        "https://x.example/",
        "/s/x7k2m4",
        "/text/world/",
    ]


def test_it_points_to_the_page_as_the_one_to_be_found(edition):
    """Search engines list the page itself."""
    text = text_of(edition)

    assert '<link rel="canonical" href="https://paper.example/world/rain/">' in text
    assert '<meta name="robots" content="noindex">' in text


def test_what_a_page_folds_away_stands_open():
    """The figures of a chart are all that a reader without its picture has."""
    folded = (
        "<html><body><main><figure><svg><text>Oct</text></svg><details><summary>"
        "The figures</summary><table><tr><td>810</table></details></figure></main>"
    )
    text = text_of(text_edition(page(folded, tag="chart")))

    assert "<main><p>The figures</p><table><tr><td>810</td></tr></table></main>" in text


def test_the_form_that_asks_stays_and_asks_for_text():
    """With what was asked in it; its fields unfold. No form that does things stays."""
    asking = (
        "<html><body><main><form role='search' action='/search'>"
        "<label for='q'>Words</label><input id='q' name='q' value='rain'><details>"
        "<summary>Section</summary><div><select name='section'><option value=''>All"
        "<option value='world' selected>World</select></div></details></form>"
        "<form method='post' action='/city/patna/'><button>Mine</button></form></main>"
    )
    text = text_of(text_edition(page(asking, tag="search")))

    assert (
        '<main><form action="/text/search" role="search"><label for="q">Words</label>'
        '<input id="q" name="q" value="rain"><p>Section</p><select name="section">'
        '<option value="">All</option><option value="world" selected="selected">World'
        "</option></select></form></main>" in text
    )


def test_its_tag_changes_with_the_page():
    """A reader's copy is as old as the page, and never mistaken for it."""
    first = text_edition(page("<html>one", tag="one"))
    second = text_edition(page("<html>two", tag="two"))

    assert len({first.tag, second.tag, "one", "two"}) == 4


def test_what_has_none():
    """Feeds, pictures, slots, and what leads to a file."""
    assert has_text_edition(page("<html>", tag="x"))
    assert not has_text_edition(page("<b>", tag="x", cache="slot"))
    assert not has_text_edition(page("{}", tag="x", content_type="application/json"))
    assert not has_text_edition(page(tag="x", location="/media/a.jpg", status=301))


@pytest.mark.slow
def test_the_server_answers_with_it(standing):
    """With a strong ETag of its own, and 304 for who has it."""
    got = standing.get(f"/text{STORY_PATH}")

    assert got.status_code == 200
    assert "The leaders met" in got.text
    assert got.headers["etag"] != standing.get(STORY_PATH).headers["etag"]
    again = standing.get(f"/text{STORY_PATH}", if_none_match=got.headers["etag"])
    assert again.status_code == 304


@pytest.mark.slow
def test_old_addresses_and_gone_stories_are_so_in_text(standing):
    """301 to the story's text, 410 with the notice, 404 for what there is not."""
    old = standing.get("/text/world/2016/12/15/older-x7k2m4/")
    assert (old.status_code, old.headers["location"]) == (301, f"/text{STORY_PATH}")
    gone = standing.get("/text/world/2016/12/15/anything-k4k4k4/")
    assert (gone.status_code, "withdrawn" in gone.text) == (410, True)
    for path in ("nowhere/", "feed.xml", "text/", "media/abc.jpg", "_slot/weather"):
        assert standing.get(f"/text/{path}").status_code == 404, path


def test_what_links_lead_to_is_there():
    """Parts keep their ids, headings their order, and a page without one gets one."""
    record = page(
        "<html lang='en'><body><p class='name'><a href='/'>The Plain Paper</a></p>"
        "<main><h2 class='unseen'>Top stories</h2>"
        "<section id='live'><h3>Rain</h3></section>"
        "</main></body></html>"
    )
    text = text_of(text_edition(record))

    assert '<h1><a href="/text/">The Plain Paper</a></h1>' in text
    assert "<h2>Top stories</h2>" in text
    assert '<div id="live"><h3>Rain</h3></div>' in text


def test_words_that_are_read_out_keep_the_space_after_them():
    """What a page says to those who hear it stands apart from what follows."""
    record = page(
        "<html lang='en'><body><main><p><ins>"
        "<span class='unseen' lang='en'>added: </span>22,400</ins></p></main></body>"
    )

    assert "added: </span>22,400" in text_of(text_edition(record))
