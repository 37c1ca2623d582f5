"""Templates keep to what the site's Content Security Policy allows."""

import re

import pytest

from dateline.pages.typeset import TEMPLATES

FILES = sorted(TEMPLATES.iterdir())
INLINE = re.compile(
    r"<style\b|<script(?! type=\"application/ld\+json\"| src=)|\sstyle=|\son[a-z]+=",
    re.IGNORECASE,
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_style_and_no_script_stands_inline(file):
    """The press hashes none, so a browser would refuse it (CSP 3, 6.1)."""
    assert not INLINE.search(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    ["<style>p{}</style>", "<script>1</script>", '<p style="a">', "<b onclick=x>"],
)
def test_what_stands_inline_would_be_seen(text):
    """Each of them is found."""
    assert INLINE.search(text)
