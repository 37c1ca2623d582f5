"""Paint harbours and bays: a seafront, quay cranes, a bridge."""

import itertools
import math

import numpy as np
from core import (
    F32,
    Array,
    Frame,
    Pen,
    bloom,
    blur,
    fbm,
    lin,
    mix,
    photo,
    smooth,
)
from figures import person, sari
from march import (
    Eye,
    project,
)
from parts import (
    clouds,
    fog,
    lights,
    ridge,
    sky,
    sparkle,
    sun_glow,
    tree_line,
    water,
)


def _towers(
    f: Frame, pen: Pen, y: float, span: tuple[float, float], tall: float, salt: int
) -> list[tuple[float, float, float]]:
    """Draw a row of towers; give the places of lit windows."""
    rng, out = f.rng(salt), []
    x = span[0]
    while x < span[1]:
        w = rng.uniform(0.006, 0.022) * (0.5 + tall * 5)
        h = tall * rng.beta(1.4, 3.2) + tall * 0.08
        pen.rect(x, y - h, x + w, y + 0.01)
        if rng.random() < 0.3:
            pen.rect(x + w * 0.3, y - h * 1.06, x + w * 0.7, y - h)
            pen.line([(x + w / 2, y - h * 1.06), (x + w / 2, y - h * 1.2)], 0.0012)
        step = 0.0042
        for iy in range(int(h / step)):
            lit = [ix for ix in range(max(1, int(w / step))) if rng.random() < 0.34]
            out += [
                (
                    x + (ix + 0.5) * step,
                    y - h + (iy + 0.7) * step,
                    rng.uniform(0.05, 0.5),
                )
                for ix in lit
            ]
        x += w * rng.uniform(0.75, 1.3)
    return out


WARM = [lin(c) for c in ("#ffc47a", "#ffdca8", "#ffb060", "#fff0d8", "#cfe0ff")]


def mumbai_seafront_dusk(f: Frame) -> Array:
    """A curved bay of lights after sunset, seen over the water."""
    hy = 0.56
    img = sky(
        f,
        [
            (0, "#27365e"),
            (0.22, "#5a5683"),
            (0.38, "#b9707a"),
            (0.5, "#f2935c"),
            (0.57, "#ffc070"),
            (1, "#ffc070"),
        ],
    )
    img = clouds(
        f, img, hy, ("#ff9e6a", "#4d4668"), cover=0.56, scale=1.1, light=(0.3, 1.0)
    )
    img = img + sun_glow(f, (0.34, 0.55), lin("#ff9a50") * F32(0.5), 0.28)
    rng = f.rng(4)
    pts: list[tuple[float, float, float]] = []
    for i, (tall, lo, hi, fade) in enumerate(
        ((0.09, 0.0, 1.0, 0.45), (0.13, 0.45, 1.5, 0.68), (0.2, 0.95, 1.5, 0.86))
    ):
        pen = Pen(f)
        base = hy + 0.003 * i + 0.012 * (i == 2)
        pts += [
            (x, y, p * (0.5 + 0.4 * i))
            for x, y, p in _towers(f, pen, base, (lo, hi), tall, 20 + i)
        ]
        img = mix(img, lin("#3a2f4a") * 0.6, pen.mask() * fade)
    img = mix(
        img,
        lin("#2b2438") * 0.5,
        ridge(f, hy - 0.004, 0.006, 9, 0.1)
        * (f.y < hy + 0.03)
        * smooth(0.1, 0.9, f.x)
        * 0.8,
    )
    cols = [WARM[int(rng.integers(5))] for _ in pts]
    glow = lights(f, pts, cols, 0.0007, 0.008) * F32(0.9)
    road = [
        (0.05 + 1.5 * t**0.85, hy + 0.001 + 0.018 * t**3, 0.5 + 2.2 * t)
        for t in np.linspace(0, 1, 95)
    ]
    glow = glow + lights(f, road, [WARM[0]] * len(road), 0.0011, 0.014)
    img = img + glow
    img = water(f, img, hy + 0.004, tint="#141826", calm=0.42, mirror=0.92)
    rocks = Pen(f)
    for _ in range(260):
        x = rng.uniform(0.75, 1.52)
        y = 1.0 - (x - 0.75) * 0.28 + rng.uniform(-0.01, 0.2)
        s = rng.uniform(0.015, 0.05)
        rocks.poly(
            [
                (x + math.cos(a) * s * rng.uniform(0.7, 1.1), y + math.sin(a) * s * 0.6)
                for a in np.linspace(0, 6, 7)
            ]
        )
    m = rocks.mask(0.0008)
    n = fbm(f, 0.05, 0.04, 8)
    img = mix(img, lin("#2a2230")[None, None] * (0.25 + 0.9 * n**2)[..., None], m)
    edge = np.clip(m - np.roll(m, round(0.004 * f.h), 0), 0, 1)
    img = img + edge[..., None] * lin("#ff9a60") * F32(0.2)
    pen = Pen(f)
    person(pen, 1.17, 0.9, 0.13)
    sari(pen, 1.215, 0.902, 0.12)
    img = mix(img, lin("#120e16"), pen.mask(0.0006))
    return photo(f, bloom(img, 0.35, 0.7), exposure=0.85)


def _crane(pen: Pen, x: float, y: float, h: float, *, up: bool) -> None:
    w, t = h * 0.24, h * 0.012
    for s in (0, 1):
        pen.line([(x + s * w, y), (x + s * w, y - h * 0.56)], t * 2.0)
    for k in (0.16, 0.42, 0.56):
        pen.line([(x, y - h * k), (x + w, y - h * k)], t * 1.7)
    pen.line([(x, y - h * 0.16), (x + w, y - h * 0.42)], t)
    pen.line([(x, y - h * 0.42), (x + w, y - h * 0.16)], t * 0.6)
    top = (x + w * 0.35, y - h)
    pen.line([(x, y - h * 0.56), top, (x + w, y - h * 0.56)], t * 1.5)
    back = (x + w * 1.7, y - h * 0.58)
    pen.line([(x, y - h * 0.58), back], t * 2.4)
    a = math.radians(68 if up else 2)
    n = h * 0.78
    tip = (x - math.cos(a) * n, y - h * 0.58 - math.sin(a) * n)
    pen.line([(x, y - h * 0.58), tip], t * 2.4)
    for k in (0.5, 0.95):
        pen.line(
            [top, (x + (tip[0] - x) * k, y - h * 0.58 + (tip[1] - y + h * 0.58) * k)],
            t * 0.5,
        )
    pen.line([top, back], t * 0.6)
    pen.rect(x + w * 1.1, y - h * 0.66, x + w * 1.6, y - h * 0.59)
    if not up:
        cx = x - n * 0.45
        pen.line([(cx, y - h * 0.57), (cx, y - h * 0.34)], t * 0.35)
        pen.line([(cx + w * 0.2, y - h * 0.57), (cx + w * 0.2, y - h * 0.34)], t * 0.35)
        pen.rect(cx - w * 0.2, y - h * 0.34, cx + w * 0.42, y - h * 0.29)


def chennai_harbour_cranes(f: Frame) -> Array:
    """Quay cranes against a hazy sunrise, a ship being worked."""
    hy = 0.7
    img = sky(
        f,
        [
            (0, "#6a7f9c"),
            (0.3, "#b3a8a0"),
            (0.52, "#f0c08a"),
            (0.7, "#ffce8c"),
            (1, "#ffce8c"),
        ],
    )
    img = clouds(f, img, hy, ("#ffdcae", "#9a8f94"), cover=0.5, scale=0.9)
    sun = np.hypot(f.x - 0.62, f.y - 0.5)
    img = img + sun_glow(f, (0.62, 0.5), lin("#ffb870") * F32(0.9), 0.13)
    img = mix(img, lin("#fff2d0") * 2.6, smooth(0.036, 0.033, sun))
    for i, (h, xs, fade) in enumerate(
        (
            (0.2, (0.1, 0.3, 0.44, 0.95), 0.3),
            (0.36, (0.35, 0.78, 1.34), 0.58),
            (0.62, (0.98, 1.24), 0.93),
        )
    ):
        pen = Pen(f)
        for j, x in enumerate(xs):
            _crane(pen, x, hy + 0.004 * i, h, up=(i + j) % 3 == 1)
        if i == 1:
            rng = f.rng(5)
            pen.poly([(0.14, 0.645), (0.9, 0.645), (0.88, hy + 0.01), (0.2, hy + 0.01)])
            pen.rect(0.74, 0.52, 0.84, 0.65)
            pen.rect(0.78, 0.49, 0.8, 0.53)
            for k in range(17):
                n = rng.integers(1, 5)
                pen.rect(0.19 + k * 0.031, 0.645 - n * 0.017, 0.219 + k * 0.031, 0.646)
        if i == 2:
            pen.rect(0.86, hy - 0.004, 1.5, hy + 0.045)
        img = mix(
            img,
            mix(lin("#f0b87a"), lin("#251f26"), fade),
            pen.mask(0.0004) * (0.35 + 0.62 * fade),
        )
    img = water(f, img, hy + 0.012, tint="#2a3038", calm=0.45, mirror=0.85)
    img = img + (sparkle(f, hy + 0.012, 0.62, 0.1) * 1.1)[..., None] * lin("#ffcf8a")
    pen = Pen(f)
    pen.rect(0.9, hy + 0.01, 1.5, hy + 0.06)
    img = mix(img, lin("#1d191d"), pen.mask() * 0.95)
    img = fog(f, img, "#f2c696", hy, 0.06, amount=0.35)
    return photo(f, bloom(img, 0.35, 0.9), exposure=0.8)


def kolkata_river_bridge(f: Frame) -> Array:  # noqa: C901
    """A steel cantilever bridge over a wide river before sunrise."""
    hy = 0.66
    img = sky(
        f,
        [
            (0, "#4a6a94"),
            (0.3, "#93a2b4"),
            (0.5, "#e5b89a"),
            (0.66, "#f6c79a"),
            (1, "#f6c79a"),
        ],
    )
    img = clouds(f, img, hy, ("#ffd2ae", "#7f869c"), cover=0.58, salt=15)
    img = img + sun_glow(f, (1.2, 0.63), lin("#ffae70") * F32(0.7), 0.2)
    far = Pen(f)
    pts = _towers(f, far, hy, (0, 1.5), 0.05, 3)
    img = mix(
        img,
        lin("#8a7f86") * 0.75,
        np.maximum(far.mask(), tree_line(f, hy - 0.004, 0.02, 5) * (f.y < hy + 0.02))
        * 0.7,
    )
    eye = Eye(at=(-34, 5, -150), to=(16, 26, 0), zoom=1.15)

    def pt(x: float, y: float, z: float) -> tuple[float, float]:
        px, py, _ = project(eye, f, (x, y, z))
        return px, py

    def chord(x: float) -> float:
        a = abs(x)
        return (
            24 + (58 if a < 70 else 0) * max(0, ((a - 4) / 66)) ** 1.5
            if a <= 70
            else 24 + 58 * max(0, 1 - (a - 70) / 52) ** 1.25
        )

    base = pt(0, 0, 0)[1]
    for z, shade in ((9, 0.72), (-9, 0.95)):
        pen = Pen(f, 3)
        xs = np.linspace(-122, 122, 43)
        for a, b in itertools.pairwise(xs):
            pen.line([pt(a, chord(a), z), pt(b, chord(b), z)], 0.0055)
            pen.line([pt(a, 17, z), pt(b, 17, z)], 0.008)
            pen.line([pt(a, 17, z), pt(a, chord(a), z)], 0.0026)
            up = (a < -70) or (0 <= a < 70)
            lo, hi = (a, b) if up else (b, a)
            pen.line([pt(lo, 17, z), pt(hi, chord(hi), z)], 0.0022)
            if chord(a) > 45:
                pen.line(
                    [
                        pt(a, 17 + (chord(a) - 17) / 2, z),
                        pt(b, 17 + (chord(b) - 17) / 2, z),
                    ],
                    0.0016,
                )
        for x in (-70, 70):
            pen.line([pt(x, 0, z), pt(x, 83, z)], 0.0095)
            pen.poly(
                [pt(x - 7, 7, z), pt(x + 7, 7, z), pt(x + 9, -1, z), pt(x - 9, -1, z)]
            )
        pen.line([pt(-320, 17, z), pt(320, 17, z)], 0.009)
        img = mix(
            img, mix(lin("#b0a4a2"), lin("#23262e"), shade), pen.mask(0.0003) * shade
        )
    rng = f.rng(6)
    lamp = [(*pt(float(x), 20.5, -9), 1.1) for x in range(-240, 260, 14)]
    img = (
        img
        + lights(f, lamp, [WARM[0]] * len(lamp), 0.0012, 0.012)
        + lights(f, pts[::3], [WARM[int(rng.integers(5))] for _ in pts[::3]], 0.0006)
        * F32(0.4)
    )
    img = water(f, img, base + 0.004, tint="#3a4148", calm=0.35, mirror=0.88)
    for x, y, s, k in (
        (0.42, 0.76, 0.09, 0.8),
        (0.95, 0.72, 0.045, 0.55),
        (0.2, 0.705, 0.03, 0.4),
    ):
        pen = Pen(f)
        pen.poly(
            [
                (x - s, y - s * 0.12),
                (x - s * 0.6, y),
                (x + s * 0.7, y),
                (x + s * 1.15, y - s * 0.2),
                (x + s * 0.5, y - s * 0.1),
            ]
        )
        pen.poly(
            [
                (x - s * 0.55, y - s * 0.08),
                (x - s * 0.4, y - s * 0.32),
                (x + s * 0.1, y - s * 0.32),
                (x + s * 0.25, y - s * 0.06),
            ]
        )
        person(pen, x + s * 0.75, y - s * 0.08, s * 0.55)
        pen.line([(x + s * 0.82, y - s * 0.45), (x + s * 1.35, y + s * 0.12)], 0.0014)
        m = pen.mask(0.0004)
        ref = np.roll(m[::-1], round((2 * y - 1) * f.h), 0) * (f.y > y - 0.003)
        img = mix(img, lin("#23252c"), blur(ref, 0.004, 0.008) * 0.5 * k)
        img = mix(img, lin("#1c1d24"), m * (0.3 + 0.7 * k))
    pier = Pen(f)
    for x in (-70, 70):
        (ax, ay), (bx, _) = pt(x - 9, 7, -9), pt(x + 9, 7, -9)
        foot = pt(x, -1.5, -9)[1]
        pier.poly([(ax, ay), (bx, ay), (bx + 0.006, foot), (ax - 0.006, foot)])
    img = mix(img, lin("#3a3a40"), pier.mask(0.0006) * 0.97)
    ref = np.roll(pier.mask()[::-1], round((2 * (base + 0.012) - 1) * f.h), 0) * (
        f.y > base + 0.01
    )
    img = mix(img, lin("#3c3e46"), blur(ref, 0.006, 0.012) * 0.6)
    img = fog(f, img, "#dcc0ac", hy - 0.03, 0.03, amount=0.4)
    return photo(f, bloom(img, 0.3, 0.8), exposure=0.82)


SCENES = {
    "mumbai_seafront_dusk": mumbai_seafront_dusk,
    "chennai_harbour_cranes": chennai_harbour_cranes,
    "kolkata_river_bridge": kolkata_river_bridge,
}
