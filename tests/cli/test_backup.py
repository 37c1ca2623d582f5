"""Backup and restore: a round trip, and what is refused."""

import json
import tarfile

import pytest

from dateline.cli.backup_file import MANIFEST
from dateline.cli.site_folder import load


@pytest.fixture
def filled(written):
    """Make a site with a picture and a piece of agency copy."""
    (written.media_path / "ab").mkdir(parents=True)
    (written.media_path / "ab" / "abc.jpg").write_bytes(b"\xff\xd8picture" * 1000)
    (written.raw_path / "copy.xml").write_bytes(b"<newsItem/>")
    written.grievances_path.mkdir()
    (written.grievances_path / "K7M2-9QXB-4TFH.json").write_bytes(b"{}")
    (written.grievances_path / ".K7M2-9QXB-4TFH.abcd.new").write_bytes(b"{")
    return written


@pytest.mark.parametrize("name", ["backup.tar.zst", "backup.tar.gz"])
def test_what_was_backed_up_is_restored(name, filled, dateline, tmp_path):
    """Settings, journal, pictures and forms that wait come back byte for byte."""
    file = tmp_path / name
    kept = dateline("backup", file, "--json", "--site", filled.root)
    back = dateline("restore", file, tmp_path / "again", "--json")

    assert (kept.code, back.code) == (0, 0), back.err
    assert json.loads(back.out)["entries"] == 2
    again = load(tmp_path / "again")
    assert again.secret_key == filled.secret_key
    assert again.site == filled.site
    for path in ("ab/abc.jpg",):
        before = (filled.media_path / path).read_bytes()
        assert (again.media_path / path).read_bytes() == before
    (form,) = again.grievances_path.iterdir()
    assert (form.name, form.read_bytes()) == ("K7M2-9QXB-4TFH.json", b"{}")
    assert dateline("journal", "verify", "--site", again.root).code == 0


def test_a_backup_is_readable_by_its_owner_only(filled, dateline, tmp_path):
    """Log-ins are in it."""
    dateline("backup", tmp_path / "b.tar.gz", "--site", filled.root)

    assert (tmp_path / "b.tar.gz").stat().st_mode & 0o077 == 0


def test_a_backup_never_overwrites(filled, dateline, tmp_path):
    """An older backup is not lost to a slip of the pen."""
    (tmp_path / "b.tar.gz").write_bytes(b"older")

    said = dateline("backup", tmp_path / "b.tar.gz", "--site", filled.root)

    assert said.code == 1
    assert (tmp_path / "b.tar.gz").read_bytes() == b"older"


def test_a_backup_must_name_its_format(filled, dateline, tmp_path):
    """A name that says no format is refused before any work."""
    said = dateline("backup", tmp_path / "backup.zip", "--site", filled.root)

    assert said.code == 1
    assert ".tar.zst" in said.err


def test_a_folder_in_use_is_not_restored_over(filled, dateline, tmp_path):
    """A running site cannot be overwritten."""
    dateline("backup", tmp_path / "b.tar.gz", "--site", filled.root)

    said = dateline("restore", tmp_path / "b.tar.gz", filled.root)

    assert said.code == 1
    assert "not an empty folder" in said.err


def test_a_backup_that_broke_off_is_refused(filled, dateline, tmp_path):
    """Half a backup is none, and leaves nothing behind."""
    whole = tmp_path / "b.tar.zst"
    dateline("backup", whole, "--site", filled.root)
    half = tmp_path / "half.tar.zst"
    half.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])

    said = dateline("restore", half, tmp_path / "again")

    assert said.code == 1
    assert "Hint" in said.err
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "b.tar.zst",
        "banyan",
        "half.tar.zst",
    ]


def test_a_changed_file_is_noticed(filled, dateline, tmp_path):
    """One other byte in one file, and nothing is restored."""
    whole, changed = tmp_path / "b.tar.gz", tmp_path / "changed.tar.gz"
    dateline("backup", whole, "--site", filled.root)
    unpacked = tmp_path / "unpacked"
    with tarfile.open(whole) as archive:
        archive.extractall(unpacked, filter="data")
        names = archive.getnames()
    (unpacked / "data/raw/copy.xml").write_bytes(b"<newsItem />")
    with tarfile.open(changed, "w:gz") as archive:
        for name in names:
            archive.add(unpacked / name, arcname=name)

    said = dateline("restore", changed, tmp_path / "again")

    assert names[-1] == MANIFEST
    assert said.code == 1
    assert "data/raw/copy.xml" in said.err
    assert not (tmp_path / "again").exists()


def test_no_file_is_unpacked_outside(dateline, tmp_path):
    """An archive from elsewhere cannot write beside the folder."""
    (tmp_path / "evil").write_text("x")
    with tarfile.open(tmp_path / "evil.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "evil", arcname="../evil-twin")

    said = dateline("restore", tmp_path / "evil.tar.gz", tmp_path / "again")

    assert said.code == 1
    assert not (tmp_path / "evil-twin").exists()
