"""Paint things seen close: chess, ballot boxes, a circuit board."""

import numpy as np
from core import F32, Array, Frame, bloom, hash1, lin, mix, photo, smooth, tex, wide
from march import (
    Dist,
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


def _turned(x: Array, y: Array, z: Array, prof: list[tuple[float, float]]) -> Array:
    """Give the distance to a turned piece with this profile of (height, radius)."""
    at = np.linspace(0, prof[-1][0], 160)
    rim = np.interp(at, [p[0] for p in prof], [p[1] for p in prof])
    turned = np.convolve(np.pad(rim, 3, mode="edge"), np.hanning(9)[1:-1] / 4, "valid")
    r = np.interp(y, at, turned).astype(F32)
    return np.maximum((np.hypot(x, z) - r) * F32(0.6), np.maximum(y - prof[-1][0], -y))


PAWN = [
    (0, 0.3),
    (0.1, 0.31),
    (0.13, 0.25),
    (0.2, 0.27),
    (0.24, 0.2),
    (0.5, 0.12),
    (0.66, 0.1),
    (0.68, 0.18),
    (0.73, 0.18),
    (0.75, 0.12),
    (0.8, 0.17),
    (0.9, 0.2),
    (1.0, 0.17),
    (1.08, 0.08),
    (1.1, 0.0),
]


KING = [
    (0, 0.36),
    (0.12, 0.37),
    (0.16, 0.3),
    (0.25, 0.32),
    (0.3, 0.24),
    (0.7, 0.15),
    (1.25, 0.13),
    (1.27, 0.23),
    (1.33, 0.23),
    (1.36, 0.15),
    (1.5, 0.18),
    (1.75, 0.25),
    (1.8, 0.24),
    (1.88, 0.1),
    (1.92, 0.06),
    (1.95, 0.04),
]


ROOK = [
    (0, 0.34),
    (0.1, 0.35),
    (0.15, 0.28),
    (0.22, 0.3),
    (0.28, 0.22),
    (0.75, 0.17),
    (0.8, 0.25),
    (0.88, 0.25),
    (0.9, 0.22),
    (1.15, 0.22),
    (1.16, 0.14),
]


BISHOP = [
    (0, 0.33),
    (0.1, 0.34),
    (0.15, 0.26),
    (0.22, 0.28),
    (0.28, 0.2),
    (0.8, 0.12),
    (0.84, 0.2),
    (0.9, 0.2),
    (0.93, 0.12),
    (1.1, 0.19),
    (1.25, 0.17),
    (1.42, 0.05),
    (1.46, 0.07),
    (1.52, 0.0),
]


def chess_board(f: Frame) -> Array:
    """A board in the middle of a game, lamp light from one side."""
    white = [
        (PAWN, 0, 2),
        (PAWN, -2, 1),
        (KING, 1, 0),
        (ROOK, 3, 0),
        (BISHOP, -1, 3),
        (PAWN, 2, 1),
        (PAWN, -3, 1),
        (ROOK, -3, 0),
    ]
    black = [
        (KING, -1, 6),
        (PAWN, 1, 4),
        (ROOK, 2, 6),
        (BISHOP, -2, 5),
        (PAWN, -3, 5),
        (PAWN, 3, 5),
        (PAWN, 0, 5),
        (ROOK, -4, 6),
    ]

    def side(pieces: list[tuple[list[tuple[float, float]], int, int]]) -> Dist:
        def dist(x: Array, y: Array, z: Array) -> Array:
            d = np.full_like(x, 50)
            for prof, px, pz in pieces:
                ux, uz = x - px - 0.5 + 0.05 * np.sin(px * 9 + pz), z - pz - 0.5
                d = np.minimum(d, _turned(ux, y, uz, prof))
                if prof is KING:
                    v = box(ux, y - 2.05, uz, (0.03, 0.13, 0.03))
                    h = box(ux, y - 2.07, uz, (0.09, 0.03, 0.03))
                    d = np.minimum(d, np.minimum(v, h))
            return d

        return dist

    def board_skin(p: Hit) -> Skin:
        inside = (p.x > -4) & (p.x < 4) & (p.z > -1) & (p.z < 7)
        odd = np.mod(np.floor(p.x) + np.floor(p.z), 2) > 0.5
        grain = tex(p.x * 0.4 + hash1(np.floor(p.x), np.floor(p.z)), p.z * 0.05)
        c = (
            np.where(odd[:, None], lin("#d9b27c"), lin("#4a2613"))
            * (0.6 + 0.7 * grain)[:, None]
        )
        c = np.where(
            inside[:, None],
            c,
            lin("#2d170c") * (0.6 + 0.8 * tex(p.x * 0.03, p.z * 0.4))[:, None],
        )
        return Skin(colour=c.astype(F32), gloss=0.05, rough=0.012)

    def back(rd: Array) -> Array:
        v = np.exp(-((rd[:, 0] + 0.35) ** 2 * 8 + (rd[:, 1] - 0.12) ** 2 * 14))
        return lin("#3b2a20") * 0.35 + lin("#ffb870") * F32(0.75) * v[:, None]

    w = World(
        parts=[
            Part(dist=side(white), skin=flat("#e3c89c", 0.06, 0.02)),
            Part(dist=side(black), skin=flat("#20120c", 0.07, 0.02)),
            Part(dist=lambda _x, y, _z: y, skin=board_skin),
        ],
        lamps=[
            Lamp(at=(-5.5, 5.0, 1.0), colour=lin("#ffd3a0") * F32(62)),
            Lamp(at=(5, 3.0, 9.0), colour=lin("#86a8d8") * F32(14), shade=False),
        ],
        above=lin("#2b2622"),
        below=lin("#241810"),
        sky=back,
        far=30,
        ao=0.4,
    )
    img, dep = render(f, w, Eye(at=(-1.2, 2.2, -4.2), to=(0.25, 0.75, 2.2), zoom=1.35))
    img = lens(img, dep, 7.0, 0.03)
    return photo(f, bloom(img, 0.25), exposure=0.95)


def ballot_boxes(f: Frame) -> Array:
    """Sealed metal boxes with slots in a row on a long table."""

    def boxes(x: Array, y: Array, z: Array) -> Array:
        i = cell(x, 1.5, -2, 4)
        xi = rep(x, 1.5, -2, 4)
        a = 0.12 * np.sin(i * 2.3 + 1)
        u, v = xi * np.cos(a) + z * np.sin(a), z * np.cos(a) - xi * np.sin(a)
        body = box(u, y - 0.42, v, (0.5, 0.42, 0.4), 0.03)
        lid = box(u, y - 0.86, v, (0.53, 0.035, 0.43), 0.015)
        slot = box(u, y - 0.9, v, (0.2, 0.1, 0.028))
        grip = np.hypot(np.hypot(u, y - 0.5) - 0.11, np.abs(v) - 0.41) - 0.018
        return np.minimum(np.maximum(np.minimum(body, lid), -slot), grip) * F32(0.9)

    def tin(p: Hit) -> Skin:
        i = cell(p.x, 1.5, -2, 4)
        n = (
            tex(p.x * 0.15, p.y * 0.3 + p.z * 0.2) * 0.5
            + tex(p.x * 1.2, p.y * 0.1 + p.z, 3) * 0.5
        )
        c = lin("#5f7f86") * (0.45 + 0.8 * n)[:, None] * (0.8 + 0.4 * hash1(i))[:, None]
        xi = rep(p.x, 1.5, -2, 4)
        label = (np.abs(xi + 0.05) < 0.22) & (np.abs(p.y - 0.25) < 0.1) & (p.z < -0.3)
        text = (
            label
            & (np.abs(rep(p.y - 0.25, 0.055)) < 0.011)
            & (np.abs(xi + 0.05) < 0.17 * hash1(np.round(p.y / 0.055), i) + 0.06)
        )
        c = np.where(label[:, None], lin("#e9e2cf"), c)
        c = np.where(text[:, None], lin("#3a3f55"), c)
        seal = np.hypot(xi, p.y - 0.79) < 0.05
        c = np.where((seal & (p.z < -0.3))[:, None], lin("#9c1f1a"), c)
        return Skin(colour=c.astype(F32), gloss=0.04, rough=0.02)

    def paper(x: Array, y: Array, z: Array) -> Array:
        u = x - 0.03
        return box(
            u - 0.1 * (y - 1.0) ** 2,
            y - 1.02,
            z - 0.02 + 0.15 * (y - 1.0),
            (0.13, 0.16, 0.004),
        ) * F32(0.7)

    def table(p: Hit) -> Skin:
        n = tex(p.x * 0.05, p.z * 0.6)
        fold = 0.85 + 0.15 * np.sign(np.sin(p.x * 2.1)) * smooth(
            0.2, 0, np.abs(np.sin(p.x * 1.05))
        )
        c = lin("#b8b4a6") * (0.75 + 0.35 * n)[:, None] * fold[:, None]
        return Skin(colour=c.astype(F32), gloss=0.02, rough=0.1)

    def hall(rd: Array) -> Array:
        u, v = rd[:, 0] / rd[:, 2].clip(0.1), rd[:, 1] / rd[:, 2].clip(0.1)
        win = (
            smooth(0.1, 0.06, np.abs(rep(u + 0.1, 0.42)))
            * smooth(-0.02, 0.0, v)
            * smooth(0.36, 0.33, v)
        )
        c = mix(lin("#3b3a36") * 0.8, lin("#7d7460") * 0.8, smooth(-0.2, 0.4, v))
        return c + lin("#dfeaf5") * (win * 2.6)[:, None]

    w = World(
        parts=[
            Part(dist=boxes, skin=tin),
            Part(dist=paper, skin=flat("#f2efe2")),
            Part(
                dist=lambda x, y, z: box(x, y + 0.05, z - 0.3, (14, 0.05, 1.3), 0.02),
                skin=table,
            ),
        ],
        lamps=[
            Lamp(at=(-3.5, 4.0, -2.5), colour=lin("#fff0d8") * F32(14)),
            Lamp(at=(5, 3.0, 4.0), colour=lin("#bcd4f0") * F32(16)),
        ],
        above=lin("#6d7076"),
        below=lin("#4a443c"),
        sky=hall,
        far=30,
        ao=0.3,
    )
    img, dep = render(f, w, Eye(at=(-2.0, 1.75, -2.7), to=(0.55, 0.55, 0.2), zoom=1.3))
    img = lens(img, np.where(dep > 29, 14, dep), 3.4, 0.034)
    return photo(f, bloom(img, 0.25, 1.4), exposure=1.35, sat=0.95)


def circuit_board(f: Frame) -> Array:
    """A circuit board close up, sharp in one narrow band."""

    def chips(x: Array, y: Array, z: Array) -> Array:
        ix, iz = cell(x, 2.2), cell(z, 2.6)
        k = hash1(ix, iz)
        s = 0.35 + 0.5 * k
        u, v = rep(x, 2.2), rep(z, 2.6)
        q = np.stack(
            [
                np.abs(u) - s,
                np.abs(y - 0.1) - 0.1,
                np.abs(v) - s * (0.6 + 0.5 * hash1(iz, ix)),
            ]
        )
        return (
            np.linalg.norm(np.maximum(q, 0), axis=0) + np.minimum(q.max(0), 0)
        ).astype(F32) * F32(0.8)

    def small(x: Array, y: Array, z: Array) -> Array:
        k = hash1(cell(x, 0.55), cell(z, 0.55) + 9)
        u, v = rep(x, 0.55), rep(z, 0.55)
        swap = k > 0.7
        a, b = np.where(swap, u, v), np.where(swap, v, u)
        d = box(a, y - 0.045, b, (0.11, 0.045, 0.055), 0.012)
        return np.where(k > 0.42, d, 0.16) * F32(0.75)

    def cans(x: Array, y: Array, z: Array) -> Array:
        k = hash1(cell(x - 1.1, 2.2) + 4, cell(z - 1.3, 2.6))
        u, v = rep(x - 1.1, 2.2), rep(z - 1.3, 2.6)
        d = tube(u - 0.1, y - 0.4, v, 0.26, 0.4) - F32(0.02)
        return np.where(k > 0.5, d, 0.5) * F32(0.8)

    def board(p: Hit) -> Skin:
        lane = np.floor(p.x / 0.07)
        seg = np.floor(p.z / 0.9 + hash1(lane) * 3)
        t1 = (hash1(lane, seg) > 0.55) & (np.abs(rep(p.x - 0.035, 0.07)) < 0.018)
        lane2 = np.floor(p.z / 0.07)
        t2 = (hash1(lane2, np.floor(p.x / 1.3)) > 0.72) & (
            np.abs(rep(p.z - 0.035, 0.07)) < 0.018
        )
        via = (hash1(cell(p.x, 0.21), cell(p.z, 0.21)) > 0.75) & (
            np.hypot(rep(p.x, 0.21), rep(p.z, 0.21)) < 0.034
        )
        core = np.hypot(rep(p.x, 0.21), rep(p.z, 0.21)) < 0.015
        c = wide(lin("#0b3d33"), p.x) * (0.8 + 0.3 * tex(p.x * 0.1, p.z * 0.1))[:, None]
        c = np.where((t1 | t2)[:, None], lin("#1c6a55"), c)
        c = np.where(via[:, None], lin("#d9a94a"), c)
        c = np.where((via & core)[:, None], lin("#050505"), c)
        return Skin(
            colour=c.astype(F32), gloss=np.where(via, 0.4, 0.06).astype(F32), rough=0.02
        )

    def chip_skin(p: Hit) -> Skin:
        u, v = rep(p.x, 2.2), rep(p.z, 2.6)
        line = (
            (np.abs(rep(v, 0.11)) < 0.02)
            & (
                np.abs(u + 0.05)
                < 0.05 + 0.2 * hash1(np.round(v / 0.11), cell(p.x, 2.2))
            )
            & (np.abs(v) < 0.24)
            & (p.n[:, 1] > 0.7)
        )
        pin = (p.n[:, 1] < 0.5) & (np.mod((p.x + p.z) / 0.06, 1) < 0.5) & (p.y < 0.13)
        c = np.where(line[:, None], lin("#8f9498"), wide(lin("#15171a"), p.x))
        c = np.where(pin[:, None], lin("#cfd2d2"), c)
        return Skin(
            colour=c.astype(F32), gloss=np.where(pin, 0.5, 0.05).astype(F32), rough=0.04
        )

    def small_skin(p: Hit) -> Skin:
        k = hash1(cell(p.x, 0.55), cell(p.z, 0.55) + 9)
        end = np.maximum(np.abs(rep(p.x, 0.55)), np.abs(rep(p.z, 0.55))) > 0.07
        body = np.where(
            (k > 0.75)[:, None],
            lin("#8a6a44"),
            np.where((k > 0.55)[:, None], lin("#1a1a1c"), lin("#b5a27c")),
        )
        return Skin(
            colour=np.where(end[:, None], lin("#c9ccce"), body).astype(F32),
            gloss=np.where(end, 0.45, 0.04).astype(F32),
            rough=0.05,
        )

    def room(rd: Array) -> Array:
        v = smooth(0.1, 0.6, rd[:, 1])[:, None]
        strip = np.exp(-((rd[:, 0] - 0.3) ** 2) * 20)[:, None] * v
        return (
            lin("#0a1420") + lin("#6fb6ff") * (0.7 * v) + lin("#fff0e0") * (4.0 * strip)
        )

    w = World(
        parts=[
            Part(dist=lambda _x, y, _z: y, skin=board),
            Part(dist=chips, skin=chip_skin),
            Part(dist=small, skin=small_skin),
            Part(dist=cans, skin=flat("#b9c0c8", 0.35, 0.04)),
        ],
        lamps=[
            Lamp(at=(-5, 4, 6), colour=lin("#ffc58a") * F32(40)),
            Lamp(at=(5, 3.5, 2), colour=lin("#6fb0ff") * F32(16), shade=False),
        ],
        above=lin("#23384a"),
        below=lin("#0b1a18"),
        sky=room,
        far=26,
        ao=0.2,
        slack=0.8,
    )
    img, dep = render(
        f, w, Eye(at=(0.3, 1.7, -2.6), to=(0.9, 0.05, 1.6), zoom=1.5, roll=0.14)
    )
    img = lens(img, dep, 4.4, 0.04)
    return photo(f, bloom(img, 0.4, 0.9), exposure=1.0)


SCENES = {
    "chess_board": chess_board,
    "ballot_boxes": ballot_boxes,
    "circuit_board": circuit_board,
}
