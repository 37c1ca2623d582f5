"""A site is a folder with ``dateline.toml``: reading and checking it."""

import difflib
import re
import secrets
import tomllib
from pathlib import Path

import msgspec

from dateline.cli.duration import read_duration
from dateline.cli.house_file import house_of, mining_of
from dateline.cli.site_checks import faults
from dateline.cli.site_file import CityTable, SiteFile, WeatherTable, WireTable
from dateline.cli.toml_lines import line_of
from dateline.cli.toml_remedy import shape_remedy, toml_remedy
from dateline.errors import DatelineError
from dateline.news.site import City, CityGroup, Section, Site
from dateline.settings import (
    INTERVAL,
    TIMEOUT,
    BindSettings,
    Settings,
    WeatherSettings,
    WireSettings,
)

FILE = "dateline.toml"

_AT = re.compile(r" - at `(\$[^`]*)`$")
_UNKNOWN = re.compile(r"unknown field `([^`]+)`")
_MISSING = re.compile(r"missing required field `([^`]+)`")


class NoSiteFolderError(DatelineError):
    """The folder is not a site."""

    hint = "Make one with `dateline init FOLDER`, or name it: `--site FOLDER`."


class SettingsError(DatelineError):
    """``dateline.toml`` cannot be used as it is."""

    exit_code = 2


def load(folder: Path) -> Settings:
    """Return the settings of the site in ``folder``.

    Raises NoSiteFolderError if there is no ``dateline.toml``, SettingsError
    with line and remedy if it is wrong.
    """
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise NoSiteFolderError(f"{folder} has no {FILE}") from error
    return settings_of(read(text, name=str(path)), root=folder.resolve())


def read(text: str, *, name: str = FILE) -> SiteFile:
    """Return the checked content of a settings file; raises SettingsError."""
    try:
        file = msgspec.convert(tomllib.loads(text), SiteFile, strict=False)
    except tomllib.TOMLDecodeError as error:
        hint = toml_remedy(str(error))
        raise SettingsError(f"{name}: {error}", hint=hint) from error
    except msgspec.ValidationError as error:
        raise _shape_error(str(error), text, name) from error
    found = [
        (line_of(text, path), wrong, remedy) for path, wrong, remedy in faults(file)
    ]
    if found:
        raise SettingsError(
            "\n".join(f"{name}, line {line}: {wrong}" for line, wrong, _ in found),
            hint="\n".join(f"Line {line}: {remedy}" for line, _, remedy in found),
        )
    return file


def _shape_error(said: str, text: str, name: str) -> SettingsError:
    at = _AT.search(said)
    path = at.group(1) if at else "$"
    wrong = _AT.sub("", said)
    if unknown := _UNKNOWN.search(wrong):
        path = f"{path}.{unknown.group(1)}"
        near = difflib.get_close_matches(unknown.group(1), _words(), n=1)
        hint = f"Did you mean {near[0]!r}?" if near else "Remove it."
        wrong = f"{unknown.group(1)!r} is not a setting"
    elif missing := _MISSING.search(wrong):
        wrong = f"{missing.group(1)!r} is missing in {path.removeprefix('$.') or FILE}"
        hint = f"Add `{missing.group(1)} = …` there."
    else:
        wrong, hint = shape_remedy(wrong)
    return SettingsError(f"{name}, line {line_of(text, path)}: {wrong}", hint=hint)


def _words() -> list[str]:
    words: list[str] = []
    for field in msgspec.structs.fields(SiteFile):
        words.append(field.name)
        for kind in (field.type, *getattr(field.type, "__args__", ())):
            if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
                words += [inner.name for inner in msgspec.structs.fields(kind)]
    return words


def settings_of(file: SiteFile, *, root: Path) -> Settings:
    """Return a checked file as settings; relative paths are below ``root``."""
    data = root / file.storage.data
    return Settings(
        root=root,
        data=data,
        site=_site(file),
        house=house_of(file, root=root),
        database=file.database.url,
        wires=tuple(_wire(n, w, root) for n, w in file.wires.items()),
        weather=_weather(file.weather, root),
        bind=BindSettings(
            public=file.bind.public,
            newsroom=file.bind.newsroom,
            health=file.bind.health,
            workers=file.bind.workers,
        ),
        secret_key=secret_key(data),
        newsroom_url=file.newsroom.url or f"http://{file.bind.newsroom}",
        search=file.search.enabled,
        secrets_path=root / file.secrets.file if file.secrets.file else None,
    )


def secret_key(data: Path) -> str:
    """Return the site's secret key, made once and readable by its owner only."""
    path = data / "secret_key"
    if not path.exists():
        data.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), encoding="utf-8")
    return path.read_text(encoding="utf-8")


def _site(file: SiteFile) -> Site:
    site = file.site
    return Site(
        name=site.name,
        url=site.url,
        description=site.description,
        language=site.language,
        languages=site.languages,
        country=site.country,
        zone=site.zone,
        publisher=site.publisher or site.name,
        contact=site.contact,
        sections=tuple(
            Section(
                id=s.id,
                name=s.name,
                description=s.description,
                names=tuple(sorted(s.names.items())),
            )
            for s in file.sections
        ),
        cities=tuple(_city(c, site.zone) for c in file.cities),
        default_city=site.default_city or (file.cities[0].id if file.cities else ""),
        grievances=file.house.officer is not None,
        hub=file.machines.hub,
        searchable=file.search.enabled,
        styles=site.styles,
        mining=mining_of(file),
    )


def _city(city: CityTable, zone: str) -> City:
    return City(
        id=city.id,
        name=city.name,
        group=CityGroup(city.group),
        latitude=city.latitude,
        longitude=city.longitude,
        zone=city.zone or zone,
        also=city.also,
        names=tuple(sorted(city.names.items())),
    )


def _wire(name: str, wire: WireTable, root: Path) -> WireSettings:
    return WireSettings(
        name=name,
        provider=wire.provider or name,
        transport=wire.transport,
        folder=root / wire.folder if wire.folder else None,
        poll=wire.poll,
        url=wire.url,
        interval=read_duration(wire.interval) or INTERVAL,
        timeout=read_duration(wire.timeout) or TIMEOUT,
        lists=wire.lists,
        items=wire.items,
        cursor=wire.cursor,
        cursor_parameter=wire.cursor_parameter,
        hosts=wire.hosts,
        auth=wire.auth,
        idle_alarm=read_duration(wire.idle_alarm),
        zone=wire.zone,
        publish=wire.publish,
        section=wire.section,
        agency=wire.agency,
        credit=wire.credit,
        token_name=wire.token_name,
        max_megabytes=wire.max_megabytes,
        located_is_desk=wire.located_is_desk,
        empty_embargo_holds=wire.empty_embargo_holds,
        body_renditions=wire.body_renditions,
    )


def _weather(weather: WeatherTable, root: Path) -> WeatherSettings:
    return WeatherSettings(
        providers=weather.providers,
        contact=weather.contact,
        folder=root / weather.folder if weather.folder else None,
        hosts=weather.hosts,
        key_name=weather.key_name,
    )
