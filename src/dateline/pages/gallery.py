"""The pictures of a story, one after the other, on a page of their own.

The story shows them as a strip that leads here. A picture that is gone (killed,
expired, not to be archived) leaves no hole: the others move up and are counted
anew. With fewer than two left there is no gallery.
"""

from dataclasses import dataclass, replace

from dateline.catalog.view import View
from dateline.news import address
from dateline.news.block import FEWEST_PICTURES, gallery_in
from dateline.news.picture import Picture
from dateline.news.story import Story
from dateline.pages import linked_data, picture_set
from dateline.pages.assets import assets
from dateline.pages.figure import Figure, figure_of
from dateline.pages.frame import section_link
from dateline.pages.head import Head, full_title, locale, preview_of
from dateline.pages.html_page import html_page
from dateline.pages.language import Tongue, direction, page_language
from dateline.pages.linked_data import plain_inline
from dateline.pages.mining import mining_headers
from dateline.pages.page import Page
from dateline.pages.picture_set import PictureSet
from dateline.pages.stamps import stamps_of
from dateline.words.say import words_in


@dataclass(frozen=True, kw_only=True, slots=True)
class Shot:
    """One picture of a gallery; ``caption`` is its caption for this use, if any.

    ``small`` is the same picture as the strip shows it.
    """

    number: int
    source: Picture
    figure: Figure
    small: PictureSet
    caption: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Gallery:
    """A gallery as pages show it; ``href`` is its own page."""

    title: str
    href: str
    shots: tuple[Shot, ...]


def gallery_of(view: View, story: Story, path: str) -> Gallery | None:
    """Return the gallery of the story at ``path``, of the pictures there are."""
    block = gallery_in(story.body)
    if block is None:
        return None
    around = Tongue(story.language, view.site())
    shots: list[Shot] = []
    for name, caption in zip(block.pictures, block.items, strict=True):
        picture = view.picture(name)
        figure = figure_of(picture, caption="", sizes=picture_set.SLIDE, tongue=around)
        if picture is not None and figure is not None:
            shot = Shot(
                number=len(shots) + 1,
                source=picture,
                figure=figure,
                small=replace(figure.picture, sizes=picture_set.STRIP),
                caption=caption,
            )
            shots.append(shot)
    if len(shots) < FEWEST_PICTURES:
        return None
    href = address.gallery_path(path)
    return Gallery(title=block.title, href=href, shots=tuple(shots))


def make_gallery(view: View, path: str) -> Page | None:
    """Make the page of the pictures of the story at ``path``."""
    story_id = address.story_id_in(path)
    card = view.card(story_id) if story_id else None
    story = view.story(card.id) if card and card.path == path else None
    gallery = gallery_of(view, story, path) if story else None
    if story is None or gallery is None:
        return None
    site = view.site()
    return html_page(
        "gallery.html",
        site=site,
        here=f"section/{story.section}",
        head=_head(view, story, path, gallery),
        story=story,
        path=path,
        direction=direction(story.language),
        stamps=stamps_of(story, view),
        gallery=gallery,
    )


def _head(view: View, story: Story, path: str, gallery: Gallery) -> Head:
    site, first = view.site(), gallery.shots[0]
    language = page_language(site, story.language)
    title = words_in(language)("{headline}: the pictures", headline=story.headline)
    section = section_link(site, story.section, language)
    things = [
        linked_data.image_object(
            site, shot.source, plain_inline(shot.caption) or shot.figure.caption
        )
        for shot in gallery.shots
    ]
    return Head(
        title=title,
        full_title=full_title(site, title),
        description=story.standfirst,
        site_name=site.name,
        canonical=site.url + gallery.href,
        locale=locale(site, story.language),
        language=language,
        style=assets().further["blocks"],
        preview=preview_of(site, first.source),
        preload=first.figure.picture,
        mining=mining_headers(site.mining, story.agency),
        data=(
            linked_data.image_gallery(
                story,
                site=site,
                url=site.url + gallery.href,
                title=plain_inline(gallery.title) or title,
                pictures=things,
            ),
            linked_data.breadcrumbs(
                site,
                (section.name, section.href),
                (story.headline, path),
                (title, gallery.href),
            ),
        ),
    )
