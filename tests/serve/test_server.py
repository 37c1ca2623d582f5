"""Starting, replacing, stopping; slow clients."""

import os
import re
import signal
import time
from pathlib import Path

import pytest

from dateline.serve.settings import AddressError, host_and_port
from dateline.store.record import PageRecord
from support.public_paper import page

pytestmark = pytest.mark.slow

BIG = 30_000_000


@pytest.fixture
def with_big_file(paper):
    """Return the usual paper and a file larger than any buffer."""
    (paper.media / "renditions" / "big.bin").write_bytes(bytes(BIG))
    big = PageRecord(content_type="video/mp4", tag="big", file="big.bin", size=BIG)
    paper.fill({"/plain/": page("plain", tag="p"), "/big": big})
    return paper


def begin_big_answer(server):
    """Ask for the large file and read only its beginning."""
    wire = server.connection(timeout=20)
    wire.sendall(b"GET /big HTTP/1.1\r\nHost: x\r\n\r\n")
    return wire, wire.recv(1000)


def test_an_answer_is_finished_before_the_end(with_big_file):
    """SIGTERM in mid-answer: the reader gets all of it, and then the server ends."""
    with with_big_file.served() as server:
        wire, got = begin_big_answer(server)
        server.process.terminate()
        time.sleep(0.5)
        size = len(got)
        while part := wire.recv(1 << 20):
            size += len(part)
        wire.close()
        head = got.index(b"\r\n\r\n") + 4
        assert server.process.wait(timeout=15) == 0

    assert size - head == BIG


def test_who_never_reads_on_cannot_hold_up_the_end(with_big_file):
    """After the time to stop the server ends although an answer is unread."""
    with with_big_file.served(stop_seconds=2) as server:
        wire, _ = begin_big_answer(server)
        began = time.monotonic()
        server.process.terminate()
        server.process.wait(timeout=15)
        wire.close()

    assert time.monotonic() - began < 10


def test_idle_connections_are_closed(paper):
    """A client that sends half a request, or nothing more, is let go."""
    paper.fill()
    with paper.served(idle_seconds=1) as server:
        half = server.connection()
        half.sendall(b"GET / HTTP/1.1\r\nHost:")
        kept = server.connection()
        kept.sendall(b"GET /plain/ HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"nothing moves here" in kept.recv(4096)
        began = time.monotonic()
        for wire in (half, kept):
            while wire.recv(4096):
                pass
            wire.close()

    assert time.monotonic() - began < 4


def test_giant_headers_are_refused(paper):
    """A client cannot make the server keep what it sends."""
    paper.fill()
    with paper.served() as server:
        wire = server.connection()
        wire.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 100_000 + b"\r\n\r\n")
        assert b" 431 " in wire.recv(200)
        wire.close()
        assert server.get("/plain/").status_code == 200


def test_a_body_nobody_wants_is_not_read(paper):
    """A POST with an endless body is answered and its connection closed."""
    paper.fill()
    with paper.served() as server:
        wire = server.connection()
        wire.sendall(
            b"POST /plain/ HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\nabc"
        )
        got = b""
        while part := wire.recv(4096):
            got += part
        wire.close()

    assert got.startswith(b"HTTP/1.1 405")


def test_many_slow_clients_do_not_stop_it(paper):
    """Hundreds of half-sent requests, and others are answered at once."""
    paper.fill()
    with paper.served() as server:
        slow = [server.connection() for _ in range(400)]
        for wire in slow:
            wire.sendall(b"GET /plain/ HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        began = time.monotonic()
        for _ in range(50):
            assert server.get("/plain/").status_code == 200
        took = time.monotonic() - began
        for wire in slow:
            wire.close()

    assert took < 2


def test_a_dead_worker_is_replaced(paper):
    """Kill -9 of a worker: another takes its place and the totals stay."""
    paper.fill()
    with paper.served(workers=2) as server:
        for _ in range(30):
            server.get("/plain/")
        pids = server.worker_pids()
        assert len(pids) == 2
        os.kill(min(pids), signal.SIGKILL)
        server.wait_until(lambda: len(server.worker_pids() - {min(pids)}) == 2)
        server.client.close()
        again = type(server.client)(base_url=f"http://127.0.0.1:{server.port}")
        assert again.get("/plain/").status_code == 200
        again.close()


def test_workers_do_not_outlive_their_parent(paper):
    """Kill -9 of the parent: its workers end by themselves."""
    paper.fill()
    with paper.served(workers=2) as server:
        pids = server.worker_pids()
        server.process.kill()
        server.process.wait()
        server.wait_until(lambda: not any(map(runs, pids)))


def runs(pid):
    """Return whether a process still runs."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def test_it_ends_quietly(paper):
    """Told to stop, it stops with status 0 and writes nothing."""
    paper.fill()
    with paper.served() as server:
        server.get("/plain/")
        status = server.stop()

    assert status == 0
    assert not re.search(r"error|Traceback", server.log.read_text(encoding="utf-8"))


@pytest.mark.parametrize("address", ["8000", ":8000", "host:", "host:99999", "h:x"])
def test_an_address_is_host_and_port(address):
    """What is no HOST:PORT is said to be none."""
    with pytest.raises(AddressError, match="HOST:PORT"):
        host_and_port(address)


def test_ipv6_addresses_may_stand_in_brackets():
    """The brackets are not part of the host."""
    assert host_and_port("[::1]:80") == ("::1", 80)
    assert host_and_port("localhost:8000") == ("localhost", 8000)
