"""Alternative text that would not help is refused."""

import pytest

from dateline.news.picture import AltTextError, check_alt

CAPTION = "Prime minister and president at a hot spring resort in Nagato, Japan."


@pytest.mark.parametrize(
    "alt",
    [
        "",
        "   ",
        "—",
        CAPTION,
        CAPTION.upper().replace(".", "!"),
        f"Picture: {CAPTION}",
        "president at a hot spring resort",
        "IMG_2041.JPG",
        "x" * 251,
        "Two men in suits, Coastline Photo",
    ],
)
def test_alt_text_that_says_nothing_new_is_refused(alt):
    """Empty, too long, the caption again, a file name, the credit: all refused."""
    with pytest.raises(AltTextError) as caught:
        check_alt(alt, caption=CAPTION, credit="Coastline Photo")

    assert caught.value.hint


def test_alt_text_that_describes_is_taken():
    """A sentence on what is seen passes."""
    check_alt("Two men in dark suits talk across a low table", caption=CAPTION)
