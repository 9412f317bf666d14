"""The outlines of regions: read once in degrees, drawn in pixels, and asked where a label stands: on a region or on sea."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from components.mapping.projection import Box, Window
from geo import boundaries
from geo.files import state_of
from geo.frames import Frame

SEA = -1
_CELL = 2.0  # pixels: the grain in which ownership is known
_SPECK = 9.0  # square pixels: smaller islands do not keep a label off
_ACROSS, _DOWN = (0.08, 0.5, 0.92), (0.15, 0.5, 0.85)  # of a box: a little inside its rim, where ink is


@dataclass(frozen=True)
class Land:
    """The outer rings of some regions in degrees: all points, where each ring starts, and whose it is."""

    codes: tuple[str, ...]
    points: np.ndarray
    starts: np.ndarray
    owners: np.ndarray


def land(codes: Sequence[str]) -> Land:
    """The outlines of regions, read again only when a shape file changed."""
    return _land(tuple(codes), state())


def stripes(codes: Sequence[str], within: Frame) -> Mapping[str, Any]:
    """The hatching of regions as a window of the map wants it, made again only when a shape file changed."""
    return _stripes(tuple(codes), within, state())


def state() -> tuple[tuple[int, int] | None, ...]:
    return tuple(state_of(path) for path in sorted(boundaries.HERE.glob("*.geojson")))


@lru_cache(maxsize=32)
def _stripes(codes: tuple[str, ...], within: Frame, state: object) -> Mapping[str, Any]:
    return boundaries.hatch(codes, within=within)


@lru_cache(maxsize=32)
def _land(codes: tuple[str, ...], state: object) -> Land:
    rings, owners = [], []
    for number, feature in enumerate(boundaries.shapes(codes)["features"]):
        geometry = feature["geometry"]
        parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        rings += [np.array(part[0])[:, :2] for part in parts]
        owners += [number] * len(parts)
    starts = np.cumsum([0, *(len(ring) for ring in rings)])
    return Land(codes, np.concatenate(rings or [np.empty((0, 2))]), starts, np.array(owners, dtype=int))


@dataclass(frozen=True)
class Ground:
    """The land as drawn in a window: whose every spot of it is, and how large the main part of a region."""

    land: Land
    window: Window

    @cached_property
    def _points(self) -> np.ndarray:
        return self.window.pixels(self.land.points)

    @cached_property
    def _areas(self) -> np.ndarray:
        """The area of each ring in square pixels."""
        x, y = self._points.T
        nexts = np.arange(1, len(x) + 1)
        nexts[self.land.starts[1:] - 1] = self.land.starts[:-1]
        return np.abs(np.add.reduceat(x * y[nexts] - x[nexts] * y, self.land.starts[:-1])) / 2

    @cached_property
    def _bounds(self) -> np.ndarray:
        """Left, top, right and bottom of each ring."""
        starts = self.land.starts[:-1]
        low, high = np.minimum.reduceat(self._points, starts), np.maximum.reduceat(self._points, starts)
        return np.concatenate([low, high], axis=1)

    @cached_property
    def _largest(self) -> dict[str, Box]:
        found: dict[str, Box] = {}
        for ring in np.argsort(self._areas, kind="stable"):
            left, top, right, bottom = self._bounds[ring].tolist()
            found[self.land.codes[self.land.owners[ring]]] = Box(left, top, right - left, bottom - top)
        return found

    def around(self, code: str) -> Box | None:
        """The part of the picture that the largest part of a region takes; None of a region without outline."""
        return self._largest.get(code)

    def seen(self, box: Box) -> list[str]:
        """The regions of which something may lie inside a box."""
        left, top, right, bottom = self._bounds.T
        inside = (left < box.right) & (right > box.left) & (top < box.bottom) & (bottom > box.top)
        return [self.land.codes[number] for number in np.unique(self.land.owners[inside])]

    def owned(self, code: str, boxes: Sequence[Box]) -> list[int]:
        """How many of nine points of each box lie on a region."""
        number = self.land.codes.index(code) if code in self.land.codes else SEA - 1
        return (self._owners(boxes) == number).sum(axis=1).tolist()

    def at_sea(self, boxes: Sequence[Box]) -> list[bool]:
        """Whether none of nine points of each box lies on land."""
        return (self._owners(boxes) == SEA).all(axis=1).tolist()

    def _owners(self, boxes: Sequence[Box]) -> np.ndarray:
        """The owner of nine points of each box, a little inside its rim."""
        corners = np.array([(box.left, box.top, box.width, box.height) for box in boxes])
        xs = corners[:, :1] + corners[:, 2:3] * np.repeat(_ACROSS, 3)
        ys = corners[:, 1:2] + corners[:, 3:4] * np.tile(_DOWN, 3)
        grid, drawn = self._grid, self.window.drawn
        columns = np.floor((xs - drawn.left) / _CELL).astype(int)
        rows = np.floor((ys - drawn.top) / _CELL).astype(int)
        inside = (columns >= 0) & (rows >= 0) & (rows < grid.shape[0]) & (columns < grid.shape[1])
        found = np.full(xs.shape, SEA)
        found[inside] = grid[rows[inside], columns[inside]]
        return found

    @cached_property
    def _grid(self) -> np.ndarray:
        """Whose each cell of the window is; where one region encloses another, the inner one's."""
        drawn = self.window.drawn
        shape = int(drawn.height / _CELL) + 1, int(drawn.width / _CELL) + 1
        grid = np.full(shape, SEA, dtype=np.int32)
        rings, rows, starts, ends = self._spans(shape)
        lengths = ends - starts
        cells = np.repeat(starts - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())
        grid[np.repeat(rows, lengths), cells] = np.repeat(self.land.owners[rings], lengths)
        return grid

    def _spans(self, shape: tuple[int, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Ring, row, first and last cell of every stretch of land on every row, those of large rings first."""
        rings, rows, xs = self._crossings(shape[0])
        size = np.argsort(np.argsort(-self._areas, kind="stable"), kind="stable")
        order = np.lexsort((xs, rows, size[rings]))
        rings, rows, xs = rings[order], rows[order], xs[order]
        cells = np.clip(np.floor(xs + 0.5).astype(int), 0, shape[1])
        return rings[::2], rows[::2], cells[::2], cells[1::2]

    def _crossings(self, rows: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Where every row's middle meets the edges of every ring that counts: ring, row, and place in cells."""
        drawn, starts = self.window.drawn, self.land.starts
        grid = (self._points - (drawn.left, drawn.top)) / _CELL
        nexts = np.arange(1, len(grid) + 1)
        nexts[starts[1:] - 1] = starts[:-1]
        ring = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
        counts = self._areas[ring] >= _SPECK
        (x0, y0), (x1, y1), ring = grid[counts].T, grid[nexts[counts]].T, ring[counts]
        first = np.clip(np.ceil(np.minimum(y0, y1) - 0.5), 0, rows).astype(int)
        last = np.clip(np.ceil(np.maximum(y0, y1) - 0.5), 0, rows).astype(int)
        many = last - first
        edge = np.repeat(np.arange(len(ring)), many)
        row = np.repeat(first - np.cumsum(many) + many, many) + np.arange(many.sum())
        slope = (x1 - x0)[edge] / (y1 - y0)[edge]
        return ring[edge], row, x0[edge] + (row + 0.5 - y0[edge]) * slope
