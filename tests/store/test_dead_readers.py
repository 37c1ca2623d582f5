"""A reader that was killed holds nothing for ever."""

import subprocess
import sys

import pytest

from dateline.store.store import META, Store

READER = """
import sys, time
from pathlib import Path
from dateline.store.store import Store
store = Store(Path(sys.argv[1]), readonly=True)
with store.read():
    print("reading", flush=True)
    time.sleep(60)
"""


@pytest.mark.slow
def test_a_killed_reader_is_forgotten(tmp_path):
    """After kill -9 in the middle of a read its slot and its pages are free again."""
    store = Store(tmp_path)
    with store.write() as tx:
        tx.put(META, b"a", b"b")
    with subprocess.Popen(
        [sys.executable, "-c", READER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdout.readline() == "reading\n"
        assert store.forget_dead_readers() == 0
        reader.kill()
        reader.wait()

    assert store.forget_dead_readers() == 1
    store.close()
