"""Beeswarm: dots on a line step aside until none covers another, always in the same way."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

PLACES = 33  # heights tried for a dot that finds no free place
_TOUCH = 0.999  # of two radii: dots may touch


def offsets(places: Sequence[float], radius: float, reach: float) -> list[float]:
    """How far each dot leaves the line, in the order given; at most ``reach``.

    Dots are laid from left to right, each at the free place nearest to the line, above before below. Where the reach
    is used up a dot goes where it covers the others least.
    """
    xs = np.asarray(places, dtype=float)
    laid = np.zeros(len(xs))
    order = sorted(range(len(xs)), key=lambda i: (xs[i], i))
    first = 0
    for n, i in enumerate(order):
        while xs[i] - xs[order[first]] >= 2 * radius:
            first += 1
        near = order[first:n]
        laid[i] = _free(xs[near] - xs[i], laid[near], radius, reach) if near else 0.0
    return laid.tolist()


def _free(along: np.ndarray, aside: np.ndarray, radius: float, reach: float) -> float:
    """The height nearest to the line at which a dot touches those near it but covers none."""
    away = np.sqrt(4 * radius**2 - along**2)
    ways = np.concatenate(([0.0], aside - away, aside + away))
    ways = ways[np.abs(ways) <= reach]
    ways = ways[np.lexsort((ways, np.abs(ways)))]
    free = _distances(along, aside, ways).min(axis=1, initial=np.inf) >= 4 * radius**2 * _TOUCH
    if free.any():
        return float(ways[free.argmax()])
    ways = np.linspace(-reach, reach, PLACES)
    return float(ways[_distances(along, aside, ways).min(axis=1).argmax()])


def _distances(along: np.ndarray, aside: np.ndarray, ways: np.ndarray) -> np.ndarray:
    """Squared distances of every way from every dot laid already."""
    return along**2 + (aside - ways[:, None]) ** 2


def crowded(places: Sequence[float], aside: Sequence[float], radius: float) -> bool:
    """Whether any two dots cover each other after all."""
    xs, ys = np.asarray(places, dtype=float), np.asarray(aside, dtype=float)
    near = (xs[:, None] - xs) ** 2 + (ys[:, None] - ys) ** 2 < (2 * radius) ** 2 * 0.98
    return bool(near.sum() > len(xs))


def stacked(places: Sequence[float], radius: float) -> int:
    """How many dots stand within one dot's width at most: the height they need, in dots."""
    xs = np.sort(np.asarray(places, dtype=float))
    return int((np.searchsorted(xs, xs + 2 * radius, side="left") - np.arange(len(xs))).max(initial=0))
