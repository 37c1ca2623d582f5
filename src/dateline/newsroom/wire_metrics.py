"""How the wires are doing, for Prometheus: ``/metrics`` on the newsroom's address.

That address is for the house only; the figures name wires and nothing else.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from dateline.newsroom.site_settings import site_settings
from dateline.newsroom.wire_standing import WireCondition, WireStanding, standings


@require_GET
def metrics(_request: HttpRequest) -> HttpResponse:
    """Answer with the wires' figures."""
    registry = CollectorRegistry()
    found = standings(site_settings(), now=timezone.now())
    registry.register(_Wires(found))
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


class _Wires(Collector):
    """Turns standings into metrics; what is not known has no sample."""

    def __init__(self, found: Sequence[WireStanding]) -> None:
        self._found = found

    def collect(self) -> Iterator[Metric]:
        """Yield every metric."""
        silent, failing = WireCondition.SILENT, WireCondition.FAILING
        yield self._each(
            "dateline_wire_silent",
            "1 while the alarm of silence stands.",
            [float(each.state is silent) for each in self._found],
        )
        yield self._each(
            "dateline_wire_failing",
            "1 while the wire cannot be read.",
            [float(each.state is failing) for each in self._found],
        )
        yield self._each(
            "dateline_wire_items_last_hour",
            "Items that came in the last hour.",
            [float(each.items) for each in self._found],
        )
        yield self._each(
            "dateline_wire_errors_last_hour",
            "Errors in the last hour.",
            [float(each.errors) for each in self._found],
        )
        yield self._each(
            "dateline_wire_lag_seconds",
            "Arrival minus version_created of the last item.",
            [each.lag for each in self._found],
        )
        yield self._each(
            "dateline_wire_last_item_timestamp_seconds",
            "When the last item came.",
            [_seconds(each.last_item) for each in self._found],
        )

    def _each(
        self, name: str, words: str, values: Sequence[float | None]
    ) -> GaugeMetricFamily:
        family = GaugeMetricFamily(name, words, labels=["wire"])
        for each, value in zip(self._found, values, strict=True):
            if value is not None:
                family.add_metric([each.name], value)
        return family


def _seconds(moment: datetime | None) -> float | None:
    return None if moment is None else moment.timestamp()
