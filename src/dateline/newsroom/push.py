"""The door for agencies that push: ``POST /push/WIRE/`` with a bearer token.

Answered when the copy is in the database. A push may come twice, if its first
answer was lost: taking in the same bytes again changes nothing.
"""

import logging
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from dateline.newsroom.intake.take_in import record_refusal, take_in
from dateline.newsroom.site_settings import site_settings
from dateline.newsroom.source_rules import find_wire, source_rules
from dateline.newsroom.wire_log import note_error, note_taken
from dateline.newsroom.wire_secret import wire_secret
from dateline.settings import WireSettings
from dateline.wire.errors import RefusedError
from dateline.wire.feeds.push import (
    PushDoor,
    PushRefusedError,
    WrongTokenError,
    check_token,
    read_body,
)
from dateline.wire.raw_archive import RawArchive
from dateline.wire.secret import SecretError
from dateline.wire.source import SourceRules

PIECE = 64 * 1024
UNREADABLE = 422

_log = logging.getLogger("dateline.push")


@csrf_exempt
@require_POST
def push(request: HttpRequest, wire: str) -> JsonResponse:
    """Take in what a wire pushes, and answer what became of each item."""
    try:
        door = _door(find_wire(site_settings(), wire), name=wire)
        check_token(request.headers.get("Authorization"), door=door)
        raw = read_body(_pieces(request), door=door, length=_length(request))
    except PushRefusedError as error:
        return _refused(str(error), error.hint, status=error.status)
    now = timezone.now()
    try:
        outcomes = take_in(raw, source=door.source, now=now)
    except RefusedError as error:
        ref = RawArchive(site_settings().raw_path).keep(raw)
        record_refusal(ref, error, source=door.source, now=now)
        note_error(wire, str(error), now=now)
        return _refused(str(error), error.hint, status=UNREADABLE)
    note_taken(wire, outcomes, now=now)
    items = [
        {"uri": o.uri, "action": o.action, "state": o.state, "story": o.story}
        for o in outcomes
    ]
    return JsonResponse({"items": items})


def _door(wire: WireSettings | None, *, name: str) -> PushDoor:
    """Return a wire's door; one that is none, or has no token, lets nobody in."""
    if wire is None or wire.transport != "push":
        return PushDoor(source=SourceRules(name=name), token="")
    try:
        secret = wire_secret(wire, settings=site_settings())
    except SecretError as error:
        _log.error("wire %s: %s. %s", name, error, error.hint)
        secret = None
    token = secret.value if secret is not None else ""
    return PushDoor(source=source_rules(wire), token=token)


def _pieces(request: HttpRequest) -> Iterator[bytes]:
    """Yield the body; also one whose length was not announced (chunked).

    Django takes such a body for an empty one; the server under it knows its end.
    """
    chunked = "chunked" in request.headers.get("Transfer-Encoding", "").lower()
    read = request.META["wsgi.input"].read if chunked else request.read
    return iter(lambda: read(PIECE), b"")


def _length(request: HttpRequest) -> int | None:
    announced = request.headers.get("Content-Length", "")
    return int(announced) if announced.isdecimal() else None


def _refused(message: str, hint: str, *, status: int) -> JsonResponse:
    answer: dict[str, Any] = {"error": message, "hint": hint}
    response = JsonResponse(answer, status=status)
    if status == WrongTokenError.status:
        response["WWW-Authenticate"] = "Bearer"
    return response
