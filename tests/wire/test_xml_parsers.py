"""Many threads read XML at once; a thread reads for months."""

import subprocess
import sys
from pathlib import Path
from resource import getpagesize

import pytest

from dateline.wire import xml_parsers
from dateline.wire.export_json import item_line
from dateline.wire.parse import parse
from dateline.wire.source import SourceRules
from dateline.wire.xml import read_xml

SAMPLES = Path(__file__).parent / "samples"
RULES = SourceRules(name="test")
NAMES = 1000

# In a process of its own: where threads share a parser's book, it crashes.
THREADS = f"""
import sys, threading
from dateline.wire.xml import read_html, read_xml

sys.setswitchinterval(1e-4)
wrong = []

def read(who):
    for turn in range(60):
        names = [f"t{{who}}n{{turn}}x{{n}}" for n in range({NAMES})]
        page = "<a>" + "".join(f"<{{name}}/>" for name in names) + "</a>"
        page += ">" if turn % 3 == 1 else ""  # to be recovered
        root = read_html(page) if turn % 3 else read_xml(page.encode()).root
        found = [e.tag for e in root.iter() if e.tag[0] == "t"]
        mine = f"t{{who}}n{{turn}}x"
        wrong.extend(name for name in found if not name.startswith(mine))
        if len(found) != {NAMES}:
            wrong.append(f"{{len(found)}} names")

threads = [threading.Thread(target=read, args=(who,)) for who in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
sys.exit(f"{{len(wrong)}} wrong: {{wrong[:3]}}" if wrong else 0)
"""


def test_no_thread_gets_the_names_of_another():
    """Wires that read at the same time neither mix their files up nor crash."""
    ran = subprocess.run(
        [sys.executable, "-c", THREADS], capture_output=True, text=True, check=False
    )

    assert (ran.returncode, ran.stderr) == (0, "")


def test_ever_other_names_take_no_memory_for_ever():
    """A wire's thread lives for months: what damaged copy names is let go."""
    before = _memory()

    for turn in range(150):  # 100 MB of names
        names = (f"<n{turn}x{n}{'x' * 640}/>" for n in range(NAMES))
        read_xml(f"<a>{''.join(names)}</a>".encode())

    assert _memory() - before < 60 << 20


def _memory() -> int:
    """Bytes that this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * getpagesize()


@pytest.mark.parametrize("form", ["newsml-g2", "newsml-1", "nitf", "rss", "atom"])
def test_new_parsers_read_the_same(form, monkeypatch):
    """Even if the book is changed between a file and what stands inside it."""
    files = [f for f in sorted((SAMPLES / form).iterdir()) if f.suffix != ".json"]
    assert files
    for raw in [file.read_bytes() for file in files]:
        as_ever = [item_line(item, file=form) for item in parse(raw, source=RULES)]
        with monkeypatch.context() as patch:
            patch.setattr(xml_parsers, "MOST", -1)
            assert [
                item_line(item, file=form) for item in parse(raw, source=RULES)
            ] == as_ever
