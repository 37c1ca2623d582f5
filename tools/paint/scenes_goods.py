"""Paint goods in rows: spices, books, solar panels."""

import numpy as np
from core import F32, Array, Frame, bloom, hash1, lin, mix, photo, smooth, tex, wide
from march import Eye, Hit, Lamp, Part, Skin, World, box, cell, flat, lens, render, rep


def spice_market(f: Frame) -> Array:
    """Cones of ground spice in open sacks under a market lamp."""
    pal = np.array(
        [
            lin(c)
            for c in (
                "#a8200f",
                "#d98a12",
                "#c9701a",
                "#5a2d16",
                "#8a8a34",
                "#d8b64a",
                "#7d1a10",
                "#b5542a",
                "#e0d0a0",
                "#3e2416",
            )
        ]
    )

    def heap(x: Array, y: Array, z: Array) -> Array:
        r = np.hypot(rep(x + 0.5 * np.mod(cell(z, 1.25), 2), 1.3), rep(z, 1.25))
        k = hash1(cell(x + 0.5 * np.mod(cell(z, 1.25), 2), 1.3), cell(z, 1.25))
        bump = 0.035 * (tex(x * 0.7, z * 0.7) - 0.5) + 0.012 * (
            tex(x * 4, z * 4, 3) - 0.5
        )
        top = 0.5 + (0.42 + 0.25 * k) * np.clip(1 - r / 0.52, 0, 1) ** 0.85 + bump
        rise = z * 0.12
        return np.maximum((y - top - rise) * F32(0.5), r - 0.52)

    def sack(x: Array, y: Array, z: Array) -> Array:
        u, v = rep(x + 0.5 * np.mod(cell(z, 1.25), 2), 1.3), rep(z, 1.25)
        r = np.hypot(u, v)
        a = np.arctan2(v, u)
        y = y - z * 0.12
        wob = 0.015 * np.sin(a * 9 + cell(x, 1.3) * 4) + 0.01 * np.sin(a * 23)
        lip = np.hypot(r - 0.56 - wob, y - 0.53 - wob) - 0.055
        body = np.maximum(
            r - 0.6 - wob - 0.03 * np.sin(y * 30 + a * 3), np.abs(y - 0.1) - 0.42
        )
        return np.minimum(lip, np.maximum(body, 0.54 - r)) * F32(0.6)

    def skin(p: Hit) -> Skin:
        off = 0.5 * np.mod(cell(p.z, 1.25), 2)
        ix, iz = cell(p.x + off, 1.3), cell(p.z, 1.25)
        k = np.mod((ix * 3 + iz * 7 + 2), 10).astype(int)
        n = tex(p.x * 5, p.z * 5 + p.y * 3, 3) * 0.7 + tex(p.x * 0.6, p.z * 0.6) * 0.5
        seeds = (
            (k % 3 == 2) * (hash1(np.round(p.x * 60), np.round(p.z * 60)) - 0.5) * 0.9
        )
        return Skin(
            colour=(pal[k] * np.clip(0.35 + 0.95 * n + seeds, 0.1, 2)[:, None]).astype(
                F32
            )
        )

    def jute(p: Hit) -> Skin:
        weave = np.sin(p.y * 260) * np.sin(
            np.arctan2(rep(p.z, 1.25), rep(p.x, 1.3)) * 130
        )
        n = tex(p.x * 0.8, p.y * 0.8 + p.z)
        return Skin(
            colour=(lin("#a5834f") * (0.5 + 0.6 * n + 0.18 * weave)[:, None]).astype(
                F32
            )
        )

    def back(rd: Array) -> Array:
        u, v = rd[:, 0] / rd[:, 2].clip(0.1), rd[:, 1] / rd[:, 2].clip(0.1)
        out = lin("#2a1a10") * F32(0.9) + 0 * rd
        rng = f.rng(3)
        for _ in range(34):
            cx, cy, s = (
                rng.uniform(-1.2, 1.2),
                rng.uniform(-0.15, 0.5),
                rng.uniform(0.01, 0.03),
            )
            col = lin(
                str(rng.choice(["#ffb050", "#ff8a3a", "#ffe0a0", "#70b0ff", "#ff5a40"]))
            )
            m = smooth(s, s * 0.8, np.hypot(u - cx, v - cy))
            out = out + col * (m * rng.uniform(0.5, 2.2))[:, None]
        return out.astype(F32)

    w = World(
        parts=[
            Part(dist=heap, skin=skin),
            Part(dist=sack, skin=jute),
            Part(dist=lambda _x, y, z: y - z * 0.12 - 0.02, skin=flat("#3a2a1e")),
        ],
        lamps=[
            Lamp(at=(-1.6, 3.4, 2.0), colour=lin("#ffd09a") * F32(11)),
            Lamp(at=(2.8, 3.2, 4.8), colour=lin("#ffc080") * F32(10)),
            Lamp(at=(0.5, 3.0, -2.5), colour=lin("#9fb8e0") * F32(3.5), shade=False),
        ],
        above=lin("#3a2c22"),
        below=lin("#2a1a10"),
        sky=back,
        far=14,
        ao=0.3,
        slack=0.85,
        steps=110,
    )
    img, dep = render(f, w, Eye(at=(0.35, 2.05, -1.9), to=(0.1, 0.75, 2.0), zoom=1.15))
    img = lens(img, dep, 3.3, 0.016)
    return photo(f, bloom(img, 0.3, 0.9), exposure=0.95, sat=1.05)


def book_stall(f: Frame) -> Array:
    """Stacks of second-hand books under bare bulbs, the street blurred behind."""
    pal = np.array(
        [
            lin(c)
            for c in (
                "#8c1d18",
                "#1f4a6b",
                "#d9c48f",
                "#2f5a3a",
                "#c9782a",
                "#e6ded0",
                "#5a2a4a",
                "#20242c",
                "#b8a03a",
                "#9c4a3a",
            )
        ]
    )

    def pile(x: Array, y: Array, z: Array) -> Array:
        ix, iz = cell(x, 0.42), cell(z, 0.52, 0, 7)
        layer = np.floor(y / 0.055)
        k = hash1(ix, iz + 20, layer)
        h = 0.3 + 0.55 * hash1(ix, iz) + 0.1 * iz
        a = (k - 0.5) * 0.3
        u, v = (
            rep(x, 0.42) + (hash1(layer, ix) - 0.5) * 0.04,
            rep(z, 0.52, 0, 7) + (k - 0.5) * 0.05,
        )
        uu, vv = u * np.cos(a) - v * np.sin(a), v * np.cos(a) + u * np.sin(a)
        yl = y / 0.055 - layer - 0.5
        wide = 0.13 + 0.035 * hash1(layer, iz, ix)
        d = np.maximum(np.abs(uu) - wide, np.abs(vv) - 0.17 - 0.03 * k)
        d = np.maximum(d, (np.abs(yl) - 0.46) * 0.055)
        return np.maximum(d, y - h) * F32(0.45)

    def skin(p: Hit) -> Skin:
        ix, iz = cell(p.x, 0.42), cell(p.z, 0.52, 0, 7)
        layer = np.floor((p.y - 0.002) / 0.055)
        k = hash1(ix, iz + 20, layer + 3)
        c = (
            pal[np.minimum((k * 10).astype(int), 9)]
            * (0.7 + 0.5 * hash1(layer, ix, iz))[:, None]
        )
        yl = p.y / 0.055 - layer
        front = (p.n[:, 2] < -0.6) & (hash1(layer, iz, ix + 5) > 0.45)
        side = (np.abs(p.n[:, 0]) > 0.6) | front
        page = side & (yl > 0.14) & (yl < 0.86) & ~((p.n[:, 2] < -0.6) & ~front)
        lines = 0.75 + 0.25 * np.sin(yl * 60 + 3 * k)
        c = np.where(page[:, None], lin("#d8c8a4") * lines[:, None], c)
        title = (
            (p.n[:, 2] < -0.6)
            & ~front
            & (np.abs(yl - 0.5) < 0.16)
            & (hash1(np.floor(p.x * 90), layer) > 0.35)
            & (np.abs(rep(p.x, 0.42)) < 0.09)
        )
        c = np.where(title[:, None], lin("#e8d9a8"), c)
        up = p.n[:, 1] > 0.7
        cover = up & (np.abs(rep(p.z, 0.52, 0, 7) - 0.02) < 0.045)
        c = np.where(cover[:, None], lin("#efe6d0") * 0.8, c)
        return Skin(
            colour=(c * (0.75 + 0.4 * tex(p.x, p.z + p.y))[:, None]).astype(F32),
            gloss=0.025,
            rough=0.05,
        )

    def street(rd: Array) -> Array:
        u, v = rd[:, 0] / rd[:, 2].clip(0.1), rd[:, 1] / rd[:, 2].clip(0.1)
        out = mix(lin("#3a2a22"), lin("#22344f"), smooth(-0.1, 0.5, v)) * 0.7
        rng = f.rng(8)
        for _ in range(48):
            cx, cy, s = (
                rng.uniform(-1.1, 1.1),
                rng.normal(0.12, 0.12),
                rng.uniform(0.015, 0.045),
            )
            col = lin(
                str(
                    rng.choice(
                        [
                            "#ffb050",
                            "#ff8a3a",
                            "#ffe0a0",
                            "#90c0ff",
                            "#ff4a30",
                            "#60e0a0",
                        ]
                    )
                )
            )
            ring = smooth(s, s * 0.9, np.hypot(u - cx, v - cy))
            out = out + col * (ring * rng.uniform(0.1, 0.9))[:, None]
        return out.astype(F32)

    def bulb(x: Array, y: Array, z: Array) -> Array:
        return np.sqrt(
            rep(x, 1.1, -1, 1) ** 2 + (y - 1.75) ** 2 + (z - 1.4) ** 2
        ) - F32(0.055)

    w = World(
        parts=[
            Part(dist=pile, skin=skin),
            Part(dist=bulb, skin=flat("#ffe0b0", glow=9)),
            Part(dist=lambda _x, y, _z: y, skin=flat("#4a3524")),
        ],
        lamps=[
            Lamp(at=(x, 1.7, 1.35), colour=lin("#ffc98a") * F32(1.9), size=0.1)
            for x in (-1.1, 0, 1.1)
        ]
        + [Lamp(at=(0.6, 1.8, -1.6), colour=lin("#a8bce0") * F32(1.6), shade=False)],
        above=lin("#33302f"),
        below=lin("#221812"),
        sky=street,
        far=9,
        ao=0.12,
        slack=0.85,
        steps=130,
    )
    img, dep = render(f, w, Eye(at=(0.5, 1.35, -1.5), to=(-0.1, 0.72, 1.4), zoom=1.15))
    img = lens(img, dep, 2.2, 0.022)
    return photo(f, bloom(img, 0.5, 1.0), exposure=1.05)


def solar_farm(f: Frame) -> Array:
    """Rows of tilted panels on dry ground under high cloud."""

    def turn(y: Array, z: Array) -> tuple[Array, Array]:
        v, u = rep(z, 5.6, 0, 24), y - 1.25
        return u * 0.87 - v * 0.5, v * 0.87 + u * 0.5

    def panel(x: Array, y: Array, z: Array) -> Array:
        u, v = turn(y, z)
        q = np.maximum(np.abs(u) - 0.03, np.abs(v) - 1.25)
        return np.maximum(q, np.abs(rep(x, 13.6)) - 6.4) * F32(0.85)

    def legs(x: Array, y: Array, z: Array) -> Array:
        return box(rep(x, 3.2), y - 0.6, rep(z, 5.6, 0, 24) - 0.1, (0.05, 0.62, 0.05))

    def skin(p: Hit) -> Skin:
        _u, v = turn(p.y, p.z)
        edge = (
            (np.abs(rep(p.x, 1.06)) < 0.022)
            | (np.abs(np.abs(v) - 1.24) < 0.02)
            | (np.abs(v) < 0.02)
        )
        line = (np.abs(rep(p.x, 0.177)) < 0.006) | (np.abs(rep(v, 0.155)) < 0.006)
        c = (
            wide(lin("#0c1a38"), p.x)
            * (0.8 + 0.5 * hash1(cell(p.x, 1.06), cell(p.z, 5.6)))[:, None]
        )
        c = np.where(line[:, None], lin("#3d5580"), c)
        c = np.where(edge[:, None], lin("#a9b2ba"), c)
        return Skin(colour=c.astype(F32), gloss=0.05, rough=0.004)

    def ground(p: Hit) -> Skin:
        n = tex(p.x * 0.03, p.z * 0.03) * 0.5 + tex(p.x * 0.5, p.z * 0.5, 3) * 0.5
        c = mix(lin("#a67c4c"), lin("#6f6a38"), smooth(0.5, 0.7, n))
        return Skin(colour=(c * (0.6 + 0.6 * n)[:, None]).astype(F32))

    def sky(rd: Array) -> Array:
        v = np.clip(rd[:, 1], 0, 1)
        c = mix(lin("#ffd9a0") * 1.25, lin("#3f78b8"), smooth(0, 0.34, v))
        k = rd[:, 1].clip(0.02)
        n = smooth(0.5, 0.85, tex(rd[:, 0] / k * 0.03, rd[:, 2] / k * 0.012, 6))
        c = mix(c, lin("#fff0dc") * 1.2, n * 0.8 * smooth(0.02, 0.15, v))
        sun = np.exp(-(1 - rd @ (np.array([-0.25, 0.13, 0.96], F32))) * 1500)
        return c + lin("#ffd090") * (sun * 5)[:, None]

    w = World(
        parts=[
            Part(dist=panel, skin=skin),
            Part(dist=legs, skin=flat("#8d9296")),
            Part(
                dist=lambda x, y, z: y - 0.06 * np.sin(x * 0.7) * np.sin(z * 0.5),
                skin=ground,
            ),
        ],
        sun=(-0.85, 0.5, -0.1),
        sunlight=lin("#ffcf90") * F32(3.4),
        above=lin("#6a8cb8"),
        below=lin("#6b5236"),
        sky=sky,
        far=110,
        haze=0.009,
        steps=120,
    )
    img, _ = render(f, w, Eye(at=(9.5, 3.1, -5.5), to=(-3.5, 1.2, 10), zoom=1.15))
    return photo(f, bloom(img, 0.35, 1.0), exposure=0.8)


SCENES = {
    "spice_market": spice_market,
    "book_stall": book_stall,
    "solar_farm": solar_farm,
}
