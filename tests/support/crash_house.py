"""A running site whose parts are killed, and those who keep it busy meanwhile."""

import asyncio
import json
import os
import random
import re
import signal
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx

from dateline.cli.demo.schedule import COASTLINE
from dateline.cli.demo.wire_form import WireCopy
from dateline.cli.run_site import environment, parts_of
from dateline.cli.supervise import Part, Supervisor
from support.running_site import Reader, alive, until


class House:
    """A running site whose parts are killed."""

    def __init__(self, settings, notes):
        self.settings = settings
        self.pids = {}
        self.lines = []
        editor = (sys.executable, "-m", "support.publisher", str(notes))
        self.parts = [*parts_of(settings), Part(name="editor", argv=editor)]
        self._stop = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self):
        """Start everything."""
        self._thread.start()
        until(lambda: len(self.pids) == len(self.parts), what="all parts")
        return self

    def __exit__(self, *_):
        """Stop everything; nobody may be left."""
        known = dict(self.pids)
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(30)
        left = [name for name, pid in known.items() if alive(pid)]
        if left:
            raise AssertionError(f"still there: {left}")

    def _run(self):
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._whole())
        self._loop.close()

    async def _whole(self):
        self._stop = asyncio.Event()
        paths = os.pathsep.join(path for path in sys.path if path)
        supervisor = Supervisor(
            self.parts,
            environment={**environment(self.settings), "PYTHONPATH": paths},
            said=lambda name, line: self.lines.append(f"{name} | {line}"),
            changed=lambda pids: setattr(self, "pids", dict(pids)),
        )
        await supervisor.run(self._stop)

    def kill(self, name):
        """End a part without warning; return whether it ran.

        Waits until the supervisor has seen it die: to kill what is dead already
        would count a death that never was.
        """
        pid = self.pids.get(name)
        if pid is None or not alive(pid):
            return False
        os.kill(pid, signal.SIGKILL)
        until(lambda: self.pids.get(name) != pid, what=f"the end of {name}")
        return True


class Wire(threading.Thread):
    """A wire that drops an item, a later version or a kill, many times a second."""

    def __init__(self, place, seed):
        super().__init__(daemon=True)
        self.place = place
        self.chance = random.Random(seed)  # noqa: S311 - no secret
        self.sent = {}
        self.killed = set()
        self.over = threading.Event()
        self._clock = datetime.now(UTC)

    def run(self):
        """Drop until told that it is over."""
        while not self.over.wait(self.chance.uniform(0.05, 0.25)):
            self.drop_one()

    def drop_one(self):
        """Drop something new, or a newer version, or now and then a kill."""
        living = [uri for uri in self.sent if uri not in self.killed]
        dice = self.chance.random()
        if living and dice < 0.25:
            uri = self.chance.choice(living)
            self._drop(uri, self.sent[uri] + 1)
        elif living and dice < 0.32:
            uri = self.chance.choice(living)
            self.killed.add(uri)
            self._drop(uri, self.sent[uri] + 1, status="canceled", paragraphs=())
        else:
            self._drop(f"urn:newsml:coastline.example:{len(self.sent) + 1}", 1)

    def _drop(self, uri, version, **changes):
        self._clock += timedelta(milliseconds=5)
        number = uri.rpartition(":")[2]
        copy = WireCopy(
            uri=uri,
            version=version,
            moment=max(self._clock, datetime.now(UTC)),
            headline=f"Item {number} in version {version}",
            slugline=f"ITEM-{number}",
            place="Patna, India",
            section="India",
            paragraphs=(f"Version {version} of item {number} has come in.",),
            agency=COASTLINE.agency,
            credit=COASTLINE.credit,
        )
        self._clock = copy.moment
        unseen = self.place / f".{number}.part"
        unseen.write_bytes(COASTLINE.form(replace(copy, **changes)))
        unseen.rename(self.place / f"{number.zfill(6)}-v{version}.json")
        self.sent[uri] = version


class Watch(threading.Thread):
    """A reader who compares what pages say, while everything is killed."""

    def __init__(self, url):
        super().__init__(daemon=True)
        self.reader = Reader(url)
        self.over = threading.Event()
        self.looks = 0
        self.wrong = []

    def run(self):
        """Look until told that it is over."""
        with self.reader.client:
            while not self.over.wait(0.05):
                try:
                    self._look()
                except (httpx.HTTPError, AssertionError):
                    continue  # the server was killed; it will be back

    def _look(self):
        """Every story that the feed lists must be there, or be gone from the feed."""
        listed = self._listed()
        for story in listed[:3]:
            status = self.reader.get(f"/s/{story}").status_code
            if status != 200 and story in self._listed():
                self.wrong.append((story, status))
        home = self.reader.text("/")
        for story in re.findall(r'href="/[a-z]+/\d{4}/[^"]+-([a-z0-9]{6})/"', home)[:3]:
            status = self.reader.get(f"/s/{story}").status_code
            if status != 200 and f"-{story}/" in self.reader.text("/"):
                self.wrong.append((story, status))
        self.looks += 1

    def _listed(self):
        items = json.loads(self.reader.text("/feed.json"))["items"]
        return [item["url"].rstrip("/").rpartition("-")[2] for item in items]
