"""A bounded memory: what was used longest ago goes first when it is full."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Memory(Generic[Key, Value]):
    """Values with a weight each, in all at most ``limit``.

    ``values`` may be read directly by who calls ``used`` for what it found: the
    server does so for each request, and one call less is worth it.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._weights: dict[Key, int] = {}
        self.values: OrderedDict[Key, Value] = OrderedDict()
        self.used = self.values.move_to_end
        self.weight = 0

    def keep(self, key: Key, value: Value, weight: int) -> None:
        """Keep ``value``; one heavier than an eighth of the limit is not kept."""
        self.drop(key)
        if weight > self._limit // 8:
            return
        self.values[key] = value
        self._weights[key] = weight
        self.weight += weight
        while self.weight > self._limit:
            oldest, _ = self.values.popitem(last=False)
            self.weight -= self._weights.pop(oldest)

    def drop(self, key: Key) -> None:
        """Forget ``key`` if it is there."""
        if key in self.values:
            del self.values[key]
            self.weight -= self._weights.pop(key)

    def clear(self) -> None:
        """Forget everything."""
        self.values.clear()
        self._weights.clear()
        self.weight = 0
