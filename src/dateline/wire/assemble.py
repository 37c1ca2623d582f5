"""From what was sent to the Item: the rules that hold for every format."""

from datetime import datetime
from typing import Final

from msgspec.structs import replace

from dateline.news.item import (
    Audience,
    EdNote,
    Item,
    ItemBlock,
    ItemDateline,
    ItemKind,
    ItemPicture,
    Origin,
    PubStatus,
    Signal,
    Stripped,
)
from dateline.news.language_tag import language_tag
from dateline.news.rights import NO_RIGHTS, Rights, strictest
from dateline.wire.body_pictures import credited
from dateline.wire.choose_bylines import choose_bylines
from dateline.wire.dateline_text import is_joint_credit, read_dateline
from dateline.wire.found import FoundEmbargo
from dateline.wire.media_topics import with_topics
from dateline.wire.moment import read_moment
from dateline.wire.rights import read_rights
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules
from dateline.wire.tidied import Tidied
from dateline.wire.tidy import tidy
from dateline.wire.worded_orders import (
    desk_notes,
    in_lower_case,
    orders_a_kill,
    victims,
    worded_embargo,
)
from dateline.wire.wording import is_service, signals_of_note, split_headline

# Asked of every item: a member looked up by its name takes long.
KILL_NOTICE: Final = Signal.KILL_NOTICE
CANCELED: Final = PubStatus.CANCELED
USABLE: Final = PubStatus.USABLE
WITHDRAWN: Final = Signal.WITHDRAWN
TEXT: Final = ItemKind.TEXT
WITHHELD: Final = PubStatus.WITHHELD

STATUS: Final = {
    "": PubStatus.USABLE,
    "usable": PubStatus.USABLE,
    "open": PubStatus.USABLE,
    "embargoed": PubStatus.USABLE,  # the embargo itself says until when
    "withheld": PubStatus.WITHHELD,
    "withdrawn": PubStatus.WITHHELD,  # not in the IPTC list; sent by LSEG all the same
    "canceled": PubStatus.CANCELED,
    "cancelled": PubStatus.CANCELED,
    "killed": PubStatus.CANCELED,
}
SHOWN: Final = frozenset({ItemKind.PICTURE, ItemKind.GRAPHIC})
LOWEST_URGENCY: Final = 9


def assemble(sent: Sent, *, source: SourceRules, raw_ref: str, place: int = 0) -> Item:
    """Make the Item of what one reader found; ``place`` counts those of a file."""
    warnings, notes = list(sent.warnings), list(sent.notes)
    prefix, headline, worded = split_headline(sent.headline)
    copy = tidy(sent.body, headline=sent.headline, agencies=source.credits)
    if sent.body.hidden or copy.hidden:
        notes += [
            EdNote(text=hidden, audience=Audience.NONPUBLIC, role="body")
            for hidden in (*sent.body.hidden, *copy.hidden)
        ]
    stripped = [*sent.body.stripped, *copy.stripped]
    bylines = choose_bylines(sent, copy, stripped, warnings)
    between = desk_notes(sent, copy)
    said = in_lower_case(sent, between)
    signals = _signals(sent, worded, copy, between, said)
    status = _status(sent, signals, warnings)
    needs = [sent.needs_human] if sent.needs_human else []
    made = _version_created(sent, source, warnings)
    language = _language(sent.language, warnings)
    # The fields below are read in this order: warnings and needs gather on the way.
    # What most items lack is asked for first: forty calls for nothing are felt.
    return Item(
        uri=sent.uri or _made_uri(source, raw_ref, place, warnings),
        provider=source.scope,
        source=source.name,
        format=sent.format,
        raw_ref=raw_ref,
        version=sent.version,
        version_created=made,
        pub_status=status,
        embargoed_until=_embargo(sent, source, warnings, needs)
        or _worded_embargo(
            worded_embargo(sent, copy, source, made, between, said), needs
        ),
        expires=_moment(sent.expires, source, "expires", warnings)
        if sent.expires
        else None,
        kind=sent.kind,
        signals=signals,
        service=sent.service,
        sequence=sent.sequence,
        victims=victims(sent, copy, between) if KILL_NOTICE in signals else (),
        needs_human=_needs_human(needs, signals) if needs or signals else "",
        headline=headline or sent.body.heading,
        headline_prefix=prefix,
        subheadline=sent.subheadline,
        slugline=sent.slugline,
        keywords=tuple(dict.fromkeys(sent.keywords)),
        bylines=bylines,
        dateline=_dateline(sent, copy, source, warnings),
        credit=_credit(sent) or source.credit,
        standfirst=_standfirst(sent),
        correction_note=sent.correction_note or copy.correction_note,
        language=language,
        urgency=_urgency(sent.urgency, warnings) if sent.urgency else None,
        genres=tuple(sent.genres),
        subjects=(
            with_topics(sent.subjects, language=language) if sent.subjects else ()
        ),
        places=tuple(sent.places),
        body=_body(copy, status, stripped),
        pictures=_pictures(sent, copy),
        renditions=tuple(sent.renditions),
        copyright_holder=sent.copyright_holder,
        copyright_notice=sent.copyright_notice,
        usage_terms="\n".join(sent.usage_terms),
        rights=_rights(sent),
        links=tuple(sent.links),
        ed_notes=tuple(notes),
        stripped=tuple(stripped),
        warnings=tuple(dict.fromkeys(warnings)) if warnings else (),
        inside=sent.inside,
    )


def _body(
    copy: Tidied, status: PubStatus, stripped: list[Stripped]
) -> tuple[ItemBlock, ...]:
    """Give the body; a kill has none, whatever text came with the order."""
    if status is not CANCELED:
        return tuple(copy.blocks)
    reason = "text of a canceled item"
    stripped += [Stripped(text=each.text, reason=reason) for each in copy.blocks]
    return ()


def _standfirst(sent: Sent) -> str:
    """Give the standfirst, unless it only says the headline again."""
    text = sent.standfirst or sent.body.standfirst
    return "" if text == sent.headline else text


def _made_uri(
    source: SourceRules, raw_ref: str, place: int, warnings: list[str]
) -> str:
    """Make a stable uri for an item without one: the same bytes, the same uri."""
    warnings.append("uri: none sent, made from the bytes")
    return f"urn:dateline:{source.scope}:{raw_ref}" + (f":{place}" if place else "")


def _language(sent: str, warnings: list[str]) -> str:
    """Return the tag of the copy's language as BCP 47 has it; "" if none is named."""
    tag = language_tag(sent) if sent else ""
    if not tag and sent.strip():
        warnings.append(f"language: {sent.strip()[:20]!r} is no tag of a language")
    return tag


def _moment(
    text: str, source: SourceRules, what: str, warnings: list[str]
) -> datetime | None:
    """Read a moment that may be missing, noting what was odd."""
    if not text.strip():
        return None
    read = read_moment(text, zone=source.zone, what=what)
    if read.warning:
        warnings.append(read.warning)
    return read.moment


def _version_created(
    sent: Sent, source: SourceRules, warnings: list[str]
) -> datetime | None:
    """Read when the version was made; its absence is worth a warning."""
    if not sent.version_created.strip():
        warnings.append("version_created: none sent")
    return _moment(sent.version_created, source, "version_created", warnings)


def _embargo(
    sent: Sent, source: SourceRules, warnings: list[str], needs: list[str]
) -> datetime | None:
    """Read the embargo; one that is not certain waits for a human."""
    if sent.embargoed is None:
        if sent.pub_status == "embargoed":
            needs.append("the status is embargoed but no moment was sent")
        return None
    if not sent.embargoed.strip():
        if source.empty_embargo_holds:
            needs.append("an embargo without a moment was sent")
        warnings.append("embargoed: sent empty")
        return None
    read = read_moment(sent.embargoed, zone=source.zone, what="embargoed", latest=True)
    if read.warning:
        warnings.append(read.warning)
    if read.moment is None or not read.sure:
        needs.append(f"the embargo {sent.embargoed.strip()[:40]!r} is not certain")
    return read.moment


def _status(sent: Sent, signals: tuple[Signal, ...], warnings: list[str]) -> PubStatus:
    """Read the status; an unknown one is not taken for leave to publish."""
    status = STATUS.get(sent.pub_status)
    if status is None:
        warnings.append(f"pub_status: unknown {sent.pub_status[:40]!r}, held")
        return WITHHELD
    if WITHDRAWN in signals and status is USABLE:
        return WITHHELD
    return status


def _signals(
    sent: Sent, worded: tuple[Signal, ...], copy: Tidied, notes: list[str], said: str
) -> tuple[Signal, ...]:
    """Gather signals from codes and from wording.

    ``notes`` are those between desks, ``said`` what ``in_lower_case`` gave.
    """
    signals = [*sent.signals, *worded]
    if "///" in sent.slugline:  # STT: "///KORJATTU 9.20/// LAUTTA"
        signals += split_headline(sent.slugline)[2]
    if sent.pub_status == "withdrawn":
        signals.append(WITHDRAWN)
    if copy.correction_note or sent.correction_note:
        signals.append(Signal.CORRECTION)
    names = sent.genres
    if sent.subjects:
        names = [*names, *[each.name for each in sent.subjects]]
    if is_service(sent.headline, names):
        signals.append(Signal.ADVISORY)
    for note in notes:
        signals += signals_of_note(note)
    if orders_a_kill(sent, copy, notes, said):
        signals.append(KILL_NOTICE)
    return tuple(dict.fromkeys(signals)) if signals else ()


def _worded_embargo(found: FoundEmbargo | None, needs: list[str]) -> datetime | None:
    """Give the end of an embargo in words; one in doubt waits for a human."""
    if found is None:
        return None
    if found.reason:
        needs.append(found.reason)
    return found.moment


def _needs_human(needs: list[str], signals: tuple[Signal, ...]) -> str:
    """Say in words why no rule may publish this; empty if one may."""
    if KILL_NOTICE in signals:
        needs.append("a kill in words: find the story it means")
    return "; ".join(needs)


def _urgency(text: str, warnings: list[str]) -> int | None:
    """Read an urgency of 1 to 9."""
    text = text.strip()
    if not text:
        return None
    if text.isascii() and text.isdigit() and 1 <= int(text[:3]) <= LOWEST_URGENCY:
        return int(text)
    warnings.append(f"urgency: not 1 to 9: {text[:20]!r}")
    return None


def _credit(sent: Sent) -> str:
    """Give the credit; a byline field that joins more agencies says it better."""
    for text in (*sent.by, sent.body.byline):
        joint = text and is_joint_credit(text)
        if joint and sent.credit.casefold() in text.casefold():
            return text.strip()
    return sent.credit


def _dateline(
    sent: Sent, copy: Tidied, source: SourceRules, warnings: list[str]
) -> ItemDateline | None:
    """Choose the dateline: the field, else the body's, else where it is located."""
    found = None
    for text in sent.datelines:
        found = read_dateline(text, agencies=source.credits)
        if found is None:
            warnings.append(f"dateline: no place in {text.strip()[:40]!r}")
        else:
            break
    if found is not None:
        if (
            copy.dateline
            and copy.dateline.places
            and copy.dateline.places != found.places
        ):
            warnings.append(f"dateline: {copy.dateline.text!r} in the body")
        _warn_of_located(sent, found, source, warnings)
        return _with_credit(found, copy.dateline)
    if copy.dateline is not None:
        return copy.dateline
    if source.located_is_desk or not sent.located or sent.kind is not TEXT:
        return None
    places = tuple(dict.fromkeys(sent.located))
    return ItemDateline(text="/".join(places), places=places, origin=Origin.METADATA)


def _with_credit(found: ItemDateline, in_body: ItemDateline | None) -> ItemDateline:
    """Give a dateline the credit that only the body's names (Business Wire)."""
    if found.credit or in_body is None or in_body.places not in {(), found.places}:
        return found
    return replace(found, credit=in_body.credit)


def _warn_of_located(
    sent: Sent, found: ItemDateline, source: SourceRules, warnings: list[str]
) -> None:
    """Note that the metadata name another town than the dateline does (Kyodo)."""
    if source.located_is_desk or not sent.located or not found.places:
        return
    printed = found.text.casefold()
    if not any(name.partition(",")[0].casefold() in printed for name in sent.located):
        said = "/".join(sent.located)
        warnings.append(f"dateline: {found.text!r} against located {said!r}")


def _pictures(sent: Sent, copy: Tidied) -> tuple[ItemPicture, ...]:
    """Give the pictures with their credits and rights; a picture item is its own."""
    own = [sent.as_picture()] if sent.kind in SHOWN else []
    if not own and not sent.pictures:
        return ()
    pictures = credited((*own, *sent.pictures), copy.blocks)
    return tuple([_with_rights(each) for each in pictures])


def _rights(sent: Sent) -> Rights:
    """Read what terms, notice and notes forbid; a picture's caption orders too."""
    if not (sent.usage_terms or sent.copyright_notice or sent.notes or sent.caption):
        return sent.rights
    notes = [
        note.text for note in sent.notes if note.audience is not Audience.NONPUBLIC
    ]
    worded = read_rights(
        (*sent.usage_terms, sent.copyright_notice, *notes), caption=sent.caption
    )
    return worded if sent.rights is NO_RIGHTS else strictest(sent.rights, worded)


def _with_rights(picture: ItemPicture) -> ItemPicture:
    """Read what a picture's terms, instructions and caption forbid."""
    terms = (picture.usage_terms, picture.instructions)
    rights = read_rights(terms, caption=picture.caption)
    if rights is NO_RIGHTS:
        return picture
    return replace(picture, rights=strictest(picture.rights, rights))
