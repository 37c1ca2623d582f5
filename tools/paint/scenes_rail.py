"""Paint trains: a platform in fog, a metro station."""

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
from figures import person, sari
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
    project,
    rays,
    render,
    rep,
)
from parts import sun_glow


def railway_platform(f: Frame) -> Array:  # noqa: C901, PLR0915
    """A covered platform at first light, a waiting train in the mist."""

    def train(x: Array, y: Array, z: Array) -> Array:
        return box(x + 3.0, y - 2.1, rep(z - 14, 22.4, 0, 6), (1.55, 1.75, 11.0), 0.25)

    def train_skin(p: Hit) -> Skin:
        zz = rep(p.z - 14, 22.4, 0, 6)
        side = p.n[:, 0] > 0.5
        win = (
            side
            & (np.abs(p.y - 2.6) < 0.34)
            & (np.abs(rep(zz, 1.55)) < 0.5)
            & (np.abs(zz) < 9.2)
        )
        bars = np.mod(p.y * 9, 1) < 0.22
        door = side & (np.abs(np.abs(zz) - 10.1) < 0.42) & (p.y > 0.9) & (p.y < 3.2)
        band = np.abs(p.y - 2.6) < 0.5
        c = (
            np.where(band[:, None], lin("#c9cdd2"), lin("#24508a"))
            * (0.7 + 0.4 * tex(p.z * 0.02, p.y * 0.1))[:, None]
        )
        c = np.where((win | door)[:, None], lin("#14181c"), c)
        c = np.where((np.abs(p.n[:, 2]) > 0.5)[:, None], lin("#1a2430"), c)
        k = hash1(cell(zz, 1.55), cell(p.z - 14, 22.4))
        glow = lin("#ffd9a0") * ((win & ~bars) * (0.15 + 0.9 * (k > 0.35)))[:, None]
        return Skin(colour=c.astype(F32), glow=glow.astype(F32), gloss=0.05, rough=0.02)

    def platform(x: Array, y: Array, z: Array) -> Array:
        return box(x - 3.0, y - 0.35, z - 60, (4.0, 0.65, 90), 0.03)

    def floor_skin(p: Hit) -> Skin:
        line = np.abs(p.x + 0.55) < 0.09
        tile = (np.abs(rep(p.x, 0.6)) < 0.01) | (np.abs(rep(p.z, 0.6)) < 0.01)
        n = tex(p.x * 0.08, p.z * 0.08)
        c = lin("#7a746c") * (0.6 + 0.5 * n)[:, None] * np.where(tile, 0.7, 1)[:, None]
        c = np.where(line[:, None], lin("#d8b02a") * (0.5 + 0.5 * n)[:, None], c)
        wet = smooth(0.45, 0.65, tex(p.x * 0.05 + 0.4, p.z * 0.02, 3))
        return Skin(
            colour=c.astype(F32), gloss=(0.03 + 0.18 * wet).astype(F32), rough=0.012
        )

    def roof(x: Array, y: Array, z: Array) -> Array:
        slope = np.abs(x - 3.0) * 0.12
        sheet = np.maximum(
            np.abs(y - 5.6 + slope + 0.02 * np.sin(z * 16)) - 0.05,
            np.maximum(np.abs(x - 3.0) - 4.2, 4.0 - z),
        )
        beam = box(x - 3, y - 5.2, rep(z, 5), (4.0, 0.1, 0.08))
        post = box(x - 3, y - 3.0, rep(z, 5), (0.13, 2.4, 0.13), 0.02)
        brace = np.maximum(
            np.abs(np.abs(x - 3) - (y - 3.6).clip(0, 1.6)) - 0.06,
            np.maximum(np.abs(rep(z, 5)) - 0.05, np.abs(y - 4.4) - 0.8),
        ) * F32(0.6)
        return np.minimum(np.minimum(sheet, beam), np.minimum(post, brace))

    def tube_lights(x: Array, y: Array, z: Array) -> Array:
        return box(x - 1.5, y - 4.9, rep(z - 2.5, 5, 0, 30), (0.04, 0.04, 0.6))

    def bench(x: Array, y: Array, z: Array) -> Array:
        v = rep(z - 8, 10, 0, 8)
        return np.minimum(
            box(x - 3.9, y - 1.42, v, (0.28, 0.04, 0.9), 0.02),
            box(x - 4.1, y - 1.2, np.abs(v) - 0.6, (0.2, 0.22, 0.05)),
        )

    def rails(x: Array, y: Array, z: Array) -> Array:
        r = box(np.abs(x + 3.0) - 0.8, y + 0.05, z - 60, (0.04, 0.07, 95))
        return np.minimum(r, box(x + 3, y + 0.14, rep(z, 0.65), (1.3, 0.06, 0.13)))

    mist = lin("#c9bfb4") * F32(0.75)
    lamps = [
        Lamp(at=(1.5, 4.7, z), colour=lin("#fff0d0") * F32(2.4), size=1, shade=False)
        for z in (7.5, 12.5, 22.5, 32.5)
    ]
    w = World(
        parts=[
            Part(dist=train, skin=train_skin),
            Part(dist=platform, skin=floor_skin),
            Part(dist=roof, skin=flat("#6b5a4c")),
            Part(dist=tube_lights, skin=flat("#fff4dc", glow=5)),
            Part(dist=bench, skin=flat("#5a3a2a")),
            Part(dist=rails, skin=flat("#5b5048", 0.1)),
            Part(dist=lambda _x, y, _z: y + 0.2, skin=flat("#4a443c")),
        ],
        lamps=lamps,
        sun=(-0.6, 0.25, 0.75),
        sunlight=lin("#ffc890") * F32(0.9),
        above=lin("#8f9cb0") * F32(0.55),
        below=lin("#4a423a"),
        far=160,
        haze=0.021,
        haze_colour=mist,
        ao=0.8,
        sky=lambda rd: mix(mist * 1.2, lin("#a8b4c4"), smooth(0.05, 0.6, rd[:, 1])),
    )
    eye = Eye(at=(1.2, 2.5, 0.2), to=(0.3, 2.35, 20), zoom=1.05)
    img, dep = render(f, w, eye, aa=4)
    img = img + sun_glow(f, (1.0, 0.4), lin("#ffb870") * F32(0.4), 0.12)
    rng = f.rng(4)
    for z in (46, 40, 33, 27, 22, 18, 14, 11, 8.2):
        for _ in range(2):
            x = rng.uniform(-0.1, 5.5)
            px, py, _z = project(eye, f, (x, 1.0, z))
            h = py - project(eye, f, (x, 2.68, z))[1]
            pen = Pen(f)
            if rng.random() < 0.6:
                person(pen, px, py, h, rng.uniform(0, 0.7))
            else:
                sari(pen, px, py, h)
            if rng.random() < 0.5:
                pen.rect(px + h * 0.16, py - h * 0.3, px + h * 0.3, py)
            k = math.exp(-0.021 * z)
            img = mix(
                img, mix(mist, lin("#17181c"), k), pen.mask(0.0007) * (dep > z - 0.5)
            )
    return photo(f, bloom(lens(img, dep, 14, 0.004), 0.5, 0.8), exposure=0.95)


def metro_train(f: Frame) -> Array:
    """A metro train entering a bright station, blurred by its speed."""

    def hall(x: Array, y: Array, _z: Array) -> Array:
        return np.minimum(np.minimum(4.8 - y, x + 4.4), 5.0 - x)

    def hall_skin(p: Hit) -> Skin:
        lamp = (
            (np.abs(p.x - 1.4) < 0.14)
            & (p.n[:, 1] < -0.5)
            & (np.abs(rep(p.z, 3)) < 1.35)
        )
        lamp2 = (np.abs(p.x - 3.6) < 0.1) & (p.n[:, 1] < -0.5)
        panel = (np.abs(rep(p.z, 1.5)) < 0.012) | (np.abs(rep(p.y, 1.2)) < 0.012)
        c = (
            wide(lin("#a8adb0"), p.x)
            * np.where(
                panel,
                0.5,
                0.8 + 0.25 * hash1(cell(p.z - 0.75, 1.5), cell(p.y - 0.6, 1.2)),
            )[:, None]
        )
        band = (p.n[:, 0] < -0.5) & (np.abs(p.y - 2.9) < 0.35)
        c = np.where(band[:, None], lin("#2b5a8c"), c)
        poster = (
            (p.n[:, 0] < -0.5)
            & (np.abs(rep(p.z, 6)) < 1.6)
            & (np.abs(p.y - 1.85) < 0.55)
        )
        hue = hash1(cell(p.z, 6), cell(p.z, 6) + 3)[:, None]
        c = np.where(
            poster[:, None],
            mix(lin("#c9803a"), lin("#3a7a6a"), hue)
            * (0.5 + tex(p.z * 0.1, p.y * 0.15))[:, None],
            c,
        )
        glow = (
            lin("#f4f8ff") * (lamp * 5.0 + lamp2 * 2.5)[:, None]
            + c * (poster * 0.5)[:, None]
        )
        return Skin(colour=c.astype(F32), glow=glow.astype(F32))

    def floor_(x: Array, y: Array, z: Array) -> Array:
        return np.maximum(box(x - 3.2, y + 0.6, z, (3.5, 0.6, 200), 0.02), -9) + 0 * z

    def floor_skin(p: Hit) -> Skin:
        line = np.abs(p.x - 0.35) < 0.16
        studs = line & (np.hypot(rep(p.x - 0.35, 0.08), rep(p.z, 0.08)) < 0.028)
        seam = (np.abs(rep(p.x, 0.8)) < 0.006) | (np.abs(rep(p.z, 0.8)) < 0.006)
        c = (
            lin("#8d8f90")
            * (0.7 + 0.3 * tex(p.x * 0.3, p.z * 0.3, 3))[:, None]
            * np.where(seam, 0.6, 1)[:, None]
        )
        c = np.where(
            line[:, None], lin("#e0b024") * np.where(studs, 1.1, 0.8)[:, None], c
        )
        return Skin(colour=c.astype(F32), gloss=0.13, rough=0.006)

    def pillars(x: Array, _y: Array, z: Array) -> Array:
        return np.hypot(x - 3.4, rep(z - 5, 7)) - F32(0.36)

    w = World(
        parts=[
            Part(dist=hall, skin=hall_skin),
            Part(dist=floor_, skin=floor_skin),
            Part(dist=pillars, skin=flat("#b9bcbc", 0.05, 0.006)),
            Part(dist=lambda _x, y, _z: y + 1.1, skin=flat("#2a2826")),
        ],
        lamps=[
            Lamp(
                at=(1.6, 4.4, z),
                colour=lin("#eef4ff") * F32(3.2),
                size=1.5,
                shade=z == 7,
            )
            for z in (2, 7, 13, 20, 30)
        ],
        above=lin("#565c64"),
        below=lin("#5a5c5e"),
        far=90,
        haze=0.006,
        haze_colour=lin("#aab4bc"),
        ao=0.7,
    )
    eye = Eye(at=(2.0, 1.6, -1.0), to=(-0.15, 1.45, 10), zoom=0.95)
    img, _ = render(f, w, eye, aa=3)
    streak = _train_side(f, eye)
    m = streak[..., 3]
    img = mix(img, streak[..., :3], np.clip(m, 0, 1))
    for x, z in ((2.5, 9.5), (4.4, 6.6), (3.0, 15.0)):
        px, py, _z = project(eye, f, (x, 0, z))
        h = py - project(eye, f, (x, 1.7, z))[1]
        pen = Pen(f)
        if z == 15.0:
            sari(pen, px, py, h)
        else:
            person(pen, px, py, h, 0.25)
        ref = np.roll(pen.mask()[::-1], round((2 * py - 1) * f.h), 0) * (f.y > py)
        img = mix(
            img,
            lin("#3a3c40"),
            blur(ref, 0.004, 0.008) * 0.35 * np.exp(-(f.y - py).clip(0) * 8),
        )
        img = mix(img, lin("#1a1c22"), pen.mask(0.0008) * 0.97)
    return photo(f, bloom(img, 0.3, 0.9), exposure=0.95, sat=0.95)


def _train_side(f: Frame, eye: Eye) -> Array:
    """Look through every pixel at the plane of the moving train's side."""
    rd = rays(eye, (f.x - f.a / 2).ravel(), (f.y - 0.5).ravel())
    t = (-0.35 - eye.at[0]) / np.where(np.abs(rd[:, 0]) < 1e-5, -1e-5, rd[:, 0])
    y, z = eye.at[1] + rd[:, 1] * t, eye.at[2] + rd[:, 2] * t
    on = (t > 0) & (y > -0.75) & (y < 2.95) & (z > 1.2)
    acc = np.zeros((len(y), 3), F32)
    for k in range(24):
        zz = z + 0.9 * k / 24
        c = (
            np.broadcast_to(lin("#b4bbc0"), acc.shape)
            * (0.55 + 0.35 * smooth(-0.6, 1.2, y))[:, None]
        )
        c = np.where((np.abs(y - 0.55) < 0.16)[:, None], lin("#2b5fa0"), c)
        c = np.where((np.abs(y - 0.3) < 0.05)[:, None], lin("#c23a2a"), c)
        win = (np.abs(y - 1.62) < 0.46) & (np.abs(rep(zz, 2.9)) < 1.02)
        inner = (
            0.55
            + 0.75 * smooth(1.3, 2.05, y)
            + 0.5 * (tex(zz * 0.15, y * 0.2, 3) - 0.5)
        )
        c = np.where(win[:, None], lin("#fff2d8") * inner[:, None], c)
        door = (np.abs(rep(zz - 1.45, 2.9)) < 0.05) & (y < 2.3)
        acc += np.where(door[:, None], lin("#30343a"), c).astype(F32) / 24
    acc = acc * np.where(y < 0, 0.25, 1)[:, None]
    fade = np.exp(-0.006 * np.clip(z, 0, 80))[:, None]
    acc = acc * fade + lin("#aab4bc") * (1 - fade)
    m = on * smooth(1.2, 2.2, z) * smooth(2.95, 2.85, y)
    return np.concatenate([acc, m[:, None].astype(F32)], 1).reshape(f.h, f.w, 4)


SCENES = {"railway_platform": railway_platform, "metro_train": metro_train}
