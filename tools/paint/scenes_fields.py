"""Paint open country: ripe wheat, wind turbines, boats on a lake."""

import math

import numpy as np
from core import (
    F32,
    Array,
    Frame,
    Pen,
    bloom,
    fbm,
    frame,
    lin,
    mix,
    photo,
    smooth,
    tex,
    wide,
)
from figures import person, rough
from land import Ground, ridged
from march import Eye, Hit, Part, Skin, World, box, project, render, rep, swell
from parts import clouds, fog, sky, sun_glow, tree_line


def wheat_field(f: Frame) -> Array:
    """Ripe ears against the evening sun."""
    img = sky(
        f,
        [
            (0, "#7f8fa6"),
            (0.25, "#d9b98e"),
            (0.42, "#ffcf85"),
            (0.5, "#ffb868"),
            (1, "#c98a3a"),
        ],
    )
    img = clouds(f, img, 0.47, ("#ffe0a8", "#b8876a"), cover=0.45, scale=0.8)
    img = img + sun_glow(f, (1.05, 0.36), lin("#ffc870") * F32(2.6), 0.09)
    far = tree_line(f, 0.455, 0.035, 4)
    img = mix(img, lin("#8a6238"), far * 0.75)
    img = img + sun_glow(f, (1.05, 0.4), lin("#ff9a40") * F32(0.35), 0.4)
    field = smooth(0.47, 0.478, f.y)
    n = fbm(f, 0.05, 0.008, 6, 5)
    base = mix(lin("#e0a24a"), lin("#6b4214"), smooth(0.47, 0.95, f.y))
    img = mix(img, base * (0.6 + 0.8 * n)[..., None], field)
    rng = f.rng(7)
    for i in range(11):
        k = i / 10
        y = 0.485 + 0.44 * k**1.6
        s = 0.016 + 0.15 * k**1.5
        pen, top = Pen(f), Pen(f)
        for x in np.arange(-0.05, f.a + 0.05, s * 0.15):
            lean, hh = rng.normal(0.12, 0.1) * s, s * rng.uniform(0.75, 1.2)
            px = x + rng.normal(0, s * 0.08)
            tipx, tipy = px + lean * 1.6, y - hh
            pen.line(
                [(px, y + s * 2.4), (px + lean * 0.6, y - hh * 0.5), (tipx, tipy)],
                s * 0.016,
            )
            a = math.atan2(hh, lean * 2) + rng.normal(0, 0.25)
            for j in range(7):
                ex, ey = (
                    tipx + math.cos(a) * s * 0.05 * j,
                    tipy - math.sin(a) * s * 0.05 * j,
                )
                top.dot(ex, ey, s * 0.026, s * 0.032)
                ang = a + (0.35 if j % 2 else -0.35)
                pen.line(
                    [
                        (ex, ey),
                        (ex + math.cos(ang) * s * 0.26, ey - math.sin(ang) * s * 0.26),
                    ],
                    s * 0.006,
                )
        soft = 0.0004 + 0.006 * max(0, k - 0.72) ** 1.2 * 4
        shade = smooth(y - s * 1.1, y + s * 1.4, f.y)
        straw = mix(lin("#ffcf78") * 1.15, lin("#3f2408"), shade)
        img = mix(img, straw, pen.mask(soft) * 0.9)
        dark = smooth(y - s * 0.2, y + s * 1.8, f.y) * 0.55 * (k > 0.3)
        img = mix(img, lin("#3a2208"), dark)
        ears = top.mask(soft)
        rim = np.clip(ears - np.roll(ears, -2, 1), 0, 1)
        img = mix(img, mix(lin("#d08c34"), lin("#5a340c"), shade), ears * 0.95)
        img = img + (rim * (0.9 - shade * 0.8))[..., None] * lin("#ffdf98") * F32(1.2)
    img = img + sun_glow(f, (1.05, 0.42), lin("#ffa850") * F32(0.3), 0.3)
    return photo(f, bloom(img, 0.35, 0.9), exposure=0.85)


def _turbine(
    f: Frame, eye: Eye, at: tuple[float, float, float], size: float, turn: float
) -> tuple[Array, Array]:
    pen, lit = Pen(f, 3), Pen(f, 3)
    x, y0, _ = project(eye, f, at)
    _, y1, _ = project(eye, f, (at[0], at[1] + size, at[2]))
    h = y0 - y1
    pen.poly(
        [
            (x - h * 0.022, y0),
            (x + h * 0.022, y0),
            (x + h * 0.011, y1),
            (x - h * 0.011, y1),
        ]
    )
    lit.poly(
        [
            (x + h * 0.004, y0),
            (x + h * 0.022, y0),
            (x + h * 0.011, y1),
            (x + h * 0.002, y1),
        ]
    )
    pen.dot(x, y1, h * 0.028)
    for b in range(3):
        a = turn + b * 2.0944
        c, s = math.cos(a) * h * 0.62, math.sin(a) * h * 0.62
        nx, ny = -math.sin(a) * h, math.cos(a) * h
        pts = [
            (0.03, 0.012),
            (0.2, 0.03),
            (0.55, 0.017),
            (1, 0.002),
            (1, -0.002),
            (0.2, -0.012),
            (0.03, -0.012),
        ]
        pen.poly(
            [(x + c * t * 0.9 + nx * w, y1 + s * t * 0.9 + ny * w) for t, w in pts]
        )
    return pen.mask(0.0004), lit.mask(0.0004)


def wind_turbines(f: Frame) -> Array:
    """Turbines along green ridges in morning haze."""
    g = frame(1400, 1400, 19)
    h = fbm(g, 0.26, 0.2, 2, 4) * 9 + ridged(1400, 6, 5, 7) * 1.5 + 7 * g.y - 6
    land = Ground(h, 110)

    def heaven(rd: Array) -> Array:
        v = np.clip(rd[:, 1], 0, 1)
        return mix(lin("#ffdcb4") * 1.1, lin("#5f88b4"), smooth(0.0, 0.45, v))

    def skin(p: Hit) -> Skin:
        n = tex(p.x * 0.12, p.z * 0.12) * 0.5 + tex(p.x * 0.9, p.z * 0.9, 3) * 0.5
        c = mix(lin("#5d6a2e"), lin("#b09a58"), smooth(0.4, 0.65, n))
        scrub = smooth(0.56, 0.62, tex(p.x * 1.6, p.z * 1.6, 5)) * smooth(
            0.45, 0.6, tex(p.x * 0.1, p.z * 0.1, 6)
        )
        return Skin(
            colour=mix(c * (0.6 + 0.6 * n)[:, None], lin("#232e14"), scrub * 0.85)
        )

    eye = Eye(at=(0, 9.2, 0.5), to=(0.5, 7.4, 30), zoom=1.35)
    w = World(
        parts=[Part(dist=land.dist, skin=skin)],
        sun=(0.85, 0.3, 0.25),
        sunlight=lin("#ffd09a") * F32(4.2),
        above=lin("#86a4c8") * F32(0.7),
        below=lin("#4a4a2a"),
        sky=heaven,
        haze=0.008,
        haze_colour=lin("#d9c8ba"),
        far=120,
        steps=160,
        ao=0.8,
        penumbra=30,
    )
    img, dep = render(f, w, eye, aa=3)
    img = mix(
        img, clouds(f, img, 0.5, ("#fff0dc", "#c4b4ac"), cover=0.45), 0.8 * (dep > 118)
    )
    rng = f.rng(2)
    for z in (88, 80, 70, 62, 54, 46, 38, 31, 25):
        x = rng.uniform(-0.45, 0.45) * z
        xs = np.linspace(x - 3, x + 3, 25).astype(F32)
        hs = land.at(xs, np.full(25, z, F32))
        i = int(hs.argmax())
        mask, lit = _turbine(
            f, eye, (float(xs[i]), float(hs[i]) - 0.3, z), 5.4, rng.uniform(0, 2)
        )
        seen = mask * (dep > z - 1.2)
        k = math.exp(-0.009 * z)
        body = mix(lin("#e8cfb4"), lin("#8d949c") * 0.8, k)
        img = mix(img, body, seen)
        img = mix(img, mix(lin("#e8cfb4"), lin("#fff2e0") * 1.2, k), lit * seen * 0.9)
    img = img + sun_glow(f, (1.6, 0.2), lin("#ffcf98") * F32(0.4), 0.5)
    return photo(f, bloom(img, 0.2), exposure=0.85)


BOATS = (
    (-0.6, 7.4, 0.35, 1.0),
    (2.9, 12.5, -0.5, 1.0),
    (-5.6, 17.0, 0.9, 1.1),
    (6.4, 26.0, 0.2, 1.1),
    (-1.6, 36.0, -0.7, 1.2),
)


PAINT = ("#2c5f78", "#8f3d2e", "#a9803e", "#4c6a55", "#7a4a5a")


def _in_boat(
    x: Array, z: Array, boat: tuple[float, float, float, float]
) -> tuple[Array, Array]:
    bx, bz, turn, size = boat
    c, s = math.cos(turn), math.sin(turn)
    return ((x - bx) * c + (z - bz) * s) / F32(size), (
        (z - bz) * c - (x - bx) * s
    ) / F32(size)


def _boat(u: Array, y: Array, v: Array) -> Array:
    """Give the distance to a wooden boat, five heights long, afloat at y = 0."""
    t = np.clip(u / 2.6, -1, 1)
    rim = 0.34 + 0.34 * t * t + 0.3 * np.abs(t) ** 6
    beam = 0.62 * np.clip(1 - np.abs(t) ** 2.4, 0.0, 1) ** 0.8
    body = np.abs(v) - beam * (0.72 + 0.28 * np.clip(y / 0.4, -1, 1)) - 0.02
    hull = np.maximum(np.maximum(body, np.abs(u) - 2.62), np.maximum(y - rim, -0.2 - y))
    inner = np.maximum(
        np.abs(v) - beam * (0.7 + 0.28 * np.clip(y / 0.4, -1, 1)) + 0.03, 0.06 - y
    )
    seats = box(rep(u, 1.1, -1, 1), y - 0.3, v, (0.13, 0.02, 0.55))
    seats = np.maximum(seats, np.abs(v) - beam)
    return np.minimum(np.maximum(hull, -inner) * F32(0.6), seats * F32(0.8))


def bhopal_lake_boats(f: Frame) -> Array:  # noqa: C901, PLR0915
    """Wooden boats on a still lake in morning mist."""

    def fleet(x: Array, y: Array, z: Array) -> Array:
        d = np.full_like(x, 1e3)
        for boat in BOATS:
            u, v = _in_boat(x, z, boat)
            outer = np.sqrt(u * u + v * v + y * y) - F32(3.0)
            i = np.flatnonzero(outer < 0.4)
            d = np.where(outer < 0.4, d, np.minimum(d, outer))
            if len(i):
                d[i] = np.minimum(d[i], _boat(u[i], y[i], v[i]))
        return d

    def planks(p: Hit) -> Skin:
        c = np.zeros((len(p.x), 3), F32)
        for boat, hue in zip(BOATS, PAINT, strict=True):
            u, v = _in_boat(p.x, p.z, boat)
            t = np.clip(u / 2.6, -1, 1)
            rim = 0.34 + 0.34 * t * t + 0.3 * np.abs(t) ** 6
            n = tex(u * 0.06, (p.y - rim) * 0.9 + v * 0.3, 3)
            stripe = np.abs(p.y - rim + 0.09) < 0.035
            top = p.y > rim - 0.02
            seam = np.abs(rep(p.y - rim, 0.15)) < 0.006
            skin = wide(lin(hue), p.x) * (0.45 + 0.8 * n)[:, None]
            worn = smooth(0.55, 0.75, tex(u * 0.15, p.y * 0.5 + v * 0.2, 5))
            skin = mix(skin, lin("#8a7660"), worn * 0.5)
            skin = np.where(
                (stripe | top)[:, None], lin("#d8ccb0") * (0.5 + 0.5 * n)[:, None], skin
            )
            inside = (
                np.abs(v)
                < 0.5 * 0.62 * np.clip(1 - np.abs(t) ** 2.4, 0, 1) ** 0.8 + 0.1
            )
            skin = np.where(
                (inside & (p.n[:, 1] > 0.3))[:, None],
                lin("#6b4a30") * (0.4 + 0.9 * n)[:, None],
                skin,
            )
            mine = (u * u + v * v < 9.0)[:, None]
            c = np.where(mine, skin * np.where(seam, 0.6, 1)[:, None], c)
        wet = smooth(0.1, 0.0, p.y)
        return Skin(
            colour=(c * (1 - 0.5 * wet)[:, None]).astype(F32), gloss=0.02, rough=0.02
        )

    def lake(x: Array, y: Array, z: Array) -> Array:
        return swell(x, y, z, 0.012, ripple) * F32(0.9)

    def ripple(x: Array, z: Array) -> Array:
        return 0.018 * (tex(x * 0.03, z * 0.05, 4, 5) - 0.5)

    def glass(p: Hit) -> Skin:
        return Skin(colour=wide(lin("#3f5058"), p.x), gloss=0.5, rough=0.001)

    def heaven(rd: Array) -> Array:
        v = np.clip(rd[:, 1], 0, 1)
        c = mix(lin("#f6d9b4") * 1.05, lin("#9fb0c2"), smooth(0.0, 0.5, v))
        sun = rd @ (np.array([0.12, 0.17, 0.98], F32))
        c = c + lin("#ffcf98") * (np.exp(-(1 - sun) * 130) * 0.7)[:, None]
        az = rd[:, 0] / rd[:, 2].clip(0.2)
        for i, (h, size, tone) in enumerate(
            ((0.085, 0.16, "#c4bdb6"), (0.06, 0.24, "#a5a6a8"), (0.034, 0.4, "#80888c"))
        ):
            hill = h * (0.25 + 1.3 * tex(az * size + 0.13 * i, az * 0 + 0.21 * i, 6))
            veil = smooth(0.0, h, v)
            hue = mix(lin("#f0d8bc"), lin(tone), veil)
            c = np.where((rd[:, 1] < hill)[:, None], hue, c)
        return c.astype(F32)

    w = World(
        parts=[Part(dist=fleet, skin=planks), Part(dist=lake, skin=glass)],
        sun=(0.12, 0.3, 0.95),
        sunlight=lin("#ffd6a4") * F32(1.6),
        above=lin("#b4bcc6"),
        below=lin("#5a5a58"),
        sky=heaven,
        far=400,
        haze=0.017,
        haze_colour=lin("#efd9be"),
        ao=0.3,
        steps=110,
    )
    eye = Eye(at=(0.4, 1.75, 0.0), to=(0.2, 1.15, 10), zoom=1.15)
    img, _ = render(f, w, eye, aa=5)
    pen = Pen(f)
    px, py, _ = project(eye, f, (2.75, 0.25, 12.5))
    h = py - project(eye, f, (2.75, 1.3, 12.5))[1]
    person(pen, px, py + h * 0.1, h * 1.05)
    pen.line([(px + h * 0.1, py - h * 0.5), (px + h * 1.1, py + h * 0.32)], h * 0.022)
    seated = rough(f, pen.mask(0.0006), h * 0.02, h * 0.1) * (f.y < py - h * 0.02)
    img = mix(img, lin("#3a3634"), seated)
    img = fog(f, img, "#f0dcc4", 0.40, 0.035, amount=0.6, salt=83)
    return photo(f, bloom(img, 0.2, 0.9), exposure=0.85, sat=0.95)


SCENES = {
    "wheat_field": wheat_field,
    "wind_turbines": wind_turbines,
    "bhopal_lake_boats": bhopal_lake_boats,
}
