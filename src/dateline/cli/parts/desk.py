"""The desk worker as a part: wires, embargoes, schedules."""

from dateline.cli.parts.stopping import stop_asked
from dateline.newsroom.django_settings import configure
from dateline.settings import Settings


def desk(settings: Settings) -> None:
    """Take in what wires bring and do what is due, until told to stop."""
    configure(settings)
    from dateline.newsroom.desk import run_desk

    run_desk(settings, stop=stop_asked())
