"""What a person may write for a story: its id, a path, a whole address."""

from urllib.parse import urlsplit

from dateline.errors import DatelineError
from dateline.news.address import story_id_in


class NoStoryError(DatelineError):
    """What was written names no story."""

    hint = (
        "Give the story's id (the last part of its address), its path or its whole"
        " address: x7k2mb, /s/x7k2mb, https://example.in/world/2016/12/15/…-x7k2mb/."
    )


def path_in(text: str) -> str:
    """Return the path of what may be a whole address: no host, query or fragment."""
    if "://" in text or text.startswith("/"):
        return urlsplit(text).path or "/"
    return f"/{text}"


def story_id_of(text: str) -> str:
    """Return the id of the story that ``text`` names; raises NoStoryError."""
    found = story_id_in(path_in(text.strip()))
    if found is None:
        raise NoStoryError(f"{text!r} is no story's id or address")
    return found
