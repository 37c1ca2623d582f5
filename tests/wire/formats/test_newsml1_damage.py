"""Whatever happens to a NewsML 1 file: Items or our own errors, and no leak."""

import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.news.item import Audience, Item, content_hash
from dateline.wire.audience import BODY, PUBLIC_NOTES
from dateline.wire.errors import RefusedError
from dateline.wire.export_json import item_line
from dateline.wire.formats import newsml1_lines
from dateline.wire.formats.newsml1_parts import BODIES, LEADS, LINES
from dateline.wire.parse import parse
from support.newsml1_files import (
    COPY,
    lines,
    news_item,
    newsline,
    newsml1,
    part,
    photo,
    text,
)
from support.newsml1_kinds import HIDDEN, KINDS
from support.wire_files import RULES

PIECES = [
    b"<", b">", b"&", b"</NewsComponent>", b"<NewsComponent>", b"<NewsItem>", b"]]>",
    b"<![CDATA[", b"<Role FormalName='Main'/>", b"<NewsLines>", b"</NewsItem>", b"'",
    b"<ContentItem>", b"<DataContent>", b"<!DOCTYPE a [", b"&x;", b"\x00", b"\xff\xfe",
    b":1", b"\xe9", b"(AFP) - ", b"<TopicSet><Topic Duid='t'/></TopicSet>", b"#",
]  # fmt: skip
SLOW = [HealthCheck.too_slow]
# What is for readers by its name: of a role, a kind of line or a note.
FOR_READERS = (
    BODY | BODIES | LEADS | LINES | PUBLIC_NOTES | newsml1_lines.HANDLERS.keys()
)
# Roles and kinds of line that are not copy; any spelling, any unknown word (Hypothesis
# knows the source's own, those for readers too).
NOT_COPY = st.sampled_from(
    ["Contact", "NonPublic", "Notepad", "TweetText", "SMS", "EditorialNote", "Internal"]
) | st.text(alphabet="abcdefghijklmnopqrstuvwxyz -", min_size=9, max_size=20).filter(
    lambda word: word.replace(" ", "").replace("-", "") not in FOR_READERS
)


def public_text(item):
    """Give all that a reader may see of an Item."""
    return "\n".join(
        [item.headline, item.subheadline, item.standfirst, item.body_text]
        + [item.byline, item.slugline, item.correction_note]
        + [f"{p.caption} {p.headline} {p.credit} {p.alt}" for p in item.pictures]
        + [n.text for n in item.ed_notes if n.audience is Audience.PUBLIC]
    )


@st.composite
def damaged(draw):
    """Draw a file with a few bytes cut, doubled, changed or put in."""
    raw = bytearray(draw(st.sampled_from(sorted(KINDS.values()))).encode())
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(raw)))
        end = at + draw(st.integers(0, 80))
        kind = draw(st.sampled_from(["cut", "double", "put", "change"]))
        if kind == "cut":
            del raw[at:end]
        elif kind == "double":
            raw[at:at] = raw[at:end]
        elif kind == "put":
            raw[at:at] = draw(st.sampled_from(PIECES) | st.binary(max_size=8))
        else:
            raw[at:end] = draw(st.binary(max_size=4))
    return bytes(raw)


@settings(max_examples=300, deadline=None, suppress_health_check=SLOW)
@given(damaged())
def test_a_damaged_file_gives_items_or_our_errors(raw):
    """No other exception; what comes out can be hashed and printed."""
    try:
        items = parse(raw, source=RULES)
    except RefusedError:
        items = []
    again = []
    with suppress(RefusedError):
        again = parse(raw, source=RULES)
    assert items == again
    for item in items:
        assert isinstance(item, Item)
        assert item.uri
        content_hash(item)
        item_line(item, file="x").encode()


PRIVATE = st.sampled_from(["Contact", "NonPublic", "Internal", "np-notes"])
INSIDE = st.sampled_from(["", "Main", "Title", "Lead", "Caption", "Photo", "Abstract"])


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(NOT_COPY, NOT_COPY, st.integers(0, 3), st.booleans())
def test_what_is_not_copy_is_nowhere_public(role, kind, depth, before):
    """A component or line of unknown or private kind is for the desk at most."""
    kept = part(text(f"<p>{HIDDEN}</p>"), role=role)
    for _ in range(depth):
        kept = part(kept)
    told = part(text(COPY), role="Main")
    inner = (kept, told) if before else (told, kept)
    head = "<NewsLines><HeadLine>Ferry</HeadLine>" + newsline(kind, HIDDEN)
    items = parse(
        newsml1(news_item(part(head + "</NewsLines>", *inner))).encode(), source=RULES
    )

    assert [item for item in items if HIDDEN in public_text(item)] == []
    assert any(item.body for item in items)
    assert any(HIDDEN in note.text for item in items for note in item.ed_notes)


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(PRIVATE, st.lists(INSIDE, max_size=3), st.booleans(), st.booleans())
def test_a_private_component_hides_all_that_is_in_it(role, inside, headed, shown):
    """Whatever roles stand inside: text, caption, headline and photo stay hidden."""
    kept = text(f"<p>{HIDDEN}</p>") + (photo("private.jpg") if shown else "")
    kept += lines(headline=HIDDEN) if headed else ""
    for name in inside:
        kept = part(kept, role=name)
    items = parse(
        newsml1(
            news_item(
                part(
                    lines(headline="Ferry"),
                    part(text(COPY), role="Main"),
                    part(photo("a.jpg"), part(kept, role=role), role="Photo"),
                    part(kept, role=role),
                )
            )
        ).encode(),
        source=RULES,
    )

    for item in items:
        assert HIDDEN not in public_text(item)
        hrefs = [r.href for p in item.pictures for r in p.renditions]
        assert "private.jpg" not in hrefs
        assert any(HIDDEN in note.text for note in item.ed_notes)


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(
    st.recursive(
        st.sampled_from([text(), photo("a.jpg"), lines(headline="Ferry")]),
        lambda inner: st.builds(
            lambda parts, role: part(*parts, role=role),
            st.lists(inner, max_size=4),
            st.sampled_from(
                ["", "Main", "Caption", "Photo", "Body", "Lead", "Contact"]
            ),
        ),
        max_leaves=12,
    )
)
def test_any_tree_of_components_is_read(tree):
    """However components are nested: every item has a uri of its own."""
    items = parse(newsml1(news_item(part(tree))).encode(), source=RULES)

    assert len({item.uri for item in items}) == len(items) >= 1


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_seeds_hide_what_they_hide(kind):
    """Each kind of file keeps its contacts from readers, and from none of the desk."""
    raw = KINDS[kind].encode()
    items = parse(raw, source=RULES)

    assert items == parse(raw, source=RULES)
    assert [item for item in items if HIDDEN in public_text(item)] == []
    if HIDDEN in KINDS[kind]:
        assert any(HIDDEN in note.text for item in items for note in item.ed_notes)


def test_deep_and_wide_files_end_soon():
    """Thousands of components, one inside the other or side by side."""
    deep = "<NewsComponent>" * 200 + text() + "</NewsComponent>" * 200
    wide = part(*(part(lines(headline="F"), text()) for _ in range(2000)))
    for component in (deep, wide):
        start = time.monotonic()
        parse(newsml1(news_item(component)).encode(), source=RULES)
        assert time.monotonic() - start < 10
