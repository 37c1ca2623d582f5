"""Making the demo's site: settings, database, paper, weather, a log-in."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dateline.cli.demo.copy import some, stories
from dateline.cli.demo.house import house_block, write_pages
from dateline.cli.demo.pictures import make_files, names_in
from dateline.cli.demo.schedule import WIRES
from dateline.cli.doctor_machine import is_free
from dateline.cli.lock import RUN, HeldError, is_held
from dateline.cli.new_site import NewSite, make_folders, make_site
from dateline.cli.parts.weather import weather_cities
from dateline.cli.site_folder import FILE, load
from dateline.cli.words import Step
from dateline.errors import DatelineError
from dateline.live.file_drop import write_drop
from dateline.live.sample import NAME, sample_readings
from dateline.settings import Settings

MADE = "demo-made"
"""The file, in the data folder, that says that the paper is complete."""

HOURS = 72
"""For how many hours sample weather is dropped at each start."""

_PORTS = range(8000, 9000, 10)

_WEATHER = """\
# Sample weather from files, labelled as what it is: the demo asks nobody.
[weather]
providers = ["file-drop"]
folder = "weather"
"""

_WIRE = """\
[wires.{name}]
provider = "{name}"
folder = "wires/{name}"
zone = "Asia/Kolkata"
agency = "{agency}"
credit = "{credit}"
publish = true
"""


class NoPortsError(DatelineError):
    """No three ports in a row are free."""

    hint = "Name the first of three free ports: `dateline demo --port 9000`."


class NotADemoError(DatelineError):
    """The folder holds something that is no demo."""

    hint = "Name another folder: `dateline demo FOLDER`."


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """How a demo is to be: where, how many stories (0: all), which first port."""

    folder: Path
    stories: int = 0
    port: int = 0
    fresh: bool = False


def demo_site(wish: Wish) -> Settings:
    """Return the settings of the demo's site, made if there is none.

    Raises NotADemoError if the folder holds something else, HeldError if a
    demo runs in it.
    """
    if (wish.folder / FILE).exists():
        settings = load(wish.folder)
        if is_held(settings.data / RUN):
            raise HeldError(f"the demo in {wish.folder} runs already")
        if not (settings.data / MADE).exists() and not _is_half_made(settings):
            raise NotADemoError(f"{wish.folder} is a site, but no demo")
        if not wish.fresh and (settings.data / MADE).exists():
            make_folders(settings)
            return settings
        shutil.rmtree(wish.folder)
    return _new(wish)


def _is_half_made(settings: Settings) -> bool:
    return (settings.data / f"{MADE}.begun").exists()


def _new(wish: Wish) -> Settings:
    wires = "\n".join(
        _WIRE.format(name=wire.name, agency=wire.agency, credit=wire.credit)
        for wire in WIRES
    )
    new = NewSite(
        name="The Banyan Post",
        contact="desk@banyan.example",
        port=wish.port or free_port(),
        languages=("hi",),
        styles=True,  # only a demo's readers may wonder at the page
        house=house_block(),
        weather=_WEATHER,
        wires=f"# Two invented agencies; their copy goes out at once.\n\n{wires}",
    )
    settings = make_site(wish.folder, new)
    (settings.data / f"{MADE}.begun").touch()
    write_pages(wish.folder)
    return load(wish.folder)


def free_port() -> int:
    """Return the first of three free ports; raises NoPortsError."""
    for port in _PORTS:
        if all(is_free(f"127.0.0.1:{port + number}") for number in range(3)):
            return port
    raise NoPortsError("no three ports in a row are free")


def is_made(settings: Settings) -> bool:
    """Return whether the paper is in the newsroom already."""
    return (settings.data / MADE).exists()


def fill(settings: Settings, wish: Wish, *, progressed: Step) -> None:
    """Make the database and load the paper; sets up the newsroom in this process.

    Pictures are scaled on the other cores while the tables are made.
    """
    chosen = some(stories(), wish.stories)
    with ThreadPoolExecutor(1) as beside:
        pictures = beside.submit(
            make_files, settings.media_path, names_in(chosen), progressed=progressed
        )
        from dateline.cli.parts.newsroom import prepare

        prepare(settings)
        pictures.result()
    from dateline.cli.demo.load_stories import load_paper

    load_paper(chosen, now=datetime.now(UTC), progressed=progressed)
    (settings.data / MADE).touch()


def drop_weather(settings: Settings, *, now: datetime) -> None:
    """Drop sample weather for the next days, in place of what is left of older."""
    folder = settings.weather.folder
    if folder is None:
        return
    for old in folder.glob("weather-*.json"):
        old.unlink()
    readings = sample_readings(weather_cities(settings), now, hours=HOURS)
    write_drop(folder, readings, provider=NAME, now=now)
