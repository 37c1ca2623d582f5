"""The site itself and the things it is divided into."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

RESERVED, OPEN = "reserved", "open"
"""What a source says of text and data mining."""


Names = tuple[tuple[str, str], ...]
"""Names of one thing by language: pairs of a language and the name in it."""


@lru_cache(maxsize=256)
def main_language(language: str) -> str:
    """Return a language without region or script: "hi" of "hi-IN"."""
    return language.partition("-")[0].lower()


def name_in(names: Names, language: str) -> str:
    """Return the name in a language; empty if none is given."""
    return dict(names).get(main_language(language), "")


class CityGroup(StrEnum):
    """The group of the city selector that a city stands in."""

    METRO = "metro"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A part of the paper: world, india, business."""

    id: str
    name: str
    description: str = ""
    names: Names = ()

    def called(self, language: str) -> str:
        """Return the section's name in a language; its own one without another."""
        return name_in(self.names, language) or self.name


@dataclass(frozen=True, kw_only=True, slots=True)
class City:
    """A city with a front of its own. Degrees; ``zone`` is an IANA name.

    ``also`` holds names people still use ("bangalore"); their address leads on
    to the city's own.
    """

    id: str
    name: str
    group: CityGroup
    latitude: float
    longitude: float
    zone: str
    also: tuple[str, ...] = ()
    names: Names = ()

    def called(self, language: str) -> str:
        """Return the city's name in a language; its own one without another."""
        return name_in(self.names, language) or self.name


class TopicKind(StrEnum):
    """What a topic is: a subject unless it is something that has a name."""

    SUBJECT = "subject"
    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic:
    """Something stories are about; has a page that lists them."""

    id: str
    name: str
    description: str = ""
    kind: TopicKind = TopicKind.SUBJECT
    names: Names = ()

    def called(self, language: str) -> str:
        """Return the topic's name in a language; its own one without another."""
        return name_in(self.names, language) or self.name


@dataclass(frozen=True, kw_only=True, slots=True)
class Mining:
    """Who may mine text and data: the W3C community's TDM reservation protocol.

    ``own`` is for the paper's own copy, ``agencies`` holds pairs of an agency's
    name and its rule, for contracts differ: "reserved", "open", or empty where
    nothing is said. ``policy`` is the address of a licence offer.
    """

    own: str = ""
    agencies: tuple[tuple[str, str], ...] = ()
    policy: str = ""

    def rule(self, agency: str) -> str:
        """Return the rule for copy of an agency; the own one if it has none."""
        return dict(self.agencies).get(agency, "") or self.own

    @property
    def strictest(self) -> str:
        """Return the rule for what no single source can be named of."""
        said = {self.own, *(rule for _, rule in self.agencies)}
        return next((rule for rule in (RESERVED, OPEN) if rule in said), "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """What every page must know: name, address, language, zone, divisions.

    ``url`` has no slash at its end. ``default_city`` is the id of the city
    whose weather is shown to readers who chose none. ``grievances`` says that
    there is a page of the grievance officer, ``hub`` is the address of the WebSub
    hub that feeds name, empty if none. ``languages`` are those that have an
    edition of their own, with a front at ``/hi/``. ``searchable``
    says that readers can search it, ``styles`` that the page of styles is shown.
    """

    name: str
    url: str
    description: str = ""
    language: str = "en"
    country: str = ""
    zone: str
    publisher: str = ""
    contact: str = ""
    sections: tuple[Section, ...]
    cities: tuple[City, ...] = ()
    default_city: str = ""
    grievances: bool = False
    hub: str = ""
    searchable: bool = True
    styles: bool = False
    mining: Mining = Mining()
    languages: tuple[str, ...] = ()

    @property
    def editions(self) -> tuple[str, ...]:
        """Return the languages of the paper's editions, its own first.

        One alone means that there are no editions: all stories stand together.
        """
        own = main_language(self.language)
        return tuple(dict.fromkeys((own, *map(main_language, self.languages))))

    def section(self, section_id: str) -> Section | None:
        """Return the section of that id, or None."""
        return next((s for s in self.sections if s.id == section_id), None)

    def city(self, city_id: str) -> City | None:
        """Return the city of that id, or None."""
        return next((c for c in self.cities if c.id == city_id), None)
