"""The page of a topic: its newest stories."""

from dateline.catalog.view import View
from dateline.news.address import topic_path
from dateline.news.site import TopicKind
from dateline.pages import linked_data
from dateline.pages.front_page import newest_sheet
from dateline.pages.head import Head, feeds_at, full_title, locale
from dateline.pages.html_page import html_page
from dateline.pages.page import Page
from dateline.words.say import later, words_in

_LABELS = {
    TopicKind.SUBJECT: later("Topic"),
    TopicKind.PERSON: later("Person"),
    TopicKind.PLACE: later("Place"),
    TopicKind.ORGANISATION: later("Organisation"),
}


def make_topic(view: View, topic_id: str) -> Page | None:
    """Make a topic's page; None if nothing is known under that id."""
    topic = view.topic(topic_id)
    if topic is None:
        return None
    site = view.site()
    path = topic_path(topic_id)
    sheet = newest_sheet(view, f"topic/{topic_id}")
    head = Head(
        title=topic.name,
        full_title=full_title(site, topic.name),
        description=topic.description
        or words_in(site.language)("The latest from {name}.", name=topic.name),
        site_name=site.name,
        canonical=site.url + path,
        locale=locale(site, site.language),
        preload=sheet.lead[0].picture if sheet.lead else None,
        feeds=feeds_at(path, f"{site.name}: {topic.name}"),
        data=(linked_data.breadcrumbs(site, (topic.name, path)),),
    )
    return html_page(
        "topic.html",
        site=site,
        head=head,
        topic=topic,
        label=words_in(site.language)(_LABELS[topic.kind]),
        sheet=sheet,
    )
