"""The way in: bytes of agency copy to Items.

No database, no clock, no network: the same bytes under the same rules give the
same Items, on any machine, in any year.
"""

import hashlib
from collections.abc import Callable

from dateline.news.item import Item, ItemKind
from dateline.wire.assemble import assemble
from dateline.wire.encoding import to_utf8
from dateline.wire.errors import RefusedError
from dateline.wire.formats import (
    anpa_1312,
    ap_media,
    feed,
    iptc_7901,
    jpeg,
    json_feed,
    mail,
    newsml_1,
    newsml_g2,
    ninjs,
    nitf,
    rbnews,
)
from dateline.wire.found import Decoded
from dateline.wire.refused import BrokenXmlError, TooLargeError, UnreadFormatError
from dateline.wire.sent import Sent
from dateline.wire.sniff import Format, sniff
from dateline.wire.source import SourceRules
from dateline.wire.xml import read_xml

Reader = Callable[[bytes, SourceRules], list[Sent]]

READERS: dict[Format, Reader] = {
    Format.NEWSML_1: newsml_1.read,
    Format.NEWSML_G2: newsml_g2.read,
    Format.NINJS: ninjs.read,
    Format.RSS: feed.read,
    Format.ATOM: feed.read,
    Format.JSON_FEED: json_feed.read,
    Format.IPTC_7901: iptc_7901.read,
    Format.JPEG: jpeg.read,
    Format.AP_MEDIA: ap_media.read,
    Format.NITF: nitf.read,
    Format.RBNEWS: rbnews.read,
    Format.ANPA_1312: anpa_1312.read,
}
# XML that may hold many items, or none: NITF and RBNews are one each.
OF_MANY = frozenset((Format.NEWSML_1, Format.NEWSML_G2, Format.RSS, Format.ATOM))


def parse(raw: bytes, *, source: SourceRules) -> list[Item]:
    """Read every Item in ``raw``.

    An empty list is possible: a news message may hold no item. What was odd but
    could be read is in the Items' ``warnings``.

    Raises:
        RefusedError: the bytes cannot be read; says what is wrong and where.
    """
    if len(raw) > source.max_bytes:
        raise TooLargeError(f"{len(raw)} bytes, more than {source.max_bytes}")
    # Most copy begins with no letter, and asking here spares it a call.
    is_mail = raw[:1].isalpha() and mail.is_mail(raw)
    found = _in_mail(raw, source) if is_mail else _in_file(raw, source)
    raw_ref = hashlib.sha256(raw).hexdigest()
    return [
        assemble(sent, source=source, raw_ref=raw_ref, place=place)
        for place, sent in enumerate(found)
    ]


def _in_file(raw: bytes, source: SourceRules) -> list[Sent]:
    """Read every item of a file in one of the formats."""
    if raw.startswith(jpeg.START):  # beside the stories of any wire lie its pictures
        form, decoded = Format.JPEG, Decoded(utf8=raw)
    else:
        decoded = to_utf8(raw)
        form = Format(source.format_hint) if source.format_hint else sniff(decoded.utf8)
    reader = READERS.get(form)
    if reader is None:
        raise UnreadFormatError(f"this is {form}, which is not read")
    found = reader(decoded.utf8, source)
    if not found and form in OF_MANY:
        _refuse_broken(decoded.utf8)
    if decoded.warning:
        for sent in found:
            sent.warnings.append(decoded.warning)
    return found


def _refuse_broken(utf8: bytes) -> None:
    """Refuse XML that had to be recovered and holds no item then: it was cut off.

    A warning would stand on an Item, and there is none; a whole message without an
    item is no fault.
    """
    warning = read_xml(utf8).warning
    if warning:
        raise BrokenXmlError(f"no item in it: {warning}")


def _in_mail(raw: bytes, source: SourceRules) -> list[Sent]:
    """Read what is in the parts of a mail; if none is copy, the mail itself.

    A part without a uri of its own gets one from its bytes: the same attachment
    in another mail is the same item.
    """
    opened = mail.open_mail(raw)
    found: list[Sent] = []
    unread: list[str] = []
    for part in opened.parts:
        try:
            found += _in_part(part, source)
        except RefusedError as error:
            if part.attached:
                unread.append(f"mail: {part.name[:80]!r} is not read: {error}")
    note = mail.note_of(opened)
    if all(sent.kind is ItemKind.PICTURE for sent in found):
        found = [_letter(opened, found), *found] if note or not found else found
    elif note is not None:
        for sent in found:
            sent.notes.append(note)
    for sent in found:
        sent.warnings += unread
    return found


def _letter(opened: mail.Mail, photographs: list[Sent]) -> Sent:
    """Return the mail itself as copy; the photographs in it are its pictures."""
    sent = mail.as_copy(opened)
    sent.pictures = [photograph.as_picture() for photograph in photographs]
    return sent


def _in_part(part: mail.Part, source: SourceRules) -> list[Sent]:
    """Read one part of a mail, and name what has no name of its own."""
    found = _in_file(part.raw, source)
    digest = hashlib.sha256(part.raw).hexdigest()
    for number, sent in enumerate(found):
        suffix = f":{number}" if number else ""
        sent.uri = sent.uri or f"urn:dateline:{source.scope}:{digest}{suffix}"
    return found
