"""Style, font and icon."""

import re
import zlib

from dateline.pages.assets import assets, preload_links


def test_assets_never_change_under_their_address(paper):
    """Each is served for ever under an address with a hash."""
    for path in assets().content:
        page = paper.page(path)
        assert re.fullmatch(
            r"/assets/[a-z-]+-[0-9a-f]{10}\.(css|js|png|svg|woff2)", path
        )
        assert page.cache == "immutable"
        assert isinstance(page.text, bytes)


def test_the_style_sheet_asks_for_nothing_else(paper):
    """The only things the style sheet loads are our own fonts."""
    css = paper.page(assets().style).text.decode()

    assert re.findall(r"url\(([^)]*)\)", css) == [
        assets().font,
        assets().few,
        assets().devanagari,
    ]


def test_style_and_font_start_with_the_page(paper):
    """The Link header of a page names both."""
    assert paper.page("/").links == preload_links()
    assert assets().style in preload_links()
    assert assets().font in preload_links()


def test_budget():
    """Style sheet and font are small."""
    sizes = {path: len(content) for path, (_, content) in assets().content.items()}

    style = assets().content[assets().style][1]
    assert sizes[assets().style] < 25_000
    assert len(zlib.compress(style)) < 6_000  # what travels; Brotli makes it less
    assert sizes[assets().font] < 16_000
    assert sizes[assets().devanagari] + sizes[assets().few] < 54_200


def test_the_font_of_a_script_comes_with_its_pages():
    """A Hindi page begins with Devanagari, which no other page asks for at once."""
    assert assets().devanagari in preload_links("hi-IN")
    assert assets().few in preload_links("hi-IN")
    assert assets().font not in preload_links("hi-IN")
    assert assets().devanagari not in preload_links("en")
    assert assets().few not in preload_links("en")
