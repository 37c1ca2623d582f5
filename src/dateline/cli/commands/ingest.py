"""``dateline ingest``."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.site_option import HERE, JsonOption, SiteOption


def ingest(
    files: Annotated[list[Path], typer.Argument(help="Agency files.", metavar="FILE…")],
    *,
    source: Annotated[
        str, typer.Option(help="The wire they came by; may be left out if clear.")
    ] = "",
    as_json: JsonOption = False,
    site: SiteOption = HERE,
) -> None:
    """Take agency files into the newsroom and say what became of each item.

    The same rules hold as for files that are dropped: read twice, taken once.
    """
    from dateline.cli.take_files import say_taken, take_files

    if not say_taken(take_files(site, files, source=source), as_json=as_json):
        raise typer.Exit(1)
