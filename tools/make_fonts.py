"""Make the faces of the headlines from the package that carries them.

    pip install fonttools brotli && python tools/make_fonts.py FOLDER

``FOLDER`` is npm's ``@fontsource/eczar``, unpacked (SIL OFL). Of it come, at weight
600: the Latin face as it is; the whole Devanagari block with every layout feature,
without what no browser reads (names of glyphs, hints); and for pages in Devanagari
the few Latin letters, digits and signs that stand between its words, without
kerning. That is what keeps a Hindi story within 65 KB.
"""

import shutil
import string
import sys
from pathlib import Path

from fontTools import subset

OUT = Path(__file__).resolve().parents[1] / "src/dateline/pages/static"
LICENCE = [0, 1, 2, 13, 14]
"""The names that stay in a face: copyright, family, style, licence."""

FEW = string.ascii_letters + string.digits + " \u00a0!%&'()+,-./:;?–—‘’“”…−"
UNREACHED = "AÁĂ"
"""Latin letters that the package left in its Devanagari face."""


def main(folder: Path) -> None:
    """Write the three faces."""
    latin = folder / "files/eczar-latin-600-normal.woff2"
    devanagari = folder / "files/eczar-devanagari-600-normal.woff2"
    shutil.copyfile(latin, OUT / "eczar-latin-600.woff2")
    write("eczar-few-600.woff2", latin, FEW, features=[])
    known = subset.load_font(str(devanagari), subset.Options()).getBestCmap()
    whole = "".join(map(chr, known)).translate(dict.fromkeys(map(ord, UNREACHED)))
    write("eczar-devanagari-600.woff2", devanagari, whole, features=["*"])


def write(name: str, source: Path, text: str, *, features: list[str]) -> None:
    """Write the part of a face that some text needs."""
    options = subset.Options(
        flavor="woff2",
        layout_features=features,
        layout_scripts=["*"],
        glyph_names=False,
        hinting=False,
        notdef_outline=True,
        name_IDs=LICENCE,
    )
    font = subset.load_font(str(source), options)
    maker = subset.Subsetter(options)
    maker.populate(text=text)
    maker.subset(font)
    subset.save_font(font, str(OUT / name), options)
    print(f"{name}: {(OUT / name).stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
