"""What a story cannot be published without."""

from collections.abc import Iterator

from dateline.news.address import RESERVED
from dateline.news.block import BlockError, check_body
from dateline.newsroom.checks.remark import Copy, Level, Remark


def find(copy: Copy) -> Iterator[Remark]:
    """Yield what would make a page broken or empty for readers."""
    story = copy.story
    if not story.headline.strip():
        yield _harm("headline", "the story has no headline", "Give it one.")
    if not story.body:
        yield _harm("body", "the story has no text", "Write at least a paragraph.")
    if story.section in RESERVED:
        message = f"“{story.section}” is an address of the site's own"
        yield _harm("section", message, "Put the story in another section.")
    try:
        check_body(story.body)
    except BlockError as error:
        yield _harm("body", str(error), error.hint)


def _harm(field: str, message: str, hint: str) -> Remark:
    return Remark(
        check="completeness",
        field=field,
        message=message,
        hint=hint,
        level=Level.HARM,
    )
