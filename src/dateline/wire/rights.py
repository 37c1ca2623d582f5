"""Rights phrases in notices, instructions and captions, to flags.

They stand in usage terms, in IIM instructions, in editorial notes, and in
captions after the sentence ("… NO RESALES. NO ARCHIVES"). In a caption only
capitals are an order: "he had no sales" is copy. An end of rights counts only
in terms and notes, for the same reason.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from dateline.news.rights import NO_RIGHTS, Rights, strictest
from dateline.wire.caseless import has_one, lower_ascii
from dateline.wire.countries import CODES, country_code
from dateline.wire.hostile import few_blanks
from dateline.wire.worded_date import find_day

# Written in capitals: in terms any case is read, in a caption only these.
ORDERS: Final = {
    "editorial_only": (
        r"\bEUO\b|EDITORIAL (?:USE|USAGE|PURPOSES?)(?: ONLY)?|\bNO (?:MARKETING|ADVERT)"
        r"|NOT? (?:FOR )?(?:COMMERCIAL|ADVERTISING|MARKETING)(?: OR \w+)? USE"
        r"|REDAKTIONELLE[NRS]? (?:VERWENDUNG|NUTZUNG|GEBRAUCH|ZWECKE)"
        r"|KEINE WERB(?:UNG|LICHE)|USAGE [ÉE]DITORIAL|USO (?:\w+ )?EDITORIALE?"
        r"|REDACTIONEEL GEBRUIK|REDAKTION(?:ELL|ELT) (?:BRUK|BRUG|ANVÄNDNING)"
    ),
    "no_archive": (
        r"\bNARCH\b|\bNO[- ]+ARCHIV(?:ES?|ING|AL)\b|\bARCHIVES? OUT\b"
        r"|\b(?:DO )?NOT? (?:FOR |TO BE |BE )?ARCHIV(?:E[DS]?|ING|AL)\b"
        r"|KEINE? ARCHIV|ARCHIVIERUNG (?:IST )?(?:NICHT|UNTERSAGT|VERBOTEN)"
        r"|NICHT (?:ZUR )?ARCHIVIER|PAS D['’]ARCHIV|ARCHIVAGE INTERDIT|SANS ARCHIV"
        r"|\bSIN ARCHIV|PROHIBIDO (?:SU )?ARCHIV|NO ARCHIVAR|NON ARCHIVIARE|NO ARCHIVIO"
        r"|NÃO ARQUIVAR|SEM ARQUIVO|GEEN ARCHIEF|(?:EJ|INGEN|INGET) ARKIV"
    ),
    "no_sales": (
        r"\bSALES ?OUT\b|\bNO[- ]+(?:RE-?)?SALES?\b"
        r"|\bNOT? (?:FOR |TO BE )(?:RE-?)?S(?:ALE|OLD)\b"
        r"|NO (?:COMMERCIAL|THIRD[- ]PARTY)(?: OR EDITORIAL)? SALES\b(?! IN\b)"
        r"|KEIN (?:WEITER)?VERKAUF|PAS DE (?:RE)?VENTE|(?:RE)?VENTE INTERDITE"
        r"|\bNO VENTAS?\b|PROHIBIDA (?:SU |LA )?(?:RE)?VENTA|VIETATA LA VENDITA"
        r"|\bNO VENDITA|PROIBIDA A (?:RE)?VENDA|GEEN (?:DOOR)?VERKOOP|EJ FÖRSÄLJNING"
    ),
    "third_party": (
        r"\b3TP\b|\bNO THIRD[- ]PART(?:Y|IES)\b"
        r"|(?:BY|TO) (?:A |ANY |\w+ )?THIRD PART(?:Y|IES)"
        r"|WEITERGABE AN DRITTE|(?:À|A) DES TIERS|A TERCEROS|A TERZI|AAN DERDEN"
    ),
    "one_time": (
        r"\bONE[- ]TIME (?:\w+ )?USE|\bSINGLE[- ]USE|\bONE USE ONLY|EINMALIGE[NR]? \w+"
        r"|USAGE UNIQUE|UN SOLO USO|USO ÚNICO|EENMALIG|ENGÅNGS"
    ),
    "no_online": (
        r"\b(?:ONLINE|INTERNET|WEB(?:SITES?)?|DIGITAL) OUT\b"
        r"|\bNO (?:ONLINE|INTERNET|WEB|DIGITAL)\b|NICHT (?:FÜR )?ONLINE\b"
        r"|\bPRINT ONLY\b|PAS D['’]INTERNET|NO INTERNET"
    ),
    "mandatory_credit": (
        r"MANDATORY (?:PHOTO )?(?:CREDIT|MENTION)|MUST (?:BE )?CREDIT"
        r"|CREDIT (?:IS )?(?:MANDATORY|REQUIRED)"
        r"|(?:NAMENS|URHEBER)?NENNUNG (?:IST )?(?:PFLICHT|ERFORDERLICH)"
        r"|NUR MIT (?:VOLLSTÄNDIGER )?(?:NAMENS|URHEBER)?NENNUNG|PFLICHTNENNUNG"
        r"|CR[ÉE]DITO? OBLIGATOI?RI?[EO]|MENTION OBLIGATOIRE|CREDITO OBBLIGATORIO"
        r"|CRÉDITO OBRIGATÓRIO|VERPLICHTE (?:BRON|NAAMS)VERMELDING"
    ),
}
ONE: Final = "|".join(f"(?P<{name}>{pattern})" for name, pattern in ORDERS.items())
IN_TERMS: Final = re.compile(ONE, re.IGNORECASE)
# Every order begins so; in a caption little else does, and looking is cheap.
IN_CAPTION: Final = re.compile(rf"(?=[A-ZÀ-Þ3][A-ZÀ-Þ ])(?:{ONE})")

# In every caption that orders something, or one of the words; looking is cheap.
CAPITALS: Final = re.compile(r"[A-Z][A-Z]{2}|3TP")
CREDIT_WORDS = ("mandatory", "obligato")
# One of these is in every text that an order is found in; looking for them is cheap.
ORDER_WORDS = (
    "euo", "ditorial", "marketing", "advert", "commercial", "reda", "werb",
    "arch", "arquiv", "arkiv", "sale", "sold", "verk", "ven", "ljning", "3tp",
    "third", "dritte", "tiers", "terce", "terz", "derden", "time", "single",
    "one use", "nmalig", "unique", "solo", "nico", "ngs", "online", "internet",
    "web", "digital", "print", "dit", "nennung", "mention", "melding",
)  # fmt: skip

ORDER_CAPITALS: Final = tuple(word.upper() for word in ORDER_WORDS)  # in a caption

CODED_OUT: Final = re.compile(r"\b([A-Z]{3})OUT\b")
PLACE: Final = r"[^\W\d_][\w.'-]{0,40}(?: [^\W\d_][\w.'-]{0,40}){0,3}?"
NAMED_OUT: Final = re.compile(
    rf"(?:^|[.;:,/()\n-]|\b(?:AND|UND|ET|Y)\b)\s*(?P<first>{PLACE}"
    rf"(?:(?:\s*[,/&+]\s*|\s+(?:AND|UND|ET|Y|OR)\s+){PLACE}){{0,8}})\s+OUT\b"
)
NOT_IN: Final = re.compile(
    r"\bNOT? (?:FOR )?(?:USE|PUBLICATION|SALES?|DISTRIBUTION"
    r"|COMMERCIAL OR EDITORIAL SALES) IN (?:THE )?(?P<first>[^\W\d_][^.;:\n()]{1,80})",
    re.IGNORECASE,
)
AND: Final = re.compile(r"\s*[,/&+]\s*|\s+(?:AND|UND|ET|Y|OR)\s+", re.IGNORECASE)
NOT_WHOM: Final = frozenset(
    "SALES ARCHIVE ARCHIVES ONLINE INTERNET WEB WEBSITE WEBSITES DIGITAL".split()
)
CREDIT: Final = re.compile(
    r"(?=(?-i:[MmCc]))"  # as they are written: a third of the time
    r"(?:MANDATORY (?:PHOTO )?CREDIT|CRÉDIT OBLIGATOIRE|CRÉDITO OBLIGATORIO)"
    r"\s*[:-]?\s*(?:[\"“«]\s*([^\"”»\n]{2,80}?)\s*[\"”»]"
    r"|(?<=[:-] )([^\"“«;.\n]{2,80}?)\s*(?=[;.\n]|$|,? NO\b| - ))",
    re.IGNORECASE,
)
UNTIL: Final = re.compile(
    r"\b(?:UNTIL|THROUGH|EXPIR(?:ES?|Y|ATION)(?: DATE)?(?: ON)?|END OF (?:USE|RIGHTS)"
    r"|USE BY|NOT? (?:TO )?(?:BE )?(?:USED? )?AFTER|BIS(?: ZUM)?|JUSQU['’]AU"
    r"|HASTA(?: EL)?|FINO AL|ATÉ|TOT(?: EN MET)?|T/M|TILL? OG MED|TOM"
    r"|ENDE DER NUTZUNG)\b[ :]*",
    re.IGNORECASE,
)
WITHIN: Final = re.compile(
    r"\bWITHIN (\d{1,3}) (DAY|HOUR)S?(?: \([^)]{0,60}\))? (?:FROM|OF|AFTER)\b[ :]*",
    re.IGNORECASE,
)
# One of these is in every text that either finds.
END_WORDS = (
    "until", "through", "expir", "end of", "use by", "after", "bis", "jusqu",
    "hasta", "fino al", "até", "atÉ", "tot", "t/m", "til",
    "tom", "ende der", "within",
)  # fmt: skip
# One of these is in every text that NOT_IN finds.
NOT_IN_WORDS = ("use in ", "tion in ", "sale in ", "sales in ")
ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
NUMBERS: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
NEAR, LONGEST = 40, 4000  # characters
HOURS: Final = 24


def read_rights(terms: Iterable[str], *, caption: str = "") -> Rights:
    """Read what usage terms and notes, and the capitals of a caption, forbid."""
    found = [_of_terms(text[:LONGEST]) for text in terms if text]
    if caption:
        found.append(_of_caption(caption[:LONGEST]))
    found = [each for each in found if each is not NO_RIGHTS]
    return strictest(*found) if found else NO_RIGHTS


@lru_cache(maxsize=2048)  # the same terms stand on all of an agency's copy
def _of_terms(text: str) -> Rights:
    """Read terms or a note."""
    lower = lower_ascii(text)
    orders = _orders(IN_TERMS, text) if has_one(ORDER_WORDS, lower) else []
    return _rights(text, lower, orders, until=_until(text, lower))


def _of_caption(text: str) -> Rights:
    """Read the orders in capitals of a caption."""
    lower = lower_ascii(text)
    if CAPITALS.search(text) or has_one(CREDIT_WORDS, lower):
        orders = _orders(IN_CAPTION, text) if has_one(ORDER_CAPITALS, text) else []
        return _rights(text, lower, orders, until=None)
    return NO_RIGHTS


def _orders(pattern: re.Pattern[str], text: str) -> list[tuple[str, str]]:
    """Give the orders in a text: each flag, and the words that set it."""
    return [(each.lastgroup or "", each[0]) for each in pattern.finditer(text)]


def _rights(
    text: str, lower: str, found: list[tuple[str, str]], *, until: date | None
) -> Rights:
    """Join the orders that were found with whom it is closed to."""
    credit = _credit(text) if has_one(CREDIT_WORDS, lower) else ""
    out = _out(text, lower)
    if not (found or out or until or credit):
        return NO_RIGHTS
    flags = {name: True for name, _ in found} | (
        {"mandatory_credit": True} if credit else {}
    )
    phrases = [words.strip() for _, words in found] + list(out.values())
    return Rights(
        **flags,  # every name of ORDERS is a flag
        credit=credit,
        out=tuple(out),
        until=until,
        phrases=tuple(dict.fromkeys(phrases)),
    )


def _out(text: str, lower: str) -> dict[str, str]:
    """Give whom it is closed to, and the words that say so."""
    out = dict(_named_out(text)) if "OUT" in text else {}
    if has_one(NOT_IN_WORDS, lower):
        for found in NOT_IN.finditer(text):
            for name in AND.split(found["first"]):
                code = country_code(name.strip())
                if code:
                    out[code] = found[0].strip()
    return out


def _named_out(text: str) -> Iterator[tuple[str, str]]:
    """Give whom OUT stands behind: a country's code or name, a paper."""
    for found in CODED_OUT.finditer(text):
        if found[1] in CODES:
            yield found[1], found[0]
    for found in NAMED_OUT.finditer(few_blanks(text)):
        for name in AND.split(found["first"]):
            whom = country_code(name) or name.strip()
            if whom.isupper() and whom not in NOT_WHOM:
                yield whom, found[0].strip(" .;:,/()\n-")


def _credit(text: str) -> str:
    """Give the credit a notice demands, if it words it."""
    found = CREDIT.search(few_blanks(text))
    return (found[1] or found[2]).strip() if found else ""


def _until(text: str, lower: str) -> date | None:
    """Give the last day of use; the earliest if several are named."""
    if not has_one(END_WORDS, lower):
        return None
    days = []
    for found in UNTIL.finditer(text):
        day = _day_at(text[found.end() :])
        if day is not None:
            days.append(day)
    for found in WITHIN.finditer(text):
        day = _day_at(text[found.end() :])
        if day is not None:
            count = int(found[1])
            whole = count if found[2].upper() == "DAY" else count // HOURS
            days.append(day + timedelta(days=whole))
    return min(days, default=None)


def _day_at(text: str) -> date | None:
    """Read the day at the beginning of a text; of two readings the earlier."""
    text = text[:NEAR].lstrip(" :\"'")
    found = ISO.match(text)
    if found is not None:
        return _date(found[1], found[2], found[3])
    found = NUMBERS.match(text)
    if found is not None:
        day_first = _date(found[4], found[3], found[1])
        if found[2] == ".":
            return day_first
        both = (day_first, _date(found[4], found[1], found[3]))
        return min((day for day in both if day is not None), default=None)
    worded = find_day(text)
    return worded[0] if worded is not None and worded[1] <= NEAR // 4 else None


def _date(year: str, month: str, day: str) -> date | None:
    """Make a day of its parts; None if there is no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
