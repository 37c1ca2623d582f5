"""What is not for the public, wherever NewsML-G2 can hold it, reaches no reader."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.news.item import Audience
from dateline.wire.export_json import item_object
from dateline.wire.export_newsml_g2 import newsml_g2
from dateline.wire.export_ninjs import ninjs_line
from dateline.wire.parse import parse
from support.samples_g2 import PLAIN, data, item, page

HIDDEN = "Desk-555-0101"
COPY = "The ferry left."
constraint = st.sampled_from(
    ['pubconstraint="c:nonpublic"', 'pubconstraint="x:anything"', "pubconstraint='0'"]
)
NAMES = (
    "x:nonpublic np-nonpublic x:internal x:notepad x:contacts x:private"
    " x:not-for-publication x:confidential x:unpublished x:np-desk"
)
name = st.sampled_from(NAMES.split())
unknown = st.from_regex(r"x:[a-z]{9,14}", fullmatch=True).filter(
    lambda text: text not in {"x:fullstory", "x:richhtml5"}
)
tag = st.sampled_from(["p", "div", "section", "span", "li", "h2", "table", "aside"])


def _element(tag, attribute):
    return f"<{tag} {attribute}>{HIDDEN}</{tag}>"


rendition = st.one_of(
    constraint.map(lambda rest: data(HIDDEN, rest=rest)),
    (name | unknown).map(lambda role: data(HIDDEN, rest=f'rendition="{role}"')),
    (name | unknown).map(lambda role: data(HIDDEN, rest=f'role="{role}"')),
    name.map(lambda role: data(HIDDEN, rest=f'contenttypevariant="{role}"')),
    (name | unknown).map(
        lambda role: page(f"<p>{HIDDEN}</p>").replace(
            "<inlineXML", f'<inlineXML rendition="{role}"', 1
        )
    ),
)
inside = st.one_of(
    st.builds(lambda tag, role: _element(tag, f'class="{role}"'), tag, name),
    st.builds(lambda tag, role: _element(tag, f'id="{role}"'), tag, name),
    st.builds(_element, tag, constraint),
    st.just(f"<script>{HIDDEN}</script>"),
    st.just(f"<p>The following information is not for publication</p><p>{HIDDEN}</p>"),
)
line = st.builds(
    _element,
    st.sampled_from(
        ["headline", "by", "dateline", "description", "slugline", "keyword"]
    ),
    constraint,
)
note = st.one_of(
    constraint.map(lambda rest: _element("edNote", rest)),
    name.map(lambda role: _element("edNote", f'role="{role}"')),
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(rendition, max_size=3),
    st.lists(rendition, max_size=3),
    st.lists(inside, max_size=3),
    st.lists(line, max_size=2),
    st.lists(note, max_size=2),
)
def test_a_hidden_text_reaches_no_reader(before, after, within, lines, notes):
    """Renditions in any order, elements, metadata and notes: the copy is the copy."""
    body = page(f"<p>{COPY}</p>{''.join(within)}")
    raw = item(
        meta="".join(notes),
        content_meta="<headline>Ferry</headline>" + "".join(lines),
        content="".join(before) + body + "".join(after),
    ).encode()

    (found,) = parse(raw, source=PLAIN)

    assert found.body_text == COPY
    shown = item_object(found, file="")
    for desk in ("ed_notes", "stripped", "warnings"):
        shown.pop(desk)
    assert HIDDEN not in str(shown)
    public = [n.text for n in found.ed_notes if n.audience is Audience.PUBLIC]
    assert HIDDEN not in " ".join(public)
    assert HIDDEN.encode() not in newsml_g2(found)
    assert HIDDEN not in ninjs_line(found)
    assert parse(raw, source=PLAIN) == [found]
