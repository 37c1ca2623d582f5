"""Paint rooms: a hospital corridor, a classroom, a court's colonnade."""

import numpy as np
from core import F32, Array, Frame, bloom, hash1, lin, mix, photo, smooth, tex, wide
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
    tube,
)


def hospital_corridor(f: Frame) -> Array:
    """A long clean corridor with ceiling panels and a waiting trolley."""

    def wall(x: Array, _y: Array, z: Array) -> Array:
        recess = np.where(np.abs(rep(z + 1.6, 4.4)) < 0.62, 0.14, 0.0)
        return np.minimum(1.55 - np.abs(x) + recess * (_y < 2.15), 26 - z) * F32(0.8)

    def wall_skin(p: Hit) -> Skin:
        low = smooth(1.12, 1.1, p.y)
        c = mix(wide(lin("#d9dfd8"), p.x), wide(lin("#7fa79f"), p.x), low * 0.85)
        door = (np.abs(rep(p.z + 1.6, 4.4)) < 0.62) & (p.y < 2.15) & (np.abs(p.x) > 1.6)
        c = np.where(door[:, None], lin("#a98b62"), c)
        pane = (
            door & (np.abs(rep(p.z + 1.6, 4.4) - 0.25) < 0.12) & (abs(p.y - 1.5) < 0.3)
        )
        end = p.z > 25.8
        win = end & (np.abs(p.x) < 0.9) & (p.y > 0.1) & (p.y < 2.2)
        bars = (np.abs(rep(p.x, 0.9)) < 0.05) | (np.abs(p.y - 1.1) < 0.04)
        glow = wide(lin("#dcecff"), p.x) * ((win & ~bars) * 3.0 + pane * 0.35)[:, None]
        return Skin(
            colour=c, glow=glow.astype(F32), gloss=0.02 + 0.03 * low, rough=0.05
        )

    def ceil_skin(p: Hit) -> Skin:
        z = rep(p.z, 2.6)
        panel = (np.abs(z) < 0.62) & (np.abs(p.x) < 0.3)
        lit = np.where(np.isin(cell(p.z, 2.6), (3, 6)), 0.25, 3.2)
        seam = (np.abs(rep(p.x - 0.3, 0.6)) < 0.012) | (np.abs(rep(p.z, 0.65)) < 0.012)
        c = wide(lin("#c9cbc6"), p.x) * np.where(seam, 0.55, 1.0)[:, None]
        return Skin(
            colour=c.astype(F32),
            glow=wide(lin("#f4f8f2"), p.x) * (panel * lit)[:, None].astype(F32),
        )

    def floor_skin(p: Hit) -> Skin:
        n = tex(p.x * 0.05, p.z * 0.05)
        c = wide(lin("#8e9a9b"), p.x) * (0.8 + 0.4 * n)[:, None]
        band = np.abs(np.abs(p.x) - 1.15) < 0.11
        return Skin(
            colour=np.where(band[:, None], lin("#3f6f76"), c).astype(F32),
            gloss=0.16,
            rough=0.007,
        )

    def rail(x: Array, y: Array, _z: Array) -> Array:
        return np.hypot(np.abs(x) - 1.47, y - 0.93) - F32(0.035)

    def bed(x: Array, y: Array, z: Array) -> Array:
        x, z = x - 1.02, z - 6.1
        legs = box(
            np.abs(x) - 0.28, y - 0.4, np.abs(z) - 0.85, (0.02, 0.36, 0.02), 0.01
        )
        side = box(
            np.abs(x) - 0.36, np.abs(y - 0.88) - 0.09, z, (0.015, 0.015, 0.7), 0.01
        )
        frame_ = box(x, y - 0.62, z, (0.34, 0.03, 1.0), 0.02)
        return np.minimum(np.minimum(legs, side), frame_)

    def mattress(x: Array, y: Array, z: Array) -> Array:
        pillow = box(x - 1.02, y - 0.86, z - 6.85, (0.24, 0.06, 0.18), 0.055)
        return np.minimum(
            box(x - 1.02, y - 0.73, z - 6.1, (0.32, 0.08, 0.96), 0.06), pillow
        )

    lamps = [
        Lamp(at=(0, 2.55, z), colour=lin("#f2f6ee") * F32(0.95), size=0.5, shade=False)
        for z in (0, 2.6, 5.2, 10.4, 13, 18.2, 20.8)
    ]
    w = World(
        parts=[
            Part(dist=wall, skin=wall_skin),
            Part(dist=lambda _x, y, _z: 2.7 - y, skin=ceil_skin),
            Part(dist=lambda _x, y, _z: y, skin=floor_skin),
            Part(dist=rail, skin=flat("#9a7a55", 0.05)),
            Part(dist=bed, skin=flat("#9aa3a6", 0.2)),
            Part(dist=mattress, skin=flat("#aebfd0")),
        ],
        above=lin("#5a6a6c"),
        below=lin("#6d7672"),
        lamps=lamps,
        far=40,
        ao=0.5,
        haze=0.012,
        haze_colour=lin("#dfe8ea"),
    )
    img, dep = render(
        f, w, Eye(at=(-0.55, 1.35, 0.3), to=(0.1, 1.12, 10), zoom=0.95, roll=0.01)
    )
    img = lens(img, dep, 5.5, 0.005)
    return photo(f, bloom(img, 0.3, 1.2), exposure=0.95, sat=0.95)


def classroom_desks(f: Frame) -> Array:
    """Empty wooden desks with the sun through tall windows."""

    def wall(x: Array, y: Array, z: Array) -> Array:
        hole = box(x + 3.1, y - 1.75, rep(z - 1.2, 2.0, -1, 3), (0.3, 0.85, 0.68))
        return np.maximum(np.abs(x + 3.1) - 0.1, -hole)

    def bars(x: Array, y: Array, z: Array) -> Array:
        zz = rep(z - 1.2, 2.0, -1, 3)
        v = box(x + 3.08, y - 1.75, rep(zz, 0.45, -1, 1), (0.025, 0.86, 0.022))
        h = box(x + 3.08, rep(y - 1.75, 0.6, -1, 1), zz, (0.02, 0.018, 0.68))
        return np.minimum(v, h)

    def desk(x: Array, y: Array, z: Array) -> Array:
        xi, zz = rep(x + 0.4, 1.5, -1, 1), rep(z - 1.0, 1.35, 0, 4)
        xi = xi + 0.04 * np.sin(cell(z - 1.0, 1.35) * 5 + cell(x + 0.4, 1.5) * 3)
        top = box(xi, y - 0.72 + zz * 0.05, zz, (0.52, 0.018, 0.25), 0.01)
        tray = box(xi, y - 0.58, zz - 0.02, (0.48, 0.012, 0.2), 0.005)
        seat = box(xi, y - 0.42, zz + 0.55, (0.5, 0.018, 0.15), 0.01)
        back = box(xi, y - 0.7, zz + 0.72, (0.5, 0.08, 0.012), 0.006)
        return np.minimum(np.minimum(top, tray), np.minimum(seat, back))

    def legs(x: Array, y: Array, z: Array) -> Array:
        xi, zz = rep(x + 0.4, 1.5, -1, 1), rep(z - 1.0, 1.35, 0, 4)
        xi = xi + 0.04 * np.sin(cell(z - 1.0, 1.35) * 5 + cell(x + 0.4, 1.5) * 3)
        a = box(np.abs(xi) - 0.46, y - 0.35, np.abs(zz) - 0.2, (0.016, 0.35, 0.016))
        b = box(np.abs(xi) - 0.46, y - 0.38, zz + 0.7, (0.016, 0.38, 0.016))
        c = box(np.abs(xi) - 0.46, y - 0.12, zz + 0.3, (0.014, 0.014, 0.45))
        return np.minimum(np.minimum(a, b), c)

    def wood(p: Hit) -> Skin:
        k = hash1(cell(p.x + 0.4, 1.5), cell(p.z - 1, 1.35))
        n = tex(p.x * 0.06 + k, p.z * 1.1)
        c = lin("#9a6433") * (0.5 + 0.8 * n)[:, None] * (0.75 + 0.5 * k)[:, None]
        return Skin(colour=c.astype(F32), gloss=0.03, rough=0.008)

    def floor_skin(p: Hit) -> Skin:
        n = tex(p.x * 0.09, p.z * 0.09) * 0.6 + tex(p.x * 0.7, p.z * 0.7, 3) * 0.4
        seam = (np.abs(rep(p.x, 0.6)) < 0.006) | (np.abs(rep(p.z, 0.6)) < 0.006)
        c = lin("#8d8073") * (0.55 + 0.7 * n)[:, None] * np.where(seam, 0.6, 1)[:, None]
        return Skin(colour=c.astype(F32), gloss=0.03, rough=0.008)

    def board_skin(p: Hit) -> Skin:
        b = (np.abs(p.x + 0.3) < 1.9) & (np.abs(p.y - 1.62) < 0.62)
        rim = (np.abs(p.x + 0.3) < 1.96) & (np.abs(p.y - 1.62) < 0.68) & ~b
        dust = tex(p.x * 0.1 + p.y * 0.06, p.y * 0.25, 4)
        c = wide(lin("#c9b994"), p.x) * (0.9 + 0.2 * tex(p.x * 0.1, p.y * 0.1))[:, None]
        c = np.where((p.y < 1.0)[:, None], lin("#6f8f8a") * 0.9, c)
        c = np.where(rim[:, None], lin("#5c3b1e"), c)
        c = np.where(
            b[:, None], lin("#1d3129") + lin("#9fb0a4") * (0.3 * dust**3)[:, None], c
        )
        return Skin(colour=c.astype(F32))

    w = World(
        parts=[
            Part(dist=desk, skin=wood),
            Part(dist=legs, skin=flat("#3a3a3c", 0.05)),
            Part(dist=lambda _x, y, _z: y, skin=floor_skin),
            Part(
                dist=lambda x, y, z: box(x, y - 2, z - 8.7, (4.2, 4, 0.1)),
                skin=board_skin,
            ),
            Part(dist=wall, skin=flat("#cdbf9f")),
            Part(dist=bars, skin=flat("#4d3a26")),
            Part(dist=lambda x, _y, _z: 3.6 - x, skin=flat("#c9b994")),
        ],
        sun=(-1.0, 0.62, 0.18),
        sunlight=lin("#ffd9a0") * F32(5.0),
        above=lin("#4c525a"),
        below=lin("#4a4238"),
        sky=lambda rd: lin("#e8f2ff") * (1.6 + 1.2 * rd[:, 1:2]),
        lamps=[
            Lamp(
                at=(-2.6, 1.8, 3.0),
                colour=lin("#cfe2ff") * F32(1.3),
                size=1.2,
                shade=False,
            ),
            Lamp(
                at=(0, 0.2, 3.5),
                colour=lin("#ffcf90") * F32(0.35),
                size=1.0,
                shade=False,
            ),
        ],
        far=22,
        haze=0.012,
        haze_colour=lin("#cdb48a"),
        penumbra=40,
    )
    img, dep = render(f, w, Eye(at=(1.7, 1.55, -1.6), to=(-0.75, 0.92, 4.0), zoom=1.0))
    img = lens(img, dep, 3.6, 0.005)
    shaft = smooth(0.55, 0.0, f.x / f.a) * 0.10
    img = img + shaft[..., None] * lin("#ffdca8")
    return photo(f, bloom(img, 0.5, 1.0), exposure=1.3)


def court_columns(f: Frame) -> Array:
    """Stone columns in low sun, long shadows on the paving."""

    def columns(x: Array, y: Array, z: Array) -> Array:
        zz = rep(z, 2.6, 0, 6)
        ang = np.arctan2(zz, x)
        r = 0.46 - 0.012 * y - 0.016 * np.abs(np.cos(ang * 10))
        d = np.hypot(x, zz) - r
        shaft = np.maximum(d, np.abs(y - 3.0) - 2.7) * F32(0.9)
        plinth = box(x, y - 0.14, zz, (0.62, 0.14, 0.62), 0.02)
        ring = tube(x, y - 0.38, zz, 0.56, 0.09) - F32(0.02)
        neck = tube(x, y - 5.62, zz, 0.5, 0.06) - F32(0.02)
        cap = box(x, y - 5.85, zz, (0.6, 0.14, 0.6), 0.02)
        return np.minimum(
            np.minimum(shaft, plinth), np.minimum(ring, np.minimum(neck, cap))
        )

    def stone(p: Hit) -> Skin:
        n = (
            tex(p.x * 0.1 + p.z * 0.07, p.y * 0.08) * 0.6
            + tex(p.x * 0.9 + p.z * 0.8, p.y * 0.9, 3) * 0.4
        )
        stain = smooth(0.45, 0.75, tex(p.z * 0.2 + p.x * 0.2, p.y * 0.02, 4))
        c = lin("#d8b98e") * (0.55 + 0.7 * n)[:, None] * (1 - 0.35 * stain)[:, None]
        return Skin(colour=c.astype(F32))

    def wall_skin(p: Hit) -> Skin:
        row = np.floor(p.y / 0.5)
        zb = p.z + 0.5 * np.mod(row, 2)
        seam = (np.abs(rep(p.y, 0.5)) < 0.014) | (np.abs(rep(zb, 1.0)) < 0.014)
        s = stone(p)
        k = 0.8 + 0.4 * hash1(row, np.round(zb))
        door = (np.abs(rep(p.z - 1.3, 5.2)) < 0.8) & (
            (p.y < 3.2) | (np.hypot(rep(p.z - 1.3, 5.2), p.y - 3.2) < 0.8)
        )
        c = s.colour * k[:, None] * np.where(seam, 0.5, 1)[:, None]
        return Skin(colour=np.where(door[:, None], lin("#3a2416") * 0.7, c).astype(F32))

    def floor_skin(p: Hit) -> Skin:
        seam = (np.abs(rep(p.x, 0.9)) < 0.012) | (np.abs(rep(p.z, 0.9)) < 0.012)
        s = stone(p)
        k = 0.75 + 0.4 * hash1(cell(p.x - 0.45, 0.9), cell(p.z - 0.45, 0.9))
        return Skin(
            colour=(s.colour * k[:, None] * np.where(seam, 0.5, 1)[:, None]).astype(
                F32
            ),
            gloss=0.04,
            rough=0.04,
        )

    def person(x: Array, y: Array, z: Array) -> Array:
        x, z = x + 1.25, z - 8.3
        body = np.hypot(np.hypot(x, z), 0 * y) - (0.2 - 0.03 * np.abs(y - 0.9))
        body = np.maximum(body, np.abs(y - 0.72) - 0.68) * F32(0.8)
        head = np.sqrt(x * x + (y - 1.58) ** 2 + z * z) - F32(0.115)
        case = box(x - 0.3, y - 0.6, z, (0.05, 0.16, 0.22), 0.02)
        return np.minimum(np.minimum(body, head), case)

    w = World(
        parts=[
            Part(dist=columns, skin=stone),
            Part(dist=lambda x, _y, _z: x + 3.2, skin=wall_skin),
            Part(dist=lambda _x, y, _z: y, skin=floor_skin),
            Part(
                dist=lambda x, y, z: box(
                    x + 1.3, y - 6.4, z - 8, (2.0, 0.42, 14), 0.03
                ),
                skin=stone,
            ),
            Part(dist=lambda _x, _y, z: 19.5 - z, skin=wall_skin),
            Part(dist=person, skin=flat("#14161a")),
        ],
        sun=(1.0, 0.62, -0.25),
        sunlight=lin("#ffc98a") * F32(3.2),
        above=lin("#5d7390"),
        below=lin("#6b4d33"),
        sky=lambda rd: mix(
            lin("#f3d9b4") * 1.3, lin("#7da2cc"), smooth(0, 0.6, rd[:, 1])
        ),
        far=40,
        haze=0.02,
        haze_colour=lin("#e8c79a"),
        penumbra=30,
        ao=0.7,
    )
    img, dep = render(f, w, Eye(at=(-1.5, 1.5, -3.2), to=(-1.15, 2.35, 6), zoom=0.82))
    img = lens(img, dep, 7.0, 0.004)
    return photo(f, bloom(img, 0.3), exposure=0.85)


SCENES = {
    "hospital_corridor": hospital_corridor,
    "classroom_desks": classroom_desks,
    "court_columns": court_columns,
}
