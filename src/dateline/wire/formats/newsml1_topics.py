"""TopicSets: names for the codes and references inside a NewsML 1 file.

A file may carry its own: ``<TopicOccurrence Topic="#t3"/>`` then means the Topic
whose Duid is t3. Sets that lie elsewhere are never fetched.
"""

from typing import Final

from dateline.wire.formats.newsml1_found import Topic
from dateline.wire.xml import (
    Element,
    child,
    children,
    inside,
    local,
    name_of,
    text_of,
)

FORMAL_NAME: Final = b"FormalName"  # lxml would make bytes of it, each time
SPELLINGS = ("{*}Topic", "{*}topic", "{*}TOPIC")
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

Topics = dict[str, Topic]


def read_topics(root: Element, *, recovered: bool) -> Topics:
    """Give all topics of a file, by ``#Duid`` and by code."""
    topics: Topics = {}
    # Most files have none, and lxml sees so in a sixth of the time of looking for the
    # word. Where a file was recovered, a prefix may be part of the name.
    if not recovered and next(root.iter(*SPELLINGS), None) is None:
        return topics
    for element in root.iter():
        if local(element.tag) == "topic":
            topic = _read_topic(element)
            duid = element.get("Duid") or element.get("Euid")
            if duid:
                topics[f"#{duid}"] = topic
            if topic.code:
                topics.setdefault(topic.code, topic)
    return topics


def topic_of(element: Element, topics: Topics) -> Topic | None:
    """Give the topic that an element names by reference or by code."""
    if not topics:
        return None
    reference = element.get("Topic") or element.get("ValueRef") or ""
    if reference:
        _, mark, fragment = reference.rpartition("#")
        found = topics.get(mark + fragment)
        if found is not None:
            return found
    return topics.get((element.get("FormalName") or element.get("Value") or "").strip())


def formal_name(element: Element | None) -> str:
    """Give an element's FormalName; empty if there is no element or no name."""
    if element is None:
        return ""
    name: str = element.get(FORMAL_NAME, "")
    return name.strip()


def _read_topic(element: Element) -> Topic:
    """Read one topic."""
    topic = Topic(kind=formal_name(child(element, "topictype")).lower())
    for each in children(element, "formalname"):
        if not topic.code:
            topic.code = text_of(each)
            topic.scheme = (each.get("Scheme") or "").strip()
    for each in inside(element):
        name = text_of(each) if name_of(each) == "description" else ""
        if name:
            topic.names.append((each.get(XML_LANG) or "", name))
    return topic
