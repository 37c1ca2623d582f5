"""The text edition of a page: its words, and nothing a slow line must wait for.

Made from the finished page when somebody asks for it, so it says what the page
says and can never be older: a page that is killed, withdrawn or corrected is so
here in the same commit. Nothing is stored; a publication makes no page more.

Kept are headings, paragraphs, lists, tables, quotations and links; links to our
own pages lead to their text editions. Left out are pictures (their captions
stay), forms but the one that asks what to look for, moving parts, standfirsts on
fronts but the lead's (as on a telephone), and every attribute but address, language,
the id that a link may lead to and what a form needs. What a page says only to those
who hear it stays: here it is for everybody.
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from typing import Any

from lxml import html

from dateline.news.address import TEXT
from dateline.pages.search import PATH as SEARCH
from dateline.serve.join import inflated, piece_of
from dateline.store.record import PageRecord

Element = Any
"""An element of lxml, which has no types."""

_HTML = "text/html"
_KEPT = frozenset(
    "h1 h2 h3 h4 p ul ol li a b strong em i s u sub sup small br hr blockquote pre "
    "code table caption thead tbody tr th td dl dt dd cite q abbr bdi del ins "
    "mark".split()
)
_LEFT_OUT = frozenset(
    "picture img svg script style iframe link meta audio video".split()
)
_FIELDS = frozenset("label input select option button".split())
"""What stands in a form, with the attributes below."""

_STYLE = (
    "html{background:Canvas;color:CanvasText}body{max-width:38rem;"
    "overflow-wrap:anywhere}table{table-layout:fixed;width:100%}"
    "li{margin:.5em 0}td{padding:.3em 0}"
    "label{display:block}input,select,button{max-width:100%;font:inherit;"
    "padding:.3em;border:1px solid;background:Canvas;color:CanvasText}"
)
"""So that with the largest letters nothing sticks out of the narrowest screen, and
a finger meets one link at a time.
"""

_CSP = f"style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'"
_EMPTY = frozenset(("br", "hr", "input"))
_ATTRIBUTES = ("href", "lang", "dir", "scope", "id")
_OF_FORMS = (
    *("action", "method", "role", "for", "name", "type", "value"),
    *("maxlength", "selected", "enterkeyhint", "autocapitalize"),
)
_OURS = ("href", "action")
"""Attributes that may lead to a page of ours."""

_AS_PARAGRAPH = frozenset(("figcaption", "summary"))
_SECOND_STANDFIRSTS = (
    ".//article[contains(@class, 'teaser')]"
    "[not(ancestor::*[contains(concat(' ', @class, ' '), ' lead ')])]"
    "[not(ancestor::*[contains(@class, 'found')])]//p[@class='standfirst']"
)
"""Of stories on a front that are not its lead; a search shows why it found them."""

_DOT = " · "
_NEVER_EMPTY = frozenset(("td", "th"))
_CLASSES_OUT = frozenset(("share", "editions"))


def has_text_edition(record: PageRecord) -> bool:
    """Return whether a record is a page for people, or leads to one."""
    if record.location:
        return record.location.endswith("/")
    return record.content_type.startswith(_HTML) and record.cache == "page"


def text_edition(record: PageRecord) -> PageRecord:
    """Return the text edition of a page."""
    copy = inflated(piece for piece in record.pieces if not piece.slot)
    text = _edition(html.document_fromstring(copy.decode()))
    return PageRecord(
        status=record.status,
        content_type=record.content_type,
        cache=record.cache,
        tag=f"{record.tag}-text",
        pieces=(piece_of(text.encode()),),
        mining=record.mining,
        csp=_CSP,
    )


def _edition(page: Element) -> str:
    root, main = page, page.find(".//main")
    for standfirst in page.xpath(_SECOND_STANDFIRSTS):
        standfirst.getparent().remove(standfirst)
    words = "".join(_inside(page.find("body") if main is None else main))
    title = escape(root.findtext(".//title") or "")
    name = _words_of(root.find(".//*[@class='name']"))
    sections = "".join(_sections(root))
    canonical = root.find(".//link[@rel='canonical']")
    way = _way_back(root)
    lines = (
        "<!doctype html>",
        f'<html{_attributes(root)}><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f'<title>{title}</title><meta name="robots" content="noindex">',
        f"<style>{_STYLE}</style>",
        f'<link rel="canonical" href="{escape(canonical.get("href", ""))}">'
        if canonical is not None
        else "",
        f"</head><body>{_top(name, way, is_heading='<h1' not in words)}",
        f"<main>{words}</main>",
        f"<hr><nav><ul>{sections}</ul></nav></body></html>",
    )
    return "\n".join(line for line in lines if line) + "\n"


def _top(name: str, way: str, *, is_heading: bool) -> str:
    """Return the paper's name and the way back; the name heads a page without one."""
    link = f'<a href="{TEXT}/">{escape(name)}</a>'
    if is_heading:
        return f"<header><h1>{link}</h1><p>{way.removeprefix(_DOT)}</p></header>"
    return f"<header><p>{link}{way}</p></header>"


def _words_of(element: Element) -> str:
    return "" if element is None else "".join(element.itertext()).strip()


def _way_back(root: Element) -> str:
    """Return the link to the page itself, in the page's own words."""
    link = root.find(".//*[@class='editions']/a")
    if link is None:
        return ""
    path = link.get("href", "").removeprefix(TEXT)
    back = link.get("data-back", "")
    return f'{_DOT}<a href="{escape(path)}">{escape(back)}</a>'


def _sections(root: Element) -> Iterator[str]:
    for link in root.iterfind(".//nav[@class='sections']//a"):
        href = escape(_address(link.get("href", "")))
        yield f'<li><a href="{href}">{escape(_words_of(link))}</a>'


def _inside(element: Element) -> Iterator[str]:
    """Yield what stands in an element, cleaned, without the element itself."""
    yield escape(_closed_up(element.text), quote=False)
    for child in element:
        yield from _whole(child)
        yield escape(_closed_up(child.tail), quote=False)


def _whole(element: Element) -> Iterator[str]:
    """Yield an element and what stands in it."""
    tag = element.tag
    if not isinstance(tag, str) or _is_out(element):
        return
    if tag in _EMPTY:
        yield f"<{tag}{_attributes(element)}>"
        return
    if tag == "pre":
        yield f"<pre>{escape(''.join(element.itertext()), quote=False)}</pre>"
        return
    is_kept = tag in _KEPT or tag == "form" or tag in _FIELDS
    name = "p" if tag in _AS_PARAGRAPH else tag if is_kept else ""
    inside = "".join(_inside(element))
    if not name:
        yield _in_box(element, inside)
    elif inside.strip() or name in _NEVER_EMPTY:
        yield f"<{name}{_attributes(element)}>{inside.strip()}</{name}>"


def _in_box(element: Element, inside: str) -> str:
    """Return what stands in a mere box.

    It stays a box where it is of another language, or where links lead to it.
    """
    if not (element.get("lang") or element.get("id")) or not inside.strip():
        return inside
    if element.tag == "span":  # the spaces at its ends part it from its neighbours
        return f"<span{_attributes(element)}>{inside}</span>"
    return f"<div{_attributes(element)}>{inside.strip()}</div>"


def _is_out(element: Element) -> bool:
    tag = element.tag
    if tag == "form" or tag in _FIELDS:
        return not _asks(element)
    classes = (element.get("class") or "").split()
    return tag in _LEFT_OUT or not _CLASSES_OUT.isdisjoint(classes)


def _asks(element: Element) -> bool:
    """Return whether an element is the form that asks what to look for, or in it."""
    form = (
        element if element.tag == "form" else next(element.iterancestors("form"), None)
    )
    return form is not None and form.get("role") == "search"


def _attributes(element: Element) -> str:
    is_of_form = element.tag == "form" or element.tag in _FIELDS
    names = (*_ATTRIBUTES, *_OF_FORMS) if is_of_form else _ATTRIBUTES
    found = ((name, element.get(name)) for name in names)
    said = [
        f' {name}="{escape(_address(value) if name in _OURS else value)}"'
        for name, value in found
        if value or (value is not None and name == "value")
    ]
    return "".join(said)


def _address(href: str) -> str:
    """Return where a link leads here: our own pages have text editions."""
    path = href.partition("#")[0].partition("?")[0]
    is_page = path.startswith("/") and (path.endswith("/") or path == SEARCH)
    return TEXT + href if is_page and not path.startswith(f"{TEXT}/") else href


def _closed_up(text: str | None) -> str:
    """Return text with each run of white space as one space."""
    if not text:
        return ""
    words = " ".join(text.split(" "))
    joined = " ".join(words.split())
    if not joined:
        return " "
    before = " " if text[0].isspace() else ""
    after = " " if text[-1].isspace() else ""
    return f"{before}{joined}{after}"
