"""Setting type."""

import pytest
from minijinja import TemplateError

from dateline.pages.typeset import TEMPLATES, typeset, typeset_xml


def test_a_name_the_context_lacks_is_an_error():
    """No page can be made with a gap in it."""
    with pytest.raises(TemplateError):
        typeset("picture.html")


def test_xml_holds_no_character_that_xml_forbids():
    """Control characters in copy do not break a feed."""
    address = {"href": "/a", "changed": "2016\x0b-12\x00"}
    text = typeset_xml("sitemap_index.xml", site={"url": ""}, addresses=[address])

    assert "<lastmod>2016-12</lastmod>" in text


def test_templates_are_html_or_xml():
    """Both are escaped by their names; a third kind would not be."""
    assert {file.suffix for file in TEMPLATES.iterdir()} == {".html", ".xml"}
