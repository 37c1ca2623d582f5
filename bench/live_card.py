"""The card of a live blog, as the store has it: for the bench and for the tests."""

from datetime import UTC, datetime

from dateline.news.live import RUNNING
from dateline.news.story import Card

NOW = datetime(2016, 12, 15, 13, 0, tzinfo=UTC)


def live_card(story_id: str, path: str, *, state: str = RUNNING) -> Card:
    """Return the card of a blog that is running, or in another state."""
    return Card(
        id=story_id,
        path=path,
        language="en",
        headline="Leaders meet",
        standfirst="",
        section="world",
        located=(),
        byline=(),
        agency="",
        credit="",
        picture="",
        urgency=5,
        first_published=NOW,
        live=state,
    )
