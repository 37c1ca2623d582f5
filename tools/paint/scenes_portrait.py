"""Draw portraits as a paper's engraver would: flat tones, lines where it is dark."""

import numpy as np
from core import F32, Array, Frame, Pen, Point, blur, lin, mix, over, ramp, smooth
from figures import curve

SKIN, SHADE, WARM = "#b98057", "#8a5636", "#d39b70"
HAIR, INK = "#1d1716", "#2a1d1a"
SARI, FOLD, BORDER = "#1f5a63", "#143f47", "#c9973f"
BLOUSE = "#8d2a33"


def _shape(f: Frame, *pts: Point, soft: float = 0.0) -> Array:
    """Give the mask of a rounded outline."""
    pen = Pen(f)
    pen.poly(curve(pts, 8))
    return pen.mask(soft)


def _both(half: list[Point], x: float = 0.375) -> list[Point]:
    """Close an outline, given from top to bottom as distances from the middle."""
    right = [(x + dx, y) for dx, y in half]
    return right + [(x - dx, y) for dx, y in reversed(half)]


def _stroke(f: Frame, *pts: Point, thick: float) -> Array:
    """Give the mask of a line that swells in its middle."""
    pen = Pen(f)
    at = np.linspace(0, len(pts) - 1, 60)
    xs = np.interp(at, range(len(pts)), [p[0] for p in pts])
    ys = np.interp(at, range(len(pts)), [p[1] for p in pts])
    k = np.hanning(13) / np.hanning(13).sum()
    xs, ys = (np.convolve(np.pad(v, 6, mode="edge"), k, "valid") for v in (xs, ys))
    swell = np.sin(np.pi * np.linspace(0.06, 0.94, 60)) ** 0.7
    for x, y, s in zip(xs, ys, swell, strict=True):
        pen.dot(float(x), float(y), thick * float(s) / 2)
    return pen.mask()


def _ground(f: Frame) -> Array:
    """Paint a pale evening over the sea, with a line of light on the water."""
    img = ramp(f.y, [(0.0, "#d9c49a"), (0.45, "#ecdcb8"), (0.66, "#e8c89a")])
    img = mix(img, lin("#6f9294"), smooth(0.664, 0.668, f.y))
    sun = smooth(0.072, 0.07, np.hypot(f.x - 0.615, f.y - 0.6))
    img = mix(img, lin("#f6edd2"), sun * (f.y < 0.666))
    waves = np.sin(f.y * 260 + np.sin(f.x * 17) * 1.5) > 0.55
    path = smooth(0.12, 0.03, np.abs(f.x - 0.615) - (f.y - 0.66) * 0.25)
    return mix(img, lin("#e9dcb6"), waves * path * 0.75 * (f.y > 0.68))


def _behind(f: Frame, img: Array) -> Array:
    """Paint the hair behind the neck."""
    outline = [
        (0.0, 0.165),
        (0.1, 0.18),
        (0.165, 0.25),
        (0.182, 0.36),
        (0.172, 0.46),
        (0.14, 0.55),
        (0.11, 0.63),
        (0.06, 0.67),
    ]
    return over(img, _shape(f, *_both(outline)), lin(HAIR))


def _dress(f: Frame, img: Array) -> Array:
    """Paint neck, blouse and the sari over one shoulder."""
    neck = _shape(
        f,
        (0.315, 0.52),
        (0.435, 0.52),
        (0.445, 0.66),
        (0.48, 0.72),
        (0.375, 0.8),
        (0.27, 0.72),
        (0.305, 0.66),
    )
    blouse = _shape(
        f,
        (0.285, 0.685),
        (0.375, 0.76),
        (0.465, 0.685),
        (0.585, 0.75),
        (0.66, 0.86),
        (0.7, 1.1),
        (0.05, 1.1),
        (0.09, 0.86),
        (0.165, 0.75),
    )
    img = over(img, blouse, lin(BLOUSE))
    img = over(img, neck, lin(SKIN))
    under = _shape(
        f,
        (0.3, 0.53),
        (0.45, 0.53),
        (0.44, 0.61),
        (0.375, 0.655),
        (0.31, 0.61),
        soft=0.006,
    )
    img = over(img, under * neck, lin(SHADE))
    sari = _shape(
        f,
        (0.27, 0.7),
        (0.165, 0.745),
        (0.07, 0.85),
        (0.03, 1.1),
        (0.6, 1.1),
        (0.53, 0.98),
        (0.4, 0.86),
    )
    img = over(img, sari, lin(SARI))
    for n in range(5):
        x = 0.1 + n * 0.055
        fold = _stroke(
            f,
            (0.235 - n * 0.006, 0.735 + n * 0.012),
            (x + 0.05, 0.86),
            (x + n * 0.03, 1.04),
            thick=0.012,
        )
        img = over(img, fold * sari, lin(FOLD))
    border = _stroke(
        f, (0.268, 0.702), (0.395, 0.862), (0.52, 0.975), (0.6, 1.08), thick=0.034
    )
    img = over(img, border, lin(BORDER))
    thread = _stroke(
        f, (0.27, 0.706), (0.394, 0.864), (0.518, 0.977), (0.6, 1.08), thick=0.008
    )
    return over(img, thread, lin(BLOUSE))


def _face(f: Frame, img: Array) -> Array:
    """Paint the face with its dark side, its features, the hair before it."""
    for side in (-1, 1):
        ear = _shape(
            f,
            *[
                (0.375 + side * x, y)
                for x, y in (
                    (0.128, 0.385),
                    (0.15, 0.38),
                    (0.152, 0.42),
                    (0.14, 0.46),
                    (0.126, 0.45),
                )
            ],
        )
        img = over(img, ear, lin(SHADE if side < 0 else SKIN))
    face = _shape(
        f,
        *_both(
            [
                (0.0, 0.215),
                (0.08, 0.225),
                (0.125, 0.29),
                (0.132, 0.38),
                (0.124, 0.46),
                (0.1, 0.525),
                (0.062, 0.572),
                (0.022, 0.59),
            ]
        ),
    )
    img = over(img, face, lin(SKIN))
    dark = _shape(
        f,
        (0.22, 0.25),
        (0.275, 0.25),
        (0.272, 0.37),
        (0.288, 0.44),
        (0.285, 0.5),
        (0.33, 0.56),
        (0.365, 0.6),
        (0.23, 0.6),
        soft=0.004,
    )
    img = over(img, dark * face, lin(SHADE))
    glow = _shape(
        f,
        (0.425, 0.43),
        (0.475, 0.415),
        (0.48, 0.455),
        (0.45, 0.495),
        (0.42, 0.475),
        soft=0.014,
    )
    img = over(img, glow * face * F32(0.7), lin(WARM))
    img = _features(f, img)
    parting = [(0.375, 0.17), (0.375, 0.225)]
    for side in (-1, 1):
        pts = [
            (0.0, 0.15),
            (0.12, 0.165),
            (0.18, 0.26),
            (0.183, 0.38),
            (0.16, 0.44),
            (0.138, 0.4),
            (0.132, 0.33),
            (0.1, 0.27),
            (0.05, 0.235),
            (0.0, 0.215),
        ]
        lock = _shape(f, *[(0.375 + side * x, y) for x, y in pts])
        img = over(img, lock, lin(HAIR))
        for n in range(6):
            k = n * 0.022
            shine = _stroke(
                f,
                (0.375 + side * 0.012, 0.19 - k * 0.2),
                (0.375 + side * (0.07 + k), 0.205),
                (0.375 + side * (0.125 + k * 0.5), 0.27),
                (0.375 + side * (0.15 + k * 0.25), 0.36),
                thick=0.0035,
            )
            img = over(img, shine * lock * F32(0.55), lin("#6d5a50"))
    return over(img, _stroke(f, *parting, thick=0.006), lin(SHADE))


def _features(f: Frame, img: Array) -> Array:
    """Paint brows, eyes, nose, mouth, and the mark between the brows."""
    ink = lin(INK)
    for side in (-1, 1):

        def at(x: float, y: float, side: int = side) -> Point:
            return 0.375 + side * x, y

        brow = _stroke(
            f,
            at(0.024, 0.354),
            at(0.045, 0.343),
            at(0.07, 0.339),
            at(0.09, 0.345),
            at(0.106, 0.358),
            thick=0.011,
        )
        img = over(img, brow, ink)
        eye = _shape(
            f,
            at(0.03, 0.392),
            at(0.052, 0.378),
            at(0.078, 0.38),
            at(0.096, 0.393),
            at(0.07, 0.403),
            at(0.046, 0.403),
        )
        img = over(img, eye, lin("#efe4d2"))
        pen = Pen(f)
        pen.dot(*at(0.063, 0.39), 0.0135)
        img = over(img, pen.mask() * eye, ink)
        pen = Pen(f)
        pen.dot(0.375 + side * 0.063 + 0.004, 0.3865, 0.0032)
        img = over(img, pen.mask(), lin("#f8f2e6"))
        lash = _stroke(
            f,
            at(0.027, 0.393),
            at(0.05, 0.377),
            at(0.078, 0.378),
            at(0.103, 0.394),
            thick=0.0085,
        )
        img = over(img, lash, ink)
        lid = _stroke(
            f, at(0.038, 0.37), at(0.065, 0.362), at(0.092, 0.374), thick=0.0032
        )
        img = over(img, lid, lin(SHADE))
        pen = Pen(f)
        pen.dot(*at(0.143, 0.476), 0.012)
        img = over(img, pen.mask(), lin(BORDER))
    nose = _stroke(
        f,
        (0.364, 0.39),
        (0.357, 0.43),
        (0.348, 0.462),
        (0.357, 0.474),
        (0.372, 0.476),
        thick=0.006,
    )
    img = over(img, nose, lin("#6b3f28"))
    wing = _stroke(f, (0.396, 0.47), (0.404, 0.463), (0.402, 0.452), thick=0.005)
    img = over(img, wing, lin("#6b3f28"))
    lips = _shape(
        f,
        (0.33, 0.521),
        (0.358, 0.509),
        (0.375, 0.513),
        (0.392, 0.509),
        (0.42, 0.521),
        (0.398, 0.537),
        (0.375, 0.541),
        (0.352, 0.537),
    )
    img = over(img, lips, lin("#8e3b3a"))
    smile = _stroke(
        f,
        (0.322, 0.517),
        (0.35, 0.523),
        (0.375, 0.524),
        (0.4, 0.523),
        (0.428, 0.517),
        thick=0.005,
    )
    img = over(img, smile, lin("#4a1d20"))
    pen = Pen(f)
    pen.dot(0.375, 0.335, 0.0085)
    return over(img, pen.mask(), lin("#8d1f2a"))


def _engraved(f: Frame, img: Array) -> Array:
    """Lay lines over what is dark, as wide as it is dark."""
    grey = blur(img @ np.array([0.21, 0.72, 0.07], F32), 0.003)
    tone = np.clip(grey, 0, 1) ** 0.45
    lines = np.abs(np.mod(f.y * 150 + np.sin(f.x * 9) * 1.2, 1) - 0.5) * 2
    dark = smooth(0.0, 0.12, (0.62 - tone) - lines * 0.55)
    pale = smooth(0.0, 0.12, (tone - 0.72) * 0.9 - lines * 0.4)
    img = mix(img, img * F32(0.62), dark * 0.55)
    return mix(img, np.minimum(img * F32(1.16), 1), pale * 0.5)


def nandini_iyer(f: Frame) -> Array:
    """Draw the correspondent in Chennai, the sea behind her."""
    img = _engraved(f, _face(f, _dress(f, _behind(f, _ground(f)))))
    out = np.where(img < 0.0031308, img * 12.92, 1.055 * img ** (1 / 2.4) - 0.055)
    return np.clip(out, 0, 1).astype(F32)


SCENES = {"portrait_nandini_iyer": nandini_iyer}
