"""The search index, as commands look at it."""

import time
from collections.abc import Iterator

from dateline.cli.check import Check, fail, ok, warn
from dateline.cli.lock import SEARCH, is_held
from dateline.cli.parts.search import search_once
from dateline.cli.receipt import Line, gone_line
from dateline.errors import DatelineError
from dateline.journal.reader import Journal
from dateline.search.ask import Reader
from dateline.search.follow import check_position, must_rebuild
from dateline.search.index import is_there, open_index, standing
from dateline.settings import Settings
from dateline.store import folder

PATIENCE = 600.0
"""Seconds to wait for an index to be made again: 100,000 stories take half a minute."""

_LOOK = 0.02


def has_index(settings: Settings) -> bool:
    """Return whether there is a search index."""
    return is_there(folder.current(settings.search_path))


def search_lines(settings: Settings, story_id: str, *, last: int) -> Iterator[Line]:
    """Yield the state of a killed story in the search index, if there is one.

    Waits until the index has passed entry ``last``, and until its files hold no
    word of what was killed; where nobody follows that is done here and now.
    """
    if not settings.search or not (has_index(settings) or _is_followed(settings)):
        return
    passed = _wait_for(settings, last)
    reader = Reader(settings.search_path)
    good = passed and not reader.has(story_id)
    yield gone_line("search index", story_id, good=good)
    wiped = not folder.remains(settings.search_path)
    yield gone_line("search files", "words of its copy", good=wiped)


def check_search(settings: Settings, journal: Journal) -> Check:
    """Check the search index against the journal."""
    if not settings.search:
        return ok("search", "turned off in dateline.toml")
    if not has_index(settings):
        remedy = "`dateline run` or `dateline rebuild --search` makes it."
        return warn("search", "there is no index yet", remedy)
    try:
        at = standing(open_index(folder.current(settings.search_path)).searcher())
        check_position(journal, at.position)
    except DatelineError as error:
        return fail("search", str(error), error.hint)
    if must_rebuild(settings.search_path):
        remedy = (
            "It is made again when the site starts; or `dateline rebuild --search`."
        )
        return warn("search", "the index was made by another version", remedy)
    behind = journal.head()[0] - at.position.seq
    if behind and not _is_followed(settings):
        said = f"{behind} entries behind the journal, and nothing follows"
        return warn("search", said, "Start the site: `dateline run`.")
    return ok("search", f"at entry {at.position.seq}, {behind} behind the journal")


def _is_followed(settings: Settings) -> bool:
    return is_held(settings.data / SEARCH)


def _wait_for(settings: Settings, last: int) -> bool:
    """Wait until the index has passed an entry and is wiped; return whether."""
    end = time.monotonic() + PATIENCE
    while not _is_done(settings, last):
        if not _is_followed(settings):
            search_once(settings)
            return _is_done(settings, last)
        if time.monotonic() > end:
            return False
        time.sleep(_LOOK)
    return True


def _is_done(settings: Settings, last: int) -> bool:
    passed = Reader(settings.search_path).position() >= last
    return passed and not folder.remains(settings.search_path)
