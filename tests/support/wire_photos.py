"""Agencies' pictures on their way into a newsroom. Needs Django set up."""

from threading import Event
from zoneinfo import ZoneInfo

from dateline.newsroom.models.wire_picture import WirePicture
from dateline.newsroom.picture_drop import take_in_file
from dateline.newsroom.wire_pictures import work_all
from dateline.settings import WireSettings
from dateline.wire.source import SourceRules
from support.copy import NOON

FOLDER = WireSettings(name="acme", provider="acme", publish=True, section="world")
RULES = SourceRules(
    name="acme",
    provider="acme",
    zone=ZoneInfo("Europe/Helsinki"),
    publish=True,
    section="world",
    agency_name="Acme News",
    credit="ACME",
)


def drop(raw, name="item.xml", *, source=RULES, now=NOON):
    """Take in a file as the folder's watcher does."""
    return take_in_file(raw, name=name, source=source, now=now)


def see_to_pictures(house, *, wire=FOLDER, now=NOON):
    """Do what the wire's own thread for pictures does."""
    return work_all(wire, settings=house.settings, stop=Event(), now=now)


def told(uri):
    """Return what the newsroom knows of an agency's picture."""
    return WirePicture.objects.get(uri=uri)
