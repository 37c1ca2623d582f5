"""``dateline page``: any page as of any moment, from the command line."""

OWN = "/world/2016/12/15/ferry-runs-again-x7k2mb/"


def test_a_page_as_it_is_and_as_it_was(dateline, written, publish):
    """Each moment has its own headline; before the first there is no page."""
    publish(written, revision=2, headline="Ferry stops again")

    now = dateline("page", OWN, "--site", written.root)
    then = dateline("page", OWN, "--entry", "2", "--site", written.root)
    before = dateline("page", OWN, "--entry", "1", "--site", written.root)

    assert "<h1>Ferry stops again" in now.out.replace("\n", "")
    assert "Ferry stops again" not in then.out
    assert "Ferry runs again" in then.out
    assert "\x02" not in now.out
    assert before.code == 1
    assert "no page" in before.err


def test_a_short_link_says_where_it_leads(dateline, written):
    """What is no page of its own is told in a line."""
    told = dateline("page", "https://example.in/s/x7k2mb", "--site", written.root)

    assert told.out.strip() == f"301 → {OWN}"


def test_a_moment_needs_a_zone(dateline, written):
    """A naive moment, and one that is none, are refused with a hint."""
    naive = dateline("page", "/", "--as-of", "2019-09-18", "--site", written.root)
    none = dateline("page", "/", "--as-of", "yesterday", "--site", written.root)

    assert "zone" in naive.err
    assert none.code == 2
