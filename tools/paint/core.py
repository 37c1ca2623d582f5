"""Hold the painter's ground: frames, colour, noise, blur, pens and the last print.

Pictures are float32 arrays of linear light, height x width x 3. Places in a picture
are given in heights of the picture: x runs from 0 to `frame.a`, y from 0 (top) to 1.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

Array = NDArray[np.float32]
Point = tuple[float, float]
F32 = np.float32


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The size of a picture and its coordinate grids."""

    w: int
    h: int
    seed: int
    x: Array = field(repr=False)
    y: Array = field(repr=False)

    @property
    def a(self) -> float:
        """Give the width in heights."""
        return self.w / self.h

    def rng(self, salt: int = 0) -> np.random.Generator:
        """Give a fresh generator that depends on the seed and the salt only."""
        return np.random.default_rng([self.seed, salt])


def frame(w: int, h: int, seed: int) -> Frame:
    """Make a frame of this size."""
    y, x = np.mgrid[0:h, 0:w].astype(F32)
    return Frame(w=w, h=h, seed=seed, x=(x + 0.5) / h, y=(y + 0.5) / h)


def lin(colour: str) -> Array:
    """Turn `#rrggbb` into linear light."""
    raw = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return np.array(
        [c / 12.92 if c < 0.04 else ((c + 0.055) / 1.055) ** 2.4 for c in raw], F32
    )


def wide(c: Array, like: Array) -> Array:
    """Repeat one colour for every entry of a list."""
    return np.broadcast_to(c, (len(like), 3)).astype(F32)


def smooth(lo: float | Array, hi: float | Array, v: Array) -> Array:
    """Give the smooth step from `lo` to `hi`."""
    t = np.clip((v - lo) / (np.asarray(hi) - lo + 1e-9), 0, 1).astype(F32)
    return t * t * (3 - 2 * t)


def mix(a: Array, b: Array, t: Array | float) -> Array:
    """Blend two pictures or colours by a mask."""
    t = np.asarray(t, F32)
    wide = max(a.ndim, b.ndim) == 3
    if t.ndim == 1 or (t.ndim == 2 and (wide or t.shape[-1] != 1)):
        t = t[..., None]
    return (a + (b - a) * t).astype(F32)


def ramp(v: Array, stops: Sequence[tuple[float, str]]) -> Array:
    """Colour a field by stops of `(value, #rrggbb)`, blended in linear light."""
    at = [s[0] for s in stops]
    cols = np.array([lin(s[1]) for s in stops])
    return np.stack([np.interp(v, at, cols[:, i]) for i in range(3)], -1).astype(F32)


def resize(img: Array, size: tuple[int, int], how: int = 3) -> Array:
    """Resize a float field (Pillow's filters keep floats)."""
    if img.ndim == 3:
        return np.stack([resize(img[..., i], size, how) for i in range(3)], -1)
    pic = Image.fromarray(np.ascontiguousarray(img, F32))
    return np.asarray(pic.resize(size, how), F32)  # type: ignore[arg-type]


def _conv(img: Array, sigma: float, axis: int) -> Array:
    r = max(1, math.ceil(sigma * 2.6))
    k = np.exp(-0.5 * (np.arange(-r, r + 1) / sigma) ** 2)
    k /= k.sum()
    pad = [(0, 0)] * img.ndim
    pad[axis] = (r, r)
    src = np.pad(img, pad, mode="edge")
    out = np.zeros_like(img)
    n = img.shape[axis]
    for i, weight in enumerate(k):
        cut = [slice(None)] * img.ndim
        cut[axis] = slice(i, i + n)
        out += src[tuple(cut)] * F32(weight)
    return out


def blur_px(img: Array, sx: float, sy: float) -> Array:
    """Blur by a Gaussian given in pixels; wide blurs run on a smaller picture."""
    h, w = img.shape[:2]
    fx = 2 ** max(0, int(math.log2(max(sx, 1e-3) / 2)))
    fy = 2 ** max(0, int(math.log2(max(sy, 1e-3) / 2)))
    if fx > 1 or fy > 1:
        small = resize(img, (max(2, w // fx), max(2, h // fy)), 4)
        return np.maximum(resize(blur_px(small, sx / fx, sy / fy), (w, h)), 0)
    out = img
    if sx > 0.3:
        out = _conv(out, sx, 1)
    if sy > 0.3:
        out = _conv(out, sy, 0)
    return out


def blur(img: Array, s: float, sy: float | None = None) -> Array:
    """Blur by a Gaussian given in heights of the picture."""
    h = img.shape[0]
    return blur_px(img, s * h, (s if sy is None else sy) * h)


def disc_blur(img: Array, radius: float) -> Array:
    """Blur as an open lens does: every light becomes a soft-edged disc."""
    h, w = img.shape[:2]
    f = max(1, int(radius * h / 9))
    small = resize(img, (w // f, h // f), 4) if f > 1 else img
    r = radius * h / f
    n = math.ceil(r)
    out = np.zeros_like(small)
    total = 0.0
    pad = np.pad(small, [(n, n), (n, n), (0, 0)], mode="edge")
    for dy in range(-n, n + 1):
        for dx in range(-n, n + 1):
            k = float(np.clip(r + 0.5 - math.hypot(dx, dy), 0, 1))
            if k:
                out += pad[
                    n + dy : n + dy + small.shape[0], n + dx : n + dx + small.shape[1]
                ] * F32(k)
                total += k
    out /= total
    return np.maximum(resize(out, (w, h)), 0) if f > 1 else out


def fbm(f: Frame, sx: float, sy: float, salt: int, octaves: int = 6) -> Array:
    """Give fractal noise, about 0..1 around 0.5; features are `sx` x `sy` heights."""
    rng = f.rng(salt)
    out = np.zeros((f.h, f.w), F32)
    amp, total = 1.0, 0.0
    for o in range(octaves):
        nx = max(2, round(f.a / sx * 2**o)) + 3
        ny = max(2, round(1 / sy * 2**o)) + 3
        if o and nx > f.w * 1.5 and ny > f.h * 1.5:
            break
        grid = rng.random((min(ny, f.h), min(nx, f.w)), F32)
        big = resize(grid, (f.w, f.h))
        out += F32(amp) * big
        total += amp
        amp *= 0.52
    return (out / total - 0.5) * F32(1.6) + F32(0.5)


def _tile(seed: int, n: int = 1024, octaves: int = 7) -> Array:
    rng = np.random.default_rng(seed)
    out = np.zeros((n, n), F32)
    amp, total = 1.0, 0.0
    for o in range(octaves):
        c = 8 * 2**o
        grid = np.pad(rng.random((c, c), F32), 2, mode="wrap")
        k = n // c
        big = resize(grid, (grid.shape[1] * k, grid.shape[0] * k))
        out += F32(amp) * big[2 * k : 2 * k + n, 2 * k : 2 * k + n]
        total += amp
        amp *= 0.5
    return (out / total - 0.5) * F32(1.8) + F32(0.5)


_tiles: dict[int, Array] = {}


def tex(u: Array, v: Array, salt: int = 1, octaves: int = 7) -> Array:
    """Look up endless noise at any place; one unit holds eight coarse features."""
    key = salt * 10 + octaves
    if key not in _tiles:
        _tiles[key] = _tile(key, octaves=octaves)
    t = _tiles[key]
    n = t.shape[0]
    fu, fv = np.asarray(u) * n, np.asarray(v) * n
    iu, iv = np.floor(fu), np.floor(fv)
    du, dv = (fu - iu).astype(F32), (fv - iv).astype(F32)
    i0, j0 = iu.astype(np.int64) % n, iv.astype(np.int64) % n
    i1, j1 = (i0 + 1) % n, (j0 + 1) % n
    top = t[j0, i0] * (1 - du) + t[j0, i1] * du
    low = t[j1, i0] * (1 - du) + t[j1, i1] * du
    return top * (1 - dv) + low * dv


def hash1(*keys: Array) -> Array:
    """Turn whole-numbered fields into even noise 0..1."""
    acc = np.zeros_like(np.asarray(keys[0], F32), dtype=np.float64)
    for i, k in enumerate(keys):
        acc = acc + np.asarray(k, np.float64) * (12.9898, 78.233, 37.719)[i]
    return np.mod(np.abs(np.sin(acc) * 43758.5453), 1).astype(F32)


class Pen:
    """Draw masks at twice the size, in heights of the picture."""

    def __init__(self, f: Frame, ss: int = 2) -> None:
        self.f, self.k = f, f.h * ss
        self.im = Image.new("L", (f.w * ss, f.h * ss), 0)
        self.d = ImageDraw.Draw(self.im)

    def _s(self, pts: Sequence[Point]) -> list[Point]:
        return [(x * self.k, y * self.k) for x, y in pts]

    def poly(self, pts: Sequence[Point], v: float = 1.0) -> None:
        """Fill a polygon."""
        self.d.polygon(self._s(pts), fill=round(v * 255))

    def line(self, pts: Sequence[Point], width: float, v: float = 1.0) -> None:
        """Draw a line with round joints."""
        px = max(1, round(width * self.k))
        self.d.line(self._s(pts), fill=round(v * 255), width=px, joint="curve")

    def rect(self, x0: float, y0: float, x1: float, y1: float, v: float = 1.0) -> None:
        """Fill a rectangle."""
        (p, q), (r, s) = self._s(
            [(min(x0, x1), min(y0, y1)), (max(x0, x1), max(y0, y1))]
        )
        self.d.rectangle([p, q, r, s], fill=round(v * 255))

    def dot(
        self, x: float, y: float, rx: float, ry: float | None = None, v: float = 1.0
    ) -> None:
        """Fill an ellipse around a point."""
        ry = rx if ry is None else ry
        (p, q), (r, s) = self._s([(x - rx, y - ry), (x + rx, y + ry)])
        self.d.ellipse([p, q, r, s], fill=round(v * 255))

    def mask(self, soft: float = 0.0) -> Array:
        """Give what was drawn as 0..1, softened by `soft` heights."""
        small = self.im.resize((self.f.w, self.f.h), Image.Resampling.BOX)
        m = np.asarray(small, F32) / F32(255)
        return blur(m, soft) if soft else m


def over(img: Array, mask: Array, colour: Array) -> Array:
    """Lay a colour or a picture over another through a mask."""
    return mix(img, colour, mask)


def bloom(img: Array, amount: float = 0.25, over_light: float = 0.7) -> Array:
    """Let bright places spill light, as a lens does."""
    hot = np.minimum(np.maximum(img - F32(over_light), 0), 12)
    halo = 0.5 * blur(hot, 0.006) + 0.3 * blur(hot, 0.025) + 0.2 * blur(hot, 0.09)
    return img + F32(amount * 2) * halo


def aces(img: Array) -> Array:
    """Map open-ended light to 0..1 along a film curve."""
    v = img * F32(0.85)
    return np.clip(v * (2.51 * v + 0.03) / (v * (2.43 * v + 0.59) + 0.14), 0, 1)


def photo(
    f: Frame,
    img: Array,
    *,
    exposure: float = 1.0,
    vignette: float = 0.35,
    grain: float = 0.007,
    sat: float = 1.0,
) -> Array:
    """Finish a picture: lens shading, film curve, grain; give display values 0..1."""
    r2 = ((f.x / f.a - 0.5) ** 2 + (f.y - 0.5) ** 2) * 2
    img = img * (exposure * (1 - vignette * r2 * (0.6 + 0.8 * r2)))[..., None]
    grey = img @ np.array([0.21, 0.72, 0.07], F32)
    img = np.maximum(grey[..., None] + (img - grey[..., None]) * sat, 0)
    out = aces(img)
    out = np.where(out < 0.0031308, out * 12.92, 1.055 * out ** (1 / 2.4) - 0.055)
    rng = f.rng(991)
    fine = rng.normal(0, 1, (f.h, f.w)).astype(F32)
    soft = blur_px(fine, 0.9, 0.9) * 2.6 + fine * 0.25
    tone = 0.35 + 0.65 * np.sin(np.pi * np.clip(out.mean(-1), 0.04, 1) ** 0.8)
    return np.clip(out + (soft * tone * grain)[..., None], 0, 1).astype(F32)
