"""Hindi words as they are looked for: one spelling, without their endings.

One word is typed in several ways, and all of them are right: with a nukta or
without (बाज़ार, बाजार), with a chandrabindu or an anusvara (पाँच, पांच), with a
dead nasal or an anusvara (हिन्दी, हिंदी), with a glide or without (गये, गए).
Joiners say how letters are drawn, not which they are.

The endings are those of the noun (number and case) and of the commonest verb
forms. It is a light stemmer: it may leave two forms of a word apart, but it
seldom throws different words together (पानी, water, and पान, betel). What would
leave fewer than two letters stays.
"""

import re

FIRST, LAST = "\u0900", "\u097f"

_DROPPED = dict.fromkeys(map(ord, "\u093c\u200c\u200d\u200b"))
_SAME = str.maketrans({"\u0901": "\u0902"})
_DIGITS = {0x0966 + n: str(n) for n in range(10)}
_LIKE = {**_DROPPED, **_SAME, **_DIGITS}

# A dead nasal before a stop of its own row of the alphabet.
_DEAD_NASAL = re.compile("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])")
_GLIDES = (("यी", "ई"), ("ये", "ए"), ("यीं", "ईं"))

_ENDINGS = tuple(
    sorted(
        (
            *"ा ि ी ु ू े ो".split(),  # चुनाव stays, लड़का लड़के लड़की meet
            *"ों ें ां ीं ओं एं".split(),  # घरों, किताबें
            *"ियों ियां ियाँ ाओं ाएं ुओं ुएं".split(),  # लड़कियों, महिलाओं, वस्तुएं
            *"ाई ाए ाया ाने ाना ानी".split(),  # बनाया, बनाने
            *"ता ती ते तीं ना ने नी".split(),  # करता, करने
            *"ेगा ेगी ेंगे ेंगी ूंगा ूंगी".split(),  # करेगा, करेंगे
            *"ाएगा ाएगी ाएंगे ाएंगी".split(),  # बनाएगा
            *"कर ाकर".split(),  # देखकर
        ),
        key=len,
        reverse=True,
    )
)
_SHORTEST = 2
_SIGN = re.compile("[\u0902\u0903\u093e-\u094d]")


def is_devanagari(word: str) -> bool:
    """Return whether a word has letters of the script that Hindi is written in."""
    return any(FIRST <= letter <= LAST for letter in word)


def fold(word: str) -> str:
    """Return a word in the one spelling; ``word`` is decomposed (NFD or NFKD)."""
    word = _DEAD_NASAL.sub("\u0902", word.translate(_LIKE))
    for glide, plain in _GLIDES:
        if word.endswith(glide) and len(word) > len(glide):
            return word[: -len(glide)] + plain
    return word


def stem(word: str) -> str:
    """Return a folded word without its ending."""
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(_SIGN.sub("", rest)) >= _SHORTEST:
            return rest
    return word
