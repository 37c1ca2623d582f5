"""The folder where readers' forms wait for the newsroom."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from dateline.news.grievance_form import Filed, Form, filed_in
from dateline.serve import spool
from dateline.serve.spool import SpoolError, leave

FILED = Filed(
    ticket="B2B2-C3C3-D4D4",
    received=datetime(2016, 12, 15, 6, 30, tzinfo=UTC),
    form=Form(name="Farida", contact="f@reader.example", text="Not so."),
)


def test_a_form_lies_whole_under_its_number(tmp_path):
    """Only who runs the paper reads it, and nothing half written stays."""
    leave(FILED, tmp_path)

    (file,) = tmp_path.iterdir()
    assert file.name == "B2B2-C3C3-D4D4.json"
    assert filed_in(file.read_bytes()).form == FILED.form
    assert file.stat().st_mode & 0o777 == 0o600


def test_twice_is_once_and_the_first_moment_counts(tmp_path):
    """Also from many at once."""
    later = [replace(FILED, received=FILED.received + timedelta(s)) for s in range(20)]
    first = leave(FILED, tmp_path)
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(partial(leave, folder=tmp_path), later))

    assert len(list(tmp_path.iterdir())) == 1
    assert {each.received for each in told} == {first.received}


def test_without_the_desks_folder_nothing_is_taken(tmp_path):
    """A read node makes none: nobody would fetch what lies there."""
    with pytest.raises(SpoolError):
        leave(FILED, tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_folder_that_nobody_empties_is_full_one_day(tmp_path, monkeypatch):
    """And a disk too."""
    monkeypatch.setattr(spool, "MOST", 3)
    for number in range(3):
        leave(replace(FILED, ticket=str(number)), tmp_path)
    with pytest.raises(SpoolError, match="wait already"):
        leave(FILED, tmp_path)
