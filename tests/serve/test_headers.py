"""Headers that do not depend on who asks."""

from dateline.serve.headers import (
    cache_policy,
    content_security_policy,
    hardening,
)


def directives(policy):
    """Return a policy as a dict."""
    found = (directive.split() for directive in policy.split(";"))
    return {name: set(sources) for name, *sources in found}


def test_nothing_is_allowed_that_is_not_named():
    """The default is none: no script, no frame, no other host."""
    policy = directives(content_security_policy("", tls=False))

    assert policy["default-src"] == {"'none'"}
    assert policy["style-src"] == policy["img-src"] == {"'self'"}
    assert policy["base-uri"] == policy["frame-ancestors"] == {"'none'"}
    assert "script-src" not in policy


def test_a_pages_own_hashes_are_added():
    """Hashes stand beside 'self' where there is one, else alone."""
    own = "style-src 'sha256-a' 'sha256-b'; script-src 'sha256-c'"
    policy = directives(content_security_policy(own, tls=True))

    assert policy["style-src"] == {"'self'", "'sha256-a'", "'sha256-b'"}
    assert policy["script-src"] == {"'sha256-c'"}
    assert "upgrade-insecure-requests" in policy


def test_hsts_only_behind_tls():
    """A site without TLS does not promise it."""
    assert "strict-transport-security" in dict(hardening("", tls=True))
    assert "strict-transport-security" not in dict(hardening("", tls=False))


def test_each_policy_has_its_words():
    """Pages are asked for again by browsers and kept a minute by caches."""
    assert "s-maxage=60, stale-while-revalidate=30" in cache_policy("page")
    assert "max-age=60" in cache_policy("feed")
    assert "immutable" in cache_policy("immutable")
    assert cache_policy("slot") == "public, max-age=30"
    assert cache_policy("unheard of") == cache_policy("page")
