"""The shape of ``dateline.toml`` as a person writes it."""

import msgspec


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the file; a name it does not know is an error."""


class SiteTable(_Table, frozen=True, kw_only=True):
    """``[site]``."""

    name: str
    url: str
    zone: str
    description: str = ""
    language: str = "en"
    languages: tuple[str, ...] = ()
    country: str = ""
    publisher: str = ""
    contact: str = ""
    default_city: str = ""
    styles: bool = False


class OfficerTable(_Table, frozen=True, kw_only=True):
    """``[house.officer]``."""

    name: str
    email: str
    title: str = ""
    phone: str = ""
    address: str = ""
    body: str = ""
    body_url: str = ""
    form: bool = False


class HouseTable(_Table, frozen=True, kw_only=True):
    """``[house]``."""

    owner: str = ""
    editor: str = ""
    address: str = ""
    phone: str = ""
    officer: OfficerTable | None = None


class MachinesTable(_Table, frozen=True, kw_only=True):
    """``[machines]``."""

    mining: str = ""
    mining_policy: str = ""
    closed_to: tuple[str, ...] = ()
    ads: tuple[str, ...] = ()
    trust: tuple[str, ...] = ()
    hub: str = ""
    security_contact: str = ""
    security_expires: str = ""


class SectionTable(_Table, frozen=True, kw_only=True):
    """``[[sections]]``."""

    id: str
    name: str
    description: str = ""
    names: dict[str, str] = {}


class CityTable(_Table, frozen=True, kw_only=True):
    """``[[cities]]``."""

    id: str
    name: str
    group: str = "other"
    latitude: float
    longitude: float
    zone: str = ""
    also: tuple[str, ...] = ()
    names: dict[str, str] = {}


class WireTable(_Table, frozen=True, kw_only=True):
    """``[wires.NAME]``."""

    provider: str = ""
    transport: str = "folder"
    folder: str = ""
    poll: bool = False
    url: str = ""
    interval: str = "5m"
    timeout: str = "60s"
    lists: bool = False
    items: str = ""
    cursor: str = ""
    cursor_parameter: str = ""
    hosts: tuple[str, ...] = ()
    auth: str = "bearer"
    idle_alarm: str = ""
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
    mining: str = ""


class WeatherTable(_Table, frozen=True, kw_only=True):
    """``[weather]``."""

    providers: tuple[str, ...] = ()
    contact: str = ""
    folder: str = ""
    hosts: dict[str, str] = {}
    key_name: str = ""


class DatabaseTable(_Table, frozen=True, kw_only=True):
    """``[database]``."""

    url: str = "sqlite"


class StorageTable(_Table, frozen=True, kw_only=True):
    """``[storage]``."""

    data: str = "data"


class BindTable(_Table, frozen=True, kw_only=True):
    """``[bind]``."""

    public: str = "127.0.0.1:8000"
    newsroom: str = "127.0.0.1:8001"
    health: str = "127.0.0.1:8002"
    workers: int = 1


class NewsroomTable(_Table, frozen=True, kw_only=True):
    """``[newsroom]``."""

    url: str = ""


class SearchTable(_Table, frozen=True, kw_only=True):
    """``[search]``: whether readers can search the paper."""

    enabled: bool = True


class SecretsTable(_Table, frozen=True, kw_only=True):
    """``[secrets]``."""

    file: str = ""


class SiteFile(_Table, frozen=True, kw_only=True):
    """The whole file."""

    site: SiteTable
    house: HouseTable = HouseTable()
    machines: MachinesTable = MachinesTable()
    sections: tuple[SectionTable, ...]
    cities: tuple[CityTable, ...] = ()
    wires: dict[str, WireTable] = {}
    weather: WeatherTable = WeatherTable()
    database: DatabaseTable = DatabaseTable()
    storage: StorageTable = StorageTable()
    bind: BindTable = BindTable()
    newsroom: NewsroomTable = NewsroomTable()
    search: SearchTable = SearchTable()
    secrets: SecretsTable = SecretsTable()
