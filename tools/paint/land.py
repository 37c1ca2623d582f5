"""Hold the land: height maps and snowy rock."""

import numpy as np
from core import F32, Array, fbm, frame, lin, mix, smooth, tex
from march import Hit, Skin


class Ground:
    """A height map over a square of land, read at any place."""

    def __init__(self, height: Array, size: float, care: float = 0.42) -> None:
        self.k2 = care
        self.m, self.k, self.n = (
            height.astype(F32),
            height.shape[0] / size,
            height.shape[0],
        )

    def at(self, x: Array, z: Array) -> Array:
        """Give the height at places; the square is centred on x = 0, z from 0."""
        u = np.clip(x * self.k + self.n / 2, 0, self.n - 2.001)
        v = np.clip(z * self.k, 0, self.n - 2.001)
        i, j = u.astype(np.int32), v.astype(np.int32)
        du, dv = (u - i).astype(F32), (v - j).astype(F32)
        flat = self.m.ravel()
        at = j * self.n + i
        a = flat[at] * (1 - du) + flat[at + 1] * du
        b = flat[at + self.n] * (1 - du) + flat[at + self.n + 1] * du
        return a * (1 - dv) + b * dv

    def dist(self, x: Array, y: Array, z: Array) -> Array:
        """Give a careful distance to the land."""
        return (y - self.at(x, z)) * F32(self.k2)


def ridged(n: int, cells: float, salt: int, octaves: int = 9) -> Array:
    """Give sharp ridged noise for mountains on an n x n map."""
    f = frame(n, n, salt)
    out, weight = np.zeros((n, n), F32), np.ones((n, n), F32)
    amp, size = 1.0, 1 / cells
    for o in range(octaves):
        k = fbm(f, size, size, o, 1)
        r = (1 - np.abs(k * 2 - 1)).clip(0, 1) ** 2
        out += F32(amp) * r * weight
        weight = np.clip(weight * (0.35 + 1.1 * r), 0, 1)
        amp *= 0.5
        size *= 0.5
    return out


def snow_land(p: Hit, snow: float, rock: str) -> Skin:
    """Make rock that carries snow above a height where it is not too steep."""
    n = (
        tex(p.x * 0.06, p.z * 0.06 + p.y * 0.05) * 0.5
        + tex(p.x * 0.5, p.z * 0.5 + p.y * 0.3, 3) * 0.5
    )
    steep = smooth(0.36, 0.56, p.n[:, 1] + 0.35 * (n - 0.5))
    white = steep * smooth(snow - 2, snow + 2, p.y + 4 * (n - 0.5))
    c = lin(rock) * (0.45 + 0.9 * n)[:, None]
    return Skin(colour=mix(c, lin("#f3f5f8"), white * 0.96))
