"""What the public server must be told before it starts."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import DatelineError

MEBIBYTE = 1 << 20
_LAST_PORT = 65535


class AddressError(DatelineError):
    """An address to listen at is not HOST:PORT."""

    hint = "Write it as HOST:PORT in dateline.toml, as in bind.public = '0.0.0.0:8000'."


@dataclass(frozen=True, kw_only=True, slots=True)
class ServeSettings:
    """Where the public server finds things and how it behaves.

    ``store`` is a folder of stores (see `store.folder`) or a store itself.
    ``search`` is a folder of search indexes, None where readers cannot search.
    ``grievances`` is the folder where forms wait for the newsroom, None where none is
    taken. ``media`` holds ``renditions/``. ``bind`` and ``health`` are HOST:PORT.
    ``tls`` says that readers come through TLS, ended here or in front of us.
    ``memory`` is what each worker may keep of finished answers, in bytes.
    ``clock`` returns seconds since 1970; it must work in another process.
    ``idle_seconds`` ends connections that send no whole request for so long,
    ``stop_seconds`` ends those that are still reading after we were told to stop.
    """

    store: Path
    media: Path
    weather: Path
    bind: str
    health: str
    clock: Callable[[], float]
    search: Path | None = None
    grievances: Path | None = None
    workers: int = 1
    tls: bool = False
    memory: int = 64 * MEBIBYTE
    connections: int = 20_000
    idle_seconds: int = 30
    stop_seconds: int = 20


def host_and_port(address: str) -> tuple[str, int]:
    """Return the two parts of HOST:PORT; an IPv6 host may stand in brackets."""
    host, colon, port = address.rpartition(":")
    if not colon or not host or not port.isdecimal() or int(port) > _LAST_PORT:
        raise AddressError(f"not HOST:PORT: {address!r}")
    return host.removeprefix("[").removesuffix("]"), int(port)
