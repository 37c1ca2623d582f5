"""A second, small server for those who look after the first.

    /healthz    200 while every worker gives signs of life
    /readyz     200 when every worker serves a store; says which commit
    /metrics    for Prometheus

It runs in a thread of the parent process, on an address of its own, and reads
only what the workers wrote down (`measures`).
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from dateline.errors import DatelineError
from dateline.serve.measures import BUCKETS, WorkerReport, reports

SILENT_TOO_LONG = 10.0
"""Seconds without a sign of life after which a worker counts as dead."""

_NANOSECONDS = 1e9
_JSON = "application/json"
_TEXT = "text/plain; charset=utf-8"

Reply = tuple[HTTPStatus, str, bytes]


class HealthAddressError(DatelineError):
    """The health server cannot listen at its address."""

    hint = "Give [bind] health in dateline.toml an address that is free."


class HealthServer:
    """Serves health, readiness and metrics until closed."""

    def __init__(self, *, host: str, port: int, measures: Path, workers: int) -> None:
        def reply(path: str) -> Reply:
            return answer(path, reports(measures), workers=workers)

        class Handler(_Handler):
            reply_to = staticmethod(reply)

        try:
            self._server = ThreadingHTTPServer((host, port), Handler)
        except OSError as error:
            raise HealthAddressError(f"{host}:{port}: {error.strerror}") from error
        self._thread = Thread(target=self._server.serve_forever, daemon=True)

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def close(self) -> None:
        """Stop answering and free the address."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()


def answer(path: str, found: list[WorkerReport], *, workers: int) -> Reply:
    """Return the answer of the health server for ``path``."""
    route = path.partition("?")[0]
    if route == "/metrics":
        return HTTPStatus.OK, CONTENT_TYPE_LATEST, metrics(found)
    if route not in {"/healthz", "/readyz"}:
        return HTTPStatus.NOT_FOUND, _TEXT, b"There is /healthz, /readyz, /metrics.\n"
    living = [report for report in found if report.silent_for < SILENT_TOO_LONG]
    good = len(living) >= workers
    if route == "/readyz":
        good = good and all(report.commit >= 0 for report in living)
    body = json.dumps({"ok": good, "workers": [_state(r) for r in living]})
    status = HTTPStatus.OK if good else HTTPStatus.SERVICE_UNAVAILABLE
    return status, _JSON, body.encode() + b"\n"


def metrics(found: Iterable[WorkerReport]) -> bytes:
    """Return the counters in the text format of Prometheus."""
    registry = CollectorRegistry()
    registry.register(_Collector(list(found)))
    return generate_latest(registry)


def _state(report: WorkerReport) -> dict[str, object]:
    known = asdict(report)
    return {key: known[key] for key in ("pid", "silent_for", "commit", "position")}


class _Collector(Collector):
    """Turns reports into metrics."""

    def __init__(self, found: list[WorkerReport]) -> None:
        self._reports = found

    def collect(self) -> Iterator[Metric]:  # type: ignore[explicit-override] # typing.override is Python 3.12's
        """Yield every metric."""
        yield self._requests()
        yield self._durations()
        yield self._total("dateline_sent_bytes", "Bytes of bodies sent.", "sent")
        yield self._total("dateline_memory_hits", "Answers from memory.", "hits")
        yield self._total(
            "dateline_memory_misses", "Answers looked up in the store.", "misses"
        )
        yield self._each("dateline_store_commit", "Commit that is served.", "commit")
        yield self._each(
            "dateline_journal_position", "Last journal entry in the store.", "position"
        )

    def _requests(self) -> Metric:
        family = CounterMetricFamily(
            "dateline_requests", "Requests answered.", labels=["status"]
        )
        statuses = sorted({s for r in self._reports for s in r.requests})
        for status in statuses:
            number = sum(r.requests.get(status, 0) for r in self._reports)
            if number:
                family.add_metric([str(status or "other")], number)
        return family

    def _durations(self) -> Metric:
        family = HistogramMetricFamily(
            "dateline_request_seconds", "Time to work out an answer."
        )
        bounds = [str(bound / _NANOSECONDS) for bound in BUCKETS] + ["+Inf"]
        total = 0.0
        cumulative = []
        for n, bound in enumerate(bounds):
            total += sum(r.durations[n] for r in self._reports)
            cumulative.append((bound, total))
        family.add_metric([], cumulative, sum(r.seconds for r in self._reports))
        return family

    def _total(self, name: str, about: str, field: str) -> Metric:
        total = sum(getattr(report, field) for report in self._reports)
        return CounterMetricFamily(name, about, value=total)

    def _each(self, name: str, about: str, field: str) -> Metric:
        family = GaugeMetricFamily(name, about, labels=["worker"])
        for number, report in enumerate(self._reports):
            family.add_metric([str(number)], getattr(report, field))
        return family


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and writes no log."""

    timeout = 10
    server_version = "dateline"
    sys_version = ""

    @staticmethod
    def reply_to(path: str) -> Reply:
        """Return the answer for a path; each server sets its own."""
        raise LookupError(path)

    def do_GET(self) -> None:
        """Answer."""
        status, kind, body = self.reply_to(self.path)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:  # type: ignore[explicit-override] # as above
        """Write nothing."""
