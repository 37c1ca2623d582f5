"""Three weather services on this machine, true to the real ones, and their bad days.

`met_norway`, `open_meteo` and `openweather` answer as the real services do,
their terms included: who breaks one is turned away. A test that wants a bad day
puts a function into ``service.mood``; it is called instead.
"""

import contextlib
import gzip
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

NOON = datetime(2016, 12, 15, 12, 10, tzinfo=UTC)


@dataclass(frozen=True)
class Asked:
    """One request as the service saw it."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]


@dataclass(frozen=True)
class Says:
    """What a service answers; ``hang`` seconds pass before, ``drip`` between bytes."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    hang: float = 0.0
    drip: float = 0.0
    cut: bool = False


class Service:
    """A running service: what it was asked, its clock and its mood."""

    def __init__(self, usual: Callable[["Service", Asked], Says]) -> None:
        self.asked: list[Asked] = []
        self.mood: Callable[[Asked], Says] | None = None
        self.now: Callable[[], datetime] = lambda: NOON
        self.modified = NOON - timedelta(minutes=20)
        self.temperature: object = 19.4
        self.over = threading.Event()
        self._usual = usual
        handler = type("Handler", (_Handler,), {"service": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        self.host = f"http://127.0.0.1:{self.server.server_port}"

    def answer(self, asked: Asked) -> Says:
        """Answer as usual, or as the mood is."""
        self.asked.append(asked)
        return self.mood(asked) if self.mood else self._usual(self, asked)

    def usual(self, asked: Asked) -> Says:
        """Answer as on a good day."""
        return self._usual(self, asked)


class _Handler(BaseHTTPRequestHandler):
    """Hands each request to the service it belongs to, and says what that says."""

    service: Service

    def do_GET(self) -> None:
        """Answer; a client that has gone is what some tests are for."""
        parts = urlsplit(self.path)
        query = {key: one[-1] for key, one in parse_qs(parts.query).items()}
        headers = {key.lower(): one for key, one in self.headers.items()}
        asked = Asked(path=parts.path, query=query, headers=headers)
        with contextlib.suppress(OSError):
            self._say(self.service.answer(asked))

    def _say(self, says: Says) -> None:
        self.service.over.wait(says.hang)
        self.send_response(says.status)
        for name, value in says.headers.items():
            self.send_header(name, value)
        extra = 10 if says.cut else 0
        self.send_header("Content-Length", str(len(says.body) + extra))
        self.end_headers()
        if not says.drip:
            self.wfile.write(says.body)
            return
        for byte in says.body:
            if self.service.over.wait(says.drip):
                return
            self.wfile.write(bytes([byte]))
            self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


def _json(status: int, content: object, headers: dict[str, str] | None = None) -> Says:
    body = json.dumps(content).encode()
    shape = {"Content-Type": "application/json"}
    return Says(status=status, body=body, headers=shape | (headers or {}))


def met_norway(service: Service, asked: Asked) -> Says:
    """Answer as MET Norway's Locationforecast 2.0 does, terms included."""
    agent = asked.headers.get("user-agent", "")
    if "@" not in agent and "https://" not in agent:
        return Says(status=403, body=b"Forbidden: identify yourself")
    for name in ("lat", "lon"):
        if len(asked.query[name].partition(".")[2]) > 4:
            return Says(status=403, body=b"Forbidden: too many decimals")
    if not asked.path.endswith("/weatherapi/locationforecast/2.0/compact"):
        return Says(status=404)
    now = service.now()
    headers = {
        "Last-Modified": format_datetime(service.modified, usegmt=True),
        "Expires": format_datetime(now + timedelta(minutes=30), usegmt=True),
    }
    since = asked.headers.get("if-modified-since")
    if since and parsedate_to_datetime(since) >= service.modified:
        return Says(status=304, headers=headers)
    start = service.modified.replace(minute=0, second=0)
    says = _json(200, met_forecast(asked.query, start, service.temperature), headers)
    return Says(
        body=gzip.compress(says.body),
        headers=says.headers | {"Content-Encoding": "gzip"},
    )


def met_forecast(query: dict[str, str], start: datetime, temperature: object) -> dict:
    """A compact forecast of 60 hourly steps, a degree cooler each hour."""
    steps = [
        {
            "time": f"{start + timedelta(hours=hour):%Y-%m-%dT%H:%M:%SZ}",
            "data": {
                "instant": {
                    "details": {
                        "air_pressure_at_sea_level": 1016.2,
                        "air_temperature": temperature - hour / 2
                        if isinstance(temperature, float)
                        else temperature,
                    }
                },
                "next_1_hours": {
                    "summary": {"symbol_code": "partlycloudy_night"},
                    "details": {"precipitation_amount": 0.0},
                },
            },
        }
        for hour in range(60)
    ]
    return {
        "type": "Feature",
        "geometry": {
            "type": "Point",
            "coordinates": [float(query["lon"]), float(query["lat"]), 216],
        },
        "properties": {
            "meta": {
                "updated_at": f"{start:%Y-%m-%dT%H:%M:%SZ}",
                "units": {"air_temperature": "celsius", "wind_speed": "m/s"},
            },
            "timeseries": steps,
        },
    }


def open_meteo(service: Service, asked: Asked) -> Says:
    """Answer as Open-Meteo does: an object for one place, an array for several."""
    if asked.path != "/v1/forecast":
        return Says(status=404)
    latitudes = asked.query["latitude"].split(",")
    longitudes = asked.query["longitude"].split(",")
    if len(latitudes) != len(longitudes):
        return _json(400, {"error": True, "reason": "not the same number"})
    places = [
        open_meteo_place(float(latitude), float(longitude), service, asked)
        for latitude, longitude in zip(latitudes, longitudes, strict=True)
    ]
    for number, place in enumerate(places[1:], start=1):
        place["location_id"] = number
    return _json(200, places if len(places) > 1 else places[0])


def open_meteo_place(
    latitude: float, longitude: float, service: Service, asked: Asked
) -> dict:
    """The answer for one place: the middle of its grid cell, at the last quarter."""
    now = service.now()
    quarter = now.replace(minute=now.minute // 15 * 15, second=0)
    as_number = asked.query.get("timeformat") == "unixtime"
    return {
        "latitude": round(latitude * 8) / 8,
        "longitude": round(longitude * 8) / 8,
        "generationtime_ms": 0.03,
        "utc_offset_seconds": 0,
        "timezone": "GMT",
        "timezone_abbreviation": "GMT",
        "elevation": 216.0,
        "current_units": {
            "time": "unixtime" if as_number else "iso8601",
            "interval": "seconds",
            "temperature_2m": "°C",
            "weather_code": "wmo code",
        },
        "current": {
            "time": int(quarter.timestamp())
            if as_number
            else f"{quarter:%Y-%m-%dT%H:%M}",
            "interval": 900,
            "temperature_2m": service.temperature,
            "weather_code": 45,
        },
    }


def openweather(service: Service, asked: Asked) -> Says:
    """Answer as OpenWeather does, to those who have the key."""
    if asked.path != "/data/2.5/weather":
        return Says(status=404)
    if asked.query.get("appid") != "good-key":
        return _json(401, {"cod": 401, "message": "Invalid API key."})
    return _json(200, openweather_current(service, asked))


def openweather_current(service: Service, asked: Asked) -> dict:
    """The current weather, in kelvin unless metric units were asked for."""
    temperature = service.temperature
    if asked.query.get("units") != "metric" and isinstance(temperature, float):
        temperature += 273.15
    return {
        "coord": {"lon": float(asked.query["lon"]), "lat": float(asked.query["lat"])},
        "weather": [
            {"id": 721, "main": "Haze", "description": "haze", "icon": "50n"},
            {"id": 701, "main": "Mist", "description": "mist", "icon": "50n"},
        ],
        "base": "stations",
        "main": {"temp": temperature, "pressure": 1016, "humidity": 60},
        "visibility": 1500,
        "dt": int((service.now() - timedelta(minutes=7)).timestamp()),
        "timezone": 19800,
        "id": 1261481,
        "name": "New Delhi",
        "cod": 200,
    }


def running(usual: Callable[[Service, Asked], Says]) -> Iterator[Service]:
    """Yield a running service, and stop it."""
    service = Service(usual)
    thread = threading.Thread(
        target=service.server.serve_forever, kwargs={"poll_interval": 0.02}
    )
    thread.start()
    yield service
    service.over.set()
    service.server.shutdown()
    service.server.server_close()
    thread.join()


def good_answers() -> dict[str, dict]:
    """Return what each service answers for New Delhi on a good day, decoded."""
    place = {"lat": "28.6214", "lon": "77.2148"}
    queries = {
        "met-norway": place,
        "open-meteo": {
            "latitude": place["lat"],
            "longitude": place["lon"],
            "timeformat": "unixtime",
        },
        "openweather": place | {"appid": "good-key", "units": "metric"},
    }
    usual = {
        "met-norway": (met_norway, "/weatherapi/locationforecast/2.0/compact"),
        "open-meteo": (open_meteo, "/v1/forecast"),
        "openweather": (openweather, "/data/2.5/weather"),
    }
    answers = {}
    for name, (answer, path) in usual.items():
        service = Service(answer)
        agent = {"user-agent": "x desk@paper.in"}
        said = service.usual(Asked(path=path, query=queries[name], headers=agent))
        service.server.server_close()
        packed = said.headers.get("Content-Encoding") == "gzip"
        answers[name] = json.loads(gzip.decompress(said.body) if packed else said.body)
    return answers
