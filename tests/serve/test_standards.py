"""HTTP by its rules, through a running server, for every kind of answer."""

import re

import pytest

from support.public_paper import STORY_PATH, Paper, page, reading

pytestmark = pytest.mark.slow

PAGES = {
    "/manifest.webmanifest": page(
        "{}", tag="app", cache="feed", content_type="application/manifest+json"
    ),
    "/robots.txt": page(
        "User-agent: *", tag="robots", cache="feed", content_type="text/plain"
    ),
    "/assets/site-0123456789.css": page(
        "p{}", tag="css", cache="immutable", content_type="text/css"
    ),
    "/world/2016/12/15/mined-m2m2m2/": page(
        "<html>mined", tag="mined", mining="tdm-reservation 1\ntdm-policy https://x.y/"
    ),
    "/city/bombay/": page(tag="alias", status=301, location="/city/mumbai/"),
}
KINDS = {
    "/": "page",
    "/world/": "page",
    STORY_PATH: "page",
    f"/text{STORY_PATH}": "page",
    "/city/mumbai/": "page",
    "/feed.xml": "feed",
    "/manifest.webmanifest": "feed",
    "/robots.txt": "feed",
    "/assets/site-0123456789.css": "immutable",
    "/media/abc.jpg": "immutable",
    "/s/k4k4k4": "page",
    "/nowhere/": "none",
    "/world": "moved",
}
CACHE = {
    "page": "public, max-age=0, s-maxage=60, stale-while-revalidate=30, "
    "stale-if-error=86400",
    "feed": "public, max-age=60, s-maxage=60, stale-while-revalidate=60, "
    "stale-if-error=86400",
    "immutable": "public, max-age=31536000, immutable",
    "none": "public, max-age=0, s-maxage=10",
}
DENIED = ("browsing-topics", "camera", "geolocation", "microphone", "payment")
CODINGS = ("br", "zstd", "gzip", "identity")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Return a server over a paper with an answer of every kind."""
    paper = Paper(tmp_path_factory.mktemp("paper"))
    paper.fill()
    paper.fill(PAGES, seq=2)
    paper.set_weather(reading())
    with paper.served() as served:
        yield served
    paper.store.close()


@pytest.mark.parametrize(("path", "kind"), KINDS.items())
def test_each_kind_is_kept_as_long_as_it_may_be(server, path, kind):
    """Pages are asked for again, feeds live a minute, hashed names for ever."""
    got = server.get(path)

    if kind == "moved":
        assert got.status_code == 301
    else:
        assert got.headers["cache-control"] == CACHE[kind]
    assert "expires" not in got.headers
    assert "set-cookie" not in got.headers


@pytest.mark.parametrize("path", KINDS)
def test_each_answer_says_what_a_browser_may_never_do(server, path):
    """Nothing by default, no script, no frame, no guess of types, no sensor."""
    headers = server.get(path).headers
    csp = dict(
        [*part.split(), ""][:2]
        for part in headers["content-security-policy"].split("; ")
    )

    assert csp["default-src"] == "'none'"
    assert csp["base-uri"] == csp["frame-ancestors"] == "'none'"
    assert csp["require-trusted-types-for"] == "'script'"
    assert not re.search("unsafe|\\*|http:", headers["content-security-policy"])
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    for feature in DENIED:
        assert f"{feature}=()" in headers["permissions-policy"]
    assert "strict-transport-security" not in headers  # no TLS here


@pytest.mark.parametrize("path", [p for p, kind in KINDS.items() if kind == "page"])
def test_etags_are_strong_and_of_one_coding(server, path):
    """Each coding of a page has its own, and caches are told what it depends on."""
    etags = set()
    for coding in CODINGS:
        headers = server.get(path, coding=coding).headers
        assert re.fullmatch(r'"[^"]+"', headers["etag"]), headers["etag"]
        assert "Accept-Encoding" in headers["vary"]
        etags.add(headers["etag"])
    assert len(etags) == len(CODINGS)


def test_a_page_says_who_may_mine_it(server):
    """TDMRep's headers, as the story's source says; none where nothing is said."""
    path = "/world/2016/12/15/mined-m2m2m2/"
    for address in (path, f"/text{path}"):
        headers = server.get(address).headers
        assert headers["tdm-reservation"] == "1"
        assert headers["tdm-policy"] == "https://x.y/"
    assert "tdm-reservation" not in server.get(STORY_PATH).headers


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("/world", "/world/"),
        ("/WORLD/", "/world/"),
        ("/World", "/world/"),
        ("/city/Bombay", "/city/mumbai/"),
        ("/city/bombay", "/city/mumbai/"),
        ("/city/bombay/", "/city/mumbai/"),
        (STORY_PATH.rstrip("/"), STORY_PATH),
        (STORY_PATH.upper(), STORY_PATH),
        ("/world/2016/12/15/old-slug-x7k2m4/", STORY_PATH),
        ("/world/2016/12/15/Old-Slug-X7K2M4", STORY_PATH),
        ("/gone-section/2016/12/15/old-slug-x7k2m4/", STORY_PATH),
        ("/s/x7k2m4", STORY_PATH),
        ("/text/world", "/text/world/"),
        ("/text/city/bombay/", "/text/city/mumbai/"),
        ("/text/world/2016/12/15/old-slug-x7k2m4/", f"/text{STORY_PATH}"),
    ],
)
def test_one_step_leads_to_the_page(server, asked, found):
    """301 to where it is now, whatever is wrong with the address; never a chain."""
    got = server.get(asked)

    assert (got.status_code, got.headers["location"]) == (301, found)
    assert server.get(found).status_code == 200


def test_what_is_gone_is_so_under_any_spelling(server):
    """410, not a way to it."""
    for path in ("/world/2016/12/15/x-k4k4k4/", "/World/2016/12/15/X-K4K4K4"):
        assert server.get(path).status_code == 410, path
