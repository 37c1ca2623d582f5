"""Asking the running public server what a reader would get."""

from http.client import HTTPConnection, HTTPException

from dateline.cli.doctor_machine import address_of

_PATIENCE = 5


def ask(bind: str, path: str) -> int | None:
    """Return the status of ``GET path`` at ``HOST:PORT``; None if nobody answers."""
    host, port = address_of(bind)
    connection = HTTPConnection(host, port, timeout=_PATIENCE)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()
