"""Compare an Item with what a person says its fields must be."""

from dateline.news.item import Item, Victim


def field_of(item: Item, name: str) -> object:
    """Give a field in the plain form that expectations are written in."""
    special = {
        "places": lambda: item.dateline.places if item.dateline else (),
        "credit": lambda: item.dateline.credit if item.dateline else "",
        "kinds": lambda: tuple(block.kind.value for block in item.body),
        "signals": lambda: tuple(signal.value for signal in item.signals),
        "victims": lambda: tuple(map(victim, item.victims)),
        "version_created": lambda: _moment(item.version_created),
        "embargoed_until": lambda: _moment(item.embargoed_until),
        "pub_status": lambda: item.pub_status.value,
        "notes": lambda: tuple((n.audience.value, n.text) for n in item.ed_notes),
        "stripped": lambda: tuple(each.text for each in item.stripped),
    }
    return special[name]() if name in special else getattr(item, name)


def victim(named: Victim) -> tuple[str, str]:
    """Give what a victim is named by."""
    for name in ("uri", "sequence", "slugline", "headline"):
        if getattr(named, name):
            return name, getattr(named, name)
    raise AssertionError(named)


def _moment(moment) -> str | None:
    return None if moment is None else moment.isoformat()


def differing(item: Item, expected: dict[str, object]) -> dict[str, object]:
    """Give the fields that are not as expected: what is, and what should be."""
    return {
        name: (field_of(item, name), value)
        for name, value in expected.items()
        if field_of(item, name) != value
    }
