"""Paint the capital: a dome at nightfall, a gate in fog."""

import numpy as np
from core import F32, Array, Frame, Pen, bloom, fbm, lin, mix, photo, smooth, tex
from figures import leafy, person, sari
from march import Eye, Hit, Lamp, Part, Skin, World, box, flat, render, rep, tube
from parts import sun_glow, tree_line


def parliament_dome(f: Frame) -> Array:
    """A lit dome over columns at blue hour, mirrored in a pool."""

    def dome(x: Array, y: Array, z: Array) -> Array:
        r = np.sqrt(x * x + ((y - 16.5) * 0.92) ** 2 + z * z) - 7.2
        rib = 0.1 * np.abs(np.cos(np.arctan2(z, x) * 12)) ** 8
        lantern = tube(x, y - 25.4, z, 1.1, 1.3)
        tip = np.maximum(
            np.hypot(x, z) - 0.16 * (31 - y).clip(0.2, 4), np.abs(y - 28.4) - 2
        )
        return np.minimum(
            np.minimum(np.maximum(r - rib, 15.8 - y), lantern), tip
        ) * F32(0.85)

    def ring(x: Array, y: Array, z: Array) -> Array:
        a = np.arctan2(z, x)
        r = np.hypot(x, z)
        k = 2 * np.pi / 28
        col = np.maximum(np.hypot(rep(a, k) * r, r - 7.6) - 0.3, np.abs(y - 13.2) - 2.4)
        drum = tube(x, y - 12.5, z, 6.6, 3.4)
        lip = tube(x, y - 15.9, z, 8.2, 0.3)
        foot = tube(x, y - 10.4, z, 8.4, 0.5)
        return np.minimum(np.minimum(col, drum), np.minimum(lip, foot)) * F32(0.85)

    def hall(x: Array, y: Array, z: Array) -> Array:
        body = box(x, y - 5.4, z, (27, 4.4, 8.4))
        eave = box(x, y - 9.9, z, (28, 0.4, 9.8))
        col = np.maximum(
            np.hypot(rep(x, 2.3, -11, 11), z + 9.2) - 0.42, np.abs(y - 5.2) - 4.5
        )
        steps = box(x, y - 0.6, z + 4, (30, 0.6, 8))
        front = box(x, y - 10.8, z + 6, (7.5, 1.0, 3.9))
        gable = np.maximum(
            np.abs(x) * 0.34 + y - 14.2, np.maximum(10.5 - y, np.abs(z + 6) - 3.7)
        )
        return np.minimum(
            np.minimum(np.minimum(body, eave), np.minimum(col, steps)),
            np.minimum(front, gable),
        ) * F32(0.85)

    def stone(p: Hit) -> Skin:
        n = tex(p.x * 0.06, p.y * 0.06 + p.z * 0.05)
        c = lin("#d0b79a") * (0.65 + 0.5 * n)[:, None]
        win = (
            (np.abs(rep(p.x, 2.3) - 1.15) > 0.85)
            & (p.z > -8.6)
            & (p.z < -8.2)
            & (np.abs(p.y - 5.0) < 2.3)
        )
        drum = (
            (np.abs(np.hypot(p.x, p.z) - 6.6) < 0.08)
            & (np.abs(p.y - 13.2) < 1.5)
            & (np.abs(rep(np.arctan2(p.z, p.x) + 0.112, 2 * np.pi / 28)) < 0.05)
        )
        glow = lin("#ffc878") * (win * 0.55 + drum * 0.8)[:, None]
        return Skin(colour=c.astype(F32), glow=glow.astype(F32))

    def ground(p: Hit) -> Skin:
        pool = (np.abs(p.x) < 13) & (p.z < -19) & (p.z > -75)
        n = tex(p.x * 0.1, p.z * 0.1)
        c = np.where(
            pool[:, None], lin("#05080c"), lin("#5a5248") * (0.5 + 0.6 * n)[:, None]
        )
        lawn = (np.abs(p.x) > 17) & (p.z < -17)
        c = np.where(lawn[:, None], lin("#25361d") * (0.5 + n)[:, None], c)
        return Skin(
            colour=c.astype(F32),
            gloss=np.where(pool, 0.75, 0.05).astype(F32),
            rough=0.0015,
        )

    def heaven(rd: Array) -> Array:
        v = np.clip(rd[:, 1], 0, 1)
        c = mix(lin("#e89a6a") * 0.55, lin("#1d3a72") * 0.75, smooth(0.0, 0.32, v))
        k = rd[:, 1].clip(0.03)
        n = smooth(0.45, 0.85, tex(rd[:, 0] / k * 0.045, rd[:, 2] / k * 0.03 + 0.2, 6))
        return mix(c, lin("#8a6a88") * 0.5, n * 0.7)

    warm = lin("#ffb868")
    lamps = [
        Lamp(at=(x, 2.0, -14), colour=warm * F32(11), size=9)
        for x in (-20, -10, 0, 10, 20)
    ]
    lamps += [
        Lamp(at=(x, 11.2, -9.5), colour=warm * F32(16), size=4, shade=False)
        for x in (-7, 7)
    ]
    lamps += [Lamp(at=(0, 17.5, -13), colour=warm * F32(22), size=6, shade=False)]
    w = World(
        parts=[
            Part(dist=dome, skin=stone),
            Part(dist=ring, skin=stone),
            Part(dist=hall, skin=stone),
            Part(dist=lambda _x, y, _z: y, skin=ground),
        ],
        lamps=lamps,
        above=lin("#3a527f") * F32(0.8),
        below=lin("#2a2420"),
        sky=heaven,
        far=260,
        haze=0.0015,
        haze_colour=lin("#5a5a78"),
        ao=1.5,
        steps=110,
    )
    img, _ = render(f, w, Eye(at=(-5.0, 1.9, -70), to=(0.5, 9.6, 0), zoom=1.35), aa=4)
    trees = (
        tree_line(f, 0.69, 0.05, 4)
        * smooth(0.715, 0.71, f.y)
        * smooth(0.42, 0.5, np.abs(f.x - 0.77))
    )
    img = mix(img, lin("#0b1210"), trees * 0.95)
    return photo(f, bloom(img, 0.4, 0.8), exposure=1.05)


def delhi_winter_morning(f: Frame) -> Array:
    """A stone gate dissolving in winter fog, a pale sun, people on the avenue."""

    def gate(x: Array, y: Array, z: Array) -> Array:
        v = z - 70
        d = box(x, y - 10, v, (9.5, 10, 5), 0.2)
        d = np.minimum(d, box(x, y - 20.8, v, (10.2, 0.5, 5.6), 0.1))
        d = np.minimum(d, box(x, y - 22.2, v, (8.2, 1.6, 4.2), 0.1))
        d = np.minimum(d, box(x, y - 24.4, v, (5.5, 0.9, 3.0), 0.1))
        d = np.minimum(d, box(x, y - 14.2, v, (9.8, 0.3, 5.3), 0.05))
        hole = np.maximum(np.abs(x) - 4.4, y - 11)
        hole = np.minimum(hole, np.hypot(x, y - 11) - 4.4)
        side = np.minimum(np.maximum(np.abs(v) - 2, y - 7), np.hypot(v, y - 7) - 2)
        return np.maximum(np.maximum(d, -hole), -side)

    def avenue(p: Hit) -> Skin:
        road = np.abs(p.x) < 7
        n = tex(p.x * 0.05, p.z * 0.05)
        c = (
            np.where(road[:, None], lin("#6b6762"), lin("#6f7a52"))
            * (0.6 + 0.6 * n)[:, None]
        )
        return Skin(
            colour=c.astype(F32),
            gloss=np.where(road, 0.08, 0.0).astype(F32),
            rough=0.03,
        )

    tint = lin("#cfc4b8") * F32(0.8)
    w = World(
        parts=[
            Part(dist=gate, skin=flat("#a8835c")),
            Part(dist=lambda _x, y, _z: y, skin=avenue),
        ],
        sun=(-0.5, 0.35, 0.5),
        sunlight=lin("#ffdcb0") * F32(0.8),
        above=lin("#b8bcc4") * F32(0.7),
        below=lin("#6a625a"),
        sky=lambda rd: mix(tint, lin("#9fabb8") * 0.85, smooth(0.0, 0.55, rd[:, 1])),
        haze=0.017,
        haze_colour=tint,
        far=400,
        ao=2.0,
    )
    img, _ = render(f, w, Eye(at=(2.2, 1.7, 2.0), to=(-1.0, 9.0, 70), zoom=1.4))
    sun = np.hypot(f.x - 1.16, f.y - 0.24)
    img = img + sun_glow(f, (1.16, 0.24), lin("#ffcf98") * F32(0.35), 0.22)
    img = mix(img, lin("#fff0d8") * 1.6, smooth(0.032, 0.029, sun) * 0.85)
    rng = f.rng(5)
    for i, (fade, n) in enumerate(((0.16, 5), (0.32, 4), (0.62, 3))):
        pen = Pen(f)
        for j in range(n):
            side = -1 if j % 2 else 1
            h = (0.2, 0.34, 0.58)[i] * rng.uniform(0.85, 1.15)
            x = 0.75 + side * ((0.25, 0.42, 0.66)[i] + rng.uniform(0, 0.2))
            y = (0.72, 0.75, 0.82)[i]
            leafy(pen, rng, x, y, h)
        img = mix(img, lin("#4a463f") * 0.6, pen.mask(0.0014 - i * 0.0004) * fade)
    for k, x, h in (
        (0.3, 0.7, 0.05),
        (0.45, 0.86, 0.075),
        (0.62, 0.6, 0.11),
        (0.85, 1.0, 0.2),
    ):
        pen = Pen(f)
        (sari if x == 0.86 else person)(
            pen, x, 0.722 + h * 0.55, h, 0.7 if x != 0.86 else 0.0
        )
        if x == 1.0:
            sari(pen, x + 0.085, 0.722 + h * 0.54, h * 0.95)
        img = mix(img, lin("#2c2a2c"), pen.mask(0.001) * k)
    n = fbm(f, 0.9, 0.2, 77)
    img = mix(img, tint, np.clip((n - 0.35) * 0.8, 0, 0.5) * smooth(0.3, 0.8, f.y))
    return photo(f, img, exposure=0.85, sat=0.9)


SCENES = {
    "parliament_dome": parliament_dome,
    "delhi_winter_morning": delhi_winter_morning,
}
