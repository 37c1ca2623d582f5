"""A draft as readers would see it: the press's own page, not another template.

The draft's public form, its pictures and its topics are laid over what readers
have now, and the page function that the press calls makes the page. Slots are
filled as the server would, without the weather. The page is answered under
the newsroom's own address, to those who are logged in, and kept by nobody:
what is embargoed has no public address before its moment.
"""

import re
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from dateline.catalog.shelve import card_of
from dateline.catalog.view import Shelf, View
from dateline.news.address import slug_of
from dateline.news.story import Story as PublicStory
from dateline.newsroom.admin.public_catalog import shelf_with
from dateline.newsroom.admin.shown import zone
from dateline.newsroom.models.picture import Picture
from dateline.newsroom.models.story import Story
from dateline.newsroom.models.story_pictures import shown_picture_keys
from dateline.newsroom.public_form import public_picture, public_story, public_topic
from dateline.newsroom.public_live import live_documents
from dateline.newsroom.site_settings import site_settings
from dateline.pages.make import make
from dateline.pages.page import SLOT_END, SLOT_START
from dateline.words.say import words_in
from dateline.words.stamp import long_date_text

DRAFT_MARK = (
    '<p class="draft-mark" role="status"><strong>Draft</strong>'
    " – a preview for the desk, not published</p>"
)
_MARK_STYLE = (
    "<style>body>.draft-mark{position:sticky;top:0;z-index:99;max-width:none!important;"
    "width:auto!important;margin:0!important;"
    "padding:.4rem 1rem;background:#fde68a;color:#3b2600;text-align:center;"
    "font:600 .875rem/1.4 system-ui,sans-serif}</style>"
)
_SLOT = re.compile(f"{SLOT_START}([^{SLOT_END}]*){SLOT_END}")
_BODY = re.compile(r"<body[^>]*>")
_LINK = re.compile(r'(<a\b[^>]*?\shref=")/(?!/)')

HEADERS = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Content-Security-Policy": (
        "default-src 'none'; img-src 'self' data:; font-src 'self';"
        " style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'self'"
    ),
    "Referrer-Policy": "no-referrer",
}


def preview(story: Story, request: Any) -> HttpResponse:  # noqa: ARG001 - the same for all
    """Return the response that shows a draft."""
    return HttpResponse(marked(page_of(story)), headers=HEADERS)


def page_of(story: Story) -> str:
    """Return the page the press would make of a draft, slots filled."""
    draft = _public(story)
    documents = _documents(story, draft)
    return page_with(documents, documents[f"card/{draft.id}"].path)


def page_with(documents: Mapping[str, object], path: str) -> str:
    """Return the page at a path, made with ``documents`` over what readers have."""
    with shelf_with(documents) as shelf:
        page = make(path, View(shelf))
        if page is None or isinstance(page.text, bytes):
            return _NO_PAGE
        return _filled(page.text, shelf)


def marked(text: str) -> str:
    """Return a page that says it is a draft, and whose links lead to readers'."""
    text = _LINK.sub(rf"\1{site_settings().site.url}/", text)
    return _BODY.sub(lambda found: found.group() + _MARK_STYLE + DRAFT_MARK, text, 1)


_NO_PAGE = "<!doctype html><title>Preview</title><body><p>Nothing to show yet.</p>"


def _public(story: Story) -> PublicStory:
    """Return the public form of a draft in which anything may still be missing."""
    if not story.slug:
        story.slug = slug_of(story.headline)
    if not story.section_id:
        story.section_id = site_settings().site.sections[0].id
    return public_story(story, first_published=timezone.now())


def _documents(story: Story, draft: PublicStory) -> dict[str, Any]:
    """Return what the draft brings with it, by its name in the catalog."""
    rows = Picture.objects.filter(pk__in=shown_picture_keys(story), killed=False)
    pictures = [public_picture(row) for row in rows]
    topics = [public_topic(row) for row in story.topics.all()]
    return {
        f"story/{draft.id}": draft,
        f"card/{draft.id}": card_of(draft, zone=zone()),
        **{f"picture/{picture.id}": picture for picture in pictures},
        **{f"topic/{topic.id}": topic for topic in topics},
        **live_documents(story),
    }


def _filled(text: str, shelf: Shelf) -> str:
    return _SLOT.sub(lambda found: _slot(found.group(1), shelf), text)


def _slot(name: str, shelf: Shelf) -> str:
    """Return a slot's value; what only the server knows is left out."""
    site = View(shelf).site()
    city = site.city(site.default_city)
    kind, _, language = name.partition("/")[0].partition(".")
    if kind == "today":
        day = timezone.now().astimezone(zone()).date()
        text = long_date_text(day, words_in(language or site.language))
        return f'<time datetime="{day.isoformat()}">{text}</time>'
    if kind == "weather":
        return city.called(language) if city else ""
    if name == "local" and city is not None:
        name = f"local/{city.id}"
    page = make(f"/_slot/{name}", View(shelf))
    return page.text if page is not None and isinstance(page.text, str) else ""
