"""Paint the paper's icons: the red diamond of the masthead, on paper.

``python tools/paint/icons.py`` writes them into ``pages/static``. They are drawn
four times as large and made smaller, so that the edges are smooth.
"""

from pathlib import Path

from PIL import Image, ImageDraw

STATIC = Path(__file__).parents[2] / "src/dateline/pages/static"
SIZES = (180, 192, 512)
PAPER, RED = (0xFB, 0xFA, 0xF6), (0x9B, 0x1C, 0x1C)
TIMES = 4
REACH = 0.3  # from the middle to a corner: inside what a round mask leaves


def icon(size: int) -> Image.Image:
    """Return the icon of this many pixels a side."""
    side = size * TIMES
    picture = Image.new("RGB", (side, side), PAPER)
    middle, reach = side / 2, side * REACH
    corners = [
        (middle, middle - reach),
        (middle + reach, middle),
        (middle, middle + reach),
        (middle - reach, middle),
    ]
    ImageDraw.Draw(picture).polygon(corners, fill=RED)
    small = picture.resize((size, size), Image.Resampling.LANCZOS)
    return small.quantize(32, dither=Image.Dither.NONE)


def main() -> None:
    """Write all sizes."""
    for size in SIZES:
        icon(size).save(STATIC / f"icon-{size}.png", optimize=True)


if __name__ == "__main__":
    main()
