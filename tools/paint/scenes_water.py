"""Paint on the water: a flood, a container ship."""

import itertools
import math

import numpy as np
from core import (
    F32,
    Array,
    Frame,
    Pen,
    bloom,
    hash1,
    lin,
    mix,
    photo,
    smooth,
    tex,
    wide,
)
from march import (
    Eye,
    Hit,
    Part,
    Skin,
    World,
    box,
    cell,
    project,
    render,
    rep,
    swell,
)

HUTS = (
    (-3.5, 13.0, 0.3, 2.3),
    (6.5, 19.0, -0.5, 2.6),
    (-13.0, 27.0, 0.8, 2.6),
    (1.5, 33.0, 0.1, 2.8),
    (16.0, 38.0, 0.6, 3.0),
    (-24.0, 46.0, -0.3, 3.0),
    (-6.0, 52.0, 1.0, 3.0),
    (28.0, 62.0, 0.2, 3.2),
)


POLES = (
    (1.8, 9.0, 0.05),
    (3.6, 21.0, -0.09),
    (5.2, 35.0, 0.04),
    (6.9, 52.0, -0.05),
    (8.0, 74.0, 0.03),
)


def river_flood(f: Frame) -> Array:  # noqa: C901, PLR0915
    """Brown water between half-drowned trees, poles and roofs under heavy cloud."""
    rng = f.rng(11)
    trees = [
        (-9.0, 15.5, 3.4),
        (10.5, 13.5, 3.0),
        (-16, 20, 4.2),
        (12.5, 27, 4.4),
        (-4.5, 24, 3.4),
    ]
    trees += [
        (float(x), float(z), float(r))
        for x, z, r in zip(
            rng.uniform(-45, 45, 9),
            rng.uniform(34, 80, 9),
            rng.uniform(3.5, 5.5, 9),
            strict=True,
        )
    ]

    def huts(x: Array, y: Array, z: Array) -> Array:
        d = np.full_like(x, 1e3)
        for hx, hz, a, s in HUTS:
            c, n = math.cos(a), math.sin(a)
            u, v = (x - hx) * c + (z - hz) * n, (z - hz) * c - (x - hx) * n
            wall = box(u, y + 0.4, v, (s, 1.2, s * 0.66))
            slope = (
                np.abs(y - 1.75 + np.abs(v) * 0.55 + 0.012 * np.sin(u * 22)) * F32(0.85)
                - 0.04
            )
            roof = np.maximum(
                slope, np.maximum(np.abs(u) - s * 1.12, np.abs(v) - s * 0.95)
            )
            d = np.minimum(d, np.minimum(wall, roof * F32(0.9)))
        return d

    def hut_skin(p: Hit) -> Skin:
        n = tex(p.x * 0.12, p.z * 0.12 + p.y * 0.1)
        rust = smooth(0.4, 0.65, tex(p.x * 0.05 + 0.2, p.z * 0.05, 5))
        tin = (
            mix(wide(lin("#8d9294"), p.x), lin("#6b3f2a"), rust * 0.8)
            * (0.6 + 0.6 * n)[:, None]
        )
        wall = (
            lin("#a8957a")
            * (0.5 + 0.5 * n)[:, None]
            * (0.45 + 0.55 * smooth(0.0, 0.35, p.y))[:, None]
        )
        return Skin(
            colour=np.where((p.n[:, 1] > 0.45)[:, None], tin, wall).astype(F32),
            gloss=0.02,
            rough=0.1,
        )

    def poles(x: Array, y: Array, z: Array) -> Array:
        d = np.full_like(x, 1e3)
        for px, pz, lean in POLES:
            u = x - px - lean * y
            d = np.minimum(d, np.maximum(np.hypot(u, z - pz) - 0.09, y - 5.6))
            d = np.minimum(d, box(u, y - 5.1, z - pz, (0.75, 0.06, 0.06)))
        return d

    def crowns(x: Array, y: Array, z: Array) -> Array:
        d = np.full_like(x, 1e3)
        for tx, tz, r in trees:
            u, v = x - tx, z - tz
            outer = np.sqrt(u * u + (y - r * 0.8) ** 2 + v * v) - F32(1.15 * r + 0.8)
            far = outer > 0.4
            i = np.flatnonzero(~far)
            d = np.where(far, np.minimum(d, outer), d)
            if len(i):
                d[i] = np.minimum(d[i], _crown(u[i], y[i], v[i], r))
        return d * F32(0.5)

    def leaf_skin(p: Hit) -> Skin:
        n = (tex(p.x * 0.7, p.y * 0.7, 3) + tex(p.y * 0.7, p.z * 0.7, 4)) / 2
        c = mix(wide(lin("#2f3d20"), p.x), lin("#8a9a58"), smooth(0.3, 0.75, n))
        return Skin(
            colour=np.where((p.y < 0.9)[:, None], lin("#3a3026"), c).astype(F32)
        )

    def river(x: Array, y: Array, z: Array) -> Array:
        return swell(x, y, z, 0.06, ripple) * F32(0.9)

    def ripple(x: Array, z: Array) -> Array:
        return 0.09 * (tex(x * 0.03, z * 0.05, 4, 5) - 0.5) + 0.02 * (
            tex(x * 0.3, z * 0.4, 5, 4) - 0.5
        )

    def mud(p: Hit) -> Skin:
        n = tex(p.x * 0.02 + 0.1, p.z * 0.008, 6)
        scum = smooth(0.6, 0.75, tex(p.x * 0.12, p.z * 0.05, 8)) * 0.5
        c = mix(
            wide(lin("#6f5232"), p.x) * (0.6 + 0.7 * n)[:, None], lin("#a58c66"), scum
        )
        return Skin(colour=c, gloss=(0.24 - 0.12 * scum).astype(F32), rough=0.02)

    def heaven(rd: Array) -> Array:
        v = np.clip(rd[:, 1], 0, 1)
        k = rd[:, 1].clip(0.035)
        n = tex(rd[:, 0] / k * 0.03, rd[:, 2] / k * 0.022 + 0.15, 6)
        c = mix(lin("#d2d0c8") * 0.95, lin("#6a747e"), smooth(0.0, 0.4, v))
        return mix(
            c, lin("#4a525c") * 0.9, smooth(0.42, 0.75, n) * smooth(0.0, 0.12, v) * 0.85
        )

    w = World(
        parts=[
            Part(dist=river, skin=mud),
            Part(dist=huts, skin=hut_skin),
            Part(dist=poles, skin=_dark),
            Part(dist=crowns, skin=leaf_skin),
        ],
        sun=(-0.4, 0.7, 0.4),
        sunlight=lin("#fff4e0") * F32(0.25),
        above=lin("#c8d0d6") * F32(1.25),
        below=lin("#5a4c3a"),
        sky=heaven,
        far=260,
        haze=0.0075,
        haze_colour=lin("#bdbcb4") * F32(0.9),
        ao=0.8,
        penumbra=5,
        steps=120,
    )
    eye = Eye(at=(0.5, 3.4, -1.5), to=(-0.3, 1.9, 12), zoom=1.05)
    img, _ = render(f, w, eye, aa=3)
    wires = Pen(f)
    for (ax, az, al), (bx, bz, bl) in itertools.pairwise(POLES):
        for side in (-0.6, 0.6):
            pts = []
            for t in np.linspace(0, 1, 14):
                y = 5.2 - 1.1 * 4 * t * (1 - t)
                at = (
                    ax + (bx - ax) * t + side + (al + (bl - al) * t) * 5,
                    y,
                    az + (bz - az) * t,
                )
                pts.append(project(eye, f, at)[:2])
            wires.line(pts, 0.0009)
    img = mix(img, lin("#33332f"), wires.mask() * 0.6)
    return photo(f, img, exposure=0.95, sat=0.9)


def _crown(u: Array, y: Array, v: Array, r: float) -> Array:
    d = np.maximum(np.hypot(u + 0.1 * y, v) - 0.07 * r, y - r)
    for ox, oy, oz, q in (
        (0, 1.05, 0, 0.62),
        (0.5, 0.8, 0.1, 0.45),
        (-0.52, 0.85, -0.1, 0.42),
        (0.1, 1.35, 0.2, 0.4),
    ):
        d = np.minimum(
            d,
            np.sqrt((u - ox * r) ** 2 + (y - oy * r) ** 2 * 1.4 + (v - oz * r) ** 2)
            - q * r,
        )
    a, b, c = u * 0.11 + F32(r), y * 0.11, v * 0.11
    bump = (tex(a, b, 5) + tex(b, c, 6) + tex(c, a, 8)) / 3 - 0.46
    return d + 2.6 * bump * smooth(0.6, 1.4, y)


def _dark(p: Hit) -> Skin:
    return Skin(colour=wide(lin("#3a332c"), p.x))


def container_ship(f: Frame) -> Array:  # noqa: C901, PLR0915
    """A loaded container ship at sea in flat evening light."""
    hues = (
        "#8a2f24",
        "#2a5578",
        "#a8702a",
        "#3d6a4a",
        "#6d7278",
        "#b8b0a0",
        "#23455a",
        "#7a3a2a",
    )
    pal = np.array([lin(c) for c in hues])

    def hull(x: Array, y: Array, z: Array) -> Array:
        taper = (
            16
            - 7.5 * smooth(105, 150, x) ** 2 * 2
            + 0.22 * (y - 8) * smooth(90, 150, x)
        )
        side = np.abs(z) - taper
        bow = x - 140 - 0.55 * y
        return np.maximum(
            np.maximum(side, bow),
            np.maximum(y - 12.5 - 3 * smooth(110, 145, x), -x - 140),
        ) * F32(0.7)

    def load(x: Array, y: Array, z: Array) -> Array:
        ix, iz = cell(x, 13.2, -9, 8), cell(z, 2.6, -5, 5)
        k = hash1(ix, iz)
        h = 12.5 + 2.6 * np.floor(4.5 + 3.2 * k - (ix > 6) * 2)
        h = np.where(ix == -6, 0.0, h)
        u, v = rep(x, 13.2, -9, 8), rep(z, 2.6, -5, 5)
        q = np.maximum(np.maximum(np.abs(u) - 6.1, np.abs(v) - 1.24), y - h)
        outer = box(x, y - 18, z, (130, 17, 15.5))
        return np.where(outer > 4, outer, np.minimum(q * F32(0.85), 3.0))

    def load_skin(p: Hit) -> Skin:
        ix, iz, iy = (
            cell(p.x, 13.2, -9, 8),
            cell(p.z, 2.6, -5, 5),
            np.floor((p.y - 12.5) / 2.6),
        )
        k = hash1(ix * 3 + iz, iy * 5, iz)
        c = pal[(k * 7.99).astype(int)] * (0.6 + 0.5 * hash1(iy, ix, iz))[:, None]
        rib = 0.82 + 0.18 * np.sign(
            np.sin(np.where(np.abs(p.n[:, 0]) > 0.5, p.z, p.x) * 14)
        )
        fy = np.mod(p.y - 12.5, 2.6)
        gap = (fy < 0.16) | (np.abs(rep(p.z, 2.6, -5, 5)) > 1.16)
        rust = smooth(0.55, 0.8, tex(p.x * 0.05, p.y * 0.06 + p.z * 0.03, 4))
        c = mix(c * rib[:, None], lin("#5a3620"), rust * 0.35)
        return Skin(colour=(c * np.where(gap, 0.3, 1)[:, None]).astype(F32))

    def hull_skin(p: Hit) -> Skin:
        n = tex(p.x * 0.01, p.y * 0.05)
        c = (
            np.where((p.y < 3.6)[:, None], lin("#7a241c"), lin("#1b2c44"))
            * (0.6 + 0.7 * n)[:, None]
        )
        streak = smooth(0.55, 0.85, tex(p.x * 0.06, p.y * 0.006, 6))
        return Skin(colour=mix(c, lin("#6a4a34"), streak * 0.4), gloss=0.03, rough=0.05)

    def bridge(x: Array, y: Array, z: Array) -> Array:
        d = box(x + 79, y - 26, z, (4.6, 16, 13.5), 0.3)
        wing = box(x + 79, y - 40, z, (3.6, 1.6, 16.5), 0.2)
        mast = box(x + 79, y - 45, z, (0.4, 4.5, 0.4))
        funnel = box(x + 93, y - 30, z, (2.6, 9, 3.2), 0.6)
        return np.minimum(np.minimum(d, wing), np.minimum(mast, funnel))

    def bridge_skin(p: Hit) -> Skin:
        c = np.broadcast_to(lin("#ddd8cc"), (len(p.x), 3))
        t = np.where(np.abs(p.n[:, 0]) > 0.5, p.z, p.x)
        win = (
            (np.abs(rep(p.y - 1, 3.0)) < 0.5) & (np.abs(rep(t, 2.2)) < 0.6) & (p.y < 38)
        )
        top = (np.abs(p.y - 40.4) < 0.6) & (np.abs(rep(t, 1.2)) < 0.5)
        warm = (win & (hash1(cell(t, 2.2), cell(p.y, 3)) > 0.7))[:, None]
        return Skin(
            colour=np.where((win | top)[:, None], lin("#1d242c"), c).astype(F32),
            glow=(lin("#ffcf8a") * (warm * 0.6)).astype(F32),
        )

    def sea_h(x: Array, y: Array, z: Array) -> Array:
        return swell(x, y, z, 1.6, swells) * F32(0.8)

    def swells(x: Array, z: Array) -> Array:
        w = 1.5 * (tex(x * 0.0024, z * 0.0045, 3) - 0.5) + 0.5 * (
            tex(x * 0.012 + 0.3, z * 0.02, 4) - 0.5
        )
        foam = np.exp(-(((np.abs(z) - 17) / 3) ** 2)) * (np.abs(x) < 150) * 0.35
        return w + foam * tex(x * 0.03, z * 0.03, 5)

    def sea(p: Hit) -> Skin:
        side = np.abs(p.z) - 15 + 0.0 * p.x
        bow = np.exp(-(((p.x - 140) / 26) ** 2)) * np.exp(
            -(((side.clip(0) - (145 - p.x).clip(0) * 0.2) / 5) ** 2)
        )
        wash = np.exp(-(side.clip(0) / 4)) * (np.abs(p.x) < 146) * 0.7 + bow
        n = tex(p.x * 0.03, p.z * 0.05, 5) * 0.6 + tex(p.x * 0.2, p.z * 0.2, 3) * 0.5
        m = smooth(0.42, 0.75, n * (0.35 + wash))
        c = mix(np.broadcast_to(lin("#12303c"), (len(p.x), 3)), lin("#dfe8e8"), m)
        return Skin(colour=c, gloss=(0.32 * (1 - m)).astype(F32), rough=0.03)

    def heaven(rd: Array) -> Array:
        v = np.clip(rd[:, 1], 0, 1)
        c = mix(lin("#f6cfa4"), lin("#5d7f9f") * 0.9, smooth(0.0, 0.35, v))
        k = rd[:, 1].clip(0.025)
        n = smooth(0.4, 0.75, tex(rd[:, 0] / k * 0.03, rd[:, 2] / k * 0.02 + 0.4, 6))
        return mix(
            c, mix(lin("#fbe0c4"), lin("#77808e"), smooth(0.05, 0.3, v)), n * 0.85
        )

    w = World(
        parts=[
            Part(dist=hull, skin=hull_skin),
            Part(dist=load, skin=load_skin),
            Part(dist=bridge, skin=bridge_skin),
            Part(dist=sea_h, skin=sea),
        ],
        sun=(0.5, 0.45, -0.75),
        sunlight=lin("#ffcf98") * F32(5.5),
        above=lin("#8a9cb4") * F32(1.2),
        below=lin("#3c4c54"),
        sky=heaven,
        haze=0.0012,
        haze_colour=lin("#efcfae"),
        far=2600,
        steps=140,
        ao=3.0,
    )
    img, _ = render(f, w, Eye(at=(225, 22, -190), to=(8, 19, 0), zoom=1.45), aa=4)
    return photo(f, bloom(img, 0.2), exposure=0.85)


SCENES = {"river_flood": river_flood, "container_ship": container_ship}
