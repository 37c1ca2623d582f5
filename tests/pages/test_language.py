"""The direction of languages."""

import pytest

from dateline.pages.language import direction


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "ltr"), ("hi-IN", "ltr"), ("ur", "rtl"), ("ar-EG", "rtl"), ("HE", "rtl")],
)
def test_direction(language, expected):
    """Urdu, Arabic and Hebrew run from right to left, with a region or without."""
    assert direction(language) == expected
