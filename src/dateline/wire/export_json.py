"""An Item as one JSON object: what ``dateline parse`` prints.

Every field of the Item is there under its own name, empty ones too, so that a
program can rely on the shape. Moments are ISO 8601 with their offset.
"""

import json
from datetime import datetime

from dateline.news.block import BlockKind
from dateline.news.item import Item, ItemBlock, ItemDateline, ItemPicture, Subject
from dateline.news.rights import Rights

VICTIM = ("uri", "sequence", "slugline", "headline")


def item_object(item: Item, *, file: str) -> dict[str, object]:
    """Give an Item as what JSON knows."""
    return {
        "file": file,
        "format": item.format,
        "source": item.source,
        "provider": item.provider,
        "raw_ref": item.raw_ref,
        "kind": item.kind.value,
        "uri": item.uri,
        "version": item.version,
        "version_created": _moment(item.version_created),
        "pub_status": item.pub_status.value,
        "embargoed_until": _moment(item.embargoed_until),
        "expires": _moment(item.expires),
        "signals": [signal.value for signal in item.signals],
        "service": item.service or None,
        "sequence": item.sequence or None,
        "victims": [
            {key: getattr(each, key) for key in VICTIM if getattr(each, key)}
            for each in item.victims
        ],
        "needs_human": item.needs_human or None,
        "headline": item.headline,
        "headline_prefix": item.headline_prefix or None,
        "subheadline": item.subheadline or None,
        "slugline": item.slugline or None,
        "keywords": list(item.keywords),
        "byline": item.byline or None,
        "dateline": _dateline(item.dateline),
        "credit": item.credit or None,
        "standfirst": item.standfirst or None,
        "correction_note": item.correction_note or None,
        "language": item.language or None,
        "urgency": item.urgency,
        "genres": list(item.genres),
        "subjects": [_subject(each) for each in item.subjects],
        "places": [{"name": place.name} for place in item.places],
        "body": [_block(block) for block in item.body],
        "pictures": [_picture(picture) for picture in item.pictures],
        "renditions": _renditions(item.renditions),
        "copyright_holder": item.copyright_holder or None,
        "copyright_notice": item.copyright_notice or None,
        "usage_terms": item.usage_terms or None,
        "rights": _rights(item.rights),
        "links": [
            {"rel": link.rel, "uri": link.uri, "href": link.href, "title": link.title}
            for link in item.links
        ],
        "ed_notes": [
            {"text": note.text, "audience": note.audience.value, "role": note.role}
            for note in item.ed_notes
        ],
        "stripped": [
            {"text": each.text, "reason": each.reason} for each in item.stripped
        ],
        "warnings": list(item.warnings),
        "inside": item.inside or None,
    }


def item_line(item: Item, *, file: str) -> str:
    """Give an Item as one line of JSON, without the line end."""
    text = json.dumps(item_object(item, file=file), ensure_ascii=False)
    # Line separators are legal in JSON but end a line for some readers.
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def error_line(*, file: str, error: str, hint: str) -> str:
    """Give the line for a file that cannot be read."""
    return json.dumps({"file": file, "error": error, "hint": hint}, ensure_ascii=False)


def _moment(moment: datetime | None) -> str | None:
    """Write a moment with its offset."""
    return None if moment is None else moment.isoformat()


def _dateline(dateline: ItemDateline | None) -> dict[str, object] | None:
    """Write a dateline."""
    if dateline is None:
        return None
    return {
        "text": dateline.text,
        "places": list(dateline.places),
        "credit": dateline.credit or None,
        "date": dateline.date or None,
        "origin": dateline.origin.value,
    }


def _subject(subject: Subject) -> dict[str, object]:
    """Write a subject; the code carries a scheme that is a short name."""
    short = subject.scheme and subject.code and "/" not in subject.scheme
    code = f"{subject.scheme}:{subject.code}" if short else subject.code
    return {
        "code": code,
        "name": subject.name,
        "scheme": subject.scheme,
        "kind": subject.kind,
        "media_topic": subject.media_topic or None,
    }


def _block(block: ItemBlock) -> dict[str, object]:
    """Write a block: kind, text and what only its kind has."""
    out: dict[str, object] = {"kind": block.kind.value, "text": block.text}
    if block.runs:
        out["html"] = block.html
    if block.kind is BlockKind.LIST:
        out["items"] = [line.text for line in block.items]
        out["ordered"] = block.ordered
    if block.kind is BlockKind.TABLE:
        out["rows"] = [[cell.text for cell in row] for row in block.rows]
    for name in ("uri", "href", "credit", "alt"):
        if getattr(block, name):
            out[name] = getattr(block, name)
    if block.boxed:
        out["boxed"] = True
    return out


def _picture(picture: ItemPicture) -> dict[str, object]:
    """Write a picture."""
    return {
        "uri": picture.uri,
        "caption": picture.caption,
        "credit": picture.credit,
        "alt": picture.alt,
        "headline": picture.headline,
        "usage_terms": picture.usage_terms,
        "instructions": picture.instructions,
        "rights": _rights(picture.rights),
        "renditions": _renditions(picture.renditions),
    }


def _rights(rights: Rights) -> dict[str, object] | None:
    """Write what is forbidden; None if nothing is."""
    if not rights:
        return None
    return {
        "flags": list(rights.flags),
        "credit": rights.credit or None,
        "out": list(rights.out),
        "until": rights.until.isoformat() if rights.until else None,
        "phrases": list(rights.phrases),
    }


def _renditions(renditions: tuple[object, ...]) -> list[dict[str, object]]:
    """Write the files of a picture, video or sound."""
    names = ("href", "name", "mime", "width", "height", "size")
    return [{name: getattr(each, name) for name in names} for each in renditions]
