"""Paint high land: peaks at dawn, dunes, a glacier lake, tea."""

import numpy as np
from core import (
    F32,
    Array,
    Frame,
    bloom,
    blur,
    fbm,
    frame,
    lin,
    mix,
    photo,
    smooth,
    tex,
)
from land import Ground, ridged, snow_land
from march import Eye, Hit, Part, Skin, World, lens, render
from parts import clouds, sun_glow, valley_fog


def himalaya_dawn(f: Frame) -> Array:
    """First sun on snow peaks above dark valleys with mist."""
    g = frame(1400, 1400, 5)
    far = smooth(0.18, 0.75, g.y)
    m = ridged(1400, 5, 21) * 8 * (0.16 + 0.95 * far)
    peak = np.exp(-(((g.x - 0.56) / 0.16) ** 2 + ((g.y - 0.7) / 0.16) ** 2))
    land = Ground(m * 0.85 + peak * 7 + 3.0 * far - 3.2, 100, 0.3)

    def heaven(rd: Array) -> Array:
        v = np.clip(rd[:, 1], -0.1, 1)
        c = mix(lin("#f0c9a8") * 1.1, lin("#41618f"), smooth(0.02, 0.5, v))
        return c + lin("#ff9a60") * (0.25 * np.exp(-((v / 0.12) ** 2)))[:, None]

    def skin(p: Hit) -> Skin:
        s = snow_land(p, 4.2, "#5a524c")
        wood = smooth(2.2, 0.2, p.y)
        return Skin(colour=mix(s.colour, lin("#1a2620"), wood * 0.9))

    eye = Eye(at=(0, 9.0, 0.5), to=(2.0, 8.6, 60), zoom=1.35)
    w = World(
        parts=[Part(dist=land.dist, skin=skin)],
        sun=(-0.9, 0.22, -0.12),
        sunlight=lin("#ff9d5c") * F32(4.6),
        above=lin("#6a86b8") * F32(0.75),
        below=lin("#2a3a55"),
        sky=heaven,
        haze=0.006,
        haze_colour=lin("#8fa3c4"),
        far=130,
        steps=260,
        ao=1.0,
        penumbra=30,
    )
    img, dep = render(f, w, eye, aa=2)
    img = valley_fog(
        f,
        img,
        np.where(dep > 128, 0, dep),
        eye,
        lin("#a9b6cf"),
        top=-0.2,
        thick=1.1,
        reach=40,
    )
    air = clouds(f, img, 0.55, ("#ffd0a0", "#7f86a8"), cover=0.42, scale=0.6)
    img = mix(img, air, 0.7 * (dep > 128))
    return photo(f, bloom(img, 0.25, 0.9), exposure=0.9)


def desert_dunes(f: Frame) -> Array:
    """Dunes with sharp crests in low sun."""
    g = frame(1400, 1400, 9)
    u = g.x * 7 + 2.2 * (fbm(g, 0.3, 0.4, 1, 3) - 0.5) + g.y * 2.5
    t = np.mod(u, 1)
    saw = np.where(
        t < 0.7, smooth(0, 1, t / 0.7) ** 1.1, 1 - ((t - 0.7) / 0.3).clip(0) ** 0.85
    )
    u2 = g.x * 23 + 1.4 * fbm(g, 0.12, 0.2, 5, 3) - g.y * 8
    t2 = np.mod(u2, 1)
    saw2 = np.where(t2 < 0.72, t2 / 0.72, 1 - (t2 - 0.72) / 0.28)
    tall = 0.35 + 1.1 * fbm(g, 0.35, 0.3, 3, 3)
    land = Ground(saw * tall * 5.2 * (0.5 + g.y) + 0.28 * blur(saw2, 0.002), 90)

    def heaven(rd: Array) -> Array:
        v = np.clip(rd[:, 1], 0, 1)
        return mix(lin("#f2c896") * 1.15, lin("#4f7fb8"), smooth(0.0, 0.42, v))

    def skin(p: Hit) -> Skin:
        n = tex(p.x * 0.02, p.z * 0.02)
        rip = np.sin(p.x * 34 + p.z * 9 + 14 * tex(p.x * 0.05, p.z * 0.05, 2, 4))
        near = smooth(26, 4, p.z)
        k = (
            0.85
            + 0.25 * n
            + 0.16 * rip * near
            + 0.12 * (tex(p.x * 4, p.z * 4, 3) - 0.5)
        )
        return Skin(colour=(lin("#d2904f") * k[:, None]).astype(F32))

    eye = Eye(at=(-1.5, 6.8, 1.0), to=(1.0, 4.4, 30), zoom=1.25)
    w = World(
        parts=[Part(dist=land.dist, skin=skin)],
        sun=(-0.95, 0.27, 0.35),
        sunlight=lin("#ffc078") * F32(3.9),
        above=lin("#7f97bd") * F32(0.6),
        below=lin("#7a4a28"),
        sky=heaven,
        haze=0.011,
        haze_colour=lin("#f0cda0"),
        far=95,
        steps=170,
        ao=0.8,
        penumbra=50,
    )
    img, dep = render(f, w, eye, aa=3)
    img = img + sun_glow(f, (-0.1, 0.18), lin("#ffc988") * F32(0.5), 0.45)
    return photo(f, lens(bloom(img, 0.2), dep, 16, 0.002), exposure=0.85)


def glacier_lake(f: Frame) -> Array:
    """A still green lake under rock walls and ice."""
    g = frame(1400, 1400, 11)
    wall = smooth(0.15, 0.42, np.abs(g.x - 0.5 + 0.06 * np.sin(g.y * 5))) + smooth(
        0.45, 0.8, g.y
    )
    m = blur(ridged(1400, 6, 37), 0.0012) * (1.0 + 4.2 * wall)
    ice = np.exp(-(((g.x - 0.52) / 0.07) ** 2)) * smooth(0.42, 0.62, g.y) * 3
    land = Ground(m - 2.2 + wall * 3.4 + ice * 0.4, 90, 0.2)

    def heaven(rd: Array) -> Array:
        v = np.clip(rd[:, 1], 0, 1)
        c = mix(lin("#cfdbe6") * 1.1, lin("#4d7fb5"), smooth(0.0, 0.55, v))
        k = rd[:, 1].clip(0.03)
        n = smooth(0.48, 0.8, tex(rd[:, 0] / k * 0.05, rd[:, 2] / k * 0.04, 6))
        return mix(c, lin("#f4f4f2") * 1.15, n * 0.85)

    def skin(p: Hit) -> Skin:
        return snow_land(p, 4.6, "#6b645c")

    def lake(p: Hit) -> Skin:
        c = np.broadcast_to(lin("#0f3d40"), (len(p.x), 3))
        return Skin(colour=c.astype(F32), gloss=0.5, rough=0.002)

    eye = Eye(at=(0.5, 1.5, 2.0), to=(0.3, 3.6, 40), zoom=1.05)
    w = World(
        parts=[
            Part(dist=land.dist, skin=skin),
            Part(
                dist=lambda x, y, z: y + 0.006 * (tex(x * 0.3, z * 0.12, 4, 4) - 0.5),
                skin=lake,
            ),
        ],
        sun=(-0.7, 0.55, -0.25),
        sunlight=lin("#fff0dc") * F32(2.6),
        above=lin("#8fb0d8") * F32(0.8),
        below=lin("#3f4a50"),
        sky=heaven,
        haze=0.006,
        haze_colour=lin("#b4c6d8"),
        far=120,
        steps=330,
        ao=0.8,
        penumbra=30,
    )
    img, _ = render(f, w, eye, aa=2)
    return photo(f, bloom(img, 0.15), exposure=0.8)


def tea_hills(f: Frame) -> Array:
    """Clipped tea rows following the hills, mist between them."""
    g = frame(1600, 1600, 14)
    h = (
        fbm(g, 0.3, 0.3, 2, 3) * 13
        + fbm(g, 0.1, 0.1, 3, 2) * 1.6
        + 6 * g.y
        - 6
        - 4 * np.exp(-((g.y / 0.06) ** 2))
    )
    line = np.abs(np.sin(h * 9.5 + 1.2 * fbm(g, 0.04, 0.04, 5, 2))) ** 0.6
    gap = smooth(0.1, 0.35, fbm(g, 0.03, 0.03, 8, 3))
    land = Ground(h + line * 0.2 * gap, 60)

    def heaven(rd: Array) -> Array:
        v = np.clip(rd[:, 1], 0, 1)
        return mix(lin("#e9e6d4") * 1.05, lin("#9fb6c8"), smooth(0.0, 0.5, v))

    def skin(p: Hit) -> Skin:
        n = tex(p.x * 0.5, p.z * 0.5, 3)
        fine = tex(p.x * 2.4, p.z * 2.4, 5)
        base = np.abs(np.sin(land.at(p.x, p.z) * 1.0))
        c = mix(
            lin("#2b4a16"), lin("#86a838"), np.clip(n * 0.6 + fine * 0.7 - 0.15, 0, 1)
        )
        dark = smooth(0.55, 0.95, p.n[:, 1])
        return Skin(colour=(c * (0.3 + 0.75 * dark + 0.05 * base)[:, None]).astype(F32))

    eye = Eye(at=(0.0, 9.5, 1.0), to=(1.5, 5.2, 22), zoom=1.25)
    w = World(
        parts=[Part(dist=land.dist, skin=skin)],
        sun=(-0.75, 0.42, 0.35),
        sunlight=lin("#ffe2a8") * F32(4.4),
        above=lin("#8fa8b8") * F32(0.7),
        below=lin("#2f3d1a"),
        sky=heaven,
        haze=0.009,
        haze_colour=lin("#d5dccf"),
        far=70,
        steps=150,
        ao=0.5,
        penumbra=25,
    )
    img, dep = render(f, w, eye, aa=3)
    img = valley_fog(
        f, img, np.minimum(dep, 60), eye, lin("#dfe3d8"), top=1.2, thick=1.1, reach=36
    )
    return photo(f, bloom(img, 0.2), exposure=0.85)


SCENES = {
    "himalaya_dawn": himalaya_dawn,
    "desert_dunes": desert_dunes,
    "glacier_lake": glacier_lake,
    "tea_hills": tea_hills,
}
