"""Alternative text for pictures whose agency sent none.

Agencies send none, or the caption again; a reader who cannot see is helped by
neither. What they do send for a good part of their pictures is a headline of
the picture itself, apart from the caption. Where it is a sentence that says
something else than caption and story do, it is the alternative text. Else there
is none, and a person must write it: no rule looks at a picture.
"""

from dateline.news.item import ItemPicture
from dateline.news.picture import ALT_LIMIT, AltTextError, check_alt

LEAST_WORDS = 4
"""Words below which a headline of a picture is a label ("Cricket - Final")."""


def agency_alt(picture: ItemPicture, *, headline: str = "") -> str:
    """Return the best alternative text an agency's own words give; maybe none.

    ``headline`` is that of the story the picture came with: a picture's headline
    that only repeats it says nothing of the picture.
    """
    for text in (picture.alt, _as_sentence(picture.headline, headline)):
        if is_fit_alt(text, caption=picture.caption, credit=picture.credit):
            return text
    return ""


def is_fit_alt(alt: str, *, caption: str, credit: str) -> bool:
    """Say whether an alternative text may stand beside a caption."""
    try:
        check_alt(alt, caption=caption, credit=credit)
    except AltTextError:
        return False
    return True


def _as_sentence(text: str, headline: str) -> str:
    """Return a picture's headline if it reads like a sentence, else nothing.

    Capitals all through, or few words, are a desk's label: "IPL-MUMBAI-FINAL".
    """
    words = text.split()
    plain = " ".join(words)
    is_label = len(words) < LEAST_WORDS or plain.isupper()
    if is_label or len(plain) > ALT_LIMIT or plain.casefold() == headline.casefold():
        return ""
    return plain
