"""Render small solid worlds: distance fields, sun and lamps, soft shade, haze, glass.

A world is a list of parts; a part has a distance function over x, y, z (y is up) and
a skin that says colour, own light and gloss at a place of its surface.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from core import F32, Array, Frame, blur, lin
from numpy.typing import NDArray

Dist = Callable[[Array, Array, Array], Array]
Vec = tuple[float, float, float]


@dataclass(frozen=True, kw_only=True)
class Hit:
    """The places where rays met a part, and the surface's direction there."""

    x: Array
    y: Array
    z: Array
    n: Array


@dataclass(frozen=True, kw_only=True)
class Skin:
    """How a part looks at each hit place."""

    colour: Array
    glow: Array | float = 0.0
    gloss: Array | float = 0.0
    rough: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Part:
    """A shape and its skin."""

    dist: Dist
    skin: Callable[[Hit], Skin]


@dataclass(frozen=True, kw_only=True)
class Lamp:
    """A point light; its shadow is skipped when `shade` is false."""

    at: Vec
    colour: Array
    size: float = 0.05
    shade: bool = True


def no_sky(rd: Array) -> Array:
    """Give darkness."""
    return np.zeros_like(rd)


@dataclass(frozen=True, kw_only=True)
class World:
    """Everything a ray can meet."""

    parts: Sequence[Part]
    sun: Vec = (0.4, 0.7, -0.3)
    sunlight: Array = field(default_factory=lambda: lin("#000000"))
    above: Array = field(default_factory=lambda: lin("#000000"))
    below: Array = field(default_factory=lambda: lin("#000000"))
    lamps: Sequence[Lamp] = ()
    sky: Callable[[Array], Array] = no_sky
    haze: float = 0.0
    haze_colour: Array | None = None
    far: float = 60.0
    steps: int = 90
    ao: float = 0.35
    penumbra: float = 12.0
    slack: float = 0.9


@dataclass(frozen=True, kw_only=True)
class Eye:
    """A camera; `zoom` is the focal length in picture heights."""

    at: Vec
    to: Vec
    zoom: float = 1.2
    roll: float = 0.0


def rays(eye: Eye, px: Array, py: Array) -> Array:
    """Give ray directions for places in the picture (in heights from the centre)."""
    at, to = np.array(eye.at, F32), np.array(eye.to, F32)
    fwd = (to - at) / np.linalg.norm(to - at)
    right = np.cross(fwd, np.array([np.sin(eye.roll), np.cos(eye.roll), 0], F32))
    right /= np.linalg.norm(right)
    up = np.cross(right, fwd)
    rd = px[:, None] * right - py[:, None] * up + F32(eye.zoom) * fwd
    return (rd / np.linalg.norm(rd, axis=1, keepdims=True)).astype(F32)


def project(eye: Eye, f: Frame, p: Vec) -> tuple[float, float, float]:
    """Say where in the picture a point of the world is seen, and how far away."""
    at, to = np.array(eye.at, F32), np.array(eye.to, F32)
    fwd = (to - at) / np.linalg.norm(to - at)
    right = np.cross(fwd, np.array([np.sin(eye.roll), np.cos(eye.roll), 0], F32))
    right /= np.linalg.norm(right)
    up = np.cross(right, fwd)
    d = np.array(p, F32) - at
    z = float(d @ fwd)
    k = eye.zoom / max(z, 1e-3)
    return f.a / 2 + float(d @ right) * k, 0.5 - float(d @ up) * k, z


def nearest(world: World, x: Array, y: Array, z: Array) -> Array:
    """Give the distance to the nearest part."""
    d = world.parts[0].dist(x, y, z)
    for part in world.parts[1:]:
        d = np.minimum(d, part.dist(x, y, z))
    return d


def _march(world: World, ro: Array, rd: Array, start: float) -> Array:
    n = len(rd)
    t = np.full(n, start, F32)
    live = np.arange(n)
    o, r = ro, rd
    for _ in range(world.steps):
        tl = t[live]
        p = o + r * tl[:, None]
        d = nearest(world, p[:, 0], p[:, 1], p[:, 2])
        tl = tl + d * F32(world.slack)
        t[live] = tl
        keep = (d > 0.0006 * tl + 0.0002) & (tl < world.far)
        if not keep.all():
            live, o, r = live[keep], o[keep], r[keep]
        if not len(live):
            break
    return t


def _shadow(world: World, p: Array, to: Array, reach: Array, k: float) -> Array:
    res = np.ones(len(p), F32)
    t = np.full(len(p), 0.02, F32)
    live = np.arange(len(p))
    for _ in range(28):
        tl = t[live]
        q = p[live] + to[live] * tl[:, None]
        d = nearest(world, q[:, 0], q[:, 1], q[:, 2])
        r = np.minimum(res[live], k * d / tl)
        res[live] = r
        tl = tl + np.clip(d, 0.012, None) * F32(world.slack)
        t[live] = tl
        live = live[(tl < reach[live]) & (r > 0.005)]
        if not len(live):
            break
    res = np.clip(res, 0, 1)
    return res * res * (3 - 2 * res)


def _normal(world: World, p: Array, eps: Array) -> Array:
    n = np.zeros_like(p)
    for k in ((1, -1, -1), (-1, -1, 1), (-1, 1, -1), (1, 1, 1)):
        kk = np.array(k, F32)
        q = p + eps[:, None] * kk
        n += kk * nearest(world, q[:, 0], q[:, 1], q[:, 2])[:, None]
    return n / (np.linalg.norm(n, axis=1, keepdims=True) + 1e-9)


def _occlusion(world: World, p: Array, n: Array) -> Array:
    occ = np.zeros(len(p), F32)
    for i in (1, 2, 4, 6):
        h = F32(world.ao * i / 6)
        q = p + n * h
        d = nearest(world, q[:, 0], q[:, 1], q[:, 2])
        occ += np.clip(h - d, 0, None) / h * F32(0.3)
    return np.clip(1 - occ, 0.06, 1)


def _light(world: World, p: Array, n: Array) -> Array:
    ao = _occlusion(world, p, n)
    up = (0.5 + 0.5 * n[:, 1:2]) * ao[:, None]
    out = world.below * (1 - up) * ao[:, None] + world.above * up
    q = p + n * F32(0.004)
    if world.sunlight.any():
        sun = np.array(world.sun, F32) / np.linalg.norm(world.sun)
        c = np.clip(n @ sun, 0, 1)
        lit = np.zeros(len(p), F32)
        i = np.flatnonzero(c > 0.001)
        ray = np.broadcast_to(sun.astype(F32), (len(i), 3))
        reach = np.full(len(i), world.far * 0.5, F32)
        lit[i] = _shadow(world, q[i], ray, reach, world.penumbra)
        out = out + (c * lit)[:, None] * world.sunlight
    for lamp in world.lamps:
        to = np.array(lamp.at, F32) - p
        r = np.linalg.norm(to, axis=1)
        to /= r[:, None]
        c = np.clip((n * to).sum(1) * 0.9 + 0.1, 0, 1) / (r * r + lamp.size)
        if lamp.shade:
            c = c * _shadow(world, q, to, r - 0.05, 6.0)
        out = out + c[:, None] * lamp.colour
    return out


def _skins(world: World, p: Array, n: Array) -> tuple[Array, Array, Array, Array]:
    d = np.stack([part.dist(p[:, 0], p[:, 1], p[:, 2]) for part in world.parts])
    which = d.argmin(0)
    colour, glow = np.zeros_like(p), np.zeros_like(p)
    gloss, rough = np.zeros(len(p), F32), np.zeros(len(p), F32)
    for i, part in enumerate(world.parts):
        at = np.flatnonzero(which == i)
        if len(at):
            q = p[at]
            s = part.skin(Hit(x=q[:, 0], y=q[:, 1], z=q[:, 2], n=n[at]))
            colour[at], glow[at] = s.colour, s.glow
            gloss[at], rough[at] = s.gloss, s.rough
    return colour, glow, gloss, rough


def trace(
    world: World, ro: Array, rd: Array, bounce: int = 1, start: float = 0.02
) -> tuple[Array, Array]:
    """Give the light and the distance that rays meet."""
    t = _march(world, ro, rd, start)
    sky = world.sky(rd)
    out = sky.astype(F32).copy()
    i = np.flatnonzero(t < world.far)
    if len(i):
        p = ro[i] + rd[i] * t[i][:, None]
        n = _normal(world, p, 0.0007 * t[i] + F32(0.0003))
        colour, glow, gloss, rough = _skins(world, p, n)
        c = colour * _light(world, p, n) + glow
        j = np.flatnonzero(gloss > 0.004) if bounce else []
        if len(j):
            c[j] += _mirror(world, p[j], n[j], rd[i][j], gloss[j], rough[j])
        if world.haze:
            k = np.exp(-world.haze * t[i])[:, None]
            h = sky[i] if world.haze_colour is None else world.haze_colour
            c = c * k + h * (1 - k)
        out[i] = c
    return out, np.minimum(t, world.far)


def _mirror(
    world: World, p: Array, n: Array, rd: Array, gloss: Array, rough: Array
) -> Array:
    rng = np.random.default_rng(len(p))
    m = n + rng.normal(0, 1, n.shape).astype(F32) * rough[:, None]
    m /= np.linalg.norm(m, axis=1, keepdims=True)
    dot = (rd * m).sum(1, keepdims=True)
    ref = rd - 2 * dot * m
    ref = np.where((ref * n).sum(1, keepdims=True) < 0.01, ref + 0.1 * n, ref)
    fres = gloss + (1 - gloss) * gloss**0.5 * np.clip(1 + dot[:, 0], 0, 1) ** 5
    c, _ = trace(world, p + n * F32(0.01), ref.astype(F32), bounce=0)
    return np.minimum(c, 6) * fres[:, None]


def render(f: Frame, world: World, eye: Eye, aa: int = 4) -> tuple[Array, Array]:
    """Render a picture and its depth; edges get `aa` more rays per pixel."""
    px, py = (f.x - f.a / 2).ravel(), (f.y - 0.5).ravel()
    n = len(px)
    img, depth = np.empty((n, 3), F32), np.empty(n, F32)
    size = 60000
    at = np.array(eye.at, F32)
    for i in range(0, n, size):
        rd = rays(eye, px[i : i + size], py[i : i + size])
        ro = np.broadcast_to(at, rd.shape)
        img[i : i + size], depth[i : i + size] = trace(world, ro, rd)
    edge = _edges(img.reshape(f.h, f.w, 3))
    rng = f.rng(5)
    for i in range(0, len(edge), size):
        e = edge[i : i + size]
        acc = np.minimum(img[e], 8)
        for _ in range(aa):
            jit = (rng.random((2, len(e)), F32) - 0.5) / f.h
            rd = rays(eye, px[e] + jit[0], py[e] + jit[1])
            acc = acc + np.minimum(
                trace(world, np.broadcast_to(at, rd.shape), rd)[0], 8
            )
        img[e] = acc / (aa + 1)
    return img.reshape(f.h, f.w, 3), depth.reshape(f.h, f.w)


def _edges(img: Array) -> NDArray[np.int64]:
    tone = np.sqrt(np.clip(img.mean(-1), 0, 4))
    d = np.zeros_like(tone)
    dx, dy = np.abs(np.diff(tone, axis=1)), np.abs(np.diff(tone, axis=0))
    d[:, 1:] += dx
    d[:, :-1] += dx
    d[1:] += dy
    d[:-1] += dy
    return np.flatnonzero(d.ravel() > 0.09)


def lens(img: Array, depth: Array, focus: float, strength: float) -> Array:
    """Blur by distance from the plane in focus; `strength` is the widest radius."""
    coc = np.clip(np.abs(1 / np.maximum(depth, 0.05) - 1 / focus) * focus, 0, 1.5) / 1.5
    coc = np.maximum(coc, 0.9 * blur(coc, strength * 0.3) * (depth > focus))
    levels = [img]
    edges = np.array([0, 0.12, 0.3, 0.6, 1.0])
    levels += [blur(img, strength * e) for e in edges[1:]]
    out = levels[0]
    for i in range(1, 5):
        k = np.clip((coc - edges[i - 1]) / (edges[i] - edges[i - 1]), 0, 1)
        out = np.where(
            (coc > edges[i - 1])[..., None],
            levels[i - 1] + (levels[i] - levels[i - 1]) * k[..., None],
            out,
        )
    return out


def box(x: Array, y: Array, z: Array, b: Vec, r: float = 0.0) -> Array:
    """Give the distance to a box of these half sizes, edges rounded by `r`."""
    qx, qy, qz = np.abs(x) - (b[0] - r), np.abs(y) - (b[1] - r), np.abs(z) - (b[2] - r)
    out = np.sqrt(
        np.maximum(qx, 0) ** 2 + np.maximum(qy, 0) ** 2 + np.maximum(qz, 0) ** 2
    )
    return out + np.minimum(np.maximum(qx, np.maximum(qy, qz)), 0) - F32(r)


def rep(v: Array, step: float, lo: float = -1e9, hi: float = 1e9) -> Array:
    """Fold space so that a shape repeats, from index `lo` to `hi`."""
    return v - F32(step) * np.clip(np.round(v / F32(step)), lo, hi)


def cell(v: Array, step: float, lo: float = -1e9, hi: float = 1e9) -> Array:
    """Say which repetition a place belongs to."""
    return np.clip(np.round(v / F32(step)), lo, hi)


def tube(x: Array, y: Array, z: Array, r: float, h: float) -> Array:
    """Give the distance to an upright cylinder of half height `h`."""
    d = np.sqrt(x * x + z * z) - F32(r)
    e = np.abs(y) - F32(h)
    return np.minimum(np.maximum(d, e), 0) + np.sqrt(
        np.maximum(d, 0) ** 2 + np.maximum(e, 0) ** 2
    )


def swell(
    x: Array, y: Array, z: Array, top: float, height: Callable[[Array, Array], Array]
) -> Array:
    """Give the distance to a rough sheet below `top`; noise is read only near it."""
    d = y - F32(top)
    i = np.flatnonzero(d < top + 0.05)
    d[i] = y[i] - height(x[i], z[i])
    return d


def flat(
    colour: str, gloss: float = 0.0, rough: float = 0.0, glow: float = 0.0
) -> Callable[[Hit], Skin]:
    """Make a skin of one colour."""
    c = lin(colour)

    def skin(hit: Hit) -> Skin:
        shape = (len(hit.x), 3)
        return Skin(
            colour=np.broadcast_to(c, shape),
            gloss=gloss,
            rough=rough,
            glow=np.broadcast_to(c * F32(glow), shape),
        )

    return skin
