"""Files with names: a story's pictures lie beside it, and are called by name.

A photograph (JPEG) is an item by itself. Other pictures say nothing of
themselves, so they are no items; they are kept for the copy that names them.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from dateline.newsroom.intake.arrival import Outcome
from dateline.newsroom.intake.take_in import take_in
from dateline.newsroom.note_pictures import note_file
from dateline.newsroom.renditions import NotAPictureError, measure
from dateline.newsroom.routing.stored import stored_rules
from dateline.newsroom.site_settings import site_settings
from dateline.wire.formats import mail
from dateline.wire.raw_archive import RawArchive
from dateline.wire.routing import Rule
from dateline.wire.source import SourceRules

JPEG = b"\xff\xd8\xff"
_PLAIN = (b"\x89PNG\r\n\x1a\n", b"RIFF")


def take_in_file(
    raw: bytes,
    *,
    name: str,
    source: SourceRules,
    now: datetime,
    rules: Callable[[], Sequence[Rule]] = stored_rules,
) -> list[Outcome]:
    """Take in a file, and write down which picture came under which name.

    Raises RefusedError if it cannot be read.
    """
    if raw.startswith(_PLAIN) and len(raw) <= source.max_bytes and _is_picture(raw):
        _keep(name, raw, source=source, now=now)
        return []
    outcomes = take_in(raw, source=source, now=now, rules=rules)
    if raw.startswith(JPEG):
        _keep(name, raw, source=source, now=now)
    for part in _attached(raw):
        _keep(part.name, part.raw, source=source, now=now)
    return outcomes


def _attached(raw: bytes) -> Iterator[mail.Part]:
    """Give the pictures attached to a mail."""
    if mail.is_mail(raw):
        for part in mail.open_mail(raw).parts:
            if part.raw.startswith((JPEG, *_PLAIN)) and _is_picture(part.raw):
                yield part


def _keep(name: str, raw: bytes, *, source: SourceRules, now: datetime) -> None:
    ref = RawArchive(site_settings().raw_path).keep(raw)
    note_file(name, ref, source=source.name, now=now)


def _is_picture(raw: bytes) -> bool:
    try:
        measure(raw)
    except NotAPictureError:
        return False
    return True
