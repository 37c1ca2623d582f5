"""``dateline journal``: listing, showing, verifying."""

import json
import sqlite3


def test_ls_lists_the_newest(written, dateline):
    """One line an entry: number, stamp in the site's zone, kind, subject."""
    said = dateline("journal", "ls", "--site", written.root)

    first, second = said.out.splitlines()
    assert first.split()[0] == "1"
    assert "site.set" in first
    assert "15 Dec 2016, 6.22 pm IST" in second
    assert second.endswith("x7k2mb")


def test_ls_of_one_story(written, dateline):
    """``--story`` takes an address and lists what happened to that story."""
    address = "https://example.in/world/2016/12/15/ferry-runs-again-x7k2mb/?from=home"

    said = dateline(
        "journal", "ls", "--story", address, "--json", "--site", written.root
    )

    (line,) = said.out.splitlines()
    assert json.loads(line)["seq"] == 2
    assert "content" not in json.loads(line)


def test_ls_of_one_kind(written, publish, dateline):
    """`--kind` finds the entries of a kind, however far back."""
    for revision in range(2, 30):
        publish(written, revision=revision)

    said = dateline(
        "journal", "ls", "--kind", "site.set", "--json", "--site", written.root
    )

    (line,) = said.out.splitlines()
    assert json.loads(line)["seq"] == 1


def test_the_site_may_be_named_first(written, dateline, monkeypatch):
    """`dateline --site FOLDER COMMAND` reads as well."""
    monkeypatch.setenv("DATELINE_SITE", "/nowhere")

    said = dateline("--site", written.root, "journal", "ls")

    assert len(said.out.splitlines()) == 2


def test_ls_behind_an_entry(written, publish, dateline):
    """A program can read on from where it was."""
    publish(written, revision=2)

    said = dateline(
        "journal", "ls", "--after", 1, "--limit", 1, "--json", "--site", written.root
    )

    assert [json.loads(line)["seq"] for line in said.out.splitlines()] == [2]


def test_show_prints_the_content(written, dateline):
    """An entry is shown whole, as JSON."""
    said = dateline("journal", "show", 2, "--site", written.root)

    assert json.loads(said.out)["content"]["headline"] == "Ferry runs again"


def test_show_of_no_entry(written, dateline):
    """A number too high is an error that tells the newest."""
    said = dateline("journal", "show", 9, "--site", written.root)

    assert said.code == 1
    assert "the newest is 2" in said.err


def test_verify_of_a_whole_journal(written, dateline):
    """All well: exit code 0, and the head's hash to compare with."""
    said = dateline("journal", "verify", "--site", written.root)

    assert said.code == 0
    assert said.out.startswith("2 entries are whole and in order; the newest has")


def test_verify_finds_tampering(written, dateline):
    """A changed entry is found even if the triggers were taken away."""
    db = sqlite3.connect(written.database_path)
    db.execute("DROP TRIGGER journal_entry_fixed")
    db.execute("UPDATE journal_entry SET subject = 'y7k2mb' WHERE seq = 2")
    db.commit()
    db.close()

    said = dateline("journal", "verify", "--json", "--site", written.root)

    assert said.code == 1
    assert json.loads(said.out)["findings"] == [
        {"seq": 2, "fault": "its own hash does not fit what it says"}
    ]


def test_something_that_is_no_story(written, dateline):
    """What names no story is an error that shows what would."""
    said = dateline("journal", "ls", "--story", "/about/", "--site", written.root)

    assert said.code == 1
    assert "is no story's id or address" in said.err
