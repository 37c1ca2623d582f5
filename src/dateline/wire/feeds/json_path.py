"""Where something stands in a JSON answer: "data.items.*.item"."""

from collections.abc import Iterator
from typing import Any

import msgspec

from dateline.wire.errors import RefusedError

EACH = "*"


class NotJsonError(RefusedError):
    """An answer that should be JSON is not."""

    hint = "Is url the address of the agency's JSON interface?"


def read_json(body: bytes) -> Any:  # noqa: ANN401 - JSON is anything
    """Return a JSON answer, decoded.

    Raises:
        NotJsonError: it is none.
    """
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotJsonError(f"the answer is not JSON: {error}") from None


def at_path(document: Any, path: str) -> Iterator[Any]:  # noqa: ANN401 - JSON is anything
    """Yield what stands at a path; nothing where it leads nowhere.

    A name looks into an object, a number or ``*`` (each) into an array. An array
    at the end is yielded one by one.
    """
    found = [document]
    for name in filter(None, path.split(".")):
        found = [inner for each in found for inner in _step(each, name)]
    for each in found:
        if isinstance(each, list):
            yield from each
        elif each is not None:
            yield each


def text_at(document: Any, path: str) -> str:  # noqa: ANN401 - JSON is anything
    """Return the text or number at a path as text; empty if there is none."""
    for each in at_path(document, path):
        if isinstance(each, str | int) and not isinstance(each, bool):
            return str(each).strip()
    return ""


def _step(thing: Any, name: str) -> list[Any]:  # noqa: ANN401 - JSON is anything
    if isinstance(thing, dict):
        return [thing[name]] if name in thing else []
    if isinstance(thing, list):
        if name == EACH:
            return thing
        if name.isdecimal() and int(name) < len(thing):
            return [thing[int(name)]]
    return []
