"""Putting a story on the shelves of the catalog, and taking it off.

A shelf is a list: all stories, its section's, its cities', its topics', its
authors', the corrections. Each change returns the keys whose value it changed,
found from the places before and after and one or two seeks, never by reading a
whole list.
"""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dateline.catalog import documents, lists
from dateline.catalog.clock import recent_since
from dateline.catalog.documents import MonthChange, Stamp
from dateline.catalog.live import entries_changed
from dateline.catalog.versions import drop_version, path_of, tell_version
from dateline.news import key
from dateline.news.author import AuthorKind, author_list
from dateline.news.block import gallery_in
from dateline.news.front import city_front, section_front
from dateline.news.history import History, first_history, has_history, next_history
from dateline.news.story import Card, Correction, Story, last_changed
from dateline.store.store import Transaction


def card_of(story: Story, *, zone: ZoneInfo) -> Card:
    """Return what fronts show of a story."""
    return Card(
        id=story.id,
        path=path_of(story, zone=zone),
        language=story.language,
        headline=story.headline,
        standfirst=story.standfirst,
        section=story.section,
        located=story.located,
        byline=story.byline,
        agency=story.agency,
        credit=story.credit,
        picture=story.lead_picture,
        urgency=story.urgency,
        first_published=story.first_published,
        topics=story.topics,
        live=story.live,
        gallery=gallery_in(story.body) is not None,
    )


def lists_of(story: Story) -> tuple[str, ...]:
    """Return the names of the lists a story stands in."""
    return (
        key.ALL,
        section_front(story.section),
        *(city_front(city) for city in dict.fromkeys(story.cities)),
        *(f"topic/{topic}" for topic in dict.fromkeys(story.topics)),
        *_authors_of(story),
        *edition_lists(story),
    )


def edition_lists(story: Story) -> tuple[str, str]:
    """Return the lists of a story's language, which an edition's fronts show."""
    return (
        key.in_language(key.ALL, story.language),
        key.in_language(section_front(story.section), story.language),
    )


def _authors_of(story: Story) -> Iterator[str]:
    """Yield the lists of those a story names; who has no id has no list."""
    names = [author_list(AuthorKind.PERSON, name) for name in story.byline]
    names.append(author_list(AuthorKind.AGENCY, story.agency))
    yield from (name for name in dict.fromkeys(names) if name)


def shelve(
    tx: Transaction,
    story: Story,
    *,
    seq: int,
    zone: ZoneInfo,
    before: Story | None = None,
) -> set[str]:
    """Put ``story`` where it belongs; return the changed keys.

    ``before`` is the revision that it replaces.
    """
    said = None if before is None else _value_now(tx, before, zone=zone)
    changed = _say(tx, story, seq=seq, zone=zone, before=before)
    if before is not None and _places(before) == _places(story):
        changed |= _correct(
            tx, story, before=before.corrections, after=story.corrections
        )
        return changed | _amend(tx, story, said, zone=zone)
    if before is not None:
        changed |= _leave(tx, before, zone=zone)
    return changed | _enter(tx, story, zone=zone)


def unshelve(tx: Transaction, story: Story, *, zone: ZoneInfo) -> set[str]:
    """Take ``story`` out of the catalog; return the changed keys."""
    documents.drop(tx, f"story/{story.id}")
    documents.drop(tx, f"card/{story.id}")
    documents.drop(tx, f"stamp/{story.id}")
    documents.drop(tx, f"history/{story.id}")
    changed = {key.body(story.id), key.card(story.id), key.stamp(story.id)}
    if has_history(story):
        changed.add(key.history(story.id))
    changed |= drop_version(tx, story)
    return changed | _leave(tx, story, zone=zone)


def restamp(tx: Transaction, story: Story, *, seq: int, zone: ZoneInfo) -> set[str]:
    """Note that something that hangs on a story changed, as an entry of its blog does.

    The story stays as it is and where it is. Returns the changed keys.
    """
    said = _value_now(tx, story, zone=zone)
    changed = _stamp(tx, story, seq=seq)
    return changed | _amend(tx, story, said, zone=zone)


def _say(
    tx: Transaction, story: Story, *, seq: int, zone: ZoneInfo, before: Story | None
) -> set[str]:
    """Store the story and, where they differ, its card and stamp."""
    documents.put(tx, f"story/{story.id}", seq, story)
    changed = {key.body(story.id)}
    card = card_of(story, zone=zone)
    if before is None or card != card_of(before, zone=zone):
        documents.put(tx, f"card/{story.id}", seq, card)
        changed.add(key.card(story.id))
    changed |= _stamp(tx, story, seq=seq)
    changed |= tell_version(tx, story, seq=seq, zone=zone, before=before)
    return changed | _tell_history(tx, story, seq=seq, before=before)


def _tell_history(
    tx: Transaction, story: Story, *, seq: int, before: Story | None
) -> set[str]:
    """Keep what readers were told differently before, where they were told."""
    if not has_history(story):
        return set()
    name = f"history/{story.id}"
    told: History | None = documents.find(tx, name)
    if before is None:
        history = first_history(story)
    else:
        history = next_history(told or History(), before, story)
    if history == told:
        return set()
    documents.put(tx, name, seq, history)
    return {key.history(story.id)}


def _stamp(tx: Transaction, story: Story, *, seq: int) -> set[str]:
    """Store when a story last changed for readers, where that is another moment."""
    before: Stamp | None = documents.find(tx, f"stamp/{story.id}")
    stamp = Stamp(moment=_changed(tx, story))
    if stamp == before:
        return set()
    documents.put(tx, f"stamp/{story.id}", seq, stamp)
    return {key.stamp(story.id)}


def _changed(tx: Transaction, story: Story) -> datetime:
    """Return when a story, or an entry of it while it is a live blog, last changed."""
    own = last_changed(story)
    entries = entries_changed(tx, story.id) if story.live else None
    return own if entries is None else max(own, entries)


def _places(story: Story) -> tuple[datetime, tuple[str, ...]]:
    return story.first_published, lists_of(story)


def _place(story: Story) -> bytes:
    return lists.place_of(story.first_published, story.id)


def _value(tx: Transaction, story: Story, *, zone: ZoneInfo) -> bytes:
    path = path_of(story, zone=zone)
    return lists.value_of(lists.Placed(story.id, path, _changed(tx, story)))


def _value_now(tx: Transaction, story: Story, *, zone: ZoneInfo) -> bytes:
    """Return what the list of all stories says of a story until it is amended."""
    stamp: Stamp | None = documents.find(tx, f"stamp/{story.id}")
    moment = last_changed(story) if stamp is None else stamp.moment
    return lists.value_of(lists.Placed(story.id, path_of(story, zone=zone), moment))


def _day(story: Story, zone: ZoneInfo) -> date:
    return story.first_published.astimezone(zone).date()


def _amend(
    tx: Transaction, story: Story, said: bytes | None, *, zone: ZoneInfo
) -> set[str]:
    """Amend what the list of all stories has ``said`` of one that stays in it."""
    value = _value(tx, story, zone=zone)
    if value == said:
        return set()
    lists.enter(tx, key.ALL, _place(story), value)
    changed = {key.sitemap(f"{_day(story, zone):%Y-%m}")}
    return changed | _date_month(tx, _day(story, zone), zone=zone)


def _enter(tx: Transaction, story: Story, *, zone: ZoneInfo) -> set[str]:
    place = _place(story)
    changed = _calendar(tx, story, zone=zone) | _recent(tx, story)
    for name in lists_of(story):
        value = _value(tx, story, zone=zone) if name == key.ALL else b""
        lists.enter(tx, name, place, value)
        if lists.is_among_newest(tx, name, place):
            changed.add(key.newest(name))
    changed |= _correct(tx, story, before=(), after=story.corrections)
    return changed | _date_month(tx, _day(story, zone), zone=zone, with_story=story)


def _leave(tx: Transaction, story: Story, *, zone: ZoneInfo) -> set[str]:
    place = _place(story)
    changed = _recent(tx, story)
    for name in lists_of(story):
        if lists.is_among_newest(tx, name, place):
            changed.add(key.newest(name))
        lists.leave(tx, name, place)
    changed |= _calendar(tx, story, zone=zone)
    changed |= _correct(tx, story, before=story.corrections, after=())
    return changed | _date_month(tx, _day(story, zone), zone=zone)


def _recent(tx: Transaction, story: Story) -> set[str]:
    since = recent_since(tx)
    return {key.RECENT} if since and story.first_published > since else set()


def _calendar(tx: Transaction, story: Story, *, zone: ZoneInfo) -> set[str]:
    """Return the calendar keys that a story's coming or going changes.

    Called while the story is in none of the lists: whatever is empty then
    begins or ends with it.
    """
    day = _day(story, zone)
    changed = {key.day(day.isoformat()), key.sitemap(f"{day:%Y-%m}")}
    if lists.is_empty(tx, *lists.day_range(day, zone)):
        changed.add(key.days(f"{day:%Y-%m}"))
        if lists.is_empty(tx, *lists.month_range(day.year, day.month, zone)):
            changed.add(key.months(f"{day:%Y}"))
            if lists.is_empty(tx, *lists.year_range(day.year, zone)):
                changed.add(key.YEARS)
    return changed


def _date_month(
    tx: Transaction, day: date, *, zone: ZoneInfo, with_story: Story | None = None
) -> set[str]:
    """Keep the latest change among a month's stories, for the sitemap index.

    A story that enters can only move it forward; otherwise the month is read,
    which costs as much as making its sitemap.
    """
    name = f"month/{day:%Y-%m}"
    before: MonthChange | None = documents.find(tx, name)
    if with_story is not None:
        latest = _changed(tx, with_story)
        if before is not None:
            latest = max(latest, before.moment)
    else:
        span = lists.month_range(day.year, day.month, zone)
        moments = [placed.changed for placed in lists.between(tx, *span)]
        if not moments:
            documents.drop(tx, name)
            return {key.SITEMAPS}
        latest = max(moments)
    if before is not None and before.moment == latest:
        return set()
    # Said by no entry: after an erasure nobody could tell which it was.
    documents.put(tx, name, 0, MonthChange(moment=latest))
    return {key.SITEMAPS}


def _correct(
    tx: Transaction,
    story: Story,
    *,
    before: tuple[Correction, ...],
    after: tuple[Correction, ...],
) -> set[str]:
    """Replace a story's notes in the list of corrections."""
    if before == after:
        return set()
    for number, note in enumerate(before):
        place = lists.place_of(note.moment, f"{story.id} {number}")
        lists.leave(tx, lists.CORRECTIONS, place)
    for number, note in enumerate(after):
        place = lists.place_of(note.moment, f"{story.id} {number}")
        lists.enter(tx, lists.CORRECTIONS, place, note.note.encode())
    return {key.CORRECTIONS}
