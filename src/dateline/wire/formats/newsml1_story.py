"""One story of a NewsML 1 item: what its components say, from the inside out.

A component beside the text is a line, a picture, a film or nobody's business but
the desk's, by its role. What the item is shows when all of it is known.
"""

from typing import Final

from dateline.news.item import ItemKind
from dateline.wire.audience import is_hidden
from dateline.wire.formats import newsml1_body, newsml1_pictures
from dateline.wire.formats.newsml1_context import Context
from dateline.wire.formats.newsml1_identity import (
    name_item,
    read_identifier,
    without_revision,
)
from dateline.wire.formats.newsml1_lines import note, read_lines
from dateline.wire.formats.newsml1_metadata import read_metadata
from dateline.wire.formats.newsml1_part import GRAPHIC, PHOTO, Part, Story
from dateline.wire.formats.newsml1_parts import LINES, SUBTITLES, SUMMARIES, TITLES
from dateline.wire.sent import Sent
from dateline.wire.xml import local, words_of

OTHER_KINDS: Final = {
    "video": ItemKind.VIDEO,
    "audio": ItemKind.AUDIO,
    GRAPHIC: ItemKind.GRAPHIC,
}


def read_story(context: Context, story: Story, sender: str) -> Sent:
    """Read one story; the sender is the provider if no other is named."""
    language = story.language or context.language
    sent = begin_item(context.sent, suffix=_suffix(context, story), language=language)
    provider = context.provider or sender
    inner = context.of(sent, language)
    for part in story.texts:
        if part not in story.chain:
            read_part_words(inner, part)
    for part in reversed(story.chain):
        read_part_words(inner, part)
    inner.provider = inner.provider or provider
    outer = story.chain[-1]
    if outer.shows:
        _as_picture(inner, outer)
    else:
        newsml1_body.read_texts(inner, story.texts)
        _read_beside(inner, story)
        _choose_kind(inner, story)
    choose_lines(inner)
    return sent


def begin_item(base: Sent, *, suffix: str = "", language: str = "") -> Sent:
    """Begin an Item with what holds for the whole NewsItem."""
    sent = Sent(
        base.format,
        uri=base.uri + suffix,
        headline=base.headline,
        language=language or base.language,
    )
    sent.version = base.version
    sent.version_created = base.version_created
    sent.pub_status = base.pub_status
    sent.embargoed = base.embargoed
    sent.expires = base.expires
    sent.signals = list(base.signals)
    sent.service = base.service
    sent.urgency = base.urgency
    sent.links = list(base.links)
    sent.notes = list(base.notes)
    sent.needs_human = base.needs_human
    sent.warnings = list(base.warnings)
    return sent


def _suffix(context: Context, story: Story) -> str:
    """Say what sets a story apart from others under the same NewsItem.

    Where an item may have several languages it is the language even if only one
    was sent: the other may follow.
    """
    if not story.suffix and context.dialect.languages and story.language:
        return f"#{story.language.lower().partition('-')[0]}"
    return story.suffix.lower()


def read_part_words(context: Context, part: Part) -> None:
    """Read the lines, metadata, notes and references of one component."""
    if part.lines is not None:
        read_lines(context, part.lines)
    for metadata in part.metadata:
        read_metadata(context, metadata)
    for comment in part.comments:
        note(context, words_of(comment), "comment")
    context.sent.parts += [without_revision(uri, "") for uri in part.references if uri]
    for element in part.items:
        identifier = next(
            (each for each in element.iter() if local(each.tag) == "newsidentifier"),
            None,
        )
        named = Sent(context.sent.format)
        name_item(named, read_identifier(identifier), element, context.source)
        context.sent.parts.append(named.uri)


def _read_beside(context: Context, story: Story) -> None:
    """Read what stands beside the text: titles, pictures, films, notes."""
    for part in story.beside:
        _read_one_beside(context, part)
    for part in dict.fromkeys((*story.chain, *story.texts)):
        if part.tells and any(c.media in {PHOTO, GRAPHIC} for c in part.contents):
            found = newsml1_pictures.read_pictures(context, part.alone())
            context.sent.pictures += found


def _read_one_beside(context: Context, part: Part) -> None:
    """Read one component that is not the text."""
    sent = context.sent
    if is_hidden(part.role):
        newsml1_body.hide(context, part)
        return
    if part.shows:
        sent.pictures += newsml1_pictures.read_pictures(context, part)
        return
    newsml1_pictures.read_links(context, part)
    if part.role in LINES:
        text = newsml1_pictures.caption_of(context, part)
        if part.role in TITLES:
            sent.headline = sent.headline or text
        elif part.role in SUBTITLES:
            sent.subheadline = sent.subheadline or text
        elif part.role in SUMMARIES:
            sent.standfirst = sent.standfirst or text
        else:
            sent.caption = sent.caption or text
        return
    newsml1_body.keep_aside(context, part)
    _read_part_references(sent, part)
    for each in part.parts:
        _read_one_beside(context, each)


def _read_part_references(sent: Sent, part: Part) -> None:
    """Note which other items a part names."""
    sent.parts += [without_revision(uri, "") for uri in part.references if uri]


def _choose_kind(context: Context, story: Story) -> None:
    """Say what the item is when all of it is known."""
    sent, outer = context.sent, story.chain[-1]
    if sent.body.blocks or outer.tells:
        return
    if sent.pictures:
        sent.kind = ItemKind.PICTURE if len(sent.pictures) == 1 else ItemKind.PACKAGE
        if sent.kind is ItemKind.PICTURE:
            _take_picture(sent)
    else:
        media = {each for part in story.chain for each in part.media}
        for name, kind in OTHER_KINDS.items():
            if name in media:
                sent.kind = kind
                return
        if sent.parts:
            sent.kind = ItemKind.PACKAGE


def _as_picture(context: Context, part: Part) -> None:
    """Make a picture item of a component that is all picture."""
    sent = context.sent
    sent.pictures = newsml1_pictures.read_pictures(context, part)
    if len(sent.pictures) == 1:
        graphic = part.media & {PHOTO, GRAPHIC} == {GRAPHIC}
        sent.kind = ItemKind.GRAPHIC if graphic else ItemKind.PICTURE
        _take_picture(sent)
    else:
        sent.kind = ItemKind.PACKAGE


def _take_picture(sent: Sent) -> None:
    """Give a picture item the words and files of its one picture."""
    picture = sent.pictures.pop()
    sent.renditions = list(picture.renditions)
    sent.caption = picture.caption or sent.caption
    sent.credit = picture.credit or sent.credit
    if picture.usage_terms and not sent.usage_terms:
        sent.usage_terms = picture.usage_terms.split("\n")


def choose_lines(context: Context) -> None:
    """Choose what stands in for a headline, slugline or credit that was not sent."""
    sent = context.sent
    slug = context.keyword_line
    if not sent.headline:
        sent.headline = sent.body.heading or context.name_label
    else:
        slug = slug or context.name_label
    sent.slugline = sent.slugline or slug
    sent.credit = sent.credit or context.provider
    sent.subjects = list(dict.fromkeys(sent.subjects))
    if context.dialect.finish is not None:
        context.dialect.finish(sent)
