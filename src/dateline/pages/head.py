"""What the head of a page tells browsers, search engines and link previews."""

from dataclasses import dataclass
from functools import lru_cache

from dateline.news.picture import Picture
from dateline.news.site import Site
from dateline.pages.picture_set import PictureSet, preview_rendition

OPEN = "max-image-preview:large"
CLOSED = "noindex"


@dataclass(frozen=True, kw_only=True, slots=True)
class Preview:
    """The picture of a link preview; ``href`` is absolute."""

    href: str
    mime: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """A feed that belongs to a page."""

    href: str
    title: str
    mime: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Alternate:
    """The page in another language, or in its own; ``href`` is absolute."""

    language: str
    href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """The head of a page.

    ``title`` is the page's own; ``full_title`` ends in the site's name.
    ``canonical`` is absolute, or empty for pages that have no address of their
    own. ``data`` are JSON-LD objects, ready to print. ``published`` and
    ``modified`` are set for articles. ``language`` is the page's, where that is not
    the site's. ``mining`` are headers about text and data
    mining: "NAME VALUE", one a line. ``style`` is a further style sheet. ``text`` is
    where the text edition is, of a page whose address does not end in a slash.
    """

    title: str
    full_title: str
    description: str
    site_name: str
    canonical: str = ""
    robots: str = OPEN
    kind: str = "website"
    locale: str = ""
    preview: Preview | None = None
    preload: PictureSet | None = None
    feeds: tuple[Feed, ...] = ()
    data: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    section: str = ""
    alternates: tuple[Alternate, ...] = ()
    language: str = ""
    mining: str = ""
    style: str = ""
    text: str = ""


_FEED_FORMS = (
    ("rss", "application/rss+xml", "RSS"),
    ("atom", "application/atom+xml", "Atom"),
    ("json", "application/feed+json", "JSON Feed"),
)


@lru_cache(maxsize=1024)
def feeds_at(base: str, name: str) -> tuple[Feed, ...]:
    """Return the three feeds of the page at ``base`` (ends in a slash)."""
    return tuple(
        Feed(href=f"{base}feed.{suffix}", title=f"{name} ({form})", mime=mime)
        for suffix, mime, form in _FEED_FORMS
    )


def locale(site: Site, language: str) -> str:
    """Return Open Graph's form of a language: "en_IN", or "en"."""
    tag = language.replace("-", "_")
    return tag if "_" in tag or not site.country else f"{tag}_{site.country}"


def preview_of(site: Site, picture: Picture | None) -> Preview | None:
    """Return a picture as link previews show it: its og crop, else the largest."""
    rendition = preview_rendition(picture)
    if picture is None or rendition is None:
        return None
    return Preview(
        href=site.url + rendition.path,
        mime=rendition.mime,
        width=rendition.width,
        height=rendition.height,
        alt=picture.alt,
    )


def full_title(site: Site, title: str) -> str:
    """Return a page's title as tabs and search results show it."""
    return f"{title} — {site.name}"
