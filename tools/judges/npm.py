"""Tools from npm, fetched once into a cache: none of them is a part of Dateline."""

import os
import shutil
import subprocess
from pathlib import Path

CACHE = Path(os.environ.get("DATELINE_TOOLS", Path.home() / ".cache" / "dateline"))


def installed(name: str, version: str) -> Path:
    """Return the folder of a package, installed by npm's own settings if need be.

    Raises LookupError, with one line to show, where npm or its registry is missing.
    """
    place = CACHE / f"{name}-{version}"
    package = place / "node_modules" / name
    if (package / "package.json").exists():
        return package
    npm = shutil.which("npm")
    if npm is None:
        raise LookupError(f"no npm on this machine to fetch {name}")
    place.mkdir(parents=True, exist_ok=True)
    words = "install --no-save --no-package-lock --no-audit --no-fund --ignore-scripts"
    done = subprocess.run(
        [npm, *words.split(), "--prefix", str(place), f"{name}@{version}"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or not (package / "package.json").exists():
        why = (done.stderr.strip().splitlines() or ["npm said nothing"])[-1]
        raise LookupError(f"npm cannot fetch {name} {version}: {why}")
    return package
