"""The outlines of regions as they stand in a window: in its pixels, no finer than it shows, cut at its edge."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

import numpy as np

from components.mapping.outlines import Land, state
from components.mapping.projection import Box, Window
from geo import simple

EARTH = 6371.0  # km
DETAIL = 0.7  # pixels: what is smaller is left out
SPECK = 0.5  # square pixels: smaller islands are left out
Ring = tuple[tuple[float, float], ...]


def rims(codes: Sequence[str], window: Window, above: bool = False) -> dict[str, tuple[Ring, ...]]:
    """The rings of every region that the window shows, or of the regions ``above`` them.

    Neighbours share their border to the last digit, so nothing shows between them.
    """
    land = _land(tuple(codes), _detail(window), above, state())
    points, found = window.pixels(land.points).round(2), {}
    for ring in np.flatnonzero(_shown(land, points, window.drawn)):
        cut = clip(points[land.starts[ring] : land.starts[ring + 1]], window.drawn)
        if len(cut):
            found.setdefault(land.codes[land.owners[ring]], []).append(tuple(map(tuple, cut.tolist())))
    return {code: tuple(rings) for code, rings in found.items()}


def _detail(window: Window) -> float:
    """How many km a window does not show, to one digit, so that windows of about one size share an outline."""
    return float(f"{DETAIL * EARTH / window.scale:.1g}")


@lru_cache(maxsize=64)
def _land(codes: tuple[str, ...], km: float, above: bool, state: object) -> Land:
    found = (simple.rings_above if above else simple.rings)(codes, km)
    rings = [ring for each in found.values() for ring in each]
    owners = [number for number, each in enumerate(found.values()) for _ in each]
    starts = np.cumsum([0, *(len(ring) for ring in rings)])
    return Land(
        tuple(found), np.concatenate(rings or [np.empty((0, 2))]), starts, np.array(owners, dtype=int)
    )


def _shown(land: Land, points: np.ndarray, box: Box) -> np.ndarray:
    """Which rings a box shows: those in it that are no specks, and the largest of every region."""
    starts = land.starts[:-1]
    low, high = np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)
    inside = (low < (box.right, box.bottom)).all(axis=1) & (high > (box.left, box.top)).all(axis=1)
    areas = _areas(land, points)
    largest = np.zeros(len(land.codes))
    np.maximum.at(largest, land.owners, areas)
    return inside & ((areas >= SPECK) | (areas == largest[land.owners]))


def _areas(land: Land, points: np.ndarray) -> np.ndarray:
    """The area of each ring in square pixels."""
    x, y = points.T
    nexts = np.arange(1, len(x) + 1)
    nexts[land.starts[1:] - 1] = land.starts[:-1]
    return np.abs(np.add.reduceat(x * y[nexts] - x[nexts] * y, land.starts[:-1])) / 2


def holds(rings: Sequence[Ring], box: Box) -> bool:
    """Whether the corners and the middle of a box lie inside a region."""
    xs = np.array([box.left, box.right, box.left, box.right, box.left + box.width / 2])
    ys = np.array([box.top, box.top, box.bottom, box.bottom, box.top + box.height / 2])
    inside = np.zeros(len(xs), dtype=bool)
    for ring in rings:
        (x0, y0), (x1, y1) = np.array(ring).T, np.roll(ring, -1, axis=0).T
        astride = (y0 > ys[:, None]) != (y1 > ys[:, None])
        with np.errstate(divide="ignore", invalid="ignore"):
            left = xs[:, None] < x0 + (ys[:, None] - y0) / (y1 - y0) * (x1 - x0)
        inside ^= (astride & left).sum(axis=1) % 2 == 1
    return bool(inside.all())


def inner(ring: Ring, box: Box) -> list[Ring]:
    """The stretches of a ring that do not run along the edge of a box it was cut at."""
    ends = list(zip(ring, (*ring[1:], ring[0]), strict=True))
    along = [_along(one, other, box) for one, other in ends]
    if not any(along):
        return [(*ring, ring[0])]
    first = along.index(True)
    turned = [*zip(ends[first:], along[first:], strict=True), *zip(ends[:first], along[:first], strict=True)]
    runs = [[end for end, _ in run] for edge, run in groupby(turned, key=itemgetter(1)) if not edge]
    return [(run[0][0], *(other for _, other in run)) for run in runs]


def _along(one: tuple[float, float], other: tuple[float, float], box: Box) -> bool:
    """Whether a step runs along the edge of a box."""
    sides = ((0, box.left), (0, box.right), (1, box.top), (1, box.bottom))
    return any(abs(one[axis] - at) < 0.02 and abs(other[axis] - at) < 0.02 for axis, at in sides)


def clip(ring: np.ndarray, box: Box) -> np.ndarray:
    """The part of a ring inside a box; where it leaves the box it runs along the edge (Sutherland and Hodgman)."""
    for axis, edge, sign in ((0, box.left, 1), (0, box.right, -1), (1, box.top, 1), (1, box.bottom, -1)):
        inside = (ring[:, axis] - edge) * sign >= 0
        if not inside.all():
            ring = _cut(ring, inside, axis, edge)
        if not len(ring):
            break
    return ring.round(2)


def _cut(ring: np.ndarray, inside: np.ndarray, axis: int, edge: float) -> np.ndarray:
    """The part of a ring on one side of a line, with the points where it crosses it."""
    nexts, after = np.roll(ring, -1, axis=0), np.roll(inside, -1)
    crossing = inside != after
    span = np.where(crossing, nexts[:, axis] - ring[:, axis], 1.0)
    at = ring + (nexts - ring) * ((edge - ring[:, axis]) / span)[:, None]
    both = np.stack([ring, at], axis=1).reshape(-1, 2)
    return both[np.stack([inside, crossing], axis=1).ravel()]
