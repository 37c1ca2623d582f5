"""Slot values that the press makes: pages of their own, HTML fragments.

They stand in pages whose own copy does not change with every publication. The
server puts ``/_slot/NAME`` where the slot NAME is; for "local" it adds the
reader's city. A fragment without stories is empty, and its place closes up.
"""

from dateline.catalog.view import View
from dateline.news import key
from dateline.news.address import city_path, topic_path
from dateline.news.front import HOME, city_front, section_front
from dateline.pages.band import band_of
from dateline.pages.frame import section_link
from dateline.pages.front_page import take_cards
from dateline.pages.home import TOP
from dateline.pages.language import direction, list_of, name_language
from dateline.pages.link import Link
from dateline.pages.page import Page
from dateline.pages.teaser import Teaser, enhance_card
from dateline.pages.typeset import typeset

_TICKER = 4
_LOCAL = 4
_MORE = 5
_ABOUT = 4


def make_ticker(view: View, edition: str = "") -> Page | None:
    """Make the ticker: the newest headlines of the site, or of an edition."""
    site = view.site()
    if edition and edition not in site.editions[1:]:
        return None
    language = edition or site.language
    newest = list_of(site, key.ALL, language)
    teasers = _newest(view, newest, limit=_TICKER, language=edition)
    text = typeset(
        "slot_ticker.html", language=language, teasers=teasers, **_spoken(language)
    )
    return _fragment(text)


def make_local(view: View, city_id: str) -> Page | None:
    """Make the best of a city's front, for readers who are at home there.

    What the desk placed at the top of home is left out: the strip stands below.
    """
    site = view.site()
    city = site.city(city_id)
    if city is None:
        return None
    above = set(view.placed(HOME, TOP))
    band = band_of(view, city_front(city_id), limit=_LOCAL, shown=above)
    text = typeset(
        "slot_local.html",
        language=site.language,
        name=city.name,
        href=city_path(city_id),
        band=band,
    )
    return _fragment(text)


def make_more(view: View, edition: str | None, section_id: str) -> Page | None:
    """Make the newest of a section, for the foot of its stories."""
    site = view.site()
    section = site.section(section_id)
    if section is None or (edition and edition not in site.editions[1:]):
        return None
    language = edition or site.language
    newest = list_of(site, section_front(section_id), language)
    teasers = _newest(view, newest, limit=_MORE, language=edition or "")
    text = typeset(
        "slot_more.html",
        language=language,
        link=section_link(site, section_id, language),
        teasers=teasers,
        **_spoken(language),
    )
    return _fragment(text)


def make_about(view: View, edition: str | None, topic_id: str) -> Page | None:
    """Make the newest about a topic, for the foot of its stories."""
    topic = view.topic(topic_id)
    site = view.site()
    if topic is None or (edition and edition not in site.editions[1:]):
        return None
    language = edition or site.language
    newest = f"topic/{topic_id}"
    teasers = _newest(view, newest, limit=_ABOUT, language=edition or "")
    text = typeset(
        "slot_about.html",
        language=language,
        id=topic_id,
        link=Link(
            href=topic_path(topic_id),
            name=topic.called(language),
            language=name_language(topic, site.language, language),
        ),
        teasers=teasers,
        **_spoken(language),
    )
    return _fragment(text)


def _newest(
    view: View, list_name: str, *, limit: int, language: str = ""
) -> list[Teaser]:
    view.site()
    cards = take_cards(view, view.newest(list_name), limit=limit, shown=set())
    return [enhance_card(card, view, language=language) for card in cards]


def _spoken(language: str) -> dict[str, str]:
    """Return what a fragment says of its language: its page may be in another."""
    return {"spoken": language, "direction": direction(language)}


def _fragment(text: str) -> Page:
    return Page(text=text.strip(), cache="slot")
