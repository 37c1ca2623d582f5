"""The desk's commands on a site that never ran."""

import pytest

from support.running_site import dateline

pytestmark = pytest.mark.slow


def test_the_first_command_makes_the_tables(tmp_path):
    """A new site gets its first person before its first run, as the README says."""
    site = tmp_path / "banyan"
    dateline("init", site)

    first = dateline("user", "add", "meera", "--role", "editor", site=site)
    second = dateline("user", "add", "arun", "--role", "reporter", site=site)
    head = dateline("journal", "ls", site=site)

    assert "meera: editor, password" in first.stdout
    assert "never ran" in first.stderr
    assert "never ran" not in second.stderr
    assert "site.set" in head.stdout
