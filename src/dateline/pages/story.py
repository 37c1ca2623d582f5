"""The page of a story.

It reads the story's card for its address and then the story itself, the
site, the pictures it shows, the names of its topics and of those who wrote it,
where its versions in other languages are,
and the cards of the stories it names as related; not its neighbours: "more on
the topic" and "more from the section" are slots, or every publication would
make every story again.
"""

from dataclasses import dataclass, replace

from dateline.catalog.view import View
from dateline.news import address
from dateline.news.history import has_history
from dateline.news.site import Site, Topic
from dateline.news.story import Story, last_changed
from dateline.pages import linked_data, picture_set
from dateline.pages.assets import style_of
from dateline.pages.credits import agency_link, byline_links
from dateline.pages.figure import figure_of, figures_in
from dateline.pages.frame import edition_mark, section_link, slot_mark
from dateline.pages.gallery import gallery_of
from dateline.pages.head import Head, Preview, feeds_at, full_title, locale, preview_of
from dateline.pages.html_page import html_page
from dateline.pages.language import Tongue, direction, page_language
from dateline.pages.link import Link
from dateline.pages.live_blog import SOURCES, Blog, blog_of
from dateline.pages.mining import mining_headers
from dateline.pages.moment import iso_of
from dateline.pages.page import Page, slot
from dateline.pages.reading_time import reading_minutes
from dateline.pages.share import share_of
from dateline.pages.stamps import notes_of, stamps_of
from dateline.pages.teaser import Teaser, cards_of, enhance_card
from dateline.pages.topic_groups import topic_groups, topics_of
from dateline.pages.versions import alternates_of, versions_of

_MOST_RELATED = 5
_MOST_ABOUT = 2
"""Topics under which a story's foot shows more; each is a slot to fill."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """One place of a dateline: "Nagato", and "Japan"."""

    name: str
    rest: str


def make_story(view: View, path: str) -> Page | None:
    """Make the page of the story whose address this is, and no other's."""
    story_id = address.story_id_in(path)
    card = view.card(story_id) if story_id else None
    story = view.story(card.id) if card and card.path == path else None
    if story is None:
        return None
    site = view.site()
    language = page_language(site, story.language)
    section = section_link(site, story.section, language)
    versions = versions_of(view, story)
    picture = view.picture(story.lead_picture) if story.lead_picture else None
    lead = figure_of(
        picture,
        caption=story.lead_caption,
        sizes=picture_set.LEAD,
        tongue=Tongue(story.language, site),
    )
    blog = blog_of(view, story, path) if story.live else None
    stamps = stamps_of(story, view, entries=blog.changed if blog else None)
    topics = topics_of(view, story)
    preview = preview_of(site, picture)
    data = _data(story, view, path, section, preview, topics, blog=blog)
    page = html_page(
        "live.html" if blog else "story.html",
        site=site,
        here=f"section/{story.section}",
        head=Head(
            title=story.headline,
            full_title=full_title(site, story.headline),
            description=story.standfirst,
            site_name=site.name,
            canonical=site.url + path,
            kind="article",
            locale=locale(site, story.language),
            preview=preview,
            preload=lead.picture if lead else None,
            feeds=feeds_at(section.href, f"{site.name}: {section.name}"),
            data=data,
            published=stamps.published.iso,
            modified=stamps.changed.iso,
            section=section.name,
            mining=mining_headers(site.mining, story.agency),
            language=language,
            style=style_of(story.body),
            alternates=alternates_of(site, story, path, versions),
        ),
        story=story,
        direction=direction(story.language),
        versions=versions,
        section=section,
        spots=_spots(story),
        stamps=stamps,
        lead=lead,
        figures=figures_in(view, story.body, story.language),
        gallery=gallery_of(view, story, path),
        notes=notes_of(story, view),
        byline=byline_links(view, story),
        agency=agency_link(view, story),
        minutes=reading_minutes(story),
        age=slot(f"age{slot_mark(site, language)}/{stamps.published.iso[:7]}"),
        changes=address.changes_path(story.id) if has_history(story) else "",
        topics=topic_groups(tuple(topics), language, site.language),
        share=share_of(site, story),
        related=_related(view, story),
        more=_more(site, story, topics),
        blog=blog,
    )
    return replace(page, csp=SOURCES) if blog and blog.stream else page


def _data(  # noqa: PLR0913 - what the page has gathered
    story: Story,
    view: View,
    path: str,
    section: Link,
    preview: Preview | None,
    topics: list[Topic],
    *,
    blog: Blog | None,
) -> tuple[str, ...]:
    site = view.site()
    article = linked_data.news_article(
        story,
        site=site,
        url=site.url + path,
        section=section.name,
        images=linked_data.images_of(
            site, view.picture(story.lead_picture) if preview else None, preview
        ),
        topics=topics,
        byline=byline_links(view, story),
        more=_live_data(story, view, blog) if blog else None,
    )
    way = ((section.name, section.href), (story.headline, path))
    return article, linked_data.breadcrumbs(site, *way)


def _live_data(story: Story, view: View, blog: Blog) -> linked_data.Thing:
    """Return what makes a story a LiveBlogPosting; such a thing has no dateline."""
    began = iso_of(story.first_published, view.zone())
    changed = blog.changed_at.iso if blog.changed_at else began
    return {
        "@type": "LiveBlogPosting",
        "dateline": "",
        "dateModified": max(iso_of(last_changed(story), view.zone()), changed),
        "coverageStartTime": began,
        "coverageEndTime": "" if blog.running else changed,
        "liveBlogUpdate": list(blog.updates),
    }


def _spots(story: Story) -> list[Spot]:
    parts = [place.partition(",") for place in story.located]
    return [Spot(name=name.strip(), rest=rest.strip()) for name, _, rest in parts]


def _related(view: View, story: Story) -> list[Teaser]:
    cards = cards_of(view, story.related[:_MOST_RELATED])
    language = page_language(view.site(), story.language)
    return [
        enhance_card(card, view, language=language)
        for card in cards
        if card.id != story.id
    ]


def _more(site: Site, story: Story, topics: list[Topic]) -> list[str]:
    """Return the slots at the story's foot: its first topics, then its section."""
    mark = edition_mark(site, story.language)
    about = [slot(f"about{mark}/{topic.id}") for topic in topics[:_MOST_ABOUT]]
    in_section = site.section(story.section) is not None
    return [*about, slot(f"more{mark}/{story.section}")] if in_section else about
