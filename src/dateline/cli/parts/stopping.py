"""Being told to stop."""

import signal
import threading
from types import FrameType


def stop_asked() -> threading.Event:
    """Return an event that SIGTERM and SIGINT set; call in the main thread."""
    event = threading.Event()

    def asked(_number: int, _frame: FrameType | None) -> None:
        event.set()

    signal.signal(signal.SIGTERM, asked)
    signal.signal(signal.SIGINT, asked)
    return event
