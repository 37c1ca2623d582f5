"""The city a reader chose: the one cookie this site ever sets."""

from collections.abc import Mapping
from urllib.parse import urlsplit

COOKIE = "city"
ONE_YEAR = 365 * 24 * 60 * 60


def chosen_city(cookies: str, *, cities: Mapping[str, str]) -> str:
    """Return the id of the city in a ``Cookie`` header; "" if none of ours.

    ``cities`` maps every name a city may go by to its id. The last cookie of
    the name counts: browsers send the one with the most exact path first, and
    ours has the path "/".
    """
    city = ""
    for pair in cookies.split(";"):
        name, _, value = pair.partition("=")
        if name.strip() == COOKIE:
            city = cities.get(value.strip().strip('"'), "")
    return city


def remember_city(city_id: str, *, tls: bool) -> str:
    """Return the ``Set-Cookie`` that remembers a city for a year."""
    return _cookie(city_id, age=ONE_YEAR, tls=tls)


def forget_city(*, tls: bool) -> str:
    """Return the ``Set-Cookie`` that removes the cookie."""
    return _cookie("", age=0, tls=tls)


def _cookie(value: str, *, age: int, tls: bool) -> str:
    secure = "; Secure" if tls else ""
    return f"{COOKIE}={value}; Max-Age={age}; Path=/; SameSite=Lax; HttpOnly{secure}"


def asked_from_here(
    *, fetch_site: str | None, origin: str | None, host: str, site_url: str
) -> bool:
    """Return whether a POST comes from a page of this site.

    Browsers say so in ``Sec-Fetch-Site``, older ones in ``Origin``. A client
    that sends neither is no browser another site could have misled.
    """
    if fetch_site is not None:
        return fetch_site == "same-origin"
    if origin is None:
        return True
    return origin == site_url or (bool(host) and urlsplit(origin).netloc == host)
