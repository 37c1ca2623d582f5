"""The parsers as machine code read what they read in plain Python (decision 0032)."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READ_AGAIN = ("test_samples.py", "test_by_hand.py", "test_parse.py", "test_sniff.py")


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """Compile the parsers into a folder of their own."""
    compilers = [name for name in ("cc", "gcc", "clang") if shutil.which(name)]
    if not compilers or not Path(sysconfig.get_path("include"), "Python.h").exists():
        pytest.skip("no C compiler, or no Python.h: the parsers are not compiled")
    base = tmp_path_factory.mktemp("compiled")
    into = ["--build-base", base, "--build-lib", base / "lib"]
    done = subprocess.run(
        [sys.executable, "setup.py", "-q", "build", *into],
        cwd=ROOT,
        env=os.environ | {"DATELINE_COMPILED": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return base / "lib"


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_compiled_parsers_pass_the_tests_of_the_plain_ones(tree):
    """The samples, the expectations written by hand, hostile bytes: all of it."""
    environment = os.environ | {"PYTHONPATH": str(tree)}
    where = "import dateline.wire.tidy as it; print(it.__file__)"
    run = [sys.executable, "-c", where]
    told = subprocess.run(
        run, env=environment, capture_output=True, text=True, check=True
    )
    assert told.stdout.startswith(str(tree))
    assert told.stdout.strip().endswith((".so", ".pyd"))
    tests = [str(Path("tests/wire", name)) for name in READ_AGAIN]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout
