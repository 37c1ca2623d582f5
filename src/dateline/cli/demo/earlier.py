"""A demo story as it was before it was corrected."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from dateline.cli.demo.copy import DemoStory
from dateline.news.block import Block, BlockKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """The words of a story at a moment."""

    headline: str
    standfirst: str
    body: tuple[Block, ...]


def version_at(story: DemoStory, moment: datetime) -> Version:
    """Return a story as it was at a moment: not yet updated, not yet corrected."""
    head, body = story.head, story.body
    if head.updated is not None and moment < head.updated:
        body = without_last_paragraph(body)
    found = Version(headline=head.headline, standfirst=head.standfirst, body=body)
    for note in reversed(head.corrections):
        if moment < note.moment:
            found = _with(found, note.was.items())
    return found


def _with(version: Version, words: Iterable[tuple[str, str]]) -> Version:
    for now, before in words:
        version = Version(
            headline=version.headline.replace(now, before),
            standfirst=version.standfirst.replace(now, before),
            body=tuple(
                replace(block, text=block.text.replace(now, before))
                for block in version.body
            ),
        )
    return version


def without_last_paragraph(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return a body as it was before its last paragraph was added."""
    last = max(n for n, block in enumerate(body) if block.kind is BlockKind.PARAGRAPH)
    return body[:last] + body[last + 1 :]
