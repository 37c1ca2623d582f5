"""Doing from the command line what an editor does in the newsroom.

The actions are the newsroom's own: they check, decide and write the journal.
Django is set up when the first of them is needed, and only then.
"""

import importlib.util
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateline.cli.lock import PRESS, is_held
from dateline.cli.open_journal import has_store, reading_store
from dateline.cli.parts.press import press_once
from dateline.cli.site_folder import load
from dateline.cli.tables import make_missing_tables
from dateline.errors import DatelineError
from dateline.journal.entry import Entry
from dateline.settings import Settings
from dateline.store import folder
from dateline.store.position import position

PATIENCE = 60.0
"""Seconds to wait for a running press to pass an entry."""

WIPING_PATIENCE = 600.0
"""Seconds to wait for a running press to wipe its store: 2 GB take half a minute."""

_LOOK = 0.02


class NoNewsroomError(DatelineError):
    """The newsroom is not installed here."""

    hint = "pip install 'dateline[newsroom]', or do it on the newsroom's machine."


class PressStuckError(DatelineError):
    """The press runs but does not pass an entry."""

    hint = "Look at what the press says in the log; `dateline doctor` helps."


def open_newsroom(folder: Path) -> Settings:
    """Load a site and set up its newsroom in this process; raises NoNewsroomError.

    A site that never ran gets its tables first.
    """
    settings = load(folder)
    if importlib.util.find_spec("wagtail") is None:
        raise NoNewsroomError("the newsroom is not installed here")
    from dateline.newsroom.django_settings import configure

    configure(settings)
    make_missing_tables(settings)
    return settings


def find_story(story_id: str) -> Any:  # noqa: ANN401 - Django is loaded when needed
    """Return the newsroom's story of an id; raises NoSuchStoryError."""
    from dateline.newsroom.actions.story_row import find_story as find

    return find(story_id)


def person_called(name: str) -> Any:  # noqa: ANN401 - as above
    """Return the user of that name, or None, the system itself, for no name."""
    if not name:
        return None
    from django.contrib.auth import get_user_model

    user = get_user_model().objects.filter(username=name).first()
    if user is None:
        raise DatelineError(f"nobody is called {name!r}", hint="`dateline user add`")
    return user


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """What became of something the desk did: the story, its entries, its page."""

    story: str
    entries: tuple[int, ...]
    url: str = ""
    remarks: tuple[str, ...] = ()


def seen_by_readers(
    settings: Settings, entries: Sequence[Entry], *, force: bool = False
) -> bool:
    """Wait until readers have what ``entries`` say; return whether they do.

    Without a running press nobody waits, unless ``force``: then it is made
    here and now. Raises PressStuckError if a press runs and does not get there.
    """
    if not entries:
        return True
    wanted = entries[-1].seq
    end = time.monotonic() + PATIENCE
    while _position(settings) < wanted:
        if not is_held(settings.data / PRESS):
            if not force:
                return False
            press_once(settings)
        elif time.monotonic() > end:
            raise PressStuckError(f"the press has not passed entry {wanted}")
        else:
            time.sleep(_LOOK)
    return True


def is_wiped(settings: Settings) -> bool:
    """Wait until the store's file holds nothing of what was killed; return whether.

    Where no press runs it is done here and now.
    """
    end = time.monotonic() + WIPING_PATIENCE
    while folder.remains(settings.store_path):
        if not is_held(settings.data / PRESS):
            press_once(settings)
            return not folder.remains(settings.store_path)
        if time.monotonic() > end:
            return False
        time.sleep(_LOOK)
    return True


def _position(settings: Settings) -> int:
    if not has_store(settings):
        return 0
    with reading_store(settings) as store, store.read() as tx:
        return position(tx).seq
