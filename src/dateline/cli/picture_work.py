"""Killing a picture from the command line, with the receipt of everything."""

from collections.abc import Iterator
from typing import Any

from dateline.catalog import documents
from dateline.cli.desk_work import (
    is_wiped,
    now,
    person_called,
    seen_by_readers,
)
from dateline.cli.open_journal import reading_journal, reading_store
from dateline.cli.receipt import (
    GONE,
    STILL_THERE,
    Line,
    Order,
    Suspect,
    every_page,
    file_lines,
    journal_lines,
    wiped_line,
)
from dateline.journal.chain import content_of
from dateline.journal.entry import Kill, Kind
from dateline.journal.reader import Journal
from dateline.settings import Settings
from dateline.store.record import page_at
from dateline.store.store import Transaction

_GONE = 410


def _find_picture(text: str) -> Any:  # noqa: ANN401 - Django is loaded when needed
    """Return the newsroom's picture of that id; None if it is no picture's."""
    from dateline.newsroom.models.picture import Picture

    return Picture.objects.filter(public_id=text.strip()).first()


def kill_picture(
    settings: Settings, text: str, *, reason: str, acting: str
) -> list[Line]:
    """Kill a picture, have the press pass it, and look at everything afterwards.

    Returns no line if ``text`` is no picture's id.
    """
    picture = _find_picture(text)
    if picture is None:
        return []
    from dateline.newsroom.actions.kill_picture import KillPicture

    killed = KillPicture(
        picture=picture, reason=reason, acting_user=person_called(acting), now=now()
    ).execute()
    with reading_journal(settings) as journal:
        order = _order_of(journal, killed.picture)
    suspect = Suspect(id=killed.picture, paths=(), words=(), pictures=())
    seen_by_readers(settings, order.entries, force=True)
    wiped = is_wiped(settings)
    with reading_journal(settings) as journal:
        lines = list(journal_lines(journal, killed.picture, order))
    with reading_store(settings) as store, store.read() as tx:
        lines += _store_lines(tx, killed.picture, order)
        lines += every_page(tx, suspect, order)
    lines.append(wiped_line(good=wiped))
    lines += file_lines(settings.media_path, killed.files, order)
    lines += _newsroom_lines(killed)
    lines += _server_lines(settings, order)
    return lines


def _order_of(journal: Journal, picture_id: str) -> Order:
    """Return the newest kill of a picture; its addresses are those of all of them."""
    kills = [e for e in journal.about(picture_id) if e.kind is Kind.PICTURE_KILLED]
    contents = [c for c in map(content_of, kills) if isinstance(c, Kill)]
    paths = dict.fromkeys(path for kill in contents for path in kill.addresses)
    return Order(
        entries=tuple(kills[-1:]),
        erased=tuple(name for kill in contents for name in kill.erased),
        pictures=(),
        addresses=tuple(paths),
    )


def _store_lines(tx: Transaction, picture_id: str, order: Order) -> Iterator[Line]:
    """Yield the state of the picture's document and of each of its addresses."""
    name = f"picture/{picture_id}"
    good = documents.find(tx, name) is None
    state = GONE if good else STILL_THERE
    yield Line(what="catalog", where=name, state=state, good=good)
    for path in order.addresses:
        record = page_at(tx, path)
        status = record.status if record else 404
        yield _answer("picture address", path, status)


def _newsroom_lines(killed: Any) -> Iterator[Line]:  # noqa: ANN401 - as above
    """Yield the state of the picture in the newsroom's own tables."""
    from dateline.newsroom.models.picture import Picture

    row = Picture.objects.get(public_id=killed.picture)
    good = row.killed and not any((row.caption, row.alt, row.credit, row.title))
    state = GONE if good else STILL_THERE
    yield Line(what="newsroom", where="words", state=state, good=good)
    for name in killed.raw_refs:
        yield Line(what="agency bytes", where=name, state="kept, closed", good=True)


def _server_lines(settings: Settings, order: Order) -> Iterator[Line]:
    """Yield what the running server answers at each address; nothing if none runs."""
    from dateline.cli.ask_server import ask

    for path in order.addresses:
        status = ask(settings.bind.public, path)
        if status is None:
            return
        yield _answer("server", path, status)


def _answer(what: str, where: str, status: int) -> Line:
    state = f"answers {status}"
    return Line(what=what, where=where, state=state, good=status == _GONE)
