"""Paint what rises or looks up: an observatory, a launch."""

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
    hash1,
    lin,
    mix,
    photo,
    smooth,
    tex,
    wide,
)
from figures import crowd, palm, person
from march import (
    Eye,
    Hit,
    Lamp,
    Part,
    Skin,
    World,
    cell,
    flat,
    project,
    render,
    rep,
)
from parts import clouds, fog, lights, ridge, sky, sun_glow, water


def telescope_night(f: Frame) -> Array:  # noqa: PLR0915
    """An observatory dome under the Milky Way."""
    hy = 0.83
    img = sky(
        f,
        [
            (0, "#050914"),
            (0.5, "#0d1830"),
            (0.74, "#24344f"),
            (0.83, "#4a4a52"),
            (1, "#4a4a52"),
        ],
    )
    img = img + (np.exp(-(((f.y - hy) / 0.07) ** 2)) * 0.12)[..., None] * lin("#ffb070")
    ca, sa = math.cos(1.02), math.sin(1.02)
    u = (f.x - 0.42) * ca + (f.y - 0.38) * sa
    v = (f.y - 0.38) * ca - (f.x - 0.42) * sa
    v = v + 0.05 * (fbm(f, 0.3, 0.3, 5) - 0.5)
    n1, n2 = fbm(f, 0.2, 0.2, 6, 8), fbm(f, 0.12, 0.12, 7, 8)
    band = np.exp(-((v / 0.13) ** 2))
    core = np.exp(-((v / 0.06) ** 2)) * np.exp(-(((u - 0.12) / 0.32) ** 2))
    dust = smooth(0.42, 0.68, n2) * np.exp(-(((v + 0.012) / 0.05) ** 2))
    milky = band * (0.25 + 1.0 * n1**2) * 0.2 + core * (0.35 + n1) * 0.26
    milky = milky * (1 - 0.82 * dust)
    img = img + milky[..., None] * mix(lin("#b8c8ee"), lin("#ffd8b8"), core[..., None])
    img = img + (core * n2**3 * 0.25)[..., None] * lin("#ff7a9a")
    rng = f.rng(8)
    pts, cols = [], []
    for _ in range(5200):
        x, y = rng.uniform(0, f.a), rng.uniform(0, hy)
        i, j = min(int(y * f.h), f.h - 1), min(int(x * f.h), f.w - 1)
        if rng.random() < 0.28 + 0.9 * float(milky[i, j] * 3):
            p = 0.025 / (rng.random() ** 0.75 + 0.012)
            pts.append((x, y, p * (1 - 0.75 * (y / hy) ** 4)))
            cols.append(
                lin(
                    str(
                        rng.choice(
                            ["#cfe0ff", "#ffffff", "#ffe8cc", "#ffd0a0", "#b0c8ff"]
                        )
                    )
                )
            )
    img = img + lights(f, pts, cols, 0.0005, 0.003) * F32(0.36)
    for i, (y, c) in enumerate(((hy - 0.015, "#1e2734"), (hy + 0.015, "#10161f"))):
        img = mix(img, lin(c) * 0.8, ridge(f, y, 0.035, 50 + i, 0.4))
    img = fog(f, img, "#3a3f4c", hy - 0.01, 0.025, amount=0.4)

    def dome(x: Array, y: Array, z: Array) -> Array:
        r = np.sqrt(x * x + (y - 3.2) ** 2 + z * z)
        shell = np.maximum(np.abs(r - 3.0) - 0.1, 3.1 - y)
        a = -0.5
        ux, uz = x * math.cos(a) + z * math.sin(a), z * math.cos(a) - x * math.sin(a)
        slit = np.maximum(np.abs(ux) - 0.52, np.maximum(uz - 0.3, 4.2 - y))
        wall = np.maximum(np.abs(np.hypot(x, z) - 2.95) - 0.1, np.abs(y - 1.6) - 1.6)
        ring = np.maximum(np.abs(np.hypot(x, z) - 3.1) - 0.1, np.abs(y - 3.15) - 0.13)
        return np.minimum(np.minimum(np.maximum(shell, -slit), wall), ring)

    def metal(p: Hit) -> Skin:
        a = np.arctan2(p.z, p.x)
        seam = (np.abs(rep(a, 0.26)) < 0.008) & (p.y > 3.2)
        row = np.abs(rep(p.y, 0.9)) < 0.012
        c = (
            wide(lin("#aab2bc"), p.x)
            * np.where(
                seam | row,
                0.55,
                0.9 + 0.2 * (hash1(cell(a, 0.26), cell(p.y, 0.9)) - 0.5),
            )[:, None]
        )
        door = (p.y < 2.1) & (np.abs(p.x - 0.9) < 0.42) & (p.z < 0)
        glow = lin("#ff5a3a") * (door * 0.9)[:, None]
        return Skin(colour=c.astype(F32), glow=glow.astype(F32))

    def tube_(x: Array, y: Array, z: Array) -> Array:
        ax = np.array([-0.32, 0.83, -0.45])
        ax /= np.linalg.norm(ax)
        py = y - 3.3
        t = np.clip(x * ax[0] + py * ax[1] + z * ax[2], -1.0, 3.1)
        return (
            np.sqrt((x - t * ax[0]) ** 2 + (py - t * ax[1]) ** 2 + (z - t * ax[2]) ** 2)
            - 0.33
        ).astype(F32)

    w = World(
        parts=[
            Part(dist=dome, skin=metal),
            Part(dist=tube_, skin=flat("#7a828c")),
            Part(
                dist=lambda x, y, z: (
                    (y - 0.5 * (tex(x * 0.04, z * 0.04) - 0.5)) * F32(0.8)
                ),
                skin=flat("#2a2e2c"),
            ),
        ],
        lamps=[
            Lamp(at=(0.3, 3.4, 0.2), colour=lin("#ff4a2a") * F32(3.6), size=0.3),
            Lamp(
                at=(0.9, 2.3, -3.8),
                colour=lin("#ff6a3a") * F32(1.1),
                size=0.2,
                shade=False,
            ),
        ],
        sun=(-0.8, 0.5, -0.5),
        sunlight=lin("#9fb4e0") * F32(0.10),
        above=lin("#2a3a5c") * F32(0.6),
        below=lin("#15181c"),
        far=60,
        ao=0.7,
    )
    eye = Eye(at=(-2.2, 1.5, -13.5), to=(-1.0, 6.3, 0), zoom=1.15)
    pic, dep = render(f, w, eye, aa=4)
    img = np.where((dep < 59)[..., None], pic, img)
    pen = Pen(f)
    px, py, _ = project(eye, f, (-4.2, 0, -3))
    h = py - project(eye, f, (-4.2, 1.75, -3))[1]
    person(pen, px, py, h, 0.2)
    img = mix(img, lin("#04060a"), pen.mask(0.0005))
    img = img + lights(
        f, [(px + h * 0.02, py - h * 0.93, 5)], [lin("#ff4a30")], 0.0012, 0.01
    )
    return photo(f, bloom(img, 0.35, 0.6), exposure=1.5, vignette=0.5)


def rocket_launch(f: Frame) -> Array:  # noqa: C901, PLR0915
    """A rocket rising on a column of fire over the coast at dusk."""
    img = sky(
        f,
        [
            (0, "#0c1836"),
            (0.35, "#33446e"),
            (0.62, "#a8707a"),
            (0.76, "#f09a66"),
            (0.82, "#f6b070"),
            (1, "#f6b070"),
        ],
    )
    img = clouds(f, img, 0.82, ("#e8927a", "#3c4468"), cover=0.46, salt=15, scale=0.5)
    cx, top, base = 0.86, 0.2, 0.775
    rng = f.rng(3)
    img = (
        img
        + sun_glow(f, (cx, 0.42), lin("#ff9a4a") * F32(0.8), 0.16)
        + sun_glow(f, (cx, base), lin("#ff8a3a") * F32(0.9), 0.14)
    )
    t = np.clip((f.y - 0.44) / (base - 0.44), 0, 1)
    wob = (tex(f.x * 0.25, f.y * 0.25, 5) - 0.5) * 0.07 * t
    w = 0.017 + 0.05 * t**1.3
    col_n = fbm(f, 0.055, 0.05, 9, 6)
    body = (
        smooth(w * 1.25, w * 0.6, np.abs(f.x - cx + wob) + (col_n - 0.5) * 0.055 * t)
        * smooth(0.5, 0.58, f.y)
        * (f.y < base + 0.03)
    )
    lit = np.clip(0.5 + (np.roll(col_n, round(0.012 * f.h), 0) - col_n) * 5, 0, 1)
    hot = np.exp(-t * 2.6)
    smoke_c = (
        mix(lin("#6a5a64") * 0.7, lin("#ffd0a0"), lit[..., None])
        + lin("#ff8a3a") * (hot * 1.6)[..., None]
    )
    img = mix(img, smoke_c, body * 0.95)
    for k, (y0, s, n) in enumerate(
        ((0.775, 0.6, 70), (0.79, 0.48, 60), (0.805, 0.34, 46))
    ):
        pen = Pen(f)
        for _ in range(n):
            x = cx + rng.normal(0, s * 0.42)
            r = 0.05 * (1.25 - min(1, abs(x - cx) / s)) * rng.uniform(0.5, 1.15) + 0.012
            pen.dot(x, y0 - r * rng.uniform(0.1, 0.9), r * 1.3, r)
        m0 = blur(pen.mask(), 0.006)
        n3 = fbm(f, 0.06, 0.045, 30 + k, 7)
        m = smooth(0.35, 0.62, m0 + (n3 - 0.5) * 0.9)
        rel = np.roll(m0, round(0.02 * f.h), 0)
        lift = np.roll(n3, -round(0.016 * f.h), 0)
        lit = blur(np.clip(0.4 + (n3 - lift) * 2.2 + 0.4 * (m0 - rel), 0, 1), 0.002)
        fire = np.exp(-np.hypot((f.x - cx) / 1.5, f.y - base) / 0.1)
        c = (
            mix(lin("#3d3544") * 0.8, lin("#e8a88a"), lit[..., None])
            + lin("#ff9a48") * (fire * 2.2 * (0.4 + n3))[..., None]
        )
        img = mix(img, c, m * 0.94)
    tower = Pen(f)
    for x in (1.03, 1.055):
        tower.line([(x, base + 0.03), (x, 0.42)], 0.003)
    for i in range(24):
        y = 0.42 + i * 0.0155
        tower.line([(1.03, y), (1.055, y + 0.0155)], 0.0018)
        tower.line([(1.055, y), (1.03, y + 0.0155)], 0.0018)
    for x, h in ((0.5, 0.3), (1.32, 0.26)):
        tower.line([(x, base + 0.03), (x, base - h)], 0.0028)
        tower.line(
            [(x - 0.012, base + 0.03), (x, base - h * 0.6), (x + 0.012, base + 0.03)],
            0.0016,
        )
    img = mix(img, lin("#1a1620"), tower.mask(0.0003) * 0.9)
    pen, shade = Pen(f, 3), Pen(f, 3)
    r = 0.0105
    hull = [
        (cx - r, 0.43),
        (cx - r, 0.262),
        (cx - r * 1.25, 0.25),
        (cx - r * 1.25, 0.222),
        (cx - r * 0.8, 0.205),
        (cx, top - 0.012),
        (cx + r * 0.8, 0.205),
        (cx + r * 1.25, 0.222),
        (cx + r * 1.25, 0.25),
        (cx + r, 0.262),
        (cx + r, 0.43),
    ]
    pen.poly(hull)
    for s in (-1, 1):
        bx = cx + s * r * 1.75
        pen.poly(
            [
                (bx - r * 0.62, 0.435),
                (bx - r * 0.62, 0.315),
                (bx, 0.295),
                (bx + r * 0.62, 0.315),
                (bx + r * 0.62, 0.435),
            ]
        )
    for y in (0.262, 0.3, 0.36, 0.41):
        shade.rect(cx - r * 1.3, y, cx + r * 1.3, y + 0.0025)
    m = pen.mask(0.0003)
    side = smooth(cx + r * 1.6, cx - r * 1.4, f.x)
    skin = (
        mix(lin("#4a4452"), lin("#e8d0c4"), side[..., None] * 0.9)
        + lin("#ff9a50") * (smooth(0.3, 0.43, f.y) * 0.5)[..., None]
    )
    img = mix(img, skin, m)
    img = mix(img, lin("#5a2a1c"), shade.mask() * m * 0.8)
    fl = np.clip((f.y - 0.432) / 0.2, 0, 1)
    fw = 0.012 + 0.012 * np.sin(np.clip(fl, 0, 1) * 3.1) * (1 - fl)
    flame = (
        smooth(
            fw,
            fw * 0.2,
            np.abs(f.x - cx) + 0.006 * (tex(f.x * 0.5, f.y * 0.5, 3) - 0.5),
        )
        * (f.y > 0.432)
        * (1 - fl) ** 1.2
    )
    img = img + flame[..., None] * (lin("#ffcf80") * F32(9) + lin("#ffffff") * F32(3))
    img = img + lights(f, [(cx, 0.455, 260)], [lin("#ffd090")], 0.006, 0.06)
    img = water(f, img, 0.835, tint="#10141f", calm=0.45, mirror=0.85)
    shore = ridge(f, 0.826, 0.008, 90, 0.2) * (f.y < 0.838)
    img = mix(img, lin("#120f16"), shore)
    trees = Pen(f)
    for x, h in ((0.05, 0.3), (0.13, 0.24), (0.2, 0.34), (1.42, 0.3)):
        palm(trees, rng, x, 1.03, h + 0.12)
    img = mix(img, lin("#07070c"), trees.mask(0.0008))
    heads = crowd(f, 0.965, 0.026, 7, 0.35)
    img = mix(np.minimum(img, 1), lin("#07060a"), heads)
    return photo(f, bloom(img, 0.45, 0.8), exposure=0.95)


SCENES = {"telescope_night": telescope_night, "rocket_launch": rocket_launch}
