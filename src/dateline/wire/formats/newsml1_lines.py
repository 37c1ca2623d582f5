"""NewsLines: what NewsML 1 prints around the text.

Lines of the inner component come first and win. A ``NewsLine`` says what it is
in words of the agency; what is not known to be for readers is a note.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from dateline.news.item import Audience, EdNote, Link
from dateline.wire.audience import grade_note
from dateline.wire.formats.newsml1_context import Context
from dateline.wire.formats.newsml1_topics import XML_LANG, formal_name
from dateline.wire.hostile import unescape
from dateline.wire.runs import safe_href
from dateline.wire.xml import (
    Element,
    child,
    collapse,
    first,
    inside,
    local,
    read_html,
    text_of,
)

ENTITY: Final = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5});")
KEYWORDS: Final = re.compile(r"\s*[,;/|]\s*")

Handler = Callable[[Context, str], None]


def read_lines(context: Context, lines: Element) -> None:
    """Read one NewsLines element."""
    elements = inside(lines)
    foreign = _foreign(context, elements)
    for element in elements:
        if foreign and element in foreign:
            continue
        name = local(element.tag)
        if name == "newsline":
            _news_line(context, element)
        else:
            handler = HANDLERS.get(name)
            if handler is not None:
                text = line_text(element)
                if text:
                    handler(context, text)


def line_text(element: Element | None) -> str:
    """Give a line's text; markup and entities escaped twice are undone."""
    text = text_of(element)
    if "&" not in text and "<" not in text:
        return text
    if "&" in text and ENTITY.search(text):
        text = unescape(text)
    if "<" in text and ">" in text:
        root = read_html(text)
        if root is not None:
            text = text_of(root)
        return text
    return collapse(text).strip()


def note(context: Context, text: str, role: str) -> None:
    """Keep a text between newsrooms; who may read it is decided by its role."""
    if text:
        audience = _audience_of(role)
        context.sent.notes.append(EdNote(text=text, audience=audience, role=role))


@lru_cache(maxsize=1024)
def _audience_of(role: str) -> Audience:
    """Say who may read a note of that role."""
    return grade_note(role=role, constraint="")


def _foreign(context: Context, lines: list[Element]) -> list[Element]:
    """Give the lines in another language that are there in the story's own too."""
    languages = [_short_language(each) for each in lines]
    if languages.count(languages[0] if languages else "") == len(languages):
        return []  # all in one language
    own = context.language[:2].lower()
    foreign = [
        each
        for each, language in zip(lines, languages, strict=True)
        if language not in {"", own}
    ]
    if not own or not foreign:
        return []
    names = {_kind(each) for each in lines if each not in foreign}
    return [each for each in foreign if _kind(each) in names]


def _short_language(line: Element) -> str:
    """Give the language of a line, without its region; most lines name none."""
    return (line.get(XML_LANG) or "")[:2].lower() if line.items() else ""


def _kind(line: Element) -> str:
    """Say what a line is, so that two of them can be compared."""
    return local(line.tag) + formal_name(child(line, "newslinetype"))


def _news_line(context: Context, element: Element) -> None:
    """Read a line of the agency's own kind."""
    elements = inside(element)
    kind = formal_name(first(elements, "newslinetype"))
    role = kind.replace(" ", "").replace("-", "").lower()
    for each in elements:
        if local(each.tag) != "newslinetext":
            continue
        text = line_text(each)
        handler = HANDLERS.get(role)
        if not text:
            continue
        if handler is not None:
            handler(context, text)
        elif safe_href(text):
            link = Link(rel=role.removesuffix("url") or "seeAlso", href=text)
            context.sent.links.append(link)
        else:
            note(context, text, role)


def _headline(context: Context, text: str) -> None:
    """Read a headline."""
    context.sent.headline = context.sent.headline or text


def _subheadline(context: Context, text: str) -> None:
    """Read a subheadline."""
    context.sent.subheadline = context.sent.subheadline or text


def _byline(context: Context, text: str) -> None:
    """Read a byline."""
    context.sent.by.append(text)


def _byline_title(context: Context, text: str) -> None:
    """Read what the writer is."""
    context.sent.by_title = context.sent.by_title or text


def _dateline(context: Context, text: str) -> None:
    """Read a dateline; that it may hold a moment only is seen later."""
    context.sent.datelines.append(text)


def _credit(context: Context, text: str) -> None:
    """Read the credit line."""
    context.sent.credit = context.sent.credit or text


def _copyright(context: Context, text: str) -> None:
    """Read the copyright notice."""
    context.sent.copyright_notice = context.sent.copyright_notice or text


def _rights(context: Context, text: str) -> None:
    """Read terms of use."""
    if text not in context.sent.usage_terms:
        context.sent.usage_terms.append(text)


def _slugline(context: Context, text: str) -> None:
    """Read the slugline, or the author if that is who stands there."""
    if context.dialect.byline_in_slugline:
        context.sent.by.append(text)
    else:
        context.sent.slugline = context.sent.slugline or text


def _keywords(context: Context, text: str) -> None:
    """Read keywords; the line serves as a slugline if there is no other."""
    context.keyword_line = context.keyword_line or text
    context.sent.keywords += [each for each in KEYWORDS.split(text) if each]


def _summary(context: Context, text: str) -> None:
    """Read a summary."""
    context.sent.standfirst = context.sent.standfirst or text


def _caption(context: Context, text: str) -> None:
    """Read the caption of a picture item."""
    context.sent.caption = context.sent.caption or text


def _series(context: Context, text: str) -> None:
    """Read of which series the story is a part."""
    note(context, text, "seriesline")


HANDLERS: Final[dict[str, Handler]] = {
    "headline": _headline,
    "subheadline": _subheadline,
    "byline": _byline,
    "author": _byline,
    "bylinetitle": _byline_title,
    "dateline": _dateline,
    "creditline": _credit,
    "copyrightline": _copyright,
    "rightsline": _rights,
    "slugline": _slugline,
    "keywordline": _keywords,
    "keyword": _keywords,
    "seriesline": _series,
    "summary": _summary,
    "abstract": _summary,
    "teaser": _summary,
    "caption": _caption,
}
