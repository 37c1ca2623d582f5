"""From blocks as sent to copy: what is not copy is taken out and kept aside.

The order matters: what is not for publication goes first, so that nothing after
it can be taken for copy; the byline and the dateline stand at the head only when
notices and repeated headlines are gone; desk marks stand at the end.
"""

import re
from typing import Final

from msgspec.structs import replace

from dateline.news.block import BlockKind
from dateline.news.item import ItemBlock, Line, Origin, Stripped
from dateline.wire import runs
from dateline.wire.audience import opens_notebook
from dateline.wire.byline_text import is_byline
from dateline.wire.caseless import lower_ascii, opening
from dateline.wire.dateline_text import find_dateline, read_dateline
from dateline.wire.found import FoundDateline
from dateline.wire.reading import Reading
from dateline.wire.tidied import Tidied

AT_HEAD, AT_END = 5, 5  # paragraphs looked at
NOTICES, BYLINES, BETWEEN = 2, 3, 2  # of those at the head; blocks between them
CROSSHEAD_MAX, MARK_MAX, SIGN_OFF_MAX = 80, 70, 340  # characters
DASHED_MAX: Final = CROSSHEAD_MAX + 6  # with its dashes

NOTICE: Final = re.compile(
    r"^\s*[(\[]?(?:this (?:version|story) (?:correct|replac|updat)"
    r"|corrects?:? |correcting |(?:a )?correction:|removes? |refiles |eds?[:.] "
    r"|editors?[:'] |note to editors"
    r"|berichtigung:|wiederholung:|korrektur:|nieuw bericht, vervangt|n i e u w bericht"
    r"|\(updates? with|updates with |writethru)",
    re.IGNORECASE,
)
# What NOTICE's words begin with, behind a bracket.
NOTICE_HEADS: Final = frozenset(
    ("thi", "cor", "a c", "rem", "ref", "ed:", "ed.", "eds", "edi", "not",
     "ber", "wie", "kor", "nie", "n i", "upd", "wri")
)  # fmt: skip
# Their first letters; an expression takes the Kelvin sign for a K.
NOTICE_BEGIN: Final = frozenset("tcarenbwkuTCARENBWKU\u212a")
CORRECTS: Final = re.compile(
    r"correct|berichtig|korrektur|korjat|rectif|corrig", re.IGNORECASE
)
MARK: Final = re.compile(
    r"^(?:[a-zà-ÿ]{1,4}(?:\s?[/+]\s?[a-zà-ÿ]{1,5}){1,6}"  # hh/ph/ts/hd
    r"|(?=[a-z-]+/)[a-z]{2,4}(?:[-/][a-z]{2,4}){1,7}"  # bur-dar-gl/fz
    r"|EFE [a-z]{1,4}(?:/[a-z]{1,5}){1,5}(?: ?\([\w ,/]{2,30}\))*"  # EFE gr/bp (audio)
    r"|ends?\.?|-+ ?ends? ?-+|\(?end of (?:story|item)\)?|###+|-30-"
    r"|=+ ?[A-Z][A-Za-z]+|/[a-zæøå]+/|EFE|[A-Z]{2,6} [A-Z]{2,5} [a-z]{2}"
    r"|\([A-Z]{2,10}/[a-z]{1,4}\)|[A-Z]{2} // [A-Z]{2}|\w+/Fim"
    r"|dpa [a-zäöü/ ]{2,20}[a-zäöü0-9 /]{0,40}"
    r"|\((?:reporting|writing|editing|additional reporting|compiled|written|edited) "
    r"(?:and \w+ )?by\b[^()]{0,300}\)"
    r"|\[ ?[A-ZÆØÅ/ ]{6,60} ?\]|\( ?(?:©|\(c\)) ?[\w./& -]{2,40}\)"
    r"|\+\+\+ .{0,120} \+\+\+)$",
    re.IGNORECASE,
)
MARK_OF_NAMES: Final = 16  # characters of the longest without a stroke: "ABC DE fg"
MARK_HEADS: Final = frozenset(("efe", "end", "dpa"))
CASED_MARK: Final = re.compile(
    r"EFE(?: [a-z/]|$)|[A-Z]{2,6} [A-Z]{2,5} [a-z]{2}|[A-Z]{2} // [A-Z]{2}|=+ ?[A-Z]"
)
INITIALS: Final = re.compile(
    r"[A-Z]{2,4}(?:/[A-Z]{2,4}){1,4}/?"
)  # MVB/HB, only at the end
RULES: Final = frozenset("_=*~.-")
RULE: Final = re.compile(r"^\s*(?:[_=*~.-]\s*){3,}$")
DASHES: Final = frozenset("-–—")
# Asked of every block: Python 3.11 takes 80 ns to find a member by its name.
PARAGRAPH: Final = BlockKind.PARAGRAPH
HEADS: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.CROSSHEAD})
# A gap that the agency's system left in the copy (NTB), wherever it stands.
GAP: Final = re.compile(r"^\[ ?[A-ZÆØÅ/ ]{3,50} MANGLER ?\]$")
# Markup that was put into the text as text: nothing of it is copy.
WRITTEN_MARKUP: Final = re.compile(
    r"<(script|iframe|style)\b(?:[^<>]*>.*?</\1\s*>|[^<>]*\bsrc=[^<>]*>)",
    re.IGNORECASE | re.DOTALL,
)
BULLETS: Final = frozenset("*•‣▪·")
ODD: Final = RULES | DASHES | BULLETS | frozenset("([+")
BULLET: Final = re.compile(r"^[*•‣▪·]\s+")
PLAIN_KINDS: Final = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.CROSSHEAD, BlockKind.QUOTE}
)
LETTERS: Final = re.compile(r"[^\W\d_]")
DASHED: Final = re.compile(
    r"[-–—]{1,2} (\S.{1,76}\S) [-–—]{1,2}"
)  # - Media offices destroyed -


def tidy(reading: Reading, *, headline: str, agencies: frozenset[str]) -> Tidied:
    """Take out of a body what is not copy.

    Args:
        reading: the body as read; its blocks are not changed.
        headline: a first paragraph that repeats it goes.
        agencies: the source's own names, for datelines.
    """
    copy = Tidied(list(reading.blocks))
    if not copy.blocks:
        return copy
    texts = [block.text for block in copy.blocks]
    if reading.may_have_notebook:
        _cut_notebook(copy, texts)
    if any("<" in text for text in texts):
        _strip_written_markup(copy)
    _strip_headline(copy, headline)
    at_head = _paragraphs_at_head(copy.blocks)
    if _strip_notices(copy, at_head):
        at_head = _paragraphs_at_head(copy.blocks)
    if _strip_byline(copy, at_head):
        at_head = _paragraphs_at_head(copy.blocks)
    _strip_dateline(copy, at_head, agencies, reading.dateline)
    odd = _odd_ones(copy.blocks)
    if odd:
        _strip_marks(copy, odd)
        copy.blocks = _crossheads(_bullets(copy.blocks))
    return copy


def _odd_ones(blocks: list[ItemBlock]) -> list[int]:
    """Give where short blocks are, and those that begin like a mark or a bullet.

    All others, and they are the most by far, are copy whatever they say.
    """
    return [
        at
        for at, block in enumerate(blocks)
        if len(block.text) <= CROSSHEAD_MAX or block.text[0] in ODD
    ]


def _cut_notebook(copy: Tidied, texts: list[str]) -> None:
    """Cut the body where a notebook begins: all that follows is not public."""
    for at, text in enumerate(texts):
        items = copy.blocks[at].items
        if opens_notebook(text) or (
            items and any(opens_notebook(item.text) for item in items)
        ):
            copy.hidden += [each.text for each in copy.blocks[at:]]
            del copy.blocks[at:]
            return


def _strip_written_markup(copy: Tidied) -> None:
    """Take out embeds that were sent as text: they would run, or be read as words."""
    for at in reversed(range(len(copy.blocks))):
        block = copy.blocks[at]
        if "<" not in block.text or block.kind not in PLAIN_KINDS:
            continue
        rest = WRITTEN_MARKUP.sub("", block.text).strip()
        if rest == block.text:
            continue
        copy.strip(at, "embed as text")
        if rest:
            copy.blocks.insert(at, replace(block, text=rest, runs=()))


def _strip_headline(copy: Tidied, headline: str) -> None:
    """Take out a first line that says the headline again; a caption may."""
    first = copy.blocks[0] if copy.blocks else None
    if first and first.kind in HEADS and headline and first.text.strip() == headline:
        copy.strip(0, "headline repeated in the body")


def _strip_notices(copy: Tidied, at_head: list[int]) -> bool:
    """Take out correction notes and replacement notices at the head."""
    before = len(copy.blocks)
    for at in reversed(at_head[:NOTICES]):
        text = copy.blocks[at].text
        if at < NOTICES + BETWEEN and is_notice(text) and not find_dateline(text):
            copy.strip(at, "notice to editors")
            if CORRECTS.search(text[:60]):
                copy.correction_note = text.strip("()[] ")
    return len(copy.blocks) < before


def is_notice(text: str) -> bool:
    """Say whether a paragraph begins like a notice to editors."""
    first = text[:1]
    if first.isalpha() and first not in NOTICE_BEGIN:
        return False
    head = lower_ascii(text.lstrip()[:5].lstrip("([")[:3])
    return head in NOTICE_HEADS and NOTICE.match(text) is not None


def _strip_byline(copy: Tidied, at_head: list[int]) -> bool:
    """Take a byline out of the first paragraphs."""
    for at in at_head[:BYLINES]:
        if at < BYLINES + BETWEEN and is_byline(copy.blocks[at].text):
            copy.byline = copy.strip(at, "byline")
            return True
    return False


def _strip_dateline(
    copy: Tidied, at_head: list[int], agencies: frozenset[str], known: str
) -> None:
    """Take the dateline out of the paragraph it stands at the head of."""
    for at in at_head:
        block = copy.blocks[at]
        found = _known_dateline(block.text, agencies, known) if known else None
        found = found or find_dateline(block.text, agencies=agencies)
        if found is None:
            continue
        copy.dateline = found.dateline
        copy.stripped.append(Stripped(text=found.dateline.text, reason="dateline"))
        rest = runs.cut(Line(text=block.text, runs=block.runs), found.length)
        if rest.text:
            copy.blocks[at] = replace(block, text=rest.text, runs=rest.runs)
        else:
            del copy.blocks[at]
        return


def _known_dateline(
    text: str, agencies: frozenset[str], known: str
) -> FoundDateline | None:
    """Give the dateline that the markup named, if the paragraph begins with it."""
    named = None
    if text.startswith(known):
        named = read_dateline(known, agencies=agencies)
    if named is None:
        return None
    dateline = replace(named, origin=Origin.BODY)
    return FoundDateline(dateline=dateline, length=len(known))


def _strip_marks(copy: Tidied, odd: list[int]) -> None:
    """Take out rules anywhere, and desk marks and sign-offs at the end."""
    for at in reversed(odd):
        block = copy.blocks[at]
        if block.kind in HEADS:
            if block.text[:1] in RULES and RULE.match(block.text):
                copy.strip(at, "rule")
            elif block.text[:1] == "[" and GAP.match(block.text):
                copy.strip(at, "gap left by the agency's system")
            elif at >= len(copy.blocks) - AT_END and (
                _is_mark(block.text)
                or (at == len(copy.blocks) - 1 and INITIALS.fullmatch(block.text))
            ):
                copy.strip(at, "desk mark")


def _is_mark(text: str) -> bool:
    """Say whether a paragraph is a mark of the agency's desk."""
    longest = SIGN_OFF_MAX if text[:1] in "([+" else MARK_MAX
    if len(text) > longest or not may_be_mark(text) or not MARK.match(text):
        return False
    return not text.isupper() or bool(CASED_MARK.match(text)) or text[0] in "([=-/#+"


def may_be_mark(text: str) -> bool:
    """Say cheaply whether MARK may match: most lines that begin as words cannot."""
    first = text[:1]
    if not (first.isalnum() or first == "_") or len(text) <= MARK_OF_NAMES:
        return True
    return "/" in text or "+" in text or opening(text, 0) in MARK_HEADS


def _bullets(blocks: list[ItemBlock]) -> list[ItemBlock]:
    """Make one list of paragraphs that begin with a bullet."""
    if BULLETS.isdisjoint([block.text[:1] for block in blocks]):
        return blocks
    out: list[ItemBlock] = []
    for block in blocks:
        paragraph = block.kind is PARAGRAPH and block.text[:1] in BULLETS
        found = BULLET.match(block.text) if paragraph else None
        if found is None:
            out.append(block)
            continue
        line = runs.cut(Line(text=block.text, runs=block.runs), found.end())
        last = out[-1] if out else None
        if last and last.kind is BlockKind.LIST and not last.ordered:
            out[-1] = replace(
                last, text=f"{last.text}\n{line.text}", items=(*last.items, line)
            )
        else:
            out.append(ItemBlock(kind=BlockKind.LIST, text=line.text, items=(line,)))
    return out


def _crossheads(blocks: list[ItemBlock]) -> list[ItemBlock]:
    """Know a crosshead that was sent as a paragraph in capitals or in bold."""
    last = len(blocks) - 1
    for at, block in enumerate(blocks):
        if at == 0 or len(block.text) > DASHED_MAX or block.kind not in HEADS:
            continue
        blocks[at] = head = _undashed(block) if block.text[:1] in DASHES else block
        if at < last and head.kind is PARAGRAPH and _is_crosshead(head):
            blocks[at] = _as_crosshead(head, head.text)
    return blocks


def _as_crosshead(block: ItemBlock, text: str) -> ItemBlock:
    """Give a block as a crosshead."""
    return ItemBlock(kind=BlockKind.CROSSHEAD, text=text, boxed=block.boxed)


def _undashed(block: ItemBlock) -> ItemBlock:
    """Give a crosshead without the dashes an agency sets it between."""
    found = DASHED.fullmatch(block.text)
    if found is None:
        return block
    return _as_crosshead(block, found[1])


def _is_crosshead(block: ItemBlock) -> bool:
    """Say whether a short paragraph stands out like a crosshead."""
    text = block.text
    if len(text) > CROSSHEAD_MAX or text[-1] in ".!,;:" or "\n" in text:
        return False
    if block.runs:
        return all(run.strong or not run.text.strip() for run in block.runs)
    return text.isupper() and len(LETTERS.findall(text)) > 5  # noqa: PLR2004 # not "AFP", not a score


def _paragraphs_at_head(blocks: list[ItemBlock]) -> list[int]:
    """Give the positions of the first paragraphs."""
    first = enumerate(blocks[: AT_HEAD + BETWEEN])
    return [at for at, block in first if block.kind is PARAGRAPH][:AT_HEAD]
