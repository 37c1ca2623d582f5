"""Bringing the newsroom in line with ``dateline.toml``, at each start.

Sections, cities and fronts follow the settings; the site itself goes into the
journal when it differs from what readers have. It comes before anything else
in the journal, for no page can be made without it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import msgspec
from django.db import transaction

from dateline.journal.chain import canonical
from dateline.journal.entry import Change, Entry, Kind
from dateline.news.front import HOME, city_front, edition_front, section_front
from dateline.news.house import Disclosure, House
from dateline.news.site import Site
from dateline.newsroom.journal_writer import hold_journal, newest_content, write
from dateline.newsroom.models.city import City
from dateline.newsroom.models.front import Front
from dateline.newsroom.models.section import Section
from dateline.newsroom.roles import sync_roles
from dateline.pages.language import language_name
from dateline.settings import Settings

SUBJECT = "site"
HOUSE = "house"


def sync_site(settings: Settings, *, now: datetime) -> list[Entry]:
    """Write the settings' divisions into the database and the site to the journal.

    Return the journal's entries: one if the site changed, one if the house did.
    """
    site = settings.site
    with transaction.atomic():
        _sections(site)
        _cities(site)
        _fronts(site)
        sync_roles()
        hold_journal()
        changes = list(_changes(settings))
        return write(changes, moment=now) if changes else []


def _changes(settings: Settings) -> Iterator[Change]:
    """Yield what readers do not have yet; a house of which nothing is said is none."""
    site, house = settings.site, settings.house
    if newest_content(SUBJECT, Kind.SITE_SET) != canonical(site):
        yield Change(kind=Kind.SITE_SET, subject=SUBJECT, content=site)
    known = newest_content(HOUSE, Kind.HOUSE_SET)
    house = replace(house, disclosures=disclosed(known))
    if known != canonical(house) and (known is not None or house != House()):
        yield Change(kind=Kind.HOUSE_SET, subject=HOUSE, content=house)


def disclosed(known: bytes | None) -> tuple[Disclosure, ...]:
    """Return what the desk published of the register; no setting says it."""
    return msgspec.json.decode(known, type=House).disclosures if known else ()


def _sections(site: Site) -> None:
    Section.objects.update(current=False)
    for position, section in enumerate(site.sections):
        Section.objects.update_or_create(
            id=section.id,
            defaults={
                "name": section.name,
                "description": section.description,
                "position": position,
                "current": True,
            },
        )


def _cities(site: Site) -> None:
    City.objects.update(current=False)
    for position, city in enumerate(site.cities):
        City.objects.update_or_create(
            id=city.id,
            defaults={
                "name": city.name,
                "group": city.group.value,
                "position": position,
                "current": True,
            },
        )


def _fronts(site: Site) -> None:
    names = {HOME: "Home"}
    names |= {section_front(s.id): f"Section: {s.name}" for s in site.sections}
    names |= {city_front(c.id): f"City: {c.name}" for c in site.cities}
    for edition in site.editions[1:]:
        called = language_name(edition)
        names[edition_front(edition, HOME)] = f"{called}: Home"
        names |= {
            edition_front(edition, section_front(s.id)): f"{called}: {s.name}"
            for s in site.sections
        }
    Front.objects.update(current=False)
    for position, (front_id, name) in enumerate(names.items()):
        Front.objects.update_or_create(
            id=front_id, defaults={"name": name, "position": position, "current": True}
        )
