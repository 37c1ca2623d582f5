"""A site's settings: the shape of ``dateline.toml``.

Loading and validating (with line and remedy) is done by ``cli.site_folder``;
this module is the shape alone, so that the newsroom can be handed settings
without knowing where they came from.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Final

from dateline.news.house import House
from dateline.news.site import Site

INTERVAL: Final = timedelta(minutes=5)
TIMEOUT: Final = timedelta(seconds=60)


@dataclass(frozen=True, kw_only=True, slots=True)
class WireSettings:
    """One agency source.

    ``transport`` is "folder" (also for mail), "push", "pull" or "long-poll".
    ``publish`` says that usable copy of this source is published at once,
    without a desk. Without a ``zone`` moments without one are read as UTC, with
    a warning, and such an embargo waits for a person.

    ``poll``: look into the folder, do not rely on the kernel's notices.
    ``lists``: what ``url`` answers names items to fetch. ``items``: where they are
    in a JSON answer ("data.items.*.item"). ``cursor``: where in a
    JSON answer it says how to go on ("data.next_page"), ``cursor_parameter``
    where that goes in the next question unless it is an address. ``hosts``:
    where else the source may send us. ``auth`` says how the secret named by
    ``token_name`` is shown. ``idle_alarm``: how long it may be silent. What is
    larger than ``max_megabytes`` is refused unread.

    ``located_is_desk``: what the agency says a text is located is its own desk, so
    it makes no dateline. ``empty_embargo_holds``: an embargo without a moment waits
    for a person; off for an agency that sends it with everything.
    ``body_renditions``: further names under which it sends the body.
    """

    name: str
    provider: str
    transport: str = "folder"
    folder: Path | None = None
    poll: bool = False
    url: str = field(default="", repr=False)
    interval: timedelta = INTERVAL
    timeout: timedelta = TIMEOUT
    lists: bool = False
    items: str = ""
    cursor: str = ""
    cursor_parameter: str = ""
    hosts: tuple[str, ...] = ()
    auth: str = "bearer"
    idle_alarm: timedelta | None = None
    zone: str = ""
    publish: bool = False
    section: str = ""
    agency: str = ""
    credit: str = ""
    token_name: str = ""
    max_megabytes: int = 16
    located_is_desk: bool = False
    empty_embargo_holds: bool = True
    body_renditions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class WeatherSettings:
    """Where temperatures come from; ``providers`` in order of preference."""

    providers: tuple[str, ...] = ("met-norway",)
    contact: str = ""
    folder: Path | None = None
    hosts: dict[str, str] = field(default_factory=dict)
    key_name: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class BindSettings:
    """Addresses: ``HOST:PORT`` each."""

    public: str = "127.0.0.1:8000"
    newsroom: str = "127.0.0.1:8001"
    health: str = "127.0.0.1:8002"
    workers: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """Everything a site needs to run.

    ``database`` is "sqlite" (the file ``data/newsroom.sqlite3``) or a
    ``postgresql://`` URL. ``data`` holds database, store, media, raw wire
    copy, search index and weather. ``search`` says that readers can search.
    ``secrets_path`` is a file of secrets that are not in the
    environment.
    """

    root: Path
    data: Path
    site: Site
    house: House = field(default_factory=House)
    database: str = "sqlite"
    wires: tuple[WireSettings, ...] = ()
    weather: WeatherSettings = field(default_factory=WeatherSettings)
    bind: BindSettings = field(default_factory=BindSettings)
    secret_key: str
    newsroom_url: str = ""
    search: bool = True
    secrets_path: Path | None = None
    debug: bool = False

    @property
    def database_path(self) -> Path:
        """The SQLite file of the newsroom and the journal."""
        return self.data / "newsroom.sqlite3"

    @property
    def store_path(self) -> Path:
        """The folder of the press's store."""
        return self.data / "store"

    @property
    def search_path(self) -> Path:
        """The folder of the search index."""
        return self.data / "search"

    @property
    def media_path(self) -> Path:
        """The folder of originals and renditions."""
        return self.data / "media"

    @property
    def raw_path(self) -> Path:
        """The folder of raw wire copy, content-addressed."""
        return self.data / "raw"

    @property
    def hub_path(self) -> Path:
        """The file of what the WebSub hub is still to be told."""
        return self.data / "hub.json"

    @property
    def grievances_path(self) -> Path:
        """The folder where forms of readers wait for the register."""
        return self.data / "grievances"

    @property
    def weather_path(self) -> Path:
        """The file of the newest temperatures."""
        return self.data / "weather.json"
