"""Paint old stone: an old gateway and its minarets, palace walls."""

import numpy as np
from core import F32, Array, Frame, Pen, bloom, hash1, lin, mix, photo, smooth, tex
from figures import person, sari
from march import Eye, Hit, Lamp, Part, Skin, World, box, cell, lens, render, rep

MINARET = [
    (0, 2.3),
    (9, 2.1),
    (9.2, 2.7),
    (10, 2.8),
    (10.2, 2.0),
    (18, 1.9),
    (18.2, 2.6),
    (19, 2.7),
    (19.2, 1.75),
    (26, 1.65),
    (26.2, 2.4),
    (27, 2.5),
    (27.2, 1.2),
    (30, 1.15),
    (30.2, 1.5),
    (30.8, 1.75),
    (32, 1.9),
    (33.4, 1.7),
    (34.6, 1.0),
    (35.2, 0.35),
    (35.6, 0.15),
    (38, 0.02),
]


def hyderabad_minarets(f: Frame) -> Array:  # noqa: C901
    """Four minarets of an old gateway in the last warm light."""

    def minarets(x: Array, y: Array, z: Array) -> Array:
        u, v = np.abs(x) - 9.5, np.abs(z - 45) - 9.5
        r = np.interp(y, [p[0] for p in MINARET], [p[1] for p in MINARET]).astype(F32)
        a = np.arctan2(v, u)
        r = r * (1 + 0.035 * np.abs(np.cos(a * 6)))
        return np.maximum((np.hypot(u, v) - r) * F32(0.5), y - 38)

    def gate(x: Array, y: Array, z: Array) -> Array:
        u, v = np.abs(x), np.abs(z - 45)
        body = box(x, y - 9, z - 45, (9.6, 9.0, 9.6))

        def arch(a: Array) -> Array:
            k = np.maximum(a - 4.2 + 0.11 * np.clip(y - 8, 0, 9) ** 1.7, y - 13)
            return k.astype(F32)

        hole = np.minimum(arch(u), arch(v))
        panel = np.minimum(
            np.maximum(np.abs(rep(x, 2.4)) - 0.8, np.abs(y - 15.8) - 1.2),
            np.maximum(np.abs(rep(z - 45, 2.4)) - 0.8, np.abs(y - 15.8) - 1.2),
        )
        cut = np.maximum(panel, np.minimum(np.abs(9.6 - u), np.abs(9.6 - v)) - 0.5)
        rail = box(x, y - 18.6, z - 45, (9.9, 0.5, 9.9))
        crown = np.maximum(
            box(x, y - 20.2, z - 45, (8.6, 1.6, 8.6)),
            -np.maximum(
                np.minimum(np.abs(rep(x, 1.9)), np.abs(rep(z - 45, 1.9))) - 0.55,
                np.abs(y - 20.2) - 1.0,
            ),
        )
        d = np.maximum(np.maximum(body, -hole), -cut)
        return np.minimum(np.minimum(d, rail), crown) * F32(0.5)

    def stone(p: Hit) -> Skin:
        n = (
            tex(p.x * 0.02 + p.z * 0.02, p.y * 0.02) * 0.5
            + tex(p.x * 0.2 + p.z * 0.2, p.y * 0.2, 3) * 0.5
        )
        streak = smooth(0.5, 0.8, tex(p.x * 0.09 + p.z * 0.09, p.y * 0.008, 6))
        ring = np.abs(rep(p.y, 1.7)) < 0.07
        c = lin("#d8b78a") * (0.45 + 0.85 * n)[:, None] * (1 - 0.5 * streak)[:, None]
        return Skin(colour=(c * np.where(ring, 0.72, 1)[:, None]).astype(F32))

    def street(p: Hit) -> Skin:
        n = tex(p.x * 0.05, p.z * 0.05)
        return Skin(
            colour=(lin("#5d5045") * (0.4 + n)[:, None]).astype(F32),
            gloss=0.03,
            rough=0.05,
        )

    def houses(x: Array, y: Array, z: Array) -> Array:
        i = cell(z, 8)
        h = 3.4 + 2.6 * hash1(i, np.sign(x))
        d = box(
            np.abs(x) - 21 - 2.5 * hash1(i, np.sign(x) + 2),
            y - h,
            rep(z, 8),
            (5.0, 9, 3.95),
        )
        return np.minimum(np.maximum(d, y - 2 * h), 4.0) * F32(0.8)

    def house_skin(p: Hit) -> Skin:
        i = cell(p.z, 8)
        pal = np.array(
            [lin(c) for c in ("#b08d68", "#a87a5a", "#8f8a74", "#c0a888", "#86786a")]
        )
        c = (
            pal[(hash1(i, np.sign(p.x)) * 4.99).astype(int)]
            * (0.5 + 0.7 * tex(p.z * 0.08, p.y * 0.08))[:, None]
        )
        win = (np.abs(rep(p.z, 2)) < 0.45) & (np.abs(rep(p.y - 1.7, 3.4)) < 0.8)
        c = np.where(win[:, None], lin("#241c18"), c)
        lit = win & (hash1(cell(p.z, 2), cell(p.y - 1.7, 3.4)) > 0.62)
        shop = (p.y < 2.9) & (np.abs(p.n[:, 0]) > 0.5)
        glow = (
            lin("#ffb45a")
            * (lit * 0.4 + shop * (0.1 + 1.0 * tex(p.z * 0.2, p.y * 0.5, 4) ** 3))[
                :, None
            ]
        )
        return Skin(colour=c.astype(F32), glow=glow.astype(F32))

    def heaven(rd: Array) -> Array:
        v = np.clip(rd[:, 1], 0, 1)
        c = mix(lin("#ffb877") * 1.0, lin("#5d6f9c"), smooth(0.0, 0.6, v))
        k = rd[:, 1].clip(0.04)
        n = smooth(0.45, 0.8, tex(rd[:, 0] / k * 0.05 + 0.3, rd[:, 2] / k * 0.03, 6))
        return mix(c, lin("#e58a6a") * 0.9, n * 0.65)

    w = World(
        parts=[
            Part(dist=minarets, skin=stone),
            Part(dist=gate, skin=stone),
            Part(dist=houses, skin=house_skin),
            Part(dist=lambda _x, y, _z: y, skin=street),
        ],
        sun=(-0.85, 0.3, -0.42),
        sunlight=lin("#ff9d58") * F32(2.6),
        above=lin("#6a6f94") * F32(0.8),
        below=lin("#5a3a24"),
        sky=heaven,
        haze=0.0055,
        haze_colour=lin("#f0b078"),
        far=300,
        steps=190,
        ao=2.0,
        lamps=[
            Lamp(at=(0, 4, 45), colour=lin("#ffb45a") * F32(50), size=8, shade=False)
        ],
    )
    img, _ = render(f, w, Eye(at=(-5.5, 3.0, 3.0), to=(0.5, 15.6, 45), zoom=1.05), aa=4)
    pen, rng = Pen(f), f.rng(9)
    for i in range(70):
        x, k = rng.uniform(0.12, 1.42), rng.random()
        h = 0.035 + 0.06 * k**2
        (sari if i % 3 == 0 else person)(
            pen, x, 0.868 + 0.085 * k**2, h, rng.uniform(0, 0.8) if i % 3 else 0.0
        )
    img = mix(img, lin("#1a0f0c"), pen.mask(0.0008) * 0.92)
    return photo(f, bloom(img, 0.35, 0.8), exposure=0.9)


def jaipur_pink_walls(f: Frame) -> Array:
    """A rose sandstone facade with rows of small arched bays."""

    def facade(x: Array, y: Array, z: Array) -> Array:
        level = np.clip(np.floor(y / 4.2), 0, 4)
        u = rep(x + 1.6 * np.mod(level, 2), 3.2)
        yy = y - level * 4.2
        bay = np.maximum(np.hypot(u, z * 1.1) - 1.18, np.abs(yy - 1.9) - 1.35)
        sill = np.maximum(np.hypot(u, z) - 1.4, np.abs(yy - 0.48) - 0.13)
        eave = np.maximum(
            np.hypot(u, z) - 1.62 + 0.5 * np.abs(yy - 3.2), np.abs(yy - 3.25) - 0.1
        )
        dome = np.sqrt(u * u + ((yy - 3.3) * 1.25) ** 2 + z * z) - 0.95
        spike = np.maximum(np.hypot(u, z) - 0.09 * (4.9 - yy), np.abs(yy - 4.0) - 0.6)
        a = np.arctan2(u, -z)
        slot = np.maximum(
            np.abs(rep(a, 0.52, -2, 2)) - 0.17 + 0.25 * np.clip(yy - 2.3, 0, 1) ** 2,
            np.abs(yy - 1.75) - 0.85,
        )
        bay = np.maximum(bay, -np.maximum(slot, 1.0 - np.hypot(u, z * 1.1)))
        wall = np.maximum(np.maximum(-z, z - 6), y - 22.6)
        band = np.maximum(np.abs(z) - 0.22, np.abs(rep(y, 4.2, 0, 5)) - 0.16)
        d = np.minimum(np.minimum(bay, sill), np.minimum(np.minimum(eave, dome), spike))
        return np.minimum(np.minimum(d, wall), band) * F32(0.6)

    def skin(p: Hit) -> Skin:
        level = np.clip(np.floor(p.y / 4.2), 0, 4)
        u = rep(p.x + 1.6 * np.mod(level, 2), 3.2)
        yy = p.y - level * 4.2
        n = tex(p.x * 0.04, p.y * 0.04) * 0.5 + tex(p.x * 0.4, p.y * 0.4 + p.z, 3) * 0.5
        c = lin("#c69484") * (0.55 + 0.75 * n)[:, None]
        trim = (
            (np.abs(yy - 0.48) < 0.05)
            | (np.abs(yy - 3.1) < 0.04)
            | (np.abs(np.abs(u) - 1.5) < 0.035)
            | (np.abs(rep(p.y, 4.2)) < 0.03)
        )
        dots = (np.hypot(rep(p.x, 0.4), yy - 3.75) < 0.1) & (p.z > -0.3)
        r = np.hypot(u, p.z * 1.1)
        dark = (r < 1.12) & (p.z < -0.12) & (np.abs(yy - 1.75) < 1.0)
        c = np.where(
            (trim | dots)[:, None], lin("#ecd9c4") * (0.7 + 0.4 * n)[:, None], c
        )
        c = np.where(dark[:, None], lin("#5a2016") * 0.6, c)
        lat = dark & (
            (np.mod(p.x * 9 + p.y * 9, 1) < 0.35)
            | (np.mod(p.x * 9 - p.y * 9, 1) < 0.35)
        )
        c = np.where(lat[:, None], lin("#8a3e2c"), c)
        streak = smooth(0.55, 0.8, tex(p.x * 0.3, p.y * 0.01, 6))
        return Skin(colour=(c * (1 - 0.3 * streak)[:, None]).astype(F32))

    w = World(
        parts=[Part(dist=facade, skin=skin)],
        sun=(-0.8, 0.55, -0.55),
        sunlight=lin("#ffe6cc") * F32(2.9),
        above=lin("#7d9cc4") * F32(0.7),
        below=lin("#7a5a4c"),
        far=120,
        steps=140,
        ao=0.9,
        penumbra=30,
        sky=lambda rd: mix(lin("#bcd0e6"), lin("#5f8fc8"), smooth(0, 0.6, rd[:, 1])),
    )
    img, dep = render(f, w, Eye(at=(-8, 2.6, -24), to=(0.8, 10.8, 0), zoom=1.05), aa=4)
    img = lens(img, dep, 22, 0.016)
    pen, rng = Pen(f), f.rng(2)
    for _ in range(9):
        x, y, s = (
            rng.uniform(0.2, 1.3),
            rng.uniform(0.1, 0.6),
            rng.uniform(0.007, 0.014),
        )
        t = rng.uniform(-0.5, 0.5)
        pen.poly(
            [
                (x - s * 1.4, y - s * (0.7 + t)),
                (x - s * 0.4, y - s * 0.1),
                (x, y + s * 0.18),
                (x + s * 0.4, y - s * 0.1),
                (x + s * 1.3, y - s * (0.6 - t)),
                (x + s * 0.3, y + s * 0.3),
                (x - s * 0.4, y + s * 0.25),
            ]
        )
    img = mix(img, lin("#3a3840"), pen.mask(0.0015) * 0.85)
    return photo(f, bloom(img, 0.2), exposure=1.0, grain=0.003)


SCENES = {
    "hyderabad_minarets": hyderabad_minarets,
    "jaipur_pink_walls": jaipur_pink_walls,
}
