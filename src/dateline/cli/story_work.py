"""Publishing, correcting, withdrawing and killing from the command line."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from dateline.cli.desk_work import (
    Done,
    find_story,
    is_wiped,
    now,
    open_newsroom,
    person_called,
    seen_by_readers,
)
from dateline.cli.open_journal import reading_journal, reading_store
from dateline.cli.receipt import (
    Line,
    Order,
    every_page,
    file_lines,
    journal_lines,
    order_of,
    store_lines,
    suspect_of,
    wiped_line,
)
from dateline.cli.search_work import search_lines
from dateline.cli.story_address import story_id_of
from dateline.cli.words import remark, say, say_json, say_state
from dateline.errors import DatelineError
from dateline.journal.entry import Entry
from dateline.news.address import short_path
from dateline.settings import Settings


class NoKillError(DatelineError):
    """The journal does not say that the story was killed."""

    hint = "This must not happen: `dateline journal verify`, and tell us."


Act = Callable[[Any, Any], tuple[Sequence[Entry], Sequence[str]]]
"""Given story and person, does it; returns the entries and remarks on the copy."""


def _do(site: Path, text: str, acting: str, act: Act) -> Done:
    settings = open_newsroom(site)
    story_id = story_id_of(text)
    story, person = find_story(story_id), person_called(acting)
    entries, remarks = act(story, person)
    if not seen_by_readers(settings, entries):
        remark("It is in the journal; readers get it when the press runs.")
    return Done(
        story=story_id,
        entries=tuple(entry.seq for entry in entries),
        url=settings.site.url + short_path(story_id),
        remarks=tuple(remarks),
    )


def publish_story(site: Path, text: str, *, acting: str) -> Done:
    """Publish a story's newest revision."""

    def act(story: Any, person: Any) -> tuple[Sequence[Entry], Sequence[str]]:  # noqa: ANN401 - Django's
        from dateline.newsroom.actions.publish import Publish

        done = Publish(story=story, acting_user=person, now=now()).execute()
        return done.entries, [each.message for each in done.remarks]

    return _do(site, text, acting, act)


def correct_story(
    site: Path, text: str, *, note: str, minor: bool, acting: str
) -> Done:
    """Publish a story's newest revision as a correction."""

    def act(story: Any, person: Any) -> tuple[Sequence[Entry], Sequence[str]]:  # noqa: ANN401 - as above
        from dateline.newsroom.actions.correct import Correct

        done = Correct(
            story=story, note=note, minor=minor, acting_user=person, now=now()
        ).execute()
        return done.entries, [each.message for each in done.remarks]

    return _do(site, text, acting, act)


def withdraw_story(site: Path, text: str, *, notice: str, acting: str) -> Done:
    """Take a story down."""

    def act(story: Any, person: Any) -> tuple[Sequence[Entry], Sequence[str]]:  # noqa: ANN401 - as above
        from dateline.newsroom.actions.withdraw import Withdraw

        done = Withdraw(story=story, notice=notice, acting_user=person, now=now())
        return done.execute(), []

    return _do(site, text, acting, act)


def say_done(done: Done, *, as_json: bool) -> None:
    """Print what became of it."""
    if as_json:
        say_json(done)
        return
    for text in done.remarks:
        remark(f"Remark: {text}")
    if not done.entries:
        say(f"{done.story}: readers have exactly this already")
        return
    span = f"{done.entries[0]} to {done.entries[-1]}"
    entries = f"entries {span}" if len(done.entries) > 1 else f"entry {done.entries[0]}"
    say(f"{done.story}: {entries} of the journal, {done.url}")


def kill_story(
    settings: Settings, text: str, *, reason: str, notice: str, acting: str
) -> list[Line]:
    """Kill a story, have the press pass it, and look at everything afterwards."""
    from dateline.newsroom.actions.kill import KillStory

    story_id = story_id_of(text)
    story, person = find_story(story_id), person_called(acting)
    zone = ZoneInfo(settings.site.zone)
    with reading_journal(settings) as journal:
        suspect = suspect_of(journal, story_id, zone=zone)
    killed = KillStory(
        story=story, reason=reason, notice=notice, acting_user=person, now=now()
    ).execute()
    was_public = bool(suspect.paths)
    with reading_journal(settings) as journal:
        order = order_of(journal, story_id)
    if order is None:
        raise NoKillError(f"story {story_id}: no kill in the journal")
    seen_by_readers(settings, order.entries, force=True)
    wiped = is_wiped(settings)
    with reading_journal(settings) as journal:
        lines = list(journal_lines(journal, story_id, order))
    with reading_store(settings) as store, store.read() as tx:
        lines += store_lines(tx, suspect, order)
        lines += every_page(tx, suspect, order)
    lines.append(wiped_line(good=wiped))
    lines += search_lines(settings, story_id, last=order.last)
    lines += file_lines(settings.media_path, killed.files, order)
    lines += newsroom_lines(story_id, killed)
    lines += server_lines(
        settings, suspect.paths if was_public else (), story_id, order
    )
    return lines


def newsroom_lines(story_id: str, killed: Any) -> Iterator[Line]:  # noqa: ANN401 - as above
    """Yield the state of the story in the newsroom's own tables.

    Grievances about it are evidence of why it was killed, so they are kept and named.
    """
    from dateline.newsroom.models.story import Story

    story = Story.objects.get(public_id=story_id)
    revisions = story.revisions.count()
    words = [story.headline, story.standfirst, story.slugline, story.ed_note]
    for what, good in (
        ("text", not any(words) and not story.body),
        ("revisions and drafts", not revisions),
        ("proposals", not story.proposals.exists()),
        ("places on fronts", not story.front_places.exists()),
        ("packages on fronts", not story.front_related.exists()),
        ("breaking lines", not story.breaking_lines.exists()),
        ("plans", not story.dues.filter(done_at=None).exclude(action="erase-files")),
    ):
        state = "gone" if good else "still there"
        yield Line(what="newsroom", where=what, state=state, good=bool(good))
    for number in killed.grievances:
        where = f"grievance {number}, for editors only"
        yield Line(what="register", where=where, state="kept", good=True)
    for name in killed.raw_refs:
        yield Line(what="agency bytes", where=name, state="kept, closed", good=True)


def server_lines(
    settings: Settings, paths: Sequence[str], story_id: str, order: Order
) -> Iterator[Line]:
    """Yield what the running server answers at each address; nothing if none runs."""
    from dateline.cli.ask_server import ask

    for path in (short_path(story_id), *paths, *order.addresses):
        status = ask(settings.bind.public, path)
        if status is None:
            return
        good = status == 410  # noqa: PLR2004 - Gone
        yield Line(what="server", where=path, state=f"answers {status}", good=good)


def say_receipt(lines: Sequence[Line], *, as_json: bool) -> bool:
    """Print a receipt and return whether everything is as it should be."""
    for line in lines:
        if as_json:
            say_json(line)
        else:
            say_state(
                "ok" if line.good else "fail",
                f"{line.what:<16} {line.state:<13}",
                line.where,
            )
    bad = sum(not line.good for line in lines)
    if not as_json:
        say(
            f"{len(lines)} looked at, {bad} still show."
            if bad
            else f"{len(lines)} looked at, nothing shows."
        )
    return not bad
