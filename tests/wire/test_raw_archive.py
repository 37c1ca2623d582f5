"""Raw bytes are kept for ever, whole, under their own hash."""

import hashlib

import pytest

from dateline.wire import raw_archive
from dateline.wire.raw_archive import RawArchive, RawDamagedError


def test_bytes_come_back_under_their_hash(tmp_path):
    """What was kept can be read, by a name that is its content."""
    archive = RawArchive(tmp_path)

    ref = archive.keep(b"copy")

    assert ref == hashlib.sha256(b"copy").hexdigest()
    assert archive.read(ref) == b"copy"
    assert archive.holds(ref)
    assert not archive.holds("0" * 64)


def test_the_same_bytes_are_one_file(tmp_path):
    """Keeping twice changes nothing, and leaves nothing behind."""
    archive = RawArchive(tmp_path)
    archive.keep(b"copy")
    before = sorted(
        (path, path.stat().st_mtime_ns)
        for path in tmp_path.rglob("*")
        if path.is_file()
    )

    archive.keep(b"copy")

    after = sorted(
        (path, path.stat().st_mtime_ns)
        for path in tmp_path.rglob("*")
        if path.is_file()
    )
    assert after == before
    assert len(after) == 1


def test_a_changed_or_missing_file_is_said_so(tmp_path):
    """Damage is found when the bytes are read."""
    archive = RawArchive(tmp_path)
    ref = archive.keep(b"copy")
    archive.path(ref).write_bytes(b"copy!")

    with pytest.raises(RawDamagedError, match="changed"):
        archive.read(ref)
    archive.path(ref).unlink()
    with pytest.raises(RawDamagedError, match="missing"):
        archive.read(ref)


@pytest.mark.parametrize("ref", ["", "../../etc/passwd", "0" * 63, "Z" * 64])
def test_only_a_hash_is_a_reference(tmp_path, ref):
    """No path can be smuggled in."""
    with pytest.raises(RawDamagedError):
        RawArchive(tmp_path).read(ref)


def test_several_are_kept_at_once(tmp_path, monkeypatch):
    """Each under its own reference, the same bytes once, a folder synced once."""
    synced = []
    monkeypatch.setattr(raw_archive, "sync_folders", lambda *f: synced.extend(f))
    archive = RawArchive(tmp_path)
    archive.keep(b"old")
    synced.clear()
    same = [b"%d" % n for n in range(2000) if hashed(n).startswith("ab")][:2]

    refs = archive.keep_all([*same, b"old", same[0]])

    assert [archive.read(ref) for ref in refs] == [*same, b"old", same[0]]
    assert synced == [tmp_path, tmp_path / "ab"]
    assert list((tmp_path / "incoming").iterdir()) == []


def test_a_folders_name_is_made_durable_once(tmp_path, monkeypatch):
    """Before the first file is in it; not again for each file after that."""
    synced = []
    monkeypatch.setattr(raw_archive, "sync_folders", lambda *f: synced.extend(f))
    archive = RawArchive(tmp_path)
    same = [b"%d" % n for n in range(2000) if hashed(n).startswith("ab")][:2]

    for raw in same:
        archive.keep(raw)

    assert synced == [tmp_path, tmp_path / "ab", tmp_path / "ab"]


def hashed(number):
    """Return the reference that a number's bytes will have."""
    return hashlib.sha256(b"%d" % number).hexdigest()
