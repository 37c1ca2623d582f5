"""The public server as readers meet it: a real process, real connections."""

import re
from urllib.parse import quote

import brotli
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.public_paper import PAGES_OF_THE_PAPER, STORY_PATH

pytestmark = pytest.mark.slow

HALF_A_VALUE = re.compile(r"(?<![0-9]\u00a0)°C|None|NaN|null|undefined|\{\{|[\x02\x03]")
CODINGS = ("br", "zstd", "gzip", "identity")
HTML_PATHS = [
    path
    for path, record in PAGES_OF_THE_PAPER.items()
    if record.pieces and path != "/_404"
]


def decoded(server, path, coding):
    """Return headers and body as the client must decode it."""
    with server.client.stream("GET", path, headers={"accept-encoding": coding}) as got:
        body = b"".join(got.iter_raw())
        used = got.headers.get("content-encoding", "identity")
    return got, used, body


@pytest.mark.parametrize("path", HTML_PATHS)
def test_every_coding_decodes_to_the_same_page(standing, path):
    """What goes out in br, zstd and gzip is what goes out plain."""
    plain = standing.get(path).content
    assert plain
    _, used, body = decoded(standing, path, "br")
    assert used == "br"
    assert brotli.decompress(body) == plain
    _, used, body = decoded(standing, path, "zstd")
    assert used == "zstd"
    assert zstandard.ZstdDecompressor().decompress(body) == plain
    assert standing.get(path, coding="gzip").content == plain


def test_slots_are_filled(standing):
    """Date, weather with its credit, and ticker stand in the page."""
    text = standing.get(STORY_PATH).text

    assert "Thursday, 15 December 2016</time>" in text
    assert "New Delhi 19\u00a0°C, haze, at <time" in text
    assert "MET Norway" in text
    assert "<b>tick one</b>" in text


@pytest.mark.parametrize("path", [*HTML_PATHS, "/_404", "/nowhere"])
@pytest.mark.parametrize("cookie", ["", "city=mumbai"])
def test_no_page_shows_half_a_value(standing, path, cookie):
    """No unit without a number, no None, NaN or template mark, anywhere."""
    text = standing.get(path, **({"cookie": cookie} if cookie else {})).text

    assert not re.search(
        r"(?<![0-9]\u00a0)°C|None|NaN|null|undefined|\{\{|[\x02\x03]", text
    )


@pytest.mark.parametrize("coding", CODINGS)
def test_a_reader_who_has_the_page_gets_304(standing, coding):
    """The strong ETag of each coding answers If-None-Match, weak or in a list."""
    first = standing.get(STORY_PATH, coding=coding)
    etag = first.headers["etag"]

    assert etag.endswith(f'-{coding}"')
    for asked in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        again = standing.get(STORY_PATH, coding=coding, if_none_match=asked)
        assert again.status_code == 304
        assert again.content == b""
        for name in ("etag", "cache-control", "vary"):
            assert again.headers[name] == first.headers[name]
        assert "content-encoding" not in again.headers
    other = standing.get(STORY_PATH, coding=coding, if_none_match='"other"')
    assert other.status_code == 200


def test_a_browser_gets_brotli_for_what_is_read_often(standing):
    """Gzip at first, br soon; and 304 whichever of them it holds."""
    browser = "gzip, deflate, br, zstd"
    answers = [standing.get("/city/mumbai/", coding=browser) for _ in range(20)]
    used = [answer.headers["content-encoding"] for answer in answers]

    assert (used[0], used[-1]) == ("gzip", "br")
    assert len({answer.text for answer in answers}) == 1
    for etag in {answer.headers["etag"] for answer in answers}:
        again = standing.get("/city/mumbai/", coding=browser, if_none_match=etag)
        assert (again.status_code, again.headers["etag"]) == (304, etag)


def test_codings_have_different_etags(standing):
    """A strong ETag names bytes, and each coding has its own."""
    etags = {standing.get(STORY_PATH, coding=c).headers["etag"] for c in CODINGS}

    assert len(etags) == len(CODINGS)


@pytest.mark.parametrize(
    "path", [STORY_PATH, "/nowhere", "/s/k4k4k4", "/media/abc.jpg"]
)
def test_head_is_get_without_the_body(standing, path):
    """Status and headers are the same; nothing follows them."""
    headers = {"accept-encoding": "gzip"}
    got = standing.client.get(path, headers=headers)
    head = standing.client.head(path, headers=headers)

    assert head.status_code == got.status_code
    got.headers.pop("date")
    head.headers.pop("date")
    assert head.headers == got.headers
    assert head.content == b""


def test_moved_pages_lead_on(standing):
    """301 with the new place, percent-encoded; and a story's short link."""
    assert standing.get("/moved/").headers["location"] == "/new%20place/%C3%A9/"
    short = standing.get("/s/x7k2m4")
    assert (short.status_code, short.headers["location"]) == (301, STORY_PATH)


def test_a_missing_slash_is_added(standing):
    """The path without its last slash leads to the page, if there is one."""
    answer = standing.get("/plain")

    assert (answer.status_code, answer.headers["location"]) == (301, "/plain/")
    assert standing.get("/plain2").status_code == 404


@pytest.mark.parametrize(
    "path", ["/india/2015/01/01/old-slug-x7k2m4/", "/old-x7k2m4", "/x7k2m4"]
)
def test_the_id_at_the_end_finds_the_story(standing, path):
    """An old section, date or slug leads to where the story is now."""
    answer = standing.get(path)

    assert (answer.status_code, answer.headers["location"]) == (301, STORY_PATH)


def test_a_story_that_is_gone_says_so(standing):
    """410 with the notice, at the short link and at every old address."""
    for path in ("/s/k4k4k4", "/world/2016/01/01/whatever-k4k4k4/"):
        answer = standing.get(path)
        assert answer.status_code == 410
        assert "withdrawn" in answer.text


def test_what_is_not_there_is_404(standing):
    """The paper's own page says so, with today's date, for a short while."""
    answer = standing.get("/nowhere/at/all")

    assert answer.status_code == 404
    assert "no such page <time" in answer.text
    assert answer.headers["cache-control"] == "public, max-age=0, s-maxage=10"
    assert standing.get("/_404").status_code == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "POST"])
def test_pages_are_read_only(standing, method):
    """Other methods are answered 405 with what is allowed."""
    answer = standing.client.request(method, STORY_PATH)

    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/a/../plain/", 400),
        ("/%2e%2e/plain/", 400),
        ("/plain/%00", 400),
        ("/plain/%ff", 400),
        ("/a%5cb", 400),
        ("/a%0d%0aset-cookie:x=y", 400),
        ("/./plain/", 400),
        ("/" + "a" * 1990, 404),
        ("/" + "a" * 2001, 414),
        ("/" + "%C3%A9" * 300, 404),
        ("//plain/", 404),
        ("/plain/?q=1", 200),
        ("/_slot/", 200),
    ],
)
def test_rubbish_paths_are_refused(standing, target, status):
    """What can be no page is 400, what is too long 414; nothing fails."""
    request = f"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"

    assert status_of(standing.raw(request.encode())) == status


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(target=st.binary(max_size=300))
def test_hostile_paths_never_break_anything(standing, target):
    """Whatever bytes come as a path, the answer is a plain refusal or a page."""
    path = b"/" + re.sub(rb"[\s\x00-\x20\x7f]", b"", target)
    got = standing.raw(
        b"GET " + path + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    )

    assert status_of(got) in {200, 301, 400, 404, 410, 414}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(path=st.text(max_size=80))
def test_any_text_is_a_path(standing, path):
    """Percent-encoded text of any language gets an answer that is no fault of ours."""
    answer = standing.get("/" + quote(path, safe=""))

    assert answer.status_code in {200, 301, 400, 404, 410, 414}


def status_of(got):
    """Return the status of a raw answer."""
    return int(got.split(b" ", 2)[1])


def test_nothing_acceptable_is_406(standing):
    """A client that refuses identity and knows none of ours is told so."""
    assert standing.get("/plain/", coding="identity;q=0").status_code == 406
    assert standing.get("/plain/", coding="identity;q=0, gzip").status_code == 200


def test_caches_are_told_what_the_answer_depends_on(standing):
    """The coding always; the cookie where the page shows the reader's city."""
    assert standing.get("/plain/").headers["vary"] == "Accept-Encoding"
    assert standing.get("/").headers["vary"] == "Accept-Encoding, Cookie"
    assert standing.get("/city/mumbai/").headers["vary"] == "Accept-Encoding"


def test_cache_policies(standing):
    """Each kind of record has its own; what a cookie decided is private."""
    mine = {"cookie": "city=mumbai"}
    shared = "public, max-age=0, s-maxage=60, stale-while-revalidate=30"

    assert standing.get("/").headers["cache-control"].startswith(shared)
    assert standing.get("/", **mine).headers["cache-control"].startswith("private")
    assert standing.get("/plain/", **mine).headers["cache-control"].startswith(shared)
    assert "max-age=60" in standing.get("/feed.xml").headers["cache-control"]
    assert "max-age=30" in standing.get("/_slot/ticker").headers["cache-control"]


def test_pages_come_with_their_armour(standing):
    """CSP with the page's own hashes, nosniff, referrer, permissions, COOP, preload."""
    headers = standing.get(STORY_PATH).headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert "style-src 'self' 'sha256-abc'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "geolocation=()" in headers["permissions-policy"]
    assert headers["link"] == "</_style/a.css>; rel=preload; as=style"
    assert "strict-transport-security" not in headers


def test_the_readers_city(standing):
    """A valid cookie moves weather and list; any other is as good as none."""
    mumbai = standing.get("/", cookie="city=mumbai").text

    assert "Mumbai 0\u00a0°C, at" in mumbai
    assert "Mumbai news" in mumbai
    for rubbish in ("city=atlantis", "city=<script>", "city=\x80", "x=y", "city"):
        answer = standing.client.get("/", headers={"cookie": rubbish.encode("latin-1")})
        assert "New Delhi 19" in answer.text
        assert answer.headers["cache-control"].startswith("public")


def test_choosing_a_city(standing):
    """A POST from this site sets one cookie for a year and leads home."""
    origin = {"origin": str(standing.client.base_url).rstrip("/")}
    answer = standing.client.post("/city/delhi/", headers=origin)

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert answer.headers["set-cookie"] == (
        "city=new-delhi; Max-Age=31536000; Path=/; SameSite=Lax; HttpOnly"
    )
    assert answer.headers["cache-control"] == "no-store"
    standing.client.cookies.clear()
    forgotten = standing.client.post(
        "/city/forget", headers={"sec-fetch-site": "same-origin"}
    )
    assert forgotten.status_code == 303
    assert "Max-Age=0" in forgotten.headers["set-cookie"]
    standing.client.cookies.clear()


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/city/mumbai/", {"sec-fetch-site": "cross-site"}, 403),
        ("/city/mumbai/", {"origin": "https://evil.example"}, 403),
        ("/city/forget", {"origin": "null"}, 403),
        ("/city/atlantis/", {}, 404),
        ("/city/", {}, 404),
        ("/city/mumbai/x/", {}, 404),
    ],
)
def test_a_city_is_not_chosen_by_others(standing, path, headers, status):
    """Another site's form is refused, and so is a city that is none."""
    answer = standing.client.post(path, headers=headers)

    assert answer.status_code == status
    assert "set-cookie" not in answer.headers


def test_what_is_allowed_on_a_citys_path(standing):
    """A city's page may be read and chosen; forgetting is only a POST."""
    assert standing.client.put("/city/mumbai/").headers["allow"] == "GET, HEAD, POST"
    assert standing.client.put("/city/forget").headers["allow"] == "POST"


@pytest.mark.parametrize("path", [*PAGES_OF_THE_PAPER, "/nowhere", "/_slot/weather"])
def test_no_cookie_is_set_by_reading(standing, path):
    """Whatever is read, with a cookie or without, none is set."""
    assert "set-cookie" not in standing.get(path).headers
    assert "set-cookie" not in standing.get(path, cookie="city=mumbai").headers


ESI = {"surrogate_capability": 'varnish="Surrogate/1.0 ESI/1.0"'}


def test_a_cache_that_speaks_esi_gets_tags(standing):
    """One page for all cities, in every coding, whatever the cookie says."""
    answer = standing.get("/", cookie="city=mumbai", **ESI)

    assert answer.headers["surrogate-control"] == 'content="ESI/1.0"'
    assert answer.text == (
        '<html>home <esi:include src="/_slot/weather"/>'
        ' <esi:include src="/_slot/local"/> end'
    )
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["cache-control"].startswith("public")
    assert answer.headers["etag"] == '"home1-esi-identity"'
    assert standing.get("/", coding="gzip", **ESI).text == answer.text
    assert "surrogate-control" not in standing.get("/plain/", **ESI).headers


@pytest.mark.parametrize(
    ("path", "cookie", "text"),
    [
        ("/_slot/today", "", "Thursday, 15 December 2016"),
        ("/_slot/weather", "", "New Delhi 19"),
        ("/_slot/weather", "city=mumbai", "Mumbai 0"),
        ("/_slot/weather/mumbai", "", "Mumbai 0"),
        ("/_slot/weather-credit/mumbai", "", "MET Norway"),
        ("/_slot/local", "city=mumbai", "Mumbai news"),
        ("/_slot/local/new-delhi", "city=mumbai", "Delhi news"),
        ("/_slot/ticker", "", "tick one"),
        ("/_slot/age/2014-11", "", "This story is 2 years old"),
    ],
)
def test_each_tag_has_an_answer(standing, path, cookie, text):
    """What a tag names can be fetched, by the cache too, and is no page to index."""
    answer = standing.get(path, **ESI, **({"cookie": cookie} if cookie else {}))

    assert text in answer.text
    assert "esi:include" not in answer.text
    assert answer.headers["x-robots-tag"] == "noindex"


def test_a_slot_nobody_fills_is_empty(standing):
    """A tag without a value leaves its place empty; it is no 404 page."""
    answer = standing.get("/_slot/more/sport", **ESI)

    assert (answer.status_code, answer.content) == (200, b"")


def test_no_reader_is_written_down(standing):
    """The log holds no address and no path of a reader."""
    standing.get("/plain/", user_agent="somebody")

    log = standing.log.read_text(encoding="utf-8")
    assert "127.0.0.1" not in log
    assert "somebody" not in log
    assert "/plain/" not in log
