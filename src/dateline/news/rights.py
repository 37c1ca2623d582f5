"""What the rights in a picture or a story forbid, as flags.

Agencies write it in capitals into notes and captions: "EUO", "NARCH", "SYROUT".
These are orders with legal force, so a machine must be able to obey them. The
words they were read from stay beside the flags.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

# Flag by flag, how the desk reads it.
WORDS = {
    "editorial_only": "editorial use only",
    "no_archive": "no archives",
    "no_sales": "no sales",
    "third_party": "a third party's: do not pass on",
    "one_time": "one time use only",
    "no_online": "not online",
    "mandatory_credit": "credit is mandatory",
}


class Rights(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is forbidden; nothing if all is at its default.

    Args:
        editorial_only: no advertising, no marketing (EUO).
        no_archive: not to be kept after first use (NARCH, NO ARCHIVES).
        no_sales: not to be sold on (SALESOUT, NO SALES).
        third_party: a third party's, passed on as it is (3TP); not to be passed on.
        one_time: for one publication (ONE TIME USE ONLY).
        no_online: not on the web at all (ONLINE OUT, INTERNET OUT).
        mandatory_credit: the credit must stand beside it.
        credit: the credit that was demanded, if the order words it.
        out: whom it is closed to: ISO 3166 alpha-3 for a country, else as sent.
        until: the last day of use; None if no end was named.
        phrases: the words all this was read from, as sent.
    """

    editorial_only: bool = False
    no_archive: bool = False
    no_sales: bool = False
    third_party: bool = False
    one_time: bool = False
    no_online: bool = False
    mandatory_credit: bool = False
    credit: str = ""
    out: tuple[str, ...] = ()
    until: date | None = None
    phrases: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything is forbidden."""
        return self is not NO_RIGHTS and self != NO_RIGHTS

    @property
    def flags(self) -> tuple[str, ...]:
        """Name the flags that are set."""
        return tuple(name for name in WORDS if getattr(self, name))

    @property
    def words(self) -> tuple[str, ...]:
        """Say it for the desk, an order a line."""
        return tuple(self._words())

    def _words(self) -> Iterator[str]:
        """Give each order in words."""
        yield from (WORDS[name] for name in self.flags)
        if self.credit:
            yield f"credit: {self.credit}"
        if self.out:
            yield f"not for {', '.join(self.out)}"
        if self.until is not None:
            yield f"until {self.until.isoformat()}"


NO_RIGHTS = Rights()


def strictest(*several: Rights) -> Rights:
    """Join what several texts forbid: everything holds, the earliest end counts."""
    found = [each for each in several if each]
    if len(found) < 2:  # noqa: PLR2004 # nothing to join
        return found[0] if found else NO_RIGHTS
    ends = [each.until for each in found if each.until is not None]
    return Rights(
        **{name: any(getattr(each, name) for each in found) for name in WORDS},
        credit=next((each.credit for each in found if each.credit), ""),
        out=tuple(dict.fromkeys(one for each in found for one in each.out)),
        until=min(ends, default=None),
        phrases=tuple(dict.fromkeys(one for each in found for one in each.phrases)),
    )
