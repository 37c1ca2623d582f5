"""What all feed forms say: the newest stories of a list.

A feed reads cards, pictures and stamps, not bodies. Each story has one id that
never changes, its short link, the same in all three forms: a correction or a
new slug does not bring it up as unread.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from dateline.catalog.view import View
from dateline.news import key
from dateline.news.address import (
    author_path,
    city_path,
    edition_path,
    section_path,
    short_path,
    topic_path,
)
from dateline.news.author import Author, AuthorKind
from dateline.news.front import city_front, section_front
from dateline.news.picture import Picture, Rendition
from dateline.news.site import City, Section, Site, Topic
from dateline.news.story import Card
from dateline.pages.language import language_name, list_of
from dateline.pages.picture_set import preview_rendition
from dateline.pages.teaser import cards_of, section_name

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without stories last changed: Atom wants a moment."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedPicture:
    """The picture of an item; ``href`` is absolute."""

    href: str
    rendition: Rendition
    credit: str
    alt: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedItem:
    """A story in a feed. Addresses are absolute; ``id`` never changes."""

    id: str
    href: str
    headline: str
    standfirst: str
    section: str
    language: str
    authors: tuple[str, ...]
    published: datetime
    changed: datetime
    picture: FeedPicture | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """A feed before it has a form. Addresses are absolute.

    ``hub`` is the address of a WebSub hub, empty if there is none.
    """

    title: str
    description: str
    home: str
    language: str
    publisher: str
    hub: str
    items: tuple[FeedItem, ...]

    @property
    def changed(self) -> datetime:
        """Return when anything in the feed last changed."""
        return max((item.changed for item in self.items), default=NEVER)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Source:
    """Where a feed stands, what it is called and which list it shows."""

    base: str
    list_name: str
    title: str
    description: str = ""
    language: str = ""


def gather_feed(view: View, kind: str | None, name: str) -> Feed | None:
    """Return the feed of a division, an author or of the site.

    ``kind`` is "city", "topic", "author" or "agency". A section has no
    ``kind``, the site neither ``kind`` nor ``name``. The three forms of a feed
    gather it once.
    """
    return view.once(f"feed {kind} {name}", lambda inner: _gather(inner, kind, name))


def hub_links(feed: Feed, form: str) -> str:
    """Return the Link header that WebSub wants: the hub, and the feed itself."""
    if not feed.hub:
        return ""
    own = f"{feed.home}feed.{form}"
    return f'<{feed.hub}>; rel="hub", <{own}>; rel="self"'


def _gather(view: View, kind: str | None, name: str) -> Feed | None:
    site = view.site()
    source = _source(view, kind, name)
    if source is None:
        return None
    cards = cards_of(view, view.newest(source.list_name))
    return Feed(
        title=source.title,
        description=source.description or source.title,
        home=site.url + source.base,
        language=source.language or site.language,
        publisher=site.publisher or site.name,
        hub=site.hub,
        items=tuple(
            view.once(f"feed item {card.id}", partial(_item, card)) for card in cards
        ),
    )


def _source(view: View, kind: str | None, name: str) -> _Source | None:
    """Return where a feed stands; None if there is nothing of that name."""
    site = view.site()
    if not name:
        return _Source(
            base="/",
            list_name=list_of(site, key.ALL),
            title=site.name,
            description=site.description,
        )
    if edition := _edition(site, kind or name, name if kind else ""):
        return edition
    found: Topic | City | Section | Author | None
    if kind == "topic":
        found, base, list_name = view.topic(name), topic_path(name), f"topic/{name}"
    elif kind == "city":
        found, base, list_name = site.city(name), city_path(name), city_front(name)
    elif kind in set(AuthorKind):
        found, list_name = view.author(AuthorKind(kind), name), f"{kind}/{name}"
        base = author_path(list_name)
    else:
        found = site.section(name)
        base, list_name = section_path(name), list_of(site, section_front(name))
    if found is None:
        return None
    return _Source(
        base=base,
        list_name=list_name,
        title=f"{site.name}: {found.name}",
        description="" if isinstance(found, City) else found.description,
    )


def _edition(site: Site, language: str, section_id: str) -> _Source | None:
    """Return where the feed of an edition, or of a section in it, stands."""
    section = site.section(section_id)
    if language not in site.editions[1:] or (section_id and section is None):
        return None
    base = edition_path(language)
    name = f"{site.name} ({language_name(language)})"
    return _Source(
        base=base.rstrip("/") + section_path(section_id) if section else base,
        list_name=key.in_language(
            section_front(section_id) if section else key.ALL, language
        ),
        title=f"{name}: {section.called(language)}" if section else name,
        language=language,
    )


def _item(given: Card, view: View) -> FeedItem:
    # Read again here: what is kept from run to run must name all that it read.
    site, card = view.site(), view.card(given.id) or given
    picture = view.picture(card.picture) if card.picture else None
    return FeedItem(
        id=site.url + short_path(card.id),
        href=site.url + card.path,
        headline=card.headline,
        standfirst=card.standfirst,
        section=section_name(site, card.section, card.language),
        language=card.language,
        authors=card.byline or (card.agency or site.publisher or site.name,),
        published=card.first_published,
        changed=view.changed(card.id) or card.first_published,
        picture=_picture(site, picture),
    )


def _picture(site: Site, picture: Picture | None) -> FeedPicture | None:
    rendition = preview_rendition(picture)
    if picture is None or rendition is None:
        return None
    return FeedPicture(
        href=site.url + rendition.path,
        rendition=rendition,
        credit=picture.credit,
        alt=picture.alt,
    )
