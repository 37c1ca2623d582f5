"""Sitemaps."""

import re
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from lxml import etree

from dateline.catalog import view
from dateline.catalog.clock import RECENT_LIMIT
from dateline.pages import sitemap
from support.copy import a_site, a_story, later
from support.press_house import published, site_set
from support.public_desk import Desk
from support.sitemap_schema import sitemap_faults

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def root(paper, path):
    """Return the root of a sitemap."""
    return etree.fromstring(paper.page(path).text.encode())


def test_the_index_lists_the_months(paper):
    """Each month that has stories, with its last change."""
    found = root(paper, "/sitemap.xml")

    assert found.tag == f"{SITEMAP}sitemapindex"
    assert [[child.text for child in each] for each in found] == [
        ["http://banyan.example/sitemaps/2016-11.xml", "2016-11-05T18:22:00+05:30"],
        ["http://banyan.example/sitemaps/2016-12.xml", "2016-12-15T20:22:00+05:30"],
    ]


def test_a_month_says_truthfully_when_a_story_changed(paper):
    """Lastmod is the moment of the correction, not of the file."""
    found = root(paper, "/sitemaps/2016-12.xml")
    rows = {url.findtext(f"{SITEMAP}loc"): url for url in found}
    story = rows["http://banyan.example/world/2016/12/15/leaders-meet-x7k2mb/"]

    assert len(rows) == 16
    assert [child.tag for child in story] == [f"{SITEMAP}loc", f"{SITEMAP}lastmod"]
    assert story.findtext(f"{SITEMAP}lastmod") == "2016-12-15T20:22:00+05:30"


def test_news_are_the_last_two_days(paper):
    """The news sitemap has the last two days' stories and no older one."""
    found = [u.findtext(f"{SITEMAP}loc") for u in root(paper, "/sitemaps/news.xml")]

    assert len(found) == 16
    assert found[0].endswith("x7k2mb/")
    assert not any("bcdfgh" in address for address in found)


def test_news_elements_stand_in_their_fixed_order(paper):
    """publication, publication_date, title; the language without a country."""
    news = root(paper, "/sitemaps/news.xml")[0].find(f"{NEWS}news")

    assert [child.tag for child in news] == [
        f"{NEWS}publication",
        f"{NEWS}publication_date",
        f"{NEWS}title",
    ]
    assert [child.tag for child in news[0]] == [f"{NEWS}name", f"{NEWS}language"]
    assert news[0][1].text == "en"
    assert news[1].text == "2016-12-15T18:22:00+05:30"
    assert news[2].text == "Leaders </script><b>meet</b> & talk"


def test_the_news_sitemap_changes_with_what_it_shows(paper):
    """It reads who is recent and each one's card, not bodies or stamps."""
    _, reads = paper.look("/sitemaps/news.xml")

    assert reads - {f for f in reads if f.endswith("/card")} == {"site", "recent"}


def test_every_sitemap_keeps_to_the_schema(paper):
    """Elements, their order, absolute addresses, moments with their zone."""
    maps = [path for path in paper.all_pages() if "sitemap" in path]
    assert len(maps) == 4
    for path in maps:
        page = paper.page(path)
        assert sitemap_faults(page.text) == [], path
        assert len(page.text.encode()) < 50_000_000


@pytest.mark.parametrize(
    "wrong",
    [
        ("<lastmod>2016-11-05T18:22:00+05:30", "<lastmod>2016-11-05 18:22"),
        (
            "<loc>http://banyan.example/sitemaps/2016-11.xml",
            "<loc>/sitemaps/2016-11.xml",
        ),
        ("<lastmod>", "<changed>"),
    ],
)
def test_the_schema_finds_what_is_wrong(paper, wrong):
    """Or the test above would say nothing."""
    before, after = wrong
    text = paper.page("/sitemap.xml").text.replace(before, after)
    text = text.replace("</lastmod>", "</changed>") if "changed" in after else text

    assert sitemap_faults(text)


def test_every_story_and_no_other_address_is_in_a_sitemap(paper):
    """What is listed answers 200 under just that address."""
    listed = {
        address.removeprefix("http://banyan.example")
        for month in ("2016-11", "2016-12")
        for address in re.findall(
            "<loc>(.*?)</loc>", paper.page(f"/sitemaps/{month}.xml").text
        )
    }
    stories = {
        path
        for path, page in paper.all_pages().items()
        if re.fullmatch(r"/[a-z]+/\d{4}/\d\d/\d\d/[^/]+/", path) and page.status == 200
    }

    assert listed == stories


def test_news_are_younger_than_two_days_and_in_order(paper):
    """The newest first, and none two days older than the newest can be."""
    text = paper.page("/sitemaps/news.xml").text
    moments = [
        datetime.fromisoformat(found)
        for found in re.findall("<news:publication_date>(.*?)</", text)
    ]

    assert moments == sorted(moments, reverse=True)
    assert moments[0] - moments[-1] < timedelta(days=2)
    assert RECENT_LIMIT == 1_000


def test_a_full_month_lists_the_newest(monkeypatch):
    """At most 50,000 addresses stand in a file."""
    assert sitemap.LIMIT == 50_000
    monkeypatch.setattr(sitemap, "LIMIT", 2)
    moment = datetime.fromisoformat("2016-12-15T12:52:00+00:00")
    placed = [SimpleNamespace(path=f"/a/{n}/", changed=moment) for n in range(3)]
    site = a_site()
    view = SimpleNamespace(
        sitemap=lambda _year, _month: placed,
        zone=lambda: moment.tzinfo,
        site=lambda: site,
    )

    text = sitemap.make_month(view, "2016", "12").text

    assert re.findall("<loc>.*?(/a/.*?)</loc>", text) == ["/a/1/", "/a/2/"]


def test_news_are_at_most_a_thousand(monkeypatch, tmp_path):
    """Of more within two days the newest are there, and nothing else is lost."""
    assert view.RECENT_LIMIT == 1000
    monkeypatch.setattr(view, "RECENT_LIMIT", 3)
    desk = Desk(tmp_path)
    desk.do(site_set(a_site()))
    for hour, letter in enumerate("bcdfg"):
        story = a_story(f"x7k2m{letter}", first_published=later(hours=hour))
        desk.do(published(story))

    text = desk.page("/sitemaps/news.xml").text

    assert [i[-1] for i in re.findall("-(x7k2m.)/</loc>", text)] == ["g", "f", "d"]
    assert len(re.findall("<loc>", desk.page("/sitemaps/2016-12.xml").text)) == 5
    desk.store.close()
