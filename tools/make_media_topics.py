"""Make the table of Media Topics from the IPTC's own file.

    python tools/make_media_topics.py iptc-media-topics.json

The file is published by the IPTC under CC BY 4.0 (cv.iptc.org/newscodes/mediatopic,
as JSON with all languages). The table keeps what the wire needs: the name of each
topic in English and, where they are present, in German and French, the topic above
each, and for each old subject code the topic that stands for it now.
"""

import json
import sys
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parents[1] / "src/dateline/wire/media_topics.json"
LANGUAGES = {"en": "en-GB", "de": "de", "fr": "fr"}
LAST = 9
SUBJECT = "http://cv.iptc.org/newscodes/subjectcode/"


def main(path: str) -> None:
    """Write the table."""
    topics = json.loads(Path(path).read_text(encoding="utf-8"))["conceptSet"]
    table = {
        "names": dict(sorted(names(topics))),
        "broader": dict(sorted(broader(topics))),
        "subjects": subjects(topics),
    }
    text = json.dumps(table, ensure_ascii=False, indent=0, separators=(",", ":"))
    OUT.write_text(text + "\n", encoding="utf-8")
    print(f"{len(table['names'])} topics, {len(table['subjects'])} subject codes")


def names(topics: list[dict[str, Any]]) -> Any:
    """Yield code and names of each topic."""
    for topic in topics:
        labels = topic["prefLabel"]
        found = {key: labels[tag] for key, tag in LANGUAGES.items() if labels.get(tag)}
        yield code_of(topic), found


def broader(topics: list[dict[str, Any]]) -> Any:
    """Yield code of each topic that is not at the top, and of the one above it."""
    for topic in topics:
        for above in topic.get("broader", ()):
            yield code_of(topic), above.rpartition("/")[2]


def subjects(topics: list[dict[str, Any]]) -> dict[str, str]:
    """Give the topic of each subject code: exact before close, living before retired.

    A topic with a broadMatch is narrower than the subject code, so it cannot stand
    for it; only at the top, where both lists have the same numbers, it does. Codes
    that are not here are found by the codes above them (``wire.media_topics``).
    """
    found: dict[str, tuple[int, str]] = {}
    for topic in topics:
        for rank, kind in enumerate(("exactMatch", "closeMatch")):
            for code in subject_codes(topic, kind):
                best = (2 * ("retired" in topic) + rank, code_of(topic))
                found[code] = min(found.get(code, best), best)
        for code in subject_codes(topic, "broadMatch"):
            if code == code_of(topic):
                found.setdefault(code, (LAST, code))
    return {code: topic for code, (_, topic) in sorted(found.items())}


def subject_codes(topic: dict[str, Any], kind: str) -> list[str]:
    """Give the subject codes that a topic is linked to in one way."""
    links = topic.get(kind, ())
    return [link.removeprefix(SUBJECT) for link in links if link.startswith(SUBJECT)]


def code_of(topic: dict[str, Any]) -> str:
    """Give a topic's code without its scheme."""
    return topic["qcode"].removeprefix("medtop:")


if __name__ == "__main__":
    main(sys.argv[1])
