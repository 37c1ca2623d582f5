"""Agency copy for the newsroom's tests. Needs Django set up."""

import json
from zoneinfo import ZoneInfo

from dateline.newsroom.intake.take_in import take_in
from dateline.wire.source import SourceRules
from support.copy import NOON, later

TRUSTED = SourceRules(
    name="acme",
    provider="acme",
    zone=ZoneInfo("Europe/Helsinki"),
    publish=True,
    section="world",
    agency_name="Acme News",
    credit="ACME",
)
DESK = SourceRules(name="acme", provider="acme", zone=ZoneInfo("Europe/Helsinki"))


def copy(*, minutes=0, text="The ferry left the harbour at noon.", **fields):
    """Write a ninjs item, made so many minutes after NOON."""
    document = {
        "uri": "urn:example:ferry",
        "type": "text",
        "version": "1",
        "versioncreated": later(minutes=minutes).isoformat(),
        "headline": "Ferry leaves harbour",
        "slugline": "FERRY",
        "body_xhtml": f"<p>{text}</p>",
        **fields,
    }
    return json.dumps(document).encode()


def arrive(raw, *, source=TRUSTED, now=NOON):
    """Take in copy that holds one item, and return what became of it."""
    (outcome,) = take_in(raw, source=source, now=now)
    return outcome


def take_in_copy(raw, *, source=TRUSTED, now=NOON):
    """Take in copy, and return what became of each item in it."""
    return take_in(raw, source=source, now=now)
