"""What an agency's answer means, before anything is taken from it: no I/O here."""

import re
from datetime import datetime, timedelta

from dateline.outbound.exchange import Reply
from dateline.outbound.retry_after import retry_after
from dateline.wire.complete import is_complete
from dateline.wire.errors import WireError

OK, EMPTY, NOT_MODIFIED = 200, 204, 304
GONE = frozenset({404, 410})
_DENIED = frozenset({401, 403, 407})
_TOO_MANY, _UNAVAILABLE = 429, 503
_LOOK = 2048
_WEB_PAGE = re.compile(
    rb"\s*+(?:(?><!--.*?-->)\s*+)*+<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
DENIED_SILENCE = timedelta(minutes=10)


class AnswerError(WireError):
    """An answer that cannot be used; ``silence`` is how long to leave it alone."""

    hint = "It is tried again by itself; if it lasts, call the agency."
    silence: timedelta | None = None


class SlowDownError(AnswerError):
    """The agency asks to be asked less often."""

    hint = "It is left alone for as long as it says; a longer interval helps."


class DeniedError(AnswerError):
    """The agency does not let us in."""

    hint = "Check the secret that token_name names, and auth, for this wire."
    silence = DENIED_SILENCE


class GoneError(AnswerError):
    """There is nothing at this address (any more)."""

    hint = "Check url; a single listed item may just be withdrawn."


class WebPageError(AnswerError):
    """A web page came where copy should: a log-in, maintenance, a wrong address."""

    hint = "Open url in a browser; lists = true if the page lists files to fetch."


class CutOffError(AnswerError):
    """The answer ends in the middle."""


def check_status(reply: Reply, *, now: datetime) -> None:
    """Raise what a status means; 200, 204 and 304 mean nothing bad.

    Raises:
        SlowDownError: 429, or 503 that says when to come back.
        DeniedError: 401, 403, 407.
        GoneError: 404 or 410.
        AnswerError: any other.
    """
    if reply.status in {OK, EMPTY, NOT_MODIFIED}:
        return
    told = f"{reply.host} answered {reply.status}"
    silence = retry_after(reply.headers, now=now)
    if reply.status == _TOO_MANY or (reply.status == _UNAVAILABLE and silence):
        error: AnswerError = SlowDownError(told)
        error.silence = silence
        raise error
    if reply.status in _DENIED:
        raise DeniedError(told)
    raise (GoneError if reply.status in GONE else AnswerError)(told)


def check_copy(reply: Reply, *, page_is_fine: bool = False) -> None:
    """Raise if an answer is a web page, or not all there.

    By content: servers call XML ``text/html`` and pages ``text/xml``.
    """
    if _WEB_PAGE.match(reply.body[:_LOOK]):
        if not page_is_fine:
            raise WebPageError(f"{reply.host} answered with a web page, not copy")
    elif reply.body.strip() and is_complete(reply.body) is False:
        raise CutOffError(f"{reply.host} sent only part of its answer")
