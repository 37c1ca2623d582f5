"""Finding the line of ``dateline.toml`` that a value stands on.

The standard reader gives values without lines. Errors should name one, so this
looks for the header and the key again in the text; where it cannot tell, it
names the nearest line that it can.
"""

import re

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(#.*)?$")
_STEP = re.compile(r"\.?([A-Za-z0-9_-]+)|\[(\d+|\.\.\.)\]")


def steps_of(path: str) -> list[str | int]:
    """Return the steps of a path such as ``$.cities[3].latitude``."""
    found: list[str | int] = []
    for name, number in _STEP.findall(path.removeprefix("$")):
        found.append(name or (int(number) if number != "..." else 0))
    return found


def line_of(text: str, path: str) -> int:
    """Return the line (from 1) on which the value at ``path`` stands."""
    lines = text.splitlines()
    steps = steps_of(path)
    if "[...]" in path:  # below a table whose name the reader does not tell
        return _anywhere(lines, str(steps[-1]))
    begin, rest = _table_of(lines, steps)
    keys = [step for step in rest if isinstance(step, str)]
    if not keys:
        return begin + 1
    key = re.compile(rf"^\s*[\"']?{re.escape(keys[0])}[\"']?\s*=")
    for number in range(begin, len(lines)):
        if number > begin and _HEADER.match(lines[number]):
            break
        if key.match(lines[number]):
            return number + 1
    return begin + 1


def _anywhere(lines: list[str], key: str) -> int:
    pattern = re.compile(rf"^\s*[\"']?{re.escape(key)}[\"']?\s*=")
    return next((n + 1 for n, line in enumerate(lines) if pattern.match(line)), 1)


def _table_of(lines: list[str], steps: list[str | int]) -> tuple[int, list[str | int]]:
    """Return the line of the deepest table header on the path, and what is left."""
    begin, depth = 0, 0
    for take in range(1, len(steps) + 1):
        number = _header(lines, steps[:take])
        if number is not None:
            begin, depth = number, take
    return begin, steps[depth:]


def _header(lines: list[str], steps: list[str | int]) -> int | None:
    name = ".".join(step for step in steps if isinstance(step, str))
    wanted = next((step for step in reversed(steps) if isinstance(step, int)), 0)
    seen = 0
    for number, line in enumerate(lines):
        found = _HEADER.match(line)
        if found and found.group(2).replace('"', "") == name:
            if seen == wanted:
                return number
            seen += 1
    return None
