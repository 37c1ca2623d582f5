"""The house and what machines may do, as ``dateline.toml`` and its pages say it.

The words of About, Contact and the corrections policy are Markdown files of the
site's folder: ``pages/about.md``, ``pages/contact.md``, ``pages/corrections.md``.
"""

import re
from pathlib import Path

import nh3
from markdown_it import MarkdownIt

from dateline.cli.site_file import OfficerTable, SiteFile
from dateline.errors import DatelineError
from dateline.news.house import House, Officer
from dateline.news.site import Mining

PAGES = "pages"
WORDS = ("about", "contact", "corrections")

_TAGS = set(
    "a blockquote br code em h2 h3 h4 hr li ol p pre strong table tbody td th thead tr "
    "ul".split()
)
_LARGE_HEADING = re.compile(r"(</?)h1>")


class PageTextError(DatelineError):
    """A page of the site's own words cannot be read."""

    exit_code = 2
    hint = "Save the file as UTF-8, or remove it: the page has words of its own."


def house_of(file: SiteFile, *, root: Path) -> House:
    """Return the house as a checked file and the pages beside it say it.

    Raises PageTextError if one of the pages cannot be read.
    """
    house, machines = file.house, file.machines
    words = {name: page_words(root / PAGES / f"{name}.md") for name in WORDS}
    return House(
        owner=house.owner,
        editor=house.editor,
        address=house.address,
        phone=house.phone,
        officer=_officer(house.officer) if house.officer else None,
        closed_to=machines.closed_to,
        ads=machines.ads,
        trust=machines.trust,
        security_contact=machines.security_contact,
        security_expires=machines.security_expires,
        about=words["about"],
        contact=words["contact"],
        corrections=words["corrections"],
    )


def mining_of(file: SiteFile) -> Mining:
    """Return who may mine what: the paper's own rule and each agency's."""
    said = {w.agency or name: w.mining for name, w in file.wires.items() if w.mining}
    return Mining(
        own=file.machines.mining,
        agencies=tuple(sorted(said.items())),
        policy=file.machines.mining_policy,
    )


def page_words(path: Path) -> str:
    """Return a Markdown file as clean HTML below an ``h1``; empty without a file.

    Raises PageTextError if it is there and cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise PageTextError(f"{path}: {error}") from error
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    level = _LARGE_HEADING.sub(r"\1h2>", html)
    clean = nh3.clean(
        level,
        tags=_TAGS,
        attributes={"a": {"href"}, "*": {"lang", "dir"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    return str(clean).strip()


def _officer(table: OfficerTable) -> Officer:
    return Officer(
        name=table.name,
        title=table.title,
        email=table.email,
        phone=table.phone,
        address=table.address,
        body=table.body,
        body_url=table.body_url,
        form=table.form,
    )
