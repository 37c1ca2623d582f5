"""The table of Media Topics that lies in the package, as it was read.

It stands apart from ``media_topics``, for that may be compiled (decision 0032).
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """Names by topic and language, the topic above, the topic of a subject code."""

    names: dict[str, dict[str, str]]
    broader: dict[str, str]
    subjects: dict[str, str]


@lru_cache(maxsize=1)
def table() -> Table:
    """Read the table; it lies in the package."""
    text = (files("dateline.wire") / "media_topics.json").read_bytes()
    return Table(**json.loads(text))
