"""NITF and RBNews, damaged: Items or our own errors, and no secret in a body."""

from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.news.item import Audience, content_hash
from dateline.wire.errors import RefusedError
from dateline.wire.parse import parse
from support.nitf_files import aap, ansa, ap, efe, nitf, ntb, pa, rbnews
from support.wire_files import RULES

HIDDEN = "Tel-555-0101"
NOTE = f'<note type="npa"><p>{HIDDEN}</p></note>'
FULL = nitf(
    status='management-status="canceled" management-doc-idref="acme:1_2"',
    docdata='<urgency ed-urg="3"/><date.release norm="20161216T060000Z"/><du-key '
    'key="k" version="3" generation="1"/><doc.rights enddate="20170101"/>'
    '<series series.name="s" series.part="2"/><evloc city="Turku"/>',
    body_head=f"<hedline><hl1>UPDATE 1-Ferry</hl1></hedline>{NOTE}"
    "<byline>By Ada Sample<byttl>Staff Writer</byttl></byline>",
    content=f"<block><p>TURKU (AFP) - One &amp; <em>two</em>.</p>{NOTE}</block><ul>"
    f"<li>a</li></ul><table><tr><td colspan='2'>x</td></tr></table><media><media-refe"
    f"rence source='a.jpg'/><media-caption>c</media-caption></media><p>hh/ts</p>"
    f'<p class="nonpublic">{HIDDEN}</p>',
)
SEEDS = [
    text.encode()
    for text in (FULL, ntb(), ap(), pa(), efe(), aap(), ansa())
] + [
    rbnews(flags=f"<ContactInfo><Text>{HIDDEN}</Text></ContactInfo>"
           "<Annuleret>true</Annuleret>").encode(),
]  # fmt: skip
PIECES = [
    b"<", b">", b"&", b"</p>", b"<p>", b"<nitf>", b"<note>", b"</note>", b"]]>",
    b"<![CDATA[", b"<!DOCTYPE nitf [", b"&x;", b"&nbsp;", b"\x00", b"\xff\xfe",
    b"\xef\xbb\xbf", b'"', b"<frac>", b"<media>", b"xsi:a='b' ", b"_99999999999999",
    b"\n    ", b"A" * 300, b"\xe9", b"-", b"9" * 5000,
]  # fmt: skip
SETTINGS = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@st.composite
def damaged(draw):
    """Draw a seed with a few bytes changed, cut, doubled or put in."""
    raw = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(raw)))
        end = at + draw(st.integers(0, 40))
        piece = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=6)))
        raw[at:end] = draw(st.sampled_from([piece, b"", bytes(raw[at:end]) * 2]))
    return bytes(raw)


def visible(item):
    """Give all of an Item that readers may see."""
    pictures = [p.caption + p.credit + p.alt + p.headline for p in item.pictures]
    lines = [item.headline, item.subheadline, item.standfirst, item.byline]
    return "\n".join([*lines, *pictures, *(block.text for block in item.body)])


@SETTINGS
@given(raw=damaged())
def test_damaged_bytes_are_items_or_refused(raw):
    """No other exception, and the same bytes are the same Items."""
    with suppress(RefusedError):
        items = parse(raw, source=RULES)
        again = parse(raw, source=RULES)
        assert [content_hash(each) for each in items] == [
            content_hash(each) for each in again
        ]
        assert [each.uri for each in items] == [each.uri for each in again]


WHERE = st.sampled_from(
    ["<p>{}</p>", "<block>{}</block>", "<block><block>{}<p>x</p></block></block>",
     "<ul><li>{}</li></ul>", "<table><tr><td>{}</td></tr></table>", "<bq>{}</bq>",
     "<media><media-reference source='a.jpg'/>{}</media>", "<p>a {} b</p>", "{}",
     "<hl2>{}</hl2>", "<pre>{}</pre>", "<fn>{}</fn>", "<p><em>{}</em></p>"]
)  # fmt: skip
HOW = st.sampled_from(
    ["<note type='npa'>{}</note>", "<note><p>{}</p></note>", "<note type='std'>{}"
     "</note>", "<n:note xmlns:n='u:v'>{}</n:note>", "<NOTE>{}</NOTE>",
     "<x:note>{}</x:note>", "<em class='x-nonpublic'>{}</em>"]
)  # fmt: skip


@SETTINGS
@given(where=st.lists(WHERE, min_size=1, max_size=4), how=HOW)
def test_a_note_is_nowhere_in_a_body(where, how):
    """Whatever it stands in and however it is graded, a note is the desk's."""
    content = "".join(each.format(how.format(HIDDEN)) for each in where)
    (item,) = parse(nitf(content=content).encode(), source=RULES)

    assert HIDDEN not in visible(item)
    noted = [note for note in item.ed_notes if HIDDEN in note.text]
    assert len(noted) == len(where)
    assert all(note.audience is not Audience.PUBLIC for note in noted)


@SETTINGS
@given(
    number=st.integers(0, 400),
    generation=st.integers(1, 9),
    hour=st.integers(0, 23),
)
def test_all_versions_of_a_document_have_one_uri(number, generation, hour):
    """Whatever the version, the generation and the hour of the day."""
    ids = {
        parse(raw.encode(), source=RULES)[0].uri
        for raw in (
            ntb(number="00", version="1", issued="2021-05-16T00:00:00"),
            ntb(number=f"{number:02}", version=str(number + 1),
                issued=f"2021-05-16T{hour:02}:00:00"),
        )
    }  # fmt: skip
    slugs = {
        parse(raw.encode(), source=RULES)[0].uri
        for raw in (
            ap(slug="BC-Ferry", issued="20161215T000000Z"),
            ap(slug=f"BC-Ferry, {generation}th Ld-Writethru",
               issued=f"20161215T{hour:02}0000Z"),
        )
    }  # fmt: skip

    assert (len(ids), len(slugs)) == (1, 1)
