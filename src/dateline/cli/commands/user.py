"""``dateline user add``."""

from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli.site_option import HERE, JsonOption, SiteOption


class Role(StrEnum):
    """What a person may do; see the newsroom's own table of rights."""

    REPORTER = "reporter"
    PICTURE_EDITOR = "picture-editor"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"


def add(
    name: Annotated[str, typer.Argument(help="The log-in.")],
    *,
    role: Annotated[Role, typer.Option(help="What the person may do.")] = Role.REPORTER,
    email: Annotated[str, typer.Option(help="A mail address.")] = "",
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from stdin.")
    ] = False,
    as_json: JsonOption = False,
    site: SiteOption = HERE,
) -> None:
    """Create a log-in for the newsroom and print its password, once.

    The password is made up unless one is given on standard input.
    """
    import sys

    from dateline.cli.people import add_person
    from dateline.cli.words import say, say_json

    given = sys.stdin.readline().rstrip("\n") if password_stdin else ""
    person = add_person(site, name=name, role=role, email=email, password=given)
    if as_json:
        say_json(person)
    elif given:
        say(f"{person.name}: {person.role}, {person.url}")
    else:
        say(f"{person.name}: {person.role}, password {person.password}, {person.url}")
