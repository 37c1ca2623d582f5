"""Hold the figures: people, crowds, trees, palms."""

import math
from collections.abc import Sequence

import numpy as np
from core import (
    Array,
    Frame,
    Pen,
    Point,
    blur,
    fbm,
)


def curve(pts: Sequence[Point], n: int = 5) -> list[Point]:
    """Round a closed outline through its points."""
    p = np.array(pts)
    a, b, c, d = np.roll(p, 1, 0), p, np.roll(p, -1, 0), np.roll(p, -2, 0)
    out = [
        0.5
        * (
            2 * b
            + (c - a) * t
            + (2 * a - 5 * b + 4 * c - d) * t**2
            + (3 * b - a - 3 * c + d) * t**3
        )
        for t in np.arange(n) / n
    ]
    return [(float(x), float(y)) for x, y in np.stack(out, 1).reshape(-1, 2)]


HEAD = [
    (0.0, 1.0),
    (0.034, 0.99),
    (0.055, 0.955),
    (0.053, 0.915),
    (0.038, 0.88),
    (0.034, 0.858),
    (0.07, 0.838),
    (0.108, 0.818),
    (0.13, 0.785),
]


ARM = [
    (0.142, 0.72),
    (0.15, 0.63),
    (0.152, 0.54),
    (0.15, 0.47),
    (0.128, 0.455),
    (0.118, 0.52),
    (0.112, 0.6),
    (0.1, 0.62),
    (0.098, 0.55),
]


LEG = [
    (0.105, 0.47),
    (0.1, 0.38),
    (0.086, 0.28),
    (0.08, 0.15),
    (0.068, 0.045),
    (0.1, 0.008),
    (0.03, 0.004),
    (0.03, 0.06),
    (0.026, 0.27),
    (0.012, 0.44),
]


DRAPE = [
    (0.0, 1.0),
    (0.04, 0.985),
    (0.062, 0.94),
    (0.06, 0.89),
    (0.07, 0.845),
    (0.115, 0.805),
    (0.14, 0.73),
    (0.15, 0.63),
    (0.118, 0.56),
    (0.11, 0.47),
    (0.125, 0.3),
    (0.145, 0.12),
    (0.165, 0.01),
    (0.05, 0.0),
]


def person(
    pen: Pen, x: float, y: float, h: float, step: float = 0.0, wide: float = 1.0
) -> None:
    """Draw a standing or walking figure with its feet at (x, y)."""
    k = math.sin(x * 91.7 + y * 37.3)
    side = 1 if k > 0 else -1
    w = h * wide * (1 + 0.09 * k)
    tilt = 0.018 * math.sin(x * 53) + 0.012 * step * side
    out: list[Point] = []
    for s in (1, -1):
        stride = step * (0.075 if s == side else 0.035)
        swing = step * 0.03 * s * side
        half = [(px + (tilt if py > 0.84 else 0) * s, py) for px, py in HEAD]
        half += [
            (px + max(0.0, 0.72 - py) * swing * 2 + 0.012 * k * s * (py < 0.6), py)
            for px, py in ARM
        ]
        lift = 0.05 * step if s != side else 0.0
        half += [
            (
                px + stride * max(0.0, 0.45 - py) / 0.45 * s * side + 0.012 * s * k,
                max(py, lift * (py < 0.1)),
            )
            for px, py in LEG
        ]
        pts = [(x + s * px * w, y - py * h) for px, py in half]
        out = out + pts if s == 1 else out + pts[::-1]
    pen.poly(curve(out))


def sari(pen: Pen, x: float, y: float, h: float, lean: float = 0.0) -> None:
    """Draw a figure in a long dress or sari with its hem at (x, y)."""
    k = math.sin(x * 71.3 + y * 51.7)
    out: list[Point] = []
    for s in (1, -1):
        w = h * (1 + 0.14 * k * s)
        half = [
            (px + (0.02 * k * s if py > 0.84 else 0.03 * k * s * (0.5 - py)), py)
            for px, py in DRAPE
        ]
        pts = [(x + s * px * w + lean * h * py, y - py * h) for px, py in half]
        out = out + pts if s == 1 else out + pts[::-1]
    pen.poly(curve(out))


def rough(f: Frame, mask: Array, amount: float, size: float, salt: int = 200) -> Array:
    """Make the edge of a mask less even, as hair and cloth do."""
    dx = (fbm(f, size, size, salt, 3) - 0.5) * amount * f.h
    dy = (fbm(f, size, size, salt + 1, 3) - 0.5) * amount * f.h
    j, i = np.mgrid[0 : f.h, 0 : f.w]
    jj = np.clip(j + dy, 0, f.h - 1).astype(np.int32)
    ii = np.clip(i + dx, 0, f.w - 1).astype(np.int32)
    return mask[jj, ii]


SHOULDERS = [
    (0.0, -0.42),
    (0.2, -0.38),
    (0.31, -0.2),
    (0.31, 0.02),
    (0.24, 0.22),
    (0.17, 0.34),
    (0.2, 0.46),
    (0.45, 0.58),
    (0.7, 0.72),
    (0.82, 0.95),
    (0.86, 1.3),
    (0.3, 1.4),
]


def crowd(f: Frame, y: float, size: float, salt: int, hands: float = 0.0) -> Array:
    """Give the mask of heads and shoulders seen from behind, some hands raised."""
    pen, rng = Pen(f), f.rng(salt)
    x = -0.05
    while x < f.a + 0.05:
        s = size * rng.uniform(0.85, 1.2)
        yy = y + rng.normal(0, size * 0.25)
        turn = rng.normal(0, 0.05)
        out = [
            (x + c * q * s + (turn * s if e < 0.3 else 0), yy + e * s)
            for c, half in ((1, SHOULDERS), (-1, SHOULDERS[::-1]))
            for q, e in half
        ]
        pen.poly(curve(out, 4))
        pen.rect(x - s * 0.8, yy + s * 1.0, x + s * 0.8, 1.1)
        if rng.random() < hands:
            side = rng.choice([-1, 1])
            lift = rng.uniform(0.7, 1.6)
            ex, ey = x + side * s * 0.75, yy + s * 0.1
            hx, hy = x + side * s * rng.uniform(0.2, 0.8), yy - s * lift
            pen.line(
                [(x + side * s * 0.65, yy + s * 0.9), (ex, ey), (hx, hy)], s * 0.17
            )
            pen.dot(hx, hy - s * 0.06, s * 0.11, s * 0.16)
        x += s * rng.uniform(0.75, 1.35)
    return blur(rough(f, pen.mask(), size * 0.09, size * 0.3, salt), 0.0007)


def tree(pen: Pen, rng: np.random.Generator, x: float, y: float, h: float) -> None:
    """Draw a bare branching tree; call `leaves` for the crown."""

    def branch(x0: float, y0: float, ang: float, n: float, w: float) -> None:
        x1, y1 = x0 + math.cos(ang) * n, y0 - math.sin(ang) * n
        pen.line([(x0, y0), (x1, y1)], w)
        if n < h * 0.035:
            return
        for s in (-1, 1):
            branch(
                x1,
                y1,
                ang + s * rng.uniform(0.2, 0.6),
                n * rng.uniform(0.66, 0.82),
                w * 0.66,
            )

    branch(x, y, math.pi / 2 + rng.uniform(-0.08, 0.08), h * 0.28, h * 0.035)


def leaves(
    pen: Pen,
    rng: np.random.Generator,
    at: Point,
    size: Point,
    count: int,
    leaf: float = 0.006,
) -> None:
    """Draw a crown as many small leaves in clumps."""
    for _ in range(max(6, count // 40)):
        a, r = rng.uniform(0, 2 * math.pi), math.sqrt(rng.random())
        cx, cy = at[0] + math.cos(a) * r * size[0], at[1] + math.sin(a) * r * size[1]
        for _ in range(40):
            k = rng.uniform(0.4, 1.2) * leaf
            pen.dot(
                cx + rng.normal(0, size[0] * 0.17),
                cy + rng.normal(0, size[1] * 0.15),
                k,
                k * 0.6,
            )


def leafy(
    pen: Pen,
    rng: np.random.Generator,
    x: float,
    y: float,
    h: float,
    leaf: float = 0.007,
) -> None:
    """Draw a tree with an uneven crown of several clumps."""
    tree(pen, rng, x, y, h * 0.9)
    for _ in range(16):
        at = (x + rng.normal(0, h * 0.18), y - h * rng.uniform(0.52, 1.0))
        k = h * rng.uniform(0.07, 0.15) * (1.25 - abs(at[0] - x) / h)
        leaves(pen, rng, at, (k * 1.4, k), 600, max(0.0012, h * leaf))


def palm(pen: Pen, rng: np.random.Generator, x: float, y: float, h: float) -> None:
    """Draw a coconut palm."""
    lean = rng.uniform(-0.15, 0.15) * h
    pts = [(x + lean * t * t, y - h * t) for t in np.linspace(0, 1, 9)]
    pen.line(pts, h * 0.022)
    tx, ty = pts[-1]
    for a in np.linspace(-0.4, math.pi + 0.4, 13) + rng.normal(0, 0.08, 13):
        n = h * rng.uniform(0.26, 0.36)
        rib = [
            (tx + math.cos(a) * n * t, ty - math.sin(a) * n * t + h * 0.2 * t * t)
            for t in np.linspace(0, 1, 10)
        ]
        pen.line(rib, h * 0.007)
        for (px, py), t in zip(rib[2:], np.linspace(0.2, 1, 8), strict=True):
            drop = h * 0.075 * (1.1 - t)
            pen.line([(px, py), (px + math.cos(a) * drop * 0.5, py + drop)], h * 0.006)
            pen.line(
                [(px, py), (px + math.cos(a) * drop * 0.9, py + drop * 0.3)], h * 0.005
            )
