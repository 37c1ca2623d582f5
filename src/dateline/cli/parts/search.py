"""The search index as a part: it follows the journal, and is made anew after a kill."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import structlog

from dateline.cli.lock import REBUILD_SEARCH, SEARCH, held
from dateline.cli.open_journal import open_journal, reading_journal
from dateline.cli.parts.press import PATIENCE
from dateline.cli.parts.stopping import stop_asked
from dateline.cli.parts.wiping import TRY_AGAIN
from dateline.journal.reader import Journal
from dateline.search.follow import catch_up, follow, open_current
from dateline.search.rebuild import make_beside, take_over
from dateline.search.writer import Writer
from dateline.settings import Settings
from dateline.store import folder
from dateline.store.position import Position

_HELD = "a search index is written here already"
_log = structlog.get_logger(__name__)


def search(settings: Settings) -> None:
    """Keep the index up with the journal until told to stop."""
    stop = stop_asked()
    with held(settings.data / SEARCH, what=_HELD), reading_journal(settings) as journal:
        while not stop.is_set():
            writer = _open(settings, journal)
            _log.info("search.following", index=writer.place.name)
            renewal = Renewal(settings, writer, journal)
            try:
                follow(
                    writer,
                    journal,
                    stopped=_stopped_or_replaced(stop.is_set, writer, renewal),
                    done=_done,
                    patience=PATIENCE,
                )
            finally:
                writer.close()


def search_once(settings: Settings) -> None:
    """Bring the index to the journal's head, where nobody follows."""
    with (
        held(settings.data / SEARCH, what=_HELD),
        reading_journal(settings) as journal,
        _open(settings, journal) as writer,
    ):
        for _ in catch_up(writer, journal):
            pass
        Renewal(settings, writer, journal).finish()


def _open(settings: Settings, journal: Journal) -> Writer:
    """Return the writer of the current index, rebuilt first if it is not good."""
    with held(settings.data / REBUILD_SEARCH, what="", wait=True):
        return open_current(journal, settings.search_path)


def _stopped_or_replaced(
    stopped: Callable[[], bool], writer: Writer, renewal: "Renewal"
) -> Callable[[], bool]:
    def ask() -> bool:
        renewal.go_on()
        return stopped() or folder.current(writer.place.parent) != writer.place

    return ask


def _done(position: Position) -> None:
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    _log.info("search.indexed", at=at, entry=position.seq)


class Renewal:
    """After a kill: makes the index again beside the one that goes on being asked.

    A thread of its own reads the journal; the change is made by who follows.
    """

    def __init__(self, settings: Settings, writer: Writer, journal: Journal) -> None:
        self._settings = settings
        self._writer = writer
        self._journal = journal
        self._thread: threading.Thread | None = None
        self._made: Path | None = None
        self._of = ""
        self._not_before = 0.0

    def go_on(self) -> None:
        """Begin if words of a killed story are on the disk; change over when done."""
        if self._thread is None:
            due = time.monotonic() >= self._not_before
            if due and folder.remains(self._settings.search_path):
                self._begin()
        elif not self._thread.is_alive():
            self._thread = None
            self._change_over()

    def finish(self) -> None:
        """Do all of it now; what goes wrong is logged and left to the next time."""
        self.go_on()
        if self._thread is not None:
            self._thread.join()
            self.go_on()

    def _begin(self) -> None:
        self._of = folder.remains(self._settings.search_path)
        self._made = None
        self._thread = threading.Thread(target=self._make, daemon=True)
        self._thread.start()

    def _make(self) -> None:
        try:
            journal = open_journal(self._settings)  # connections stay in their thread
            try:
                with held(self._settings.data / REBUILD_SEARCH, what="", wait=True):
                    self._made = make_beside(journal, self._settings.search_path)
            finally:
                journal.close()
        except Exception:  # noqa: BLE001 - a full disk, say; searching itself goes on
            _log.exception("search.not-wiped", again_in=TRY_AGAIN)
            self._not_before = time.monotonic() + TRY_AGAIN

    def _change_over(self) -> None:
        made = self._made
        if made is None or made != folder.following(self._settings.search_path):
            return  # it failed, or a rebuild was quicker
        with Writer(made) as new:
            for _ in catch_up(new, self._journal):
                pass
        take_over(made, of=self._of, let_go=lambda: self._writer.close(settle=True))
        _log.info("search.wiped", index=made.name)
