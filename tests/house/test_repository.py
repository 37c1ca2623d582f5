"""Rules about the repository itself."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "dateline"


def tracked(*patterns):
    """Return the files git knows below the root."""
    out = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", *patterns],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return [ROOT / name for name in out.split("\0") if name]


def test_no_source_file_is_too_long():
    """A file of over 400 lines holds more than its name says."""
    long = {
        str(p.relative_to(ROOT)): n
        for p in tracked("src/*.py")
        if p.exists()
        and "migrations" not in p.parts
        and (n := len(p.read_text().splitlines())) > 400
    }

    assert long == {}


def test_no_lock_names_an_index():
    """Locks carry names, versions and hashes, never an address."""
    for lock in tracked("requirements*.txt"):
        text = lock.read_text()
        assert "://" not in text, lock
        assert "--hash=sha256:" in text, lock


def test_the_locks_hold_every_dependency():
    """What pyproject asks for is pinned."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    for lock, names in {
        "requirements.txt": project["dependencies"] + extras["newsroom"],
        "requirements-dev.txt": extras["dev"],
    }.items():
        pinned = {
            line.split("==")[0].split("[")[0].lower()
            for line in (ROOT / lock).read_text().splitlines()
            if "==" in line and not line.startswith(" ")
        }
        for name in names:
            wanted = re.split(r"[\[<>=! ]", name)[0].lower()
            assert wanted in pinned, f"{wanted} is not in {lock}: run `make lock`"


def test_no_path_of_a_machine_stands_in_the_tree():
    """The repository runs anywhere, so it names no folder of anybody's machine."""
    wrong = re.compile(r"(?<!\w)/(?:home|root|Users|work)/[a-z]")
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()[:80]}"
        for path in tracked()
        if path.exists()
        and path.suffix in {".py", ".md", ".toml", ".sh", ".html", ".css", ".yml", ""}
        for line in path.read_text(errors="replace").splitlines()
        if wrong.search(line) and "re.compile" not in line
    ]

    assert found == []


@pytest.mark.parametrize("command", ["make demo", "make test"])
def test_the_readme_shows_the_two_commands(command):
    """A stranger finds them first."""
    assert command in (ROOT / "README.md").read_text()[:2000]


def test_every_package_says_what_it_is():
    """Each package's first line tells a newcomer what lives there."""
    for init in SOURCE.glob("*/__init__.py"):
        assert init.read_text().startswith('"""'), init


def test_every_test_says_the_behaviour():
    """Each test function has a sentence."""
    silent = []
    for path in tracked("tests/*.py"):
        if not path.exists():
            continue
        lines = path.read_text().splitlines()
        for number, line in enumerate(lines):
            if re.match(r"\s*(async )?def test_", line):
                body = "\n".join(lines[number : number + 12])
                if '"""' not in body.partition("):")[2]:
                    silent.append(f"{path.relative_to(ROOT)}: {line.strip()}")

    assert silent == []
