"""A whole site in processes of its own, for journeys."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import httpx

DATELINE = [sys.executable, "-c", "from dateline.cli.main import main; main()"]


def free_ports(count=3):
    """Return the first of ``count`` ports in a row that nobody listens at."""
    for first in range(20000 + os.getpid() % 20000, 60000, 10):
        if all(_is_free(first + number) for number in range(count)):
            return first
    raise LookupError("no free ports")


def _is_free(port):
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def dateline(*words, site=None, check=True, stdin=None):
    """Type a command in a process of its own."""
    environment = {**os.environ, "NO_COLOR": "1"}
    if site is not None:
        environment["DATELINE_SITE"] = str(site)
    done = subprocess.run(
        [*DATELINE, *map(str, words)],
        env=environment,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )
    if check and done.returncode:
        raise AssertionError(f"{words}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def until(condition, *, seconds=30, what="it"):
    """Wait until ``condition()`` gives something true, and return that."""
    end = time.monotonic() + seconds
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not come within {seconds} s")
        time.sleep(0.05)


class Reader:
    """A reader of a running site."""

    def __init__(self, url):
        self.url = url.rstrip("/")
        self.client = httpx.Client(base_url=self.url, timeout=10, trust_env=False)

    def close(self):
        """Hang up."""
        self.client.close()

    def get(self, path):
        """Return the answer to a request, redirects followed."""
        return self.client.get(path, follow_redirects=True)

    def text(self, path):
        """Return a page's text; it must be there."""
        answer = self.get(path)
        if answer.status_code != 200:
            raise AssertionError(f"{path}: {answer.status_code}")
        return answer.text

    def stories_in(self, path):
        """Return the addresses of stories that a page links to, in order."""
        found = re.findall(r'href="(/[a-z]+/\d{4}/\d\d/\d\d/[^"]+/)"', self.text(path))
        return list(dict.fromkeys(found))


@contextmanager
def running(words, *, log, seconds=180):
    """Run a command that goes on until stopped; yields it once it has spoken.

    ``log`` is a file for what it says on stderr. The first line on stdout is in
    ``said``.
    """
    with Path(log).open("w") as err:
        process = subprocess.Popen(
            [*DATELINE, *map(str, words)],
            stdout=subprocess.PIPE,
            stderr=err,
            text=True,
            start_new_session=True,
            env={**os.environ, "NO_COLOR": "1"},
        )
        watchdog = time.monotonic() + seconds
        try:
            process.said = ""
            while not process.said.strip():
                process.said = process.stdout.readline()
                if process.poll() is not None or time.monotonic() > watchdog:
                    raise AssertionError(Path(log).read_text()[-4000:])
            yield process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            process.stdout.close()


def pids(data):
    """Return which process each part of a running site is."""
    try:
        return json.loads((data / "run.json").read_bytes())
    except (FileNotFoundError, ValueError):
        return {}


def alive(pid):
    """Return whether a process is there and no zombie."""
    try:
        said = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return said.rpartition(") ")[2][0] != "Z"
