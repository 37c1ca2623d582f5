"""Copy that was never seen before, made of samples: no cache can know it.

A wire repeats its bylines, places, credits and topics; it never repeats its
sentences, its headlines' words or its minutes. So in each copy of a sample the
long words in small letters change places with one another, and minutes and
seconds are others; all else, and so the work there is to do, stays. Words that
parsing acts on stay where they are.

A feed holds many entries: a sample of a feed becomes one of ``ENTRIES``.
"""

import random
import re

ENTRIES = 25
# Words between spaces: no name of an element, no value of an attribute alone.
WORD = re.compile(rb"(?<= )[a-z]{5,}(?=[ .,\r\n<])")
TIME = re.compile(rb"(?<=[T ])([01]\d|2[0-3]):[0-5]\d:[0-5]\d")
ENTRY = re.compile(rb"<(item|entry)\b.*?</\1>", re.DOTALL)
ENTRY_NAME = re.compile(rb"(?=</(?:guid|id|link)>)")
ACTED_ON = re.compile(
    rb"kill|hold|held|publi|embargo|release|replace|correct|withdraw|update|advance"
    rb"|until|morning|evening|noon|night|story|item|photo|editor|meldung|sperr"
    rb"|report|writ|staff|note|copy|repeat|nicht|folgend|follow|intend"
)


def fresh(raw: bytes, chance: random.Random) -> bytes:
    """Return a file like ``raw`` with other sentences and other minutes."""
    words = [word for word in WORD.findall(raw) if not ACTED_ON.search(word)]
    chance.shuffle(words)

    def other_word(found: re.Match[bytes]) -> bytes:
        return found[0] if ACTED_ON.search(found[0]) else words.pop()

    def other_time(found: re.Match[bytes]) -> bytes:
        return b"%s:%02d:%02d" % (found[1], chance.randrange(60), chance.randrange(60))

    return TIME.sub(other_time, WORD.sub(other_word, raw))


def feed(raw: bytes, chance: random.Random) -> bytes:
    """Return a feed like ``raw`` with as many entries as feeds have."""
    entries = list(ENTRY.finditer(raw))
    made = []
    for number in range(ENTRIES):
        entry = fresh(entries[number % len(entries)][0], chance)
        name = b"-%d-%d" % (number, chance.randrange(1 << 30))
        made.append(ENTRY_NAME.sub(name, entry))
    return raw[: entries[0].start()] + b"".join(made) + raw[entries[-1].end() :]
