"""One running demo for all judges, whichever process of the tests they are in."""

import os
from pathlib import Path

import pytest
from tools.judges.demo import running_demo, shared_demo
from tools.judges.paper import pages_of, read_paper, samples

STORIES = 36
"""Enough for every kind of page; the audit judges the whole demo."""


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """Return the demo, started if nobody else has; or the one DATELINE_DEMO names."""
    if "DATELINE_DEMO" in os.environ:
        yield running_demo(Path(os.environ["DATELINE_DEMO"]))
        return
    place = tmp_path_factory.getbasetemp()
    if place.name.startswith("popen-"):
        place = place.parent
    with shared_demo(place / "judged-demo", stories=STORIES) as found:
        yield found


@pytest.fixture(scope="session")
def paper(demo):
    """Return what a reader is answered at each path of the demo."""
    return read_paper(demo)


@pytest.fixture(scope="session")
def pages(paper):
    """Return the pages for people among them, and the notices."""
    return list(pages_of(paper))


@pytest.fixture(scope="session")
def kinds(paper):
    """Return the fewest paths that show every kind of page."""
    return samples(paper)
