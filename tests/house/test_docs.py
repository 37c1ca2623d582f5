"""The docs name what is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("page", ["promises", "standards"])
def test_every_guard_that_is_named_exists(page):
    """A promise whose test is gone is no promise, a standard without one is none."""
    missing, file = [], ""
    for name in re.findall(r"`([^`]*)`", (ROOT / f"docs/{page}.md").read_text()):
        if name.startswith("::"):
            guard = file + name
        elif ".py" in name and "/" in name:
            guard = name
        else:
            continue
        file, _, function = guard.partition("::")
        found = [ROOT / "tests" / file, ROOT / file]
        path = next((p for p in found if p.exists()), None)
        if path is None or (function and f"def {function}(" not in path.read_text()):
            missing.append(guard)

    assert missing == []


def test_every_promise_names_a_test():
    """Each of the fifteen has a row, and the row a function that would fail."""
    page = (ROOT / "docs/promises.md").read_text()
    rows = [line.split("|") for line in page.splitlines() if line.startswith("|")][2:]
    promised = {row[1].strip(): row[3] for row in rows if row[3].strip()}

    assert {f"P{n}" for n in range(1, 16)} <= promised.keys()
    assert [name for name, by in promised.items() if "::test_" not in by] == []
    assert [row[2] for row in rows if row[3].strip() and "::test_" not in row[3]] == []


def test_every_standard_names_a_test():
    """Each row of each table ends with a function that checks its rule."""
    lines = (ROOT / "docs/standards.md").read_text().splitlines()
    rows = [line for line in lines if line.startswith("|") and "---" not in line]
    rules = [row for row in rows if not row.rstrip("| ").endswith("test")]

    assert len(rules) > 60
    assert [r for r in rules if "::test_" not in r.rstrip("| ").split("|")[-1]] == []


def test_generated_pages_are_current():
    """Commands and settings in the docs are those of the code."""
    done = subprocess.run(
        [sys.executable, "tools/make_docs.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, f"{done.stdout}{done.stderr}run tools/make_docs.py"


def test_every_link_between_docs_leads_somewhere():
    """A reader of the docs never meets a dead end."""
    dead = []
    for page in [ROOT / "README.md", *ROOT.glob("docs/**/*.md")]:
        dead += [
            f"{page.relative_to(ROOT)}: {link}"
            for link in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text())
            if "://" not in link and not (page.parent / link).exists()
        ]

    assert dead == []


def test_every_file_named_in_where_things_live_exists():
    """Whoever is sent to a file finds it; names with capitals or a star are kinds."""
    page = (ROOT / "docs/where-things-live.md").read_text()
    there = [
        f"/{path.relative_to(ROOT)}"
        for top in ("src", "tests", "tools", "docs")
        for path in (ROOT / top).rglob("*.*")
    ]
    named = re.findall(r"`([a-z0-9_/]+\.(?:py|html))`", page)

    assert len(named) > 50
    assert [n for n in named if not any(f.endswith(f"/{n}") for f in there)] == []


def test_every_decision_is_listed_under_its_number():
    """Numbers are for ever: each stands once, in file name, heading and list."""
    folder = ROOT / "docs/decisions"
    decisions = sorted(folder.glob("[0-9]*.md"))
    numbers = [path.name[:4] for path in decisions]
    listed = re.findall(
        r"^\| \[(\d{4})\]\((\S+)\)", (folder / "README.md").read_text(), re.MULTILINE
    )

    assert numbers == [f"{n:04}" for n in range(1, len(decisions) + 1)]
    assert listed == [(path.name[:4], path.name) for path in decisions]
    assert [
        p.name for p in decisions if not p.read_text().startswith(f"# {p.name[:4]} ")
    ] == []


def test_every_package_is_in_where_things_live():
    """A newcomer finds each package on the page that tells where things live."""
    page = (ROOT / "docs/where-things-live.md").read_text()
    packages = [p.parent.name for p in (ROOT / "src/dateline").glob("*/__init__.py")]

    assert [name for name in packages if f"{name}/" not in page] == []
