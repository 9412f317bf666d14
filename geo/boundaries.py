"""Shapes for charts and the server: outlines, hatching, label points, frames and the credit line.

What is particular to a level stands in ``<level>.geojson``, ``regions.csv``, ``frames.csv`` and
``recipes.toml``. Tables and shape files are read again only when they changed; what is made of them is made anew:
the caller caches. GeoJSON features carry the region's code as ``id``; outer rings run clockwise, or d3 would fill
everything *but* the region.
"""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import shapely
from shapely.affinity import affine_transform, rotate
from shapely.geometry import MultiPolygon, box, mapping
from shapely.geometry.base import BaseGeometry

from geo.errors import BrokenShapes, UnknownLanguage
from geo.files import HERE, text_of
from geo.frames import KM_EAST, KM_NORTH, Frame, frame, frame_of
from geo.outlines import outlines
from geo.regions import Regions

__all__ = [
    "HERE",
    "KM_EAST",
    "KM_NORTH",
    "LAYERS",
    "Frame",
    "credit",
    "frame",
    "frame_of",
    "hatch",
    "label_points",
    "neighbours",
    "shapes",
    "world_stub",
]

STRIPE_SPACING = 9.0  # km, between stripes at national scale
STRIPE_SHARE = 0.18  # of the spacing: 1.6 km of 9
STRIPES_ACROSS = 4  # a small region gets closer stripes, so that some show
BARE_ISLAND = 0.15  # of the spacing squared: smaller islands cannot show a stripe and would only add bytes
SPECK = 0.002  # of the spacing squared: smaller cuttings are invisible
LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")


def shapes(codes: Iterable[str], folder: Path = HERE) -> dict:
    """The outlines of regions as a GeoJSON FeatureCollection, by ``id`` and ``code``, in the order asked for.

    A region without a shape of its own is the union of its predecessors', or of its members'.
    Raises UnknownRegion, MissingShape, BrokenShapes.
    """
    return _collection(outlines(codes, folder))


def hatch(codes: Iterable[str], within: Frame | None = None, folder: Path = HERE) -> dict:
    """Thin diagonal stripes inside each region, as a FeatureCollection by ``id``, to draw over a fill.

    About 9 km apart and 1.6 km wide, closer in small regions so that several show. ``within`` cuts them to an
    inset and sets them as close as it wants; regions outside it are left out. Raises as ``shapes`` does.
    """
    spacing, decimals = (within.stripe_km, 5) if within else (STRIPE_SPACING, 4)
    striped = {
        code: _stripes(_cut(whole, within), spacing) for code, whole in outlines(codes, folder).items()
    }
    return _collection({code: stripes for code, stripes in striped.items() if not stripes.is_empty}, decimals)


def label_points(codes: Iterable[str], folder: Path = HERE) -> dict[str, tuple[float, float]]:
    """Where to write each region's name, (longitude, latitude): on the national map no two names collide.

    Set by hand in ``regions.csv``; otherwise a point inside its largest part. Raises as ``shapes`` does.
    """
    regions, codes = Regions.load(), tuple(codes)
    unset = [code for code in codes if not regions.region(code).label]
    found = {code: _inside(whole) for code, whole in outlines(unset, folder).items()}
    return {code: regions.region(code).label or found[code] for code in codes}


def neighbours(codes: Iterable[str], folder: Path = HERE) -> tuple[tuple[str, str], ...]:
    """The pairs among these regions that share a border, each once, in the order asked for.

    Raises as ``shapes`` does.
    """
    wholes = outlines(codes, folder)
    names, places = list(wholes), np.array(list(wholes.values()))
    near = shapely.STRtree(places).query(places, predicate="intersects").T
    pairs = sorted((int(one), int(other)) for one, other in near if one < other)
    return tuple(
        (names[one], names[other]) for one, other in pairs if _border(places[one], places[other]) > 0
    )


def credit(lang: str, folder: Path = HERE) -> str:
    """The line every map must carry, in ``ko`` or ``en``. Raises UnknownLanguage, BrokenShapes."""
    lines = _toml(folder / "recipes.toml").get("credit", {})
    if lang not in lines:
        raise UnknownLanguage(lang)
    return lines[lang]


def world_stub() -> str:
    """An empty world as TopoJSON text: served as ``world_110m.json``, plotly needs no network."""
    empty = {"type": "GeometryCollection", "geometries": []}
    return json.dumps(
        {"type": "Topology", "objects": dict.fromkeys(LAYERS, empty), "arcs": []}, separators=(",", ":")
    )


def _border(one: BaseGeometry, other: BaseGeometry) -> float:
    """How long their common border is, in degrees; a shared point has no length."""
    return one.intersection(other).length


def _collection(wholes: dict[str, BaseGeometry], decimals: int = 5) -> dict:
    features = [_feature(code, whole, decimals) for code, whole in wholes.items()]
    return {"type": "FeatureCollection", "features": features}


def _feature(code: str, whole: BaseGeometry, decimals: int) -> dict:
    lon, lat = _inside(whole)
    turned = shapely.orient_polygons(_rounded(whole, decimals), exterior_cw=True)
    properties = {"code": code, "lon": lon, "lat": lat}
    return {"type": "Feature", "id": code, "properties": properties, "geometry": mapping(turned)}


def _rounded(whole: BaseGeometry, decimals: int) -> BaseGeometry:
    """The outline with fewer digits; slivers that this would fold over are left out."""
    rounded = shapely.transform(whole, lambda points: points.round(decimals))
    if rounded.is_valid:
        return rounded
    sound = shapely.set_precision(whole, 10**-decimals)
    return shapely.transform(sound, lambda points: points.round(decimals))


def _inside(whole: BaseGeometry) -> tuple[float, float]:
    """A point deep inside the largest part, to about 1 km."""
    largest = max(shapely.get_parts(whole), key=lambda part: part.area)
    middle = shapely.get_point(shapely.maximum_inscribed_circle(largest, tolerance=0.01), 0)
    return round(middle.x, 4), round(middle.y, 4)


def _cut(whole: BaseGeometry, within: Frame | None) -> BaseGeometry:
    return whole.intersection(within.window) if within else whole


def _stripes(whole: BaseGeometry, most: float) -> MultiPolygon:
    """The stripes of one region, at most so many km apart, on one grid so that neighbours' stripes meet."""
    ground = affine_transform(whole, (KM_EAST, 0, 0, KM_NORTH, 0, 0))
    spacing = min(most, math.sqrt(ground.area) / STRIPES_ACROSS)
    broad = min(BARE_ISLAND * spacing**2, ground.area / 4)
    parts = _pieces(ground, broad)
    cut = parts if parts.is_empty else parts.intersection(_grid(parts, spacing))
    return affine_transform(_pieces(cut, SPECK * spacing**2), (1 / KM_EAST, 0, 0, 1 / KM_NORTH, 0, 0))


def _pieces(ground: BaseGeometry, least: float) -> MultiPolygon:
    """The polygons of at least so many km²."""
    parts = shapely.get_parts(ground)
    return MultiPolygon([part for part in parts if part.geom_type == "Polygon" and part.area >= least])


def _grid(around: BaseGeometry, spacing: float) -> MultiPolygon:
    """Stripes at 45° over a box, all in km."""
    left, bottom, right, top = rotate(around, -45, origin=(0, 0)).bounds
    first, last = math.floor(bottom / spacing), math.ceil(top / spacing)
    bands = [
        box(left, row * spacing, right, (row + STRIPE_SHARE) * spacing) for row in range(first, last + 1)
    ]
    return rotate(MultiPolygon(bands), 45, origin=(0, 0))


def _toml(path: Path) -> dict:
    try:
        return tomllib.loads(text_of(path))
    except tomllib.TOMLDecodeError as error:
        raise BrokenShapes(
            f"geo/{path.name}", f"the file is no TOML: {error}", "mend or restore the file"
        ) from error
