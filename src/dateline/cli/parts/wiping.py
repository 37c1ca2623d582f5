"""The press's second task: after a kill, a store whose file holds nothing of it."""

import threading
import time
from contextlib import ExitStack
from pathlib import Path

import structlog

from dateline.cli.lock import REBUILD, HeldError, held
from dateline.journal.reader import Journal
from dateline.press.catch_up import catch_up
from dateline.press.wipe import begin, take_over
from dateline.settings import Settings
from dateline.store import folder
from dateline.store.store import Store

TRY_AGAIN = 60.0
"""Seconds after which a copy that failed is tried again."""

_log = structlog.get_logger(__name__)


class Wiping:
    """Copies the store in a thread of its own while the press goes on with it.

    The thread only reads the store; what changes over is done by the press. No
    rebuild begins meanwhile: both would be made in the same place.
    """

    def __init__(self, settings: Settings, store: Store, journal: Journal) -> None:
        self._lock = settings.data / REBUILD
        self._store = store
        self._stores = store.path.parent
        self._journal = journal
        self._thread: threading.Thread | None = None
        self._copy: Path | None = None
        self._of = ""
        self._alone = ExitStack()
        self._not_before = 0.0

    @property
    def at_work(self) -> bool:
        """Whether the thread reads the store."""
        return self._thread is not None and self._thread.is_alive()

    def go_on(self, *, wait: bool = False) -> None:
        """Begin if something is to be wiped; change over if the copy is there.

        After a change the store is no longer the current one. While a rebuild
        is at work nothing begins, unless told to ``wait`` for it.
        """
        if self.at_work:
            return
        if self._thread is not None:
            self._thread = None
            self._change_over()
        elif (
            folder.remains(self._stores)
            and self._is_current()
            and time.monotonic() >= self._not_before
        ):
            self._begin(wait=wait)

    def finish(self) -> None:
        """Do all of it now; what goes wrong is logged and left to the next press."""
        self.go_on(wait=True)
        if self._thread is not None:
            self._thread.join()
            self.go_on()

    def _is_current(self) -> bool:
        return folder.current(self._stores) == self._store.path

    def _begin(self, *, wait: bool) -> None:
        try:
            self._alone.enter_context(held(self._lock, what="a rebuild", wait=wait))
        except HeldError:
            return
        self._of = folder.remains(self._stores)
        self._copy = None
        self._thread = threading.Thread(target=self._make_copy, daemon=True)
        self._thread.start()

    def _make_copy(self) -> None:
        try:
            self._copy = begin(self._store)
        except Exception:  # noqa: BLE001 - a full disk, say; the press itself goes on
            _log.exception("press.not-wiped", again_in=TRY_AGAIN)
            self._not_before = time.monotonic() + TRY_AGAIN

    def _change_over(self) -> None:
        with self._alone:
            if self._copy is None or not self._is_current():
                return
            take_over(
                self._copy,
                old=self._store,
                of=self._of,
                catch_up=lambda new: catch_up(new, self._journal),
            )
            _log.info("press.wiped", store=self._copy.name)
