"""Paint a night food market."""

import numpy as np
from core import F32, Array, Frame, Pen, bloom, blur, fbm, lin, mix, photo, smooth, tex
from figures import person, rough, sari
from parts import bokeh, lights, sky, sun_glow


def indore_night_market(f: Frame) -> Array:  # noqa: C901, PLR0915
    """A food street at night: strings of bulbs, stalls, a crowd, steam."""
    img = sky(f, [(0, "#0a0d1c"), (0.35, "#1f1826"), (0.6, "#3a2418"), (1, "#1a1210")])
    rng = f.rng(9)
    vp = (0.76, 0.52)
    img_lamps: list[tuple[list[tuple[float, float, float]], float]] = []
    for i in range(9):
        k = (i / 8) ** 1.5
        pen, awn, shelf = Pen(f), Pen(f), Pen(f)
        for side in (-1, 1):
            x0 = vp[0] + side * (0.1 + 0.75 * k)
            x1 = vp[0] + side * (0.1 + 0.75 * ((min(i + 1, 9)) / 8) ** 1.5)
            top, low = 0.52 - 0.05 - 0.42 * k, 0.52 + 0.035 + 0.36 * k
            pen.poly([(x0, top), (x1, top - 0.05 * k), (x1, low + 0.1 * k), (x0, low)])
            shelf.poly(
                [
                    (x0, 0.52 - 0.012 - 0.1 * k),
                    (x1, 0.52 - 0.012 - 0.13 * k),
                    (x1, 0.52 + 0.02 + 0.2 * k),
                    (x0, 0.52 + 0.015 + 0.16 * k),
                ]
            )
            awn.poly(
                [
                    (x0, 0.52 - 0.024 - 0.2 * k),
                    (x0 - side * 0.11 * k, 0.52 - 0.018 - 0.14 * k),
                    (x1 - side * 0.13 * k, 0.52 - 0.02 - 0.18 * k),
                    (x1, 0.52 - 0.026 - 0.25 * k),
                ]
            )
        hue = lin(
            str(rng.choice(["#b8352a", "#2a7a6a", "#c98a2a", "#7a3a7a", "#2a5a9a"]))
        )
        n = fbm(f, 0.03 + 0.06 * k, 0.03 + 0.05 * k, 20 + i, 5)
        soft = 0.002 + 0.004 * abs(k - 0.35)
        img = mix(
            img,
            lin("#2a1a14")[None, None] * (0.35 + 0.7 * n)[..., None],
            pen.mask(soft),
        )
        goods = mix(lin("#ff9a3a"), lin("#ffe0a0"), n) * (0.25 + 1.1 * n**2)[..., None]
        goods = blur(
            mix(
                goods,
                hue[None, None] * 1.2,
                smooth(0.42, 0.7, fbm(f, 0.012 + 0.02 * k, 0.02 + 0.03 * k, 60 + i, 3))
                * 0.4,
            ),
            0.006 + 0.008 * k,
        )
        spots = [
            (
                vp[0] + rng.choice([-1, 1]) * (0.1 + 0.75 * k + rng.uniform(0, 0.09)),
                0.52 + rng.uniform(-0.09, 0.15) * k,
                rng.uniform(0.05, 0.5),
            )
            for _ in range(16)
        ]
        img_lamps.append((spots, 0.004 + 0.011 * k))
        img = mix(img, goods * (0.95 - 0.35 * k), shelf.mask(soft + 0.002))
        img = mix(
            img, hue[None, None] * (0.45 + 0.6 * n)[..., None], awn.mask(soft) * 0.95
        )
    for spots, r in img_lamps:
        tints = [
            lin(
                str(rng.choice(["#ffd08a", "#ffb860", "#fff0d0", "#ff9a5a", "#9adcff"]))
            )
            for _ in spots
        ]
        img = img + bokeh(f, spots, tints, r)
    ground = smooth(0.545, 0.56, f.y)
    d = np.clip(f.y - 0.52, 0.01, None)
    floor = (
        lin("#3a2a20")[None, None]
        * (0.4 + 0.8 * tex((f.x - vp[0]) / d * 0.3, 0.3 / d))[..., None]
    )
    mirror = np.clip(np.round((2 * 0.553 - f.y) * f.h), 0, f.h - 1).astype(int)
    ix = np.clip(
        np.arange(f.w)[None] + (tex(f.x * 2, f.y * 5, 4) - 0.5) * 0.05 * f.h, 0, f.w - 1
    ).astype(int)
    shine = blur(img[mirror, ix], 0.004, 0.02)
    wet = smooth(0.35, 0.7, fbm(f, 0.3, 0.05, 8))[..., None]
    lane = np.abs(f.x - vp[0]) < 0.02 + 1.35 * d
    img = mix(
        img,
        (floor * 0.5 + shine * (0.15 + 0.5 * wet)).astype(F32),
        ground * blur(lane.astype(F32), 0.006),
    )
    pts, cols = [], []
    for j in range(11):
        k = (j / 10) ** 1.6
        y = 0.47 - 0.43 * k
        for t in np.linspace(0, 1, 22):
            x = vp[0] + (t - 0.5) * 2 * (0.1 + 0.85 * k)
            pts.append((x, y + (0.03 + 0.11 * k) * 4 * t * (1 - t), 0.35 + 1.0 * k))
            cols.append(
                lin(
                    str(
                        rng.choice(
                            ["#ffc070", "#ffd898", "#ffb050", "#ff6a4a", "#6ac0ff"],
                            p=[0.4, 0.3, 0.18, 0.06, 0.06],
                        )
                    )
                )
            )
    small = [i for i, p in enumerate(pts) if p[1] > 0.3]
    img = img + lights(
        f,
        [(pts[i][0], pts[i][1], pts[i][2] * 2) for i in small],
        [cols[i] for i in small],
        0.0018,
        0.018,
    )
    big = [i for i, p in enumerate(pts) if p[1] <= 0.3]
    img = img + bokeh(
        f, [(pts[i][0], pts[i][1], 0.9) for i in big], [cols[i] for i in big], 0.0125
    ) * F32(1.25)
    glow = sun_glow(f, vp, lin("#ffb060") * F32(0.55), 0.12)
    img = img + glow
    for k in range(3):
        n = fbm(f, 0.16, 0.24, 70 + k)
        x = (0.36, 1.14, 0.62)[k]
        m = (
            smooth(0.45, 0.85, n)
            * np.exp(-(((f.x - x - 0.1 * (0.5 - f.y)) / 0.09) ** 2))
            * smooth(0.66, 0.5, f.y)
            * smooth(0.05, 0.35, f.y)
        )
        img = mix(img, lin("#ffcf98") * 0.6, m * 0.5)
    for k, (y, h, n_) in enumerate(
        ((0.575, 0.07, 26), (0.61, 0.11, 18), (0.68, 0.18, 10), (0.82, 0.34, 6))
    ):
        for _ in range(n_):
            pen = Pen(f)
            x = vp[0] + rng.normal(0, 0.07 + 0.14 * k)
            if k == 3:
                x = rng.choice([rng.uniform(0.1, 0.5), rng.uniform(1.0, 1.4)])
            hh = h * rng.uniform(0.88, 1.08)
            foot = y + rng.uniform(0, 0.02)
            if rng.random() < 0.4:
                sari(pen, x, foot, hh)
            else:
                person(pen, x, foot, hh, rng.uniform(0, 0.7))
            m = rough(
                f,
                pen.mask(0.001 + 0.006 * (k == 3)),
                hh * 0.03,
                hh * 0.12,
                int(x * 999),
            )
            tone = lin(
                str(rng.choice(["#2a1a14", "#3a1c1a", "#1a2028", "#33261a", "#2a1a28"]))
            )
            img = mix(np.minimum(img, 1.2), tone * (0.55 - 0.1 * k), m)
            edge = np.clip(
                m - np.roll(m, (1 if x < vp[0] else -1) * -round(0.0035 * f.h), 1), 0, 1
            )
            img = img + blur(edge, 0.0015)[..., None] * lin("#ffb060") * F32(0.12)
    return photo(f, bloom(img, 0.45, 0.7), exposure=1.0)


SCENES = {"indore_night_market": indore_night_market}
