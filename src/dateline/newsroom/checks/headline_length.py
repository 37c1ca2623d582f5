"""A headline too long to be one."""

from collections.abc import Iterator

from dateline.newsroom.checks.remark import Copy, Remark

LIMIT = 140
"""Longest headline in characters."""


def find(copy: Copy) -> Iterator[Remark]:
    """Yield a remark for a headline over the limit."""
    length = len(copy.story.headline)
    if length > LIMIT:
        yield Remark(
            check="headline length",
            field="headline",
            message=f"the headline has {length} characters, over {LIMIT}",
            hint="Say it shorter; the standfirst has room for the rest.",
        )
