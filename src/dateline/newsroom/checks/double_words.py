"""The same word twice: "the the", "है है"."""

import re
from collections.abc import Iterator

from dateline.news.site import main_language
from dateline.newsroom.checks.remark import Copy, Remark, prose_of

_TWICE = re.compile(r"\b([^\W\d_]+)[ \t\n]+\1\b", re.IGNORECASE)
_MEANT = frozenset("had that bye cha ha hear knock mahi no so very yes".split())

_SMALL = {
    "hi": "है हैं था थे थी थीं में का की के को से ने पर कि तो भी",
    "ur": "ہے ہیں تھا تھے تھی میں کا کی کے کو سے نے پر کہ تو بھی",
}
"""Words that nobody doubles, in languages that double others to say more: "धीरे धीरे"."""

_SMALL_TWICE = {
    language: re.compile(rf"(?<!\S)({'|'.join(words.split())})\s+\1(?=[\s।۔,;!?]|$)")
    for language, words in _SMALL.items()
}
_DOUBLING = frozenset("as bn gu hi kn ml mr ne or pa sa ta te ur".split())
"""Languages in which a word twice is grammar."""


def find(copy: Copy) -> Iterator[Remark]:
    """Yield a remark for each doubled word that its language does not double itself.

    Two capitals may be a name: Boutros Boutros-Ghali, Walla Walla.
    """
    language = main_language(copy.story.language)
    pattern = _SMALL_TWICE.get(language, None if language in _DOUBLING else _TWICE)
    if pattern is None:
        return
    for field, text in prose_of(copy):
        for found in pattern.finditer(text):
            first, second = found.group().split()
            is_name = first[0].isupper() and second[0].isupper()
            if first.lower() in _MEANT or is_name:
                continue
            yield Remark(
                check="double words",
                field=field,
                message=f"a word twice: “{found.group()}”",
                hint="Take one of them out.",
            )
