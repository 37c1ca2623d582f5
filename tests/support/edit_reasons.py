"""For each edit, every page looked at again, and the changed keys that it had read.

``press/test_edits.py`` says which pages come out different; this is the whole
plan, with those that come out the same:

    the edit
        the changed keys
            the pages that had read them; ``feed.*`` stands for three feeds
"""

TABLE = """\
a new story
    newest/section/world newest/site
        /
    newest/city/mumbai
        /_slot/local/mumbai /city/mumbai/ /city/mumbai/feed.*
    newest/section/world
        /_slot/more/world /world/ /world/feed.*
    newest/site
        /_slot/ticker /feed.*
    day/2016-12-15
        /archive/2016/12/15/
    story/x7k2mc/card
        /s/x7k2mc /world/2016/12/15/new-x7k2mc/
    sitemaps
        /sitemap.xml
    sitemap/2016-12
        /sitemaps/2016-12.xml
    recent
        /sitemaps/news.xml
    newest/topic/japan
        /_slot/about/japan /topic/japan/ /topic/japan/feed.*
a changed body
    story/x7k2mb/body
        /world/2016/12/15/leaders-meet-x7k2mb/
a changed headline
    story/x7k2mb/card
        / /_slot/about/japan /_slot/more/world /_slot/ticker
        /archive/2016/12/15/
        /city/mumbai/ /city/mumbai/feed.* /feed.* /s/x7k2mb /sitemaps/news.xml
        /topic/japan/ /topic/japan/feed.* /world/ /world/feed.*
    story/x7k2mb/body story/x7k2mb/card
        /world/2016/12/15/leaders-meet-x7k2mb/
a changed slug
    story/x7k2mb/card
        / /_slot/about/japan /_slot/more/world /_slot/ticker
        /archive/2016/12/15/
        /city/mumbai/ /city/mumbai/feed.* /feed.* /s/x7k2mb /sitemaps/news.xml
        /topic/japan/ /topic/japan/feed.* /world/ /world/2016/12/15/talks-end-x7k2mb/
        /world/feed.*
    sitemap/2016-12
        /sitemaps/2016-12.xml
    story/x7k2mb/body story/x7k2mb/card
        /world/2016/12/15/leaders-meet-x7k2mb/
a moved section
    newest/section/india newest/section/world newest/site story/x7k2mb/card
        /
    newest/city/mumbai
        /_slot/local/mumbai
    newest/city/mumbai story/x7k2mb/card
        /city/mumbai/ /city/mumbai/feed.*
    newest/section/india
        /_slot/more/india /india/ /india/feed.*
    newest/section/world story/x7k2mb/card
        /_slot/more/world /world/ /world/feed.*
    newest/site story/x7k2mb/card
        /_slot/ticker /feed.*
    months/2016
        /archive/2016/
    days/2016-12
        /archive/2016/12/
    day/2016-12-15 story/x7k2mb/card
        /archive/2016/12/15/
    story/x7k2mb/card
        /india/2016/12/15/leaders-meet-x7k2mb/ /s/x7k2mb
    sitemaps
        /sitemap.xml
    sitemap/2016-12
        /sitemaps/2016-12.xml
    recent story/x7k2mb/card
        /sitemaps/news.xml
    newest/topic/japan story/x7k2mb/card
        /_slot/about/japan /topic/japan/ /topic/japan/feed.*
    story/x7k2mb/body story/x7k2mb/card
        /world/2016/12/15/leaders-meet-x7k2mb/
an update
    story/x7k2mb/stamp
        /city/mumbai/feed.* /feed.* /topic/japan/feed.* /world/feed.*
    sitemaps
        /sitemap.xml
    sitemap/2016-12
        /sitemaps/2016-12.xml
    story/x7k2mb/history
        /changes/x7k2mb/
    story/x7k2mb/body
        /world/2016/12/15/leaders-meet-x7k2mb/
a correction
    story/x7k2mb/stamp
        /city/mumbai/feed.* /feed.* /topic/japan/feed.* /world/feed.*
    corrections
        / /corrections/
    sitemaps
        /sitemap.xml
    sitemap/2016-12
        /sitemaps/2016-12.xml
    story/x7k2mb/history
        /changes/x7k2mb/
    story/x7k2mb/body
        /world/2016/12/15/leaders-meet-x7k2mb/
a swapped picture
    story/x7k2mb/card
        / /_slot/about/japan /_slot/more/world /_slot/ticker
        /archive/2016/12/15/
        /city/mumbai/ /city/mumbai/feed.* /feed.* /s/x7k2mb /sitemaps/news.xml
        /topic/japan/ /topic/japan/feed.* /world/ /world/feed.*
    story/x7k2mb/body story/x7k2mb/card
        /world/2016/12/15/leaders-meet-x7k2mb/
a picture's new caption
    picture/spring
        / /city/mumbai/ /city/mumbai/feed.* /feed.*
        /media/spring-720.avif /media/spring-720.jpg /media/spring-og.jpg
        /topic/japan/ /topic/japan/feed.* /world/
        /world/2016/12/15/leaders-meet-x7k2mb/ /world/feed.*
a withdrawal
    newest/section/world newest/site story/x7k2mb/card
        /
    newest/city/mumbai
        /_slot/local/mumbai
    newest/city/mumbai story/x7k2mb/card
        /city/mumbai/
    newest/section/world story/x7k2mb/card
        /_slot/more/world /world/
    newest/site story/x7k2mb/card
        /_slot/ticker
    months/2016
        /archive/2016/
    days/2016-12
        /archive/2016/12/
    day/2016-12-15 story/x7k2mb/card
        /archive/2016/12/15/
    newest/city/mumbai story/x7k2mb/card story/x7k2mb/stamp
        /city/mumbai/feed.*
    newest/site story/x7k2mb/card story/x7k2mb/stamp
        /feed.*
    story/x7k2mb/card
        /s/x7k2mb
    sitemaps
        /sitemap.xml
    sitemap/2016-12
        /sitemaps/2016-12.xml
    recent story/x7k2mb/card
        /sitemaps/news.xml
    newest/topic/japan story/x7k2mb/card
        /_slot/about/japan /topic/japan/
    newest/topic/japan story/x7k2mb/card story/x7k2mb/stamp
        /topic/japan/feed.*
    story/x7k2mb/body story/x7k2mb/card
        /world/2016/12/15/leaders-meet-x7k2mb/
    newest/section/world story/x7k2mb/card story/x7k2mb/stamp
        /world/feed.*
a kill
    newest/section/world newest/site story/x7k2mb/card
        /
    newest/city/mumbai
        /_slot/local/mumbai
    newest/city/mumbai story/x7k2mb/card
        /city/mumbai/
    newest/section/world story/x7k2mb/card
        /_slot/more/world /world/
    newest/site story/x7k2mb/card
        /_slot/ticker
    months/2016
        /archive/2016/
    days/2016-12
        /archive/2016/12/
    day/2016-12-15 story/x7k2mb/card
        /archive/2016/12/15/
    newest/city/mumbai story/x7k2mb/card story/x7k2mb/stamp
        /city/mumbai/feed.*
    newest/site story/x7k2mb/card story/x7k2mb/stamp
        /feed.*
    story/x7k2mb/card
        /s/x7k2mb
    sitemaps
        /sitemap.xml
    sitemap/2016-12
        /sitemaps/2016-12.xml
    recent story/x7k2mb/card
        /sitemaps/news.xml
    newest/topic/japan story/x7k2mb/card
        /_slot/about/japan /topic/japan/
    newest/topic/japan story/x7k2mb/card story/x7k2mb/stamp
        /topic/japan/feed.*
    story/x7k2mb/body story/x7k2mb/card
        /world/2016/12/15/leaders-meet-x7k2mb/
    newest/section/world story/x7k2mb/card story/x7k2mb/stamp
        /world/feed.*
a re-ordered front
    front/home
        /
    placed/home
        /_slot/local/mumbai /_slot/local/patna /_slot/local/ranchi
a changed package
    front/home
        /
    placed/home
        /_slot/local/mumbai /_slot/local/patna /_slot/local/ranchi
a changed label
    front/home
        /
a front's own headline
    front/home
        /
a changed shape
    front/home
        /
a breaking line
    front/home
        /
a section's front
    front/section/india
        / /india/
a renamed topic
    topic/japan
        /_slot/about/japan /topic/japan/ /topic/japan/feed.*
        /world/2016/12/15/leaders-meet-x7k2mb/
a topic of another kind
    topic/japan
        /_slot/about/japan /topic/japan/ /topic/japan/feed.*
        /world/2016/12/15/leaders-meet-x7k2mb/
a record of an author
    author/mira-sen
        /author/mira-sen/ /author/mira-sen/feed.*
a record of an agency
    agency/meridian-news-agency
        /agency/meridian-news-agency/ /agency/meridian-news-agency/feed.*
        /india/2016/11/05/old-line-bcdfgh/ /world/2016/12/15/leaders-meet-x7k2mb/
a related story
    story/x7k2mb/body
        /world/2016/12/15/leaders-meet-x7k2mb/
an hour without news
two days without news
    recent
        /sitemaps/news.xml
"""


def plan_of(edit):
    """Return the table's part on an edit: path -> its reasons."""
    found, now, keys = {}, "", ()
    for line in TABLE.splitlines():
        words = line.split()
        if not line.startswith("    "):
            now = line
        elif not line.startswith("        "):
            keys = tuple(words)
        elif now == edit:
            found |= {path: keys for word in words for path in _spread(word)}
    return found


def _spread(path):
    if not path.endswith("feed.*"):
        return [path]
    return [path[:-1] + kind for kind in ("rss", "atom", "json")]
