"""An editor who never rests, to be killed at any point: publishes story after story.

    python publisher.py NOTES

Writes one line before and one after each action to NOTES, unbuffered, so that
whoever killed it knows how far it came.
"""

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from dateline.cli.desk_work import open_newsroom
from dateline.news.block import Block, BlockKind

PAUSE = 0.15
"""Seconds between two stories: SQLite has one writer, and others want to write."""


def main(notes):
    """Publish, update and withdraw stories until killed."""
    settings = open_newsroom(Path(os.environ["DATELINE_SITE"]))
    from dateline.newsroom.actions.publish import Publish  # noqa: PLC0415 - Django first
    from dateline.newsroom.actions.save import Save  # noqa: PLC0415 - Django first
    from dateline.newsroom.editor_body import editor_body  # noqa: PLC0415 - Django first
    from dateline.newsroom.models.story import Story  # noqa: PLC0415 - Django first

    sections = [section.id for section in settings.site.sections]
    with notes.open("a", buffering=1, encoding="utf-8") as file:
        number = sum(line.startswith("begin") for line in notes.open())
        while True:
            number += 1
            now = datetime.now(UTC)
            story = Story(
                headline=f"Report {number} from the desk",
                section_id=sections[number % len(sections)],
                body=editor_body(_body(f"This is report {number}.")),
            )
            file.write(f"begin {number}\n")
            Save(story=story, now=now).execute()
            Publish(story=story, now=now).execute()
            file.write(f"done {number} {story.public_id}\n")
            time.sleep(PAUSE)


def _body(text):
    return (Block(kind=BlockKind.PARAGRAPH, text=text),)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
