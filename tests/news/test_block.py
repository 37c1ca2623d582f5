"""Blocks say what they lack."""

import pytest

from dateline.news.block import Block, BlockError, BlockKind, check_body, pictures_of


@pytest.mark.parametrize("kind", list(BlockKind))
def test_a_block_without_its_content_is_refused(kind):
    """Each kind names the field that it needs."""
    with pytest.raises(BlockError, match=f"block 1 \\({kind}\\) has no"):
        check_body((Block(kind=kind),))


def test_an_embed_links_to_https_only():
    """No other scheme gets onto a page."""
    block = Block(kind=BlockKind.EMBED, href="javascript:alert(1)", title="x")

    with pytest.raises(BlockError, match="https"):
        check_body((block,))


def test_a_table_has_rows_of_one_length():
    """A ragged table would shift figures under the wrong head."""
    block = Block(kind=BlockKind.TABLE, rows=(("a", "b"), ("c",)))

    with pytest.raises(BlockError, match="unequal"):
        check_body((block,))


def test_pictures_of_a_body_come_in_order():
    """A body names its pictures."""
    body = (
        Block(kind=BlockKind.PICTURE, picture="b"),
        Block(kind=BlockKind.PARAGRAPH, text="x"),
        Block(kind=BlockKind.PICTURE, picture="a"),
    )

    check_body(body)
    assert pictures_of(body) == ("b", "a")
