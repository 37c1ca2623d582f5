"""Paint aisles: a library and a data centre."""

import numpy as np
from core import F32, Array, Frame, bloom, hash1, lin, photo, tex, wide
from march import Eye, Hit, Lamp, Part, Skin, World, box, cell, flat, lens, render, rep


def data_centre(f: Frame) -> Array:
    """An aisle of server racks with small lights on a polished floor."""

    def rack(x: Array, y: Array, z: Array) -> Array:
        return box(
            np.abs(x) - 1.5, y - 1.15, rep(z, 0.82, 0, 30), (0.6, 1.12, 0.395), 0.015
        )

    def rack_skin(p: Hit) -> Skin:
        unit = np.floor(p.y / 0.075)
        zi, zl = cell(p.z, 0.82, 0, 30), rep(p.z, 0.82, 0, 30)
        side = np.sign(p.x)
        r = hash1(unit, zi, side + 3)
        fy = p.y / 0.075 - unit
        inner = (np.abs(zl) < 0.33) & (np.abs(p.n[:, 0]) > 0.7)
        c = wide(lin("#23272c"), p.x) * (0.55 + 0.9 * r * inner)[:, None]
        c = np.where(((fy < 0.13) & inner)[:, None], c * 0.25, c)
        hole = (
            inner & (r > 0.35) & (np.mod(p.z * 90, 1) < 0.55) & (fy > 0.3) & (fy < 0.85)
        )
        c = np.where(hole[:, None], c * 0.35, c)
        slot = np.floor((zl + 0.33) / 0.022)
        on = (hash1(slot, unit, zi + 40 * side) > 0.82) & (slot < 9 + 14 * (r > 0.8))
        lit = (
            inner
            & on
            & (np.abs(fy - 0.55) < 0.16)
            & (np.mod((zl + 0.33) / 0.022, 1) < 0.5)
        )
        hue = hash1(unit, slot + 7, zi)[:, None]
        led = np.where(
            hue < 0.55,
            lin("#3dff9a"),
            np.where(hue < 0.9, lin("#4aa8ff"), lin("#ffb04a")),
        )
        strip = (np.abs(np.abs(zl) - 0.375) < 0.008) & (np.abs(p.n[:, 0]) > 0.7)
        glow = led * (lit * 5.0)[:, None] + lin("#2e7dff") * (strip * 0.9)[:, None]
        return Skin(colour=c.astype(F32), glow=glow.astype(F32))

    def ceil_skin(p: Hit) -> Skin:
        line = (np.abs(np.abs(p.x) - 0.35) < 0.05) & (np.abs(rep(p.z, 1.64)) < 0.7)
        tray = np.mod(p.z * 5, 1) < 0.5
        c = wide(lin("#2a3038"), p.x) * np.where(tray, 0.6, 1.0)[:, None]
        return Skin(
            colour=c.astype(F32),
            glow=(wide(lin("#bfe0ff"), p.x) * (line * 3.5)[:, None]).astype(F32),
        )

    def floor_skin(p: Hit) -> Skin:
        seam = (np.abs(rep(p.x - 0.3, 0.6)) < 0.006) | (np.abs(rep(p.z, 0.6)) < 0.006)
        holes = (np.hypot(rep(p.x, 0.05), rep(p.z, 0.05)) < 0.013) & (
            np.mod(cell(p.z, 0.6), 4) == 1
        )
        c = (
            wide(lin("#6a7178"), p.x)
            * np.where(seam | holes, 0.25, 0.8 + 0.3 * tex(p.x * 0.06, p.z * 0.06))[
                :, None
            ]
        )
        return Skin(colour=c.astype(F32), gloss=0.14, rough=0.006)

    lamps = [
        Lamp(at=(0, 2.4, z), colour=lin("#9cc8ff") * F32(1.6), size=0.4, shade=False)
        for z in (0.5, 3.5, 6.5, 10, 14, 19)
    ]
    w = World(
        parts=[
            Part(dist=rack, skin=rack_skin),
            Part(dist=lambda _x, y, _z: 2.75 - y, skin=ceil_skin),
            Part(dist=lambda _x, y, _z: y, skin=floor_skin),
            Part(dist=lambda _x, _y, z: 25.2 - z, skin=flat("#4a6c8c", glow=0.25)),
        ],
        lamps=lamps,
        above=lin("#1b2a3c"),
        below=lin("#182231"),
        far=40,
        haze=0.03,
        haze_colour=lin("#1d3a5f"),
    )
    img, dep = render(
        f, w, Eye(at=(0.28, 1.25, -0.9), to=(-0.12, 1.12, 8), zoom=0.9, roll=-0.02)
    )
    img = lens(img, dep, 4.2, 0.006)
    return photo(f, bloom(img, 0.55, 0.8), exposure=1.5)


def library_shelves(f: Frame) -> Array:
    """An aisle between tall shelves, warm light at the far window."""
    step = 0.37

    def shelf(x: Array, y: Array, z: Array) -> Array:
        row = np.floor(np.clip(y - 0.1, 0, 2.95) / step)
        i = np.floor(z / 0.043)
        side = np.sign(x)
        r = hash1(i, row, side + 2)
        top = (
            0.1
            + row * step
            + 0.21
            + 0.11 * hash1(np.floor(i / 5), row, side)
            + 0.02 * r
        )
        depth = np.where(y < top, 0.03 + 0.05 * r, 0.3)
        board = np.mod(y - 0.1, step) < 0.028
        post = np.abs(rep(z, 1.9)) < 0.03
        depth = np.where(board | post | (y > 3.05) | (y < 0.1), 0.0, depth)
        return (0.85 + depth - np.abs(x)) * F32(0.5)

    def shelf_skin(p: Hit) -> Skin:
        row = np.floor(np.clip(p.y - 0.1, 0, 2.95) / step)
        i = np.floor(p.z / 0.043)
        side = np.sign(p.x)
        board = (
            (np.mod(p.y - 0.1, step) < 0.03)
            | (np.abs(rep(p.z, 1.9)) < 0.032)
            | (p.y > 3.05)
            | (p.y < 0.1)
        )
        k = hash1(np.floor(i / 4 + 2 * hash1(i, row, side)), row + 9, side + 5)
        pal = np.array(
            [
                lin(c)
                for c in (
                    "#6b1f1a",
                    "#2b3a4a",
                    "#7a5a2c",
                    "#c7b48c",
                    "#33402c",
                    "#4a2a20",
                    "#a88a58",
                    "#1f2328",
                    "#7d3b24",
                )
            ]
        )
        c = pal[np.minimum((k * 9).astype(int), 8)]
        c = c * (0.6 + 0.7 * hash1(i, row, side + 8))[:, None]
        fy = np.mod(p.y - 0.1, step) / step
        fz = p.z / 0.043 - i
        band = (
            (
                (np.abs(fy - 0.58) < 0.018)
                | (np.abs(fy - 0.2) < 0.012)
                | ((np.abs(fy - 0.42) < 0.07) & (k > 0.6))
            )
            & (fz > 0.12)
            & (fz < 0.88)
        )
        c = np.where(band[:, None], lin("#b99a55") * 0.8, c)
        c = c * np.clip(4 * np.minimum(fz, 1 - fz), 0.25, 1)[:, None]
        wood = lin("#5b3a20") * (0.6 + 0.8 * tex(p.y * 0.8 + p.x, p.z * 0.02))[:, None]
        return Skin(colour=np.where(board[:, None], wood, c).astype(F32), gloss=0.01)

    def floor_skin(p: Hit) -> Skin:
        plank = np.floor(p.x / 0.14)
        n = tex(p.x * 0.4 + plank * 0.37, p.z * 0.03)
        c = (
            lin("#6b4426")
            * (0.45 + 0.9 * n)[:, None]
            * np.where(np.abs(rep(p.x, 0.14)) < 0.004, 0.4, 1)[:, None]
        )
        return Skin(colour=c.astype(F32), gloss=0.1, rough=0.01)

    def end_skin(p: Hit) -> Skin:
        arch = (
            (np.abs(p.x) < 0.62)
            & (p.y > 0.7)
            & ((p.y < 2.3) | (np.hypot(p.x, p.y - 2.3) < 0.62))
        )
        bars = (np.abs(rep(p.x, 0.31)) < 0.018) | (np.abs(rep(p.y, 0.4)) < 0.018)
        c = wide(lin("#6f5a40"), p.x)
        return Skin(
            colour=c,
            glow=(lin("#ffe3b0") * ((arch & ~bars) * 7.0)[:, None]).astype(F32),
        )

    def ladder(x: Array, y: Array, z: Array) -> Array:
        u = x + 0.3 + y * 0.16
        rails = box(u, y - 1.35, np.abs(z - 4.6) - 0.21, (0.03, 1.35, 0.02), 0.01)
        rungs = box(u, rep(y, 0.3, 1, 8), z - 4.6, (0.025, 0.014, 0.21), 0.005)
        return np.minimum(rails, rungs) * F32(0.9)

    lamps = [
        Lamp(at=(0.0, 2.0, 10.6), colour=lin("#ffdca4") * F32(5.5), size=0.3),
        Lamp(
            at=(0, 3.35, 2.0), colour=lin("#ffca84") * F32(2.2), size=0.5, shade=False
        ),
        Lamp(
            at=(0, 3.35, 5.6), colour=lin("#ffca84") * F32(2.2), size=0.5, shade=False
        ),
    ]
    w = World(
        parts=[
            Part(dist=shelf, skin=shelf_skin),
            Part(dist=lambda _x, y, _z: y, skin=floor_skin),
            Part(dist=lambda _x, _y, z: 11.6 - z, skin=end_skin),
            Part(dist=lambda _x, y, _z: 3.7 - y, skin=flat("#7d6a50")),
            Part(dist=ladder, skin=flat("#8a5f35", 0.02)),
        ],
        lamps=lamps,
        above=lin("#2a2018"),
        below=lin("#241a12"),
        far=24,
        ao=0.25,
        steps=130,
        haze=0.012,
        haze_colour=lin("#d9b27a"),
        slack=0.95,
    )
    img, dep = render(f, w, Eye(at=(0.12, 1.45, 0.2), to=(0.0, 1.62, 6), zoom=0.78))
    img = lens(img, dep, 3.6, 0.006)
    return photo(f, bloom(img, 0.3, 1.6), exposure=1.0)


SCENES = {"data_centre": data_centre, "library_shelves": library_shelves}
