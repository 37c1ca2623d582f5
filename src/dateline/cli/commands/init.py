"""``dateline init``."""

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[Path, typer.Argument(help="A new or empty folder.")],
    *,
    name: Annotated[str, typer.Option(help="The paper's name.")] = "",
    url: Annotated[str, typer.Option(help="Its address, as readers reach it.")] = "",
    zone: Annotated[str, typer.Option(help="Its time zone.")] = "Asia/Kolkata",
    contact: Annotated[
        str, typer.Option(help="A mail address; turns on weather.")
    ] = "",
    port: Annotated[int, typer.Option(help="The first of three ports.")] = 8000,
) -> None:
    """Make a new site: a folder with a commented dateline.toml."""
    from dateline.cli.new_site import NewSite, make_site
    from dateline.cli.words import remark, say

    title = name or folder.resolve().name.replace("-", " ").title()
    new = NewSite(name=title, url=url, zone=zone, contact=contact, port=port)
    settings = make_site(folder, new)
    say(str(settings.root / "dateline.toml"))
    remark("Read it through, then: dateline run --site " + str(folder))
