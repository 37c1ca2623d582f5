"""The little the weather needs to know of a city."""

from dataclasses import dataclass
from typing import Final

from dateline.errors import DatelineError

_POLE: Final = 90.0
_DATE_LINE: Final = 180.0


class PlaceOffEarthError(DatelineError):
    """A city's coordinates are not on Earth."""

    hint = "Give latitude -90 to 90 and longitude -180 to 180, in degrees."


@dataclass(frozen=True, kw_only=True)
class WeatherCity:
    """A city whose weather is kept; coordinates in degrees, north and east positive.

    Raises:
        PlaceOffEarthError: the coordinates are out of range or no numbers.
    """

    id: str
    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        """Refuse coordinates no provider could answer for."""
        in_latitude = -_POLE <= self.latitude <= _POLE
        in_longitude = -_DATE_LINE <= self.longitude <= _DATE_LINE
        if not (in_latitude and in_longitude):  # NaN is in neither
            raise PlaceOffEarthError(f"{self.id} is at no place on Earth")


def degrees_text(degrees: float) -> str:
    """Return a coordinate with exactly four decimals (11 m), never "-0.0000".

    MET Norway answers 403 to more: finer places would defeat its caches.
    """
    return f"{round(degrees, 4) + 0.0:.4f}"
