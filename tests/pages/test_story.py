"""The page of a story."""

import json
import re

import html5lib
import pytest

PATH = "/world/2016/12/15/leaders-meet-x7k2mb/"
BARE = "/india/2016/11/05/old-line-bcdfgh/"
URDU = "/india/2016/12/15/urdu-vwxzbc/"
HEADLINE = "Leaders </script><b>meet</b> & talk"
BRIEF = "/world/2016/12/15/brief-b-zzzzbb/"


@pytest.fixture
def text(paper):
    """Return the rich story's text."""
    return paper.page(PATH).text


def things(text):
    """Return the JSON-LD objects of a page by type."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    return {thing["@type"]: thing for thing in map(json.loads, found)}


def test_it_reads_its_own_things_and_no_neighbours(paper):
    """A publication elsewhere leaves a story's page alone."""
    _, reads = paper.look(PATH)

    assert reads == {
        "site",
        "story/x7k2mb/card",
        "versions/x7k2mb",
        "story/x7k2mb/body",
        "picture/spring",
        "picture/harbour",
        "picture/gone",
        "picture/erased",
        "topic/japan",
        "topic/unknown",
        "author/asha-rao",
        "author/imran-khan",
        "author/mei-ito",
        "agency/meridian-news-agency",
    }


def test_copy_cannot_leave_its_place(text):
    """Headline, caption and note are escaped; a script end in JSON-LD too."""
    assert "<h1>Leaders &lt;&#x2f;script&gt;&lt;b&gt;meet&lt;" in text
    assert "It was &lt;two&gt;." in text
    assert "</script><b>" not in text
    assert things(text)["NewsArticle"]["headline"] == HEADLINE


def test_block_text_is_printed_as_it_is(text):
    """The small markup of blocks was cleaned before and stays markup."""
    assert "<p>They met <em>late</em> &amp; spoke" in text


def test_every_kind_of_block_is_shown(text):
    """Each kind of block has its element; a picture that is gone leaves none."""
    assert "<h2>Two names</h2>" in text
    assert "<blockquote><p>We talked.</p></blockquote>" in text
    assert "A &amp; B</figcaption>" in text
    assert re.search(r"<ol>\s*<li>One</li>\s*<li>Two</li>\s*</ol>", text)
    assert '<aside class="facts" aria-label="In brief">' in text
    assert '<th scope="col">Roof</th>' in text
    assert '<td data-label="°C" class="n">3</td>' in text
    assert '<pre tabindex="0">1  2\n3  4</pre>' in text
    assert "Cranes at work" in text
    assert text.count("<figure") == 3


def test_the_dateline_stands_before_the_copy(text):
    """Each place with its country, then the agency's short name."""
    dateline = re.search(r'<p class="dateline">(.*?)</p>', text, re.DOTALL)[1]
    plain = " ".join(re.sub(r"<[^>]+>", "", dateline).split())

    assert plain == "Nagato, Japan / Tokyo (MNA)"


def test_bylines_are_joined_as_people_do(text):
    """Several names are joined with commas and a last "and"."""
    byline = re.search(r'<p class="byline">(.*?)</p>', text)[1]

    assert re.sub(r"<[^>]+>", "", byline) == "By Asha Rao, Imran Khan and Mei Ito"


def test_a_second_stamp_says_why(text):
    """A corrected story has two stamps; the second leads to the note."""
    assert (
        'Published <time datetime="2016-12-15T18:22:00+05:30">'
        "15 Dec 2016, 6.22 pm IST</time>"
    ) in text
    assert (
        '<a href="#corrections">Corrected</a> '
        '<time datetime="2016-12-15T20:22:00+05:30">15 Dec 2016, 8.22 pm IST</time>'
    ) in text


def test_one_stamp_where_nothing_changed(paper):
    """A story that was never touched again has the one stamp."""
    text = paper.page(BRIEF).text

    assert text.count('<p class="stamp">') == 1
    assert "Updated" not in text


def test_a_bare_story_leaves_empty_places_out(paper):
    """Without dateline, picture, standfirst and byline nothing empty is shown."""
    text = paper.page(BARE).text

    for part in ("dateline", "standfirst", "byline", "agency"):
        assert f'class="{part}"' not in text
    assert "<figure" not in text
    assert "og:image" not in text
    assert "og:description" not in text


def test_the_lead_picture_is_preloaded_and_the_others_wait(text):
    """The first picture comes first; later ones when they are near."""
    assert 'rel="preload" as="image" type="image/avif"' in text
    images = re.findall(r"<img [^>]*>", text)
    assert ["lazy" in image for image in images] == [False, True, True, True]
    assert 'fetchpriority="high"' in images[0]


def test_caption_and_credit_are_apart_from_the_alternative_text(text):
    """The caption of this use comes first, the alternative text is no caption."""
    assert "<figcaption>Steam &amp; stone at Nagato" in text
    assert '<span class="credit">Coastline Photo</span>' in text
    assert 'alt="White vapour over dark water between wooded hills"' in text


def test_its_own_language_and_direction(paper):
    """An Urdu story is marked as such and runs from right to left."""
    assert '<article class="story" lang="ur" dir="rtl">' in paper.page(URDU).text


def test_news_article(text):
    """The article says who wrote it, when, where, and what was corrected."""
    article = things(text)["NewsArticle"]

    assert article["@context"] == "https://schema.org"
    assert article["datePublished"] == "2016-12-15T18:22:00+05:30"
    assert article["dateModified"] == "2016-12-15T20:22:00+05:30"
    assert article["dateline"] == "Nagato, Japan / Tokyo (MNA)"
    assert [a["@type"] for a in article["author"]] == ["Person"] * 3
    assert article["sourceOrganization"]["name"] == "Meridian News Agency"
    assert article["creditText"] == "Meridian News Agency"
    assert article["publisher"]["@type"] == "NewsMediaOrganization"
    assert article["isAccessibleForFree"] is True
    assert article["inLanguage"] == "en"
    assert article["image"] == [
        "http://banyan.example/media/spring-720.jpg",
        "http://banyan.example/media/spring-og.jpg",
    ]
    assert article["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "It was <two>.",
            "datePublished": "2016-12-15T20:22:00+05:30",
        }
    ]


def test_agency_copy_without_a_name_is_by_the_agency(paper):
    """The author of agency copy is an organization."""
    article = things(paper.page(BRIEF).text)["NewsArticle"]

    assert article["author"] == [
        {"@type": "Organization", "name": "Meridian News Agency"}
    ]


def test_the_way_home(text):
    """The breadcrumbs lead from home over the section to the story."""
    items = things(text)["BreadcrumbList"]["itemListElement"]

    assert [item["position"] for item in items] == [1, 2, 3]
    assert [item["item"] for item in items] == [
        "http://banyan.example/",
        "http://banyan.example/world/",
        f"http://banyan.example{PATH}",
    ]


def test_link_preview(text):
    """Open Graph has title, address, type, moments and a sized picture."""
    document = html5lib.parse(text, namespaceHTMLElements=False)
    meta = {m.get("property"): m.get("content") for m in document.iter("meta")}

    assert meta["og:type"] == "article"
    assert meta["og:title"] == HEADLINE
    assert meta["og:url"] == f"http://banyan.example{PATH}"
    assert meta["og:locale"] == "en_IN"
    assert meta["og:image"] == "http://banyan.example/media/spring-og.jpg"
    assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")
    assert meta["article:published_time"] == "2016-12-15T18:22:00+05:30"


def test_share_links_need_no_script(text):
    """Mail, a messenger and the short link, with everything quoted."""
    assert 'href="mailto:?subject=Leaders%20%3C/script%3E' in text
    assert "body=http%3A%2F%2Fbanyan.example%2Fs%2Fx7k2mb" in text
    assert 'href="/s/x7k2mb"' in text
