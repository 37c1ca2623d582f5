"""What pages cost readers: each budget of the design, on real answers of the demo."""

import sys

import pytest
from tools.judges.budgets import markdown, table
from tools.judges.look import a_browser

from support.browser import chromium_path

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(1200)]


def test_every_budget_is_kept(paper, demo, kinds, capsys):
    """The table is printed; no line of it is over its most."""
    with a_browser(chromium_path()) as browser:
        lines = table(paper, demo, browser, kinds)
    with capsys.disabled():
        sys.stdout.write(f"\n\n{markdown(lines)}\n")

    assert [str(line) for line in lines if line.found > line.most] == []
    assert all(line.found > 0 for line in lines[:6])
