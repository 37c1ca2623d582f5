"""Whose byline an item bears: the field's, the body's or the creators'."""

from dateline.news.item import Byline, Stripped
from dateline.wire.byline_text import is_generic, read_byline, same_byline
from dateline.wire.dateline_text import is_joint_credit
from dateline.wire.sent import Sent
from dateline.wire.tidied import Tidied


def choose_bylines(
    sent: Sent, copy: Tidied, stripped: list[Stripped], warnings: list[str]
) -> tuple[Byline, ...]:
    """Choose the byline: the field, else the body's, else the creators'.

    What the field holds besides goes to ``stripped``; two that differ are a warning.
    """
    signed = sent.body.byline or copy.byline
    if sent.by or signed:
        return _signed(sent, signed, stripped, warnings)
    return _from_creators(sent)


def _signed(
    sent: Sent, signed: str, stripped: list[Stripped], warnings: list[str]
) -> tuple[Byline, ...]:
    """Choose between the field and what signs the body."""
    fields = []
    for text in dict.fromkeys([each.strip() for each in sent.by]):
        if not text:
            continue
        byline = read_byline(text, title=sent.by_title)
        if is_joint_credit(text):
            stripped.append(Stripped(text=text, reason="credit in the byline field"))
        elif byline is None:
            stripped.append(Stripped(text=text, reason="desk mark in the byline field"))
        else:
            fields.append(byline)
    in_body = read_byline(signed, title=sent.by_title)
    if in_body is None:
        return tuple(fields) or _from_creators(sent)
    if not fields:
        return (in_body,)
    if any(same_byline(in_body.text, each.text) for each in fields):
        return tuple(fields)
    warnings.append(f"byline: {fields[0].text!r} against {in_body.text!r} in the body")
    return (in_body,) if all(map(is_generic, fields)) else tuple(fields)


def _from_creators(sent: Sent) -> tuple[Byline, ...]:
    """Take creators that have a person's name for the byline."""
    if not sent.creators:
        return ()
    bylines = (read_byline(text) for text in dict.fromkeys(sent.creators))
    return tuple(byline for byline in bylines if byline is not None and byline.names)
