"""Where the samples of the page of styles come from, and how they are drawn.

Each is drawn by the template that draws it everywhere: a part of a page as it is,
a whole page without what stands around it.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from html import escape
from typing import Any

from dateline.catalog.view import View
from dateline.news.address import gallery_path
from dateline.news.key import ALL
from dateline.news.picture import Picture
from dateline.news.site import Site
from dateline.pages.frame import frame
from dateline.pages.head import CLOSED, Head
from dateline.pages.moment import Moment, moment_of
from dateline.pages.picture_set import enhance_picture
from dateline.pages.typeset import typeset

HERE = "/_style/"
FIRST = datetime.fromisoformat("2016-12-15T18:22:00+05:30")
THEN = datetime.fromisoformat("2016-12-15T21:40:00+05:30")

_MOST_LOOKED_AT = 120
"""Stories among which pictures of both shapes are looked for."""

_MAIN = re.compile(r'<main id="main">(.*)</main>', re.DOTALL)
_ID = re.compile(r' id="([^"]+)"')
_NAMING = re.compile(r' (id|for|aria-labelledby|aria-describedby)="([^"]+)"')
_WITHIN = re.compile(r' href="#([^"]+)"')
_LABEL = re.compile(r' aria-label="([^"]+)"')
_WITHOUT_LABEL = ' role="search"'


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """One state of a component: what it is called, and how it looks there."""

    name: str
    html: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Pictures:
    """A picture that is wider than high and one that is higher, as far as there are.

    ``gallery`` is where a gallery stands, if there is one.
    """

    wide: Picture | None
    tall: Picture | None
    gallery: str


@dataclass(frozen=True, kw_only=True)
class Source:
    """The site whose page of styles it is, with pictures of its newest stories."""

    view: View

    @property
    def site(self) -> Site:
        """Return the site."""
        return self.view.site()

    @cached_property
    def pictures(self) -> Pictures:
        """Return two pictures to show components with."""
        return _pictures_in(self.view)

    def moment(self, moment: datetime) -> Moment:
        """Return a moment as pages of the site show it."""
        return moment_of(moment, self.view.zone(), self.site.language)

    def draw(self, template: str, **given: Any) -> str:  # noqa: ANN401 - what a template shows
        """Return what a template makes of what it is given."""
        given = {**self._around, **given}
        text = typeset(template, language=self.site.language, **given)
        return main_of(text)

    @cached_property
    def _around(self) -> dict[str, object]:
        """Return what templates ask of the page that they are part of."""
        site = self.site
        head = Head(
            title="", full_title="", description="", site_name=site.name, robots=CLOSED
        )
        return {
            "site": site,
            "head": head,
            "frame": frame(site),
            "direction": frame(site).direction,
            "text": "",
            "first": False,
            "kind": "",
            "banner": None,
            "figures": {},
        }


def main_of(text: str) -> str:
    """Return what a whole page has of its own; a part of a page as it is."""
    whole = _MAIN.search(text)
    return whole.group(1) if whole else text


def told_apart(state: State, mark: str) -> State:
    """Return a state whose ids and labels no other on the page has.

    What leads to a place that its page has and the state has not leads to the state.
    """
    ids = set(_ID.findall(state.html))

    def marked(found: re.Match[str]) -> str:
        names = [f"{n}-{mark}" if n in ids else n for n in found[2].split()]
        if found[1] == "aria-labelledby":
            names.append(f"state-{mark}")
        return f' {found[1]}="{" ".join(names)}"'

    name = escape(state.name)
    html = _NAMING.sub(marked, state.html)
    html = _WITHIN.sub(
        lambda found: (
            f' href="#{found[1]}-{mark}"'
            if found[1] in ids
            else f' href="#state-{mark}"'
        ),
        html,
    )
    html = _LABEL.sub(rf' aria-label="\1 ({name})"', html)
    html = html.replace(_WITHOUT_LABEL, f'{_WITHOUT_LABEL} aria-label="{name}"')
    html = html.replace("<h1", '<h1 headingoffset="1"')  # it heads but its sample
    return State(name=state.name, html=html)


def _pictures_in(view: View) -> Pictures:
    wide: Picture | None = None
    tall: Picture | None = None
    gallery = ""
    for story_id in view.newest(ALL)[:_MOST_LOOKED_AT]:
        card = view.card(story_id)
        if card is None:
            continue
        if card.gallery and not gallery:
            gallery = gallery_path(card.path)
        picture = view.picture(card.picture) if card.picture else None
        shown = enhance_picture(picture, sizes="")
        if shown is None:
            continue
        wide, tall = (wide, tall or picture) if shown.tall else (wide or picture, tall)
    return Pictures(wide=wide, tall=tall, gallery=gallery)
