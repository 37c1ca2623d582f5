"""The headers of an answer that do not depend on who asks.

They are made once for a finished answer and kept with it.
"""

Headers = list[tuple[str, str]]

PRIVATE = "private, max-age=0, must-revalidate"
"""For what depends on the city a reader chose."""

NOT_KEPT = "no-store"
NOT_FOUND = "public, max-age=0, s-maxage=10"

_CACHE = {
    "page": (
        "public, max-age=0, s-maxage=60, stale-while-revalidate=30, "
        "stale-if-error=86400"
    ),
    "feed": (
        "public, max-age=60, s-maxage=60, stale-while-revalidate=60, "
        "stale-if-error=86400"
    ),
    "immutable": "public, max-age=31536000, immutable",
    "slot": "public, max-age=30",
    # What a reader looks for is nobody else's business, and seldom asked twice.
    "search": "private, max-age=30",
    # Made for one reader, who has just written to us.
    "answer": NOT_KEPT,
}

_CSP: dict[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "img-src": ("'self'",),
    "style-src": ("'self'",),
    "font-src": ("'self'",),
    "manifest-src": ("'self'",),
    # No script asks for anything, but a reader's tools may look at robots.txt.
    "connect-src": ("'self'",),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
    "frame-ancestors": ("'none'",),
    "require-trusted-types-for": ("'script'",),
}

_HARDENING: Headers = [
    ("x-content-type-options", "nosniff"),
    # Not "no-referrer": browsers would then send "Origin: null" with our own forms.
    ("referrer-policy", "strict-origin-when-cross-origin"),
    (
        "permissions-policy",
        "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=()",
    ),
    ("cross-origin-opener-policy", "same-origin"),
]
_HSTS = ("strict-transport-security", "max-age=31536000")


def cache_policy(name: str) -> str:
    """Return the ``Cache-Control`` of a record's policy; "page" if unknown."""
    return _CACHE.get(name, _CACHE["page"])


def content_security_policy(own: str, *, tls: bool) -> str:
    """Return the site's policy with the sources of a page's ``own`` parts added."""
    directives = dict(_CSP)
    for directive in own.split(";"):
        words = directive.split()
        if words:
            known = tuple(s for s in directives.get(words[0], ()) if s != "'none'")
            directives[words[0]] = known + tuple(words[1:])
    if tls:
        directives["upgrade-insecure-requests"] = ()
    return "; ".join(" ".join((name, *found)) for name, found in directives.items())


def hardening(own_csp: str, *, tls: bool) -> Headers:
    """Return the headers that tell a browser what the page may never do."""
    policy = ("content-security-policy", content_security_policy(own_csp, tls=tls))
    return [policy, *_HARDENING, *([_HSTS] if tls else [])]
