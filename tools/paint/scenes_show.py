"""Paint the arts: a theatre stage, a concert, a cinema."""

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
)
from figures import crowd, person, sari
from march import (
    Eye,
    Hit,
    Lamp,
    Part,
    Skin,
    World,
    box,
    cell,
    flat,
    lens,
    render,
    rep,
)
from parts import cone, lights, sun_glow


def theatre_stage(f: Frame) -> Array:
    """A single figure in a spotlight between red curtains."""
    drape = np.sin(f.x * 95 + 2.4 * np.sin(f.x * 17) + 0.8 * np.sin(f.y * 5 + f.x * 9))
    fold = (0.5 + 0.5 * drape) ** 1.4
    n = fbm(f, 0.3, 0.4, 3)
    back = (
        lin("#1a1220")[None, None]
        * (0.35 + 0.9 * n * smooth(0.75, 0.2, f.y))[..., None]
    )
    floor = smooth(0.71, 0.713, f.y)
    d = np.clip(f.y - 0.62, 0.02, None)
    u = (f.x - 0.75) / d
    plank = np.abs(np.mod(u * 3.2, 1) - 0.5)
    wood = (
        lin("#5a3016")[None, None]
        * (
            (0.5 + 0.8 * tex(u * 0.9 + np.floor(u * 3.2) * 0.37, 0.08 / d))
            * smooth(0.0, 0.05, plank)
        )[..., None]
    )
    pool = np.exp(-((((f.x - 0.77) / 0.26) ** 2 + ((f.y - 0.8) / 0.062) ** 2) ** 1.6))
    wood = (
        wood
        * (0.16 + 3.0 * pool + 0.25 * np.exp(-(((f.x - 0.75) / 0.5) ** 2)))[..., None]
    )
    img = mix(back.astype(F32), wood.astype(F32), floor)
    flats = Pen(f)
    for x, w in ((0.5, 0.06), (0.56, 0.04), (0.95, 0.05), (1.02, 0.07)):
        flats.poly(
            [(x, 0.71), (x, 0.3), (x + w / 2, 0.24), (x + w, 0.3), (x + w, 0.71)]
        )
    img = mix(img, lin("#2a1d33") * 0.55, flats.mask(0.003) * 0.8)
    beam = cone(f, (0.6, -0.06), (0.77, 0.8), 0.2, 2) + 0.35 * cone(
        f, (1.12, -0.05), (0.82, 0.8), 0.16, 5
    )
    img = img + (beam * 0.7)[..., None] * lin("#ffe8c0")
    pen = Pen(f)
    sari(pen, 0.77, 0.815, 0.29)
    for side in (-1, 1):
        lift = 0.03 if side < 0 else 0.0
        pts = [
            (0.765, 0.575),
            (0.8, 0.57),
            (0.828, 0.575 - lift),
            (0.85, 0.53 - lift),
            (0.868, 0.5 - lift),
            (0.873, 0.488 - lift),
            (0.88, 0.505 - lift),
            (0.866, 0.54 - lift),
            (0.845, 0.588 - lift),
            (0.825, 0.6 - lift),
            (0.79, 0.63),
        ]
        pen.poly([(0.77 + side * (x - 0.77), y) for x, y in pts])
    m = pen.mask(0.0008)
    shade = Pen(f)
    shade.dot(0.8, 0.822, 0.09, 0.012)
    img = mix(img, lin("#120a06"), shade.mask(0.006) * 0.75)
    lit = smooth(0.815, 0.74, f.x + 0.01 * np.sin(f.x * 260 + f.y * 14))
    cloth = mix(
        lin("#5a1420") * 0.5,
        lin("#e08a3a") * 0.9,
        lit * (0.45 + 0.55 * smooth(0.83, 0.55, f.y)),
    )
    img = mix(img, cloth * (0.6 + 0.7 * fbm(f, 0.02, 0.12, 9, 3))[..., None], m)
    rim = np.clip(m - np.roll(m, round(0.004 * f.h), 1), 0, 1)
    img = img + blur(rim, 0.001)[..., None] * lin("#fff0d0") * F32(0.6)
    swag = 0.115 + 0.045 * np.abs(np.sin(f.x * 6.28)) + 0.01 * np.sin(f.x * 70)
    edge_l = (
        0.27
        + 0.1 * smooth(0.2, 0.85, f.y) ** 2 * -1
        + 0.012 * np.sin(f.y * 9)
        + 0.006 * drape
    )
    edge_r = (
        1.23
        + 0.1 * smooth(0.2, 0.85, f.y) ** 2
        + 0.012 * np.sin(f.y * 8 + 1)
        + 0.006 * drape
    )
    side = np.maximum(
        smooth(edge_l + 0.003, edge_l, f.x), smooth(edge_r - 0.003, edge_r, f.x)
    )
    side = side * smooth(0.86, 0.855, f.y)
    spill = 0.35 + 1.2 * np.exp(
        -np.minimum(np.abs(f.x - 0.3), np.abs(f.x - 1.2)) / 0.12
    ) * smooth(0.0, 0.6, f.y)
    velvet = (
        lin("#a01018")[None, None]
        * ((0.06 + 0.75 * fold) * spill * (0.7 + 0.5 * n))[..., None]
    )
    img = mix(img, velvet.astype(F32), side)
    top = smooth(swag + 0.003, swag, f.y)
    val = (
        lin("#8a0c14")[None, None]
        * ((0.08 + 0.6 * fold) * (0.25 + 1.3 * smooth(0, 0.16, f.y)))[..., None]
    )
    img = mix(img, val.astype(F32), top)
    fringe = smooth(0.008, 0.004, np.abs(f.y - swag - 0.006)) * (
        np.mod(f.x * 300, 1) < 0.7
    )
    img = mix(img, lin("#c9973a") * 0.6, fringe * (f.y < 0.2) * 0.9)
    heads = crowd(f, 0.92, 0.07, 8)
    img = mix(img, lin("#060406"), heads * 0.96)
    rimh = np.clip(heads - np.roll(heads, round(0.004 * f.h), 0), 0, 1)
    img = img + blur(rimh, 0.0015)[..., None] * lin("#d88a4a") * F32(0.12)
    return photo(f, bloom(img, 0.4, 0.8), exposure=1.1)


def music_stage(f: Frame) -> Array:  # noqa: C901
    """Beams of coloured light over a crowd with raised hands."""
    img = mix(
        np.broadcast_to(lin("#06060f"), (f.h, f.w, 3)),
        lin("#1c1030"),
        smooth(0, 0.7, f.y),
    )
    smoke = fbm(f, 0.5, 0.3, 4)
    img = img + (smoke**2 * np.exp(-(((f.y - 0.55) / 0.25) ** 2)) * 0.35)[
        ..., None
    ] * lin("#6a3ad0")
    rng = f.rng(5)
    heads, cols = [], []
    hues = ("#4a7aff", "#b04aff", "#ff3a8a", "#38c8ff", "#ffb060")
    for i in range(11):
        x = 0.14 + i * 0.122
        c = lin(hues[i % 5])
        heads.append((x, 0.115, 7.0))
        cols.append(mix(c, lin("#ffffff"), 0.5))
        foot = (0.75 + (x - 0.75) * rng.uniform(-0.6, 2.0) + rng.normal(0, 0.12), 0.95)
        img = img + (cone(f, (x, 0.115), foot, 0.065, i) * rng.uniform(0.5, 1.1))[
            ..., None
        ] * c * F32(1.7)
    for i, x in enumerate((0.42, 0.62, 0.88, 1.08)):
        c = lin(("#ffd8a0", "#ffe8d0")[i % 2])
        foot = (x + (x - 0.75) * 0.9, -0.2)
        img = img + (cone(f, (x, 0.665), foot, 0.07, 30 + i) * 0.9)[..., None] * c
        heads.append((x, 0.66, 9.0))
        cols.append(c)
    truss = Pen(f)
    for y in (0.075, 0.105):
        truss.line([(0.05, y), (1.45, y)], 0.0045)
    for i in range(48):
        x = 0.05 + i * 0.0292
        truss.line(
            [(x, 0.075 if i % 2 else 0.105), (x + 0.0292, 0.105 if i % 2 else 0.075)],
            0.0025,
        )
    for x in (0.07, 1.43):
        truss.line([(x, 0.08), (x, 0.7)], 0.012)
        truss.poly(
            [(x - 0.035, 0.14), (x + 0.035, 0.14), (x + 0.045, 0.4), (x - 0.025, 0.4)]
        )
    img = mix(img, lin("#07060c"), truss.mask() * 0.9)
    screen = np.exp(
        -((np.abs(f.x - 0.75) / 0.3) ** 12 + (np.abs(f.y - 0.4) / 0.15) ** 12)
    )
    wave = 0.5 + 0.5 * np.sin(f.x * 40 + 6 * tex(f.x * 0.3, f.y * 0.4, 7))
    pix = 0.6 + 0.4 * (np.mod(f.y * 220, 1) < 0.6)
    img = img + (screen * (0.1 + 0.5 * wave**3) * pix)[..., None] * mix(
        lin("#3a2aff"), lin("#ff3a9a"), smooth(0.5, 1.0, f.x)[..., None]
    ) * F32(0.55)
    band = Pen(f)
    for x, h in ((0.58, 0.12), (0.73, 0.135), (0.92, 0.12)):
        person(band, x, 0.682, h, 0.6)
    band.line([(0.55, 0.615), (0.655, 0.59)], 0.007)
    band.dot(0.573, 0.612, 0.017, 0.013)
    band.line([(0.9, 0.61), (0.99, 0.585)], 0.006)
    band.line([(0.757, 0.682), (0.757, 0.585)], 0.003)
    band.line([(0.757, 0.585), (0.742, 0.578)], 0.005)
    for x, r in ((0.82, 0.018), (0.845, 0.012), (0.8, 0.01)):
        band.dot(x, 0.667 - r * 0.3, r, r)
    band.rect(0.35, 0.68, 1.15, 0.74)
    for x in (0.37, 0.44, 1.06, 1.12):
        band.rect(x, 0.63, x + 0.035, 0.69)
    img = mix(img, lin("#030208"), band.mask(0.0006) * 0.96)
    img = img + lights(f, heads, cols, 0.004, 0.05)
    for k, (y, s, hands) in enumerate(
        ((0.735, 0.026, 0.5), (0.79, 0.042, 0.5), (0.87, 0.075, 0.45))
    ):
        m = crowd(f, y, s, 40 + k, hands)
        m = blur(m, 0.0008 + 0.0016 * (k == 2) * 1.5)
        rim = np.clip(m - np.roll(m, round(0.003 * f.h), 0), 0, 1)
        haze = np.exp(-(((f.y - 0.72) / 0.1) ** 2)) * 0.12 * (2 - k)
        img = mix(img, lin("#04030a") + lin("#3a2a80") * haze[..., None], m * 0.97)
        img = img + blur(rim, 0.001)[..., None] * lin("#9a8aff") * F32(0.14 - 0.04 * k)
    bits = [
        (rng.uniform(0, 1.5), rng.uniform(0.1, 0.8), rng.uniform(0.05, 0.6))
        for _ in range(160)
    ]
    bcol = [lin(str(rng.choice(["#ffd080", "#ff80c0", "#80c0ff"]))) for _ in bits]
    img = img + lights(f, bits, bcol, 0.0008) * F32(0.12)
    return photo(f, bloom(img, 0.5, 0.7), exposure=1.1)


def film_projector(f: Frame) -> Array:
    """The beam of a projector over rows of seats in a dark cinema."""

    def seats(x: Array, y: Array, z: Array) -> Array:
        row = cell(z, 1.1, 0, 9)
        u = rep(x + 0.3 * np.mod(row, 2), 0.62)
        yy = y + row * 0.16 - 0.1
        back = box(u, yy - 0.75, rep(z, 1.1, 0, 9), (0.27, 0.36, 0.05), 0.05)
        cushion = box(u, yy - 0.42, rep(z, 1.1, 0, 9) - 0.28, (0.26, 0.07, 0.25), 0.06)
        arm = box(
            np.abs(u) - 0.31,
            yy - 0.6,
            rep(z, 1.1, 0, 9) - 0.2,
            (0.025, 0.03, 0.24),
            0.02,
        )
        return np.minimum(np.minimum(back, cushion), arm) * F32(0.9)

    def heads(x: Array, y: Array, z: Array) -> Array:
        row = cell(z, 1.1, 0, 9)
        i = cell(x + 0.3 * np.mod(row, 2), 0.62)
        u = rep(x + 0.3 * np.mod(row, 2), 0.62) + 0.05 * np.sin(i * 7)
        yy = y + row * 0.16 - 0.1
        r = np.sqrt(
            u * u + (yy - 1.24) ** 2 * 0.75 + rep(z - 0.12, 1.1, 0, 9) ** 2
        ) - F32(0.105)
        body = np.sqrt(
            u * u * 0.35 + (yy - 0.93) ** 2 + rep(z - 0.14, 1.1, 0, 9) ** 2
        ) - F32(0.13)
        return np.where(hash1(i + 3, row) > 0.52, np.minimum(r, body), 0.35) * F32(0.8)

    def velvet(p: Hit) -> Skin:
        n = tex(p.x * 0.8, p.y * 0.8 + p.z, 3)
        return Skin(
            colour=(lin("#a82024") * (0.5 + 0.9 * n)[:, None]).astype(F32), gloss=0.01
        )

    def screen(p: Hit) -> Skin:
        on = (np.abs(p.x) < 5.4) & (np.abs(p.y - 2.4) < 2.35)
        u, v = p.x / 5.4, (p.y - 2.4) / 2.35
        hill = 0.18 * np.sin(u * 4 + 1) + 0.1 * np.sin(u * 11) - 0.25
        pic = mix(lin("#f6e2bc") * 1.1, lin("#9ab4cc"), smooth(-0.2, 1.0, v))
        pic = (
            pic
            + lin("#fff0c8") * np.exp(-((u - 0.35) ** 2 + (v - 0.2) ** 2) * 14)[:, None]
        )
        pic = np.where(
            (v < hill)[:, None], lin("#4a5a4e") * (0.6 + 0.6 * tex(u, v))[:, None], pic
        )
        pic = np.where(
            (v < hill - 0.35 + 0.15 * np.sin(u * 3))[:, None], lin("#2a2a22"), pic
        )
        walker = (np.abs(u + 0.22) < 0.016) & (v > -0.55) & (v < -0.28)
        pic = np.where(walker[:, None], lin("#100c0a"), pic)
        return Skin(
            colour=np.broadcast_to(lin("#0a0a0c"), (len(u), 3)).astype(F32),
            glow=(pic * (on * 1.5)[:, None]).astype(F32),
        )

    lamps = [
        Lamp(at=(x, 2.2, 13), colour=lin("#e6e2d4") * F32(95), size=6, shade=False)
        for x in (-3, 3)
    ]
    w = World(
        parts=[
            Part(dist=seats, skin=velvet),
            Part(dist=heads, skin=flat("#1a1210")),
            Part(dist=lambda _x, _y, z: 15.5 - z, skin=screen),
            Part(
                dist=lambda x, y, z: np.minimum(
                    np.minimum(6.6 - np.abs(x), y + 0.1 + z.clip(0, 10) * 0.145),
                    6.2 - y,
                ),
                skin=flat("#2a2026"),
            ),
        ],
        lamps=lamps,
        above=lin("#1c2030"),
        below=lin("#100c0c"),
        far=30,
        haze=0.01,
        haze_colour=lin("#14161c"),
        ao=0.4,
    )
    img, dep = render(
        f, w, Eye(at=(0.5, 2.35, -3.0), to=(-0.15, 1.45, 8), zoom=1.05), aa=4
    )
    img = lens(img, dep, 6.5, 0.012)
    src = (1.12, -0.03)
    ang = np.arctan2(f.x - src[0], f.y - src[1])
    lo, hi = (
        math.atan2(0.3 - src[0], 0.42 - src[1]),
        math.atan2(1.13 - src[0], 0.42 - src[1]),
    )
    inside = smooth(lo - 0.02, lo + 0.06, ang) * smooth(hi + 0.02, hi - 0.06, ang)
    r = np.hypot(f.x - src[0], f.y - src[1])
    stripes = 0.35 + 0.9 * smooth(0.3, 0.75, tex(ang * 1.4, ang * 0 + 0.3, 6))
    dust = 0.6 + 0.7 * fbm(f, 0.25, 0.18, 8)
    beam = inside * stripes * dust * np.exp(-r * 2.2) * 0.75 * smooth(0.62, 0.3, f.y)
    img = img + beam[..., None] * lin("#e8ecff")
    rng = f.rng(3)
    motes = []
    for _ in range(260):
        a, q = rng.uniform(min(lo, hi), max(lo, hi)), rng.uniform(0.05, 0.75)
        motes.append(
            (
                src[0] + math.sin(a) * q,
                src[1] + math.cos(a) * q,
                rng.uniform(0.01, 0.1) * math.exp(-3 * q),
            )
        )
    img = img + lights(f, motes, [lin("#fff4e0")] * len(motes), 0.001)
    img = img + sun_glow(f, src, lin("#f4f4ff") * F32(1.2), 0.035)
    return photo(f, bloom(img, 0.4, 0.8), exposure=1.15)


SCENES = {
    "theatre_stage": theatre_stage,
    "music_stage": music_stage,
    "film_projector": film_projector,
}
