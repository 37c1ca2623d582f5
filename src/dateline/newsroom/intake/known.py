"""What the newsroom has already that an arriving Item may hang on.

Most Items are new, go on from nothing, and are meant by no kill. That is asked in
one statement; what it finds is then read by whoever needs it.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from dateline.news.item import Item
from dateline.newsroom.intake.suspects import SPAN

_ROWS = "SELECT 1 FROM newsroom_wireitem WHERE provider = %s"
_ASK = (
    f"SELECT EXISTS ({_ROWS} AND uri = %s),"
    f" EXISTS ({_ROWS} AND family = %s),"
    f" EXISTS ({_ROWS} AND open_notice AND last_seen >= %s)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What is there: its row, rows of a family of its name, a kill that waits."""

    row: bool
    kin: bool
    notice: bool


def known_of(item: Item, *, now: datetime) -> Known:
    """Return what is there already."""
    since = connection.ops.adapt_datetimefield_value(now - SPAN)
    own = (item.provider, item.uri)
    with connection.cursor() as cursor:
        cursor.execute(_ASK, [*own, *own, item.provider, since])
        row, kin, notice = map(bool, cursor.fetchone())
    return Known(row=row, kin=kin, notice=notice)
