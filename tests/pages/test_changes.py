"""What changed in a story: a page of its own."""

import json
import re
from dataclasses import replace

import pytest

from dateline.catalog.view import Shelf, View
from dateline.news.author import Author, AuthorKind
from dateline.news.story import Correction
from support.copy import a_picture, a_site, a_story, later, paragraph
from support.press_house import (
    author_set,
    killed,
    picture_published,
    published,
    site_set,
    withdrawn,
)
from support.public_desk import Desk

PATH = "/changes/x7k2mb/"
OWN = "/world/2016/12/15/leaders-meet-x7k2mb/"
NOTE = Correction(moment=later(hours=2), note="Three <trains>, not two.")
FIRST = a_story(body=(paragraph("Two trains stood still."),))
UPDATED = replace(FIRST, revision=2, updated=later(hours=1), headline="Rain & trains")
CORRECTED = replace(
    UPDATED,
    revision=3,
    updated=NOTE.moment,
    corrections=(NOTE,),
    body=(paragraph("Three trains stood still."),),
)


@pytest.fixture
def desk(tmp_path):
    """A paper whose story was updated and then corrected."""
    found = Desk(tmp_path)
    found.do(site_set(a_site()))
    for story in (FIRST, UPDATED, CORRECTED):
        found.do(published(story))
    yield found
    found.store.close()


def test_each_change_has_its_moment_its_reason_and_its_words(desk):
    """The newest first, the publication last; what went and what came is marked."""
    text = desk.page(PATH).text

    assert re.findall(r"<h2>(\w+) <time[^>]*>([^<]*)</time></h2>", text) == [
        ("Corrected", "15 Dec 2016, 8.22 pm IST"),
        ("Updated", "15 Dec 2016, 7.22 pm IST"),
        ("Published", "15 Dec 2016, 6.22 pm IST"),
    ]
    assert "Three &lt;trains&gt;, not two." in text
    assert re.search(r"<del>.*removed: </span>Two<.*</del>", text)
    assert re.search(r"<ins>.*added: </span>Three<.*</ins>", text)
    assert "<h3>Headline</h3>" in text
    assert f'<a href="{OWN}" lang="en" dir="ltr">Rain &amp; trains</a>' in text


def test_the_story_leads_to_it(desk):
    """From the correction box, and from the stamp of an update."""
    assert f'<a href="{PATH}">What changed in this story</a>' in desk.page(OWN).text
    desk.do(published(replace(UPDATED, id="x7k2mc")))
    other = desk.page(OWN.replace("x7k2mb", "x7k2mc")).text
    assert '<a href="/changes/x7k2mc/">Updated</a>' in other


def test_it_reads_card_and_history_and_no_body(desk):
    """A small edit of the copy does not make it again."""
    assert desk.reads(PATH) == {"site", "story/x7k2mb/card", "story/x7k2mb/history"}
    before = desk.page(PATH).text
    desk.do(published(replace(CORRECTED, revision=4, body=(paragraph("Typo."),))))
    assert desk.page(PATH).text == before


def test_search_engines_leave_it_out(desk):
    """It says again what the story says, in older words."""
    assert '<meta name="robots" content="noindex">' in desk.page(PATH).text


def test_a_story_that_never_changed_has_none(desk):
    """There is nothing to show."""
    desk.do(published(a_story("x7k2md")))

    assert desk.page("/changes/x7k2md/") is None
    assert "/changes/" not in desk.page(OWN.replace("b/", "d/")).text


@pytest.mark.parametrize("end", [withdrawn, killed])
def test_it_goes_with_its_story(desk, end):
    """What a kill or a withdrawal takes back is not to be had here either."""
    desk.do(end("x7k2mb"))

    assert desk.page(PATH) is None
    with desk.store.read() as tx:
        assert View(Shelf(tx=tx)).history("x7k2mb").changes == ()


def test_a_story_brought_back_says_what_it_still_knows(desk):
    """The notes stand on the story; the earlier versions are not kept."""
    desk.do(withdrawn("x7k2mb"))
    desk.do(published(CORRECTED))

    text = desk.page(PATH).text

    assert "Three &lt;trains&gt;, not two." in text
    assert "The version before this change is not kept." in text
    assert "<del>" not in text


def test_a_new_zone_keeps_the_history(desk):
    """The stories move to other days; what they said before stays said."""
    desk.do(site_set(a_site(zone="Europe/Paris")))

    text = desk.page(PATH).text

    assert "15 Dec 2016, 3.52 pm CET" in text
    assert "<del>" in text


def test_a_byline_leads_to_its_page_where_there_is_a_record(desk):
    """A name that nobody keeps a record of is a name."""
    desk.do(published(replace(CORRECTED, revision=4, byline=("Mira Sen", "A. Rao"))))
    assert "<b><bdi>Mira Sen</bdi></b>" in desk.page(OWN).text

    desk.do(author_set(Author(id="mira-sen", name="Mira Sen", role="Rail editor")))

    text = desk.page(OWN).text
    assert '<a href="/author/mira-sen/" rel="author"><bdi>Mira Sen</bdi></a>' in text
    assert "<b><bdi>A. Rao</bdi></b>" in text
    page = desk.page("/author/mira-sen/").text
    assert "Rail editor" in page
    assert OWN in page
    assert desk.page("/author/a-rao/") is None
    assert desk.page("/agency/mira-sen/") is None


def test_who_writes_here_no_longer_keeps_page_and_link(desk):
    """The page says so; the stories are there, and lead to it as before."""
    desk.do(published(replace(CORRECTED, revision=4, byline=("Mira Sen",))))
    mira = Author(id="mira-sen", name="Mira Sen")
    desk.do(author_set(mira))
    assert "No longer" not in desk.page("/author/mira-sen/").text

    desk.do(author_set(replace(mira, ended=True)))

    page = desk.page("/author/mira-sen/").text
    assert '<p class="ended">No longer writes for this paper.</p>' in page
    assert OWN in page
    assert 'href="/author/mira-sen/"' in desk.page(OWN).text


def test_machines_are_led_to_the_page_of_who_wrote_it(desk):
    """Whoever has a page is told apart from others of the name by its address."""
    desk.do(published(replace(CORRECTED, revision=4, byline=("Mira Sen", "A. Rao"))))
    desk.do(author_set(Author(id="mira-sen", name="Mira Sen")))

    scripts = re.findall(r'ld\+json">(.+?)</script>', desk.page(OWN).text)
    found = [json.loads(each) for each in scripts]

    (article,) = [each for each in found if each["@type"] == "NewsArticle"]
    assert article["author"] == [
        {
            "@type": "Person",
            "name": "Mira Sen",
            "url": "http://banyan.example/author/mira-sen/",
        },
        {"@type": "Person", "name": "A. Rao"},
    ]


def test_a_portrait_is_shown_and_told_to_machines(desk):
    """With its own words for who cannot see it, its credit, as the link preview."""
    face = a_picture("face", alt="Mira Sen at her desk", credit="Ravi Das")
    desk.do(picture_published(face))
    desk.do(author_set(Author(id="mira-sen", name="Mira Sen", picture="face")))

    text = desk.page("/author/mira-sen/").text

    assert 'alt="Mira Sen at her desk"' in text
    assert '<figcaption class="credit">Ravi Das</figcaption>' in text
    assert '<meta property="og:image" content="http://banyan.example/media/' in text
    scripts = [json.loads(s) for s in re.findall(r'ld\+json">(.+?)</script>', text)]
    (profile,) = [each for each in scripts if each["@type"] == "ProfilePage"]
    image = profile["mainEntity"]["image"]
    assert image["@type"] == "ImageObject"
    assert image["contentUrl"].startswith("http://banyan.example/media/")
    assert (image["description"], image["creditText"]) == (face.alt, face.credit)


def test_an_agency_has_a_page_and_feeds(desk):
    """Its copy, newest first, in each form of feed."""
    name = "Meridian News Agency"
    record = Author(id="meridian-news-agency", kind=AuthorKind.AGENCY, name=name)
    desk.do(author_set(record))

    base = "/agency/meridian-news-agency/"
    assert f'<a href="{base}"><bdi>{name}</bdi></a>' in desk.page(OWN).text
    assert '<p class="kind">News agency</p>' in desk.page(base).text
    for form in ("rss", "atom", "json"):
        assert "x7k2mb" in desk.page(f"{base}feed.{form}").text
        assert desk.page(f"/agency/nobody/feed.{form}") is None


def test_related_stories_are_read_in_the_desks_order(desk):
    """What is gone, or is the story itself, is left out."""
    desk.do(
        published(a_story("x7k2mc", headline="Rivers rise")),
        published(a_story("x7k2md", headline="Roads close")),
    )
    chosen = ("x7k2md", "zzzzzz", "x7k2mb", "x7k2mc")
    desk.do(published(replace(CORRECTED, revision=4, related=chosen)))

    text = desk.page(OWN).text
    box = text[text.index('class="list see-also"') :]

    assert box.index("Roads close") < box.index("Rivers rise")
    assert "Rain &amp; trains" not in box.partition("</section>")[0]
    desk.do(killed("x7k2md"))
    assert "Roads close" not in desk.page(OWN).text


def test_lines_stand_under_the_name_of_their_part(desk):
    """Where only the copy changed there is no name; else each part has its own."""
    after = replace(
        CORRECTED,
        revision=4,
        updated=later(hours=3),
        standfirst="New standfirst.",
        body=(paragraph("Four trains stood still."), paragraph("They went on.")),
    )
    desk.do(published(after))

    newest, *others = desk.page(PATH).text.split("<h2>Corrected")

    assert re.findall("<h3>(.*)</h3>", newest) == ["Standfirst", "In the text"]
    assert re.findall("<h3>(.*)</h3>", others[0]) == ["Headline"]
