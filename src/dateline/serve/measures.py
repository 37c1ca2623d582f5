"""What the workers count, in a small file they share with the health server.

Each worker counts in a list of its own, which costs a request less than half a
microsecond, and copies it into its row of the file once a second. A worker that
takes the place of a dead one counts on from the dead one's row, so that totals
never fall.

Row: pid, beat (monotonic, ms), commit, position, hits, misses, sent bytes,
nanoseconds in all, then one cell a status and one a bucket.
"""

import fcntl
import mmap
import os
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic_ns

STATUSES = (
    *(200, 206, 301, 303, 304, 400, 403, 404, 405),
    *(406, 410, 414, 416, 500, 503),
)
BUCKETS = tuple(
    int(us * 1000) for us in (25, 50, 100, 250, 500, 1000, 2500, 5000, 25000, 100000)
)
"""Upper bounds in nanoseconds; one more bucket has none."""

_PID, _BEAT, _COMMIT, _POSITION, HITS, MISSES, SENT, _TIME = range(8)
_FIRST_STATUS = 8
_OTHER_STATUS = _FIRST_STATUS + len(STATUSES)
_FIRST_BUCKET = _OTHER_STATUS + 1
_CELLS = _FIRST_BUCKET + len(BUCKETS) + 1
_CELL_BYTES = 8
_ROW_BYTES = _CELLS * _CELL_BYTES
_NANOSECONDS = 1_000_000
_STATUS_CELLS = {status: _FIRST_STATUS + n for n, status in enumerate(STATUSES)}


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkerReport:
    """What one worker has counted.

    ``silent_for`` is in seconds, since its last report. ``commit`` is -1 before
    it has a store. ``requests`` maps status to number, 0 standing for others;
    ``durations`` has one number a bucket and one beyond.
    """

    pid: int
    silent_for: float
    commit: int
    position: int
    hits: int
    misses: int
    sent: int
    seconds: float
    requests: dict[int, int]
    durations: tuple[int, ...]


class Measures:
    """One worker's counters."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("r+b")
        self._map = mmap.mmap(self._file.fileno(), 0)
        self._row = self._claim_row()
        self.cells = self._read()
        self.report(commit=-1, position=0)

    def count(self, status: int, nanoseconds: int, sent: int) -> None:
        """Count one request."""
        cells = self.cells
        cells[_STATUS_CELLS.get(status, _OTHER_STATUS)] += 1
        cells[_FIRST_BUCKET + bisect_left(BUCKETS, nanoseconds)] += 1
        cells[_TIME] += nanoseconds
        cells[SENT] += sent

    def report(self, *, commit: int, position: int) -> None:
        """Copy the counters into the shared file, with a sign of life."""
        self.cells[_PID] = os.getpid()
        self.cells[_BEAT] = monotonic_ns() // _NANOSECONDS
        self.cells[_COMMIT] = commit
        self.cells[_POSITION] = position
        start = self._row * _ROW_BYTES
        self._map[start : start + _ROW_BYTES] = array("q", self.cells).tobytes()

    def close(self) -> None:
        """Let go of the shared file; what was reported stays."""
        self._map.close()
        self._file.close()

    def _claim_row(self) -> int:
        """Return a row that no living process counts in."""
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            rows = len(self._map) // _ROW_BYTES
            found = next((r for r in range(rows) if not _lives(self._pid(r))), 0)
            start = found * _ROW_BYTES
            pid = array("q", [os.getpid()]).tobytes()
            self._map[start : start + _CELL_BYTES] = pid
            return found
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def _pid(self, row: int) -> int:
        return _row_of(self._map, row)[_PID]

    def _read(self) -> list[int]:
        return _row_of(self._map, self._row).tolist()


def make_measures(path: Path, *, workers: int) -> None:
    """Make the shared file; one row more than workers, for one being replaced."""
    path.write_bytes(bytes(_ROW_BYTES * (workers + 1)))


def reports(path: Path) -> list[WorkerReport]:
    """Return what the living workers have counted, and the dead before them."""
    raw = path.read_bytes()
    rows = (_row_of(raw, n) for n in range(len(raw) // _ROW_BYTES))
    return [_report_of(row) for row in rows if row[_PID]]


def _row_of(raw: "bytes | mmap.mmap", row: int) -> "array[int]":
    return array("q", raw[row * _ROW_BYTES : (row + 1) * _ROW_BYTES])


def _report_of(row: Sequence[int]) -> WorkerReport:
    requests = {s: row[cell] for s, cell in _STATUS_CELLS.items()}
    return WorkerReport(
        pid=row[_PID],
        silent_for=(monotonic_ns() // _NANOSECONDS - row[_BEAT]) / 1000,
        commit=row[_COMMIT],
        position=row[_POSITION],
        hits=row[HITS],
        misses=row[MISSES],
        sent=row[SENT],
        seconds=row[_TIME] / 1e9,
        requests=requests | {0: row[_OTHER_STATUS]},
        durations=tuple(row[_FIRST_BUCKET:]),
    )


def _lives(pid: int) -> bool:
    """Return whether a process of that number runs."""
    if pid == 0:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
