"""A server to ask, and one who asks it."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from dateline.wire.feeds.ask_rules import AskRules, Place
from dateline.wire.feeds.asker import Asker
from dateline.wire.feeds.pull import Clockwork, Puller
from dateline.wire.raw_archive import RawArchive
from dateline.wire.secret import Secret
from dateline.wire.source import SourceRules
from support.agency import TOKEN, Hands, Kept, agency


@pytest.fixture
def server():
    """Return a running server; tests say what it answers in ``mood``."""
    yield from agency()


@pytest.fixture
def elsewhere():
    """Return another server, on another port."""
    yield from agency()


class Asking:
    """A puller with its memory, its clock and its stop."""

    def __init__(self, rules, archive):
        self.rules, self.archive = rules, archive
        self.memory, self.hands = Kept(place=Place()), Hands()
        self.stop = threading.Event()

    def visit(self, *, take=lambda fetched: fetched.accept()):
        """Make one visit in a new process, so to say; return what came."""
        came = []
        with Asker(self.rules, stop=self.stop) as asker:
            puller = Puller(
                self.rules,
                asker=asker,
                memory=self.memory,
                archive=self.archive,
                clockwork=Clockwork(now=self.hands.now, chance=lambda: 1.0),
            )
            for fetched in puller.visit():
                came.append(fetched.raw)
                take(fetched)
            self.wait = puller.wait
        return came


@pytest.fixture
def asking(server, tmp_path):
    """Return a function that makes one who asks the server."""

    def make(path="/feed", **changed):
        source = SourceRules(name="acme", max_bytes=changed.pop("max_bytes", 10**6))
        rules = AskRules(
            source=source,
            url=server.host + path,
            interval=timedelta(minutes=5),
            timeout=timedelta(seconds=10),
            secret=Secret(name="ACME", value=TOKEN),
        )
        return Asking(replace(rules, **changed), RawArchive(tmp_path / "raw"))

    return make
