"""The second server, for those who look after the first."""

import json
import socket

import pytest

from dateline.serve.health import HealthAddressError, HealthServer, answer, metrics
from dateline.serve.measures import BUCKETS, WorkerReport


def report(**more):
    """Return a worker's report."""
    told = {
        "pid": 1,
        "silent_for": 0.5,
        "commit": 3,
        "position": 9,
        "hits": 4,
        "misses": 1,
        "sent": 5000,
        "seconds": 0.25,
        "requests": {200: 4, 304: 0, 0: 1},
        "durations": (5,) + (0,) * len(BUCKETS),
    }
    return WorkerReport(**(told | more))


@pytest.mark.parametrize(
    ("path", "found", "status"),
    [
        ("/healthz", [report(), report()], 200),
        ("/healthz", [report()], 503),
        ("/healthz", [report(), report(silent_for=11)], 503),
        ("/healthz", [report(), report(commit=-1)], 200),
        ("/readyz", [report(), report()], 200),
        ("/readyz", [report(), report(commit=-1)], 503),
        ("/readyz", [report(), report(), report(silent_for=99, commit=-1)], 200),
        ("/elsewhere", [report(), report()], 404),
    ],
)
def test_health_and_readiness(path, found, status):
    """Healthy while all workers live; ready when all of them have a store."""
    assert answer(path, found, workers=2)[0] == status


def test_readiness_says_which_commit():
    """Each worker's commit and journal position can be read."""
    _, _, body = answer("/readyz", [report()], workers=1)

    assert json.loads(body)["workers"][0]["commit"] == 3
    assert json.loads(body)["workers"][0]["position"] == 9


def test_metrics_add_up_over_workers():
    """Counters are sums; positions are told worker by worker."""
    text = metrics([report(), report(commit=4)]).decode()

    assert 'dateline_requests_total{status="200"} 8.0' in text
    assert 'dateline_requests_total{status="other"} 2.0' in text
    assert 'status="304"' not in text
    assert "dateline_request_seconds_count 10.0" in text
    assert "dateline_request_seconds_sum 0.5" in text
    assert "dateline_sent_bytes_total 10000.0" in text
    assert "dateline_memory_hits_total 8.0" in text
    assert 'dateline_store_commit{worker="1"} 4.0' in text


def test_a_taken_address_is_said_plainly(tmp_path):
    """The error names the address and what to change."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(HealthAddressError, match=str(port)):
            HealthServer(
                host="127.0.0.1", port=port, measures=tmp_path / "m", workers=1
            )


def test_a_running_server_counts_its_readers(standing):
    """Requests show in the metrics within two seconds."""
    standing.get("/plain/")
    before = standing.counted("dateline_requests_total")
    for _ in range(20):
        standing.get("/plain/")

    standing.wait_until(
        lambda: standing.counted("dateline_requests_total") >= before + 20
    )
    assert standing.health.get("/nowhere").status_code == 404
