"""What the workers count."""

import os
import subprocess
import sys
from array import array
from contextlib import ExitStack, closing

import pytest

from dateline.serve.measures import BUCKETS, HITS, Measures, make_measures, reports


@pytest.fixture
def counters(tmp_path):
    """Return a function that makes counters over one file."""
    path = tmp_path / "measures"
    make_measures(path, workers=2)
    with ExitStack() as stack:
        yield path, lambda: stack.enter_context(closing(Measures(path)))


def test_counts_come_out_as_they_went_in(counters):
    """Status, duration, bytes, hits, commit and position of one worker."""
    path, make = counters
    measures = make()
    measures.count(200, 20_000, 1000)
    measures.count(200, 10**12, 500)
    measures.count(418, 30_000, 0)
    measures.cells[HITS] += 2
    measures.report(commit=7, position=5)
    (report,) = reports(path)

    assert report.pid == os.getpid()
    assert report.requests[200] == 2
    assert report.requests[0] == 1
    assert report.durations[0] == report.durations[1] == report.durations[-1] == 1
    assert len(report.durations) == len(BUCKETS) + 1
    assert (report.sent, report.hits) == (1500, 2)
    assert (report.commit, report.position) == (7, 5)
    assert report.silent_for < 5


def test_a_new_worker_counts_on_from_a_dead_one(counters):
    """Totals never fall when a worker is replaced."""
    path, make = counters
    measures = make()
    measures.count(200, 1, 10)
    measures.report(commit=1, position=1)
    dead = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"],
        check=True,
        capture_output=True,
        text=True,
    )
    with path.open("r+b") as file:
        file.write(array("q", [int(dead.stdout)]).tobytes())
    again = make()
    again.count(200, 1, 10)
    again.report(commit=1, position=1)
    (report,) = reports(path)

    assert report.requests[200] == 2
    assert report.sent == 20


def test_living_workers_have_rows_of_their_own(counters):
    """Two processes never count in the same row."""
    path, make = counters
    make()
    code = "import sys, pathlib; from dateline.serve.measures import Measures;"
    code += "Measures(pathlib.Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)

    assert len({report.pid for report in reports(path)}) == 2
