"""Python's cycle collector during long work.

A rebuild makes millions of short-lived objects and no cycles among them, and
the collector looks through all that is alive again and again for the one that
is not there: a tenth of the time. So it looks more seldom meanwhile.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (50_000, 20, 50)
"""Python's own are 700, 10, 10."""


def look_seldom() -> None:
    """Let the collector look seldom, and never at what is there already."""
    gc.freeze()
    gc.set_threshold(*_SELDOM)


@contextmanager
def looking_seldom() -> Iterator[None]:
    """Let the collector look seldom until the end of the block."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
