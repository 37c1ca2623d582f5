"""Every page of a running demo, as a reader is answered.

What the press made is read from the store's table of pages, so that no new kind of
page can be forgotten; what only the server makes is listed here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import httpx
from lxml import html
from tools.judges.demo import Demo

from dateline.cli.site_folder import load
from dateline.pages.make import ALONE, FORMS
from dateline.store import folder
from dateline.store.store import PAGES, Store

SERVED = (
    "/search?q=rail",
    "/search?q=rail&section=india&sort=newest",
    "/search?q=%E0%A4%AC%E0%A4%BE%E0%A5%9D",
    "/search?q=zzyzx&from=2016-02-30",
    "/text/search",
    "/text/search?q=rail&section=india",
    "/no-such-page/",
    "/text/no-such-page/",
)
"""Pages that are made when somebody asks for them."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a reader was answered at a path."""

    path: str
    status: int
    kind: str
    text: str
    location: str = ""

    @property
    def is_page(self) -> bool:
        """Return whether it is a whole page for people."""
        return self.kind.startswith("text/html") and "<html" in self.text[:200]

    @cached_property
    def tree(self) -> html.HtmlElement:
        """Return the page's elements."""
        return html.document_fromstring(self.text)

    @property
    def language(self) -> str:
        """Return the language of the page's story, or else of the page."""
        story = self.tree.find(".//article[@lang]")
        return (self.tree if story is None else story).get("lang")

    @property
    def form(self) -> str:
        """Return the form of its address in the table of all pages."""
        text = "text:" if self.path.startswith("/text/") else ""
        path = self.path.removeprefix("/text") if text else self.path
        for form, _ in FORMS if path not in ALONE else ():
            if form.fullmatch(path):
                return text + form.pattern
        return text + re.sub(r"\?.*", "?", path)


def stored_paths(demo: Demo) -> list[str]:
    """Return the path of every page that the press made, slots left out."""
    store = Store(folder.current(load(demo.folder).store_path), readonly=True)
    try:
        with store.read() as tx:
            found = [name.decode() for name, _ in tx.all(PAGES)]
    finally:
        store.close()
    return [path for path in found if not path.startswith(("/_slot/", "/_404"))]


def read_paper(demo: Demo) -> dict[str, Answer]:
    """Return the answer to every path, text editions too; media by their heads."""
    with demo.client() as client:
        paths = [*stored_paths(demo), *SERVED]
        answers = {path: ask(client, path) for path in paths}
        pages = [a for a in answers.values() if a.is_page]
        for page in pages:
            if not page.path.startswith(("/text/", "/search", "/no-such")):
                text = f"/text{page.path}"
                answers[text] = ask(client, text)
    return answers


def ask(client: httpx.Client, path: str) -> Answer:
    """Return the answer to one path."""
    is_file = path.startswith(("/media/", "/assets/"))
    got = client.head(path) if is_file else client.get(path)
    kind = got.headers.get("content-type", "")
    return Answer(
        path=path,
        status=got.status_code,
        kind=kind,
        text="" if is_file else got.text,
        location=got.headers.get("location", ""),
    )


def pages_of(paper: dict[str, Answer]) -> Iterator[Answer]:
    """Yield the answers that are pages for people."""
    return (answer for answer in paper.values() if answer.is_page)


def samples(paper: dict[str, Answer]) -> list[str]:
    """Return the fewest paths that together show every kind of page and of element.

    Each form of address, each language, each class of each element and each kind
    of block is on one of them, so what a new page brings is looked at by itself.
    """
    missing: set[str] = set()
    shown = {page.path: set(_features(page)) for page in pages_of(paper)}
    for features in shown.values():
        missing |= features
    chosen = []
    while missing:
        best = max(shown, key=lambda path: (len(shown[path] & missing), path))
        missing -= shown[best]
        chosen.append(best)
    return sorted(chosen)


def _features(page: Answer) -> Iterator[str]:
    root, text = page.tree, page.path.startswith("/text/")
    yield f"lang {text} {root.get('lang')} {root.get('dir')}"
    yield f"status {text} {page.status}"
    if not text:
        yield f"form {page.form} {page.status}"
    for element in root.iter(html.etree.Element):
        if text:  # all are made by one function
            yield f"text {element.tag}"
        yield element.tag
        for name in (element.get("class") or "").split():
            yield f"{element.tag}.{name}"
