"""The page of styles: each component in each of its states, by its own template.

A site shows it if its settings say so, and the demo's do. Nothing on it is drawn
for it: what is changed in a template is changed here.
"""

from dataclasses import dataclass, replace

from dateline.catalog.view import View
from dateline.pages import style_samples as samples
from dateline.pages.assets import assets
from dateline.pages.front_page import Banner
from dateline.pages.head import CLOSED, Head, full_title
from dateline.pages.html_page import html_page
from dateline.pages.link import Link
from dateline.pages.page import Page
from dateline.pages.style_samples import State

PATH = "/_style/"

COLOURS = ("paper", "panel", "ink", "quiet", "red", "link", "rule")
"""The custom properties of ``static/css/colours.css``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A component: its name, its template, when it is used, and its states."""

    name: str
    file: str
    about: str
    states: list[State]


def make_style_page(view: View) -> Page | None:
    """Make the page of styles; None where the site shows none."""
    site = view.site()
    if not site.styles:
        return None
    title = "Styles"
    head = Head(
        title=title,
        full_title=full_title(site, title),
        description="",
        site_name=site.name,
        robots=CLOSED,
        style=assets().further["styles"],
    )
    page = html_page(
        "style_page.html",
        site=site,
        head=head,
        title=title,
        colours=COLOURS,
        parts=_parts(view),
    )
    return replace(page, cache="feed")  # so it has no text edition


def _parts(view: View) -> list[Part]:
    pictures = samples.pictures_in(view)
    teasers = samples.teasers(view, pictures)
    link = Link(href=PATH, name="Japan")
    return [
        Part(
            name="Dateline",
            file="dateline.html",
            about="The paper's signature: the place under a red rule, before the copy.",
            states=samples.datelines(),
        ),
        Part(
            name="Credits and stamps",
            file="credits.html",
            about="Under the standfirst. A second stamp only where it differs.",
            states=samples.credits_(view),
        ),
        Part(
            name="Teaser",
            file="teaser.html",
            about="A story on a front, in a band, in a list.",
            states=teasers,
        ),
        Part(
            name="Line",
            file="line.html",
            about="A story in a rail or under another story.",
            states=[teasers[0], teasers[4], teasers[8]],
        ),
        Part(
            name="Breaking line",
            file="banner.html",
            about="Over a front, as long as the desk says.",
            states=[
                State(
                    name="leading to its story",
                    given={"banner": Banner(text="The talks begin", href=PATH)},
                )
            ],
        ),
        Part(
            name="Band",
            file="band.html",
            about="Four stories of a section side by side.",
            states=samples.bands(teasers),
        ),
        Part(
            name="Picture",
            file="figure.html",
            about="With caption and credit; the credit is quieter.",
            states=samples.figures(pictures),
        ),
        Part(
            name="Block",
            file="block.html",
            about="What stands between the paragraphs of a story.",
            states=samples.blocks(),
        ),
        Part(
            name="Gallery",
            file="gallery_strip.html",
            about="In the story; its pictures have a page of their own.",
            states=samples.galleries(pictures),
        ),
        Part(
            name="Live entries",
            file="live_entries.html",
            about="The newest first; each has an address that stays.",
            states=samples.entries(view),
        ),
        Part(
            name="Correction box",
            file="correction_box.html",
            about="Under the copy, never above it; the stamp leads here.",
            states=samples.corrections(view),
        ),
        Part(
            name="After the story",
            file="story_links.html",
            about="What it is about, and links that hand it on without a script.",
            states=[
                State(
                    name="a place and ways to share",
                    given={
                        "topics": ({"name": "Places", "links": (link,)},),
                        "share": (Link(href=PATH, name="Short link"),),
                    },
                )
            ],
        ),
    ]
