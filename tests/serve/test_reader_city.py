"""The city a reader chose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.serve.reader_city import (
    asked_from_here,
    chosen_city,
    forget_city,
    remember_city,
)

CITIES = {"mumbai": "mumbai", "gurugram": "gurugram", "gurgaon": "gurugram"}


@pytest.mark.parametrize(
    ("cookies", "city"),
    [
        ("city=mumbai", "mumbai"),
        ('a=b; city="mumbai"; c=d', "mumbai"),
        ("city=gurgaon", "gurugram"),
        ("city=atlantis", ""),
        ("city=", ""),
        ("CITY=mumbai", ""),
        ("mycity=mumbai", ""),
        ("", ""),
        ("city", ""),
    ],
)
def test_only_cities_of_the_site_count(cookies, city):
    """A cookie that names no city of ours is as good as none."""
    assert chosen_city(cookies, cities=CITIES) == city


@given(st.text(max_size=100))
def test_a_cookie_cannot_invent_a_city(cookies):
    """Whatever comes, the city is one of the site's, or none."""
    assert chosen_city(cookies, cities=CITIES) in {"", *CITIES.values()}


def test_the_cookie_is_first_party_and_lasts_a_year():
    """It is not for scripts, not for other sites, and secure behind TLS."""
    assert remember_city("mumbai", tls=True) == (
        "city=mumbai; Max-Age=31536000; Path=/; SameSite=Lax; HttpOnly; Secure"
    )
    assert "Secure" not in remember_city("mumbai", tls=False)
    assert forget_city(tls=False).startswith("city=; Max-Age=0; Path=/;")


@pytest.mark.parametrize(
    ("fetch_site", "origin", "allowed"),
    [
        ("same-origin", None, True),
        ("same-site", "https://paper.example", False),
        ("cross-site", None, False),
        ("none", None, False),
        (None, "https://paper.example", True),
        (None, "http://inside:8000", True),
        (None, "https://evil.example", False),
        (None, "null", False),
        (None, None, True),
    ],
)
def test_a_post_must_come_from_here(fetch_site, origin, allowed):
    """Another site cannot choose a reader's city."""
    here = asked_from_here(
        fetch_site=fetch_site,
        origin=origin,
        host="inside:8000",
        site_url="https://paper.example",
    )

    assert here is allowed
