"""``dateline doctor``."""

from typing import Annotated

import typer

from dateline.cli.site_option import HERE, JsonOption, SiteOption


def doctor(
    *,
    ask: Annotated[
        bool, typer.Option("--ask", help="Also ask the servers of the wires.")
    ] = False,
    as_json: JsonOption = False,
    site: SiteOption = HERE,
) -> None:
    """Check everything a site needs; exit code 1 if something is wrong."""
    from dateline.cli.check import State
    from dateline.cli.doctor import examine
    from dateline.cli.words import say_json, say_state

    failed = False
    for check in examine(site, ask=ask):
        failed = failed or check.state is State.FAIL
        if as_json:
            say_json(check)
        else:
            say_state(check.state, f"{check.name:<16} {check.said}")
            if check.remedy and check.state is not State.OK:
                say_state("", f"{'':<16} {check.remedy}")
    if failed:
        raise typer.Exit(1)
