"""Whether what is in another language than its page says so (WCAG 3.1.2).

Told by letters: Devanagari and Arabic ones where Latin is read, and English prose
where it is not. Names of people, papers and agencies are names in every language.
"""

import re
from collections.abc import Iterator

from lxml import etree
from tools.judges.paper import Answer

_LATIN = frozenset(("en", "de", "fr", "es"))
_OTHER_LETTERS = re.compile(r"[\u0900-\u097f]{2,}|[\u0600-\u06ff]{2,}")
_ENGLISH = re.compile(r"\b[a-z]{2,} [a-z]{2,}\b|\d [ap]m\b")
"""Two words that are no names, or half a day."""

_QUOTED = re.compile("“[^”]*”")
"""What a reader asked for is in the reader's language."""

_UNSEEN = ("script", "style", "template", "title")
_SAID = ("alt", "title", "aria-label", "placeholder")


def misread(answer: Answer) -> Iterator[str]:
    """Yield each text of a page that would be read out in the wrong language."""
    body = answer.tree.find("body")
    for element in body.iter(etree.Element) if body is not None else ():
        if element.tag in _UNSEEN:
            continue
        language = _language(element)
        texts = [element.text, *(element.get(name) for name in _SAID)]
        yield from (t.strip() for t in texts if t and _is_wrong(t, language))
        if element is not body and element.tail:
            around = _language(element.getparent())
            if _is_wrong(element.tail, around):
                yield element.tail.strip()


def _is_wrong(text: str, language: str) -> bool:
    wrong = _OTHER_LETTERS if language in _LATIN else _ENGLISH
    return wrong.search(_QUOTED.sub("", text)) is not None


def _language(element: etree._Element) -> str:
    """Return the language that an element is read in, without region."""
    said = element.xpath("ancestor-or-self::*[@lang][1]/@lang")
    return str(said[0]).partition("-")[0] if said else ""
