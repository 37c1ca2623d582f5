"""Telling a WebSub hub which feeds changed, so that subscribers hear at once.

A small follower beside the press: a run is committed, then its changed feeds are
noted in a file as owed to the hub, and a thread of its own pays. A publication
waits for no hub. What a hub did not take is told again, with growing pauses, also
after a restart; a feed that changes meanwhile is told once. What was committed
but not yet noted when the press was killed is found in its log of runs.

Source: W3C WebSub, section 5; the ping is PubSubHubbub 0.4, section 7.1.
"""

import json
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Final

import httpx
import structlog

from dateline.press.work import Outcome, Run

FIRST_PAUSE: Final = 2.0
LONGEST_PAUSE: Final = 900.0
"""Seconds between two tries at a hub that does not answer."""

_TIMEOUT: Final = 20.0
_FEEDS = ("feed.rss", "feed.atom", "feed.json")
_CHANGED = frozenset((Outcome.NEW, Outcome.CHANGED))
_LATER = frozenset((HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS))
_log = structlog.get_logger(__name__)


def changed_feeds(run: Run) -> list[str]:
    """Return the paths of the feeds that readers get anew after a run."""
    return [
        made.path
        for made in run.pages
        if made.outcome in _CHANGED and made.path.endswith(_FEEDS)
    ]


@dataclass(kw_only=True)
class Hub:
    """What a hub is still to be told, kept in ``file``.

    ``url`` is the hub's address, ``site`` the paper's own without a slash at its
    end; ``told`` is the last entry whose run was noted, -1 before there was one.
    """

    url: str
    site: str
    file: Path
    first_pause: float = FIRST_PAUSE
    told: int = -1
    owed: set[str] = field(default_factory=set)
    _news: threading.Condition = field(default_factory=threading.Condition)
    _stopped: bool = False

    def __post_init__(self) -> None:
        """Read what was owed when the last press ended."""
        try:
            kept = json.loads(self.file.read_text(encoding="utf-8"))
            self.told, self.owed = int(kept["told"]), set(kept["owed"])
        except FileNotFoundError:
            return
        except (OSError, ValueError, KeyError, TypeError):
            _log.warning("hub.unreadable", file=str(self.file))

    def note(self, runs: Iterable[Run], *, upto: int) -> None:
        """Note the changed feeds of runs, and that all up to an entry are noted."""
        with self._news:
            for run in runs:
                self.owed.update(changed_feeds(run))
            self.told = max(self.told, upto)
            self._keep()
            self._news.notify()

    def follow(self) -> None:
        """Tell the hub what it is owed until `stop`; for a thread of its own."""
        failures = 0
        with httpx.Client(timeout=_TIMEOUT, trust_env=False) as client:
            while feed := self._next(failures):
                if self._tell(client.post, feed):
                    failures = 0
                    self._paid(feed)
                else:
                    failures += 1

    def stop(self) -> None:
        """Let the thread end."""
        with self._news:
            self._stopped = True
            self._news.notify()

    def _next(self, failures: int) -> str:
        """Wait for something to tell, after failures for longer; empty at the end."""
        with self._news:
            if failures:
                pause = min(self.first_pause * 2 ** (failures - 1), LONGEST_PAUSE)
                self._news.wait_for(lambda: self._stopped, timeout=pause)
            self._news.wait_for(lambda: self._stopped or bool(self.owed))
            return "" if self._stopped else min(self.owed)

    def _tell(self, post: Callable[..., httpx.Response], feed: str) -> bool:
        """Return whether a feed need not be told again."""
        # Before, not after: a change that comes meanwhile is owed anew.
        with self._news:
            self.owed.discard(feed)
        said = {"hub.mode": "publish", "hub.url": self.site + feed}
        try:
            status = post(self.url, data=said).status_code
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            _log.warning("hub.silent", why=type(error).__name__)
            status = 0
        if status and status < HTTPStatus.MULTIPLE_CHOICES:
            return True
        if _is_refusal(status):
            _log.error("hub.refuses", feed=feed, status=status)
            return True
        with self._news:
            self.owed.add(feed)
        return False

    def _paid(self, feed: str) -> None:
        with self._news:
            self._keep()
        _log.info("hub.told", feed=feed)

    def _keep(self) -> None:
        new = self.file.with_suffix(".new")
        text = json.dumps({"told": self.told, "owed": sorted(self.owed)})
        new.write_text(text, encoding="utf-8")
        new.replace(self.file)


def _is_refusal(status: int) -> bool:
    """Return whether a hub will never take this ping, however often it is sent."""
    refused = HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR
    return refused and status not in _LATER
