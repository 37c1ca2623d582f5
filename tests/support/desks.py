"""A desk at work, for a while."""

import threading
import time
from contextlib import contextmanager
from dataclasses import replace

from dateline.newsroom.desk import run_desk

PATIENCE = 60


def until(true):
    """Wait for something that happens by itself."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


@contextmanager
def a_desk(house, *wires):
    """Run a desk with these wires for a while."""
    stop = threading.Event()
    settings = replace(house.settings, wires=wires)
    thread = threading.Thread(target=run_desk, args=(settings,), kwargs={"stop": stop})
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()
