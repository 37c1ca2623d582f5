"""Paint work and woods: a price board, a furnace, a forest."""

import math

import numpy as np
from core import F32, Array, Frame, Pen, bloom, blur, fbm, lin, mix, photo, smooth, tex
from figures import leaves, person, rough
from march import (
    lens,
)
from parts import fog, ridge, sky, sun_glow

DIGITS = {
    "0": "abcdef",
    "1": "bc",
    "2": "abged",
    "3": "abgcd",
    "4": "fgbc",
    "5": "afgcd",
    "6": "afgedc",
    "7": "abc",
    "8": "abcdefg",
    "9": "abcdfg",
}


def _digit(pen: Pen, ch: str, x: float, y: float, h: float, v: float) -> None:
    w, t = h * 0.5, h * 0.12
    seg = {
        "a": ((0, 0), (w, 0)),
        "b": ((w, 0), (w, h / 2)),
        "c": ((w, h / 2), (w, h)),
        "d": ((0, h), (w, h)),
        "e": ((0, h / 2), (0, h)),
        "f": ((0, 0), (0, h / 2)),
        "g": ((0, h / 2), (w, h / 2)),
    }
    for s in DIGITS.get(ch, ""):
        (ax, ay), (bx, by) = seg[s]
        pen.line([(x + ax, y + ay), (x + bx, y + by)], t, v)
    if ch == ".":
        pen.dot(x, y + h, t * 0.7, v=v)


def stock_board(f: Frame) -> Array:
    """Rows of glowing figures on a price board, seen at an angle."""
    rng = f.rng(4)
    up, down, gold = Pen(f, 3), Pen(f, 3), Pen(f, 3)
    rows, cols = 17, 5
    for r in range(rows):
        for c in range(cols):
            x0, y0 = 0.03 + c * 0.3, 0.02 + r * 0.058
            rise = rng.random() < 0.55
            pen = up if rise else down
            price = f"{rng.uniform(40, 4800):.2f}"
            move = f"{abs(rng.normal(0, 2.2)):.2f}"
            x = x0 + 0.012 * (7 - len(price))
            for ch in price:
                _digit(gold, ch, x, y0, 0.03, rng.uniform(0.8, 1))
                x += 0.012 if ch == "." else 0.0215
            x = x0 + 0.175
            t = 0.009
            s = -1 if rise else 1
            pen.poly(
                [
                    (x, y0 + 0.015 - s * t),
                    (x + 2 * t, y0 + 0.015 - s * t),
                    (x + t, y0 + 0.015 + s * t),
                ]
            )
            x += 0.03
            for ch in move:
                _digit(pen, ch, x, y0, 0.03, 0.95)
                x += 0.012 if ch == "." else 0.0215
    board = (
        up.mask()[..., None] * lin("#2dff84")
        + down.mask()[..., None] * lin("#ff3a2c")
        + gold.mask()[..., None] * lin("#ffc45a")
    )
    dots = smooth(
        0.48, 0.3, np.hypot(np.mod(f.x * 260, 1) - 0.5, np.mod(f.y * 260, 1) - 0.5)
    )
    board = board * (0.35 + 1.1 * dots)[..., None]
    board = (
        board
        + (np.mod(f.x - 0.015, 0.3) < 0.002)[..., None] * lin("#16202c")
        + lin("#05080c")
    )
    z = 0.55 + 1.5 * (f.x / f.a) ** 1.0
    su = (1 / 0.55 - 1 / z) / (1 / 0.55 - 1 / 2.05)
    sv = 0.5 + (f.y - 0.47) * (0.42 + 0.62 * f.x / f.a) + 0.05 * su
    iy = np.clip(sv * f.h, 0, f.h - 1).astype(int)
    ix = np.clip(su * f.w * 0.98, 0, f.w - 1).astype(int)
    img = board[iy, ix].astype(F32) * F32(1.5)
    img = img * smooth(-0.02, 0.02, np.minimum(sv, 1 - sv))[..., None]
    far = np.abs(f.x / f.a - 0.36)
    img = lens(
        img, (1 + far * 1.9 * np.where(f.x / f.a < 0.36, 1.5, 1)).astype(F32), 1.0, 0.02
    )
    img = img + blur(img, 0.06) * F32(0.5) + lin("#0a1018") * 0.5
    img = bloom(img, 0.6, 0.6)
    for x, y, h in ((0.56, 1.16, 0.5), (1.06, 1.24, 0.64)):
        pen = Pen(f)
        pen.dot(x, y - h * 0.88, h * 0.11, h * 0.15)
        pen.poly(
            [
                (x - h * 0.04, y - h * 0.8),
                (x + h * 0.05, y - h * 0.8),
                (x + h * 0.06, y - h * 0.66),
                (x - h * 0.06, y - h * 0.66),
            ]
        )
        pen.dot(x, y - h * 0.42, h * 0.27, h * 0.28)
        pen.rect(x - h * 0.27, y - h * 0.42, x + h * 0.27, 1.1)
        m = pen.mask(0.011)
        img = mix(np.minimum(img, 1.2), lin("#05070a"), m)
    return photo(f, img, exposure=1.1)


def steel_furnace(f: Frame) -> Array:  # noqa: PLR0915
    """Molten steel pouring in a dark hall, sparks and two workers."""
    img = mix(
        np.broadcast_to(lin("#0c0a0c"), (f.h, f.w, 3)),
        lin("#2a1610"),
        smooth(0.0, 0.8, f.y),
    )
    beams = Pen(f)
    for i in range(7):
        x = 0.03 + i * 0.24
        beams.rect(x, 0, x + 0.026, 0.86)
        beams.line([(x, 0.32), (x + 0.24, 0.12)], 0.009)
        beams.line([(x + 0.24, 0.32), (x, 0.12)], 0.009)
    for y in (0.1, 0.31, 0.335):
        beams.rect(0, y, 1.5, y + 0.016)
    smoke = fbm(f, 0.45, 0.4, 5)
    hot = sun_glow(f, (0.83, 0.6), lin("#ff7a24") * F32(1.6), 0.17)
    img = img + hot * (0.4 + 1.2 * smoke**2)[..., None]
    img = mix(img, lin("#120b0a"), beams.mask(0.0012) * 0.75)
    img = (
        img
        + sun_glow(f, (0.83, 0.6), lin("#ff6a1c") * F32(0.7), 0.22) * smoke[..., None]
    )
    ladle = Pen(f)
    ladle.poly([(0.44, 0.1), (0.86, 0.17), (0.82, 0.46), (0.52, 0.44)])
    ladle.line([(0.4, 0.2), (0.9, 0.28)], 0.035)
    ladle.line([(0.52, 0), (0.5, 0.2)], 0.018)
    ladle.line([(0.8, 0), (0.82, 0.25)], 0.018)
    m = ladle.mask(0.001)
    rust = fbm(f, 0.12, 0.1, 9)
    lit = smooth(0.5, 0.88, f.x)[..., None]
    img = mix(
        img,
        (
            lin("#150e0d") * (0.5 + rust)[..., None]
            + lin("#b8421a") * lit * 0.5 * (rust[..., None] ** 2)
        ).astype(F32),
        m * 0.97,
    )
    t = np.clip((f.y - 0.175) / 0.51, 0, 1)
    cx = 0.862 - 0.035 * (1 - (1 - t) ** 2) + 0.0025 * np.sin(f.y * 60)
    w = 0.024 * (1 - 0.45 * t) + 0.004 * (tex(f.x * 0.1, f.y * 1.5, 5) - 0.5)
    pour = smooth(w, w * 0.55, np.abs(f.x - cx)) * (f.y > 0.172) * (f.y < 0.7)
    core = smooth(w * 0.7, 0, np.abs(f.x - cx)) * pour
    mould = Pen(f)
    mould.poly([(0.58, 0.7), (1.1, 0.7), (1.06, 0.9), (0.62, 0.9)])
    img = mix(
        img, lin("#160c09")[None, None] * (0.6 + rust)[..., None], mould.mask(0.001)
    )
    pool = np.exp(-(((f.x - 0.83) / 0.22) ** 4)) * np.exp(-(((f.y - 0.7) / 0.011) ** 2))
    img = (
        img
        + (pour * 5)[..., None] * lin("#ff8a2c")
        + (core * 9)[..., None] * lin("#ffd9a0")
        + (pool * 7)[..., None] * lin("#ff9a3c")
    )
    floor = smooth(0.88, 0.9, f.y)
    refl = np.exp(-(((f.x - 0.83) / 0.34) ** 2)) * smooth(
        0.45, 0.75, tex(f.x * 1.2, f.y * 4.5, 4)
    )
    img = mix(
        img, lin("#100a09") + lin("#ff7a2a") * (refl * 0.8)[..., None], floor * 0.9
    )
    rng, sparks = f.rng(6), [Pen(f), Pen(f)]
    for _ in range(560):
        a, v = rng.uniform(0.1, math.pi - 0.1), abs(rng.normal(0, 0.26)) + 0.04
        x0, y0, g = 0.83 + rng.normal(0, 0.03), 0.69, rng.uniform(0.5, 1.4)
        t0 = rng.uniform(0.1, 1.2)
        dx, dy = math.cos(a) * v * 1.4, math.sin(a) * v * 1.5
        pts = [
            (x0 + dx * tt, y0 - dy * tt + g * 0.32 * tt * tt)
            for tt in np.linspace(t0, t0 + rng.uniform(0.06, 0.22), 6)
        ]
        if pts[-1][1] < 0.97:
            sparks[int(rng.integers(2))].line(pts, rng.uniform(0.0008, 0.0026))
    img = (
        img
        + sparks[0].mask(0.0003)[..., None] * lin("#ffc070") * F32(4)
        + sparks[1].mask(0.0006)[..., None] * lin("#ff8a30") * F32(3)
    )
    for x, y, h, s in ((0.33, 0.97, 0.44, 1), (1.27, 0.94, 0.37, -1)):
        pen = Pen(f)
        person(pen, x, y, h, 0.4, 1.15)
        pen.dot(x, y - h * 0.965, h * 0.085, h * 0.055)
        pen.rect(x - h * 0.1, y - h * 0.965, x + h * 0.1, y - h * 0.945)
        if s > 0:
            pen.line(
                [(x - h * 0.1, y - h * 0.5), (x + h * 0.75, y - h * 0.62)], h * 0.016
            )
        b = rough(f, pen.mask(0.0014), h * 0.02, h * 0.06)
        warm = (
            smooth(x - s * h * 0.12, x + s * h * 0.2, f.x)
            if s > 0
            else smooth(x + h * 0.12, x - h * 0.2, f.x)
        )
        body = (
            lin("#070506")
            + lin("#a84a1c") * (warm * 0.35 * smooth(0.35, 0.7, rust))[..., None]
        )
        img = mix(np.minimum(img, 2), body, b)
    return photo(f, bloom(img, 0.5, 0.8), exposure=1.05)


def ranchi_forest(f: Frame) -> Array:
    """Tall sal trees in morning fog with shafts of light."""
    img = sky(f, [(0, "#e8dfb8"), (0.4, "#d9d2a8"), (0.75, "#8f9a70"), (1, "#3a4426")])
    img = img + sun_glow(f, (0.98, 0.16), lin("#ffe6b0") * F32(1.1), 0.2)
    rng = f.rng(12)
    for layer in range(6):
        k = layer / 5
        pen, crown = Pen(f), Pen(f)
        base = 0.68 + 0.24 * k**1.3
        for _ in range((26, 20, 15, 11, 7, 4)[layer]):
            x = rng.uniform(-0.05, 1.55)
            if layer > 3 and 0.55 < x < 1.1:
                x = rng.choice([rng.uniform(0, 0.4), rng.uniform(1.2, 1.5)])
            w = (0.005 + 0.04 * k**1.8) * rng.uniform(0.7, 1.25)
            lean = rng.normal(0, 0.02)
            edge = [
                (x + lean * t + math.sin(t * 5 + x * 9) * w * 0.25, base - t * 1.05)
                for t in np.linspace(0, 1, 9)
            ]
            pen.poly(
                [(ex - w * (0.62 - 0.3 * i / 8), ey) for i, (ex, ey) in enumerate(edge)]
                + [
                    (ex + w * (0.62 - 0.3 * (8 - i) / 8), ey)
                    for i, (ex, ey) in enumerate(edge[::-1])
                ]
            )
            pen.poly(
                [
                    (x - w * 0.95, base + w * 0.3),
                    (x - w * 0.5, base - w * 2),
                    (x + w * 0.5, base - w * 2),
                    (x + w * 0.95, base + w * 0.3),
                ]
            )
            for _ in range(4):
                by = base - rng.uniform(0.35, 0.8)
                s = rng.choice([-1, 1])
                n = rng.uniform(0.04, 0.12) * (0.5 + k)
                pen.line(
                    [
                        (x, by),
                        (x + s * n * 0.6, by - n * 0.4),
                        (x + s * n, by - n * 0.9),
                    ],
                    w * 0.22,
                )
                leaves(
                    crown,
                    rng,
                    (x + s * n, by - n),
                    (0.05 + 0.05 * k, 0.035 + 0.03 * k),
                    200,
                    0.004 + 0.006 * k,
                )
            leaves(
                crown,
                rng,
                (x, base - rng.uniform(0.68, 0.95)),
                (0.1 + 0.09 * k, 0.07 + 0.05 * k),
                420,
                0.004 + 0.007 * k,
            )
        ground = ridge(f, base + 0.015, 0.02 + 0.015 * k, 60 + layer, 0.4)
        blades = Pen(f)
        for _ in range(500 + 260 * layer):
            bx, by = (
                rng.uniform(0, 1.5),
                base + 0.03 + rng.uniform(-0.03, 0.03 + 0.05 * k),
            )
            bh = (0.008 + 0.045 * k) * rng.uniform(0.4, 1.2)
            blades.line(
                [
                    (bx, by),
                    (bx + rng.normal(0, bh * 0.2), by - bh * 0.6),
                    (bx + rng.normal(0, bh * 0.5), by - bh),
                ],
                0.0008 + 0.002 * k,
            )
        ground = np.maximum(
            blur(ground, 0.001 + 0.003 * k),
            blades.mask(0.0005 + 0.002 * (layer == 5)) * 0.9,
        )
        tone = mix(lin("#b9b890"), lin("#2a3518"), k**0.75)
        bark = mix(lin("#b8b492"), lin("#1d170f"), k**0.75)
        n = fbm(f, 0.02 + 0.06 * k, 0.2, 70 + layer, 4)
        soft = 0.0008 + 0.0012 * (layer == 5) * 3
        grass = fbm(f, 0.03, 0.012, 90 + layer, 5)
        img = mix(img, tone[None, None] * (0.55 + 0.9 * grass)[..., None], ground)
        img = mix(
            img, bark[None, None] * (0.65 + 0.7 * n)[..., None], pen.mask(soft) * 0.96
        )
        leaf = crown.mask(soft)
        glowy = mix(
            tone,
            lin("#b8c060"),
            np.exp(-np.hypot(f.x - 0.98, f.y - 0.2) / 0.4) * (0.8 - 0.5 * k),
        )
        img = mix(img, glowy * (0.6 + 0.8 * grass)[..., None], leaf * 0.88)
        if layer < 5:
            img = fog(
                f,
                img,
                "#ddd6b0",
                base - 0.04,
                0.12,
                amount=0.42 - 0.06 * layer,
                salt=100 + layer,
            )
            ang = np.arctan2(f.y + 0.25, f.x - 1.08)
            rays_ = (
                smooth(
                    0.42, 0.75, tex(ang * 1.1 + layer * 0.13, ang * 0 + 0.2 * layer, 7)
                )
                * smooth(0, 0.15, f.y)
                * np.exp(-(((f.x - 0.85 + 0.25 * f.y) / 0.42) ** 2))
            )
            img = img + (rays_ * (0.12 - 0.012 * layer))[..., None] * lin("#ffedb8")
    pen = Pen(f)
    person(pen, 0.79, 0.845, 0.13, 0.5)
    img = mix(img, lin("#20201a"), pen.mask(0.0008) * 0.85)
    return photo(f, bloom(img, 0.3, 0.9), exposure=0.8)


SCENES = {
    "stock_board": stock_board,
    "steel_furnace": steel_furnace,
    "ranchi_forest": ranchi_forest,
}
