"""Weaving a language's words into a template, once, before it is compiled.

In a template a text for readers stands as

    {{ _("Latest") }}
    {{ _("More from {name}", name=section.name) }}
    {{ block.title or _("Table") }}

and a template woven for Hindi says "ताज़ा" there, as if it had been written in
Hindi: a page pays nothing for its language. A ``{place}`` of a text becomes the
template's own expression of that name, or the one given after the text. Markup
in a value needs ``| safe``, as everywhere.

``ngettext("Correction", "Corrections", number)`` is asked when the page is
made, since only then the number is known.
"""

import json
import re
from collections.abc import Iterator
from html import escape

from dateline.words.catalog import Key
from dateline.words.say import Words

_TEXT = r'"((?:[^"\\]|\\.)*)"'
_SAID = re.compile(rf"\{{\{{ _\({_TEXT}((?:, \w+=[^,{{}}]+)*)\) \}}\}}")
_QUOTED = re.compile(rf"(?<![\w.])_\({_TEXT}\)")
_COUNTED = re.compile(rf"(?<![\w.])ngettext\({_TEXT}, {_TEXT},")
_PLACE = re.compile(r"\{(\w+)\}")


def weave(template: str, say: Words) -> str:
    """Return a template with every text in the language of ``say``."""

    def said(found: re.Match[str]) -> str:
        given = dict(_given(found.group(2)))
        text = escape(say(_plain(found.group(1))))
        return _PLACE.sub(lambda place: _expression(place.group(1), given), text)

    def quoted(found: re.Match[str]) -> str:
        return json.dumps(say(_plain(found.group(1))), ensure_ascii=False)

    return _QUOTED.sub(quoted, _SAID.sub(said, template))


def texts_in(template: str) -> Iterator[tuple[Key, str]]:
    """Yield each text of a template: its key, and its plural or nothing."""
    for found in _QUOTED.finditer(_SAID.sub(_bare, template)):
        yield ("", _plain(found.group(1))), ""
    for found in _COUNTED.finditer(template):
        yield ("", _plain(found.group(1))), _plain(found.group(2))


def _bare(found: re.Match[str]) -> str:
    return f' _("{found.group(1)}") '


def _given(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split(", ")[1:]:
        name, _, expression = part.partition("=")
        yield name, expression


def _expression(name: str, given: dict[str, str]) -> str:
    return f"{{{{ {given.get(name, name)} }}}}"


def _plain(text: str) -> str:
    """Return what stands between the quotes of a template's text."""
    return str(json.loads(f'"{text}"'))
