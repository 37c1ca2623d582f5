"""From a question to what the library is asked.

All words must be in the story; where they stand decides its score:

    must      each word in the text
    should    the same in the headline (three times), the standfirst (half more)

So the lists of the filters and of the rarest word decide how much is read, and
the score of each story found grows with each place. Filters do not score.

Two more forms, for a question that finds little:

    similar   each word, or one that is a slip or two away; what has the words
              themselves stands before all others
    loose     at least half of the words
"""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from tantivy import FieldType, Occur, Query

from dateline.catalog.lists import day_range, midnight
from dateline.search.index import (
    CITY,
    COMMON,
    HEAD,
    ID,
    KIND,
    MOMENT,
    SECTION,
    STAND,
    STORY,
    TEXT,
    schema,
    seconds_of,
)
from dateline.search.likeness import slips_allowed
from dateline.search.question import Question, Row
from dateline.search.stop_words import common_pairs, is_common

_HEAD_BOOST, _STAND_BOOST = 3.0, 1.5
_EXACT_BOOST = 1e4

Part = tuple[Occur, Query]


def exact(question: Question, *, zone: ZoneInfo) -> Query:
    """Return what finds the stories with all the words."""
    return _joined(_words(question), question, zone)


def similar(question: Question, *, zone: ZoneInfo) -> Query:
    """Return what finds the same, and stories with words that are nearly those."""
    near: list[Part] = [(Occur.Must, _near(TEXT, word)) for word in question.words]
    near += _phrases(question)
    near += [(Occur.Should, _near(HEAD, word)) for word in question.words]
    best = Query.boost_query(Query.boolean_query(_words(question)), _EXACT_BOOST)
    either: list[Part] = [
        (Occur.Should, best),
        (Occur.Should, Query.boolean_query(near)),
    ]
    return _joined([(Occur.Must, Query.boolean_query(either))], question, zone)


def loose(question: Question, *, zone: ZoneInfo) -> Query:
    """Return what finds stories with at least half of the words."""
    some: list[Part] = [(Occur.Should, _word(TEXT, term)) for term in question.telling]
    least = max(1, (len(some) + 1) // 2)
    query = Query.boolean_query(some, minimum_number_should_match=least)
    return _joined([(Occur.Must, query)], question, zone)


def _joined(parts: list[Part], question: Question, zone: ZoneInfo) -> Query:
    """Return parts with the question's filters and without what it does not want."""
    parts = parts + _filters(question, zone)
    if not parts:
        parts = [(Occur.Must, _filter(KIND, STORY))]
    parts += [(Occur.MustNot, _row(row)) for row in question.without]
    return Query.boolean_query(parts)


def _words(question: Question) -> list[Part]:
    parts: list[Part] = [(Occur.Must, _word(TEXT, word)) for word in question.words]
    parts += _phrases(question)
    for field, boost in ((HEAD, _HEAD_BOOST), (STAND, _STAND_BOOST)):
        parts += [
            (Occur.Should, Query.boost_query(_word(field, term), boost))
            for term in question.telling
        ]
    return parts


def _phrases(question: Question) -> list[Part]:
    return [(Occur.Must, _row(row)) for row in question.phrases]


def _row(row: Row) -> Query:
    """Return what finds terms that follow one another."""
    if len(row) > 1 and all(map(is_common, row)):
        (pairs,) = common_pairs(row)
        return _in_row(COMMON, pairs)
    return _in_row(TEXT, row)


def _in_row(field: str, row: Sequence[str]) -> Query:
    if len(row) == 1:
        return _word(field, row[0])
    return Query.phrase_query(schema(), field, list(row))


def _word(field: str, term: str) -> Query:
    return Query.term_query(schema(), field, term, index_option="freq")


def _near(field: str, term: str) -> Query:
    slips = slips_allowed(term)
    if not slips:
        return _word(field, term)
    return Query.fuzzy_term_query(schema(), field, term, distance=slips)


def _filters(question: Question, zone: ZoneInfo) -> list[Part]:
    found: list[Query] = []
    if question.section:
        found.append(_filter(SECTION, question.section))
    if question.city:
        found.append(_filter(CITY, question.city))
    if question.first or question.last:
        found.append(_span(question, zone))
    if question.without and not (question.says_words or found):
        found.append(_filter(KIND, STORY))
    return [(Occur.Must, Query.const_score_query(each, 0.0)) for each in found]


def _filter(field: str, value: str) -> Query:
    return Query.term_query(schema(), field, value, index_option="basic")


def _span(question: Question, zone: ZoneInfo) -> Query:
    low = seconds_of(midnight(question.first, zone)) if question.first else None
    high = seconds_of(day_range(question.last, zone)[1]) - 1 if question.last else None
    return Query.range_query(
        schema(),
        MOMENT,
        FieldType.Unsigned,
        lower_bound=low,
        upper_bound=high,
    )


def the_story(story_id: str) -> Query:
    """Return what finds the story of an id."""
    return _filter(ID, story_id)
