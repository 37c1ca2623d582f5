"""Hold the flat parts: skies, clouds, ridges, water, lights, fog, rain."""

import math
from collections.abc import Sequence

import numpy as np
from core import (
    F32,
    Array,
    Frame,
    Pen,
    Point,
    blur,
    disc_blur,
    fbm,
    lin,
    mix,
    ramp,
    smooth,
    tex,
)
from march import Eye, rays


def sky(f: Frame, stops: Sequence[tuple[float, str]]) -> Array:
    """Paint a sky by colours from the top (0) to the bottom (1)."""
    warp = (fbm(f, 1.2, 0.6, 70, 3) - 0.5) * 0.05
    return ramp(f.y + warp, stops)


def sun_glow(f: Frame, at: Point, colour: Array, size: float) -> Array:
    """Give the light around a low sun or a lamp in haze."""
    r = np.hypot(f.x - at[0], f.y - at[1]) / size
    return (1 / (1 + r * r * 3) ** 1.5 + 0.12 * np.exp(-r / 2))[..., None] * colour


def clouds(  # noqa: PLR0913
    f: Frame,
    img: Array,
    horizon: float,
    colours: tuple[str, str],
    *,
    cover: float = 0.5,
    salt: int = 11,
    scale: float = 1.0,
    light: Point = (0.0, 0.5),
) -> Array:
    """Lay clouds in perspective: lit side and shaded side by two colours."""
    d = np.clip(horizon - f.y, 0.012, None) + 0.05
    u, v = (f.x - f.a / 2) / d * 0.055 * scale, 0.05 * scale / d
    warp = tex(u * 0.5, v * 0.5, salt + 1) * 0.12
    n = tex(u + warp, v * 1.2 + warp, salt)
    ahead = tex(u + warp + light[0] * 0.012, v * 1.2 + warp + light[1] * 0.012, salt)
    m = smooth(1 - cover, 1.25 - cover, n) * smooth(-0.01, 0.12, horizon - f.y)
    lit = np.clip(0.5 + (n - ahead) * 4.0, 0, 1)
    c = mix(lin(colours[1]), lin(colours[0]), lit[..., None])
    return mix(img, c, m * 0.9)


def ridge(
    f: Frame, y: float, amp: float, salt: int, size: float = 0.6, rough: int = 8
) -> Array:
    """Give the mask of everything below a fractal ridge line."""
    rng = f.rng(salt)
    line = np.zeros(f.w, F32)
    a, total = 1.0, 0.0
    for o in range(rough):
        n = max(4, round(f.a / size * 2**o)) + 3
        xs = np.linspace(0, n - 1, f.w)
        pts = rng.random(n)
        i = np.clip(xs.astype(int), 0, n - 2)
        t = xs - i
        t = t * t * (3 - 2 * t)
        line += (a * (pts[i] * (1 - t) + pts[i + 1] * t)).astype(F32)
        total += a
        a *= 0.48
    top = y - amp * (line / total - 0.5) * 2
    return np.clip((f.y - top[None, :]) * f.h + 0.5, 0, 1).astype(F32)


def tree_line(f: Frame, y: float, height: float, salt: int) -> Array:
    """Give the mask of a distant row of leafy trees."""
    base = ridge(f, y, height * 0.8, salt, 0.16, 5)
    d = fbm(f, 0.035, 0.03, salt + 1, 5) - 0.5
    soft = blur(base, height * 0.10)
    return smooth(0.42, 0.58, soft + d * 0.9 * smooth(0.02, 0.5, soft) * (soft < 0.97))


def water(  # noqa: PLR0913
    f: Frame,
    img: Array,
    horizon: float,
    *,
    tint: str = "#0b1a24",
    calm: float = 0.5,
    salt: int = 31,
    mirror: float = 0.9,
    scale: float = 1.0,
) -> Array:
    """Fill below the horizon with the mirrored picture, broken by waves."""
    d = f.y - horizon
    below = d > 0
    dd = np.clip(d, 0.0015, None)
    u, v = (f.x - f.a / 2) / (dd + 0.02) * 0.02 * scale, 0.06 * scale / (dd + 0.012)
    acc = np.zeros_like(img)
    amp = (1 - calm) * dd**0.75
    for k in range(5):
        n = tex(u + 0.173 * k, v + 0.31 * k, salt, 5) - 0.5
        fine = tex(u * 3.1 + 0.07 * k, v * 3.1, salt + 1, 4) - 0.5
        n2 = n + 0.45 * fine
        sy = horizon - dd * (1 + 0.12 * (k - 2) * (1 - calm)) - n2 * amp * 1.15
        sx = f.x + (n + fine) * amp * 0.1
        iy = np.clip(sy * f.h, 0, horizon * f.h - 1).astype(np.int32)
        ix = np.clip(np.where(sx < 0, -sx, sx) * f.h, 0, f.w - 1).astype(np.int32)
        acc += img[iy, ix]
    acc *= F32(0.2)
    slope = tex(u, v, salt, 6) - 0.5
    fres = np.clip(
        mirror * (1 - 0.55 * smooth(0, 0.5, dd)) + slope * (1 - calm) * 0.5, 0, 1
    )
    out = mix(np.broadcast_to(lin(tint), img.shape), acc, fres)
    return np.where(below[..., None], out, img).astype(F32)


def sparkle(f: Frame, horizon: float, cx: float, width: float, salt: int = 45) -> Array:
    """Give the glitter path of a light on rippled water."""
    d = np.clip(f.y - horizon, 0.001, None)
    n = tex((f.x - cx) / (d + 0.03) * 0.05, 0.16 / (d + 0.02), salt, 6)
    w = width * (0.35 + 2.0 * d)
    band = np.exp(-(((f.x - cx) / w) ** 2))
    cut = 0.74 - 0.22 * band
    return smooth(cut, cut + 0.12, n) * band * (f.y > horizon)


def lights(
    f: Frame,
    pts: Sequence[tuple[float, float, float]],
    colours: Sequence[Array],
    size: float = 0.0,
    halo: float = 0.0,
) -> Array:
    """Give the light of lamps at `(x, y, power)`, with an optional glow around."""
    out = np.zeros((f.h, f.w, 3), F32)
    unit = (f.h / 1200) ** 2 * 40
    for (x, y, power), c in zip(pts, colours, strict=True):
        px, py = x * f.h - 0.5, y * f.h - 0.5
        ix, iy = math.floor(px), math.floor(py)
        if 0 <= ix < f.w - 1 and 0 <= iy < f.h - 1:
            fx, fy = px - ix, py - iy
            w = np.array(
                [[(1 - fx) * (1 - fy), fx * (1 - fy)], [(1 - fx) * fy, fx * fy]]
            )
            out[iy : iy + 2, ix : ix + 2] += (w * power * unit)[..., None] * c
    sharp = blur(out, max(size, 0.0007))
    if halo:
        sharp = sharp + 0.35 * blur(out, halo * 0.25) + 0.25 * blur(out, halo)
    return sharp


def bokeh(
    f: Frame,
    pts: Sequence[tuple[float, float, float]],
    colours: Sequence[Array],
    radius: float,
) -> Array:
    """Give out-of-focus lamps as discs; a power of 1 is one full bright disc."""
    out = np.zeros((f.h, f.w, 3), F32)
    for (x, y, power), c in zip(pts, colours, strict=True):
        ix, iy = int(x * f.h), int(y * f.h)
        if 0 <= ix < f.w and 0 <= iy < f.h:
            out[iy, ix] += power * c
    return disc_blur(out * F32(math.pi * (radius * f.h) ** 2), radius)


def cone(f: Frame, top: Point, foot: Point, spread: float, salt: int = 0) -> Array:
    """Give the mask of a light cone in haze, bright at the lamp."""
    dx, dy = foot[0] - top[0], foot[1] - top[1]
    n = math.hypot(dx, dy)
    dx, dy = dx / n, dy / n
    along = (f.x - top[0]) * dx + (f.y - top[1]) * dy
    across = (f.x - top[0]) * dy - (f.y - top[1]) * dx
    w = 0.006 + np.clip(along, 0, None) * spread
    m = np.exp(-((across / w) ** 2) * 1.6) * (0.02 / (0.02 + w)) ** 0.6
    dust = 0.55 + 0.9 * fbm(f, 0.25, 0.2, 300 + salt, 5)
    return (m * smooth(-0.004, 0.01, along) * np.exp(-along / (n * 0.9)) * dust).astype(
        F32
    )


def rain(f: Frame, count: int, length: float, slant: float, salt: int = 61) -> Array:
    """Give the mask of falling rain streaks."""
    pen, rng = Pen(f), f.rng(salt)
    for _ in range(count):
        x, y, k = (
            rng.uniform(-0.1, f.a + 0.1),
            rng.uniform(-0.1, 1),
            rng.uniform(0.4, 1),
        )
        pen.line(
            [(x, y), (x + slant * length * k, y + length * k)], 0.0011, 0.25 + 0.5 * k
        )
    return pen.mask(0.0006)


def fog(  # noqa: PLR0913
    f: Frame,
    img: Array,
    colour: str,
    y: float,
    depth: float,
    *,
    amount: float = 0.8,
    salt: int = 80,
) -> Array:
    """Lay a bank of fog around the height `y`."""
    n = fbm(f, 0.8, 0.16, salt, 6)
    m = (
        np.exp(-(((f.y - y + (n - 0.5) * depth) / depth) ** 2))
        * (0.55 + 0.75 * n)
        * amount
    )
    return mix(img, lin(colour), np.clip(m, 0, 1))


def valley_fog(  # noqa: PLR0913
    f: Frame,
    img: Array,
    depth: Array,
    eye: Eye,
    colour: Array,
    *,
    top: float,
    thick: float,
    reach: float,
) -> Array:
    """Fill the low ground of a rendered landscape with fog, thicker far away."""
    rd = rays(eye, (f.x - f.a / 2).ravel(), (f.y - 0.5).ravel()).reshape(f.h, f.w, 3)
    y = eye.at[1] + rd[..., 1] * depth
    x, z = eye.at[0] + rd[..., 0] * depth, eye.at[2] + rd[..., 2] * depth
    n = tex(x * 0.02, z * 0.02, 17) - 0.5
    low = np.exp(-np.clip(y - top - n * thick, 0, None) / thick)
    return mix(img, colour, np.clip(low * (1 - np.exp(-depth / reach)), 0, 0.97))
