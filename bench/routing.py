"""Trying a routing rule on two weeks of wire: seconds at 20,000 items.

The rows are as the intake writes them: of a few real-looking items that were taken
in, copied under uris of their own. Thirty rules are there already; one tried rule
holds for every tenth item, one for all.
"""

import argparse
import copy
import logging
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.newsroom import set_up
from bench.table import show
from bench.wire_to_page import copy_of, ninjs
from dateline.wire.source import SourceRules

BATCH = 1000
OTHERS = 30


def fill(count: int, now: datetime) -> None:
    """Take in ten items and keep ``count`` rows like theirs."""
    from dateline.newsroom import models  # noqa: PLC0415 - as above
    from dateline.newsroom.intake.take_in import take_in  # noqa: PLC0415 - Django

    models.RoutingRule.objects.bulk_create(
        models.RoutingRule(
            name=f"rule {number}",
            position=number,
            words=[f"harbour {number}", f"line{number}*"],
            subjects=["sport", "weather"][: number % 3],
            desk="Night",
        )
        for number in range(OTHERS)
    )
    rules = SourceRules(name="bench", section="world")
    for number in range(10):
        take_in(ninjs(copy_of(number)), source=rules, now=now)
    like = list(models.WireItem.objects.all())
    for begin in range(len(like), count, BATCH):
        models.WireItem.objects.bulk_create(
            rows(like, begin, min(begin + BATCH, count))
        )


def rows(like: list[Any], begin: int, end: int) -> Iterator[Any]:
    """Yield rows like those that were taken in; each tenth has another slugline."""
    for number in range(begin, end):
        row = like[number % len(like)]
        row.pk, row.uri = None, f"urn:bench:routing:{number}"
        row.slugline = "FERRY-STRIKE" if number % 10 == 0 else "BENCH-OTHER"
        yield copy.copy(row)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--items", type=int, default=20_000)
    options = arguments.parse_args()
    logging.disable(logging.INFO)
    with tempfile.TemporaryDirectory() as place:
        set_up(Path(place))
        now = datetime.now(UTC)
        fill(options.items, now)
        lines = []
        for what, conditions in (
            ("holds for a tenth", {"sluglines": ["ferry strike"]}),
            ("holds for all", {}),
        ):
            seconds, trial = tried(conditions, now)
            said = f"{trial.held:,} of {trial.asked:,} in {seconds:.2f} s"
            lines.append((what, said, "a few seconds"))
    show(f"A rule tried on {options.items:,} items, {OTHERS} rules there", lines)


def tried(conditions: dict[str, Any], now: datetime) -> tuple[float, Any]:
    """Try a rule; return seconds and the trial."""
    from dateline.newsroom.models import RoutingRule  # noqa: PLC0415 - needs Django
    from dateline.newsroom.routing.trial import try_rule  # noqa: PLC0415 - as above

    rule = RoutingRule(name="tried", section="sport", publish="publish", **conditions)
    begin = time.perf_counter()
    trial = try_rule(rule, now=now)
    return time.perf_counter() - begin, trial


if __name__ == "__main__":
    main()
