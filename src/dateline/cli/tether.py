"""A part's tie to its supervisor: when that is gone, the part goes too.

The supervisor holds the other end of the part's standard input and never
writes. However it ends, the system closes that end, and reading here returns.
"""

import os
import signal
import sys
import threading
import time

GRACE = 8.0
"""Seconds to stop in good order before everything is ended."""


def tie() -> None:
    """Stop this process, and then its group, once standard input is closed."""
    threading.Thread(target=_watch, name="tether", daemon=True).start()


def _watch() -> None:
    while os.read(sys.stdin.fileno(), 1):
        continue
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os.killpg(os.getpgrp(), signal.SIGKILL)
