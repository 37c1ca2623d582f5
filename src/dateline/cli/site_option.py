"""Which site a command is about: ``--site``, DATELINE_SITE, or the folder one is in."""

from pathlib import Path
from typing import Annotated

import typer

SiteOption = Annotated[
    Path,
    typer.Option(
        "--site",
        envvar="DATELINE_SITE",
        help="The site's folder; the current one if left out.",
        file_okay=False,
    ),
]

JsonOption = Annotated[
    bool, typer.Option("--json", help="Print JSON, for a program to read.")
]

HERE = Path()
