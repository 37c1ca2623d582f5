"""What the server sees of a request and how it sends: the RSGI protocol, typed."""

from collections.abc import Callable
from typing import Any, Protocol

from dateline.serve.headers import NOT_KEPT, Headers
from dateline.words.say import words_in

HeaderGetter = Callable[[str], str | None]
"""Returns the first value of a header, by its name in lower case."""

SELDOM: Headers = [("cache-control", NOT_KEPT), ("server", "dateline")]
"""Headers of answers that are not pages."""

_TEXT = ("content-type", "text/plain; charset=utf-8")
_NOSNIFF = ("x-content-type-options", "nosniff")


class RequestHeaders(Protocol):
    """The headers of a request, names in lower case."""

    def get(self, key: str, default: str | None = None) -> str | None:
        """Return the first value of a header."""
        ...


class Scope(Protocol):
    """What RSGI says of a request; ``path`` is decoded, without the query.

    ``client`` is HOST:PORT of whoever is connected.
    """

    method: str
    path: str
    query_string: str
    headers: RequestHeaders
    client: str


class Wire(Protocol):
    """What RSGI lets us send, and what was sent to us."""

    async def __call__(self) -> bytes:
        """Return the body of the request, whole."""
        ...

    def response_empty(self, status: int, headers: Headers) -> None:
        """Send headers alone."""

    def response_bytes(self, status: int, headers: Headers, body: bytes) -> None:
        """Send headers and a body."""

    def response_file(self, status: int, headers: Headers, file: str) -> None:
        """Send headers and a file."""

    def response_file_range(
        self, status: int, headers: Headers, file: str, start: int, end: int
    ) -> None:
        """Send headers and a part of a file; ``end`` is not included."""

    def response_stream(self, status: int, headers: Headers) -> Any:  # noqa: ANN401 - granian's
        """Send headers and leave the body open; return where it is written to."""


Outcome = tuple[int, int]
"""Status and bytes of the body, for the counters."""


def say(
    wire: Wire, status: int, text: str, *more: tuple[str, str], language: str = ""
) -> Outcome:
    """Send a status with one line of plain text, in a language where one is given."""
    headers = [_TEXT, _NOSNIFF, *SELDOM, *more]
    if language:
        words = words_in(language)
        text = words(text)
        headers.append(("content-language", words.language))
    body = f"{text}\n".encode()
    wire.response_bytes(status, headers, body)
    return status, len(body)
