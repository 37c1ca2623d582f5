"""Reading agency files for ``dateline parse``: lines of JSON, wrong files too."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.cli.item_forms import Form, written
from dateline.cli.site_folder import load
from dateline.errors import DatelineError
from dateline.newsroom.source_rules import find_wire, source_rules
from dateline.wire.export_json import error_line
from dateline.wire.parse import parse
from dateline.wire.source import SourceRules


class NoWireError(DatelineError):
    """The site has no wire of that name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line of output; ``wrong`` if its file could not be read."""

    text: str
    wrong: bool = False


def rules_named(name: str, site: Path) -> SourceRules:
    """Return the rules of the site's wire called ``name``; plain ones if empty.

    Raises NoWireError if the site has no such wire.
    """
    if not name:
        return SourceRules(name="file")
    settings = load(site)
    wire = find_wire(settings, name)
    if wire is None:
        known = ", ".join(each.name for each in settings.wires)
        raise NoWireError(
            f"the site has no wire called {name!r}",
            hint=f"One of: {known}." if known else "Add [wires.NAME].",
        )
    return source_rules(wire)


def read_lines(
    files: Iterable[Path], rules: SourceRules, form: Form = Form.DATELINE
) -> Iterator[Line]:
    """Yield a line for each item in the files, and for each file that is wrong."""
    for file in files:
        try:
            items = parse(file.read_bytes(), source=rules)
        except DatelineError as error:
            yield _wrong(file, str(error), error.hint)
        except OSError as error:
            yield _wrong(file, error.strerror or str(error), "Check path and rights.")
        else:
            for item in items:
                yield Line(text=written(item, form, file=str(file)))


def _wrong(file: Path, error: str, hint: str) -> Line:
    return Line(text=error_line(file=str(file), error=error, hint=hint), wrong=True)
