"""Agency photographs: the file itself is the Item, told by its IIM and XMP.

Some agencies fill only IIM (AFP, Reuters), some both (AP), and some nothing, as
the story's own item says it all (dpa). The reference of a transmission comes
again every few days at some agencies, so the day it was made is part of the
identity.

Source: IPTC Photo Metadata Standard 2023.2; IIM 4.2, data sets 1:70, 2:07, 2:30.
"""

import hashlib
from typing import Final

from dateline.news.item import (
    EdNote,
    ItemKind,
    ItemRendition,
    Place,
    Signal,
    Subject,
)
from dateline.wire.photo_metadata import PhotoMetadata, metadata_of, open_picture
from dateline.wire.refused import BrokenPictureError
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules

FORMAT: Final = "jpeg"
START, END = b"\xff\xd8\xff", b"\xff\xd9"
SUBJECT_CODES: Final = "http://cv.iptc.org/newscodes/subjectcode/"
CATEGORY: Final = "category"  # the one to three letters of the oldest wires
CODE_LENGTH: Final = 8


def read(raw: bytes, source: SourceRules) -> list[Sent]:
    """Read one photograph.

    Raises:
        BrokenPictureError: the picture cannot be opened.
    """
    picture = open_picture(raw)
    if picture is None:
        raise BrokenPictureError("not a picture, though it begins like a JPEG")
    said = metadata_of(picture)
    sent = Sent(FORMAT, kind=ItemKind.PICTURE)
    digest = hashlib.sha256(raw).hexdigest()
    sent.renditions = [
        ItemRendition(
            href=f"raw:{digest}",  # where the wire keeps the bytes
            name="main",
            mime="image/jpeg",
            width=picture.width,
            height=picture.height,
            size=len(raw),
        )
    ]
    if not said:
        sent.warnings.append("picture: it says nothing of itself")
        return [sent]
    sent.uri = _uri(said, source)
    _read_state(sent, said)
    _read_lines(sent, said)
    _read_subjects(sent, said)
    return [sent]


def _uri(said: PhotoMetadata, source: SourceRules) -> str:
    """Name the picture: by its identifier, else its reference and day.

    Empty if it has neither: then it is named by its bytes.
    """
    if said.identifier:
        return said.identifier
    if not said.reference:
        return ""
    day = (said.created or said.sent)[:10]
    return ":".join(filter(None, ("urn:dateline", source.scope, said.reference, day)))


def _read_state(sent: Sent, said: PhotoMetadata) -> None:
    """Read moments, urgency, and what the desk says of this transmission."""
    sent.version_created = said.sent or said.created
    sent.embargoed = said.release or None
    sent.expires = said.expires
    sent.urgency = said.urgency if said.urgency != "0" else ""
    status = said.edit_status.lower()
    if "kill" in status:
        sent.pub_status = "canceled"
    elif "correct" in status:
        sent.signals.append(Signal.CORRECTION)


def _read_lines(sent: Sent, said: PhotoMetadata) -> None:
    """Read caption, credit, byline, place, instructions and rights."""
    sent.headline = said.headline
    sent.slugline = said.object_name
    sent.caption, sent.alt = said.caption, said.alt
    sent.credit = said.credit or said.source
    sent.by = [said.creator] if said.creator else []
    sent.by_title = said.creator_title
    place = ", ".join(filter(None, (said.city, said.country)))
    sent.datelines = [place] if said.city else []
    if said.city:
        sent.places.append(Place(name=said.city))
    if said.country:
        sent.places.append(Place(name=said.country, code=said.country_code))
    if said.instructions:
        sent.notes.append(EdNote(text=said.instructions, role="instructions"))
    sent.copyright_notice = said.copyright
    sent.usage_terms = [said.usage_terms] if said.usage_terms else []
    sent.language = said.language


def _read_subjects(sent: Sent, said: PhotoMetadata) -> None:
    """Read keywords, subject codes, the category letters and the people shown."""
    sent.keywords = list(said.keywords)
    for text in said.subjects:
        parts = text.split(":")  # IPR:15054000:SPO:soccer, or the code alone
        code = next((each for each in parts if each.isdigit()), "")
        if len(code) == CODE_LENGTH:
            name = parts[-1].strip() if len(parts) > 1 else ""
            name = "" if name == code else name
            sent.subjects.append(Subject(name=name, scheme=SUBJECT_CODES, code=code))
    if said.category:
        sent.subjects.append(Subject(scheme=CATEGORY, code=said.category))
    for name in said.people:
        sent.subjects.append(Subject(name=name, kind="person"))
