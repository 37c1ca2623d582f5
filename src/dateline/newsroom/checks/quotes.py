"""Quotes that open and never close, or close and never opened."""

from collections.abc import Iterator

from dateline.news.block import BlockKind
from dateline.newsroom.checks.remark import Copy, Remark
from dateline.newsroom.inline_text import plain_of

_HINT = "Close the quote, or open the next paragraph with one if it goes on there."


def find(copy: Copy) -> Iterator[Remark]:
    """Yield a remark for each paragraph whose double quotes do not pair.

    A quotation that runs on leaves its paragraph open and opens the next one.
    """
    paragraphs = [
        (f"body {number}", plain_of(block.text))
        for number, block in enumerate(copy.story.body, start=1)
        if block.kind is BlockKind.PARAGRAPH
    ]
    followers = [text for _, text in paragraphs[1:]] + [""]
    for (field, text), following in zip(paragraphs, followers, strict=False):
        balance = _balance(text)
        runs_on = balance > 0 and following.lstrip()[:1] in {'"', "“"}
        if balance and not runs_on:
            yield _remark(field)
    for field, text in (
        ("headline", copy.story.headline),
        ("standfirst", copy.story.standfirst),
    ):
        if _balance(text):
            yield _remark(field)


def _balance(text: str) -> int:
    """Return more than 0 if a quote is left open, less if one was never opened."""
    curly = text.count("“") - text.count("”")
    return curly or text.count('"') % 2


def _remark(field: str) -> Remark:
    message = "a quotation mark has no partner"
    return Remark(check="quotes", field=field, message=message, hint=_HINT)
