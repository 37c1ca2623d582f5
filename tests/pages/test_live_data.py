"""A live blog as search engines read it: LiveBlogPosting and its updates."""

import json
import re
from dataclasses import replace
from datetime import datetime

import pytest

from support.copy import a_site, a_story, an_entry, later
from support.press_house import published, said, site_set, taken_out
from support.public_desk import Desk

OWN = "/world/2016/12/15/leaders-meet-x7k2mb/"
BLOG = a_story(live="running")


@pytest.fixture
def desk(tmp_path):
    """A paper with a running live blog of three entries."""
    found = Desk(tmp_path)
    found.do(site_set(a_site()))
    found.do(published(BLOG), *(said(an_entry(n)) for n in (1, 2, 3)))
    yield found
    found.store.close()


def blog_of(desk):
    """Return what the page says of itself; there is one such thing, and no article."""
    scripts = re.findall(r'ld\+json">(.+?)</script>', desk.page(OWN).text)
    found = [json.loads(each) for each in scripts]
    assert not [each for each in found if each["@type"] == "NewsArticle"]
    (blog,) = [each for each in found if each["@type"] == "LiveBlogPosting"]
    return blog


def test_it_has_begun_and_has_no_end_while_it_runs(desk):
    """Coverage starts not after the first entry; every moment has its zone."""
    blog = blog_of(desk)
    moments = [
        datetime.fromisoformat(u["datePublished"]) for u in blog["liveBlogUpdate"]
    ]
    start = datetime.fromisoformat(blog["coverageStartTime"])

    assert "coverageEndTime" not in blog
    assert start.utcoffset() is not None
    assert start <= min(moments)
    assert datetime.fromisoformat(blog["dateModified"]) == max(moments)


def test_it_ends_with_its_last_change(desk):
    """Once it has ended it says when: not before any of its entries."""
    desk.do(published(replace(BLOG, revision=2, live="ended")))
    blog = blog_of(desk)

    end = datetime.fromisoformat(blog["coverageEndTime"])
    assert end.utcoffset() is not None
    assert end >= max(
        datetime.fromisoformat(u["dateModified"]) for u in blog["liveBlogUpdate"]
    )


def test_each_update_is_where_it_stands_for_ever(desk):
    """The newest first, each a BlogPosting with an address of its own that is there."""
    updates = blog_of(desk)["liveBlogUpdate"]

    assert [u["@type"] for u in updates] == ["BlogPosting"] * 3
    assert [u["headline"].split()[1] for u in updates] == ["3", "2", "1"]
    for update in updates:
        path, _, name = (
            update["url"].removeprefix("http://banyan.example").partition("#")
        )
        assert f'id="{name}"' in desk.page(path).text


def test_a_correction_and_a_removal_are_in_it(desk):
    """What was put right has a later date; what was taken out is not told."""
    desk.do(said(an_entry(2, corrected=later(hours=3), note="It was two.")))
    desk.do(taken_out("x7k2mb", 1, later(hours=4)))
    three, two = blog_of(desk)["liveBlogUpdate"]

    assert two["dateModified"] > two["datePublished"]
    assert three["dateModified"] == three["datePublished"]
