"""``make pictures``: photographs of the demo, and the page that shows them.

The demo is started with all its stories. Its clock is today's, so pictures differ in
their dates from one taking to the next, and in nothing else.
"""

import argparse
import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console
from tools.audit.eight import eight
from tools.judges.budgets import STORY_FORM
from tools.judges.demo import Demo, shared_demo
from tools.judges.look import NARROW, WIDE, a_browser
from tools.judges.paper import Answer, read_paper
from tools.pictures.shots import SCHEMES, Shot, file_of, take, wait_for_copy

FOLDER = Path("docs/pictures")
WHERE = Path("docs/pictures.md")
ALL = 100_000
CONSOLE = Console()

_HEAD = """# What it looks like

The demo at 360 and 1280 pixels, in light and dark, as `make pictures` took it.
"""


def main() -> int:
    """Take all pictures and write the page; return 2 without a browser."""
    argparse.ArgumentParser(prog="make pictures", description=__doc__).parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        CONSOLE.print("no chromium on this machine: apt-get install chromium")
        return 2
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        with CONSOLE.status("the demo starts with all its stories"):
            demo = stack.enter_context(shared_demo(place, stories=ALL, pace=1))
        found = shots(read_paper(demo))
        shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir(parents=True)
        with CONSOLE.status("pictures"):
            _take(demo, chromium, found)
    WHERE.write_text(markdown(found), encoding="utf-8")
    total = sum(file.stat().st_size for file in FOLDER.iterdir())
    count = len(list(FOLDER.iterdir()))
    CONSOLE.print(f"{count} pictures, {total / 1024:,.0f} KB: {WHERE}")
    return 0


def _take(demo: Demo, chromium: str, found: list[Shot]) -> None:
    with a_browser(chromium) as browser:
        wait_for_copy(browser, demo)
        take(browser, demo, found, FOLDER)


def shots(paper: dict[str, Answer]) -> list[Shot]:
    """Return what is photographed of a demo."""
    pages = eight(paper)
    nagato = next(path for path in paper if "/putin-abe-hot-spring-talks" in path)
    urdu = next(
        answer.path
        for answer in paper.values()
        if answer.form.startswith(STORY_FORM)
        and answer.is_page
        and answer.status == 200
        and answer.language == "ur"
    )
    return [
        Shot(name="home", caption="Home", path="/"),
        Shot(name="story", caption="A story of 2016", path=nagato),
        Shot(name="section", caption="A section", path="/world/"),
        Shot(name="city", caption="A city", path="/city/mumbai/"),
        Shot(name="hindi", caption="A story in Hindi", path=pages["Hindi story"]),
        Shot(name="urdu", caption="A story in Urdu", path=urdu),
        Shot(name="live", caption="A live blog", path=pages["live blog"]),
        Shot(name="gallery", caption="A gallery", path=pages["gallery"]),
        Shot(name="search", caption="Search", path=pages["search"]),
        Shot(
            name="wire",
            caption="The desk's wire list",
            path="/admin/wire/",
            desk=True,
            click="[data-open]:not(:has-text('urn:')) >> nth=2",
        ),
        Shot(
            name="front",
            caption="Home, as the desk arranges it",
            path="/admin/fronts/home/",
            desk=True,
        ),
    ]


def markdown(found: list[Shot]) -> str:
    """Return the page that shows the pictures."""
    text = _HEAD
    for shot in found:
        text += f"\n## {shot.caption}\n\n"
        for width in (WIDE, NARROW):
            text += "\n".join(
                f"![{shot.caption}, {width} pixels, {scheme}]"
                f"(pictures/{file_of(shot, width, scheme)})"
                for scheme in SCHEMES
            )
            text += "\n\n" if width == WIDE else "\n"
    return text


if __name__ == "__main__":
    sys.exit(main())
