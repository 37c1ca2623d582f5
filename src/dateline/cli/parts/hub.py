"""Telling the site's WebSub hub, in a thread beside the press."""

import threading

from dateline.press.hub import Hub
from dateline.press.run_log import runs_after
from dateline.press.work import Run
from dateline.settings import Settings
from dateline.store.position import position
from dateline.store.store import Store

_PATIENCE = 2.0


class Telling:
    """The follower that tells the hub; nothing at all if the site names none."""

    def __init__(self, settings: Settings) -> None:
        site = settings.site
        self._hub = (
            Hub(url=site.hub, site=site.url, file=settings.hub_path)
            if site.hub
            else None
        )
        self._thread: threading.Thread | None = None

    def catch_up(self, store: Store) -> None:
        """Note what was made and not noted before the last press ended, and begin.

        A site that had no hub yet owes it nothing of the past.
        """
        if self._hub is None:
            return
        with store.read() as tx:
            at = position(tx).seq
            since = self._hub.told if self._hub.told >= 0 else at
            runs = list(runs_after(tx, since))
        self._hub.note(runs, upto=at)
        if self._thread is None:
            self._thread = threading.Thread(target=self._hub.follow, daemon=True)
            self._thread.start()

    def note(self, run: Run) -> None:
        """Note a run that is committed."""
        if self._hub is not None:
            self._hub.note([run], upto=run.last)

    def stop(self) -> None:
        """End the thread; what is owed is told by the next press."""
        if self._hub is not None and self._thread is not None:
            self._hub.stop()
            self._thread.join(timeout=_PATIENCE)
