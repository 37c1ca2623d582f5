"""Setting type: a template and its context in, text out.

Templates lie in ``templates/`` under the stem of the page module that uses
them, and are read once. Everything is escaped except what a template marks
``safe``: addresses (they hold no character that needs it), block text (cleaned
by whoever made the block), and parts that were set before. A name that the
context lacks is an error, so no page can say "undefined".

A template's words are woven into it, once for each language (see
``words.weave``), so a page costs the same in all of them.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

from minijinja import Environment

from dateline.pages.block_help import cell_text, day_of, is_figure, is_of_figures
from dateline.pages.chart import chart_of, rem
from dateline.words.catalog import SOURCE, closest
from dateline.words.say import words_in
from dateline.words.weave import weave

TEMPLATES = Path(__file__).parent / "templates"

_NOT_XML = bytes(set(range(0x20)) - set(b"\t\n\r"))
"""Characters that XML 1.0 (2.2) does not allow, even escaped."""


_HELP = {
    "drawn": chart_of,
    "rem": rem,
    "day_of": day_of,
    "is_figure": is_figure,
    "is_of_figures": is_of_figures,
    "cell_text": cell_text,
}
"""What templates of blocks ask for."""


@lru_cache(maxsize=64)
def _environment(language: str) -> Environment:
    """Return the templates in a language; one that has no words of its own shares."""
    if closest(language) != language:
        return _environment(closest(language))
    say = words_in(language)
    found = {
        file.name: weave(file.read_text(encoding="utf-8"), say)
        for file in sorted(TEMPLATES.iterdir())
    }
    return Environment(
        templates=found,
        debug=False,
        undefined_behavior="strict",
        trim_blocks=True,
        lstrip_blocks=True,
        globals={"ngettext": say.count, **_HELP},
    )


def typeset(template: str, *, language: str = SOURCE, **context: Any) -> str:  # noqa: ANN401 - any context
    """Return the text that a template makes of a context, in a language's words."""
    text: str = _environment(language).render_template(template, **context)
    return text


def typeset_xml(template: str, **context: Any) -> str:  # noqa: ANN401 - any context
    """Return the same for XML, without characters that XML forbids."""
    text = typeset(template, **context).encode()
    return text.translate(None, _NOT_XML).decode()  # a tenth of a regex's time
