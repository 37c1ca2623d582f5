"""Orders that came in words: an embargo, a kill; looked for in all that was sent.

The same for every format: notes between desks, what was taken out of the head of
the copy as a notice, the headline, and the first paragraphs.
"""

from datetime import UTC, datetime
from typing import Final

from dateline.news.item import Audience, Victim
from dateline.wire.caseless import lower_ascii
from dateline.wire.embargo_text import find_embargo, may_hold
from dateline.wire.found import FoundEmbargo
from dateline.wire.kill_words import may_order_kill, named_victims, opens_with_kill
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules
from dateline.wire.tidied import Tidied
from dateline.wire.wording import is_kill_notice

# Asked of every item: a member looked up by its name takes long.
NONPUBLIC: Final = Audience.NONPUBLIC

NOTICE: Final = "notice to editors"  # why tidy took a text out
LOOKED_AT: Final = 2  # paragraphs at the head of the copy that may be an embargo
NEVER: Final = datetime.min.replace(tzinfo=UTC)


def desk_notes(sent: Sent, copy: Tidied) -> list[str]:
    """Give what one desk says to another about this copy."""
    if not sent.notes and not copy.stripped:
        return []
    notes = [note.text for note in sent.notes if note.audience is not NONPUBLIC]
    notes += [each.text for each in copy.stripped if each.reason == NOTICE]
    return notes


def in_lower_case(sent: Sent, notes: list[str]) -> str:
    """Give headline, caption and all notes as ``lower_ascii`` does, once for all."""
    texts = [sent.headline, sent.caption, *notes]
    texts += [note.text for note in sent.notes if note.audience is NONPUBLIC]
    return lower_ascii("\n".join(texts))


def orders_a_kill(sent: Sent, copy: Tidied, notes: list[str], lower: str) -> bool:
    """Say whether this is a kill in words.

    ``notes`` are those between desks, ``lower`` what ``in_lower_case`` gave.
    """
    if may_order_kill(lower) and is_kill_notice(sent.headline, sent.caption, *notes):
        return True
    if copy.blocks and opens_with_kill(copy.blocks[0].text):
        return True
    return any(opens_with_kill(note) for note in notes)


def victims(sent: Sent, copy: Tidied, notes: list[str]) -> tuple[Victim, ...]:
    """Give what a kill in words names."""
    body = [block.text for block in copy.blocks]
    return named_victims("\n".join([sent.headline, *notes, *body]))


def worded_embargo(
    sent: Sent,
    copy: Tidied,
    source: SourceRules,
    made: datetime | None,
    notes: list[str],
    lower: str,
) -> FoundEmbargo | None:
    """Read an embargo that is only in words, if no other was sent; the latest holds.

    ``notes`` are those between desks; here those not for the public speak too.
    ``lower`` is what ``in_lower_case`` gave.
    """
    if sent.embargoed is not None and sent.embargoed.strip():
        return None
    if not may_hold(lower):
        notes = []
    elif sent.notes:
        notes = notes + [n.text for n in sent.notes if n.audience is NONPUBLIC]
    heads = [sent.headline, sent.body.heading]
    heads += [block.text for block in copy.blocks[:LOOKED_AT]]
    found = []
    for number, text in enumerate([*notes, *heads]):
        note = number < len(notes)
        told = find_embargo(text, near=made, zone=source.zone, note=note)
        if told is not None:
            found.append(told)
    if not found:
        return None
    dated = [embargo for embargo in found if embargo.moment is not None]
    return max(dated, key=_end_of, default=found[0])


def _end_of(embargo: FoundEmbargo) -> datetime:
    """Give the end of an embargo that has one."""
    return embargo.moment or NEVER
