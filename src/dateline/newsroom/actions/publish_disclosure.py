"""Publish how many grievances a month brought: figures alone, when the desk says so."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import msgspec
from django.db import transaction

from dateline.journal.entry import Change, Entry, Kind
from dateline.news.house import Disclosure, House
from dateline.newsroom.actions.errors import ActionError
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.journal_writer import hold_journal, newest_content, write
from dateline.newsroom.models.grievance import Grievance
from dateline.newsroom.site_settings import site_zone
from dateline.newsroom.sync_site import HOUSE

SHOWN = 24
"""Months that the page keeps."""


class NoOfficerError(ActionError):
    """The house names nobody who answers for grievances, so there is no page."""

    hint = "Name the officer in dateline.toml, [house.officer], and start again."


def figures_of(now: datetime) -> Disclosure:
    """Return what the last whole month before ``now`` came to."""
    local = now.astimezone(site_zone())
    end = local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    start = (end - timedelta(days=1)).replace(day=1)
    rows = Grievance.objects.all()
    decided = rows.filter(decided_at__lt=end)
    return Disclosure(
        month=f"{start:%Y-%m}",
        received=rows.filter(received_at__gte=start, received_at__lt=end).count(),
        decided=decided.filter(decided_at__gte=start).count(),
        pending=rows.filter(received_at__lt=end).count() - decided.count(),
    )


@dataclass(frozen=True, kw_only=True)
class PublishDisclosure:
    """Publish the figures of the last whole month, in place of any it had."""

    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against it."""
        must_be_allowed(self.acting_user, "change_grievance")
        if _house().officer is None:
            raise NoOfficerError("no grievance officer is named")

    def execute(self) -> list[Entry]:
        """Publish, and return the journal's entries: none if readers have it."""
        self.check()
        with transaction.atomic():
            hold_journal()
            house, figures = _house(), figures_of(self.now)
            others = (d for d in house.disclosures if d.month != figures.month)
            told = sorted((figures, *others), key=lambda d: d.month, reverse=True)
            after = replace(house, disclosures=tuple(told[:SHOWN]))
            if after == house:
                return []
            change = Change(kind=Kind.HOUSE_SET, subject=HOUSE, content=after)
            return write([change], moment=self.now)


def _house() -> House:
    known = newest_content(HOUSE, Kind.HOUSE_SET)
    return msgspec.json.decode(known, type=House) if known else House()
