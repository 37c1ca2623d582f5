"""What no reader should ever see: values that are missing, and marks of machines."""

import re
from collections.abc import Iterator

from lxml import etree
from tools.judges.paper import Answer

SEEN = re.compile(
    r"-\s?°C|-0\s?°C|(?<!\d)°C\b(?<!\d\s°C)|\bNone\b|\bNaN\b|\bnull\b|\bundefined\b"
    r"|\{\{|\}\}|\{%|%\}|one-on_one|\bTrue\b|\bFalse\b|\[object |&(?:amp|lt|gt|quot);"
    r"|<function |Traceback|\bLorem ipsum\b|\ufffd|[\x00-\x08\x0e-\x1f]"
    r"|\{(?:names|count|minutes|n|number|city|date|day|month|year|words|name)\}"
)
"""In words that are shown or read out."""

MARKUP = re.compile(
    r"\{\{|\{%|%\}|\bNaN\b|=\"(?:None|null|undefined|True|False)\"|/None/|/undefined"
    r"|one-on_one|\x01|\x02|/_slot/"
)
"""In markup, scripts and styles apart."""

_UNSEEN = ("script", "style", "template")
_SAID = ("alt", "title", "aria-label", "content", "placeholder", "value")


def forbidden(answer: Answer) -> Iterator[str]:
    """Yield what stands in a page and should not, with what is round it."""
    for words in _words(answer):
        for found in SEEN.finditer(words):
            around = words[max(0, found.start() - 30) : found.end() + 30]
            yield f"{found.group()!r} in {around!r}"
    bare = re.sub(r"<(script|style)\b.*?</\1>", "", answer.text, flags=re.DOTALL)
    for found in MARKUP.finditer(bare):
        around = bare[max(0, found.start() - 40) : found.end() + 40]
        yield f"{found.group()!r} in markup {around!r}"


def _words(answer: Answer) -> Iterator[str]:
    for element in answer.tree.iter(etree.Element):
        if element.tag not in _UNSEEN and element.text:
            yield element.text
        if element.tail:
            yield element.tail
        for name in _SAID:
            if said := element.get(name):
                yield said
