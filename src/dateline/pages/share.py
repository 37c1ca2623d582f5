"""Links that hand a story on without a script of anybody's."""

from functools import lru_cache
from urllib.parse import quote

from dateline.news import address
from dateline.news.site import Site
from dateline.news.story import Story
from dateline.pages.language import page_language
from dateline.pages.link import Link
from dateline.words.say import words_in


@lru_cache(maxsize=16)
def _quoted(url: str) -> str:
    return quote(url, safe="")


def share_links(site: Site, story: Story) -> list[Link]:
    """Return them: mail, a messenger, and the short link to copy."""
    say = words_in(page_language(site, story.language))
    subject = quote(story.headline, safe="")
    short = address.short_path(story.id)
    url = _quoted(site.url + address.short_path("")) + story.id
    return [
        Link(href=f"mailto:?subject={subject}&amp;body={url}", name=say("Email")),
        Link(href=f"https://wa.me/?text={subject}%20{url}", name=say("WhatsApp")),
        Link(href=short, name=say("Short link")),
    ]
