"""JSON-LD: what a page says to machines, each thing an object of its own.

Not one ``@graph``: some readers see nothing in it. Fields without a value are
left out. ``<`` is written as an escape, so that no copy can end the script.
"""

import html
import re
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from dateline.news.address import topic_path
from dateline.news.block import Block, BlockKind
from dateline.news.house import House
from dateline.news.picture import CROPS, Picture
from dateline.news.site import Site, Topic, TopicKind
from dateline.news.story import Story, last_changed
from dateline.pages.assets import assets
from dateline.pages.head import Preview
from dateline.pages.link import Link
from dateline.pages.moment import iso_of
from dateline.words.say import words_in

Thing = dict[str, Any]

_TAG = re.compile(r"<[^>]+>")
LOGO = 512
"""Pixels a side of the icon that stands for the paper."""

_CONTEXT = "https://schema.org"
_encode = msgspec.json.Encoder().encode


def json_ld(thing: Thing) -> str:
    """Return a thing as the content of a script element."""
    whole = {"@context": _CONTEXT, **{k: v for k, v in thing.items() if v}}
    return _encode(whole).decode().replace("<", "\\u003c")


def news_article(  # noqa: PLR0913 - what a page has gathered
    story: Story,
    *,
    site: Site,
    url: str,
    section: str,
    images: list[str],
    topics: list[Topic],
    byline: list[Link],
    more: Thing | None = None,
) -> str:
    """Return a story as NewsArticle; ``url`` and ``images`` are absolute.

    ``byline`` leads to the pages of those who wrote it, where they have one. What
    ``more`` names takes the place of what a plain story says.
    """
    zone = ZoneInfo(site.zone)
    return json_ld(
        {
            "@type": "NewsArticle",
            "headline": story.headline,
            "description": story.standfirst,
            "url": url,
            "mainEntityOfPage": url,
            "datePublished": iso_of(story.first_published, zone),
            "dateModified": iso_of(last_changed(story), zone),
            "dateline": dateline_text(story),
            "author": _authors(story, site, byline),
            "sourceOrganization": _organization(story.agency),
            "creditText": story.agency,
            "publisher": _publisher(site),
            "image": images,
            "articleSection": section,
            "keywords": [topic.called(story.language) for topic in topics],
            "about": _things(site, topics, story, subjects=True),
            "mentions": _things(site, topics, story, subjects=False),
            "inLanguage": story.language,
            "isAccessibleForFree": True,
            "correction": [
                {
                    "@type": "CorrectionComment",
                    "text": correction.note,
                    "datePublished": iso_of(correction.moment, zone),
                }
                for correction in story.corrections
            ],
            **(more or {}),
        }
    )


def image_gallery(
    story: Story, *, site: Site, url: str, title: str, pictures: Iterable[Thing]
) -> str:
    """Return a story's pictures as ImageGallery; ``url`` is absolute."""
    zone = ZoneInfo(site.zone)
    return json_ld(
        {
            "@type": "ImageGallery",
            "name": title,
            "headline": story.headline,
            "description": story.standfirst,
            "url": url,
            "datePublished": iso_of(story.first_published, zone),
            "dateModified": iso_of(last_changed(story), zone),
            "publisher": _publisher(site),
            "inLanguage": story.language,
            "isAccessibleForFree": True,
            "associatedMedia": list(pictures),
        }
    )


def image_object(site: Site, picture: Picture, caption: str) -> Thing:
    """Return a picture as ImageObject: its largest JPEG, credit and terms of use."""
    renditions = [r for r in picture.renditions if r.mime == "image/jpeg"]
    wide = [r for r in renditions if r.role == "width"]
    file = max(wide, key=lambda r: r.width)
    terms = {"@type": "CreativeWork", "name": picture.usage_terms}
    thing: Thing = {
        "@type": "ImageObject",
        "contentUrl": site.url + file.path,
        "encodingFormat": file.mime,
        "width": f"{file.width} px",
        "height": f"{file.height} px",
        "caption": caption,
        "description": picture.alt,
        "creditText": picture.credit,
        "creator": {"@type": "Person", "name": picture.creator}
        if picture.creator
        else None,
        "license": terms if picture.usage_terms else None,
    }
    return {name: value for name, value in thing.items() if value}


def breadcrumbs(site: Site, *crumbs: tuple[str, str]) -> str:
    """Return the way from home to a page: ``(name, path)``, the page last."""
    say = words_in(site.language)
    way = ((say("Home"), "/"), *crumbs)
    return json_ld(
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": name,
                    "item": site.url + path,
                }
                for position, (name, path) in enumerate(way, start=1)
            ],
        }
    )


def news_organization(site: Site, house: House | None = None) -> str:
    """Return the publisher with its policies; with ``house`` also where it is."""
    contact = {
        "@type": "ContactPoint",
        "contactType": "newsroom",
        "email": site.contact,
    }
    is_address = "@" in site.contact
    about = site.url + "/about/"
    complain = "/grievances/" if site.grievances else "/contact/"
    return json_ld(
        {
            **_publisher(site),
            "description": site.description,
            "logo": site.url + assets().icons[LOGO],
            "publishingPrinciples": about,
            "ownershipFundingInfo": about,
            "correctionsPolicy": site.url + "/corrections/",
            "actionableFeedbackPolicy": site.url + complain,
            "address": house.address if house else "",
            "telephone": house.phone if house else "",
            "contactPoint": contact if is_address else None,
        }
    )


def web_site(site: Site) -> str:
    """Return the site as WebSite, for the home page."""
    return json_ld(
        {
            "@type": "WebSite",
            "name": site.name,
            "url": site.url + "/",
            "inLanguage": site.language,
            "potentialAction": _search(site) if site.searchable else None,
        }
    )


def _search(site: Site) -> Thing:
    return {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": site.url + "/search?q={search_term_string}",
        },
        "query-input": "required name=search_term_string",
    }


def dateline_text(story: Story) -> str:
    """Return the dateline in one line: "Nagato, Japan (MNA)"."""
    places = " / ".join(story.located)
    return f"{places} ({story.credit})".lstrip() if story.credit else places


def plain_text(blocks: Iterable[Block]) -> str:
    """Return what blocks say, without marks, a paragraph a line."""
    texts = (b.text or "\n".join(b.items) or _told(b) or b.title for b in blocks)
    return plain_inline("\n".join(text for text in texts if text))


def _told(block: Block) -> str:
    """Return the moments of a timeline, a line each; nothing of other blocks."""
    if block.kind is not BlockKind.TIMELINE:
        return ""
    return "\n".join(": ".join(filter(None, row)) for row in block.rows)


def plain_inline(text: str) -> str:
    """Return the text of a block without its marks."""
    return html.unescape(_TAG.sub("", text))


def images_of(
    site: Site, picture: Picture | None, preview: Preview | None
) -> list[str]:
    """Return the addresses of the crops, the largest JPEG, and the preview's crop."""
    renditions = picture.renditions if picture else ()
    jpeg = [r for r in renditions if r.mime == "image/jpeg" and r.role == "width"]
    largest = max(jpeg, key=lambda r: r.width, default=None)
    found = [site.url + r.path for r in renditions if r.role in CROPS]
    if largest:
        found.append(site.url + largest.path)
    if preview and preview.href not in found:
        found.append(preview.href)
    return found


_TYPES = {
    TopicKind.SUBJECT: "Thing",
    TopicKind.PERSON: "Person",
    TopicKind.PLACE: "Place",
    TopicKind.ORGANISATION: "Organization",
}


def _things(
    site: Site, topics: list[Topic], story: Story, *, subjects: bool
) -> list[Thing]:
    """Return what a story is about, or whom and what else it names."""
    return [
        {
            "@type": _TYPES[topic.kind],
            "name": topic.called(story.language),
            "url": site.url + topic_path(topic.id),
        }
        for topic in topics
        if (topic.kind is TopicKind.SUBJECT) == subjects
    ]


def _publisher(site: Site) -> Thing:
    return {
        "@type": "NewsMediaOrganization",
        "name": site.publisher or site.name,
        "url": site.url + "/",
    }


def _organization(name: str) -> Thing | None:
    return {"@type": "Organization", "name": name} if name else None


def _authors(story: Story, site: Site, byline: list[Link]) -> list[Thing]:
    """Return who wrote it: people by name, else the agency, else the paper."""
    people: list[Thing] = [{"@type": "Person", "name": by.name} for by in byline]
    for person, by in zip(people, byline, strict=True):
        if by.href:
            person["url"] = site.url + by.href
    return people or [_organization(story.agency) or _publisher(site)]
