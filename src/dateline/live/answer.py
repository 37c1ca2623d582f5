"""What a weather provider was asked and what its answer means, without any I/O.

    Request   what to ask                 made by a provider's `request_for`
    Answer    what came back              made by `exchange`
    Answered  an answer's moments         handed to a provider's `parse`
    Batch     the readings made of it     made by a provider's `parse`

The errors say whose fault it is:

    SourceError
    ├── UnreachableError   no whole answer in time (raised by `exchange`)
    ├── SlowDownError      we ask too often; carries how long to be quiet
    ├── RefusedError       we are not welcome: key, contact, address
    └── GarbledAnswerError the answer is not what the provider documents
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol, TypeVar

import msgspec

from dateline.live.city import WeatherCity
from dateline.news.weather import Reading, WeatherError
from dateline.outbound.retry_after import http_date, retry_after

OK: Final = 200
DEPRECATED: Final = 203  # MET Norway: still answers, will soon be switched off
NOT_MODIFIED: Final = 304
_UNAUTHORISED: Final = 401
_FORBIDDEN: Final = 403
_TOO_MANY: Final = 429
_UNAVAILABLE: Final = 503
# Grid cells of the coarsest global models are 0.25 degrees; one degree off is
# another place, or an answer with latitude and longitude changed about.
_SAME_PLACE: Final = 1.0
_FULL_CIRCLE: Final = 360.0

Shape = TypeVar("Shape")


class SourceError(WeatherError):
    """A source of weather gave nothing that can be used."""


class SlowDownError(SourceError):
    """A provider asks to be asked less often."""

    hint = "Nothing to do: it is left alone for as long as it says."

    def __init__(self, message: str, *, silence: timedelta) -> None:
        super().__init__(message)
        self.silence = silence


class RefusedError(SourceError):
    """A provider does not accept our key, our contact or our address."""

    hint = "Check the contact address and the key in dateline.toml: [weather]."


class GarbledAnswerError(SourceError):
    """An answer is not of the shape the provider documents."""

    hint = "If it lasts, the provider has changed its format; name another one first."


@dataclass(frozen=True, kw_only=True)
class Request:
    """A GET to a provider; ``since`` is the Last-Modified it gave before."""

    url: str
    params: tuple[tuple[str, str], ...] = field(repr=False)  # may hold a key
    user_agent: str
    since: str | None = None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A provider's whole answer; header names in lower case."""

    host: str
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, kw_only=True)
class Answered:
    """The moments around an answer.

    ``now`` is the moment readings are wanted for. It is later than
    ``fetched_at`` when an answer that has not expired is read again.
    """

    now: datetime
    fetched_at: datetime
    expires_at: datetime | None = None
    last_modified: str | None = None


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Readings, and the errors of cities that have none.

    ``asked`` is false when everything came from earlier answers that still hold:
    such a batch says nothing of the provider's health.
    """

    readings: tuple[Reading, ...] = ()
    refused: tuple[WeatherError, ...] = ()
    asked: bool = True


class Provider(Protocol):
    """What a provider's module offers: pure functions and written facts."""

    @property
    def name(self) -> str:
        """The provider in `Reading.provider` and in dateline.toml."""

    @property
    def batch(self) -> int:
        """The most cities one request can name."""

    @property
    def spacing(self) -> timedelta:
        """The least time between two requests."""

    @property
    def interval(self) -> timedelta:
        """The least time between two requests for one city."""

    def request_for(
        self, cities: Sequence[WeatherCity], *, since: str | None = None
    ) -> Request:
        """Return the request for ``cities``, at most `batch` of them."""

    def parse(
        self, body: bytes, *, cities: Sequence[WeatherCity], answered: Answered
    ) -> Batch:
        """Return the readings in ``body``, the answer to a request for ``cities``.

        Raises:
            WeatherError: the whole answer cannot be used.
        """


def judge_status(answer: Answer, *, now: datetime) -> None:
    """Raise what the answer's status means; 200, 203 and 304 mean nothing bad.

    Raises:
        SlowDownError: 429, or 503 that says when to come back.
        RefusedError: 401 or 403.
        GarbledAnswerError: any other status.
    """
    if answer.status in (OK, DEPRECATED, NOT_MODIFIED):
        return
    told = f"{answer.host} answered {answer.status}"
    silence = retry_after(answer.headers, now=now)
    if answer.status == _TOO_MANY or (answer.status == _UNAVAILABLE and silence):
        raise SlowDownError(told, silence=silence)
    if answer.status in (_UNAUTHORISED, _FORBIDDEN):
        raise RefusedError(told)
    raise GarbledAnswerError(told)


def expires_at(headers: Mapping[str, str]) -> datetime | None:
    """Return the moment of ``Expires``; None if absent or no date ("0", "-1")."""
    return http_date(headers.get("expires", ""))


def decode(body: bytes, shape: type[Shape], *, provider: str) -> Shape:
    """Return ``body``, JSON, as ``shape``.

    Raises:
        GarbledAnswerError: no JSON (NaN and Infinity are none), or another shape.
    """
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise GarbledAnswerError(f"{provider}: {error}") from error


def moment_of(seconds: float, *, provider: str) -> datetime:
    """Return the moment ``seconds`` after 1970-01-01 in UTC.

    Raises:
        GarbledAnswerError: no moment a calendar has.
    """
    try:
        return datetime.fromtimestamp(seconds, tz=UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise GarbledAnswerError(f"{provider}: {seconds} is no moment") from error


def check_place(
    city: WeatherCity, *, latitude: float, longitude: float, provider: str
) -> None:
    """Refuse an answer for another place than ``city``.

    Providers answer for the middle of a grid cell, so near is near enough.

    Raises:
        GarbledAnswerError: the answer's place is more than a degree away.
    """
    east = abs(city.longitude - longitude) % _FULL_CIRCLE
    off = max(abs(city.latitude - latitude), min(east, _FULL_CIRCLE - east))
    if off > _SAME_PLACE:
        raise GarbledAnswerError(f"{provider}: an answer for another place: {city.id}")
