"""Write the generated pages of ``docs/``: commands and settings.

``python tools/make_docs.py`` writes them; ``tests/house/test_docs.py`` fails
when they are not what this would write.
"""

import sys
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin

import msgspec
import typer

from dateline.cli.main import command_line
from dateline.cli.site_file import SiteFile

ROOT = Path(__file__).parents[1]
MADE = "<!-- Made by tools/make_docs.py; change the code instead. -->"


def commands_page() -> str:
    """Return ``docs/commands.md``: every command with options and example."""
    root: Any = typer.main.get_command(command_line())
    lines = ["# Commands", "", MADE, ""]
    for name, command in _walk(root, "dateline"):
        lines += [f"## `{name}`", "", _words(command.help), ""]
        for parameter in command.params:
            if parameter.name == "help":
                continue
            said = getattr(parameter, "help", "") or ""
            is_argument = parameter.param_type_name == "argument"
            word = parameter.name.upper() if is_argument else ", ".join(parameter.opts)
            lines.append(f"- `{word}`: {_words(said)}")
        if command.epilog:
            lines += ["", _words(command.epilog)]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def _walk(command: Any, name: str) -> list[tuple[str, Any]]:
    inner = getattr(command, "commands", None)
    if not inner:
        return [(name, command)]
    found = []
    for word, each in inner.items():
        found += _walk(each, f"{name} {word}")
    return found


def settings_page() -> str:
    """Return ``docs/settings.md``: every table and name of ``dateline.toml``."""
    lines = ["# Settings: `dateline.toml`", "", MADE, ""]
    for table in _tables(SiteFile):
        lines += [
            "## " + _words(table.__doc__).replace("``", "`").rstrip("."),
            "",
            "| name | type | default |",
        ]
        lines.append("|---|---|---|")
        for inner in msgspec.structs.fields(table):
            if _table_in(inner.type):
                continue
            if inner.required:
                default = "must be there"
            elif inner.default is not msgspec.NODEFAULT:
                default = f"`{inner.default!r}`"
            else:
                default = "empty"
            lines.append(f"| `{inner.name}` | {_type(inner.type)} | {default} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _tables(holder: Any) -> list[Any]:
    """Return the tables in a table, each before those that stand in it."""
    found = []
    for field in msgspec.structs.fields(holder):
        table = _table_in(field.type)
        found += [table, *_tables(table)] if table else []
    return found


def _table_in(kind: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind
    return next((t for t in map(_table_in, get_args(kind)) if t is not None), None)


def _type(kind: Any) -> str:
    if get_origin(kind) in {tuple, list}:
        return f"list of {_type(get_args(kind)[0])}"
    if get_origin(kind) is dict or isinstance(kind, UnionType):
        return "table of text"
    return {str: "text", int: "whole number", float: "number", bool: "true or false"}[
        kind
    ]


PAGES = {"docs/commands.md": commands_page, "docs/settings.md": settings_page}


def main() -> int:
    """Write the pages; with ``--check`` only say whether they are current."""
    stale = []
    for name, make in PAGES.items():
        path, text = ROOT / name, make()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
    for name in stale:
        print(f"{'stale' if '--check' in sys.argv else 'written'}: {name}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
