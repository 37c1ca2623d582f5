"""Static files of the admin, served by the newsroom's own process.

A newsroom has tens of readers, not thousands: no other server is needed.
Files are found by Django's finders in the installed packages; their names in
Wagtail's pages carry its version, so browsers may keep them.
"""

import mimetypes
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders

PREFIX = "/static/"
KEEP = "public, max-age=86400"

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]


def with_static_files(application: Application) -> Application:
    """Return an application that answers for static files before ``application``."""

    def answer(environ: Environ, start: Start) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if not path.startswith(PREFIX) or environ["REQUEST_METHOD"] not in _READING:
            return application(environ, start)
        return _answer(path.removeprefix(PREFIX), environ, start)

    return answer


_READING = frozenset({"GET", "HEAD"})


def _answer(name: str, environ: Environ, start: Start) -> Iterable[bytes]:
    path = _find(name)
    if path is None:
        start("404 Not Found", [("Content-Type", "text/plain")])
        return [b"No such file.\n"]
    changed = datetime.fromtimestamp(int(path.stat().st_mtime), tz=UTC)
    headers = [
        ("Cache-Control", KEEP),
        ("Last-Modified", format_datetime(changed, usegmt=True)),
        ("X-Content-Type-Options", "nosniff"),
    ]
    if not _is_newer(changed, environ.get("HTTP_IF_MODIFIED_SINCE", "")):
        start("304 Not Modified", headers)
        return []
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    headers += [("Content-Type", kind), ("Content-Length", str(path.stat().st_size))]
    start("200 OK", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [path.read_bytes()]


def _find(name: str) -> Path | None:
    """Return the file of a name, or None; the finders refuse to leave their folders."""
    try:
        found = finders.find(name)
    except Exception:  # noqa: BLE001 - SuspiciousFileOperation, or a byte no path may have
        return None
    path = Path(found) if isinstance(found, str) else None
    return path if path is not None and path.is_file() else None


def _is_newer(changed: datetime, since: str) -> bool:
    try:
        return changed > parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return True
