"""Paint the pictures of the demo newspaper.

Run `python tools/paint/paint.py [ID ...] [--scale 0.35] [--out FOLDER]`; without ids
all 49 are painted. Needs numpy and Pillow. A scene is one composition, told from back
to front in one function; that is why some are longer than other code may be.
"""

import argparse
import io
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np
import scenes_capital
import scenes_city
import scenes_close
import scenes_dusk
import scenes_fair
import scenes_fields
import scenes_goods
import scenes_halls
import scenes_hills
import scenes_portrait
import scenes_rail
import scenes_road
import scenes_shore
import scenes_show
import scenes_sky
import scenes_sport
import scenes_stacks
import scenes_stone
import scenes_water
import scenes_work
from core import Array, Frame, blur_px, frame, resize
from PIL import Image

HOME = Path(__file__).parents[2] / "src/dateline/cli/demo/pictures"
PORTRAIT = {
    "telescope-night",
    "library-shelves",
    "court-columns",
    "portrait-nandini-iyer",
}
WITH_XMP = {
    "mumbai-seafront-dusk": "Mumbai",
    "himalaya-dawn": "Dehradun",
    "kolkata-river-bridge": "Kolkata",
    "railway-platform": "New Delhi",
    "wind-turbines": "Chennai",
    "cricket-floodlights": "Mumbai",
    "spice-market": "Jaipur",
    "bhopal-lake-boats": "Bhopal",
    "patna-ghat-evening": "Patna",
    "noida-towers": "Noida",
    "chennai-harbour-cranes": "Chennai",
    "gurgaon-expressway": "Gurgaon",
    "telescope-night": "Bengaluru",
    "monsoon-street": "Mumbai",
}
MODULES = (
    scenes_capital,
    scenes_city,
    scenes_close,
    scenes_dusk,
    scenes_fair,
    scenes_fields,
    scenes_goods,
    scenes_halls,
    scenes_hills,
    scenes_rail,
    scenes_portrait,
    scenes_road,
    scenes_shore,
    scenes_show,
    scenes_sky,
    scenes_sport,
    scenes_stacks,
    scenes_stone,
    scenes_water,
    scenes_work,
)
LIMIT = 158_000
# Scenes with many rays are painted smaller and enlarged: a lens is never that sharp.
SOFT = {
    "bengaluru-tech-park-night",
    "book-stall",
    "chess-board",
    "circuit-board",
    "container-ship",
    "glacier-lake",
    "hockey-turf",
    "hyderabad-minarets",
    "jaipur-pink-walls",
    "library-shelves",
    "nagato-hot-spring",
    "noida-towers",
    "parliament-dome",
    "patna-ghat-evening",
    "river-flood",
    "spice-market",
}


def scenes() -> dict[str, Callable[[Frame], Array]]:
    """Give every scene by picture id."""
    return {k.replace("_", "-"): s for m in MODULES for k, s in m.SCENES.items()}


def packet(words: dict[str, object], city: str) -> bytes:
    """Write the caption, credit and place as an XMP packet."""
    w = {k: escape(str(v), {'"': "&quot;"}) for k, v in words.items()}
    name = w["credit"].rsplit(" / ", 1)[-1]
    alt = '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'.format
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 photoshop:Credit="{w["credit"]}" photoshop:City="{escape(city)}"
 photoshop:Country="India">
<dc:description>{alt(w["caption"])}</dc:description>
<dc:creator><rdf:Seq><rdf:li>{name}</rdf:li></rdf:Seq></dc:creator>
<xmpRights:UsageTerms>{alt(w["rights"])}</xmpRights:UsageTerms>
<Iptc4xmpCore:AltTextAccessibility>{alt(w["alt"])}</Iptc4xmpCore:AltTextAccessibility>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()


def save(img: Array, path: Path, xmp: bytes | None) -> int:
    """Write the JPEG in the best quality below the limit, softened if need be."""
    data, quality = b"", 0
    for soft in (0.0, 0.5, 0.7, 0.9, 1.2, 1.6):
        smooth = blur_px(img, soft, soft) if soft else img
        pic = Image.fromarray((smooth * 255 + 0.5).astype(np.uint8))
        for quality in (92, 89, 86, 83, 80, 77, 74, 71, 68, 64):
            out = io.BytesIO()
            extra = {"xmp": xmp} if xmp else {}
            pic.save(
                out,
                "JPEG",
                quality=quality,
                optimize=True,
                progressive=True,
                subsampling=2,
                **extra,
            )
            data = out.getvalue()
            if len(data) <= LIMIT:
                path.write_bytes(data)
                return quality
    path.write_bytes(data)
    return quality


def paint(
    ident: str, out: Path, scale: float, words: dict[str, dict[str, object]]
) -> None:
    """Paint one picture."""
    began = time.monotonic()
    w, h = (1200, 1600) if ident in PORTRAIT else (1800, 1200)
    size = round(w * scale), round(h * scale)
    small = 0.6 if ident in SOFT and scale > 0.7 else 1.0
    f = frame(round(size[0] * small), round(size[1] * small), sum(map(ord, ident)))
    img = scenes()[ident](f)
    if small < 1:
        img = resize(img, size)
        img = np.clip(img + 0.6 * (img - blur_px(img, 1.2, 1.2)), 0, 1)
    xmp = None
    if ident in WITH_XMP and ident in words:
        xmp = packet(words[ident], WITH_XMP[ident])
    path = out / f"{ident}.jpg"
    quality = save(img, path, xmp)
    took = time.monotonic() - began
    size_kb = path.stat().st_size // 1000
    print(f"{ident:26} {size_kb:4} kB q{quality} {took:5.1f} s", flush=True)


def main() -> None:
    """Read the arguments and paint."""
    args = argparse.ArgumentParser(description="Paint the demo pictures.")
    args.add_argument("ids", nargs="*")
    args.add_argument("--scale", type=float, default=1.0)
    args.add_argument("--out", type=Path, default=HOME)
    given = args.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    toml = HOME / "pictures.toml"
    words = tomllib.loads(toml.read_text("utf-8"))["pictures"] if toml.exists() else {}
    for ident in given.ids or sorted(scenes()):
        paint(ident, given.out, given.scale, words)


if __name__ == "__main__":
    main()
