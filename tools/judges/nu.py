"""The Nu HTML checker, from npm, over pages as readers are answered."""

import json
import shutil
import subprocess
from pathlib import Path

from tools.judges.npm import installed
from tools.judges.paper import Answer

VERSION = "26.9.27"


def checker() -> Path:
    """Return the checker's file; raises LookupError where it cannot be had."""
    if shutil.which("java") is None:
        raise LookupError("no Java on this machine: apt-get install default-jre")
    return installed("vnu-jar", VERSION) / "build" / "dist" / "vnu.jar"


def faults(pages: list[Answer], place: Path) -> list[str]:
    """Return each error and warning of the checker, with the path of its page."""
    names = {}
    for number, page in enumerate(pages):
        file = place / f"{number:05}.html"
        file.write_text(page.text, encoding="utf-8")
        names[file.name] = page.path
    words = ["java", "-Xss1m", "-jar", checker(), "--format", "json", "--stdout"]
    done = subprocess.run(
        [*map(str, words), "--exit-zero-always", str(place)],
        capture_output=True,
        text=True,
        check=True,
    )
    said = json.loads(done.stdout)["messages"]
    return [_line(message, names) for message in said]


def _line(message: dict[str, str], names: dict[str, str]) -> str:
    path = names.get(message.get("url", "").rpartition("/")[2], "?")
    kind = message.get("subType", message["type"])
    return f"{path}: {kind}: {message['message']} | {message.get('extract', '')}"
