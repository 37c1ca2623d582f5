"""Paint sport: a night match, a stick and ball, a track."""

import math

import numpy as np
from core import (
    F32,
    Array,
    Frame,
    Pen,
    bloom,
    blur,
    hash1,
    lin,
    mix,
    photo,
    smooth,
    tex,
    wide,
)
from figures import crowd, person
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
)
from parts import bokeh, lights, ridge, sun_glow


def cricket_floodlights(f: Frame) -> Array:  # noqa: C901, PLR0915
    """A night match under floodlights, seen from the upper stand."""

    def rim(x: Array, z: Array) -> Array:
        return np.hypot(x * 0.92, z - 0.0)

    def bowl(x: Array, y: Array, z: Array) -> Array:
        r = rim(x, z)
        step = np.floor((r - 84).clip(0) / 0.9) * 0.9
        return np.maximum(
            (y - np.where(r > 84, 2.2 + step * 0.5, 0.0)) * F32(0.6), r - 128
        )

    def bowl_skin(p: Hit) -> Skin:
        r, a = rim(p.x, p.z), np.arctan2(p.z, p.x)
        row, seat = np.floor((r - 84) / 0.9), np.floor(a * 118)
        k, k2 = hash1(row, seat), hash1(seat, row + 7)
        pal = np.array(
            [
                lin(c)
                for c in (
                    "#2a4f9a",
                    "#2a4f9a",
                    "#c86a2a",
                    "#b8b8b0",
                    "#1c2230",
                    "#7a2a2a",
                    "#c0a070",
                    "#30363f",
                )
            ]
        )
        c = pal[(k * 7.99).astype(int)] * (0.35 + 0.9 * k2)[:, None]
        aisle = np.mod(a * 118, 40) < 1.6
        c = np.where(aisle[:, None], lin("#8a8a88") * 0.6, c)
        rope = (r > 74.4) & (r < 74.9)
        ring = np.where(np.mod(np.floor(p.x / 6.5), 2) > 0, 1.0, 0.78)
        ring = ring * np.where(np.mod(np.floor(p.z / 6.5), 2) > 0, 1.0, 0.9)
        n = tex(p.x * 0.05, p.z * 0.05) * 0.5 + tex(p.x * 0.8, p.z * 0.8, 3) * 0.5
        grass = lin("#4a7038") * (ring * (0.6 + 0.6 * n))[:, None]
        strip = (np.abs(p.x) < 1.6) & (np.abs(p.z) < 11)
        square = (np.abs(p.x) < 11) & (np.abs(p.z) < 12)
        grass = np.where(
            square[:, None], lin("#6a7a44") * (0.6 + 0.6 * n)[:, None], grass
        )
        grass = np.where(
            strip[:, None], lin("#c0aa80") * (0.7 + 0.4 * n)[:, None], grass
        )
        inner = np.abs(np.hypot(p.x, np.maximum(np.abs(p.z) - 10, 0)) - 27.4) < 0.22
        grass = np.where((rope | inner)[:, None], lin("#e8e8e0"), grass)
        c = np.where((r < 84)[:, None], grass, c)
        board = (r > 83.6) & (r < 84.9) & (p.y < 2.1) & (p.y > 0.15)
        hue = hash1(np.floor(a * 9), np.floor(a * 9) + 2)[:, None]
        ad = (
            mix(lin("#2a6ad8"), lin("#e8e8f0"), smooth(0.4, 0.6, hue))
            * (0.5 + 0.6 * tex(a * 2.5, p.y * 0.1, 5))[:, None]
        )
        glow = np.where(board[:, None], ad * 1.1, 0)
        phone = (r > 86) & (hash1(seat + 5, row) > 0.9965)
        glow = glow + lin("#f4f6ff") * (phone * 7.0)[:, None]
        return Skin(colour=c.astype(F32), glow=glow.astype(F32))

    def roof(x: Array, y: Array, z: Array) -> Array:
        r, a = rim(x, z), np.arctan2(z, x)
        sheet = np.maximum(
            np.abs(y - 31 + (r - 104) * 0.12) - 0.4, np.maximum(100 - r, r - 132)
        )
        sheet = np.maximum(
            sheet, np.where(np.abs(np.mod(a / 0.52, 1) - 0.5) < 0.44, -9.0, 1.0)
        )
        return np.maximum(sheet, -40 - z) * F32(0.6)

    masts = ((-72, 95, 58), (66, 98, 58), (-118, 30, 60), (116, 34, 60))

    def heaven(rd: Array) -> Array:
        v = np.clip(rd[:, 1], 0, 1)
        return mix(lin("#33486a") * 0.7, lin("#070b18"), smooth(0.0, 0.45, v))

    w = World(
        parts=[Part(dist=bowl, skin=bowl_skin), Part(dist=roof, skin=flat("#59616c"))],
        lamps=[
            Lamp(
                at=(x * 0.8, h, z * 0.8),
                colour=lin("#f0f4ff") * F32(2300),
                size=10,
                shade=False,
            )
            for x, z, h in masts
        ]
        + [
            Lamp(
                at=(0, 55, -60), colour=lin("#f0f4ff") * F32(900), size=10, shade=False
            )
        ],
        above=lin("#2a3850"),
        below=lin("#1a2418"),
        sky=heaven,
        far=420,
        haze=0.0022,
        haze_colour=lin("#3a4e70"),
        ao=2.5,
        steps=130,
    )
    eye = Eye(at=(-16, 27, -101), to=(2, 9.5, 20), zoom=1.2)
    img, dep = render(f, w, eye, aa=5)
    rng = f.rng(8)
    people = [
        (-0.9, 9.6, 1),
        (0.9, -9.4, 1),
        (0.6, -16, 0),
        (-0.4, 14.5, 0),
        (3.2, 13.0, 0),
        (-2.5, 0, 2),
        (-9, 3, 2),
    ]
    people += [
        (-24, 8, 0),
        (22, 14, 0),
        (-30, -22, 0),
        (34, -18, 0),
        (6, 48, 0),
        (-44, 30, 0),
        (48, 34, 0),
    ]
    for x, z, team in people:
        px, py, _ = project(eye, f, (x, 0, z))
        h = py - project(eye, f, (x, 1.85, z))[1]
        pen, shade = Pen(f, 3), Pen(f)
        person(pen, px, py, h, rng.uniform(0.2, 0.9))
        for dx in (-1.5, 1.5):
            shade.line([(px, py), (px + dx * h, py - 0.3 * h)], h * 0.12)
            shade.line([(px, py), (px + dx * h * 0.7, py + 0.25 * h)], h * 0.12)
        img = mix(img, lin("#12200c"), shade.mask(0.001) * 0.4)
        kit = lin(("#2a55b0", "#d8a838", "#e8e8e4")[team])
        img = mix(
            img,
            mix(kit * 1.1, kit * 0.3, smooth(py - h * 0.5, py - h * 0.3, f.y) * 0.6),
            pen.mask(0.0003),
        )
    pts, cols, steel = [], [], Pen(f)
    for x, z, h in masts:
        (tx, ty, d), (bx, by, _) = (
            project(eye, f, (x * 1.15, h, z * 1.15)),
            project(eye, f, (x * 1.15, 20, z * 1.15)),
        )
        s = 9.0 / d
        steel.line([(bx - s * 0.12, by), (tx, ty)], s * 0.07)
        steel.line([(bx + s * 0.12, by), (tx, ty)], s * 0.07)
        for i in range(7):
            for j in range(6):
                pts.append((tx + (i - 3) * s * 0.13, ty + (j - 2.5) * s * 0.13, 75.0))
                cols.append(lin("#f0f4ff"))
        img = img + sun_glow(f, (tx, ty), lin("#b8d0ff") * F32(0.6), 0.1)
    img = mix(img, lin("#0c1220"), steel.mask() * (dep > 200) * 0.9)
    img = img + lights(f, pts, cols, 0.0022, 0.035)
    for y, s, soft in ((0.955, 0.052, 0.004), (1.01, 0.085, 0.009)):
        m = blur(crowd(f, y, s, int(s * 1000), 0.16), soft)
        img = mix(np.minimum(img, 1.5), lin("#07090e"), m)
    return photo(f, bloom(img, 0.3, 0.9), exposure=1.0)


def hockey_turf(f: Frame) -> Array:
    """A stick and ball on wet blue turf, spray in the air."""

    def stick(x: Array, y: Array, z: Array) -> Array:
        u = x - 0.12
        k = np.clip((y - 0.06) / 1.2, 0, 1)
        shaft = np.maximum(
            np.hypot(u + 0.42 * k - 0.02, (z - 0.08 - 0.15 * k) * 1.3) - 0.026,
            np.maximum(y - 1.3, 0.07 - y),
        ) * F32(0.85)
        a = np.hypot(u - 0.09, y - 0.105) - 0.075
        hook = np.maximum(np.hypot(a, (z - 0.08) * 0.8) - 0.025, y - 0.12)
        return np.minimum(shaft, hook)

    def ball(x: Array, y: Array, z: Array) -> Array:
        r = np.sqrt((x - 0.36) ** 2 + (y - 0.04) ** 2 + (z + 0.02) ** 2)
        a = hash1(np.round(np.arctan2(y - 0.04, x - 0.36) * 6), np.round(z * 160))
        return r - F32(0.037) + 0.0006 * a

    def turf(p: Hit) -> Skin:
        n = tex(p.x * 3.0, p.z * 3.0, 3) * 0.6 + tex(p.x * 12, p.z * 12, 4) * 0.4
        c = lin("#1d5fae") * (0.35 + 1.1 * n)[:, None]
        line = (np.abs(p.z - 0.9 + 0.16 * p.x) < 0.04) & (n > 0.3)
        c = np.where(line[:, None], lin("#e6ebee") * (0.7 + 0.4 * n)[:, None], c)
        wet = smooth(0.55, 0.75, tex(p.x * 0.5, p.z * 0.35, 5))
        drop = (hash1(np.round(p.x * 110), np.round(p.z * 110)) > 0.985)[:, None]
        c = np.where(drop, lin("#eaf2fa"), c)
        return Skin(
            colour=c.astype(F32), gloss=(0.02 + 0.14 * wet).astype(F32), rough=0.03
        )

    def heaven(rd: Array) -> Array:
        u, v = rd[:, 0] / rd[:, 2].clip(0.1), rd[:, 1] / rd[:, 2].clip(0.1)
        c = mix(lin("#2f5a34") * 0.7, lin("#1a2c3c"), smooth(-0.02, 0.03, v))
        spots = smooth(0.45, 0.8, tex(u * 6, v * 9, 6, 4)) * smooth(0.02, 0.06, v)
        c = mix(
            c,
            mix(
                lin("#b8763a"),
                lin("#7f9cc0"),
                smooth(0.4, 0.65, tex(u * 5, v * 6, 8, 3)),
            ),
            spots * 0.35,
        )
        return mix(
            c,
            mix(lin("#f3c890"), lin("#7f9cc4"), smooth(0.2, 0.7, v)),
            smooth(0.2, 0.24, v),
        )

    w = World(
        parts=[
            Part(dist=stick, skin=flat("#c9a14a", 0.08, 0.03)),
            Part(dist=ball, skin=flat("#f4f2ea", 0.03)),
            Part(dist=lambda _x, y, _z: y, skin=turf),
        ],
        sun=(0.7, 0.55, 0.4),
        sunlight=lin("#ffd8a4") * F32(4.2),
        above=lin("#6a86ac") * F32(0.8),
        below=lin("#20406a"),
        sky=heaven,
        far=26,
        ao=0.12,
        penumbra=30,
    )
    eye = Eye(at=(0.55, 0.26, -1.35), to=(0.22, 0.235, 0.3), zoom=1.35)
    img, dep = render(f, w, eye, aa=5)
    img = lens(img, dep, 1.38, 0.016)
    rng, pts = f.rng(3), []
    px, py, _ = project(eye, f, (0.36, 0.03, -0.02))
    for _ in range(420):
        a, r = rng.uniform(-2.9, -0.2), abs(rng.normal(0, 0.16))
        pts.append(
            (
                px + math.cos(a) * r * 1.5,
                py + math.sin(a) * r * 0.8,
                rng.uniform(0.05, 0.9) * math.exp(-r * 3),
            )
        )
    img = img + lights(f, pts, [lin("#fff2dc")] * len(pts), 0.0011, 0.0) * F32(0.9)
    img = img + bokeh(
        f,
        [(p[0] * 1.0, p[1], 0.12) for p in pts[::9]],
        [lin("#ffeccc")] * len(pts[::9]),
        0.006,
    )
    return photo(f, bloom(img, 0.3, 0.9), exposure=0.85)


def running_track(f: Frame) -> Array:
    """Lanes of a red track in low sun, starting blocks waiting."""

    def track(p: Hit) -> Skin:
        u = p.x - 0.0009 * (p.z - 34).clip(0) ** 2 * 1.0
        n = tex(p.x * 6, p.z * 6, 3) * 0.6 + tex(p.x * 0.06, p.z * 0.06) * 0.6
        c = lin("#a83a24") * (0.3 + 0.85 * n)[:, None]
        line = np.abs(rep(u, 1.22, -4, 4)) < 0.028
        start = (np.abs(p.z - 5.2) < 0.03) & (np.abs(u) < 4.9)
        wear = 0.6 + 0.5 * tex(p.x * 3, p.z * 3, 5)
        c = np.where((line | start)[:, None], lin("#f0ece2") * wear[:, None], c)
        out = np.abs(u) > 4.91
        stripe = np.where(np.mod(p.z, 9) > 4.5, 1.0, 0.8)
        grass = (
            lin("#4a6a26") * ((0.35 + 0.9 * tex(p.x * 4, p.z * 4, 4)) * stripe)[:, None]
        )
        return Skin(colour=np.where(out[:, None], grass, c).astype(F32))

    def blocks(x: Array, y: Array, z: Array) -> Array:
        u = rep(x - 0.61, 1.22, -4, 3)
        bar = box(u, y - 0.02, z - 4.72, (0.04, 0.018, 0.36))
        c, s = 0.72, 0.69
        d = bar
        for ox, oz in ((-0.1, 4.62), (0.1, 4.85)):
            a, b = y - 0.1, z - oz
            d = np.minimum(
                d,
                box(u - ox, a * c + b * s, b * c - a * s, (0.065, 0.015, 0.12), 0.008),
            )
        return d * F32(0.9)

    def hurdles(x: Array, y: Array, z: Array) -> Array:
        u, v = rep(x - 0.61, 1.22, -4, 3), rep(z - 24, 12, 0, 3)
        top = box(u, y - 0.95, v, (0.56, 0.045, 0.012))
        leg = box(np.abs(u) - 0.5, y - 0.47, v, (0.018, 0.47, 0.018))
        foot = box(np.abs(u) - 0.5, y - 0.02, v + 0.3, (0.02, 0.02, 0.35))
        return np.minimum(top, np.minimum(leg, foot))

    def hurdle_skin(p: Hit) -> Skin:
        u = rep(p.x - 0.61, 1.22, -4, 3)
        red = (np.abs(np.abs(u) - 0.28) < 0.14) & (p.y > 0.88)
        return Skin(
            colour=np.where(
                red[:, None], lin("#b8281e"), wide(lin("#e6e2d8"), p.x)
            ).astype(F32)
        )

    def heaven(rd: Array) -> Array:
        v = np.clip(rd[:, 1], 0, 1)
        c = mix(lin("#ffcf90") * 1.2, lin("#5f88b8"), smooth(0.0, 0.42, v))
        k = rd[:, 1].clip(0.03)
        n = smooth(0.5, 0.8, tex(rd[:, 0] / k * 0.04, rd[:, 2] / k * 0.02 + 0.1, 6))
        c = mix(c, lin("#ffe2c0") * 1.1, n * 0.7)
        s = rd @ (np.array([0.33, 0.1, 0.94], F32) / F32(1.002))
        return (
            c
            + lin("#ffd8a0")
            * (np.exp(-(1 - s) * 900) * 4 + np.exp(-(1 - s) * 60) * 0.6)[:, None]
        )

    w = World(
        parts=[
            Part(dist=lambda _x, y, _z: y, skin=track),
            Part(dist=blocks, skin=flat("#8d9498", 0.1, 0.05)),
            Part(dist=hurdles, skin=hurdle_skin),
        ],
        sun=(0.5, 0.26, 0.82),
        sunlight=lin("#ffbf7a") * F32(4.4),
        above=lin("#7f9cc4") * F32(0.7),
        below=lin("#5a3020"),
        sky=heaven,
        far=260,
        haze=0.004,
        haze_colour=lin("#ffcf98"),
        ao=0.2,
        penumbra=40,
    )
    eye = Eye(at=(-0.35, 0.72, 2.2), to=(0.6, 0.42, 10), zoom=1.1)
    img, dep = render(f, w, eye, aa=5)
    hy = project(eye, f, (0, 0.72, 4000))[1]
    stand = Pen(f)
    stand.poly(
        [(-0.1, hy + 0.004), (-0.1, hy - 0.13), (0.5, hy - 0.085), (0.56, hy + 0.004)]
    )
    stand.poly(
        [(-0.1, hy - 0.17), (0.55, hy - 0.115), (0.53, hy - 0.1), (-0.1, hy - 0.15)]
    )
    for i in range(6):
        stand.line([(0.1 * i, hy - 0.15 + 0.01 * i), (0.1 * i - 0.01, hy)], 0.004)
    m = np.maximum(
        stand.mask(),
        ridge(f, hy - 0.02, 0.03, 5, 0.14)
        * (f.y < hy + 0.003)
        * smooth(0.45, 0.6, f.x),
    )
    img = mix(
        img,
        mix(lin("#8a6448"), lin("#ffcf90"), smooth(0.4, 1.3, f.x) * 0.5),
        blur(m, 0.004) * 0.85,
    )
    img = lens(img, np.where(dep > 250, 120, dep), 3.4, 0.009)
    return photo(f, bloom(img, 0.35, 0.9), exposure=0.8)


SCENES = {
    "cricket_floodlights": cricket_floodlights,
    "hockey_turf": hockey_turf,
    "running_track": running_track,
}
