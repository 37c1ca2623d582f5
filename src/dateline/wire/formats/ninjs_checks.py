"""What a ninjs file may not say, and says: read all the same, with a warning.

The schemas refuse a whole story for one stray property. A newsroom needs the
story; but that something was not as the standard has it must be seen. These
checks are cheap (no schema is run) and cover what IPTC's own test files for
failure do; no more is claimed.

Source: IPTC ninjs 1.0 to 3.1 schemas and their test suite.
"""

import re
from typing import Any

from dateline.wire.formats.ninjs_parts import Fields, named

REPRESENTATIONS = frozenset({"", "complete", "incomplete", "full", "partial"})
STATUSES = frozenset({"", "usable", "withheld", "canceled"})
FAMILIES = frozenset({"body", "description", "headline"})
CONCEPTS = frozenset(
    {
        *("subject", "subjects", "person", "people", "organisation", "organisations"),
        *("place", "places", "event", "events", "object", "objects", "genre", "genres"),
        *("infosource", "infosources"),
    }
)
EVENTS: tuple[str, ...] = ("eventdetails", "plannedcoverage", "renditions")
CONCEPT_TEXTS = frozenset({"name", "rel", "scheme", "code", "uri", "literal"})
GEOMETRIES = frozenset(
    "Point MultiPoint LineString MultiLineString Polygon MultiPolygon"
    " GeometryCollection Feature FeatureCollection".split()
)
TRUNCATED_DATE = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?)?)?"
)
LOWEST_URGENCY = 9
# Came with 1.2, before a file could say its version; earlier readers refuse them.
SINCE_1_2: tuple[str, ...] = ("infosource",)


def check(fields: Fields, warnings: list[str]) -> None:
    """Warn of what the standard does not allow in an item or an association."""
    representation = fields.text("representationtype")
    if representation not in REPRESENTATIONS:
        warnings.append(f"representationtype: unknown {representation[:40]!r}")
    status = fields.text("pubstatus").strip().lower()
    if status not in STATUSES:
        warnings.append(f"pubstatus: {status[:40]!r} is not a value of ninjs")
    _check_version(fields, warnings)
    concepts = sorted(CONCEPTS.intersection(fields.known))
    for name in concepts:  # in order: warnings are the same
        _check_concepts(name, fields.known[name], warnings)
    if "rightsinfo" in fields.known:
        _check_rights(fields, warnings)
    for name in EVENTS:
        if name in fields.known:
            _check_event(fields, warnings)
            break


def check_name(name: str) -> bool:
    """Say whether a property of a 1.x family is named as it may be."""
    family, _, variant = name.partition("_")
    first = variant[:1]
    return family in FAMILIES and first.isascii() and (first.isalnum() or first == "_")


def check_association(
    name: str, fields: Fields, inner: list[str], warnings: list[str]
) -> None:
    """Warn of an association without a uri or a name, and of what is odd in it."""
    if not fields.text("uri").strip():
        warnings.append("associations: one without a uri")
    if not name:
        warnings.append("associations: one without a name")
    check(fields, inner)
    warnings += [f"associations: {text}" for text in dict.fromkeys(inner)]


def _check_version(fields: Fields, warnings: list[str]) -> None:
    """Warn of what a file without a version may not have."""
    if "$standard" in fields.known or "standard" in fields.known:
        return
    if fields.text("type") == "component":
        warnings.append("type: component came with 1.2, and no version is said")
    warnings += [
        f"{name}: came with 1.2, and no version is said"
        for name in SINCE_1_2
        if name in fields.known
    ]


def _check_concepts(name: str, value: object, warnings: list[str]) -> None:
    """Warn of concepts whose names and codes are no texts, and of bad geometry."""
    for _, each in named(value):
        for key, inner in each.items():
            if key in CONCEPT_TEXTS:
                if not isinstance(inner, str) and inner is not None:
                    warnings.append(f"{name}: a {key} that is no text")
            elif key in {"geojson", "geoJSON"} and not _is_geometry(inner):
                warnings.append(f"{name}: {key} is no GeoJSON")


def _is_geometry(thing: Any) -> bool:  # noqa: ANN401 # JSON is anything
    """Say whether something could be GeoJSON: a known type with its content."""
    return isinstance(thing, dict) and thing.get("type") in GEOMETRIES


def _check_rights(fields: Fields, warnings: list[str]) -> None:
    """Warn of rights that are both linked and written down."""
    rights = {str(key).lower() for key in fields.get("rightsinfo") or ()}
    if {"linkedrights", "encodedrights"} <= rights:
        warnings.append("rightsinfo: linked and encoded; both hold")


def _check_event(fields: Fields, warnings: list[str]) -> None:
    """Warn of an event with files or with two beginnings, of coverage without sense."""
    if fields.text("type") == "event" and "renditions" in fields.known:
        warnings.append("renditions: an event has none")
    details = fields.get("eventdetails")
    dates = details.get("dates") if isinstance(details, dict) else None
    if isinstance(dates, dict):
        _check_dates(dates, warnings)
    for _, each in named(fields.get("plannedcoverage")):
        urgency = each.get("urgency")
        if isinstance(urgency, int) and not 1 <= urgency <= LOWEST_URGENCY:
            warnings.append(f"plannedcoverage: urgency not 1 to 9: {urgency}")


def _check_dates(dates: dict[str, Any], warnings: list[str]) -> None:
    """Warn of a beginning or an end that is both exact and expected, or no date."""
    for end in ("Start", "End"):
        expected = dates.get(f"expected{end}Date")
        if expected is None:
            continue
        if f"{end.lower()}Date" in dates:
            warnings.append(
                f"eventdetails: {end.lower()}Date twice, exact and expected"
            )
        if not isinstance(expected, str) or not TRUNCATED_DATE.fullmatch(expected):
            warnings.append(f"eventdetails: expected{end}Date is no date")
