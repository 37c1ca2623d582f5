"""The ``dateline`` command."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from dateline import __version__
from dateline.cli.commands.backup import backup, restore
from dateline.cli.commands.demo import demo
from dateline.cli.commands.doctor import doctor
from dateline.cli.commands.explain import explain
from dateline.cli.commands.export import export
from dateline.cli.commands.ingest import ingest
from dateline.cli.commands.init import init
from dateline.cli.commands.journal import ls, show, verify
from dateline.cli.commands.page import page
from dateline.cli.commands.parse import parse
from dateline.cli.commands.rebuild import rebuild
from dateline.cli.commands.run import follow, run
from dateline.cli.commands.story import correct, kill, publish, withdraw
from dateline.cli.commands.user import add
from dateline.cli.commands.wires import wires
from dateline.errors import DatelineError


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """A command as it is listed: its words, its function, an example."""

    name: str
    does: Callable[..., None]
    example: str
    panel: str = ""


SITE, DESK, PRESS = "A site", "The desk", "The press"

COMMANDS: Sequence[Command] = (
    Command(
        name="init",
        does=init,
        panel=SITE,
        example="dateline init banyan --name 'The Banyan Post'",
    ),
    Command(name="demo", does=demo, panel=SITE, example="dateline demo --fresh"),
    Command(name="run", does=run, panel=SITE, example="dateline run --site banyan"),
    Command(
        name="doctor",
        does=doctor,
        panel=SITE,
        example="dateline doctor --site banyan",
    ),
    Command(
        name="backup",
        does=backup,
        panel=SITE,
        example="dateline backup banyan-monday.tar.zst --site banyan",
    ),
    Command(
        name="restore",
        does=restore,
        panel=SITE,
        example="dateline restore banyan-monday.tar.zst banyan-again",
    ),
    Command(
        name="parse",
        does=parse,
        panel=DESK,
        example="dateline parse summit.xml | jq .headline",
    ),
    Command(
        name="ingest",
        does=ingest,
        panel=DESK,
        example="dateline ingest summit.xml --source meridian",
    ),
    Command(
        name="wires",
        does=wires,
        panel=DESK,
        example="dateline wires --watch",
    ),
    Command(
        name="publish",
        does=publish,
        panel=DESK,
        example="dateline publish x7k2mb",
    ),
    Command(
        name="correct",
        does=correct,
        panel=DESK,
        example="dateline correct x7k2mb --note 'The year was wrong.'",
    ),
    Command(
        name="withdraw",
        does=withdraw,
        panel=DESK,
        example="dateline withdraw x7k2mb --notice 'Withdrawn at the author’s wish.'",
    ),
    Command(
        name="kill",
        does=kill,
        panel=DESK,
        example="dateline kill x7k2mb --reason 'Order of the High Court, 15 December'",
    ),
    Command(
        name="export",
        does=export,
        panel=DESK,
        example="dateline export x7k2mb --as newsml-g2",
    ),
    Command(
        name="rebuild",
        does=rebuild,
        panel=PRESS,
        example="dateline rebuild --site banyan",
    ),
    Command(
        name="follow",
        does=follow,
        panel=PRESS,
        example="dateline follow --serve --site reader-1",
    ),
    Command(
        name="explain",
        does=explain,
        panel=PRESS,
        example="dateline explain https://example.in/world/",
    ),
    Command(
        name="page",
        does=page,
        panel=PRESS,
        example="dateline page /world/ --as-of 2019-09-18T10:00+05:30",
    ),
)

JOURNAL_COMMANDS: Sequence[Command] = (
    Command(name="ls", does=ls, example="dateline journal ls --limit 50"),
    Command(name="show", does=show, example="dateline journal show 17"),
    Command(name="verify", does=verify, example="dateline journal verify --json"),
)

USER_COMMANDS: Sequence[Command] = (
    Command(name="add", does=add, example="dateline user add meera --role editor"),
)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"dateline {__version__}\n")
        raise typer.Exit


def _root(
    *,
    site: Annotated[
        str, typer.Option("--site", help="The site's folder, for any command.")
    ] = "",
    _version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_version, help="Print the version."
        ),
    ] = False,
) -> None:
    """Agency copy in, a live news site out, an archive that never loses a line."""
    if site:
        os.environ["DATELINE_SITE"] = site


def command_line() -> typer.Typer:
    """Return the command line with every command of the tables above."""
    app = _group()
    app.callback(epilog="Begin with: dateline demo")(_root)
    _add(app, COMMANDS)
    journal = _group(help="Look into the journal of what was published.")
    _add(journal, JOURNAL_COMMANDS)
    app.add_typer(
        journal,
        name="journal",
        rich_help_panel=PRESS,
        epilog="Example: dateline journal verify",
    )
    user = _group(help="The people of the newsroom.")
    _add(user, USER_COMMANDS)
    app.add_typer(
        user,
        name="user",
        rich_help_panel=DESK,
        epilog="Example: dateline user add meera --role editor",
    )
    return app


def _group(**words: Any) -> typer.Typer:  # noqa: ANN401 - Typer's own words
    """Return an empty group; a callback keeps one with a single command a group."""
    return typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["-h", "--help"]},
        **words,
    )


def _add(app: typer.Typer, commands: Sequence[Command]) -> None:
    for each in commands:
        app.command(
            each.name,
            epilog=f"Example: {each.example}",
            rich_help_panel=each.panel or None,
        )(each.does)


def main(arguments: Sequence[str] | None = None) -> None:
    """Do what the command line says and exit: 0 if done, 1 if not, 2 if misspoken."""
    try:
        command_line()(arguments, prog_name="dateline")
    except DatelineError as error:
        from dateline.cli.words import say_error

        say_error(error)
        sys.exit(error.exit_code)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        from dateline.cli.words import say_error

        what = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        say_error(DatelineError(what, hint="Check the path, its rights and the disk."))
        sys.exit(1)
