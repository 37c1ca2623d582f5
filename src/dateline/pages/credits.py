"""Who a story is by: each name, with the way to its page where it has one."""

from dateline.catalog.view import View
from dateline.news.address import author_path
from dateline.news.author import AuthorKind, author_id
from dateline.news.story import Story
from dateline.pages.link import Link


def byline_links(view: View, story: Story) -> list[Link]:
    """Return the names of those who wrote it."""
    return [_link(view, AuthorKind.PERSON, name) for name in story.byline]


def agency_link(view: View, story: Story) -> Link | None:
    """Return the agency it came from; None for own copy."""
    return _link(view, AuthorKind.AGENCY, story.agency) if story.agency else None


def _link(view: View, kind: AuthorKind, name: str) -> Link:
    found = author_id(name)
    known = view.author(kind, found) if found else None
    return Link(href=author_path(f"{kind}/{found}") if known else "", name=name)
