"""Builds the package; with ``DATELINE_COMPILED=1`` its parsers as machine code.

All else about the package is said in ``pyproject.toml``. mypyc compiles the very
sources that run without it, so there is one truth; see decision 0032.
"""

import os
import re
from pathlib import Path

from setuptools import setup

FOLDERS = ("src/dateline/wire", "src/dateline/wire/formats")
# mypyc does not hand a class's options to msgspec's metaclass, loses the hint of an
# error, and knows no class of a thread's own; a dataclass with slots is made anew after
# its body.
STAYS_PYTHON = re.compile(
    r"^class \w+\([\w.]*(?:Struct|Error|local)\b|slots=True\)$", re.MULTILINE
)


def compiled() -> list[str]:
    """Give the modules that are compiled: the wire's own, without its ways in."""
    return [
        path.as_posix()
        for folder in FOLDERS
        for path in sorted(Path(folder).glob("*.py"))
        if path.name != "__init__.py" and not STAYS_PYTHON.search(path.read_text())
    ]


def extensions() -> list[object]:
    """Give the extension modules to build: none, unless they are asked for."""
    if os.environ.get("DATELINE_COMPILED") != "1":  # noqa: TID251 # asked by who builds
        return []
    from mypyc.build import mypycify  # noqa: PLC0415 # only there to compile

    options = ["--config-file", "pyproject.toml", "--no-warn-unused-configs"]
    return mypycify([*options, *compiled()], opt_level="3", group_name="dateline_wire")


if __name__ == "__main__":
    setup(ext_modules=extensions())
