"""Outlines by code, as shapely geometry: read from the shape files, or united from what a region is made of."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.errors import BrokenShapes, MissingShape
from geo.files import HERE, state_of
from geo.regions import Regions


def outlines(codes: Iterable[str], folder: Path = HERE) -> dict[str, BaseGeometry]:
    """The outline of each region in longitude and latitude, in the order asked for.

    A region without a shape of its own is the union of its predecessors', or of its members'.
    Raises UnknownRegion, MissingShape, BrokenShapes.
    """
    regions, files = Regions.load(), {}
    return {code: _outline(code, regions, files, folder) for code in codes}


def _outline(code: str, regions: Regions, files: dict, folder: Path) -> BaseGeometry:
    """A region's own shape, or the union of what it was made of. ``files`` keeps the files read so far."""
    level = regions.region(code).level
    if level not in files:
        path = folder / f"{level}.geojson"
        files[level] = _file(path, state_of(path)) if path.exists() else {}
    if code in files[level]:
        return files[level][code]
    pieces = regions.predecessors(code) or _drawn_members(code, regions)
    if not pieces:
        _refuse(code, folder)
    return shapely.union_all([_outline(piece.code, regions, files, folder) for piece in pieces])


def _drawn_members(code: str, regions: Regions) -> tuple:
    """A group's members without those that other members became part of: their land would count twice."""
    members = regions.members(code)
    return tuple(member for member in members if not regions.predecessors(member.code))


def _refuse(code: str, folder: Path) -> None:
    if not any(folder.glob("*.geojson")):
        raise BrokenShapes(folder.name, "there is no shape file")
    raise MissingShape(code)


@lru_cache(maxsize=8)
def _file(path: Path, state: tuple[int, int] | None) -> dict[str, BaseGeometry]:
    """The shapes of one file by code, read once for every state of it.

    Raises BrokenShapes unless all are coded, valid polygons.
    """
    place = f"geo/{path.name}"
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        found = {feature["id"]: shape(feature["geometry"]) for feature in features}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, shapely.errors.ShapelyError) as error:
        raise BrokenShapes(
            place, f"the file is no GeoJSON of coded polygons ({type(error).__name__})"
        ) from error
    for code, whole in found.items():
        _check(code, whole, place)
    return found


def _check(code: str, whole: BaseGeometry, place: str) -> None:
    if whole.is_empty or whole.geom_type not in ("Polygon", "MultiPolygon"):
        raise BrokenShapes(place, f"{code} is no polygon")
    if not whole.is_valid:
        raise BrokenShapes(place, f"the outline of {code} crosses itself")
