"""``dateline rebuild``."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.site_option import HERE, JsonOption, SiteOption


def rebuild(
    *,
    afresh: Annotated[
        bool, typer.Option("--afresh", help="Do not go on with an unfinished one.")
    ] = False,
    workers: Annotated[int, typer.Option(help="Processes that make pages.")] = 2,
    search: Annotated[
        bool, typer.Option("--search", help="The search index alone, not the store.")
    ] = False,
    as_json: JsonOption = False,
    site: SiteOption = HERE,
) -> None:
    """Make the whole store again from the journal; or the search index.

    It is made beside the one that is served and takes its place when it is
    whole. A store that was stopped goes on where it was.
    """
    if search:
        _rebuild_index(site, as_json=as_json)
    else:
        _rebuild_store(site, afresh=afresh, workers=workers, as_json=as_json)


def _rebuild_store(site: Path, *, afresh: bool, workers: int, as_json: bool) -> None:
    from dateline.cli.lock import REBUILD, held
    from dateline.cli.open_journal import reading_journal
    from dateline.cli.site_folder import load
    from dateline.cli.words import progress, say, say_json
    from dateline.press.rebuild import rebuild as make_store

    settings = load(site)
    with (
        reading_journal(settings) as journal,
        held(settings.data / REBUILD, what="the store is being rebuilt already"),
        progress("Rebuilding") as progressed,
    ):
        made = make_store(
            journal,
            settings.store_path,
            workers=workers,
            afresh=afresh,
            progressed=progressed,
        )
    if as_json:
        say_json(
            {"entries": made.entries, "pages": made.pages, "store": str(made.store)}
        )
    else:
        say(f"{made.pages} pages made from {made.entries} entries: {made.store}")


def _rebuild_index(site: Path, *, as_json: bool) -> None:
    from dateline.cli.lock import REBUILD_SEARCH, SEARCH, held, is_held
    from dateline.cli.open_journal import reading_journal
    from dateline.cli.site_folder import load
    from dateline.cli.words import progress, say, say_json
    from dateline.search.index import open_index, standing
    from dateline.search.rebuild import rebuild as make_index

    settings = load(site)
    with (
        reading_journal(settings) as journal,
        held(settings.data / REBUILD_SEARCH, what="the index is being rebuilt already"),
        progress("Indexing") as progressed,
    ):
        place = make_index(
            journal,
            settings.search_path,
            progressed=progressed,
            clear=not is_held(settings.data / SEARCH),
        )
    searcher = open_index(place).searcher()
    entries, stories = standing(searcher).position.seq, searcher.num_docs - 1
    if as_json:
        say_json({"entries": entries, "stories": stories, "index": str(place)})
    else:
        say(f"{stories} stories indexed from {entries} entries: {place}")
