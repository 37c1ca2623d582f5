"""What stands around every page: strip, masthead, navigation, footer.

It depends on the site's settings and on where the reader is, on nothing else,
so it is set once for each and kept. Its moving parts are slots.
"""

from dataclasses import dataclass

from dateline.news.address import city_path, edition_path, section_path
from dateline.news.site import CityGroup, Site, main_language
from dateline.pages.assets import assets
from dateline.pages.language import direction, language_name, name_language
from dateline.pages.link import Link
from dateline.pages.page import slot
from dateline.pages.teaser import section_name
from dateline.pages.typeset import typeset
from dateline.words.say import later, words_in

HOME = "home"
SEARCH = "search"
HOME_PATH = "/"
_GROUPS = (
    (CityGroup.METRO, later("Metro cities")),
    (CityGroup.OTHER, later("Other cities")),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A link of the frame; ``here`` if the reader stands on it.

    ``language`` is the name's, where that is not the page's.
    """

    href: str
    name: str
    here: bool
    language: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """A named group of the city selector."""

    name: str
    id: str
    places: tuple[Place, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """The paper in another language; ``here`` if the page is in it."""

    href: str
    name: str
    language: str
    direction: str
    here: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """The surroundings of a page, set in type."""

    language: str
    direction: str
    links: str
    top: str
    foot: str


class _Drawer:
    """The frames, and the ways to sections, of the site that was asked for last.

    Not an ``lru_cache``: hashing a site with its cities takes 20 µs, a fifth of
    what a page may cost.
    """

    def __init__(self) -> None:
        self.site: Site | None = None
        self.frames: dict[str, Frame] = {}
        self.sections: dict[tuple[str, str], Link] = {}

    def of(self, site: Site) -> "_Drawer":
        """Return the drawer, emptied if it held what is another site's."""
        if self.site is not site:
            if self.site != site:
                self.frames, self.sections = {}, {}
            self.site = site
        return self


_drawer = _Drawer()


def frame(site: Site, here: str = "", language: str = "") -> Frame:
    """Return the frame for a page of the site.

    ``here`` is "home", "search", "section/ID", "city/ID" or empty; ``language``
    the page's, where that is not the site's.
    """
    frames = _drawer.of(site).frames
    name = f"{language} {here}"
    if name not in frames:
        frames[name] = _typeset(site, here, language or site.language)
    return frames[name]


def _typeset(site: Site, here: str, language: str) -> Frame:
    found = assets()
    base = home_path(site, language)
    mark = slot_mark(site, language)
    context = {
        "site": site,
        "own": site.language if mark else "",
        "base": base,
        "editions": _editions(site, language),
        "home": here == HOME,
        "searching": here == SEARCH,
        "sections": _sections(site, here, language),
        "groups": city_groups(site, here, language),
        "today": slot(f"today{mark}"),
        "weather": slot(f"weather{mark}"),
        "credit": slot(f"weather-credit{mark}"),
        "ticker": slot(f"ticker{edition_mark(site, language)}"),
    }
    return Frame(
        language=language,
        direction=direction(language),
        links=typeset("frame_links.html", site=site, assets=found, language=language),
        top=typeset("frame_top.html", language=language, **context),
        foot=typeset("frame_foot.html", language=language, **context),
    )


def home_path(site: Site, language: str) -> str:
    """Return the front that a page in a language leads to."""
    main = main_language(language)
    return edition_path(main) if main in site.editions[1:] else HOME_PATH


def section_link(site: Site, section_id: str, language: str) -> Link:
    """Return the way to a section's front in the edition of a language."""
    kept = _drawer.of(site).sections
    key = (section_id, language)
    if key not in kept:
        section = site.section(section_id)
        own = site.language
        kept[key] = Link(
            href=home_path(site, language).rstrip("/") + section_path(section_id),
            name=section_name(site, section_id, language),
            language=name_language(section, own, language) if section else "",
        )
    return kept[key]


def edition_mark(site: Site, language: str) -> str:
    """Return what the name of a slot of stories ends in: ".hi" in that edition."""
    main = main_language(language)
    return f".{main}" if main in site.editions[1:] else ""


def slot_mark(site: Site, language: str) -> str:
    """Return what a slot's name ends in, where it is not in the site's language."""
    main = main_language(language)
    return "" if main == main_language(site.language) else f".{main}"


def _editions(site: Site, language: str) -> tuple[Edition, ...]:
    """Return the ways to the paper's editions; none if there is but one."""
    if len(site.editions) == 1:
        return ()
    return tuple(
        Edition(
            href=home_path(site, each),
            name=language_name(each),
            language=each,
            direction=direction(each),
            here=each == main_language(language),
        )
        for each in site.editions
    )


def _sections(site: Site, here: str, language: str) -> tuple[Place, ...]:
    base = home_path(site, language).rstrip("/")
    return tuple(
        Place(
            href=base + section_path(s.id),
            name=s.called(language),
            here=here == f"section/{s.id}",
            language=name_language(s, site.language, language),
        )
        for s in site.sections
    )


def city_groups(site: Site, here: str, language: str) -> tuple[Group, ...]:
    """Return the groups of the city selector, as far as the site has such cities."""
    say = words_in(language)
    groups = []
    for group, name in _GROUPS:
        places = tuple(
            Place(
                href=city_path(c.id),
                name=c.called(language),
                here=here == f"city/{c.id}",
                language=name_language(c, site.language, language),
            )
            for c in site.cities
            if c.group is group
        )
        if places:
            groups.append(Group(name=say(name), id=f"cities-{group}", places=places))
    return tuple(groups)
