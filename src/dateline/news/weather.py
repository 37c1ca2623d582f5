"""What the weather strip may say, and when it must say nothing.

A `Reading` is one temperature for one city at one moment. It cannot be made
with an impossible value: what is no number, lies outside -60 to 60 degrees
Celsius or carries a moment without a zone is refused when it is made, and
`temperature_text` refuses the same again. So no page can ever show "-°C",
"NaN °C" or "-0 °C": either there is a whole text, or an error, or (for what
is too old) nothing.

Age is counted from `Reading.valid_at`, the moment the value speaks of:

    up to 90 min    FRESH    shown
    up to 6 h       DATED    shown together with its time
    after that      ABSENT   not shown; the strip names the city alone

The weather file, ``weather.json`` (written by the weather watch, read by the
public server), is one JSON object:

    {"format": 1, "readings": [READING, ...]}

with at most one READING per city, each a flat object with exactly these keys:

    city_id        text    the site's id of the city, "new-delhi"
    temperature    number  in the unit below
    unit           text    always "celsius"; anything else is refused
    condition      text    one of CONDITIONS, or null
    valid_at       text    ISO 8601 with offset: the moment the value speaks of
    fetched_at     text    ISO 8601 with offset: when the provider last said so
    expires_at     text    ISO 8601 with offset, or null: not asked again before
    last_modified  text    the provider's own header, sent back to it, or null
    provider       text    "met-norway"; see `credit_for`
    sample         true or false; true: made up, must be labelled so
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import Final

from dateline.errors import DatelineError

LOWEST: Final = -60.0
HIGHEST: Final = 60.0
FARTHEST: Final = timedelta(hours=3)
FRESH_FOR: Final = timedelta(minutes=90)
SHOWN_FOR: Final = timedelta(hours=6)
BOARD_FORMAT: Final = 1
UNIT: Final = "celsius"
_LONGEST_WORD: Final = 100

# The only words the strip can say, so that each can be translated and none can
# be a surprise. Providers' codes are mapped to these in `live`.
CONDITIONS: Final = frozenset(
    {
        "clear sky",
        "fair",
        "partly cloudy",
        "cloudy",
        "mist",
        "fog",
        "haze",
        "smoke",
        "dust",
        "sand",
        "volcanic ash",
        "squalls",
        "tornado",
        "light drizzle",
        "drizzle",
        "heavy drizzle",
        "freezing drizzle",
        "light rain",
        "rain",
        "heavy rain",
        "freezing rain",
        "light showers",
        "showers",
        "heavy showers",
        "light sleet",
        "sleet",
        "heavy sleet",
        "light snow",
        "snow",
        "heavy snow",
        "light snow showers",
        "snow showers",
        "heavy snow showers",
        "thunderstorm",
        "thunderstorm with hail",
        "rain and thunder",
        "sleet and thunder",
        "snow and thunder",
    }
)


class WeatherError(DatelineError):
    """A reading of the weather cannot be used."""

    hint = "The strip goes on without this reading; the next provider is asked."


class ImpossibleTemperatureError(WeatherError):
    """A temperature is no number, or none that weather on Earth can have."""

    hint = "Check that the source sends a number in degrees Celsius, -60 to 60."


class NaiveReadingMomentError(WeatherError):
    """A moment of a reading came without a zone."""

    hint = "Give every moment an offset, as in 2016-12-15T18:30:00+05:30."


class ReadingTooFarError(WeatherError):
    """A reading speaks of a moment more than three hours away."""

    hint = "Check this machine's clock (UTC), then the source's time and zone."


class ReadingShapeError(WeatherError):
    """A stored reading has not the shape that is written down."""

    hint = "See the top of news/weather.py for the keys; a deleted file is made anew."


class Freshness(Enum):
    """How a reading may be shown."""

    FRESH = "fresh"
    DATED = "dated"
    ABSENT = "absent"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One temperature for one city at one moment, in degrees Celsius.

    Raises:
        ImpossibleTemperatureError: the temperature is not finite or not of Earth.
        NaiveReadingMomentError: a moment has no zone.
        ReadingShapeError: a word is empty, too long or not one of `CONDITIONS`.
    """

    city_id: str
    temperature: float
    condition: str | None = None
    valid_at: datetime
    fetched_at: datetime
    expires_at: datetime | None = None
    last_modified: str | None = None
    provider: str
    sample: bool = False

    def __post_init__(self) -> None:
        """Refuse what could never be shown."""
        check_temperature(self.temperature)
        _check_moment("valid_at", self.valid_at)
        _check_moment("fetched_at", self.fetched_at)
        if self.expires_at is not None:
            _check_moment("expires_at", self.expires_at)
        _check_word("city_id", self.city_id)
        _check_word("provider", self.provider)
        if self.last_modified is not None:
            _check_word("last_modified", self.last_modified)
            _check_header("last_modified", self.last_modified)
        if self.condition is not None and self.condition not in CONDITIONS:
            raise ReadingShapeError(
                f"no such condition: {self.condition!r}",
                hint="Use one of: " + ", ".join(sorted(CONDITIONS)) + "; or null.",
            )


@dataclass(frozen=True, kw_only=True)
class Credit:
    """Whom the page names for a reading, and whether it is a forecast for now."""

    name: str
    url: str
    licence: str
    forecast: bool


_CREDITS: Final[Mapping[str, Credit]] = {
    "met-norway": Credit(
        name="MET Norway",
        url="https://www.met.no/en",
        licence="CC BY 4.0",
        forecast=True,
    ),
    "open-meteo": Credit(
        name="Open-Meteo.com",
        url="https://open-meteo.com/",
        licence="CC BY 4.0",
        forecast=True,
    ),
    "openweather": Credit(
        name="OpenWeather",
        url="https://openweathermap.org/",
        licence="CC BY-SA 4.0",
        forecast=False,
    ),
}


def credit_for(provider: str) -> Credit | None:
    """Return the credit a page owes ``provider``; None for a file of the house."""
    return _CREDITS.get(provider)


def check_temperature(celsius: object) -> float:
    """Return ``celsius`` if weather on Earth can have it.

    The one test ``LOWEST <= x <= HIGHEST`` is false for NaN, both infinities and
    kelvin alike.

    Raises:
        ImpossibleTemperatureError: it is no number (true and false are none).
    """
    if isinstance(celsius, bool) or not isinstance(celsius, int | float):
        kind = type(celsius).__name__
        raise ImpossibleTemperatureError(f"a temperature is a number, not {kind}")
    if not LOWEST <= celsius <= HIGHEST:
        raise ImpossibleTemperatureError("no temperature in degrees Celsius on Earth")
    return float(celsius)


def check_reading(reading: Reading, *, now: datetime) -> Reading:
    """Return ``reading`` if it may be taken in at ``now``.

    Exactly three hours away may still be taken.

    Raises:
        WeatherError: it is impossible in itself (see `Reading`), or too far away.
    """
    reading.__post_init__()
    _check_moment("now", now)
    away = abs(now - reading.valid_at)
    if away > FARTHEST:
        hours = away / timedelta(hours=1)
        raise ReadingTooFarError(
            f"{reading.provider}: the reading for {reading.city_id} is"
            f" {hours:.1f} hours away"
        )
    return reading


def freshness(reading: Reading, now: datetime) -> Freshness:
    """Return how ``reading`` may be shown at ``now``; both limits are inclusive.

    A forecast for up to 90 minutes ahead is fresh. One for later is absent until
    its time comes: "at 9.30 pm" would be odd to read at 6.30 pm.
    """
    _check_moment("now", now)
    age = now - reading.valid_at
    if abs(age) <= FRESH_FOR:
        return Freshness.FRESH
    if timedelta(0) < age <= SHOWN_FOR:
        return Freshness.DATED
    return Freshness.ABSENT


def temperature_text(celsius: float) -> str:
    """Return ``celsius`` as readers see it: "19 °C".

    Rounded to whole degrees, half away from zero; the minus is U+2212, the space
    U+00A0. What rounds to nought is "0 °C", never with a minus.

    Raises:
        ImpossibleTemperatureError: there is no such temperature to show.
    """
    exact = Decimal(check_temperature(celsius))
    whole = int(exact.to_integral_value(rounding=ROUND_HALF_UP))
    minus = "\N{MINUS SIGN}" if whole < 0 else ""
    return f"{minus}{abs(whole)}\N{NO-BREAK SPACE}°C"


def reading_to_dict(reading: Reading) -> dict[str, object]:
    """Return ``reading`` as the flat object of the weather file."""
    return {
        "city_id": reading.city_id,
        "temperature": reading.temperature,
        "unit": UNIT,
        "condition": reading.condition,
        "valid_at": reading.valid_at.isoformat(),
        "fetched_at": reading.fetched_at.isoformat(),
        "expires_at": reading.expires_at and reading.expires_at.isoformat(),
        "last_modified": reading.last_modified,
        "provider": reading.provider,
        "sample": reading.sample,
    }


_KEYS: Final = frozenset(field.name for field in fields(Reading)) | {"unit"}


def reading_from_dict(stored: object) -> Reading:
    """Return the reading that `reading_to_dict` made ``stored`` from.

    Strict: exactly the written keys, each of its written type.

    Raises:
        WeatherError: anything else.
    """
    if not isinstance(stored, dict) or stored.keys() != _KEYS:
        raise ReadingShapeError("a stored reading has not exactly the written keys")
    if stored["unit"] != UNIT:
        raise ReadingShapeError(f"a stored reading is not in {UNIT}")
    if not isinstance(stored["sample"], bool):
        raise ReadingShapeError("sample: neither true nor false")
    return Reading(
        city_id=_text(stored, "city_id"),
        temperature=check_temperature(stored["temperature"]),
        condition=_text_or_none(stored, "condition"),
        valid_at=_moment(stored, "valid_at"),
        fetched_at=_moment(stored, "fetched_at"),
        expires_at=None
        if stored["expires_at"] is None
        else _moment(stored, "expires_at"),
        last_modified=_text_or_none(stored, "last_modified"),
        provider=_text(stored, "provider"),
        sample=stored["sample"],
    )


def board_to_dict(readings: Iterable[Reading]) -> dict[str, object]:
    """Return the whole weather file as one object, cities in order of their ids."""
    ordered = sorted(readings, key=lambda reading: reading.city_id)
    return {
        "format": BOARD_FORMAT,
        "readings": [reading_to_dict(reading) for reading in ordered],
    }


def board_from_dict(stored: object) -> dict[str, Reading]:
    """Return the readings of a decoded weather file by city id.

    Raises:
        WeatherError: the file is not exactly of the written shape.
    """
    if not isinstance(stored, dict) or stored.keys() != {"format", "readings"}:
        raise ReadingShapeError("the weather file has not exactly the written keys")
    if stored["format"] != BOARD_FORMAT or not isinstance(stored["readings"], list):
        raise ReadingShapeError(f"the weather file is not of format {BOARD_FORMAT}")
    readings = [reading_from_dict(one) for one in stored["readings"]]
    board = {reading.city_id: reading for reading in readings}
    if len(board) != len(readings):
        raise ReadingShapeError("the weather file names a city twice")
    return board


def _check_moment(name: str, moment: datetime) -> None:
    """Refuse a moment without a zone."""
    if moment.utcoffset() is None:
        raise NaiveReadingMomentError(f"{name} has no zone: {moment.isoformat()}")


def _check_word(name: str, word: str) -> None:
    """Refuse a word that is empty, endless or unprintable."""
    if not 0 < len(word) <= _LONGEST_WORD or not word.isprintable():
        raise ReadingShapeError(f"{name}: empty, too long or not printable")


def _check_header(name: str, word: str) -> None:
    """Refuse what no HTTP header can carry back."""
    if not word.isascii():  # it goes back to the provider in a header
        raise ReadingShapeError(f"{name}: not plain ASCII")


def _text(stored: Mapping[str, object], key: str) -> str:
    """Return the text under ``key``."""
    value = stored[key]
    if not isinstance(value, str):
        raise ReadingShapeError(f"{key}: not text")
    return value


def _text_or_none(stored: Mapping[str, object], key: str) -> str | None:
    """Return the text under ``key``, or the null there."""
    return None if stored[key] is None else _text(stored, key)


def _moment(stored: Mapping[str, object], key: str) -> datetime:
    """Return the moment under ``key``; `Reading` sees to its zone."""
    try:
        return datetime.fromisoformat(_text(stored, key))
    except ValueError as error:
        raise ReadingShapeError(f"{key}: no moment in ISO 8601") from error
