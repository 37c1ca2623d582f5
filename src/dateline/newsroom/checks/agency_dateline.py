"""Agency copy without a dateline."""

from collections.abc import Iterator

from dateline.newsroom.checks.remark import Copy, Remark


def find(copy: Copy) -> Iterator[Remark]:
    """Yield a remark if agency copy does not say where it was written."""
    story = copy.story
    if (story.agency or story.credit) and not story.located:
        yield Remark(
            check="agency dateline",
            field="located",
            message="agency copy without a dateline",
            hint="Say where it was written: NAGATO, Japan.",
        )
