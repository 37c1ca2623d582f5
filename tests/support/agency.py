"""An agency's server on this machine, and what its copy looks like.

Bad days are the moods of `weather_services.Service`, which knows how to hang,
drip and cut off.
"""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from support.weather_services import Says, running

NOON = datetime(2016, 12, 15, 12, 10, tzinfo=UTC)
TOKEN = "t0ken/of+acme&co"  # noqa: S105 - of a server that is ours
JSON = {"Content-Type": "application/json"}
PAGE = b"<!DOCTYPE html><html><body><h1>Please log in</h1></body></html>"


def says(body, *, status=200, **headers):
    """Answer with bytes, or with a value as JSON."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if isinstance(body, bytes):
        return Says(status=status, body=body, headers=named)
    return Says(status=status, body=json.dumps(body).encode(), headers=JSON | named)


def item(number=1, *, minutes=0, **fields):
    """Return a ninjs item as an object."""
    return {
        "uri": f"urn:example:item-{number}",
        "type": "text",
        "version": "1",
        "versioncreated": (NOON + timedelta(minutes=minutes)).isoformat(),
        "headline": f"Harbour news {number}",
        "body_text": f"The ferry number {number} left the harbour at noon.",
        **fields,
    }


def raw_item(number=1, **fields):
    """Return a ninjs item as bytes."""
    return json.dumps(item(number, **fields)).encode()


def agency(usual=lambda _service, _asked: Says(status=404)):
    """Yield a running server; see `support.weather_services.running`."""
    yield from running(usual)


@dataclass
class Kept:
    """A memory for tests: what was saved, heard and said."""

    place: object
    saves: list = field(default_factory=list)
    heards: int = 0
    errors: list = field(default_factory=list)

    def load(self):
        """Return where to go on."""
        return self.place

    def save(self, place):
        """Remember where to go on."""
        self.place = place
        self.saves.append(place)

    def heard(self):
        """Count an answer."""
        self.heards += 1

    def failed(self, error, place):  # noqa: ARG002 - as the real one
        """Keep an error."""
        self.errors.append(error)


class Hands:
    """A clock that stands until it is moved."""

    def __init__(self):
        self.moment = NOON

    def now(self):
        """Return the moment it is."""
        return self.moment

    def move(self, **amount):
        """Let time pass."""
        self.moment += timedelta(**amount)
