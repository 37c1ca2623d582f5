"""NewsML 1.0 to 1.2: one or several NewsItems, each a tree of components.

A NewsItem is one story, one picture, one story in several languages, a package,
or an index that only names others (see ``newsml1_stories``). Its identity and
management hold for all of them; lines and metadata are read from the innermost
component outwards, and the inner one wins.

DOCTYPEs and catalogs that lie elsewhere are never fetched.
"""

from typing import Final

from dateline.news.item import ItemKind, Signal
from dateline.wire.formats.newsml1_context import Context
from dateline.wire.formats.newsml1_dialects import dialect_of
from dateline.wire.formats.newsml1_found import File, Identity
from dateline.wire.formats.newsml1_identity import name_item, read_identifier
from dateline.wire.formats.newsml1_lines import line_text, note
from dateline.wire.formats.newsml1_management import (
    fill_from_envelope,
    read_management,
)
from dateline.wire.formats.newsml1_part import Story
from dateline.wire.formats.newsml1_parts import (
    BODIES,
    items_in,
    read_part,
)
from dateline.wire.formats.newsml1_stories import stories_of
from dateline.wire.formats.newsml1_story import (
    begin_item,
    choose_lines,
    read_part_words,
    read_story,
)
from dateline.wire.formats.newsml1_topics import (
    XML_LANG,
    Topics,
    formal_name,
    read_topics,
)
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules
from dateline.wire.xml import (
    Element,
    child,
    first,
    inside,
    local,
    read_xml,
    text_of,
)

FORMAT: Final = "newsml-1"
KILLED: Final = frozenset({"canceled", "cancelled", "killed"})
ENVELOPE: Final = frozenset({"dateandtime", "priority", "newsservice"})
MAX_ITEMS: Final = 10_000


def read(utf8: bytes, source: SourceRules) -> list[Sent]:
    """Read every item of a file."""
    tree = read_xml(utf8)
    elements = inside(tree.root)
    topics = read_topics(tree.root, recovered=bool(tree.warning))
    file = _read_file(tree.root, elements, topics, source)
    found: list[Sent] = []
    for element in _items(tree.root, elements):
        found += _read_item(element, file)
    for sent in found:
        if tree.warning:
            sent.warnings.append(tree.warning)
    return _join_pictures(found)


def _items(root: Element, elements: list[Element]) -> list[Element]:
    """Give the NewsItems of a file; those inside components of others come later."""
    if local(root.tag) == "newsitem":
        return [root]
    items = [each for each in elements if local(each.tag) == "newsitem"]
    return items[:MAX_ITEMS]


def _read_file(
    root: Element, elements: list[Element], topics: Topics, source: SourceRules
) -> File:
    """Read what stands around the items: the envelope, among the root's elements."""
    envelope: dict[str, str] = {}
    products = []
    envelope_element = first(elements, "newsenvelope")
    for each in [] if envelope_element is None else inside(envelope_element):
        name = local(each.tag)
        if name == "newsproduct":
            product = formal_name(each)
            if product:
                products.append(product)
        elif name == "sentfrom":
            envelope[name] = formal_name(child(each, "party"))
        elif name in ENVELOPE:
            envelope[name] = formal_name(each) or text_of(each)
    return File(
        source=source,
        topics=topics,
        envelope=envelope,
        products=tuple(products),
        language=(root.get(XML_LANG) or "").strip(),
    )


def _read_item(news_item: Element, file: File) -> list[Sent]:
    """Read one NewsItem: an Item for each story in it."""
    elements = inside(news_item)
    identification = first(elements, "identification")
    identity = read_identifier(
        None
        if identification is None
        else first(inside(identification), "newsidentifier")
    )
    dialect = dialect_of(identity.provider, file.envelope.get("sentfrom", ""))
    base = Sent(FORMAT)
    context = Context(
        sent=base, source=file.source, dialect=dialect, topics=file.topics
    )
    context.language = (news_item.get(XML_LANG) or "").strip() or file.language
    name_item(base, identity, news_item, file.source)
    _read_labels(context, identification)
    read_management(context, first(elements, "newsmanagement"))
    _read_revision(base, identity, first(elements, "update"))
    fill_from_envelope(base, file.envelope)
    note(context, ", ".join(file.products), "newsproduct")
    for element in elements:
        if local(element.tag) == "comment":
            note(context, text_of(element), "comment")
    component = first(elements, "newscomponent")
    if component is None:
        return _without_story(context)
    also = file.source.body_renditions
    root = read_part(component, BODIES | also if also else BODIES)
    stories = stories_of(root)
    sender = file.envelope.get("sentfrom", "")
    found = [read_story(context, story, sender) for story in stories]
    inner = [sent for each in items_in(root) for sent in _read_item(each, file)]
    around = _around(context, stories, found)
    _note_carried(base, [*around, *found], inner)
    return [*around, *found, *inner]


def _note_carried(base: Sent, own: list[Sent], inner: list[Sent]) -> None:
    """Note which Items came inside a package: its stories, and NewsItems in it."""
    if any(sent.kind is ItemKind.PACKAGE for sent in own):
        for sent in (*own, *inner):
            if sent.uri != base.uri and sent.kind is not ItemKind.PACKAGE:
                sent.inside = sent.inside or base.uri


def _read_labels(context: Context, identification: Element | None) -> None:
    """Read the NameLabel, and other labels as notes."""
    for each in [] if identification is None else inside(identification):
        name = local(each.tag)
        if name == "namelabel":
            context.name_label = line_text(each)
        elif name == "label":
            note(context, line_text(child(each, "labeltext")), "label")
        elif name == "comment":
            note(context, text_of(each), "comment")


def _read_revision(sent: Sent, identity: Identity, update: Element | None) -> None:
    """Note a revision of another, and one that only changes parts of it."""
    if identity.previous.strip("0") or identity.update in {"U", "A"}:
        sent.signals.append(Signal.UPDATE)
    if update is not None:
        sent.needs_human = "an update in pieces: only parts of the story were sent"


def _without_story(context: Context) -> list[Sent]:
    """Give an item that was sent without any component: a kill, or news of status."""
    sent = context.sent
    sent.headline, sent.language = context.name_label, context.language
    return [sent, *_kills_by_language(context, [sent])]


def _kills_by_language(context: Context, found: list[Sent]) -> list[Sent]:
    """Kill a killed item in every language it may have, also those not named."""
    if context.sent.pub_status not in KILLED or not context.dialect.languages:
        return []
    kills = [begin_item(context.sent)]
    kills += [
        begin_item(context.sent, suffix=f"#{language}", language=language)
        for language in context.dialect.languages
    ]
    for kill in kills:
        kill.headline = kill.headline or found[0].headline
    named = {sent.uri for sent in found}
    return [kill for kill in kills if kill.uri not in named]


def _around(context: Context, stories: list[Story], found: list[Sent]) -> list[Sent]:
    """Give the package around several stories; kills that name no language too."""
    if any(story.of_package for story in stories) and len(found) > 1:
        package = begin_item(context.sent)
        package.kind = ItemKind.PACKAGE
        package.parts = [sent.uri for sent in found]
        inner = context.of(package, context.language or stories[0].chain[0].language)
        read_part_words(inner, stories[0].chain[0])
        choose_lines(inner)
        return [package]
    return _kills_by_language(context, found)


def _join_pictures(found: list[Sent]) -> list[Sent]:
    """Give each text the pictures it names that came as items in the same file."""
    if len(found) == 1:
        return found
    pictures = {s.uri: s for s in found if s.kind is ItemKind.PICTURE}
    for sent in found:
        if sent.kind is not ItemKind.TEXT:
            continue
        named = [*sent.parts, *(link.uri for link in sent.links)]
        have = {picture.uri for picture in sent.pictures}
        for uri in dict.fromkeys(named):
            if uri in pictures and uri not in have:
                sent.pictures.append(pictures[uri].as_picture())
    return found
