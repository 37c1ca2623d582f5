"""What ``[wires.NAME]`` may not say."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from dateline.cli.duration import read_duration
from dateline.cli.faults import Fault, check_id, check_zone
from dateline.cli.site_file import SiteFile, WireTable

TRANSPORTS = ("folder", "push", "pull", "long-poll")
ASKING = ("pull", "long-poll")
_AUTH = re.compile(r"bearer|basic|(header|query):[A-Za-z0-9_.-]{1,60}")
_PATH = re.compile(r"[^.\s]+(\.[^.\s]+)*")
_HOST = re.compile(r"[A-Za-z0-9.-]+(:\d{1,5})?")
_SECRET_NAMES = re.compile(
    r"token|secret|passw|api_?key|apikey|^key$|auth|signature", re.IGNORECASE
)
_MOST_MEGABYTES = 1024
_NAME_IT = "token_name = 'NAME' of the environment variable that holds it."
_TAKE_IT_OUT = (
    "Take it out, change it, and name it instead: token_name = 'NAME' of an"
    " environment variable, with auth = 'basic' or 'query:NAME'."
)
_DURATION = "A number and s, m, h or d: '90s', '30m'."


def wire_faults(file: SiteFile) -> Iterator[Fault]:
    """Yield everything that is wrong with the wires of a file."""
    sections = [section.id for section in file.sections]
    for name, wire in file.wires.items():
        path = f"$.wires.{name}"
        yield from check_id(path, name)
        if wire.zone:
            yield from check_zone(f"{path}.zone", wire.zone)
        if wire.transport not in TRANSPORTS:
            remedy = f"One of: {', '.join(TRANSPORTS)}."
            yield f"{path}.transport", f"{wire.transport!r} is no transport", remedy
        if wire.transport == "folder" and not wire.folder:
            yield path, "the wire has no folder", f"folder = 'wires/{name}'"
        if wire.transport == "push" and not wire.token_name:
            yield path, "the wire has no token", _NAME_IT
        if wire.section and wire.section not in sections:
            remedy = f"One of: {', '.join(sections)}."
            yield f"{path}.section", f"{wire.section!r} is no section", remedy
        yield from _limits(path, wire)
        yield from _size(path, wire)
        if wire.transport in ASKING:
            yield from _asking(path, wire)


def _limits(path: str, wire: WireTable) -> Iterator[Fault]:
    for name in ("interval", "timeout", "idle_alarm"):
        text = getattr(wire, name)
        if read_duration(text) is None and (text or name != "idle_alarm"):
            yield f"{path}.{name}", f"{text!r} is no length of time", _DURATION


def _size(path: str, wire: WireTable) -> Iterator[Fault]:
    if not 1 <= wire.max_megabytes <= _MOST_MEGABYTES:
        said = f"{wire.max_megabytes} megabytes"
        yield f"{path}.max_megabytes", said, f"1 to {_MOST_MEGABYTES}."


def _asking(path: str, wire: WireTable) -> Iterator[Fault]:
    """Yield what is wrong with a wire that is asked over HTTP."""
    yield from _url(f"{path}.url", wire.url)
    if not _AUTH.fullmatch(wire.auth):
        remedy = "One of: bearer, basic, header:NAME, query:NAME."
        yield f"{path}.auth", f"{wire.auth!r} is no way to show a secret", remedy
    for host in wire.hosts:
        if not _HOST.fullmatch(host):
            remedy = "HOST or HOST:PORT, without scheme: 'media.example.com'."
            yield f"{path}.hosts", f"{host!r} is no host", remedy
    for name in ("cursor", "items"):
        text = getattr(wire, name)
        if text and not _PATH.fullmatch(text):
            remedy = "Names with points between: 'data.next_page'."
            yield f"{path}.{name}", f"{text!r} leads nowhere", remedy
    if wire.transport == "long-poll" and not wire.cursor:
        remedy = "cursor = 'data.next_page': where the answer says how to go on."
        yield path, "the wire has no cursor", remedy


def _url(path: str, url: str) -> Iterator[Fault]:
    """Yield what is wrong with an address; it may hold no secret."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
        secret = "@" in parts.netloc
        _ = parts.port
    except ValueError:
        usable, secret, parts = False, "@" in url, urlsplit("")
    names = [name for name, _ in parse_qsl(parts.query) if _SECRET_NAMES.search(name)]
    if secret or names:
        yield (
            path,
            "the address holds a secret" + (f": {names[0]}" if names else ""),
            _TAKE_IT_OUT,
        )
    elif not usable:
        shown = f"{url!r} is no address" if url else "the wire has no address"
        yield path, shown, "url = 'https://wire.example.com/feed'"
