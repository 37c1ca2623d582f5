"""What a format's reader found, before it is made an Item.

Readers of formats fill this in and decide nothing that is the same for all
formats: zones, datelines, bylines, signals and desk marks are the business of
``assemble``. So a new format is a small module.
"""

import msgspec

from dateline.news.item import (
    Audience,
    EdNote,
    ItemKind,
    ItemPicture,
    ItemRendition,
    Link,
    Place,
    Signal,
    Subject,
)
from dateline.news.rights import NO_RIGHTS, Rights
from dateline.wire.reading import Reading


class Sent(msgspec.Struct, kw_only=True):
    """One item as the agency sent it; moments are still text.

    ``embargoed`` is None when nothing was sent, and empty when the agency sent
    an embargo without a moment. ``by`` holds byline fields, ``creators`` names
    that are a byline only if there is none. ``located`` are names of the place
    the copy says it comes from.
    """

    format: str
    uri: str = ""
    version: str = ""
    version_created: str = ""
    pub_status: str = ""
    embargoed: str | None = None
    expires: str = ""
    kind: ItemKind = ItemKind.TEXT
    signals: list[Signal] = msgspec.field(default_factory=list)
    service: str = ""
    sequence: str = ""
    headline: str = ""
    subheadline: str = ""
    slugline: str = ""
    keywords: list[str] = msgspec.field(default_factory=list)
    by: list[str] = msgspec.field(default_factory=list)
    by_title: str = ""
    creators: list[str] = msgspec.field(default_factory=list)
    datelines: list[str] = msgspec.field(default_factory=list)
    located: list[str] = msgspec.field(default_factory=list)
    credit: str = ""
    standfirst: str = ""
    caption: str = ""
    alt: str = ""
    correction_note: str = ""
    language: str = ""
    urgency: str = ""
    genres: list[str] = msgspec.field(default_factory=list)
    subjects: list[Subject] = msgspec.field(default_factory=list)
    places: list[Place] = msgspec.field(default_factory=list)
    body: Reading = msgspec.field(default_factory=Reading)
    pictures: list[ItemPicture] = msgspec.field(default_factory=list)
    renditions: list[ItemRendition] = msgspec.field(default_factory=list)
    copyright_holder: str = ""
    copyright_notice: str = ""
    usage_terms: list[str] = msgspec.field(default_factory=list)
    rights: Rights = NO_RIGHTS  # said by the structure, not in words
    links: list[Link] = msgspec.field(default_factory=list)
    inside: str = ""  # uri of the package that carries it
    parts: list[str] = msgspec.field(
        default_factory=list
    )  # uris a package puts together
    notes: list[EdNote] = msgspec.field(default_factory=list)
    needs_human: str = ""
    warnings: list[str] = msgspec.field(default_factory=list)

    def as_picture(self) -> ItemPicture:
        """Give a picture item as a picture of another item."""
        return ItemPicture(
            uri=self.uri,
            caption=self.caption,
            credit=self.credit,
            alt=self.alt,
            headline=self.headline,
            usage_terms="\n".join(self.usage_terms),
            rights=self.rights,
            instructions="\n".join(
                note.text
                for note in self.notes
                if note.audience is not Audience.NONPUBLIC
            ),
            renditions=tuple(self.renditions),
        )
