"""The folder drop: fast, never half, never lost."""

import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.wire.feeds.folder import BURST, DropFolder, FolderError, bursts
from dateline.wire.parse import parse
from dateline.wire.raw_archive import RawArchive
from support.wire_files import RULES, g2, ninjs

NOW = datetime(2016, 12, 15, 9, 0, tzinfo=UTC)
WHOLE = g2().encode()


@pytest.fixture
def folder(tmp_path):
    """Make a drop folder with a short patience."""
    return make_folder(tmp_path)


def make_folder(tmp_path, **options):
    """Make a drop folder."""
    rules = replace(RULES, folder=tmp_path / "in")
    archive = RawArchive(tmp_path / "raw")
    return DropFolder(
        rules, archive=archive, now=lambda: NOW, **{"quiet": 0.2, **options}
    )


@contextmanager
def running(folders, handle):
    """Run the folders in a thread that handles each drop."""
    stop = threading.Event()

    def run():
        for burst in bursts(folders, stop=stop):
            for dropped in burst:
                handle(dropped)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(10)


def wait_for(condition, seconds=5.0):
    """Wait until a condition holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.005)


def looked(folder):
    """Return what one look hands on."""
    return [dropped for burst in folder.look() for dropped in burst]


def test_what_waits_comes_in_bursts(folder):
    """None is forgotten, and all are kept before any is handed on."""
    for number in range(BURST + 1):
        (folder.path / f"{number}.json").write_bytes(ninjs(uri=f"urn:x:{number}"))

    found = folder.look()
    first = next(found)

    assert len(first) == BURST
    assert all(folder._archive.holds(file.raw_ref) for file in first)  # noqa: SLF001 - where they are kept
    assert [len(burst) for burst in found] == [1]


def test_files_that_lie_there_come_first_and_in_order(folder):
    """The oldest is read first; accepted files go under their day."""
    for number in (2, 1, 3):
        (folder.path / f"{number}.xml").write_bytes(WHOLE)
        time.sleep(0.02)

    names = []
    for dropped in looked(folder):
        names.append(dropped.path.name)
        dropped.accept()

    assert names == ["2.xml", "1.xml", "3.xml"]
    assert sorted(p.name for p in (folder.path / "done" / "2016-12-15").iterdir()) == [
        "1.xml",
        "2.xml",
        "3.xml",
    ]
    assert looked(folder) == []


@pytest.mark.parametrize(
    "name", [".hidden.xml", "a.tmp", "a.xml.part", "a.filepart", "a.xml~"]
)
def test_temporary_names_are_left_alone(folder, name):
    """Files that are still being sent wait for their final name."""
    path = folder.path / name
    path.write_bytes(WHOLE)
    assert looked(folder) == []

    path.rename(folder.path / "final.xml")
    assert [dropped.path.name for dropped in looked(folder)] == ["final.xml"]


def test_a_file_is_handed_on_as_soon_as_it_is_whole(folder):
    """Half a file is not; the other half makes it one."""
    path = folder.path / "a.xml"
    path.write_bytes(WHOLE[:200])
    assert looked(folder) == []

    path.write_bytes(WHOLE)
    assert [dropped.raw for dropped in looked(folder)] == [WHOLE]


def test_half_a_file_fails_when_nothing_more_comes(folder):
    """After the quiet time it is handed on, refused and kept with the reason."""
    path = folder.path / "a.xml"
    path.write_bytes(WHOLE[:200])
    assert looked(folder) == []
    time.sleep(0.25)

    (dropped,) = looked(folder)
    assert dropped.settled
    dropped.refuse(ValueError("half a file"))

    failed = folder.path / "failed"
    assert sorted(p.name for p in failed.iterdir()) == ["a.xml", "a.xml.error.txt"]
    assert "half a file" in (failed / "a.xml.error.txt").read_text()
    assert not path.exists()


def test_a_refused_file_is_tried_again_before_it_fails(folder):
    """A first refusal may be a file that looked whole; the second is final."""
    path = folder.path / "a.json"
    path.write_bytes(b'{"uri": "a", }')
    (first,) = looked(folder)
    first.refuse(ValueError("not JSON"))
    assert path.exists()
    assert looked(folder) == []
    time.sleep(0.25)

    (second,) = looked(folder)
    second.refuse(ValueError("not JSON"))

    assert not path.exists()


def test_a_file_replaced_while_it_was_read_is_not_lost(folder):
    """Accepting the old bytes leaves the new file to be read."""
    path = folder.path / "a.xml"
    path.write_bytes(WHOLE)
    (dropped,) = looked(folder)
    path.write_bytes(ninjs())

    dropped.accept()

    assert [again.raw for again in looked(folder)] == [ninjs()]


def test_done_files_of_the_same_name_are_all_kept(folder):
    """A feed that always uses one name overwrites nothing."""
    for number in range(3):
        (folder.path / "feed.xml").write_bytes(WHOLE + b"\n" * number)
        for dropped in looked(folder):
            dropped.accept()

    assert sorted(p.name for p in (folder.path / "done" / "2016-12-15").iterdir()) == [
        "feed.2.xml",
        "feed.3.xml",
        "feed.xml",
    ]


def test_the_bytes_are_archived_before_anyone_sees_them(folder, tmp_path):
    """A drop carries the reference of bytes that are already safe."""
    (folder.path / "a.xml").write_bytes(WHOLE)
    (dropped,) = looked(folder)

    assert RawArchive(tmp_path / "raw").read(dropped.raw_ref) == WHOLE
    assert parse(dropped.raw, source=dropped.source)[0].raw_ref == dropped.raw_ref


def test_links_and_folders_are_not_read(folder, tmp_path):
    """A link out of the folder is not followed."""
    secret = tmp_path / "secret.xml"
    secret.write_bytes(WHOLE)
    (folder.path / "link.xml").symlink_to(secret)
    (folder.path / "sub.xml").mkdir()

    assert looked(folder) == []
    assert list(folder.offer([folder.path / "link.xml"])) == []


@pytest.mark.slow
def test_a_dropped_file_is_handed_on_at_once(folder):
    """Written or moved in, a file is there within a few hundredths of a second."""
    times = {}

    def handle(dropped):
        times[dropped.path.name] = time.monotonic()
        dropped.accept()

    with running([folder], handle):
        time.sleep(0.7)
        waited = []
        for number in range(20):
            name = f"{number}.xml"
            part = folder.path / f".{name}"
            path = part if number % 2 else folder.path / name
            path.write_bytes(WHOLE)
            if number % 2:
                part.rename(folder.path / name)
            start = time.monotonic()
            wait_for(lambda name=name: name in times)
            waited.append(times[name] - start)

    assert sorted(waited)[10] < 0.1
    assert len(list((folder.path / "done" / "2016-12-15").iterdir())) == 20


@pytest.mark.slow
@pytest.mark.parametrize("poll", [False, True])
def test_slow_writers_and_many_files_lose_nothing(tmp_path, poll):
    """Files written in pieces, while others pour in, all arrive once and whole."""
    folder = make_folder(tmp_path, poll=poll, quiet=3)
    raws = []

    def handle(dropped):
        raws.append(dropped.raw)
        dropped.accept()

    with running([folder], handle):
        expected = []
        for number in range(40):
            raw = g2(attributes=f'guid="urn:example:{number}"').encode()
            expected.append(raw)
            with (folder.path / f"{number}.xml").open("wb", buffering=0) as file:
                for at in range(0, len(raw), 150):
                    file.write(raw[at : at + 150])
                    if number % 10 == 0:
                        time.sleep(0.004)
        wait_for(lambda: len(raws) >= 40, 10)

    assert sorted(raws) == sorted(expected)


@pytest.mark.slow
def test_several_folders_run_together(tmp_path):
    """Each drop says which source it came from."""
    archive = RawArchive(tmp_path / "raw")
    folders = [
        DropFolder(
            replace(RULES, name=name, folder=tmp_path / name),
            archive=archive,
            now=lambda: NOW,
        )
        for name in ("one", "two")
    ]
    names = []

    def handle(dropped):
        names.append(dropped.source.name)
        dropped.accept()

    with running(folders, handle):
        for each in folders:
            (each.path / "a.xml").write_bytes(WHOLE)
        wait_for(lambda: len(names) == 2)

    assert sorted(names) == ["one", "two"]


def test_a_source_without_a_folder_is_told_so(tmp_path):
    """The hint names the setting."""
    with pytest.raises(FolderError) as caught:
        DropFolder(RULES, archive=RawArchive(tmp_path), now=lambda: NOW)

    assert "wires.acme" in caught.value.hint
