"""``dateline demo``."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.site_option import JsonOption


def demo(
    folder: Annotated[Path, typer.Argument(help="Where it is made.")] = Path(
        "demo-site"
    ),
    *,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Throw the last one away.")
    ] = False,
    stories: Annotated[
        int, typer.Option(help="At least 12; a smaller paper is made sooner.")
    ] = 0,
    port: Annotated[int, typer.Option(help="The first of three ports.")] = 0,
    pace: Annotated[
        float, typer.Option(help="Seconds between two items of the wires.")
    ] = 20.0,
    embargo: Annotated[
        float, typer.Option(help="Seconds until the embargoed item may be read.")
    ] = 180.0,
    only_make: Annotated[
        bool, typer.Option("--only-make", help="Make the site, do not start it.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Make and start a whole newspaper to look at: The Banyan Post.

    It needs no network. Two wires keep sending; one item is under embargo for
    three minutes; one story comes in two versions; one is killed by its agency.
    """
    from dateline.cli.demo.make_site import Wish
    from dateline.cli.demo.show import Pace, show_demo

    wish = Wish(folder=folder, stories=stories, port=port, fresh=fresh)
    show_demo(
        wish, Pace(pace=pace, embargo=embargo), start=not only_make, as_json=as_json
    )
