"""Items of any content, as hypothesis makes them.

Texts are words of many scripts that look like no mark of a desk, no dateline and
no byline: what tidying takes out of copy is tested elsewhere.
"""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from dateline.news.block import BlockKind
from dateline.news.item import (
    Audience,
    Byline,
    Cell,
    EdNote,
    Item,
    ItemBlock,
    ItemDateline,
    ItemKind,
    ItemPicture,
    ItemRendition,
    Line,
    Link,
    PubStatus,
    Run,
    Signal,
    Subject,
)
from dateline.wire.media_topics import with_topics

HIDDEN = "Desk-555-0101"
WORDS = [
    "harbour",
    "Fähre",
    "1,5",
    "färja",
    "船",
    "المرفأ",
    "«kai»",
    "a&b",
    "<i>",
    "x’s",
]
word = st.sampled_from(WORDS)
phrase = st.lists(word, min_size=1, max_size=6).map(
    lambda each: "The " + " ".join(each)
)
line = st.just("") | phrase
name = st.from_regex(r"[a-z]{2,8}", fullmatch=True)
address = st.builds("https://example.org/{}?a=1&b={}".format, name, name)
zone = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))])
moment = st.builds(
    lambda days, zone: datetime(2016, 12, 15, 9, tzinfo=zone) + timedelta(days=days),
    st.integers(0, 3000),
    zone,
)


@st.composite
def marked(draw):
    """Draw a line with marks, as parsing gives it: none empty, none alike in a row."""
    marks = st.sampled_from([(True, False, ""), (False, True, ""), (False, False, "u")])
    runs, last = [], None
    for _ in range(draw(st.integers(1, 3))):
        strong, em, link = draw(marks.filter(lambda each, last=last: each != last))
        last = (strong, em, link)
        href = draw(address) if link else ""
        text = draw(phrase) + "."
        runs.append(Run(text=text, strong=strong, em=em, href=href))
    return Line(text="".join(run.text for run in runs), runs=tuple(runs))


texts = phrase.map(lambda text: Line(text=f"{text}."))
lines = texts | marked()


def _paragraph(kind):
    return st.builds(
        lambda line, boxed: ItemBlock(
            kind=kind, text=line.text, runs=line.runs, boxed=boxed
        ),
        lines,
        st.booleans(),
    )


def _list(items, ordered):
    text = "\n".join(item.text for item in items)
    return ItemBlock(
        kind=BlockKind.LIST, text=text, items=tuple(items), ordered=ordered
    )


def _table(rows):
    cells = tuple(
        tuple(Cell(text=text, header=at == 0, colspan=1 + at % 2) for text in row)
        for at, row in enumerate(rows)
    )
    text = "\n".join("\t".join(row) for row in rows)
    return ItemBlock(kind=BlockKind.TABLE, text=text, rows=cells)


blocks = st.one_of(
    _paragraph(BlockKind.PARAGRAPH),
    _paragraph(BlockKind.CROSSHEAD),
    _paragraph(BlockKind.QUOTE),
    st.builds(_list, st.lists(lines, min_size=1, max_size=3), st.booleans()),
    st.builds(_table, st.lists(st.lists(phrase, min_size=1, max_size=3), min_size=1)),
    st.builds(
        ItemBlock, kind=st.just(BlockKind.PRE), text=phrase.map("a  1\n{}".format)
    ),
    st.builds(
        ItemBlock,
        kind=st.just(BlockKind.PICTURE),
        text=line,
        href=address,
        uri=st.just("") | name.map("urn:p:{}".format),
        credit=line,
        alt=line,
    ),
    st.builds(ItemBlock, kind=st.just(BlockKind.EMBED), text=line, href=address),
)
renditions = st.lists(
    st.builds(
        ItemRendition,
        href=address,
        name=name,
        mime=st.sampled_from(["", "image/jpeg"]),
        width=st.none() | st.integers(1, 9000),
        height=st.none() | st.integers(1, 9000),
        size=st.none() | st.integers(1, 10**9),
    ),
    max_size=2,
).map(tuple)
pictures = st.lists(
    st.builds(
        ItemPicture,
        uri=name.map("urn:picture:{}".format),
        caption=line,
        credit=phrase,
        alt=line,
        headline=line,
        usage_terms=line,
        instructions=line,
        renditions=renditions,
    ),
    max_size=2,
    unique_by=lambda picture: picture.uri,
).map(tuple)
subjects = st.lists(
    st.one_of(
        st.builds(Subject, name=phrase, scheme=name, code=name, kind=st.just("person")),
        st.builds(Subject, name=phrase, scheme=st.just("medtop"), code=name),
        st.builds(
            Subject, name=phrase, scheme=st.just("subj"), code=st.just("15054000")
        ),
        st.builds(Subject, name=phrase),
        st.builds(Subject, code=name),
    ),
    max_size=4,
).map(lambda found: with_topics(found, language="en"))
notes = st.lists(
    st.builds(
        EdNote, text=phrase, role=name.filter(lambda role: role not in {"public", "np"})
    )
    | st.just(EdNote(text=HIDDEN, audience=Audience.NONPUBLIC, role="x")),
    max_size=3,
).map(tuple)
datelines = st.none() | st.sampled_from(
    [
        ItemDateline(text="Turku", places=("Turku",)),
        ItemDateline(text="TURKU (AFP)", places=("TURKU",), credit="AFP"),
        ItemDateline(text="Turku/Nauvo (dpa)", places=("Turku", "Nauvo"), credit="dpa"),
    ]
)
links = st.lists(
    st.builds(Link, rel=name, uri=name.map("urn:x:{}".format), title=line), max_size=2
).map(tuple)

items = st.builds(
    Item,
    uri=name.map("urn:example:{}".format),
    provider=st.just("acme"),
    version=st.sampled_from(["", "1", "1542761538"]),
    version_created=moment,
    pub_status=st.sampled_from(PubStatus),
    embargoed_until=st.none() | moment,
    expires=st.none() | moment,
    kind=st.just(ItemKind.TEXT),
    signals=st.lists(
        st.sampled_from([Signal.UPDATE, Signal.REPEAT, Signal.ALERT]), unique=True
    ).map(tuple),
    headline=phrase,
    subheadline=line,
    slugline=line,
    keywords=st.lists(word, unique=True, max_size=3).map(tuple),
    bylines=st.lists(
        st.sampled_from([Byline(text="By Ada Sample"), Byline(text="Von Jo Muster")]),
        unique=True,
        max_size=2,
    ).map(tuple),
    dateline=datelines,
    credit=line,
    standfirst=line,
    language=st.sampled_from(["", "en", "de-CH"]),
    urgency=st.none() | st.integers(1, 9),
    genres=st.lists(phrase, unique=True, max_size=2).map(tuple),
    subjects=subjects,
    body=st.lists(blocks, max_size=6).map(tuple),
    pictures=pictures,
    copyright_holder=line,
    copyright_notice=line,
    usage_terms=line,
    links=links,
    ed_notes=notes,
)
