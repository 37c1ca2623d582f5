"""Whether versions of a page in other languages are named as search engines ask.

Whoever names others names itself too, each language once and x-default once; and
each page that is named is there, in that language, and names the same ones.
"""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from lxml import html
from tools.judges.paper import Answer

DEFAULT = "x-default"

Versions = list[tuple[str, str]]
"""Language and address of each version that a page names."""

Named = dict[str, Versions]
"""What each page names, by its path."""


def unpaired(paper: dict[str, Answer]) -> dict[str, list[str]]:
    """Return what is wrong with the versions that pages name: path -> faults."""
    named = {page.path: versions_named(page) for page in paper.values() if page.is_page}
    found = {path: list(_faults(paper, named, path)) for path in named if named[path]}
    return {path: faults for path, faults in found.items() if faults}


def versions_named(page: Answer) -> Versions:
    """Return language and address of each version that the head of a page names."""
    head: html.HtmlElement = page.tree.find("head")
    links = head.xpath("link[@rel='alternate' and @hreflang]")
    return [(link.get("hreflang"), link.get("href")) for link in links]


def _faults(paper: dict[str, Answer], named: Named, path: str) -> Iterator[str]:
    own = named[path]
    for language, count in Counter(language for language, _ in own).items():
        if count > 1:
            yield f"{language} is named {count} times"
    versions = [(language, href) for language, href in own if language != DEFAULT]
    hrefs = {href for _, href in versions}
    defaults = {href for language, href in own if language == DEFAULT}
    if not defaults:
        yield "there is no x-default"
    if not defaults <= hrefs:
        yield "x-default is none of the versions"
    canonical = paper[path].tree.xpath("string(head/link[@rel='canonical']/@href)")
    if canonical not in hrefs:
        yield "it does not name itself"
    for language, href in versions:
        if fault := _fault_there(paper, named, sorted(own), language, href):
            yield f"{href} {fault}"


def _fault_there(
    paper: dict[str, Answer], named: Named, own: Versions, language: str, href: str
) -> str:
    """Return what is wrong with a version that a page with ``own`` ones names."""
    parts = urlsplit(href)
    there = unquote(parts.path)
    if not parts.netloc:
        return "is not absolute"
    if there not in named or paper[there].status != 200:
        return "is no page"
    if paper[there].tree.get("lang").partition("-")[0] != language:
        return f"is not in {language}"
    return "" if sorted(named[there]) == own else "names other versions"
