"""HTTP push without any HTTP."""

from dataclasses import replace

import pytest

from dateline.wire.feeds.push import (
    EmptyPushError,
    PushDoor,
    PushTooLargeError,
    WrongTokenError,
    check_token,
    read_body,
)
from support.wire_files import RULES

DOOR = PushDoor(source=replace(RULES, max_bytes=10), token="s3cret-s3cret-s3cret")  # noqa: S106 # of no door


@pytest.mark.parametrize(
    "shown", ["Bearer s3cret-s3cret-s3cret", "bearer  s3cret-s3cret-s3cret "]
)
def test_the_right_token_passes(shown):
    """The scheme's case and spaces do not matter."""
    check_token(shown, door=DOOR)


@pytest.mark.parametrize(
    "shown",
    [
        None,
        "",
        "Bearer",
        "Bearer x",
        "s3cret-s3cret-s3cret",
        "Basic s3cret",
        "Bearer é\udcff",
    ],
)
def test_anything_else_is_refused(shown):
    """The message does not say what was wrong, nor what would be right."""
    with pytest.raises(WrongTokenError) as caught:
        check_token(shown, door=DOOR)

    assert caught.value.status == 401
    assert DOOR.token not in f"{caught.value} {caught.value.hint} {DOOR!r}"


@pytest.mark.parametrize("token", ["", "short"])
def test_a_door_without_a_proper_token_is_closed(token):
    """An empty setting is not an open door."""
    with pytest.raises(WrongTokenError):
        check_token(f"Bearer {token}", door=replace(DOOR, token=token))


def test_a_body_is_read_up_to_the_limit():
    """Ten bytes pass; the eleventh is refused when it comes, or when announced."""
    assert read_body([b"12345", b"67890"], door=DOOR, length=10) == b"1234567890"
    with pytest.raises(PushTooLargeError):
        read_body(iter([b"12345", b"678901"]), door=DOOR)
    with pytest.raises(PushTooLargeError):
        read_body([], door=DOOR, length=11)
    with pytest.raises(EmptyPushError):
        read_body([b""], door=DOOR)
