"""Text that was UTF-8, was taken for Windows-1252 once, and was sent as that.

"Dellâ€™s" and "Â© 2000" come so from the agency itself: no reading of the bytes is
right. Putting it back is safe only if it is certain: the first sign must be one
that no language writes ("IRMÃ»" is Portuguese, "â€™" is nothing).
"""

import re
from typing import Final

# "â€" and a sign; "Â" before a symbol; "Ã" before what follows it in UTF-8's accents.
CERTAIN: Final = re.compile("â€.|Â[©®°£§·\xa0]|Ã[©¨ª«§¡³±¶¼¤´®¯]")
LEAD: Final = 0xC0  # bytes below it only follow in UTF-8
SPECIAL: Final = {chr(byte): byte for byte in range(0x80, 0x100)} | {
    character: 0x80 + at
    for at, character in enumerate("€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ")
}
FOLLOWERS: Final = re.escape("".join(c for c, byte in SPECIAL.items() if byte < LEAD))
TWICE: Final = re.compile(
    f"[ÂÃ][{FOLLOWERS}]|[âã][{FOLLOWERS}]{{2}}|ð[{FOLLOWERS}]{{3}}"
)


def repair(text: str) -> str | None:
    """Give a text with what was encoded twice put right; None if nothing was."""
    if not _may_hold_one(text) or CERTAIN.search(text) is None:
        return None
    return TWICE.sub(_once, text)


def _may_hold_one(text: str) -> bool:
    """Say at once that most texts hold no sign: one letter is quickly looked for."""
    return "Â" in text or "Ã" in text or ("€" in text and "â" in text)


def _once(found: re.Match[str]) -> str:
    """Give one character that stands there as several."""
    try:
        return bytes(SPECIAL[each] for each in found[0]).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
