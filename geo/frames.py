"""Windows of the map: what a level's map shows, and what a map of a few regions shows.

What is particular to a level stands in ``frames.csv``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry import Polygon, box

from geo.errors import BrokenShapes, UnknownLevel
from geo.files import HERE, text_of
from geo.outlines import outlines
from geo.regions import Regions

KM_NORTH = 110.95  # one degree of latitude at 36° north
KM_EAST = 90.15  # one degree of longitude there
MARGIN = 0.04  # around some regions, of the larger side of their window
WHOLE = (0.0, 0.0, 1.0, 1.0)
Degrees = tuple[float, float]


@dataclass(frozen=True)
class Frame:
    """A window of the map: degrees it shows, and where it sits in a wide and in a narrow picture.

    ``stripe_km`` is how far apart hatching stands in it; ``wide`` and ``narrow`` are (left, bottom, right,
    top) as shares of the picture.
    """

    id: str
    lon: tuple[float, float]
    lat: tuple[float, float]
    stripe_km: float
    wide: tuple[float, ...]
    narrow: tuple[float, ...]
    ko: str
    en: str
    insets: tuple[Frame, ...] = ()

    @property
    def aspect(self) -> float:
        """Width over height of the window on the ground."""
        return (self.lon[1] - self.lon[0]) * KM_EAST / ((self.lat[1] - self.lat[0]) * KM_NORTH)

    @property
    def window(self) -> Polygon:
        """The window as a shape in degrees."""
        return box(self.lon[0], self.lat[0], self.lon[1], self.lat[1])


def frame(level: str, folder: Path = HERE) -> Frame:
    """The window a level's map shows, with its insets. Raises UnknownLevel, BrokenShapes."""
    found = _frames(folder)
    if level not in found:
        raise UnknownLevel(level, ", ".join(found))
    return found[level]


def frame_of(codes: Iterable[str], aspect: float = 0, folder: Path = HERE) -> Frame:
    """The window around some regions, with a margin, to zoom a map to them.

    ``aspect`` is width over height of the picture to fill: the window grows to it. Islands that an inset beside
    the national map shows do not stretch the window; those insets come along. Hatching stands closer the nearer
    the map is. Raises UnknownRegion, MissingShape, BrokenShapes.
    """
    codes = tuple(codes)
    national, parts = _national(codes, folder), _parts(codes, folder)
    beside = [inset for inset in national.insets if not national.window.covers(inset.window)]
    shown = [shapely.covered_by(parts, inset.window) for inset in beside]
    near = _near(parts, shown)
    west, south, east, north = map(float, shapely.total_bounds(parts[near]))
    lon, lat = _widened((west, east), (south, north), aspect)
    insets = tuple(inset for inset, at in zip(beside, shown, strict=True) if (at & ~near).any())
    closer = max((lon[1] - lon[0]) / _wide(national.lon), (lat[1] - lat[0]) / _wide(national.lat))
    stripe, places = national.stripe_km * min(closer, 1), {} if insets else {"wide": WHOLE, "narrow": WHOLE}
    found = replace(national, id="around", ko="", en="", lon=lon, lat=lat, stripe_km=round(stripe, 2))
    return replace(found, insets=insets, **places)


def _near(parts: np.ndarray, shown: list[np.ndarray]) -> np.ndarray:
    """True for the parts that no inset shows; where insets show all, for those of the inset with most land."""
    near = np.ones(len(parts), dtype=bool)
    for at in shown:
        near &= ~at
    return near if near.any() else max(shown, key=lambda at: shapely.area(parts[at]).sum())


def _national(codes: tuple[str, ...], folder: Path) -> Frame:
    """The frame of the regions' level, or of any where theirs has none, as groups."""
    regions, found = Regions.load(), _frames(folder)
    levels = [regions.region(code).level for code in codes]
    return next((found[level] for level in levels if level in found), next(iter(found.values())))


def _parts(codes: tuple[str, ...], folder: Path) -> np.ndarray:
    return shapely.get_parts(np.array(list(outlines(codes, folder).values())))


def _widened(lon: Degrees, lat: Degrees, aspect: float) -> tuple[Degrees, Degrees]:
    """The window with a margin on every side, grown on its shorter side to an aspect."""
    wide, tall = _wide(lon) * KM_EAST, _wide(lat) * KM_NORTH
    margin = 2 * MARGIN * max(wide, tall)
    wide, tall = wide + margin, tall + margin
    if aspect:
        wide, tall = max(wide, tall * aspect), max(tall, wide / aspect)
    return _around(lon, wide / KM_EAST), _around(lat, tall / KM_NORTH)


def _around(side: Degrees, length: float) -> Degrees:
    middle = sum(side) / 2
    return round(middle - length / 2, 4), round(middle + length / 2, 4)


def _wide(side: Degrees) -> float:
    return side[1] - side[0]


def _frames(folder: Path) -> dict[str, Frame]:
    """The main window of every level with its insets, in the order of the file."""
    try:
        rows = list(csv.DictReader(text_of(folder / "frames.csv").splitlines()))
        mains = [row for row in rows if row["role"] == "main"]
        return {main["level"]: _with_insets(main, rows) for main in mains}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BrokenShapes("geo/frames.csv", f"a row cannot be read: {error}", "mend the row") from error


def _with_insets(main: dict[str, str], rows: list[dict[str, str]]) -> Frame:
    own = [row for row in rows if (row["level"], row["role"]) == (main["level"], "inset")]
    return replace(_frame(main), insets=tuple(_frame(row) for row in own))


def _frame(row: dict[str, str]) -> Frame:
    lon = float(row["lon_from"]), float(row["lon_to"])
    lat = float(row["lat_from"]), float(row["lat_to"])
    wide, narrow = _shares(row["wide"]), _shares(row["narrow"])
    return Frame(row["id"], lon, lat, float(row["stripe_km"]), wide, narrow, row["ko"], row["en"])


def _shares(cell: str) -> tuple[float, ...]:
    return tuple(float(share) for share in cell.split())
