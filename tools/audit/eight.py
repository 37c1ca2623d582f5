"""The eight pages that are judged most closely, found in whatever demo runs."""

from collections.abc import Callable

from tools.judges.budgets import STORY_FORM
from tools.judges.paper import Answer

SEARCH = "/search"
"""The form: what a search found is kept from other searches (noindex), on purpose."""

_Test = Callable[[Answer], bool]


def eight(paper: dict[str, Answer]) -> dict[str, str]:
    """Return their paths by name: the longest of each kind, so that none is easy.

    Raises LookupError, with what is missing, if the demo lacks one.
    """
    found = {"home": "/", "section": "/world/", "city": "/city/mumbai/"}
    found["story"] = _longest(
        paper, "story", lambda a: _is_story(a) and not _is_live(a)
    )
    found["gallery"] = _longest(
        paper, "gallery", lambda a: a.path.endswith("/gallery/")
    )
    found["live blog"] = _longest(paper, "live blog", _is_live)
    found["search"] = SEARCH
    found["Hindi story"] = _longest(
        paper, "Hindi story", lambda a: _is_story(a) and a.language == "hi"
    )
    return found


def _is_story(answer: Answer) -> bool:
    return answer.form.startswith(STORY_FORM) and answer.path.count("/") == 6


def _is_live(answer: Answer) -> bool:
    return _is_story(answer) and 'class="live-state' in answer.text


def _longest(paper: dict[str, Answer], name: str, is_it: _Test) -> str:
    found = [a for a in paper.values() if a.is_page and a.status == 200 and is_it(a)]
    if not found:
        raise LookupError(f"the demo has no {name}")
    return max(found, key=lambda answer: (len(answer.text), answer.path)).path
