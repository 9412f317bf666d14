"""The outlines of regions in pixels, thinned: enough to tell whether a label stands on its region, beside it or on sea."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from components.mapping.projection import Box, Window

Point = tuple[float, float]
_STEP = 2.0  # pixels between two kept points
_SPECK = 9.0  # square pixels: smaller islands do not keep a label off


@dataclass(frozen=True)
class Ring:
    """One outer ring of a region, as drawn."""

    code: str
    points: tuple[Point, ...]

    @cached_property
    def edges(self) -> list[tuple[Point, Point]]:
        return list(zip(self.points, (*self.points[1:], self.points[0]), strict=True))

    @cached_property
    def area(self) -> float:
        return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in self.edges)) / 2

    @cached_property
    def bounds(self) -> Box:
        xs, ys = zip(*self.points, strict=True)
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside, by counting the edges that a ray from it crosses."""
        around = self.bounds
        if not (around.left < x < around.right and around.top < y < around.bottom):
            return False
        return bool(
            sum(
                (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0
                for (x0, y0), (x1, y1) in self.edges
            )
            % 2
        )


def rings(collection: Mapping[str, Any], window: Window) -> list[Ring]:
    """The outer rings of all regions as drawn in a window, the smallest first."""
    found = [ring for feature in collection["features"] for ring in _rings(feature, window)]
    return sorted((ring for ring in found if ring.area >= _SPECK), key=lambda ring: ring.area)


def _rings(feature: Mapping[str, Any], window: Window) -> list[Ring]:
    geometry = feature["geometry"]
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [
        Ring(feature["id"], _thinned([window.pixel(lon, lat) for lon, lat, *_ in part[0]])) for part in parts
    ]


def _thinned(points: Sequence[Point]) -> tuple[Point, ...]:
    kept = [points[0]]
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _STEP:
            kept.append((x, y))
    return tuple(kept)


def owner(x: float, y: float, land: Sequence[Ring]) -> str:
    """The region a point lies in, the innermost where one encloses another; empty on sea."""
    return next((ring.code for ring in land if ring.holds(x, y)), "")


def largest(code: str, land: Sequence[Ring]) -> Ring | None:
    """The largest part of a region."""
    return next((ring for ring in reversed(land) if ring.code == code), None)


def points_of(box: Box) -> list[Point]:
    """The corners, edge middles and the middle of a box, a little inside its rim, where ink is."""
    across = [box.left + box.width * share for share in (0.08, 0.5, 0.92)]
    return [(x, box.top + box.height * share) for x in across for share in (0.15, 0.5, 0.85)]
