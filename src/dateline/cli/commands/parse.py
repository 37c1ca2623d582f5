"""``dateline parse``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.item_forms import Form
from dateline.cli.site_option import HERE, SiteOption


def parse(
    files: Annotated[list[Path], typer.Argument(help="Agency files.", metavar="FILE…")],
    *,
    source: Annotated[
        str, typer.Option(help="Read them by the rules of this wire of the site.")
    ] = "",
    form: Annotated[
        Form, typer.Option("--as", help="Our own JSON, ninjs 3.1 or NewsML-G2 2.35.")
    ] = Form.DATELINE,
    site: SiteOption = HERE,
) -> None:
    """Read agency files and print each item: a line of JSON, or a document of XML.

    Nothing is stored. A file that cannot be read gives a line with the error
    and a hint, and the exit code is 1.
    """
    from dateline.cli.read_files import read_lines, rules_named

    wrong = False
    rules = rules_named(source, site)
    for line in read_lines(files, rules, form):
        sys.stdout.write(line.text + "\n")
        wrong = wrong or line.wrong
    if wrong:
        raise typer.Exit(1)
