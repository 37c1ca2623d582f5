"""Making the folder of a new site."""

from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from string import Template

from dateline.cli.site_folder import FILE, load, read
from dateline.errors import DatelineError
from dateline.settings import Settings


class FolderTakenError(DatelineError):
    """There is something in the folder already."""

    hint = "Name another folder; nothing was changed in this one."


_WEATHER = """\
# Temperatures of the cities. Providers in order of preference: met-norway,
# open-meteo, openweather, file-drop. None: the pages show no weather.
[weather]
providers = []                  # for example ["met-norway"], which needs a contact
contact = ""                    # goes into the User-Agent: mail@example.in
# folder = "weather"            # for file-drop
# key_name = "OPENWEATHER_KEY"  # the environment variable that holds the key
"""

_WEATHER_MET = """\
# Temperatures of the cities. Providers in order of preference: met-norway,
# open-meteo, openweather, file-drop. None: the pages show no weather.
[weather]
providers = ["met-norway"]
contact = "$contact"            # goes into the User-Agent
"""

_WIRES = """\
# What agencies send. A folder is watched; each file in it is read once.
#
# [wires.meridian]
# provider = "meridian"         # identity; two deliveries of one agency share it
# folder = "wires/meridian"     # also for mails (.eml); poll = true on a network drive
# idle_alarm = "30m"            # silent for longer: the desk is called
# zone = "Asia/Kolkata"         # of moments that come without one
# agency = "Meridian News Agency"
# credit = "MNA"
# section = "world"             # where its copy starts; else where it was filed
# mining = "reserved"           # if the contract says so; else as in [machines]
# publish = false               # true: usable copy goes out without an editor
#
# Other ways in: transport = "push" with token_name; "pull" and "long-poll" with
# url, interval, token_name, auth. The runbook shows each. Secrets stand in the
# environment, or in a file that only its owner can read:
#
# [secrets]
# file = "secrets.toml"         # a line a secret: NAME = "..."; chmod 600
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class NewSite:
    """What differs between new sites; ``port`` is the first of three.

    ``house``, ``weather`` and ``wires`` are blocks of TOML; the template's own if
    empty. ``styles`` shows the page of styles.
    """

    name: str
    zone: str = "Asia/Kolkata"
    url: str = ""
    contact: str = ""
    port: int = 8000
    workers: int = 1
    languages: tuple[str, ...] = ()
    styles: bool = False
    house: str = ""
    weather: str = ""
    wires: str = ""


def site_text(new: NewSite) -> str:
    """Return the commented ``dateline.toml`` of a new site; raises SettingsError."""
    weather = new.weather or (_WEATHER_MET if new.contact else _WEATHER)
    bind = [f"127.0.0.1:{new.port + number}" for number in range(3)]
    contact = _inside(new.contact)
    text = Template(_own("site_template.toml")).substitute(
        name=_inside(new.name),
        url=_inside(new.url or f"http://{bind[0]}"),
        zone=_inside(new.zone),
        contact=contact,
        public=bind[0],
        newsroom=bind[1],
        health=bind[2],
        workers=new.workers,
        languages=", ".join(f'"{_inside(each)}"' for each in new.languages),
        styles="true" if new.styles else "false",
        weather=Template(weather).safe_substitute(contact=contact),
        house=new.house or _own("site_house.toml"),
        wires=new.wires or _WIRES,
    )
    read(text)
    return text


def _own(name: str) -> str:
    return resources.files("dateline.cli").joinpath(name).read_text(encoding="utf-8")


def _inside(text: str) -> str:
    """Return text as it stands between the quotes of a TOML string."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def make_site(folder: Path, new: NewSite) -> Settings:
    """Make ``folder`` a site and return its settings.

    Raises FolderTakenError if there is anything in it, SettingsError if what
    was asked for cannot be.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderTakenError(f"{folder} is not an empty folder")
    text = site_text(new)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text(text, encoding="utf-8")
    settings = load(folder)
    make_folders(settings)
    return settings


def make_folders(settings: Settings) -> None:
    """Make the folders a site's settings name, where they are missing."""
    wires = [wire.folder for wire in settings.wires if wire.folder]
    weather = [settings.weather.folder] if settings.weather.folder else []
    for folder in (settings.media_path, settings.raw_path, *wires, *weather):
        folder.mkdir(parents=True, exist_ok=True)
