"""The audit's report: what was judged, by whom, and what they said."""

from dataclasses import dataclass, field
from datetime import date

from bench.table import machine
from tools.audit import lighthouse, slow_line
from tools.audit.lighthouse import Verdict
from tools.audit.slow_line import Wait
from tools.judges import nu
from tools.judges.budgets import Line, markdown

_HEAD = """# Audit

What the judges say of every page of the demo. `make audit` starts it, asks them all,
and writes this page; `make test` asks the same judges, Lighthouse and the slow line
apart, over a demo with fewer stories.

{day}, {machine}, {browser}.
"""

_JUDGES = """
## Judges

| judge | over | found |
|---|---|---|
{rows}
"""

_LIGHTHOUSE = """
## Lighthouse {version}

A telephone as Lighthouse simulates it, the median of {runs} runs; at least {least} is
demanded in each category. "Short of full marks" is what a weighed audit of the last
run still asks for.

| page | performance | accessibility | best practices | SEO | short of full marks |
|---|---|---|---|---|---|
{rows}
"""

_SLOW = """
## Words on a 2G line

Seconds to the first words (First Contentful Paint) for somebody who was never here
before, with an empty cache: Chrome's "Regular 2G" (250 kbit/s down, 50 up, 300 ms to
each answer) and a processor {slower} times slower than this one. At most {most:g};
the median of {runs} runs.

| page | seconds |
|---|---|
{rows}
"""

_BUDGETS = """
## Budgets

Bytes as they travel with Brotli, at 360 px with two pixels to each; the page that
costs most.

{table}
"""


@dataclass(kw_only=True)
class Report:
    """What was found, judge by judge."""

    browser: str
    judges: list[tuple[str, str, list[str]]] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    waits: list[Wait] = field(default_factory=list)
    budgets: list[Line] = field(default_factory=list)

    def faults(self) -> list[str]:
        """Return everything that is not as it must be, a line each."""
        said = [f"{name}: {each}" for name, _, all_ in self.judges for each in all_]
        said += [f"Lighthouse: {v}" for v in self.verdicts if not v.is_good]
        said += [f"2G: {wait}" for wait in self.waits if not wait.is_good]
        return said + [f"budget: {b}" for b in self.budgets if b.found > b.most]

    def markdown(self, day: date) -> str:
        """Return the page for ``docs/``; parts that were not asked for are left out."""
        rows = "\n".join(f"| {n} | {over} | {len(f)} |" for n, over, f in self.judges)
        text = _HEAD.format(
            day=f"{day.day} {day:%B %Y}", machine=machine(), browser=self.browser
        )
        text += _JUDGES.format(rows=rows)
        if self.verdicts:
            text += _LIGHTHOUSE.format(
                version=lighthouse.VERSION,
                runs=lighthouse.RUNS,
                least=lighthouse.LEAST,
                rows="\n".join(map(str, self.verdicts)),
            )
        if self.waits:
            text += _SLOW.format(
                slower=slow_line.SLOWER,
                most=slow_line.MOST,
                runs=slow_line.RUNS,
                rows="\n".join(map(str, self.waits)),
            )
        return text + _BUDGETS.format(table=markdown(self.budgets))


NU = f"Nu HTML checker {nu.VERSION}"
