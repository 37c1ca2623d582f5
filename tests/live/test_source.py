"""One provider with the patience its terms ask for, against services like the real."""

from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from dateline.live.answer import GarbledAnswerError, RefusedError, SlowDownError
from dateline.live.identity import Identity
from dateline.live.met_norway import MetNorway
from dateline.live.open_meteo import OpenMeteo
from dateline.live.openweather import OpenWeather
from dateline.live.source import HttpSource
from dateline.news.weather import WeatherError
from support.weather_services import Says

WHO = Identity(contact="desk@paper.in")


@pytest.fixture
def met(met_service, hours):
    """Return a function that makes a source of the MET-like service."""
    met_service.now = hours.now

    def make(client):
        return HttpSource(
            provider=MetNorway(identity=WHO, host=met_service.host),
            client=client,
            clockwork=hours.clockwork,
        )

    return make


@pytest.fixture
def fetched(met, hours, delhi, run):
    """Return a function that asks a new source of the MET-like service once."""
    return lambda: run(lambda client: met(client).fetch([delhi], now=hours.now()))


def test_the_met_like_service_accepts_us(fetched, hours):
    """Its terms are kept: no 403, and a reading for this hour comes back."""
    batch = fetched()

    (reading,) = batch.readings
    assert reading.temperature == 18.9
    assert reading.expires_at == hours.now() + timedelta(minutes=30)
    assert reading.last_modified == "Thu, 15 Dec 2016 11:50:00 GMT"
    assert batch.asked


def test_expires_is_obeyed(met, met_service, hours, delhi, run):
    """Nothing is asked again before Expires; then once, with If-Modified-Since."""

    async def work(client):
        source = met(client)
        await source.fetch([delhi], now=hours.now())
        hours.pass_by(minutes=29)
        held = await source.fetch([delhi], now=hours.now())
        before = len(met_service.asked)
        hours.pass_by(minutes=2)
        renewed = await source.fetch([delhi], now=hours.now())
        return held, before, renewed

    held, before, renewed = run(work)

    assert not held.asked
    assert before == 1
    assert len(met_service.asked) == 2
    assert met_service.asked[1].headers["if-modified-since"] == (
        "Thu, 15 Dec 2016 11:50:00 GMT"
    )
    assert renewed.asked
    assert renewed.readings[0].fetched_at == hours.now()


def test_a_304_gives_the_next_hours_of_the_same_forecast(
    met, met_service, hours, delhi, run
):
    """Unmodified for four hours, the forecast still yields each hour's own step."""

    async def work(client):
        source = met(client)
        seen = []
        for _ in range(5):
            (reading,) = (await source.fetch([delhi], now=hours.now())).readings
            seen.append((reading.valid_at.hour, reading.temperature))
            hours.pass_by(hours=1)
        return seen

    assert run(work) == [(12, 18.9), (13, 18.4), (14, 17.9), (15, 17.4), (16, 16.9)]
    assert ["if-modified-since" in one.headers for one in met_service.asked] == [
        False,
        True,
        True,
        True,
        True,
    ]


def test_a_changed_forecast_replaces_the_old(met, met_service, hours, delhi, run):
    """When the service has a newer forecast, that one is read."""

    async def work(client):
        source = met(client)
        await source.fetch([delhi], now=hours.now())
        hours.pass_by(minutes=31)
        met_service.modified = hours.now()
        met_service.temperature = 10.0
        return (await source.fetch([delhi], now=hours.now())).readings[0]

    assert run(work).temperature in (10.0, 9.5)


def test_after_a_restart_expires_still_holds(met, met_service, hours, delhi, run):
    """A reading from the weather file keeps the service from being asked too soon."""

    async def work(client):
        (reading,) = (await met(client).fetch([delhi], now=hours.now())).readings
        hours.pass_by(minutes=10)
        again = met(client)
        again.remember([reading])
        held = await again.fetch([delhi], now=hours.now())
        hours.pass_by(minutes=15)
        hours.pass_by(minutes=6)
        return reading, held, await again.fetch([delhi], now=hours.now())

    reading, held, renewed = run(work)

    assert held.readings == (reading,)
    assert not held.asked
    assert len(met_service.asked) == 2
    # 41 minutes on the old reading is not this hour's any more: a 304 would not do.
    assert "if-modified-since" not in met_service.asked[1].headers
    assert renewed.readings[0].valid_at.hour == 13


def test_after_a_restart_a_304_renews_a_reading_that_is_still_right(
    met, met_service, hours, delhi, run
):
    """Within half an hour of its moment the remembered reading can be confirmed."""

    async def work(client):
        (reading,) = (await met(client).fetch([delhi], now=hours.now())).readings
        hours.pass_by(minutes=15)
        again = met(client)
        past = hours.now() - timedelta(minutes=1)
        again.remember([replace(reading, expires_at=past)])
        return reading, await again.fetch([delhi], now=hours.now())

    reading, renewed = run(work)

    assert "if-modified-since" in met_service.asked[1].headers
    assert renewed.readings[0].temperature == reading.temperature
    assert renewed.readings[0].fetched_at == hours.now()


def test_a_304_to_a_first_question_is_garbage(fetched, met_service):
    """A service that confirms what it never said is not believed."""
    met_service.mood = lambda _: Says(status=304)

    with pytest.raises(GarbledAnswerError, match="304"):
        fetched()


def test_203_is_used_with_a_warning(fetched, met_service):
    """A deprecated version still gives its reading, and the log says so."""

    def mood(asked):
        good = met_service.usual(asked)
        return Says(status=203, body=good.body, headers=good.headers)

    met_service.mood = mood
    with capture_logs() as logs:
        batch = fetched()

    assert len(batch.readings) == 1
    assert [one["event"] for one in logs] == ["weather.deprecated"]
    assert logs[0]["provider"] == "met-norway"


@pytest.mark.parametrize(
    ("status", "header", "seconds"),
    [
        (429, "120", 120),
        (429, "Thu, 15 Dec 2016 12:15:00 GMT", 300),
        (429, "soon", 0),
        (429, "-5", 0),
        (429, "99999999999", 86400),
        (503, "60", 60),
    ],
)
def test_slow_down_says_for_how_long(fetched, met_service, status, header, seconds):
    """429, and 503 with a time, carry the silence asked for; at most a day."""
    met_service.mood = lambda _: Says(status=status, headers={"Retry-After": header})

    with pytest.raises(SlowDownError) as refusal:
        fetched()

    assert refusal.value.silence == timedelta(seconds=seconds)


@pytest.mark.parametrize("status", [204, 400, 404, 500, 502, 503])
def test_other_statuses_are_unusable(fetched, met_service, status):
    """A status that is not documented for a good answer gives no reading."""
    met_service.mood = lambda _: Says(
        status=status, body=b"<h1>Oops</h1>" * (status != 204)
    )

    with pytest.raises(GarbledAnswerError, match=str(status)):
        fetched()


@pytest.mark.parametrize("body", [b"", b"null", b"\x00\xff", b"<html>", b"{" * 9999])
def test_garbage_is_not_kept(met, met_service, hours, delhi, run, body):
    """An unreadable answer is not held to its Expires: the next question is asked."""
    held_for_long = {"Expires": "Fri, 16 Dec 2016 12:00:00 GMT"}

    async def work(client):
        source = met(client)
        met_service.mood = lambda _: Says(body=body, headers=held_for_long)
        with pytest.raises(WeatherError):
            await source.fetch([delhi], now=hours.now())
        met_service.mood = None
        return await source.fetch([delhi], now=hours.now())

    assert len(run(work).readings) == 1
    assert "if-modified-since" not in met_service.asked[1].headers


def test_odd_dates_in_headers_do_no_harm(met, met_service, hours, delhi, run):
    """Expires 0 and a Last-Modified that is no header leave ten minutes of rest."""

    def mood(asked):
        good = met_service.usual(asked)
        odd = {"Expires": "0", "Last-Modified": "x" * 500}
        return Says(body=good.body, headers=good.headers | odd)

    met_service.mood = mood

    async def work(client):
        source = met(client)
        first = await source.fetch([delhi], now=hours.now())
        hours.pass_by(minutes=9)
        await source.fetch([delhi], now=hours.now())
        early = len(met_service.asked)
        hours.pass_by(minutes=2)
        await source.fetch([delhi], now=hours.now())
        return first.readings[0], early

    reading, early = run(work)

    assert reading.expires_at is None
    assert reading.last_modified is None
    assert (early, len(met_service.asked)) == (1, 2)


def test_a_clock_set_back_does_not_hold_an_answer_for_ever(
    met, met_service, hours, delhi, run
):
    """An answer that seems to come from the future is asked for anew."""

    async def work(client):
        source = met(client)
        await source.fetch([delhi], now=hours.now())
        hours.pass_by(days=-1)
        met_service.modified -= timedelta(days=1)
        await source.fetch([delhi], now=hours.now())

    run(work)

    assert len(met_service.asked) == 2


def test_requests_keep_their_distance(met, hours, cities, run):
    """Three cities are asked for one after the other, a tenth of a second apart."""

    async def work(client):
        source = met(client)
        for city in cities:
            await source.fetch([city], now=hours.now())

    run(work)

    assert hours.slept == [0.1, 0.1]


def test_open_meteo_is_asked_once_for_all(open_meteo_service, hours, cities, run):
    """All cities come in one request, and rest for a quarter of an hour."""
    open_meteo_service.now = hours.now

    async def work(client):
        source = HttpSource(
            provider=OpenMeteo(identity=WHO, host=open_meteo_service.host),
            client=client,
            clockwork=hours.clockwork,
        )
        first = await source.fetch(cities, now=hours.now())
        hours.pass_by(minutes=14)
        held = await source.fetch(cities[1:], now=hours.now())
        hours.pass_by(minutes=2)
        one = await source.fetch(cities[:1], now=hours.now())
        return first, held, one

    first, held, one = run(work)

    assert [reading.city_id for reading in first.readings] == [
        "new-delhi",
        "mumbai",
        "chennai",
    ]
    assert [reading.city_id for reading in held.readings] == ["mumbai", "chennai"]
    assert [reading.city_id for reading in one.readings] == ["new-delhi"]
    assert len(open_meteo_service.asked) == 2


def test_openweather_is_asked_with_its_key(openweather_service, hours, delhi, run):
    """A good key gives a reading in Celsius, a bad one an error with the remedy."""
    openweather_service.now = hours.now

    def work(key):
        return lambda client: HttpSource(
            provider=OpenWeather(identity=WHO, host=openweather_service.host, key=key),
            client=client,
            clockwork=hours.clockwork,
        ).fetch([delhi], now=hours.now())

    assert run(work("good-key")).readings[0].temperature == 19.4
    with pytest.raises(RefusedError) as refusal:
        run(work("bad-key"))
    assert "bad-key" not in str(refusal.value)
    assert "key" in refusal.value.hint
