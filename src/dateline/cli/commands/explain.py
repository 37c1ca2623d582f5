"""``dateline explain``."""

from typing import Annotated

import typer

from dateline.cli.site_option import HERE, JsonOption, SiteOption


def explain(
    address: Annotated[str, typer.Argument(help="A page's address or path.")] = "",
    *,
    entry: Annotated[
        int, typer.Option(help="Tell instead what an entry made again, and why.")
    ] = 0,
    as_json: JsonOption = False,
    site: SiteOption = HERE,
) -> None:
    """Say what made a page what it is, or what an entry made again."""
    from dateline.cli.explain_text import (
        entry_text,
        explain_entry,
        explain_page,
        page_text,
    )
    from dateline.cli.site_folder import load
    from dateline.cli.words import say, say_json

    if bool(address) == bool(entry):
        raise typer.BadParameter("give an address, or --entry with a number")
    settings = load(site)
    if entry:
        run = explain_entry(settings, entry)
        say_json(run) if as_json else say(entry_text(run))
    else:
        page = explain_page(settings, address)
        say_json(page) if as_json else say(page_text(page, settings))
