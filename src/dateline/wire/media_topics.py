"""Media Topics: what a subject is about in the IPTC's words of today.

Agencies still send the subject codes that the Media Topics replaced in 2010, as
``subj:15054000``, as ``iptc:``, as NITF ``refnum``, and as an integer that lost
its leading zero (Ritzau's ``4008000``). The table beside this file comes from
the IPTC's own links (``tools/make_media_topics.py``). A code without a link is
what the code above it is: of ``SSMMMDDD`` first without the detail, then without
the matter.
"""

from collections.abc import Iterable
from functools import lru_cache

from dateline.news.item import Subject
from dateline.wire.media_topic_table import table

# Schemes of the two lists as aliases of agencies' catalogs and as addresses.
TOPICS = frozenset(
    {"medtop", "mediatopic", "mt", "http://cv.iptc.org/newscodes/mediatopic/"}
    | {"https://cv.iptc.org/newscodes/mediatopic/"}
)
CODES = frozenset(
    {"subj", "iptc", "subjectcode", "iptcsubjectcode", "iptcsubjectcodes", "refnum"}
    | {"iptc:subjectcode", "http://cv.iptc.org/newscodes/subjectcode/"}
    | {"https://cv.iptc.org/newscodes/subjectcode/"}
)
DIGITS = 8


def topic_of(scheme: str, code: str) -> str:
    """Give the code of the Media Topic a subject stands for; empty if none.

    Args:
        scheme: as in the Item: an alias, an address up to its last slash, or empty.
        code: without its scheme. Without a scheme, eight digits (or seven of an
            integer) are a subject code, if the table knows them.
    """
    if not code.isascii() or not code.isdigit() or len(code) > DIGITS:
        return ""
    return _topic_of(scheme.strip().lower(), code)


@lru_cache(maxsize=8192)
def _topic_of(scheme: str, code: str) -> str:
    """Give the topic of a code that is a number."""
    if scheme in TOPICS:
        return code if code in table().names else ""
    if scheme not in CODES and (scheme or len(code) < DIGITS - 1):
        return ""
    whole = code.zfill(DIGITS)
    if not scheme and whole in table().names and whole not in table().subjects:
        return whole
    for each in (whole, f"{whole[:5]}000", f"{whole[:2]}000000"):
        topic = table().subjects.get(each)
        if topic is not None:
            return topic
    return ""


def topic_name(topic: str, language: str = "en") -> str:
    """Give a topic's name in a language, else in English; empty if unknown."""
    names = table().names.get(topic, {})
    return names.get(language[:2].lower()) or names.get("en", "")


def lineage(topic: str) -> tuple[str, ...]:
    """Give a topic and all that are broader, itself first; empty if unknown."""
    found: list[str] = []
    while topic in table().names and topic not in found:
        found.append(topic)
        topic = table().broader.get(topic, "")
    return tuple(found)


def topic_named(text: str) -> str:
    """Give the topic that has a name, in any language of the table; else empty.

    Of several with one name ("politics") the one nearest to the top.
    """
    return _topics_by_name().get(" ".join(text.casefold().split()), "")


@lru_cache(maxsize=1)
def _topics_by_name() -> dict[str, str]:
    """Turn the names round."""
    named: dict[str, str] = {}
    for topic in sorted(table().names, key=lambda code: (len(lineage(code)), code)):
        for name in table().names[topic].values():
            named.setdefault(name.casefold(), topic)
    return named


def with_topics(subjects: Iterable[Subject], *, language: str) -> tuple[Subject, ...]:
    """Add to each subject its Media Topic, and a name if none was sent."""
    return tuple([_with_topic(each, language) for each in subjects])


def _with_topic(subject: Subject, language: str) -> Subject:
    """Add the topic of one subject."""
    topic = topic_of(subject.scheme, subject.code) if subject.code else ""
    if not topic:
        return subject
    return Subject(
        name=subject.name or topic_name(topic, language),
        scheme=subject.scheme,
        code=subject.code,
        kind=subject.kind,
        media_topic=topic,
    )
