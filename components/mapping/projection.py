"""The projection of our maps in pixels, the same that d3 uses, so that labels can be placed before anything is drawn.

Transverse Mercator about the middle of each window; formulas after J. P. Snyder, Map Projections: A Working Manual
(USGS Professional Paper 1395, 1987), section 8, sphere.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

NAME = "transverse mercator"
_SAMPLES = 9


@dataclass(frozen=True)
class Box:
    """A rectangle of the plot area in pixels, ``top`` counted downwards."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True)
class Window:
    """A piece of the map: the degrees it shows, and the box it is fitted into, in the middle, as d3 does."""

    lon: tuple[float, float]
    lat: tuple[float, float]
    box: Box

    @property
    def meridian(self) -> float:
        """The central meridian: the middle one, for d3 puts the centre right only there."""
        return sum(self.lon) / 2

    @cached_property
    def scale(self) -> float:
        """Pixels for each unit (earth radius) of the projected plane."""
        left, top, right, bottom = self._extent
        return min(self.box.width / (right - left), self.box.height / (bottom - top))

    @property
    def aspect(self) -> float:
        """Width over height of what is shown."""
        left, top, right, bottom = self._extent
        return (right - left) / (bottom - top)

    @cached_property
    def drawn(self) -> Box:
        """The part of the box the window fills."""
        left, top, right, bottom = self._extent
        wide, tall = (right - left) * self.scale, (bottom - top) * self.scale
        return Box(
            self.box.left + (self.box.width - wide) / 2,
            self.box.top + (self.box.height - tall) / 2,
            wide,
            tall,
        )

    def pixel(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a place is drawn."""
        x, y = self._project(lon, lat)
        left, top, _, _ = self._extent
        return self.drawn.left + (x - left) * self.scale, self.drawn.top + (y - top) * self.scale

    def pixels(self, places: np.ndarray) -> np.ndarray:
        """Where many places, rows of longitude and latitude, are drawn."""
        east, north = np.radians(places[:, 0] - self.meridian), np.radians(places[:, 1])
        x, y = np.arctanh(np.cos(north) * np.sin(east)), -np.arctan2(np.tan(north), np.cos(east))
        left, top, _, _ = self._extent
        return np.stack(
            [self.drawn.left + (x - left) * self.scale, self.drawn.top + (y - top) * self.scale], axis=1
        )

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Longitude and latitude of a pixel."""
        left, top, _, _ = self._extent
        east, south = (x - self.drawn.left) / self.scale + left, (y - self.drawn.top) / self.scale + top
        lat = math.asin(math.sin(-south) / math.cosh(east))
        return self.meridian + math.degrees(math.atan2(math.sinh(east), math.cos(south))), math.degrees(lat)

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude of the middle of what is drawn."""
        return self.place(self.drawn.left + self.drawn.width / 2, self.drawn.top + self.drawn.height / 2)

    def widened(self, aspect: float, east: float = 0.5) -> Window:
        """The same latitudes with longitudes added until the window is that wide; ``east`` is the share added there."""
        if aspect <= self.aspect:
            return self
        more = (self.lon[1] - self.lon[0]) * (aspect / self.aspect - 1)
        return replace(self, lon=(self.lon[0] - more * (1 - east), self.lon[1] + more * east))

    def shows(self, lon: float, lat: float) -> bool:
        return self.lon[0] <= lon <= self.lon[1] and self.lat[0] <= lat <= self.lat[1]

    def _project(self, lon: float, lat: float) -> tuple[float, float]:
        """The projected plane, y downwards."""
        east, north = math.radians(lon - self.meridian), math.radians(lat)
        return math.atanh(math.cos(north) * math.sin(east)), -math.atan2(math.tan(north), math.cos(east))

    @cached_property
    def _extent(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the projected window."""
        shares = [number / (_SAMPLES - 1) for number in range(_SAMPLES)]
        lons = [self.lon[0] + (self.lon[1] - self.lon[0]) * share for share in shares]
        lats = [self.lat[0] + (self.lat[1] - self.lat[0]) * share for share in shares]
        rim = [(lon, lat) for lon in lons for lat in self.lat] + [
            (lon, lat) for lat in lats for lon in self.lon
        ]
        xs, ys = zip(*(self._project(lon, lat) for lon, lat in rim), strict=True)
        return min(xs), min(ys), max(xs), max(ys)
