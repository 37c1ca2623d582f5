"""Reading a published story from the catalog, for ``dateline export``."""

from pathlib import Path

from dateline.catalog.view import Shelf, View
from dateline.cli.open_journal import reading_store
from dateline.cli.site_folder import load
from dateline.cli.story_address import story_id_of
from dateline.errors import DatelineError
from dateline.news.item import Item
from dateline.wire.story_item import story_item


class NotPublicError(DatelineError):
    """The story is not public, or not any more."""

    hint = "Only what readers can see is exported: `dateline publish` comes first."


def public_story(site: Path, text: str) -> Item:
    """Return a story as readers see it now.

    Raises:
        NotPublicError: it was never published, or it was withdrawn or killed.
        NoStoryError: ``text`` names no story.
    """
    settings, story_id = load(site), story_id_of(text)
    with reading_store(settings) as store, store.read() as tx:
        view = View(Shelf(tx=tx))
        story, gone = view.story(story_id), view.gone(story_id)
        if story is None or gone is not None:
            fate = f"was {gone.fate}" if gone is not None else "is not public"
            raise NotPublicError(f"story {story_id} {fate}")
        pictures = {each: view.picture(each) for each in story.pictures}
        topics = {each: view.topic(each) for each in story.topics}
        return story_item(
            story,
            site=view.site(),
            pictures={key: each for key, each in pictures.items() if each},
            topics={key: each.name for key, each in topics.items() if each},
        )
