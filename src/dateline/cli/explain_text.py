"""What ``dateline explain`` says."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from dateline.cli.open_journal import reading_journal, reading_store
from dateline.cli.story_address import path_in
from dateline.errors import DatelineError
from dateline.journal.entry import Entry
from dateline.press.explain import Explanation, Read
from dateline.press.explain import explain as explain_path
from dateline.press.run_log import run_of
from dateline.press.work import Run
from dateline.settings import Settings
from dateline.store.position import position
from dateline.store.store import Transaction
from dateline.words.stamp import stamp_text

_LONGEST = 8


class NoPageError(DatelineError):
    """There is nothing at that address."""

    hint = "Check the path; the pages of a site are listed in its sitemaps."


class NoRunError(DatelineError):
    """The press's log holds no run for that entry."""

    hint = (
        "The log is kept for the last 5,000 entries and begins anew with a rebuild;"
        " `dateline explain ADDRESS` works for every page."
    )


def explain_page(settings: Settings, address: str) -> Explanation:
    """Return what made the page at an address; raises NoPageError."""
    path = path_in(address)
    with reading_store(settings) as store, store.read() as tx:
        for each in (path, path.rstrip("/") + "/", path.rstrip("/")):
            found = explain_path(tx, each or "/")
            if found is not None:
                return found
    raise NoPageError(f"there is no page at {path}")


def explain_entry(settings: Settings, seq: int) -> Run:
    """Return the run that brought an entry to the pages; raises NoRunError."""
    with reading_store(settings) as store, store.read() as tx:
        run = run_of(tx, seq)
        if run is None:
            raise NoRunError(_why_no_run(tx, seq))
    return run


def _why_no_run(tx: Transaction, seq: int) -> str:
    at = position(tx).seq
    if seq > at:
        return f"the press stands at entry {at} and has not passed {seq}"
    return f"the press has passed entry {seq}, but its log does not tell of it"


def page_text(page: Explanation, settings: Settings) -> str:
    """Return an explanation of a page for a person."""
    moved = f" to {page.location}" if page.location else ""
    lines = [f"{page.path}  {page.status}{moved}  tag {page.tag}", "", "It read:"]
    lines += [f"  {line}" for line in map(_read_text, page.reads)]
    lines += ["", "Entries it shows something of:"]
    lines += [f"  {line}" for line in _entry_lines(page, settings)]
    return "\n".join(lines)


def _read_text(read: Read) -> str:
    if read.members:
        shown = ", ".join(read.members[:_LONGEST])
        more = len(read.members) - _LONGEST
        return f"{read.key:<28} {shown}" + (f" and {more} more" if more > 0 else "")
    said = f"said by entry {read.entry}" if read.entry else "said by no entry"
    return f"{read.key:<28} {said}"


def _entry_lines(page: Explanation, settings: Settings) -> Iterator[str]:
    with reading_journal(settings) as journal:
        for seq in page.entries:
            for entry in journal.entries(seq - 1, until=seq):
                yield entry_line(entry, settings)


def entry_line(entry: Entry, settings: Settings) -> str:
    """Return one entry of the journal as a line."""
    zone = ZoneInfo(settings.site.zone)
    stamp = stamp_text(entry.moment, zone=zone)
    erased = "  (erased)" if entry.content is None else ""
    return f"{entry.seq:>7}  {stamp}  {entry.kind:<18} {entry.subject}{erased}"


def entry_text(run: Run) -> str:
    """Return what a run did, for a person."""
    span = f"entry {run.first}"
    if run.last != run.first:
        span = f"entries {run.first} to {run.last}"
    lines = [f"{span}: {len(run.changed)} keys changed, {len(run.pages)} pages made"]
    lines += ["", "Changed keys:", *(f"  {key}" for key in run.changed), "", "Pages:"]
    for made in run.pages:
        lines.append(f"  {made.outcome:<8} {made.path}")
        lines += [f"           because of {reason}" for reason in made.reasons]
    return "\n".join(lines)
