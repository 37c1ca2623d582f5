"""Devanagari in Latin letters, for addresses: "दिल्ली में बारिश" is "dilli men barish".

Not a scholar's transliteration but what readers of Hindi type: no marks, the
vowel at a word's end unspoken. The desk can write another slug.
"""

_VOWELS = dict(
    zip(
        "अआइईउऊऋएऐओऔऑऍॐ",
        "a a i i u u ri e ai o au o e om".split(),
        strict=True,
    )
)
_SIGNS = dict(zip("ािीुूृेैोौॉॅ", "a i i u u ri e ai o au o e".split(), strict=True))
_CONSONANTS = dict(
    zip(
        "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहळ",
        "k kh g gh n ch chh j jh n t th d dh n t th d dh n p ph b bh m "
        "y r l v sh sh s h l".split(),
        strict=True,
    )
)
_DOTTED = {"क": "q", "ख": "kh", "ग": "gh", "ज": "z", "ड": "r", "ढ": "rh", "फ": "f"}
_NASAL = {"ं": "n", "ँ": "n", "ः": "h"}
_VIRAMA, _NUKTA = "्", "़"
_SPOKEN = (("ज्ञ", "ग्य"),)
"""Letters that are spoken as others: ज्ञान is "gyan"."""
_DIGITS = dict(zip("०१२३४५६७८९", "0123456789", strict=True))


def latin_of(text: str) -> str:
    """Return text with its Devanagari in Latin letters; all else as it is.

    ``text`` is decomposed (NFD or NFKD): a dot below is a sign of its own.
    """
    for written, spoken in _SPOKEN:
        text = text.replace(written, spoken)
    letters: list[str] = []
    for number, sign in enumerate(text):
        following = text[number + 1 : number + 2]
        if sign in _CONSONANTS:
            dotted = following == _NUKTA
            letters.append(_DOTTED.get(sign, "") if dotted else "")
            letters[-1] = letters[-1] or _CONSONANTS[sign]
            after = text[number + 2 : number + 3] if dotted else following
            if after in _CONSONANTS or after in _VOWELS or after in _NASAL:
                letters.append("a")
        elif sign not in {_VIRAMA, _NUKTA}:
            letters.append(_other(sign))
    return "".join(letters)


def _other(sign: str) -> str:
    for table in (_VOWELS, _SIGNS, _NASAL, _DIGITS):
        if sign in table:
            return table[sign]
    return sign
