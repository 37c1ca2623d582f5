"""``dateline page``."""

from datetime import datetime
from typing import Annotated

import typer

from dateline.cli.site_option import HERE, SiteOption


def page(
    address: Annotated[str, typer.Argument(help="A page's address or path.")],
    *,
    as_of: Annotated[
        str, typer.Option(help="The moment, with its zone: 2019-09-18T10:00+05:30.")
    ] = "",
    entry: Annotated[int, typer.Option(help="Instead: the last entry to count.")] = 0,
    site: SiteOption = HERE,
) -> None:
    """Print a page as it was at any moment, made again from the journal.

    Its moving parts (weather, date, ticker) are left out. What was killed since
    is gone from the past as well.
    """
    from dateline.archive.as_of import page_as_of
    from dateline.cli.open_journal import reading_journal
    from dateline.cli.page_text import NoPageError, text_of
    from dateline.cli.site_folder import load
    from dateline.cli.story_address import path_in
    from dateline.cli.words import say

    try:
        moment = datetime.fromisoformat(as_of) if as_of else None
    except ValueError as error:
        raise typer.BadParameter(f"{as_of!r} is no moment") from error
    if moment is not None and moment.tzinfo is None:
        raise typer.BadParameter(f"{as_of!r} has no zone: add one, such as +05:30")
    settings = load(site)
    path = path_in(address)
    with reading_journal(settings) as journal:
        found = page_as_of(journal, path, moment=moment, entry=entry or None)
    if found is None:
        raise NoPageError(f"there was no page at {path} then")
    say(text_of(found))
