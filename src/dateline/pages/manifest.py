"""The web app manifest: what the paper is called on a reader's home screen."""

import msgspec

from dateline.catalog.view import View
from dateline.pages.assets import assets
from dateline.pages.language import direction
from dateline.pages.page import Page

PATH = "/manifest.webmanifest"
PAPER = "#fbfaf6"


def make_manifest(view: View) -> Page:
    """Make the manifest; it opens in the browser, which has a way back."""
    site = view.site()
    said = {
        "id": "/",
        "name": site.name,
        "short_name": site.name,
        "description": site.description,
        "lang": site.language,
        "dir": direction(site.language),
        "start_url": "/",
        "scope": "/",
        "display": "browser",
        "theme_color": PAPER,
        "background_color": PAPER,
        "icons": [
            {"src": path, "sizes": f"{size}x{size}", "type": "image/png"}
            for size, path in assets().icons.items()
        ],
    }
    text = msgspec.json.encode({name: value for name, value in said.items() if value})
    return Page(
        content_type="application/manifest+json", text=text.decode(), cache="feed"
    )
