"""Which document an NITF file is a version of, and which other it speaks of.

``doc-id`` names the document, ``uno`` too; ``du-key`` names a story through its
versions, often by a slug that comes again next week, so a key without a digit
holds for one day. AP and others send none of them: such a file is known by
provider, service, day and slug, else by its number. Never by the moment of
reading or by chance, or reading a folder again would double everything.

A ``management-doc-idref`` says that the status of this file is that of *another*
document. It is read as an Item of that document, so that every rule of a kill
(also one that comes before its victim) holds for it.
"""

import re
from typing import Final

from dateline.wire.formats.nitf_dialects import Dialect
from dateline.wire.formats.nitf_found import Identity
from dateline.wire.source import SourceRules

TRAILING: Final = re.compile(r"[_:.](\d{1,3})$")
WRITETHRU: Final = re.compile(
    r"(?:(?<![, -])[, -]++)?\b(?:\d{1,2}(?:st|nd|rd|th)[ -]?(?:ld|lead|writethru)\b.*"
    r"|ld[ -]writethru\b.*)$",
    re.IGNORECASE,
)
SPACE: Final = re.compile(r"[\s:]+")


def uri_of(identity: Identity, *, dialect: Dialect, source: SourceRules) -> str:
    """Give the uri of a file's document; empty if nothing at all names it."""
    if identity.doc_id:
        return bare_id(identity.doc_id, identity=identity, dialect=dialect)
    if identity.uno:
        return identity.uno
    day = identity.issued[:10].replace("-", "")[:8] or "undated"
    if identity.key:
        lasting = any(sign.isdigit() for sign in identity.key)
        return _made(source, *(("key",) if lasting else ("key", day)), identity.key)
    slug = WRITETHRU.sub("", identity.slug).strip()
    name = slug or identity.sequence
    return _made(source, identity.service or "nitf", day, name) if name else ""


def bare_id(doc_id: str, *, identity: Identity, dialect: Dialect) -> str:
    """Give a document id without the version that some agencies put at its end.

    Outside such agencies it is taken for a version only where the file's own
    id ends in the version of ``du-key`` or the one before.
    """
    if dialect.version_in_id is not None:
        return dialect.version_in_id.sub("", doc_id)
    if doc_id and _ends_in_version(identity):
        return TRAILING.sub("", doc_id)
    return doc_id


def version_of(identity: Identity) -> str:
    """Give the version: that of the key, else what the id ends in."""
    if identity.key_version:
        return identity.key_version
    found = TRAILING.search(identity.doc_id)
    return found[1] if found and identity.registrar.casefold() == "ntb" else ""


def is_later_version(identity: Identity) -> bool:
    """Say whether key or generation count more than a first version."""
    return _number(identity.key_version) > 1 or _number(identity.generation) > 1


def other_document(identity: Identity, *, uri: str, dialect: Dialect) -> str:
    """Give the uri of the document that the status is about, if not this one."""
    if not identity.idref:
        return ""
    other = bare_id(identity.idref, identity=identity, dialect=dialect)
    return "" if other == uri or identity.idref == identity.doc_id else other


def _ends_in_version(identity: Identity) -> bool:
    """Say whether the id ends in the key's version, or in that less one."""
    found = TRAILING.search(identity.doc_id)
    number = _number(identity.key_version)
    return found is not None and number > 0 and int(found[1]) in {number, number - 1}


def _number(text: str) -> int:
    """Read a count; 0 if it is none."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0  # noqa: PLR2004 # nobody counts so far


def _made(source: SourceRules, *parts: str) -> str:
    """Make a uri of what does not change."""
    names = [SPACE.sub("-", part.strip()) for part in parts]
    return ":".join(["urn:dateline", source.scope, *names])
