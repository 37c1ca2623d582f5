"""Addresses that strangers write."""

from urllib.parse import urljoin, urlsplit


def absolute(base: str, href: str) -> str:
    """Return where a link on a page leads; empty if that is nowhere on the web."""
    try:
        url = urljoin(base, href.strip())
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.hostname else ""
