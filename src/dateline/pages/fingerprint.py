"""One hash over everything that decides how pages come out.

When it differs from the one a store was made with, all pages must be made
again: nothing in the journal would tell.
"""

import hashlib
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from dateline.news import address, history, stamp
from dateline.pages.assets import STATIC
from dateline.pages.typeset import TEMPLATES
from dateline.words.catalog import CATALOGS


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Return the hash of templates, words, style, fonts, code and template engine."""
    digest = hashlib.sha256(version("minijinja").encode())
    for file in _files():
        content = file.read_bytes()
        digest.update(f"\n{file.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _files() -> list[Path]:
    """Return all files that pages are made with, in a fixed order."""
    code = sorted(Path(__file__).parent.glob("*.py"))
    wording = [Path(stamp.__file__), Path(address.__file__), Path(history.__file__)]
    words = [*sorted(CATALOGS.parent.glob("*.py")), *_all_in(CATALOGS)]
    return [*code, *wording, *words, *_all_in(TEMPLATES), *_all_in(STATIC)]


def _all_in(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())
