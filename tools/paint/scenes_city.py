"""Paint the cities of glass and concrete: housing towers, a tech park."""

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
from figures import leafy, person
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
from parts import clouds, sun_glow


def _face(p: Hit) -> Array:
    return np.where(np.abs(p.n[:, 0]) > np.abs(p.n[:, 2]), p.z, p.x)


def noida_towers(f: Frame) -> Array:
    """A forest of housing towers in afternoon haze."""
    step = 46.0

    def towers(x: Array, y: Array, z: Array) -> Array:
        ix, iz = cell(x, step), cell(z, step, 1, 40)
        k, k2 = hash1(ix, iz), hash1(iz, ix, ix)
        h = np.where(k < 0.16, 4.0, 32 + 62 * k2) * 0.5
        u, v = rep(x, step) + 6 * (k2 - 0.5), rep(z, step, 1, 40) + 6 * (k - 0.5)
        s = 7.5 + 3.5 * k
        notch = 1.6 * (np.abs(rep(u, 7.0)) < 1.3)
        qx, qy, qz = np.abs(u) - s, np.abs(y - h) - h, np.abs(v) - s * 0.8 + notch
        d = np.maximum(np.maximum(qx, qz), qy)
        top = box(u, y - 2 * h - 1.6, v, (3.0, 1.7, 2.5))
        d = np.minimum(d, np.where(k < 0.16, 9.0, top))
        edge = (
            step / 2
            - np.maximum(
                np.abs(rep(x, step)), np.abs(rep(z, step, 1, 40)).clip(0, step / 2)
            )
            + 1.0
        )
        return np.minimum(d * F32(0.8), np.maximum(np.maximum(edge, 1.0), y - 99))

    def skin(p: Hit) -> Skin:
        ix, iz = cell(p.x, step), cell(p.z, step, 1, 40)
        k = hash1(ix, iz)
        t = _face(p)
        fy, fu = np.mod(p.y, 3.1) / 3.1, np.mod(t, 3.4) / 3.4
        win = (fu > 0.2) & (fu < 0.72) & (fy > 0.3) & (fy < 0.82)
        slab = fy < 0.12
        r = hash1(np.floor(p.y / 3.1), np.floor(t / 3.4), ix + 3 * iz)
        pal = np.array(
            [
                lin(c)
                for c in (
                    "#c9b7a0",
                    "#b9a48c",
                    "#d6cfc4",
                    "#a8927e",
                    "#c2a890",
                    "#b4b8b8",
                )
            ]
        )
        c = (
            pal[np.minimum((hash1(iz, ix) * 6).astype(int), 5)]
            * (0.85 + 0.3 * tex(t * 0.02, p.y * 0.02))[:, None]
        )
        band = np.abs(rep(t, 17.0)) < 2.2
        c = np.where((band & (k > 0.4))[:, None], c * 0.7, c)
        c = np.where(slab[:, None], c * 1.12, c)
        glass = lin("#39444f") * (0.5 + 1.1 * r)[:, None]
        c = np.where((win & (p.n[:, 1] < 0.5))[:, None], glass, c)
        net = (k > 0.8) & (p.y > 40)
        c = np.where(
            (net & ~slab)[:, None], lin("#8a8480") * (0.5 + 0.6 * r)[:, None], c
        )
        return Skin(colour=c.astype(F32))

    def ground(p: Hit) -> Skin:
        n = tex(p.x * 0.004, p.z * 0.004) * 0.5 + tex(p.x * 0.05, p.z * 0.05, 3) * 0.5
        c = (
            mix(lin("#6f6a58"), lin("#3f5228"), smooth(0.42, 0.58, n))
            * (0.5 + n)[:, None]
        )
        road = (
            np.minimum(
                np.abs(np.abs(rep(p.x, step)) - 23), np.abs(np.abs(rep(p.z, step)) - 23)
            )
            < 3.2
        )
        return Skin(colour=np.where(road[:, None], lin("#77736f") * 0.8, c).astype(F32))

    def land(x: Array, y: Array, z: Array) -> Array:
        green = smooth(0.5, 0.65, tex(x * 0.012, z * 0.012, 9))
        return (y - 7.0 * green * tex(x * 0.06, z * 0.06, 4)) * F32(0.6)

    def heaven(rd: Array) -> Array:
        v = np.clip(rd[:, 1], 0, 1)
        return mix(lin("#f3d8b4") * 1.15, lin("#86a3bf"), smooth(0.0, 0.42, v))

    w = World(
        parts=[Part(dist=towers, skin=skin), Part(dist=land, skin=ground)],
        sun=(-0.9, 0.42, 0.12),
        sunlight=lin("#ffd6a0") * F32(3.6),
        above=lin("#8296ac") * F32(0.9),
        below=lin("#5a4c3c"),
        sky=heaven,
        haze=0.0021,
        haze_colour=lin("#e6d2bc"),
        far=1100,
        steps=240,
        ao=5.0,
        penumbra=20,
    )
    img, dep = render(f, w, Eye(at=(23, 96, -60), to=(-40, 62, 240), zoom=1.35), aa=4)
    img = mix(
        img, clouds(f, img, 0.48, ("#fff2dc", "#c4b8ae"), cover=0.4), 0.7 * (dep > 1000)
    )
    img = img + sun_glow(f, (1.6, 0.1), lin("#ffd9a0") * F32(0.35), 0.6)
    return photo(f, bloom(img, 0.2), exposure=0.8, sat=0.95)


def bengaluru_tech_park_night(f: Frame) -> Array:  # noqa: C901
    """Glass offices lit floor by floor, mirrored in a wet plaza."""
    blocks = [
        (-17, 15, 30, 8, 7),
        (9, 21, 46, 9, 8),
        (30, 12, 34, 9, 6),
        (-40, 24, 62, 11, 8),
        (-6, 34, 92, 10, 9),
        (44, 28, 80, 10, 9),
        (-70, 18, 80, 14, 8),
    ]

    def glass(x: Array, y: Array, z: Array) -> Array:
        d = np.full_like(x, 1e3)
        for bx, bh, bz, wx, wz in blocks:
            u, v = x - bx, z - bz
            c, s = np.cos(bx * 0.021), np.sin(bx * 0.021)
            d = np.minimum(
                d, box(u * c - v * s, y - bh, u * s + v * c, (wx, bh, wz), 1.2)
            )
        return d

    def skin(p: Hit) -> Skin:
        t = p.x * 0.8 + p.z
        floor_, col = np.floor(p.y / 3.4), np.floor(t / 1.5)
        fy, fu = p.y / 3.4 - floor_, t / 1.5 - col
        pane = (fy > 0.2) & (fu > 0.06) & (p.n[:, 1] < 0.5)
        block = np.round(p.x / 26)
        on = hash1(np.floor(col / 6), floor_, block) > 0.3
        some = hash1(col, floor_, block) > 0.12
        warm = hash1(np.floor(col / 6), floor_ + 50, block)[:, None]
        tone = mix(lin("#ffd8a0"), lin("#dbeaff"), smooth(0.45, 0.6, warm))
        depth_ = 0.25 + 0.75 * fy + 0.35 * tex(t * 0.35, p.y * 0.35, 3)
        desk = 1 - 0.7 * (smooth(0.45, 0.3, fy) * (hash1(col, floor_) > 0.3))
        lit = pane & on & some
        glow = (
            tone
            * (lit * depth_ * desk * (0.2 + 0.55 * hash1(floor_, col + 8)))[:, None]
        )
        lobby = (p.y < 4.6) & (fu > 0.05)
        glow = np.where(
            lobby[:, None],
            lin("#ffd49a")
            * (0.25 + 0.35 * tex(t * 0.1, p.y * 0.1) + 0.2 * hash1(col, block))[
                :, None
            ],
            glow,
        )
        c = wide(lin("#1a222c"), p.x)
        return Skin(
            colour=c,
            glow=(glow * 1.3).astype(F32),
            gloss=np.where(pane, 0.12, 0.02).astype(F32),
            rough=0.004,
        )

    def plaza(p: Hit) -> Skin:
        wet = smooth(0.38, 0.6, tex(p.x * 0.012, p.z * 0.012, 3))
        seam = (np.abs(rep(p.x, 1.5)) < 0.03) | (np.abs(rep(p.z, 1.5)) < 0.03)
        c = (
            wide(lin("#3a3d42"), p.x)
            * np.where(seam, 0.5, 0.8 + 0.3 * hash1(cell(p.x, 1.5), cell(p.z, 1.5)))[
                :, None
            ]
        )
        return Skin(
            colour=c.astype(F32), gloss=(0.05 + 0.3 * wet).astype(F32), rough=0.007
        )

    def heaven(rd: Array) -> Array:
        v = np.clip(rd[:, 1], 0, 1)
        c = mix(lin("#c98a6a") * 0.5, lin("#16305c") * 0.8, smooth(0.0, 0.3, v))
        k = rd[:, 1].clip(0.03)
        n = smooth(0.45, 0.8, tex(rd[:, 0] / k * 0.05, rd[:, 2] / k * 0.03, 6))
        return mix(c, lin("#5d5a78") * 0.55, n * 0.7)

    def posts(x: Array, y: Array, z: Array) -> Array:
        u, v = np.abs(x - 1) - 7.5, rep(z, 9, 0, 8)
        return tube(u, y - 1.9, v, 0.05, 1.9)

    def heads(x: Array, y: Array, z: Array) -> Array:
        return np.sqrt(
            (np.abs(x - 1) - 7.5) ** 2 + (y - 3.9) ** 2 + rep(z, 9, 0, 8) ** 2
        ) - F32(0.16)

    lamps = [
        Lamp(
            at=(s * 7.5 + 1, 3.9, z),
            colour=lin("#ffd09a") * F32(5),
            size=1,
            shade=False,
        )
        for z in (9, 18, 27)
        for s in (-1, 1)
    ]
    w = World(
        parts=[
            Part(dist=glass, skin=skin),
            Part(dist=lambda _x, y, _z: y, skin=plaza),
            Part(dist=posts, skin=flat("#222428")),
            Part(dist=heads, skin=flat("#ffe2b8", glow=9)),
        ],
        lamps=lamps,
        above=lin("#2a3d62") * F32(0.7),
        below=lin("#33281e"),
        sky=heaven,
        far=260,
        haze=0.002,
        haze_colour=lin("#3a4058"),
        ao=2.0,
        steps=110,
    )
    img, dep = render(
        f, w, Eye(at=(-1.5, 1.65, -5), to=(1.5, 7.6, 40), zoom=0.95), aa=4
    )
    pen, rng = Pen(f), f.rng(3)
    for x, h in ((0.1, 0.3), (0.28, 0.16), (1.3, 0.2), (1.44, 0.34)):
        leafy(pen, rng, x, 0.735 + h * 0.12, h)
    img = mix(img, lin("#0c130e") * 0.8, pen.mask() * 0.96)
    ppl = Pen(f)
    for x, y, h in (
        (0.66, 0.72, 0.1),
        (0.7, 0.722, 0.098),
        (0.93, 0.7, 0.066),
        (1.08, 0.745, 0.12),
    ):
        person(ppl, x, y, h, rng.uniform(0.3, 0.9))
    img = mix(img, lin("#0d0d10"), ppl.mask() * 0.95)
    return photo(f, bloom(lens(img, dep, 30, 0.001), 0.5, 0.9), exposure=1.15)


SCENES = {
    "noida_towers": noida_towers,
    "bengaluru_tech_park_night": bengaluru_tech_park_night,
}
