"""A page as text: what stands where something else than a page answers."""

import re

from dateline.errors import DatelineError
from dateline.pages.page import SLOT_END, SLOT_START, Page

_SLOT = re.compile(f"{SLOT_START}[^{SLOT_END}]*{SLOT_END}")


class NoPageError(DatelineError):
    """There was no such page at that moment."""

    hint = "Try a later moment, or `dateline journal ls` for what happened when."


def text_of(page: Page) -> str:
    """Return a page's text with its slots empty, or what it is instead."""
    if page.location:
        return f"{page.status} → {page.location}"
    if page.file:
        return f"{page.status} {page.content_type} {page.file} ({page.size} bytes)"
    if isinstance(page.text, bytes):
        return f"{page.status} {page.content_type} ({len(page.text)} bytes)"
    return _SLOT.sub("", page.text)
