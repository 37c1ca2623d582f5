"""The newsroom's tables, where Django is set up already."""

import logging
from datetime import UTC, datetime

from dateline.cli.lock import MIGRATE, held
from dateline.settings import Settings

_log = logging.getLogger(__name__)


def make_tables(settings: Settings) -> None:
    """Bring database and journal in line with the code and ``dateline.toml``."""
    from django.core.management import call_command

    from dateline.newsroom.sync_site import sync_site

    call_command("migrate", verbosity=0, interactive=False)
    for entry in sync_site(settings, now=datetime.now(UTC)):
        _log.info("the settings of the %s are entry %s", entry.subject, entry.seq)


def make_missing_tables(settings: Settings) -> None:
    """Make the tables of a site that never ran; otherwise do nothing."""
    from django.db import connection

    from dateline.cli.words import remark

    if "journal_entry" in connection.introspection.table_names():
        return
    remark("This site never ran: making its tables, which takes some seconds.")
    with held(settings.data / MIGRATE, what="", wait=True):
        make_tables(settings)
