"""A finished answer: everything about it is worked out before it is sent.

What a request still decides is only whether all of it goes out, its head
alone (HEAD), or the word that the reader has it already (304).
"""

from dataclasses import dataclass

import msgspec

from dateline.serve import slots
from dateline.serve.accept import IDENTITY, PREFERENCE, Wish
from dateline.serve.headers import (
    NOT_FOUND,
    PRIVATE,
    Headers,
    cache_policy,
    hardening,
)
from dateline.serve.join import joined
from dateline.serve.paths import in_header
from dateline.serve.slots import slot_names
from dateline.store.record import PageRecord, Piece

ESI = "esi"
PATIENCE = 16
"""Compressing a page with Brotli takes as long as about so many requests."""

OVERHEAD = 4096
"""Bytes of memory an answer takes beside its body, about."""

_COMPRESSIBLE = (
    "text/",
    "image/svg+xml",
    "application/json",
    "application/feed+json",
    "application/ld+json",
    "application/manifest+json",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/javascript",
    "application/opensearchdescription+xml",
)


@dataclass(kw_only=True, slots=True)
class Answer:
    """What goes out for a path, a city and a coding.

    ``version`` is the state of the newsstand for which the answer is known to
    be right; everything else never changes. ``known`` is the record without
    its pieces and ``filled`` the hash of the slots' values: while both are the
    same, so is the answer. ``by_city`` says that another city would get another.
    """

    version: int
    status: int
    etag: str
    headers: Headers
    headers_of_head: Headers
    headers_of_304: Headers
    body: bytes
    file: str
    known: PageRecord
    filled: str
    siblings: frozenset[str]
    patience: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Filling:
    """A record with its slots filled, or turned into tags, for one reader.

    ``private`` says that the values depend on what this reader chose.
    """

    record: PageRecord
    pieces: list[Piece]
    digest: str
    private: bool = False
    tags: bool = False


def depends_on_city(record: PageRecord) -> bool:
    """Return whether the reader's city shows on the page."""
    return not record.city and any(
        slots.depends_on_city(name) for name in slot_names(record)
    )


def without_pieces(record: PageRecord) -> PageRecord:
    """Return what identifies a record; its tag speaks for the pieces."""
    return msgspec.structs.replace(record, pieces=())


def finish(filling: Filling, *, wish: Wish, version: int, tls: bool) -> Answer:
    """Return the finished answer of a filled record, in the coding to be had at once.

    A better one is worth its time when the answer was asked for `PATIENCE` times.
    """
    record = filling.record
    compressible = record.content_type.startswith(_COMPRESSIBLE)
    chosen = wish.at_once if compressible else IDENTITY
    body = joined(filling.pieces, chosen) if filling.pieces else b""
    by_city = depends_on_city(record)
    etag = _etag(filling, chosen)
    about_caching = _about_caching(filling, etag=etag, by_city=by_city)
    headers = [
        *about_caching,
        *_about_content(record, chosen if body else IDENTITY),
        *hardening(record.csp, tls=tls),
    ]
    if record.cache == "slot":
        headers.append(("x-robots-tag", "noindex"))
    if filling.tags:
        headers.append(("surrogate-control", 'content="ESI/1.0"'))
    return Answer(
        version=version,
        status=record.status,
        etag=etag,
        headers=headers,
        headers_of_head=[*headers, ("content-length", str(len(body)))],
        headers_of_304=about_caching,
        body=body,
        file=record.file,
        known=without_pieces(record),
        filled=filling.digest,
        siblings=_siblings(filling),
        patience=PATIENCE if body and chosen not in {wish.best, IDENTITY} else 0,
    )


def _etag(filling: Filling, coding: str) -> str:
    record = filling.record
    if not record.tag or record.location:
        return ""
    if record.file:
        return f'"{record.tag}"'
    slots = ESI if filling.tags else filling.digest
    return f'"{"-".join(part for part in (record.tag, slots, coding) if part)}"'


def _siblings(filling: Filling) -> frozenset[str]:
    if filling.record.file or not filling.record.content_type.startswith(_COMPRESSIBLE):
        return frozenset()
    return frozenset(_etag(filling, c) for c in (*PREFERENCE, IDENTITY)) - {""}


def _about_caching(filling: Filling, *, etag: str, by_city: bool) -> Headers:
    record = filling.record
    policy = NOT_FOUND if record.status == 404 else cache_policy(record.cache)  # noqa: PLR2004 - a name would say less
    vary = []
    if record.content_type.startswith(_COMPRESSIBLE) and not record.file:
        vary.append("Accept-Encoding")
    if by_city and not filling.tags:
        vary.append("Cookie")
    return [
        # First: who holds the answer in another coding is told of that one's.
        *([("etag", etag)] if etag else []),
        ("cache-control", PRIVATE if filling.private else policy),
        *([("vary", ", ".join(vary))] if vary else []),
        ("server", "dateline"),
    ]


def _about_content(record: PageRecord, coding: str) -> Headers:
    if record.location:
        return [("location", in_header(record.location))]
    headers = [("content-type", record.content_type)]
    if coding != IDENTITY:
        headers.append(("content-encoding", coding))
    if record.links:
        headers.append(("link", record.links))
    for line in record.mining.splitlines():
        name, _, value = line.partition(" ")
        headers.append((name, value))
    if record.file:
        headers.append(("accept-ranges", "bytes"))
    return headers
