"""Editions in other languages, and the versions of a story."""

import re
from dataclasses import replace

import pytest

from dateline.catalog.apply import apply
from dateline.news.front import BreakingLine, Treatment
from dateline.store.store import Store
from pages.conftest import Paper
from support.copy import a_site, a_story, later
from support.press_house import (
    MemoryJournal,
    arranged,
    killed,
    published,
    site_set,
    withdrawn,
)

SOURCE = "/world/2016/12/15/leaders-meet-x7k2mb/"
HINDI = "/world/2016/12/15/netaon-ki-baithak-hndbcd/"


class Desk:
    """A paper with a Hindi edition, to which a test adds."""

    def __init__(self, tx):
        self.journal = MemoryJournal()
        self.tx = tx
        self.paper = Paper(tx=tx)
        self.do(site_set(a_site(languages=("hi",))))
        self.do(published(a_story()))

    def do(self, change):
        """Apply a change; return the keys it changed."""
        changed = set()
        for entry in self.journal.append(change, moment=later()):
            changed |= apply(self.tx, entry)
        return changed

    def page(self, path):
        """Return the text of a page."""
        page = self.paper.page(path)
        assert page is not None, path
        return page.text


def hindi(**fields):
    """Return the Hindi version of the story."""
    return a_story(
        "hndbcd",
        **{
            "language": "hi",
            "headline": "नेताओं की बैठक",
            "slug": "netaon-ki-baithak",
            "version_of": "x7k2mb",
            **fields,
        },
    )


@pytest.fixture
def desk(tmp_path):
    """Return a paper with a Hindi edition and one story in English."""
    store = Store(tmp_path / "store", durable=False)
    with store.write() as tx:
        yield Desk(tx)
    store.close()


def test_each_edition_shows_its_own_stories(desk):
    """The Hindi front has the Hindi story alone, the English one the English."""
    desk.do(published(hindi()))

    for base, own, other in (("/", SOURCE, HINDI), ("/hi/", HINDI, SOURCE)):
        for path in (base, f"{base}world/", f"{base}feed.rss", f"{base}world/feed.rss"):
            assert own in desk.page(path), path
            assert other not in desk.page(path), path


def test_a_front_speaks_its_editions_language(desk):
    """Frame, section names and stamps; and the ways between the editions."""
    desk.do(
        site_set(
            a_site(
                languages=("hi",),
                sections=(
                    *a_site().sections[:1],
                    type(a_site().sections[0])(
                        id="world", name="World", names=(("hi", "दुनिया"),)
                    ),
                ),
            )
        )
    )
    desk.do(published(hindi()))
    text = desk.page("/hi/")

    assert '<html lang="hi" dir="ltr">' in text
    assert '<a href="/hi/world/">दुनिया</a>' in text
    assert "शाम 6.22 बजे IST" in text
    assert re.search(r'<a href="/" lang="en"[^>]*>English</a>', text)
    assert re.search(r'<a href="/hi/" lang="hi"[^>]*>हिन्दी</a>', desk.page("/"))
    assert '<link rel="alternate" hreflang="hi" href="http://banyan.example/hi/">' in (
        desk.page("/")
    )


def test_versions_name_one_another(desk):
    """Each page says where the other is, to readers and to search engines."""
    desk.do(published(hindi()))

    for path, other, words in (
        (SOURCE, HINDI, "हिन्दी में पढ़ें"),
        (HINDI, SOURCE, "Read in English"),
    ):
        text = desk.page(path)
        assert f'href="{other}"' in text
        assert words in text
        for language, href in (("en", SOURCE), ("hi", HINDI), ("x-default", SOURCE)):
            assert (
                f'<link rel="alternate" hreflang="{language}"'
                f' href="http://banyan.example{href}">'
            ) in text


@pytest.mark.parametrize("take_back", [killed("hndbcd"), withdrawn("hndbcd")])
def test_a_version_that_is_gone_takes_its_link_along(desk, take_back):
    """Killed or withdrawn, nothing leads to it, and the key says so."""
    desk.do(published(hindi()))
    changed = desk.do(take_back)

    assert "versions/x7k2mb" in changed
    assert HINDI not in desk.page(SOURCE)
    assert "hreflang" not in desk.page(SOURCE).partition("<body>")[0]


def test_the_source_that_is_gone_takes_its_link_along(desk):
    """The other way round, too."""
    desk.do(published(hindi()))
    desk.do(killed("x7k2mb"))

    assert SOURCE not in desk.page(HINDI)


def test_a_version_changes_nothing_of_the_source_but_the_way_to_it(desk):
    """Of the English story's keys and fronts none is touched."""
    changed = desk.do(published(hindi()))

    assert {key for key in changed if "x7k2mb" in key} == {"versions/x7k2mb"}
    assert not any(key.startswith("newest/en/") for key in changed)
    assert "versions/x7k2mb" not in desk.do(published(hindi(standfirst="नया")))


def test_the_desk_arranges_the_fronts_of_an_edition(desk):
    """First what it placed, with its words; then the newest of this language."""
    for number, story_id in enumerate(("hndbcd", "hndfgh", "hndjkm")):
        moment = later(hours=number)
        story = hindi(version_of="", headline=f"बैठक {number}", first_published=moment)
        desk.do(published(replace(story, id=story_id, slug=f"baithak-{number}")))
    told = Treatment(story="hndfgh", headline="दूसरी बैठक")
    line = BreakingLine(text="बाँध खुला", story="hndjkm")

    changed = desk.do(arranged("hi/home", "hndfgh", treatments=(told,), line=line))

    assert changed == {"front/hi/home", "placed/hi/home"}
    shown = re.findall(r"<h3><a[^>]*>([^<]*)</a>", desk.page("/hi/"))
    assert shown == ["दूसरी बैठक", "बैठक 2", "बैठक 0"]
    assert "बाँध खुला</a>" in desk.page("/hi/")
    assert "दूसरी बैठक" not in desk.page("/hi/world/")
    assert "बाँध" not in desk.page("/")
    desk.do(arranged("hi/section/world", "hndbcd"))
    shown = re.findall(r"<h3><a[^>]*>([^<]*)</a>", desk.page("/hi/world/"))
    assert shown == ["बैठक 0", "बैठक 2", "बैठक 1"]


def test_what_is_not_there_is_said_in_the_editions_language(desk):
    """With the ways on that lead into the edition."""
    text = desk.page("/_404.hi")

    assert '<html lang="hi" dir="ltr">' in text
    assert "<h1>ऐसा कोई पन्ना नहीं है</h1>" in text
    for href in ("/hi/", "/hi/world/"):
        assert f'<li><a href="{href}"' in text
    assert '<html lang="en" dir="ltr">' in desk.page("/_404")
    assert desk.paper.page("/_404.ur") is None


@pytest.mark.parametrize(
    ("take_back", "title"),
    [
        (killed("hndbcd", language="hi"), "यह ख़बर हटा दी गई है"),
        (withdrawn("hndbcd", language="hi"), "यह ख़बर वापस ले ली गई है"),
    ],
)
def test_the_notice_of_a_story_that_is_gone_speaks_its_language(desk, take_back, title):
    """Title, stamp and the way on; an older order that names none, the paper's."""
    desk.do(published(hindi()))
    desk.do(take_back)
    text = desk.page("/s/hndbcd")

    assert '<html lang="hi" dir="ltr">' in text
    assert f"<h1>{title}</h1>" in text
    assert "दिसंबर 2016" in text
    assert '<p><a href="/hi/">' in text
    desk.do(published(hindi()))
    desk.do(killed("hndbcd"))
    assert '<html lang="en" dir="ltr">' in desk.page("/s/hndbcd")


def test_there_is_no_edition_of_another_language(desk):
    """Only what the settings name has an address."""
    for path in ("/ur/", "/ur/world/", "/ur/feed.rss", "/en/", "/_slot/ticker.ur"):
        assert desk.paper.page(path) is None, path


def test_an_urdu_story_runs_from_right_to_left(desk):
    """Its frame is in Urdu; names of another script stand apart."""
    desk.do(
        published(
            a_story("vrdbcd", language="ur", slug="urdu", headline="دہلی میں بارش")
        )
    )
    text = desk.page("/world/2016/12/15/urdu-vrdbcd/")

    assert '<html lang="ur" dir="rtl">' in text
    assert '<article class="story" lang="ur" dir="rtl">' in text
    assert "<bdi" in text
    assert "\x02today.ur\x03" in text
