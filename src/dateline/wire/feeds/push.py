"""HTTP push: what to check before pushed bytes are taken, without any HTTP.

The newsroom's view reads the request, hands over the pieces, and takes in what
is let through.
"""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.wire.errors import WireError
from dateline.wire.source import SourceRules

BEARER = "bearer "
SHORTEST_TOKEN = 16


@dataclass(frozen=True, kw_only=True)
class PushDoor:
    """A source that pushes, and the token it must show."""

    source: SourceRules
    token: str = field(repr=False)  # never in a log


class PushRefusedError(WireError):
    """A push that is not let in; ``status`` is the HTTP status to answer."""

    status = 400


class WrongTokenError(PushRefusedError):
    """No token, or not this source's."""

    status = 401
    hint = "Send 'Authorization: Bearer TOKEN' with the token set for this wire."


class PushTooLargeError(PushRefusedError):
    """More bytes than the source's rules allow."""

    status = 413
    hint = (
        "Raise max_megabytes of this wire in dateline.toml if it really sends so much."
    )


class EmptyPushError(PushRefusedError):
    """No bytes at all."""

    hint = "Send the file as the body of the request."


def check_token(authorization: str | None, *, door: PushDoor) -> None:
    """Let pass only who shows the door's token.

    Compared in constant time; a door without a proper token is closed. Call it
    before the body is read.

    Raises:
        WrongTokenError: whatever is wrong; the message does not say what.
    """
    shown = authorization or ""
    given = shown[len(BEARER) :].strip() if shown.lower().startswith(BEARER) else ""
    right = hmac.compare_digest(given.encode("utf-8", "replace"), door.token.encode())
    if not right or len(door.token) < SHORTEST_TOKEN:
        raise WrongTokenError(f"wire {door.source.name}: the token is not right")


def read_body(
    chunks: Iterable[bytes], *, door: PushDoor, length: int | None = None
) -> bytes:
    """Read a body, never more of it than the source may send.

    Raises:
        PushTooLargeError: announced or sent more.
        EmptyPushError: nothing was sent.
    """
    limit = door.source.max_bytes
    if length is not None and length > limit:
        raise PushTooLargeError(f"wire {door.source.name}: {length} bytes announced")
    raw = bytearray()
    for chunk in chunks:
        raw += chunk
        if len(raw) > limit:
            raise PushTooLargeError(f"wire {door.source.name}: more than {limit} bytes")
    if not raw:
        raise EmptyPushError(f"wire {door.source.name}: an empty push")
    return bytes(raw)
