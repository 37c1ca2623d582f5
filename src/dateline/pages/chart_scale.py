"""From figures to places on a scale with round steps."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

STEPS = tuple(map(Decimal, ("1", "2", "2.5", "5", "10")))
_WANTED = Decimal("2.4")
"""Steps that figures should reach over at least; more crowd a telephone."""

_NEAR = Decimal("0.5")
"""A line whose lowest figure is above this share of its highest needs no zero."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """From ``low`` to ``high``, both ticks; ``ticks`` in order."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]

    def share(self, figure: Decimal) -> float:
        """Return how far along a figure stands: 0 at ``low``, 1 at ``high``."""
        return float((figure - self.low) / (self.high - self.low))


def scale_of(figures: Iterable[Decimal], *, zero: bool) -> Scale:
    """Return the scale that holds all figures; with ``zero`` it begins or ends there.

    Without, zero is left out where the figures are far from it.
    """
    found = tuple(figures)
    low, high = min(found), max(found)
    if zero or not (low > high * _NEAR > 0 or high < low * _NEAR < 0):
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        low, high = min(low, high - 1), max(high, low + 1)
    step = _step(high - low)
    first = (low / step).to_integral_value("ROUND_FLOOR")
    last = (high / step).to_integral_value("ROUND_CEILING")
    ticks = tuple(step * number for number in range(int(first), int(last) + 1))
    return Scale(low=ticks[0], high=ticks[-1], ticks=ticks)


def _step(span: Decimal) -> Decimal:
    """Return the largest round step that gives a scale enough of them."""
    size = Decimal(1).scaleb(span.adjusted())
    fitting = [
        step
        for power in (-1, 0)
        for step in (size.scaleb(power) * each for each in STEPS)
        if span / step >= _WANTED
    ]
    return max(fitting)
