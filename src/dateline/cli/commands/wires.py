"""``dateline wires``."""

from typing import Annotated

import typer

from dateline.cli.site_option import HERE, JsonOption, SiteOption


def wires(
    *,
    as_json: JsonOption = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on showing, until Ctrl-C.")
    ] = False,
    every: Annotated[
        float, typer.Option(help="Seconds between two looks with --watch.", min=0.2)
    ] = 2.0,
    site: SiteOption = HERE,
) -> None:
    """Show how each wire is doing: last item, rate, errors, lag, state.

    Items and errors are those of the last hour; lag is how long the last item
    took from the agency's version_created to us. Exit code 1 if one is silent
    for longer than its idle_alarm, or fails.
    """
    from dateline.cli.desk_work import open_newsroom

    settings = open_newsroom(site)
    # Models can be loaded only now that Django is set up.
    from dateline.cli.wires_text import are_well, show_wires, watch_wires

    if watch:
        watch_wires(settings, as_json=as_json, every=every)
    elif not are_well(show_wires(settings, as_json=as_json)):
        raise typer.Exit(1)
