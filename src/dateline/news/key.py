"""Keys: everything a page can read, by name.

A page is made from keys. While it renders, the view writes down each key it
read; when an entry changes a key, exactly the pages that read it are made
again. Keys are as fine as what pages show:

    site                    name, zone, sections, cities
    house                   who answers for the paper, policies, robots
    story/ID/body           the whole story
    story/ID/card           what fronts show of it
    story/ID/stamp          when it last changed
    live/ID                 a live blog without its entries: how many, key points
    live/ID/2               a page of its entries, and whether another follows
    versions/ID             where the versions of a story in other languages are
    picture/ID              caption, credit, alt, renditions
    story/ID/history        what it said before it was corrected or updated
    topic/ID                a topic's name
    author/ID, agency/ID    the record of an author, of an agency
    front/ID                what the desk placed on a front, and how it is shown
    placed/ID               which stories a front names, packages included
    newest/LIST             ids of the newest 30 of a list, newest first
    day/2016-12-15          ids of a day's stories
    days/2016-12            which days of a month have stories
    months/2016             which months of a year have stories
    years                   which years have stories
    sitemap/2016-12         address and last change of a month's stories
    sitemaps                the months that have a sitemap, with last change
    recent                  ids of the last two days' stories, at most 1,000
    corrections             the newest correction notes

LIST is "site", "section/ID", "city/ID", "topic/ID", "author/ID" or
"agency/ID"; the first two also for one language alone: "hi/section/ID". Days
and months are of the site's zone.
"""

from dateline.news.site import main_language

SITE = "site"
HOUSE = "house"
YEARS = "years"
SITEMAPS = "sitemaps"
RECENT = "recent"
CORRECTIONS = "corrections"

ALL = "site"
"""The list that holds every story."""

NEWEST = 30
"""How many stories of a list a page may read at most."""


def body(story_id: str) -> str:
    """Return the key of the whole story."""
    return f"story/{story_id}/body"


def card(story_id: str) -> str:
    """Return the key of what fronts show of a story."""
    return f"story/{story_id}/card"


def stamp(story_id: str) -> str:
    """Return the key of the moment a story last changed."""
    return f"story/{story_id}/stamp"


def history(story_id: str) -> str:
    """Return the key of what a story said before."""
    return f"story/{story_id}/history"


def live(story_id: str) -> str:
    """Return the key of a live blog without its entries."""
    return f"live/{story_id}"


def live_page(story_id: str, page: int) -> str:
    """Return the key of one page of a live blog's entries."""
    return f"live/{story_id}/{page}"


def versions(story_id: str) -> str:
    """Return the key of the versions of a story in other languages."""
    return f"versions/{story_id}"


def in_language(list_name: str, language: str) -> str:
    """Return the name of the part of a list that is in one language."""
    return f"{main_language(language)}/{list_name}"


def picture(picture_id: str) -> str:
    """Return the key of a picture."""
    return f"picture/{picture_id}"


def topic(topic_id: str) -> str:
    """Return the key of a topic."""
    return f"topic/{topic_id}"


def author(kind: str, author_id: str) -> str:
    """Return the key of a record; ``kind`` is "author" or "agency"."""
    return f"{kind}/{author_id}"


def front(front_id: str) -> str:
    """Return the key of a front's places."""
    return f"front/{front_id}"


def placed(front_id: str) -> str:
    """Return the key of the stories that a front names, however it shows them."""
    return f"placed/{front_id}"


def newest(list_name: str) -> str:
    """Return the key of the newest stories of a list."""
    return f"newest/{list_name}"


def day(date: str) -> str:
    """Return the key of a day's stories; ``date`` is YYYY-MM-DD."""
    return f"day/{date}"


def days(month: str) -> str:
    """Return the key of the days of a month; ``month`` is YYYY-MM."""
    return f"days/{month}"


def months(year: str) -> str:
    """Return the key of the months of a year; ``year`` is YYYY."""
    return f"months/{year}"


def sitemap(month: str) -> str:
    """Return the key of a month's sitemap; ``month`` is YYYY-MM."""
    return f"sitemap/{month}"
