"""The house of the demo's paper: who answers for it, and its own words."""

from importlib import resources
from pathlib import Path

from dateline.cli.house_file import PAGES, WORDS


def house_block() -> str:
    """Return ``[house]`` and ``[machines]`` of the demo's ``dateline.toml``."""
    return _own("house.toml")


def write_pages(folder: Path) -> None:
    """Write the demo's own words into the folder of its site."""
    (folder / PAGES).mkdir(exist_ok=True)
    for name in WORDS:
        (folder / PAGES / f"{name}.md").write_text(_own(f"{name}.md"), encoding="utf-8")


def _own(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
