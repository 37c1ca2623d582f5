"""Where pages, feeds, sitemaps and files for machines lead, and what is not there."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import httpx
from lxml import etree
from tools.judges.paper import Answer, ask

_ADDRESSES = ("href", "src", "poster", "action", "data-src", "cite")
_SETS = ("srcset", "imagesrcset")
_IN_XML = re.compile(r"https?://[^\s<>\"']+")
_NOT_OURS = ("mailto:", "tel:", "data:", "sms:", "whatsapp:")


def broken(paper: dict[str, Answer], client: httpx.Client) -> dict[str, str]:
    """Return each address that leads nowhere, with the first page that names it."""
    wanted = _wanted(paper, str(client.base_url).rstrip("/"))
    found: dict[str, str] = {}
    for path, fragments in sorted(wanted.items()):
        answer = _at_the_end(paper, client, path)
        source = next(iter(fragments.values()))
        if answer is None:
            # A notice of what is gone may name its own address.
            if set(fragments.values()) != {path}:
                found[path] = source
            continue
        ids = _ids(answer) if any(fragments) else set()
        for fragment, source in fragments.items():
            if fragment and fragment not in ids:
                found[f"{path}#{fragment}"] = source
    return found


def _wanted(paper: dict[str, Answer], base: str) -> dict[str, dict[str, str]]:
    """Return the paths that are led to: path -> fragment -> who leads there."""
    host = urlsplit(base).netloc
    wanted: dict[str, dict[str, str]] = defaultdict(dict)
    for answer in paper.values():
        for address in addresses(answer):
            if address.startswith(_NOT_OURS):
                continue
            whole, fragment = urldefrag(urljoin(base + answer.path, address))
            parts = urlsplit(whole)
            if parts.netloc == host:
                path = unquote(parts.path) + (f"?{parts.query}" if parts.query else "")
                wanted[path].setdefault(unquote(fragment), answer.path)
    return wanted


def _at_the_end(
    paper: dict[str, Answer], client: httpx.Client, path: str
) -> Answer | None:
    """Return the page that a path leads to, over one step at most."""
    answer = paper.get(path) or ask(client, path)
    if answer.location:
        onward = urlsplit(answer.location).path
        answer = paper.get(onward) or ask(client, onward)
    return answer if answer.status in (200, 204) else None


def addresses(answer: Answer) -> Iterator[str]:
    """Yield each address that an answer names, as it is written."""
    if answer.location:
        yield answer.location
    if not answer.text:
        return
    if answer.is_page:
        yield from _in_page(answer)
    elif "json" in answer.kind:
        yield from _in_json(json.loads(answer.text))
    elif "xml" in answer.kind:
        yield from _in_xml(answer.text)
    elif answer.kind.startswith("text/plain"):
        yield from _IN_XML.findall(answer.text)


def _in_page(answer: Answer) -> Iterator[str]:
    for element in answer.tree.iter(etree.Element):
        if element.get("method") != "post":  # nobody is led to where a form is sent
            yield from _in_element(element)


def _in_element(element: etree._Element) -> Iterator[str]:
    yield from (element.get(name) for name in _ADDRESSES if name in element.attrib)
    for name in _SETS:
        for each in (element.get(name) or "").split(","):
            yield from each.split()[:1]
    if element.tag == "meta" and "://" in (element.get("content") or ""):
        yield element.get("content")
    if element.get("type") == "application/ld+json":
        yield from _in_json(json.loads(element.text))


def _in_json(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, each in value.items():
            # Ids of things, and templates with a place for words, are no links.
            if name not in ("@id", "@context", "urlTemplate", "query-input"):
                yield from _in_json(each)
    elif isinstance(value, list):
        for each in value:
            yield from _in_json(each)
    elif isinstance(value, str) and value.startswith(("http://", "https://")):
        yield value


def _in_xml(text: str) -> Iterator[str]:
    root = etree.fromstring(text.encode())
    for element in root.iter(etree.Element):
        words = (element.text or "").strip()
        if words.startswith(("http://", "https://")) and " " not in words:
            yield words
        for name in ("href", "url"):
            if address := element.get(name):
                yield address


def _ids(answer: Answer) -> set[str]:
    if not answer.is_page:
        return set()
    return set(answer.tree.xpath("//@id")) | {"top"}
