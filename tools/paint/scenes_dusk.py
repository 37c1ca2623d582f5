"""Paint lamps by the water: a ghat, a hot spring."""

import math

import numpy as np
from core import F32, Array, Frame, Pen, bloom, fbm, lin, mix, photo, smooth, tex, wide
from figures import person, sari
from march import (
    Eye,
    Hit,
    Lamp,
    Part,
    Skin,
    World,
    box,
    flat,
    lens,
    project,
    render,
    rep,
    swell,
)
from parts import bokeh, lights


def patna_ghat_evening(f: Frame) -> Array:  # noqa: C901, PLR0915
    """Steps to a wide river after sunset, small lamps afloat."""

    def steps(x: Array, y: Array, z: Array) -> Array:
        k = np.clip(np.ceil((-z + 0.0) / 0.55), 0, 14)
        here = y - k * 0.2
        ahead = np.maximum((z + (k) * 0.55), here - 0.2)
        out = np.minimum(here, np.maximum(ahead, 0.02))
        plat = box(x + 5.5, y - 0.6, z + 0.2, (1.7, 1.0, 1.7), 0.04)
        return np.minimum(np.maximum(out, z - 0.0) * F32(0.7), plat)

    def stone(p: Hit) -> Skin:
        n = (
            tex(p.x * 0.15, p.z * 0.15 + p.y * 0.2) * 0.5
            + tex(p.x * 1.2, p.z * 1.2 + p.y, 3) * 0.5
        )
        damp = smooth(0.9, 0.0, p.y + 0.5 * (n - 0.5))
        seam = np.abs(rep(p.x + 0.4 * np.floor(p.y / 0.2 + 0.01), 1.3)) < 0.012
        c = lin("#a5764f") * (0.35 + 0.9 * n)[:, None] * (1 - 0.55 * damp)[:, None]
        return Skin(
            colour=(c * np.where(seam, 0.5, 1)[:, None]).astype(F32),
            gloss=(0.09 * damp).astype(F32),
            rough=0.05,
        )

    def river(x: Array, y: Array, z: Array) -> Array:
        return swell(x, y, z, 0.1, ripple) * F32(0.9)

    def ripple(x: Array, z: Array) -> Array:
        return (
            0.05
            + 0.06 * (tex(x * 0.06, z * 0.1, 4, 5) - 0.5)
            + 0.02 * (tex(x * 0.4, z * 0.6, 5, 4) - 0.5)
        )

    def wet(p: Hit) -> Skin:
        return Skin(colour=wide(lin("#1c2530"), p.x), gloss=0.55, rough=0.006)

    rng = f.rng(6)
    spots = [
        (float(x), float(z))
        for x, z in zip(
            rng.normal(0.5, 3.6, 40), rng.gamma(1.8, 2.4, 40) + 0.35, strict=True
        )
    ]
    spots += [
        (float(rng.uniform(-5, 5)), -0.55 * k - 0.35)
        for k in (0, 0, 1, 1, 2, 3)
        for _ in range(2)
    ]

    def heaven(rd: Array) -> Array:
        v = np.clip(rd[:, 1], 0, 1)
        c = mix(lin("#ff9a5a") * 0.95, lin("#8a5a86") * 0.75, smooth(0.0, 0.16, v))
        c = mix(c, lin("#1d2c5a") * 0.7, smooth(0.1, 0.5, v))
        k = rd[:, 1].clip(0.03)
        n = smooth(0.45, 0.8, tex(rd[:, 0] / k * 0.05, rd[:, 2] / k * 0.03 + 0.4, 6))
        c = mix(c, lin("#d86a5a") * 0.75, n * 0.6)
        bank = 0.012 + 0.01 * tex(rd[:, 0] * 1.2, rd[:, 0] * 0, 5)
        return np.where((rd[:, 1] < bank)[:, None], lin("#2c2234") * 0.8, c).astype(F32)

    near = sorted(spots, key=lambda s: abs(s[1]) + abs(s[0]))[:6]
    lamps = [
        Lamp(
            at=(x, (0.3 if z > 0 else math.ceil(-z / 0.55) * 0.2 + 0.2), z),
            colour=lin("#ff9a40") * F32(0.5),
            size=0.05,
            shade=False,
        )
        for x, z in near
    ]
    lamps += [Lamp(at=(-5.5, 3.6, -1.0), colour=lin("#ffb060") * F32(9), size=0.3)]
    w = World(
        parts=[Part(dist=steps, skin=stone), Part(dist=river, skin=wet)],
        lamps=lamps,
        sun=(0.1, 0.12, 1.0),
        sunlight=lin("#ff8a4a") * F32(0.6),
        above=lin("#5a5a8a") * F32(0.75),
        below=lin("#3a2a28"),
        sky=heaven,
        far=240,
        haze=0.004,
        haze_colour=lin("#a86a62") * F32(0.8),
        ao=0.4,
        steps=110,
    )
    eye = Eye(at=(2.4, 2.9, -5.6), to=(0.2, 1.1, 4), zoom=1.05)
    img, dep = render(f, w, eye, aa=4)
    pts, cols = [], []
    for x, z in spots:
        y = 0.12 if z > 0 else math.ceil(-z / 0.55) * 0.2 + 0.05
        px, py, d = project(eye, f, (x, y, z))
        leafy_, flame = Pen(f), lin("#ffb050")
        s = 0.12 * eye.zoom / d
        leafy_.dot(px, py + s * 0.25, s, s * 0.3)
        img = mix(img, lin("#2a3018") * 0.7, leafy_.mask(0.0004) * 0.95)
        pts.append((px, py - s * 0.2, 60 / d**1.2))
        cols.append(flame)
        if z > 0:
            ref = (
                np.exp(-(((f.x - px - 0.003 * np.sin(f.y * 500)) / (s * 0.4)) ** 2))
                * np.exp(-(f.y - py).clip(0) / (s * 3.2))
                * (f.y > py)
            )
            img = img + ref[..., None] * flame * F32(0.55)
    img = img + lights(f, pts, cols, 0.003, 0.02)
    far = [
        (float(x), 0.349 - 0.001 * float(rng.random()), float(rng.uniform(0.2, 0.9)))
        for x in rng.uniform(0, 1.5, 55)
    ]
    hy = project(eye, f, (0, 2.9, 3000))[1]
    img = img + lights(
        f, [(x, hy - 0.004, p) for x, _, p in far], [lin("#ffc070")] * 55, 0.0009, 0.008
    )
    for x, z, kind in (
        (-2.2, -1.4, "s"),
        (-2.75, -1.4, "s"),
        (-0.6, -0.8, "p"),
        (2.6, -0.3, "s"),
        (-4.9, -0.3, "p"),
        (-5.6, -0.3, "s"),
        (0.9, -0.3, "s"),
    ):
        y = math.ceil(-z / 0.55) * 0.2 + (1.4 if x < -4 else 0)
        px, py, _ = project(eye, f, (x, y, z))
        h = py - project(eye, f, (x, y + 1.6, z))[1]
        pen = Pen(f)
        (sari if kind == "s" else person)(pen, px, py, h)
        m = pen.mask(0.0008)
        img = mix(img, lin("#171016"), m * 0.97)
        rim = np.clip(m - np.roll(m, round(0.003 * f.h), 0), 0, 1)
        img = img + rim[..., None] * lin("#ff9a5a") * F32(0.25)
    return photo(f, bloom(lens(img, dep, 6, 0.003), 0.45, 0.7), exposure=1.05)


def nagato_hot_spring(f: Frame) -> Array:  # noqa: C901, PLR0915
    """An open-air hot spring among rocks, lanterns and steam in the cold."""
    rng = f.rng(4)
    rocks = [
        (math.cos(a) * r * 1.25, 5.2 + math.sin(a) * r, s)
        for a, r, s in zip(
            np.linspace(0, 2 * math.pi, 27)[:-1] + rng.normal(0, 0.05, 26),
            rng.uniform(3.0, 3.5, 26),
            rng.uniform(0.35, 0.85, 26),
            strict=True,
        )
    ]
    rocks = [r for r in rocks if not (r[1] < 3.2 and abs(r[0]) < 1.7)] + [
        (0.9, 5.8, 0.5),
        (1.4, 6.1, 0.33),
    ]

    def stones(x: Array, y: Array, z: Array) -> Array:
        d = np.full_like(x, 9)
        for rx, rz, s in rocks:
            d = np.minimum(
                d,
                np.sqrt(
                    ((x - rx) / 1.25) ** 2 + ((y - s * 0.15) * 1.3) ** 2 + (z - rz) ** 2
                )
                - s,
            )
        near = d < 0.5
        bump = np.zeros_like(d)
        bump[near] = (
            tex(x[near] * 0.13 + y[near] * 0.08, z[near] * 0.13 + y[near] * 0.11, 5)
            - 0.5
        )
        return (d + 0.42 * bump) * F32(0.62)

    def stone(p: Hit) -> Skin:
        n = tex(p.x * 0.5 + p.y * 0.3, p.z * 0.5 + p.y * 0.4, 3)
        snow = smooth(0.72, 0.9, p.n[:, 1] + 0.3 * (n - 0.5)) * smooth(0.35, 0.5, p.y)
        c = (
            lin("#5b5650")
            * (0.3 + 0.9 * n)[:, None]
            * (0.4 + 0.6 * smooth(0.05, 0.25, p.y))[:, None]
        )
        return Skin(
            colour=mix(c, lin("#dfe6ee"), snow * 0.85),
            gloss=(0.05 * smooth(0.3, 0.1, p.y)).astype(F32),
            rough=0.05,
        )

    def pool(x: Array, y: Array, z: Array) -> Array:
        return (y - 0.03 * (tex(x * 0.09, z * 0.09, 4, 5) - 0.5)) * F32(0.9)

    def pool_skin(p: Hit) -> Skin:
        inside = np.hypot(p.x / 1.25, p.z - 5.2) < 3.6
        n = tex(p.x * 0.2, p.z * 0.2)
        c = np.where(
            inside[:, None],
            lin("#2b6a68") * 0.7,
            lin("#9aa4ae") * (0.5 + 0.6 * n)[:, None],
        )
        return Skin(
            colour=c.astype(F32),
            gloss=np.where(inside, 0.4, 0.0).astype(F32),
            rough=0.003,
        )

    def house(x: Array, y: Array, z: Array) -> Array:
        body = box(x - 2.2, y - 1.7, z - 14.0, (6.5, 1.7, 2.0))
        roof = np.maximum(
            np.abs(y - 4.4 + np.abs(z - 14.0) * 0.42 - 0.03 * (z - 14.0) ** 2) - 0.09,
            np.maximum(np.abs(x - 2.2) - 7.3, np.abs(z - 14.0) - 3.2),
        ) * F32(0.7)
        deck = box(x - 2.2, y - 0.35, z - 11.4, (7.0, 0.12, 0.9))
        post = box(rep(x - 2.2, 2.2, -3, 3), y - 1.7, z - 10.9, (0.08, 1.7, 0.08))
        return np.minimum(np.minimum(body, roof), np.minimum(deck, post))

    def timber(p: Hit) -> Skin:
        n = tex(p.x * 0.1, p.y * 1.0 + p.z * 0.4)
        c = lin("#4a3020") * (0.5 + 0.8 * n)[:, None]
        u, v = rep(p.x - 3.3, 2.2), p.y - 1.75
        shoji = (np.abs(u) < 0.95) & (np.abs(v) < 1.15) & (np.abs(p.z - 12.0) < 0.06)
        grid = (
            (np.abs(rep(u, 0.38)) < 0.02)
            | (np.abs(rep(v, 0.46)) < 0.02)
            | (np.abs(u) < 0.03)
        )
        tone = 0.6 + 0.5 * tex(p.x * 0.1, p.y * 0.1, 4)
        glow = lin("#ffb45e") * ((shoji & ~grid) * 1.9 * tone)[:, None]
        snow = (p.n[:, 1] > 0.5) & (p.y > 3.0)
        c = np.where(snow[:, None], lin("#cfd8e2") * (0.7 + 0.4 * n)[:, None], c)
        return Skin(colour=c.astype(F32), glow=glow.astype(F32))

    def lantern(x: Array, y: Array, z: Array) -> Array:
        d = np.full_like(x, 9)
        for lx, lz in LANTERNS:
            u, v = x - lx, z - lz
            base = np.maximum(np.hypot(u, v) - 0.11, np.abs(y - 0.6) - 0.5)
            cap = np.maximum(
                np.hypot(u, v) - 0.42 + 0.9 * (y - 1.52).clip(0),
                np.abs(y - 1.62) - 0.12,
            ) * F32(0.7)
            shelf = box(u, y - 1.14, v, (0.24, 0.06, 0.24), 0.02)
            d = np.minimum(d, np.minimum(np.minimum(base, cap), shelf))
        return d

    def flame(x: Array, y: Array, z: Array) -> Array:
        d = np.full_like(x, 9)
        for lx, lz in LANTERNS:
            d = np.minimum(d, box(x - lx, y - 1.35, z - lz, (0.15, 0.15, 0.15), 0.03))
        return d

    def heaven(rd: Array) -> Array:
        v = np.clip(rd[:, 1], 0, 1)
        c = mix(lin("#6a7f9c") * 0.8, lin("#16223c") * 0.8, smooth(0.0, 0.5, v))
        hill = 0.17 + 0.07 * tex(rd[:, 0] * 0.35 + 0.2, rd[:, 0] * 0 + 0.3, 6)
        wood = tex(rd[:, 0] * 9, rd[:, 1] * 4, 5)
        c2 = (
            lin("#1b2a30")[None] * (0.4 + wood)[:, None]
            + lin("#8a9aa8")[None] * (0.1 * smooth(0.45, 0.8, wood))[:, None]
        )
        return np.where((rd[:, 1] < hill)[:, None], c2 * 0.8, c).astype(F32)

    lamps = [
        Lamp(
            at=(x, 1.4, z - 0.25),
            colour=lin("#ffa850") * F32(2.4),
            size=0.1,
            shade=False,
        )
        for x, z in LANTERNS
    ]
    lamps += [
        Lamp(
            at=(1.5, 1.9, 11.0), colour=lin("#ffb060") * F32(9), size=0.5, shade=False
        ),
        Lamp(
            at=(5.5, 1.9, 11.0), colour=lin("#ffb060") * F32(9), size=0.5, shade=False
        ),
    ]
    w = World(
        parts=[
            Part(dist=stones, skin=stone),
            Part(dist=pool, skin=pool_skin),
            Part(dist=house, skin=timber),
            Part(dist=lantern, skin=flat("#6a665e")),
            Part(dist=flame, skin=flat("#ffb866", glow=5)),
        ],
        lamps=lamps,
        above=lin("#5d7396") * F32(0.7),
        below=lin("#26282c"),
        sky=heaven,
        far=60,
        haze=0.012,
        haze_colour=lin("#5f7086"),
        ao=0.5,
        slack=0.85,
        steps=110,
    )
    eye = Eye(at=(-0.9, 2.1, -1.0), to=(0.6, 1.15, 7), zoom=1.05)
    img, _ = render(f, w, eye, aa=4)
    for k, (y, d) in enumerate(((0.5, 0.1), (0.42, 0.14), (0.62, 0.12), (0.3, 0.16))):
        n = fbm(f, 0.28 + 0.08 * k, 0.34, 40 + k, 6)
        m = (
            smooth(0.42, 0.85, n)
            * np.exp(-(((f.y - y) / d) ** 2))
            * np.exp(-(((f.x - 0.72) / 0.55) ** 4))
        )
        warm = np.exp(-np.hypot(f.x - 0.55, f.y - 0.42) / 0.3)[..., None]
        img = mix(
            img,
            mix(lin("#a9b6c6") * 0.75, lin("#ffcf9a") * 0.8, warm * 0.6),
            np.clip(m * 0.62, 0, 0.8),
        )
    flakes = [
        (float(x), float(y), float(p))
        for x, y, p in zip(
            rng.uniform(0, 1.5, 260),
            rng.uniform(0, 0.9, 260),
            rng.uniform(0.02, 0.16, 260),
            strict=True,
        )
    ]
    img = (
        img
        + lights(f, flakes, [lin("#dfe8f4")] * 260, 0.0014)
        + bokeh(
            f, [(x, y, 0.09) for x, y, _ in flakes[:26]], [lin("#dfe8f4")] * 26, 0.007
        )
    )
    return photo(f, bloom(img, 0.45, 0.7), exposure=1.15)


LANTERNS = ((2.9, 8.6), (-3.7, 6.4), (-2.0, 9.2))


SCENES = {
    "patna_ghat_evening": patna_ghat_evening,
    "nagato_hot_spring": nagato_hot_spring,
}
