"""What is typed into a live blog becomes blocks, and nothing else."""

import pytest

from dateline.news.block import Block, BlockKind, check_body
from dateline.newsroom.live_text import blocks_of, inline


@pytest.mark.parametrize(
    ("typed", "blocks"),
    [
        ("", ()),
        (" \n\n ", ()),
        ("Water is at\nthe wall.", [{"text": "Water is at the wall."}]),
        ("One.\n\nTwo.", [{"text": "One."}, {"text": "Two."}]),
        (
            "- gates\n- pumps",
            [{"kind": BlockKind.LIST, "items": ("gates", "pumps")}],
        ),
        (
            "1. gates\n2) pumps",
            [{"kind": BlockKind.LIST, "items": ("gates", "pumps"), "ordered": True}],
        ),
        (
            "> We are\n> ready.\n> — Meera Pillai, harbour master",
            [
                {
                    "kind": BlockKind.QUOTE,
                    "text": "We are ready.",
                    "attribution": "Meera Pillai, harbour master",
                }
            ],
        ),
        (
            "Tide table: https://tides.example/kochi",
            [
                {
                    "kind": BlockKind.EMBED,
                    "href": "https://tides.example/kochi",
                    "title": "Tide table",
                }
            ],
        ),
        (
            "https://tides.example/kochi/",
            [
                {
                    "kind": BlockKind.EMBED,
                    "href": "https://tides.example/kochi/",
                    "title": "tides.example/kochi",
                }
            ],
        ),
    ],
)
def test_typed_text_becomes_blocks(typed, blocks):
    """An empty line begins another block; its first signs say which."""
    made = blocks_of(typed)

    assert made == tuple(
        Block(**{"kind": BlockKind.PARAGRAPH, **fields}) for fields in blocks
    )
    check_body(made)


@pytest.mark.parametrize(
    ("typed", "markup"),
    [
        ("**All** clear", "<strong>All</strong> clear"),
        ("the *Sea Eagle* sails", "the <em>Sea Eagle</em> sails"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        (
            "see [the map](https://map.example/?a=1&b=2)",
            'see <a href="https://map.example/?a=1&amp;b=2">the map</a>',
        ),
        ("<script>x</script> & co", "&lt;script&gt;x&lt;/script&gt; &amp; co"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ('[x](https://a.example/"onclick="y)', None),
    ],
)
def test_marks_become_clean_markup(typed, markup):
    """Strong, emphasised, linked; all else is escaped."""
    made = inline(typed)

    if markup is None:
        assert "onclick=" not in made.replace("&quot;onclick=&quot;", "").replace(
            "%22onclick=%22", ""
        )
    else:
        assert made == markup
