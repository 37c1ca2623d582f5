"""Paint roads: a wet street, a runway, a motorway."""

import math

import numpy as np
from core import F32, Array, Frame, Pen, bloom, blur, fbm, lin, mix, photo, smooth, tex
from figures import person, sari
from march import (
    rep,
)
from parts import bokeh, clouds, fog, lights, rain, sky, water


def monsoon_street(f: Frame) -> Array:  # noqa: C901
    """Umbrellas in heavy rain, lamps and cars as blurred lights on wet asphalt."""
    hy = 0.52
    img = sky(f, [(0, "#2a3440"), (0.35, "#46525c"), (0.52, "#6a7072"), (1, "#3a4046")])
    rng = f.rng(4)
    for i, fade in enumerate((0.3, 0.5, 0.75)):
        pen = Pen(f)
        for side in (-1, 1):
            x = 0.0
            while x < 0.62 - 0.14 * i:
                w = rng.uniform(0.08, 0.16)
                h = rng.uniform(0.2, 0.42) * (1 + 0.5 * (1 - x)) * (0.7 + 0.2 * i)
                cx = x if side < 0 else f.a - x - w
                pen.rect(cx, hy - h, cx + w, hy + 0.05)
                x += w
        img = mix(img, lin("#20262c"), blur(pen.mask(), 0.008 - 0.002 * i) * fade)
    pts, cols = [], []
    for _ in range(70):
        x, y = rng.normal(0.75, 0.42), hy - abs(rng.normal(0.02, 0.09))
        pts.append((x, y, rng.uniform(0.1, 0.7)))
        cols.append(
            lin(
                str(
                    rng.choice(
                        [
                            "#ffb45a",
                            "#ffd9a0",
                            "#ff6a4a",
                            "#7fc8ff",
                            "#8affc0",
                            "#ff9a3a",
                        ]
                    )
                )
            )
        )
    img = img + bokeh(f, pts, cols, 0.017) * F32(1.2)
    cars, ccol = [], []
    for x, y, c in (
        (0.62, 0.535, "#fff0d0"),
        (0.7, 0.535, "#fff0d0"),
        (0.86, 0.545, "#ff2a1a"),
        (0.95, 0.545, "#ff2a1a"),
        (0.5, 0.525, "#fff0d0"),
        (0.55, 0.525, "#fff0d0"),
        (1.08, 0.53, "#ff2a1a"),
        (1.13, 0.53, "#ff2a1a"),
    ):
        cars.append((x, y, 1.6))
        ccol.append(lin(c))
    img = img + bokeh(f, cars, ccol, 0.022) * F32(1.4)
    body = Pen(f)
    for x0, x1, y in ((0.58, 0.74, 0.55), (0.82, 0.99, 0.56)):
        body.poly(
            [
                (x0, y),
                (x0 + 0.02, y - 0.06),
                (x0 + 0.045, y - 0.1),
                (x1 - 0.045, y - 0.1),
                (x1 - 0.02, y - 0.06),
                (x1, y),
            ]
        )
    img = mix(img, lin("#14171a"), blur(body.mask(), 0.006) * 0.5)
    img = water(
        f, img, hy + 0.035, tint="#15191d", calm=0.05, mirror=0.75, scale=1.6, salt=34
    )
    img = np.where((f.y > hy + 0.035)[..., None], blur(img, 0.0015, 0.012), img)
    n = fbm(f, 0.2, 0.03, 31)
    img = mix(
        img,
        lin("#23282c"),
        smooth(0.5, 0.8, n) * 0.5 * smooth(hy + 0.05, hy + 0.3, f.y),
    )
    for x, y, h, c in (
        (0.42, 0.66, 0.2, "#7a2a26"),
        (1.2, 0.69, 0.24, "#22313f"),
        (0.98, 0.62, 0.13, "#4a5560"),
        (0.76, 0.87, 0.48, "#8c1f1c"),
    ):
        img = _umbrella(f, img, (x, y), h, c)
    img = mix(img, lin("#c4ccd2"), rain(f, 620, 0.06, -0.12) * 0.2)
    img = mix(img, lin("#d8dee2"), blur(rain(f, 60, 0.16, -0.12, 62), 0.0012) * 0.22)
    drops = Pen(f)
    for _ in range(420):
        y = rng.uniform(hy + 0.08, 1)
        s = 0.002 + 0.012 * (y - hy) ** 1.3
        x = rng.uniform(0, f.a)
        drops.line([(x - s, y), (x - s * 0.4, y - s * 0.7)], 0.0012)
        drops.line([(x + s, y), (x + s * 0.4, y - s * 0.8)], 0.0012)
    img = mix(img, lin("#cfd6da"), drops.mask(0.0004) * 0.3)
    return photo(f, bloom(img, 0.4, 0.7), exposure=1.1, sat=0.95)


def _umbrella(
    f: Frame, img: Array, at: tuple[float, float], h: float, colour: str
) -> Array:
    x, y = at
    pen, brolly, rim = Pen(f), Pen(f), Pen(f)
    (person if h < 0.22 else sari)(pen, x, y, h)
    w = h * 0.34
    cy = y - h * 0.92
    t = np.linspace(math.pi, 0, 30)
    dome = [(x + math.cos(a) * w, cy - math.sin(a) * w * 0.62) for a in t]
    scal = []
    for k in range(4):
        a, b = w - k * w / 2, w - (k + 1) * w / 2
        scal += [
            (x + a + (b - a) * u, cy - math.sin(u * math.pi) * w * 0.07)
            for u in np.linspace(0, 1, 8)
        ]
    brolly.poly(dome + scal)
    rim.line(dome[2:18], h * 0.008)
    pen.line([(x, cy), (x, cy + h * 0.35)], h * 0.012)
    m, b = pen.mask(0.0006), brolly.mask(0.0006)
    both = np.maximum(m, b)
    ref = np.roll(both[::-1], round((2 * y - 1) * f.h), 0) * (f.y > y - 0.004)
    wob = (tex(f.x * 0.6, f.y * 1.6, 9) - 0.5) * 0.05 * f.h
    ref = np.take_along_axis(
        ref, np.clip(np.arange(f.w)[None] + wob, 0, f.w - 1).astype(int), 1
    )
    img = mix(img, lin("#101214"), blur(ref, 0.004, 0.012) * 0.55)
    img = mix(img, lin("#131518"), m * 0.96)
    shade = smooth(x + w, x - w, f.x) * 0.7 + 0.25
    fold = 0.75 + 0.25 * np.abs(np.sin((f.x - x) / w * 3.6))
    img = mix(img, lin(colour)[None, None] * (shade * fold * 0.8)[..., None], b)
    return img + (rim.mask(0.001) * 0.5)[..., None] * lin("#ffe0b8")


def runway_fog(f: Frame) -> Array:
    """Runway lights fading into dawn fog."""
    hy = 0.44
    img = sky(f, [(0, "#54657c"), (0.3, "#8593a3"), (0.46, "#b9b3ae"), (1, "#98989a")])
    d = np.clip(f.y - hy, 0.002, None)
    u, v = (f.x - 0.75) / d, 1 / d
    tar = (
        lin("#2c3036")[None, None]
        * (0.55 + 0.7 * tex(u * 0.6, v * 0.02) + 0.35 * (tex(u * 4, v * 0.3, 3) - 0.5))[
            ..., None
        ]
    )
    grass = (
        lin("#3d4434")[None, None] * (0.5 + 0.9 * tex(u * 0.5, v * 0.25, 4))[..., None]
    )
    road = mix(grass, tar, smooth(1.5, 1.46, np.abs(u)))
    skid = np.exp(-(((np.abs(u) - 0.35) / 0.12) ** 2)) * smooth(
        0.3, 0.7, tex(u * 1.2, v * 0.015, 5)
    )
    road = road * (1 - 0.5 * skid * (np.abs(u) < 1))[..., None]
    dash = (np.abs(u) < 0.035) & (np.mod(v * 0.22, 1) < 0.5)
    edge = np.abs(np.abs(u) - 1.38) < 0.03
    keys = (
        (np.abs(np.abs(u) - 0.72) < 0.42)
        & (np.mod(np.abs(u) * 6.5, 1) < 0.55)
        & (v > 2.4)
        & (v < 4.2)
    )
    wear = 0.45 + 0.6 * tex(u * 2, v * 0.8, 6)
    road = mix(road, lin("#cfcfc8") * 0.8, (dash | edge | keys) * wear)
    img = mix(img, road.astype(F32), smooth(hy, hy + 0.004, f.y))
    mist = lin("#aaa9a8")
    img = mix(img, mist * 0.9, np.exp(-np.abs(f.y - hy) / 0.075) * 0.97)
    pts, cols = [], []
    for k in range(1, 42):
        z = 0.9 + k * 0.62
        y, p = hy + 1 / z * 0.8, 7.0 / (z + 0.5) ** 1.1 + 0.25
        for x, c, q in (
            (-1.48, "#ffe6b8", 1.0),
            (1.48, "#ffe6b8", 1.0),
            (0, "#fff4e0", 0.8),
        ):
            pts.append((0.75 + x * (y - hy), y, p * q))
            cols.append(lin(c))
    for i in range(6):
        pts.append((0.32 + i * 0.0001 + 0.018 * i, hy - 0.004, 0.8))
        cols.append(lin("#ff3a22" if i < 3 else "#fff0d8"))
    img = img + lights(f, pts, cols, 0.0016, 0.022) * F32(1.1)
    for i in range(6):
        img = img + lights(
            f, pts[i * 3 : i * 3 + 3], cols[i * 3 : i * 3 + 3], 0.006 - 0.0008 * i, 0.05
        ) * F32(0.5)
    plane = Pen(f)
    x, y, s = 0.79, 0.27, 0.075
    plane.dot(x, y, s * 0.115, s * 0.125)
    plane.poly(
        [
            (x - s * 1.15, y - s * 0.09),
            (x - s * 0.1, y + s * 0.08),
            (x + s * 0.1, y + s * 0.08),
            (x + s * 1.15, y - s * 0.09),
            (x, y + s * 0.02),
        ]
    )
    plane.poly(
        [
            (x - s * 0.02, y - s * 0.1),
            (x - s * 0.012, y - s * 0.4),
            (x + s * 0.012, y - s * 0.4),
            (x + s * 0.02, y - s * 0.1),
        ]
    )
    plane.poly(
        [
            (x - s * 0.4, y - s * 0.12),
            (x, y - s * 0.06),
            (x + s * 0.4, y - s * 0.12),
            (x, y - s * 0.1),
        ]
    )
    for k in (-0.4, 0.4):
        plane.dot(x + s * k, y + s * 0.085, s * 0.062)
    for k in (-0.13, 0.0, 0.13):
        plane.line([(x + s * k, y + s * 0.08), (x + s * k, y + s * 0.25)], s * 0.03)
    img = mix(img, lin("#4a545f"), plane.mask(0.0012) * 0.75)
    img = img + lights(
        f,
        [
            (x - s * 0.13, y + s * 0.1, 10),
            (x + s * 0.13, y + s * 0.1, 10),
            (x, y + s * 0.2, 5),
        ],
        [lin("#fff6e0")] * 3,
        0.003,
        0.035,
    )
    img = fog(f, img, "#b4b0ac", hy - 0.02, 0.12, amount=0.55)
    return photo(f, bloom(img, 0.4, 0.8), exposure=0.9, sat=0.9)


def gurgaon_expressway(f: Frame) -> Array:  # noqa: C901, PLR0915
    """Light trails on a wide road between towers, a long exposure after dusk."""
    hy = 0.5
    img = sky(
        f,
        [
            (0, "#16264c"),
            (0.25, "#38477a"),
            (0.42, "#9a6a80"),
            (0.5, "#e8935e"),
            (1, "#e8935e"),
        ],
    )
    img = clouds(f, img, hy, ("#c9788a", "#2e3358"), cover=0.5)
    rng = f.rng(7)
    for i, fade in enumerate((0.55, 0.9)):
        pen, pts = Pen(f), []
        for side in (-1, 1):
            x = 0.02
            while x < 0.62:
                w = rng.uniform(0.035, 0.085) * (1.3 - x)
                h = rng.uniform(0.1, 0.34) * (1.15 - x) * (0.8 + 0.5 * i)
                cx = 0.78 + side * (0.8 - x) - (w if side > 0 else 0)
                pen.rect(cx, hy - h, cx + w, hy + 0.05)
                if rng.random() < 0.4:
                    pen.poly(
                        [(cx, hy - h), (cx + w, hy - h - w * 0.5), (cx + w, hy - h)]
                    )
                sx, sy = 0.0058, 0.0075
                lit = rng.uniform(0.25, 0.75)
                for iy in range(int(h / sy)):
                    row = rng.random() < 0.75
                    wy = hy - h + (iy + 0.7) * sy
                    pts += [
                        (cx + (ix + 0.6) * sx, wy, rng.uniform(0.15, 0.8))
                        for ix in range(int(w / sx))
                        if row and rng.random() < lit
                    ]
                x += w * rng.uniform(0.8, 1.3)
        img = mix(
            img,
            mix(lin("#54486a"), lin("#151a2c"), fade),
            pen.mask() * (0.6 + 0.38 * i),
        )
        cols = [
            lin(str(rng.choice(["#ffd8a0", "#ffe8c8", "#cfe0ff", "#ffc070"])))
            for _ in pts
        ]
        img = img + lights(f, pts, cols, 0.0009, 0.01) * F32(0.5 + 0.35 * i)
    d = np.clip(f.y - hy, 0.002, None)
    bend = 0.16 * np.exp(-d * 9)
    u, v = (f.x - 0.78 - bend + 0.12 * d) / d, 1 / d
    asph = (
        lin("#23252b")[None, None]
        * (0.6 + 0.6 * tex(u * 0.3, v * 0.01) + 0.3 * (tex(u * 3, v * 0.2, 3) - 0.5))[
            ..., None
        ]
    )
    ground = lin("#161c18")[None, None] * (0.4 + tex(u * 0.3, v * 0.2, 4))[..., None]
    road = mix(ground, asph, smooth(2.45, 2.4, np.abs(u)))
    marks = (
        (np.abs(rep(np.abs(u) - 0.2, 0.55)) < 0.012)
        & (np.mod(v * 0.35, 1) < 0.45)
        & (np.abs(u) < 2.1)
        & (np.abs(u) > 0.4)
    )
    road = mix(road, lin("#9a9a96"), marks * 0.6)
    median = smooth(0.16, 0.12, np.abs(u))
    road = mix(road, lin("#20301c") * 0.8, median)
    spill = np.exp(-(((np.abs(u) - 1.2) / 0.9) ** 2)) * (0.15 + 0.3 * np.exp(-d * 5))
    road = road + spill[..., None] * lin("#ffb060") * F32(0.3)
    img = mix(img, road.astype(F32), smooth(hy, hy + 0.003, f.y))
    trail = np.zeros_like(img)
    for side, col in ((-1, "#fff0d2"), (1, "#ff2412")):
        for _ in range(46):
            lane = side * (0.35 + 0.55 * rng.integers(0, 4) + rng.normal(0.1, 0.07))
            lift = rng.uniform(0.01, 0.09)
            w = rng.uniform(0.006, 0.016)
            start, end = rng.uniform(0.5, 1.2), rng.uniform(2.2, 60)
            uu = (f.x - 0.78 - bend + 0.12 * d - lane * d) / d
            drift = rng.normal(0, 0.05) * np.sin(v * 0.2 + rng.uniform(0, 6))
            dd = d + lift * d
            band = (
                np.exp(-((((uu * d / dd) - drift) / w) ** 2))
                * (v > start)
                * smooth(0, 2, end * 3 - v)
            )
            trail += (band * rng.uniform(0.15, 1.1))[..., None] * lin(col)
    lift_px = round(0.012 * f.h)
    img = img + np.roll(trail, -lift_px, 0) * smooth(hy, hy + 0.012, f.y)[
        ..., None
    ] * F32(1.3)
    img = img + blur(trail, 0.02, 0.03) * F32(0.25)
    lamp, poles = [], Pen(f)
    for k in range(4, 18):
        z = 1.9 * 1.28**k
        y = hy + 1 / z
        dd = 1 / z
        cx = 0.78 + 0.16 * math.exp(-dd * 9) - 0.12 * dd
        top = y - 0.95 * dd
        poles.line([(cx, y), (cx, top)], 0.02 * dd)
        for s in (-1, 1):
            poles.line([(cx, top), (cx + s * 0.3 * dd, top - 0.04 * dd)], 0.014 * dd)
            lamp.append((cx + s * 0.3 * dd, top - 0.035 * dd, 2 + 60 * dd))
    img = mix(img, lin("#10131c"), poles.mask() * 0.9)
    img = img + lights(f, lamp, [lin("#ffc880")] * len(lamp), 0.002, 0.03)
    return photo(f, bloom(img, 0.35, 0.9), exposure=0.95)


SCENES = {
    "monsoon_street": monsoon_street,
    "runway_fog": runway_fog,
    "gurgaon_expressway": gurgaon_expressway,
}
