"""Beeswarm: dots on a line step aside until none covers another, always in the same way."""

from __future__ import annotations

from collections.abc import Sequence


def offsets(places: Sequence[float], radius: float, reach: float) -> list[float]:
    """How far each dot leaves the line, in the order given; at most ``reach``.

    Dots are laid from left to right, each at the free place nearest to the line, above before below. Where the reach
    is used up they overlap rather than leave it.
    """
    laid: list[tuple[float, float]] = []
    found = [0.0] * len(places)
    for i in sorted(range(len(places)), key=lambda i: (places[i], i)):
        found[i] = _free(places[i], laid, radius, reach)
        laid.append((places[i], found[i]))
    return found


def _free(x: float, laid: Sequence[tuple[float, float]], radius: float, reach: float) -> float:
    near = [(px, py) for px, py in laid if abs(px - x) < 2 * radius]
    ways = sorted({0.0, *_touching(x, near, radius)}, key=lambda dy: (abs(dy), dy))
    for dy in ways:
        if abs(dy) <= reach and all(
            (px - x) ** 2 + (py - dy) ** 2 >= (2 * radius) ** 2 * 0.999 for px, py in near
        ):
            return dy
    return min(ways[-1], reach) if ways[-1] > 0 else max(ways[-1], -reach)


def _touching(x: float, near: Sequence[tuple[float, float]], radius: float) -> list[float]:
    """Where a dot at ``x`` would just touch one already laid."""
    found = []
    for px, py in near:
        away = ((2 * radius) ** 2 - (px - x) ** 2) ** 0.5
        found += [py - away, py + away]
    return found


def crowded(places: Sequence[float], aside: Sequence[float], radius: float) -> bool:
    """Whether any two dots cover each other after all."""
    dots = list(zip(places, aside, strict=True))
    return any(
        (ax - bx) ** 2 + (ay - by) ** 2 < (2 * radius) ** 2 * 0.98
        for i, (ax, ay) in enumerate(dots)
        for bx, by in dots[:i]
    )
