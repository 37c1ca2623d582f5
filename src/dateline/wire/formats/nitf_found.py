"""What the head of an NITF document says."""

import msgspec

from dateline.wire.sent import Sent


class Identity(msgspec.Struct, kw_only=True):
    """What a file says about which document and which version it is."""

    doc_id: str = ""
    registrar: str = ""
    uno: str = ""
    key: str = ""
    key_version: str = ""
    generation: str = ""
    service: str = ""
    sequence: str = ""
    issued: str = ""
    slug: str = ""
    status: str = ""
    idref: str = ""


class Head(msgspec.Struct, kw_only=True):
    """What the head says, before it is known whose file it is."""

    sent: Sent
    identity: Identity = msgspec.field(default_factory=Identity)
    title: str = ""
    published: str = ""
    noted: str = ""
    release: str | None = None
