"""Locks between processes."""

import pytest

from dateline.cli.lock import HeldError, held, is_held


def test_a_lock_is_held_once(tmp_path):
    """Who comes second is told what is going on."""
    with (
        held(tmp_path / "run.lock", what="it runs already"),
        pytest.raises(HeldError, match="it runs already"),
        held(tmp_path / "run.lock", what="it runs already"),
    ):
        pass


def test_a_lock_is_let_go(tmp_path):
    """After the block anybody may hold it again."""
    with held(tmp_path / "run.lock", what=""):
        assert is_held(tmp_path / "run.lock")

    assert not is_held(tmp_path / "run.lock")


def test_no_lock_is_not_held(tmp_path):
    """Looking for a lock makes none."""
    assert not is_held(tmp_path / "run.lock")
    assert not (tmp_path / "run.lock").exists()
