"""The sitemap protocol and Google's news extension as RELAX NG, in our own words.

Source: sitemaps.org/protocol.html (elements, order, W3C moments, addresses under
2,048 characters) and Google's rules for news sitemaps (fixed order of elements).
"""

from lxml import etree

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"

_MOMENT = (
    '<data type="string"><param name="pattern">'
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+\-]\d\d:\d\d)"
    "</param></data>"
)
_ADDRESS = (
    '<data type="anyURI"><param name="pattern">https?://[^\\s]+</param>'
    '<param name="maxLength">2047</param></data>'
)
_TEXT = '<data type="string"><param name="minLength">1</param></data>'
_LANGUAGE = (
    '<data type="string"><param name="pattern">[a-z]{2,3}|zh-(cn|tw)</param></data>'
)
_SCHEMA = f"""
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="{SITEMAP}"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><choice>
    <element name="sitemapindex"><zeroOrMore><element name="sitemap">
      <element name="loc">{_ADDRESS}</element>
      <optional><element name="lastmod">{_MOMENT}</element></optional>
    </element></zeroOrMore></element>
    <element name="urlset"><zeroOrMore><element name="url">
      <element name="loc">{_ADDRESS}</element>
      <optional><element name="lastmod">{_MOMENT}</element></optional>
      <optional><element ns="{NEWS}" name="news">
        <element name="publication">
          <element name="name">{_TEXT}</element>
          <element name="language">{_LANGUAGE}</element>
        </element>
        <element name="publication_date">{_MOMENT}</element>
        <element name="title">{_TEXT}</element>
      </element></optional>
    </element></zeroOrMore></element>
  </choice></start>
</grammar>
"""


def sitemap_faults(text):
    """Return what the schema says is wrong with a sitemap."""
    schema = etree.RelaxNG(etree.fromstring(_SCHEMA))
    schema.validate(etree.fromstring(text.encode()))
    return [str(fault) for fault in schema.error_log]
