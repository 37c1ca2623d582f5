"""The rules of a wire, from the site's settings."""

from zoneinfo import ZoneInfo

from dateline.newsroom.wire_secret import wire_secret
from dateline.settings import Settings, WireSettings
from dateline.wire.feeds.ask_rules import AskRules
from dateline.wire.source import MEBIBYTE, SourceRules


def source_rules(wire: WireSettings) -> SourceRules:
    """Return the rules by which a wire's copy is read."""
    return SourceRules(
        name=wire.name,
        provider=wire.provider,
        zone=ZoneInfo(wire.zone) if wire.zone else None,
        folder=wire.folder,
        publish=wire.publish,
        section=wire.section,
        agency_name=wire.agency,
        credit=wire.credit,
        located_is_desk=wire.located_is_desk,
        empty_embargo_holds=wire.empty_embargo_holds,
        body_renditions=frozenset(wire.body_renditions),
        max_bytes=wire.max_megabytes * MEBIBYTE,
    )


def ask_rules(wire: WireSettings, *, settings: Settings) -> AskRules:
    """Return how a wire is asked; raises SecretError if its secret cannot be had."""
    return AskRules(
        source=source_rules(wire),
        url=wire.url,
        interval=wire.interval,
        timeout=wire.timeout,
        long=wire.transport == "long-poll",
        lists=wire.lists,
        items=wire.items,
        cursor=wire.cursor,
        cursor_parameter=wire.cursor_parameter,
        hosts=frozenset(wire.hosts),
        auth=wire.auth,
        secret=wire_secret(wire, settings=settings),
    )


def find_wire(settings: Settings, name: str) -> WireSettings | None:
    """Return the wire of that name, or None."""
    return next((wire for wire in settings.wires if wire.name == name), None)


def rules_of(settings: Settings, name: str, *, provider: str) -> SourceRules:
    """Return the rules of the wire of that name, also of one that is set up no more."""
    wire = find_wire(settings, name)
    if wire is not None:
        return source_rules(wire)
    return SourceRules(name=name, provider=provider)
