"""JSON documents with something wrong in up to three places, for hypothesis."""

import json

from hypothesis import strategies as st

ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.sampled_from([10**30, -1e308, 292.55, "19.4", "NaN", "", "°F", "kelvin"]),
    st.text(max_size=5),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


@st.composite
def damaged(draw, good: object) -> bytes:
    """Return ``good`` as JSON, with one to three places changed or taken out."""
    document = json.loads(json.dumps(good))
    for _ in range(draw(st.integers(1, 3))):
        where = draw(st.sampled_from(_places(document)))
        remove = draw(st.booleans())
        document = _changed(document, where, draw(ANYTHING), remove=remove)
    return json.dumps(document).encode()


def _places(document: object, at: tuple = ()) -> list[tuple]:
    places = [at]
    if isinstance(document, dict):
        for key, value in document.items():
            places += _places(value, (*at, key))
    if isinstance(document, list):
        for number, value in enumerate(document[:2]):
            places += _places(value, (*at, number))
    return places


def _changed(document, where: tuple, value: object, *, remove: bool):
    if not where:
        return value
    inner = document
    for step in where[:-1]:
        inner = inner[step]
    if remove:
        del inner[where[-1]]
    else:
        inner[where[-1]] = value
    return document
