"""The description by which a browser learns to search the paper (OpenSearch 1.1)."""

from dateline.catalog.view import View
from dateline.pages.page import Page
from dateline.pages.search import PATH as SEARCH
from dateline.pages.typeset import typeset_xml

PATH = "/opensearch.xml"
MIME = "application/opensearchdescription+xml"

_LONGEST_NAME = 16
"""What a short name may have at most (OpenSearch 1.1, "ShortName")."""


def make_opensearch(view: View) -> Page | None:
    """Make the description; None where readers cannot search."""
    site = view.site()
    if not site.searchable:
        return None
    text = typeset_xml(
        "opensearch.xml",
        site=site,
        short_name=site.name[:_LONGEST_NAME].strip(),
        address=f"{site.url}{SEARCH}?q={{searchTerms}}",
        own=f"{site.url}{PATH}",
        mime=MIME,
    )
    return Page(content_type=MIME, text=text, cache="feed")
