"""Which published stories a new one is related to, by its words.

Found once, when a story is first published, and said in the journal with it:
so it is a fact of the journal like any other, and no reader's page depends on
what an index says today. It looks at the newest stories only, so it costs the
same in a large archive, and no story is named by more than those that came
soon after it.

Alike is what shares rare words: the cosine of two texts, each word weighed by
how few of the stories looked at have it (inverse document frequency, as in
every search engine). Words of many stories are not weighed at all, which takes
out the language's small words without a list of them.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import log, sqrt

from django.db.models import TextField
from django.db.models.functions import Cast

from dateline.news.history import copy_lines
from dateline.news.story import Story as PublicStory
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.wire_words import folded

LOOKED_AT = 200
"""How many of the newest published stories are looked at."""

FEWEST = 25
"""Stories below which nothing is rare yet, and none is suggested."""

SUGGESTED = 3
LEAST_ALIKE = 0.1
"""Cosine from which a story counts as related. In the demo's copy 16 of 9,000
pairs lie above it and share their matter; below 0.08 they share turns of phrase."""

_COMMON = 0.1
"""Share of the stories from which a word says nothing of what one is about."""

_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_][^\W\d_\u0900-\u0dff]*[\u0900-\u0963\u0966-\u0dff]*")
"""Letters in a row; in Indic scripts with their signs, up to a danda."""

_NO_COPY = re.compile(r'"(?:id|type|picture)": ?"[^"]*"|<[^>]*>|&[a-z]+;')


def related_to(story: PublicStory) -> list[str]:
    """Return the ids of the published stories most like ``story``, best first."""
    newest = (
        Story.objects.filter(state=StoryState.PUBLISHED, language=story.language)
        .exclude(public_id=story.id)
        .order_by("-id")
        .values_list("public_id", "public_revision")[:LOOKED_AT]
    )
    others = known.words_of(list(newest))
    own = " ".join([story.headline, story.standfirst, *copy_lines(story.body)])
    return most_alike(words_of(own), others)


class Known:
    """The words of the stories looked at last, so that each is read once.

    Whatever is no longer looked at is forgotten, and so is what a kill names.
    """

    def __init__(self) -> None:
        self.held: dict[tuple[str, int], frozenset[str]] = {}

    def words_of(self, asked: list[tuple[str, int]]) -> dict[str, frozenset[str]]:
        """Return the words of stories by id, asked for with their revision."""
        new = [
            public_id
            for public_id, times in asked
            if (public_id, times) not in self.held
        ]
        read = dict(_read(new))
        self.held = {
            key: self.held.get(key) or read.get(key[0], frozenset()) for key in asked
        }
        return {public_id: self.held[public_id, times] for public_id, times in asked}

    def forget(self, public_id: str) -> None:
        """Forget the words of a story."""
        self.held = {k: words for k, words in self.held.items() if k[0] != public_id}


known = Known()


def _read(public_ids: list[str]) -> Iterator[tuple[str, frozenset[str]]]:
    if not public_ids:
        return
    rows = (
        Story.objects.filter(public_id__in=public_ids)
        .annotate(raw=Cast("body", TextField()))
        .values_list("public_id", "headline", "standfirst", "raw")
    )
    for public_id, headline, standfirst, body in rows:
        yield public_id, _words_in(headline, standfirst, body)


def _words_in(headline: str, standfirst: str, body: str) -> frozenset[str]:
    copy = json.dumps(json.loads(body or "[]"), ensure_ascii=False)
    return words_of(f"{headline} {standfirst} {_NO_COPY.sub(' ', copy)}")


def words_of(text: str) -> frozenset[str]:
    """Return the words by which a story is compared: folded, none too short."""
    found = _WORD.findall(folded(text))
    return frozenset(_stem(word) for word in found if len(word) >= _SHORTEST)


def _stem(word: str) -> str:
    """Return a word without the commonest of endings: "trains" is "train"."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def most_alike(own: frozenset[str], others: dict[str, frozenset[str]]) -> list[str]:
    """Return the ids of those most like ``own``; equal ones as they came."""
    if len(others) < FEWEST:
        return []
    seen = Counter(word for words in others.values() for word in words)
    most = len(others) * _COMMON
    weights = {
        word: log((len(others) + 1) / times) ** 2
        for word, times in seen.items()
        if times <= most
    }

    def weigh(words: Iterable[str]) -> float:
        return sum(weights.get(word, 0.0) for word in words)

    of_own = weigh(own)
    found = [
        (shared / sqrt(of_own * weigh(words)), public_id)
        for public_id, words in others.items()
        if (shared := weigh(own & words)) > 0
    ]
    found.sort(key=lambda pair: -pair[0])
    return [name for alike, name in found[:SUGGESTED] if alike >= LEAST_ALIKE]
