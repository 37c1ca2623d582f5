"""What to ask an agency's server next, and where it may lead us: no I/O here.

The secret is shown to the wire's own server (scheme, host and port of ``url``)
and to no other. Redirects, listed items, cursors and renditions may lead to that
server or to one of ``hosts``, and never from https to http.
"""

import base64
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import httpx

from dateline import __version__
from dateline.outbound.exchange import Question, same_origin
from dateline.wire.errors import WireError
from dateline.wire.secret import Secret
from dateline.wire.source import SourceRules

USER_AGENT = f"Dateline/{__version__}"
BEARER, BASIC, HEADER, QUERY = "bearer", "basic", "header", "query"
_NAME_IT = "If it goes into the question, name it: cursor_parameter = 'since'."
_WEB = frozenset({"http", "https"})


class AstrayError(WireError):
    """A server leads to another host than its own."""

    hint = "If that is right, name the host under this wire: hosts = ['HOST']."


@dataclass(frozen=True, kw_only=True)
class AskRules:
    """How one source is asked; `settings.WireSettings` says what each means."""

    source: SourceRules
    url: str = field(repr=False)
    interval: timedelta
    timeout: timedelta
    long: bool = False
    lists: bool = False
    items: str = ""
    cursor: str = ""
    cursor_parameter: str = ""
    hosts: frozenset[str] = frozenset()
    auth: str = BEARER
    secret: Secret | None = None

    def hide(self, text: str) -> str:
        """Return a text without the secret in it."""
        return self.secret.hide(text) if self.secret is not None else text


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a source goes on: kept, so that a restart goes on too.

    ``fetched`` are the keys of listed items that were dealt with, the newest last.
    """

    etag: str = ""
    last_modified: str = ""
    cursor: str = field(default="", repr=False)
    fetched: tuple[str, ...] = field(default=(), repr=False)
    failures: int = 0
    quiet_until: datetime | None = None


def next_question(rules: AskRules, place: Place) -> Question:
    """Return what to ask next: from the cursor on, or only what has changed."""
    headers: dict[str, str] = {}
    url = rules.url
    if place.cursor:
        url = _with_cursor(rules, place.cursor)
    else:
        if place.etag:
            headers["If-None-Match"] = place.etag
        if place.last_modified:
            headers["If-Modified-Since"] = place.last_modified
    return question_to(url, rules=rules, headers=headers)


def question_to(
    url: str, *, rules: AskRules, headers: dict[str, str] | None = None
) -> Question:
    """Return a question to an address, with the secret if it is the wire's server."""
    sent = {"User-Agent": USER_AGENT, "Accept": "*/*", **(headers or {})}
    secret: dict[str, str] = {}
    if rules.secret is not None and same_origin(httpx.URL(url), httpx.URL(rules.url)):
        way, _, name = rules.auth.partition(":")
        if way == QUERY:
            url = _with_parameter(url, name, rules.secret.value)
        else:
            secret = _shown(way, name, rules.secret.value)
    return Question(url=url, headers=sent, secret=secret)


def check_cursor(rules: AskRules, cursor: str) -> None:
    """Refuse a cursor that is an address and leads astray.

    Raises:
        AstrayError: it must not be remembered.
    """
    _with_cursor(rules, cursor)


def check_way(rules: AskRules, url: str) -> None:
    """Refuse an address that is neither on the wire's server nor on one of hosts.

    Raises:
        AstrayError: names the host only.
    """
    try:
        to, own = httpx.URL(url), httpx.URL(rules.url)
    except (httpx.InvalidURL, ValueError):
        raise AstrayError("an address that is none") from None
    _check(rules, own, to)


def check_move(rules: AskRules, before: httpx.URL, after: httpx.URL) -> None:
    """Refuse a redirect that leads astray; see `check_way`."""
    if not same_origin(before, after):
        _check(rules, before, after)


def _check(rules: AskRules, before: httpx.URL, after: httpx.URL) -> None:
    own = httpx.URL(rules.url)
    named = {after.host, after.netloc.decode("ascii", "replace")} & rules.hosts
    known = named or same_origin(after, own) or _is_own_by_tls(own, after)
    if after.scheme not in _WEB or not known:
        raise AstrayError(f"{own.host} leads to another host: {after.host or 'none'}")
    if before.scheme == "https" and after.scheme == "http":
        hint = "Ask the agency for https addresses."
        raise AstrayError(f"{own.host} leads from https to http", hint=hint)


def _is_own_by_tls(own: httpx.URL, after: httpx.URL) -> bool:
    """Say whether an address is the own server's, moved from http to https."""
    return after.host == own.host and after.scheme == "https" and after.port is None


def _with_cursor(rules: AskRules, cursor: str) -> str:
    """Return the address that goes on from a cursor: it is one, or goes into one."""
    if not rules.cursor_parameter:
        try:
            url = str(httpx.URL(rules.url).join(cursor))
        except (httpx.InvalidURL, ValueError):
            raise AstrayError("a cursor that is no address", hint=_NAME_IT) from None
        check_way(rules, url)
        return url
    return _with_parameter(rules.url, rules.cursor_parameter, cursor)


def _with_parameter(url: str, name: str, value: str) -> str:
    return str(httpx.URL(url).copy_set_param(name, value))


def _shown(way: str, name: str, value: str) -> dict[str, str]:
    """Return the header that shows a secret."""
    if way == BASIC:
        pair = base64.b64encode(value.encode()).decode("ascii")
        return {"Authorization": f"Basic {pair}"}
    if way == HEADER:
        return {name: value}
    return {"Authorization": f"Bearer {value}"}
