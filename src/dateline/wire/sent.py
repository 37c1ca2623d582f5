"""What a format's reader found, before it is made an Item.

Readers of formats fill this in and decide nothing that is the same for all
formats: zones, datelines, bylines, signals and desk marks are the business of
``assemble``. So a new format is a small module.
"""

from typing import Final

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

TEXT: Final = ItemKind.TEXT


class Sent:
    """One item as the agency sent it; moments are still text.

    ``embargoed`` is None when nothing was sent, and empty when the agency sent
    an embargo without a moment. ``by`` holds byline fields, ``creators`` names
    that are a byline only if there is none. ``located`` are names of the place
    the copy says it comes from.
    """

    version: str = ""
    version_created: str = ""
    pub_status: str = ""
    embargoed: str | None = None
    expires: str = ""
    service: str = ""
    sequence: str = ""
    subheadline: str = ""
    slugline: str = ""
    by_title: str = ""
    credit: str = ""
    standfirst: str = ""
    caption: str = ""
    alt: str = ""
    correction_note: str = ""
    urgency: str = ""
    copyright_holder: str = ""
    copyright_notice: str = ""
    rights: Rights = NO_RIGHTS  # said by the structure, not in words
    inside: str = ""  # uri of the package that carries it
    needs_human: str = ""

    def __init__(
        self,
        form: str,
        *,
        uri: str = "",
        kind: ItemKind = TEXT,
        headline: str = "",
        language: str = "",
        body: Reading | None = None,
    ) -> None:
        """Begin an item; ``form`` is the format it came in."""
        self.format = form
        self.uri = uri
        self.kind = kind
        self.headline = headline
        self.language = language
        self.body = Reading() if body is None else body
        self.signals: list[Signal] = []
        self.keywords: list[str] = []
        self.by: list[str] = []
        self.creators: list[str] = []
        self.datelines: list[str] = []
        self.located: list[str] = []
        self.genres: list[str] = []
        self.subjects: list[Subject] = []
        self.places: list[Place] = []
        self.pictures: list[ItemPicture] = []
        self.renditions: list[ItemRendition] = []
        self.usage_terms: list[str] = []
        self.links: list[Link] = []
        self.parts: list[str] = []  # uris a package puts together
        self.notes: list[EdNote] = []
        self.warnings: list[str] = []

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
