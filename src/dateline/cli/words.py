"""What the command line says: results on stdout, remarks and progress on stderr.

Rich decides about colour: none when NO_COLOR is set or nobody looks at a
terminal. Nothing that comes from copy, files or errors is read as markup.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import msgspec
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

from dateline.errors import DatelineError

Step = Callable[[str, int, int], None]
"""Called with a step's name, what is done and what there is to do."""

_COLOURS = {"ok": "green", "warn": "yellow", "fail": "red"}


def paper() -> Console:
    """Return the console for results."""
    return Console(markup=False, highlight=False, soft_wrap=True)


def margin() -> Console:
    """Return the console for remarks, progress and errors."""
    return Console(stderr=True, markup=False, highlight=False, soft_wrap=True)


def say(text: str) -> None:
    """Print a result."""
    paper().print(text)


def remark(text: str) -> None:
    """Print something a program that reads the results need not see."""
    margin().print(text)


def say_json(value: object) -> None:
    """Print a value as one line of JSON."""
    sys.stdout.write(msgspec.json.encode(value).decode() + "\n")


def say_state(state: str, what: str, where: str = "") -> None:
    """Print one line of a check: its state, coloured, and what was looked at."""
    line = Text.assemble((f"{state:<5}", _COLOURS.get(state, "")), " ", what)
    if where:
        line.append(f"  {where}", style="dim")
    paper().print(line)


def say_error(error: DatelineError) -> None:
    """Print what is wrong and what to do about it, on stderr."""
    out = margin()
    out.print(Text.assemble(("Error: ", "bold red"), str(error)))
    if error.hint:
        out.print(Text.assemble(("Hint: ", "bold"), error.hint))


@contextmanager
def progress(title: str) -> Iterator[Step]:
    """Show a bar a step while the block runs; a line a step where none can be."""
    out = margin()
    if not out.is_terminal:
        yield _plain(title, out)
        return
    bars: dict[str, int] = {}
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=out,
    ) as shown:

        def step(name: str, done: int, total: int) -> None:
            if name not in bars:
                bars[name] = shown.add_task(f"{title}: {name}", total=total)
            shown.update(bars[name], completed=done, total=total)  # type: ignore[arg-type] # a TaskID is an int

        yield step


def _plain(title: str, out: Console) -> Step:
    """Return a step that says when each step is done, for logs."""
    said: set[str] = set()

    def step(name: str, done: int, total: int) -> None:
        if done >= total and name not in said:
            said.add(name)
            out.print(f"{title}: {name} {done}/{total}")

    return step


def quiet() -> bool:
    """Return whether somebody asked for a calm terminal (NO_COLOR or no tty)."""
    return bool(os.environ.get("NO_COLOR")) or not sys.stderr.isatty()
