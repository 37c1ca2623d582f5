"""A folder of stores, of which one is current.

    CURRENT      the name of the current store's folder
    1/  2/ …     stores; one that is not current is being made, or is old
    REMAINS      there while the current one's file may hold what was killed

A rebuild makes a new store beside the one that is served, then puts its name
into CURRENT in one step. Servers look at CURRENT and change over.
"""

import os
from pathlib import Path

CURRENT = "CURRENT"
REMAINS = "REMAINS"


def current(folder: Path) -> Path:
    """Return the folder of the current store; "1" if none was named yet."""
    try:
        name = (folder / CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        name = "1"
    return folder / (name or "1")


def following(folder: Path) -> Path:
    """Return the folder in which the next store is, or will be, made."""
    return folder / str(int(current(folder).name) + 1)


def before(store: Path) -> list[Path]:
    """Return the stores made before ``store`` that are still in its folder."""
    others = (each for each in store.parent.iterdir() if each.name.isdecimal())
    return sorted(each for each in others if int(each.name) < int(store.name))


def make_current(store: Path) -> None:
    """Name ``store`` as the current one of its folder, atomically."""
    _write(store.parent / CURRENT, store.name)


def note_remains(folder: Path, of: str) -> None:
    """Note, durably, that something is about to be removed that must be wiped.

    ``of`` tells one removal from the next.
    """
    _write(folder / REMAINS, of)


def remains(folder: Path) -> str:
    """Return of what there may be remains in the current store; "" if of nothing."""
    try:
        return (folder / REMAINS).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""


def no_remains(folder: Path) -> None:
    """Note that nothing is left of what was removed."""
    (folder / REMAINS).unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    new = path.with_name(f"{path.name}.new")
    with new.open("w", encoding="utf-8") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
