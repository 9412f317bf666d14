"""The outlines of regions in pixels, thinned: enough to tell whether a label stands on its region, beside it or on sea."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from components.mapping.projection import Box, Window

Ring = tuple[tuple[float, float], ...]
_STEP = 2.0  # pixels between two kept points
_SPECK = 9.0  # square pixels: smaller islands do not keep a label off


def rings(collection: Mapping[str, Any], window: Window) -> dict[str, list[Ring]]:
    """The outer rings of each region as drawn in a window, the largest first."""
    return {feature["id"]: _rings(feature["geometry"], window) for feature in collection["features"]}


def _rings(geometry: Mapping[str, Any], window: Window) -> list[Ring]:
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    drawn = [_thinned([window.pixel(lon, lat) for lon, lat, *_ in part[0]]) for part in parts]
    return sorted((ring for ring in drawn if area(ring) >= _SPECK), key=area, reverse=True)


def _thinned(points: Sequence[tuple[float, float]]) -> Ring:
    kept = [points[0]]
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _STEP:
            kept.append((x, y))
    return tuple(kept)


@lru_cache(maxsize=512)
def area(ring: Ring) -> float:
    """The area inside a ring."""
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


@lru_cache(maxsize=512)
def bounds(ring: Ring) -> Box:
    xs, ys = zip(*ring, strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def owner(x: float, y: float, land: Mapping[str, Sequence[Ring]]) -> str:
    """The region a point lies in, the innermost where one encloses another; empty on sea."""
    around = [(area(ring), code) for code, region in land.items() for ring in region if _inside(x, y, ring)]
    return min(around)[1] if around else ""


def _inside(x: float, y: float, ring: Ring) -> bool:
    around = bounds(ring)
    if not (around.left < x < around.right and around.top < y < around.bottom):
        return False
    inside = False
    for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside


def points_of(box: Box) -> list[tuple[float, float]]:
    """The corners, edge middles and the middle of a box, a little inside its rim, where ink is."""
    across = [box.left + box.width * share for share in (0.08, 0.5, 0.92)]
    return [(x, box.top + box.height * share) for x in across for share in (0.15, 0.5, 0.85)]
