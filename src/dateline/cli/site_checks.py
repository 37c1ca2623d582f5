"""What ``dateline.toml`` may not say, with line and remedy.

Each check yields ``(path, what is wrong, what to do)``; the path is turned
into a line by ``toml_lines``.
"""

import re
from collections.abc import Iterator

from dateline.cli.faults import Fault, check_id, check_zone
from dateline.cli.house_checks import house_faults
from dateline.cli.site_file import SiteFile
from dateline.cli.wire_checks import wire_faults
from dateline.news.address import RESERVED
from dateline.news.language_tag import language_tag
from dateline.news.site import CityGroup, main_language
from dateline.words.catalog import ENOUGH, share_said

PROVIDERS = ("met-norway", "open-meteo", "openweather", "file-drop")
_BIND = re.compile(r"(\[[0-9a-fA-F:]+\]|[^:\s]+):(\d{1,5})")
_LAST_PORT = 65535


def faults(file: SiteFile) -> Iterator[Fault]:
    """Yield everything that is wrong with a file whose shape is right."""
    yield from _site(file)
    yield from house_faults(file)
    yield from _sections(file)
    yield from _cities(file)
    yield from wire_faults(file)
    yield from _weather(file)
    yield from _addresses(file)


def _site(file: SiteFile) -> Iterator[Fault]:
    site = file.site
    if not site.name.strip():
        yield "$.site.name", "the site has no name", "Give the paper its name."
    if not re.fullmatch(r"https?://[^/\s]+", site.url):
        yield (
            "$.site.url",
            f"{site.url!r} is no address of a site",
            "Write scheme and host without a slash at the end: 'https://example.in'.",
        )
    yield from check_zone("$.site.zone", site.zone)
    yield from _languages(file)
    ids = [city.id for city in file.cities]
    if site.default_city and site.default_city not in ids:
        yield (
            "$.site.default_city",
            f"{site.default_city!r} is none of the cities",
            f"Name one of: {', '.join(ids) or 'add [[cities]] first'}.",
        )


def _languages(file: SiteFile) -> Iterator[Fault]:
    """Yield what is no language, or stands in the way of an edition's address."""
    site = file.site
    for name, tags in (("language", (site.language,)), ("languages", site.languages)):
        for tag in tags:
            written = language_tag(tag)
            if written != tag:
                yield (
                    f"$.site.{name}",
                    f"{tag!r} is no language",
                    f"Write it {written!r}."
                    if written
                    else "Write its tag: 'en', 'hi', 'ur', 'pt-BR'.",
                )
            elif share_said(tag) < ENOUGH:
                yield f"$.site.{name}", *_too_few_words(tag)
    taken = {main_language(tag) for tag in site.languages}
    for number, section in enumerate(file.sections):
        if section.id in taken:
            yield (
                f"$.sections[{number}].id",
                f"{section.id!r} is the address of an edition",
                "Choose another id, or take the language out of site.languages.",
            )


def _too_few_words(tag: str) -> tuple[str, str]:
    said = (
        f"{share_said(tag):.0%} of the paper's own words are there in {tag!r},"
        f" fewer than {ENOUGH:.0%}"
    )
    todo = (
        f"Translate words/catalogs/{main_language(tag)}.po first: pages that announce"
        " one language and speak another cannot be read out."
    )
    return said, todo


def _doubles(table: str, ids: list[str]) -> Iterator[Fault]:
    for number, value in enumerate(ids):
        if value in ids[:number]:
            yield f"$.{table}[{number}].id", f"{value!r} is there twice", "Rename one."


def _sections(file: SiteFile) -> Iterator[Fault]:
    if not file.sections:
        yield "$.sections", "there is no section", "Add a [[sections]] table."
    for number, section in enumerate(file.sections):
        path = f"$.sections[{number}].id"
        yield from check_id(path, section.id)
        if section.id in RESERVED:
            yield path, f"{section.id!r} is used by the site itself", "Choose another."
    yield from _doubles("sections", [section.id for section in file.sections])


def _cities(file: SiteFile) -> Iterator[Fault]:
    for number, city in enumerate(file.cities):
        path = f"$.cities[{number}]"
        yield from check_id(f"{path}.id", city.id)
        if city.group not in list(CityGroup):
            yield f"{path}.group", f"{city.group!r} is no group", "metro or other."
        for name, value, limit in (
            ("latitude", city.latitude, 90),
            ("longitude", city.longitude, 180),
        ):
            if not -limit <= value <= limit:
                yield f"{path}.{name}", f"{value} is no {name}", f"−{limit} to {limit}."
        if city.zone:
            yield from check_zone(f"{path}.zone", city.zone)
    yield from _doubles("cities", [city.id for city in file.cities])


def _weather(file: SiteFile) -> Iterator[Fault]:
    weather = file.weather
    for provider in weather.providers:
        if provider not in PROVIDERS:
            remedy = f"One of: {', '.join(PROVIDERS)}."
            yield "$.weather.providers", f"{provider!r} is no provider", remedy
    if "met-norway" in weather.providers and not weather.contact:
        yield (
            "$.weather",
            "MET Norway refuses who does not say who he is",
            "contact = 'mail@example.in' (it goes into the User-Agent).",
        )
    if "file-drop" in weather.providers and not weather.folder:
        yield "$.weather", "the file drop has no folder", "folder = 'weather'"
    if "openweather" in weather.providers and not weather.key_name:
        yield (
            "$.weather",
            "OpenWeather needs a key",
            "key_name = 'NAME' of the environment variable that holds it.",
        )


def _addresses(file: SiteFile) -> Iterator[Fault]:
    bind = file.bind
    for name in ("public", "newsroom", "health"):
        found = _BIND.fullmatch(getattr(bind, name))
        if not found or int(found.group(2)) > _LAST_PORT:
            remedy = "HOST:PORT, for example 127.0.0.1:8000."
            yield f"$.bind.{name}", f"{getattr(bind, name)!r} is no address", remedy
    if not 1 <= bind.workers <= 64:  # noqa: PLR2004 - more than any machine of a newsroom has
        yield "$.bind.workers", f"{bind.workers} workers", "1 to 64."
    url = file.database.url
    if url != "sqlite" and not url.startswith(("postgresql://", "postgres://")):
        yield (
            "$.database.url",
            f"{url!r} is no database",
            "'sqlite', or 'postgresql://user@host/name'.",
        )
