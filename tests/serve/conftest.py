"""A small paper, and the public server that serves it."""

import pytest

from support.public_paper import SITE, Paper, reading


@pytest.fixture
def paper(tmp_path):
    """Return an empty paper."""
    made = Paper(tmp_path)
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    """Return a server over the usual paper; tests must not change it."""
    paper = Paper(tmp_path_factory.mktemp("paper"))
    paper.fill()
    paper.set_weather(reading(), reading("mumbai", temperature=-0.4, condition=None))
    with paper.served() as server:
        yield server
    paper.store.close()


@pytest.fixture
def paper_site():
    """Return the site of the paper."""
    return SITE
