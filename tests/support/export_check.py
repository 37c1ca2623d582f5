"""Hold an exported Item to both schemas and read it back."""

import json
from pathlib import Path

import jsonschema
from lxml import etree
from referencing import Registry, Resource

from dateline.wire.export_newsml_g2 import newsml_g2
from dateline.wire.export_ninjs import ninjs_line, ninjs_object
from dateline.wire.parse import parse
from dateline.wire.source import SourceRules
from support.held import held_by_g2, held_by_ninjs

SCHEMAS = Path(__file__).resolve().parents[1] / "schemas"
RULES = SourceRules(name="acme")
G2_SCHEMA = etree.XMLSchema(etree.parse(SCHEMAS / "NewsML-G2_2.35-spec-All-Power.xsd"))
DRAFT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
GEOJSON = "https://geojson.org/schema/GeoJSON.json"  # asked for, but never written
NINJS = jsonschema.Draft202012Validator(
    json.loads((SCHEMAS / "ninjs-schema_3.1.json").read_text("utf-8")),
    registry=Registry().with_resource(GEOJSON, Resource.from_contents(DRAFT)),
    format_checker=jsonschema.FormatChecker(),
)


def check(item):
    """Hold an Item to every promise of both exports."""
    raw, text = newsml_g2(item), ninjs_line(item)
    assert G2_SCHEMA.validate(etree.fromstring(raw)), G2_SCHEMA.error_log.last_error
    assert not list(NINJS.iter_errors(ninjs_object(item)))
    assert len(text.splitlines()) == 1
    g2 = next(each for each in parse(raw, source=RULES) if each.uri == item.uri)
    (ninjs,) = parse(text.encode(), source=RULES)
    assert held_by_g2(g2) == held_by_g2(item)
    assert held_by_ninjs(ninjs) == held_by_ninjs(item)
    return raw.decode() + text
