"""What is known while one item of NewsML-G2 is read."""

import msgspec

from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules


class Context(msgspec.Struct, kw_only=True):
    """What is known while one item is read."""

    sent: Sent
    source: SourceRules
    asserts: dict[str, str]
    headlines: list[tuple[int, str, str]] = msgspec.field(default_factory=list)
    title: str = ""
