"""Dates with the month in words: "05 Agustus 2019", "Dec. 31, 2026", "2019年8月5日".

Feeds and rights notices are written by people and by programs that speak their
owner's language. A month is known by its whole name or by an abbreviation that
means the same month in every language here; one that does not (Croatian
"listopad" is October, Polish November) is left to the language with more wires.
"""

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final

# One month a line.
_NAMES: Final = """
january jan janvier janv januar jänner jän jaenner januari januar enero ene janeiro \
gennaio gen tammikuu tammikuuta styczeń stycznia leden ledna ocak oca января январь \
янв січня ιανουαρίου ιανουάριος ianuarie január janua tháng1 يناير जनवरी
february feb février févr fév februar februari febrero fevereiro fev febbraio febr \
helmikuu helmikuuta luty lutego únor února şubat şub pebruari февраля февраль фев \
лютого φεβρουαρίου φεβρουάριος februarie február fevr فبراير फरवरी
march mar mars märz maerz mär mrz maart mrt marzo março marco maret mac maaliskuu \
maaliskuuta marzec marca březen března mart марта март мар березня μαρτίου μάρτιος \
martie március márc مارس मार्च
april apr avril avr abril abr aprile huhtikuu huhtikuuta kwiecień kwietnia duben \
dubna nisan nis апреля апрель апр квітня απριλίου απρίλιος aprilie április أبريل \
ابريل अप्रैल
may mai mei maj mayo maio maggio mag toukokuu toukokuuta maja květen května mayıs \
мая май травня μαΐου μάιος május مايو मई
june jun juin juni junio junho giugno giu kesäkuu kesäkuuta czerwiec czerwca červen \
června haziran haz июня июнь июн червня ιουνίου ιούνιος iunie június يونيو जून
july jul juillet juil juli julio julho luglio lug julai heinäkuu heinäkuuta lipiec \
lipca červenec července temmuz tem июля июль июл липня ιουλίου ιούλιος iulie július \
يوليو जुलाई
august aug août aout augustus augusti agosto ago agustus agt agu ogos elokuu \
elokuuta sierpień sierpnia srpen srpna ağustos ağu августа август авг серпня \
αυγούστου αύγουστος augusztus أغسطس اغسطس अगस्त
september sep sept septembre septiembre setiembre setembro set settembre sett \
syyskuu syyskuuta wrzesień września září eylül eyl сентября сентябрь сен сент \
вересня σεπτεμβρίου σεπτέμβριος septembrie szeptember سبتمبر सितंबर
october oct octobre oktober okt octubre outubro out ottobre ott lokakuu lokakuuta \
październik października říjen října ekim eki октября октябрь окт жовтня οκτωβρίου \
οκτώβριος octombrie október أكتوبر اكتوبر अक्टूबर
november nov novembre noviembre novembro nopember marraskuu marraskuuta listopad \
listopada listopadu kasım kas ноября ноябрь ноя листопада νοεμβρίου νοέμβριος \
noiembrie نوفمبر नवंबर
december dec décembre déc dezember dez diciembre dic dezembro dicembre desember des \
disember joulukuu joulukuuta grudzień grudnia prosinec prosince aralık ara декабря \
декабрь дек грудня δεκεμβρίου δεκέμβριος decembrie دیسمبر ديسمبر दिसंबर
"""


def _bare(word: str) -> str:
    """Give a word without case and accents: "AOÛT" is "aout"."""
    parted = unicodedata.normalize("NFKD", word.casefold())
    return "".join(each for each in parted if not unicodedata.combining(each))


MONTHS: Final = {
    _bare(word): number
    for number, words in enumerate(_NAMES.strip().split("\n"), start=1)
    for word in words.split()
}

_ENGLISH_NAMES: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
ENGLISH: Final = {name: MONTHS[name.lower()] for name in _ENGLISH_NAMES.split()}

# The zones RFC 822 names, in hours; other words are no zone we can be sure of.
ZONES: Final = dict.fromkeys(("z", "ut", "utc", "gmt"), 0) | {
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7, "cet": 1, "cest": 2, "wib": 7, "jst": 9, "kst": 9,
}  # fmt: skip
LONGEST: Final = 80
RFC_822: Final = re.compile(
    r"(?:[A-Za-z]{3}, ?)?(\d{1,2}) ([A-Za-z]{3}) (\d{4}|\d\d) (\d\d):(\d\d)"
    r"(?::(\d\d))? ?(?:([+-])(\d\d):?(\d\d)|(GMT|UTC|UT|Z))"
)
NUMBERED: Final = re.compile(
    r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]"
)
DAY_MONTH: Final = re.compile(
    r"(?<!\d)(\d{1,2})(?:\.|er|st|nd|rd|th|º|°)?[\s.-]+(?:de\s+|of\s+|tháng\s+)?"
    r"(\d{1,2}(?=\D)|[^\W\d_][^\s\d.,/-]*)\.?,?[\s-]+(?:de\s+|del\s+|năm\s+)?"
    r"(\d{4})(?!\d)"
)
MONTH_DAY: Final = re.compile(
    r"([^\W\d_][^\s\d.,]*)\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})(?!\d)"
)
TIME: Final = re.compile(
    r"(?<!\d)(\d{1,2})[:.h](\d\d)(?:[:.](\d\d))?\s*([ap])?\.?(?:(?<=[ap])\.?m\b\.?)?"
    r"\s*(?:(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d\d)?(?!\d)|\(?([A-Za-z]{1,5})\b\)?)?",
    re.IGNORECASE,
)
NOON, DAY = 12, 24


def month_of(word: str) -> int | None:
    """Give the number of a month by its name in any language known; else None."""
    word = word.strip(".,")
    return MONTHS.get(word.lower() if word.isascii() else _bare(word))


@lru_cache(maxsize=4096)  # a rights notice or a moment comes with every entry
def find_day(text: str) -> tuple[date, int, int] | None:
    """Find the first date in words: the day, and where it begins and ends."""
    found = NUMBERED.search(text)
    if found is not None:
        return _day(found, found[1], int(found[2]), found[3])
    for form, month_at, day_at in ((DAY_MONTH, 2, 1), (MONTH_DAY, 1, 2)):
        for found in form.finditer(text):
            name = found[month_at]
            month = int(name) if name.isdecimal() else month_of(name)
            day = _day(found, found[3], month, found[day_at]) if month else None
            if day is not None:
                return day
    return None


def read_worded(text: str) -> datetime | None:
    """Read a moment with the month in words; without a zone if none is written.

    RFC 822 (RSS) is the common case and quick. A zone in letters other than
    those of :data:`ZONES` is not one: "IST" means three things.
    """
    quick = RFC_822.fullmatch(text)
    if quick is not None:
        month = ENGLISH.get(quick[2]) or month_of(quick[2])
        return _moment(quick, month) if month else None
    if len(text) > LONGEST:
        return None
    found = find_day(text)
    if found is None:
        return None
    day, start, end = found
    rest = f"{text[:start]} {text[end:]}"
    return _with_time(day, TIME.search(rest))


def _day(
    found: re.Match[str], year: str, month: int, day: str
) -> tuple[date, int, int] | None:
    """Make a day of its parts; None if there is no such day."""
    try:
        return date(int(year), month, int(day)), found.start(), found.end()
    except ValueError:
        return None


@lru_cache(maxsize=256)  # a feed's entries all have one or two
def _offset(sign: str, hours: str, minutes: str) -> timezone | None:
    """Give the zone of an offset; None for one of a day or more."""
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    if offset >= timedelta(hours=DAY):
        return None
    return timezone(-offset if sign == "-" else offset)


def _moment(found: re.Match[str], month: int) -> datetime | None:
    """Make a moment of what RFC 822 says."""
    zone: tzinfo = UTC
    if found[7]:
        offset = _offset(found[7], found[8], found[9])
        if offset is None:
            return None
        zone = offset
    hour, minute, second = int(found[4]), int(found[5]), int(found[6] or 0)
    year = int(found[3])
    year += 2000 if year < 70 else 1900 if year < 100 else 0  # noqa: PLR2004 # RSS 2.0 allows two digits
    try:
        return datetime(year, month, int(found[1]), hour, minute, second, tzinfo=zone)
    except ValueError:
        return None


def _with_time(day: date, found: re.Match[str] | None) -> datetime | None:
    """Add the time of day, if one is written."""
    if found is None:
        return datetime(day.year, day.month, day.day)  # noqa: DTZ001 # the zone comes from the source
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = (found[4] or "").lower()
    if half and hour <= NOON:
        hour = hour % NOON + (NOON if half == "p" else 0)
    zone = _zone(found)
    try:
        return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None


def _zone(found: re.Match[str]) -> timezone | None:
    """Give the zone that is written behind a time; None if there is none."""
    if found[5]:
        return _offset(found[5], found[6], found[7] or "0")
    hours = ZONES.get((found[8] or "").lower())
    return None if hours is None else timezone(timedelta(hours=hours))
