"""The command line as a whole: help, version, errors."""

import subprocess
import sys

import pytest

from dateline import __version__
from dateline.cli.main import COMMANDS, JOURNAL_COMMANDS, USER_COMMANDS

EVERY = [
    *([each.name] for each in COMMANDS),
    *(["journal", each.name] for each in JOURNAL_COMMANDS),
    *(["user", each.name] for each in USER_COMMANDS),
]


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_every_command_has_help_with_an_example(words, dateline):
    """Whoever asks a command for help gets a line that can be typed."""
    said = dateline(*words, "--help")

    assert said.code == 0
    text = " ".join(said.out.split())
    assert f"Example: dateline {' '.join(words)}" in text


def test_the_help_names_every_command(dateline):
    """The first page of help leads to all others."""
    said = dateline("--help")

    assert all(each.name in said.out for each in COMMANDS)


def test_version(dateline):
    """``--version`` says the version and nothing else."""
    assert dateline("--version").out == f"dateline {__version__}\n"


def test_an_error_has_a_hint_and_no_traceback(dateline, tmp_path):
    """A wrong folder is a sentence and a way out, on stderr."""
    said = dateline("journal", "ls", "--site", tmp_path)

    assert said.code == 1
    assert said.out == ""
    assert "has no dateline.toml" in said.err
    assert "Hint: Make one with `dateline init FOLDER`" in said.err
    assert "Traceback" not in said.err


def test_help_needs_neither_django_nor_the_store():
    """Help is quick: what is heavy is imported when a command runs."""
    probe = (
        "import sys; from dateline.cli.main import command_line; command_line();"
        "print([m for m in ('django', 'lmdb', 'lxml', 'PIL') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"


def test_an_unknown_command_is_guessed(dateline):
    """A slip of the pen brings the nearest command, exit code 2."""
    said = dateline("rebiuld")

    assert said.code == 2
    assert "rebuild" in said.err
