"""Shapes for charts and the server: outlines, hatching, label points, frames and the credit line.

What is particular to a level stands in ``<level>.geojson``, ``regions.csv``, ``frames.csv`` and
``recipes.toml``. Every function reads what it needs and keeps nothing: the caller caches. GeoJSON features
carry the region's code as ``id``; outer rings run clockwise, or d3 would fill everything *but* the region.
"""

from __future__ import annotations

import csv
import json
import math
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import shapely
from shapely.affinity import affine_transform, rotate
from shapely.geometry import MultiPolygon, box, mapping, shape
from shapely.geometry.base import BaseGeometry

from geo.errors import BrokenShapes, MissingShape, UnknownLanguage, UnknownLevel
from geo.regions import Regions

HERE = Path(__file__).parent
KM_NORTH = 110.95  # one degree of latitude at 36° north
KM_EAST = 90.15  # one degree of longitude there
STRIPE_SPACING = 9.0  # km, between stripes at national scale
STRIPE_SHARE = 0.18  # of the spacing: 1.6 km of 9
STRIPES_ACROSS = 4  # a small region gets closer stripes, so that some show
BARE_ISLAND = 0.15  # of the spacing squared: smaller islands cannot show a stripe and would only add bytes
SPECK = 0.002  # of the spacing squared: smaller cuttings are invisible
LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")


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


def shapes(codes: Iterable[str], folder: Path = HERE) -> dict:
    """The outlines of regions as a GeoJSON FeatureCollection, by ``id`` and ``code``, in the order asked for.

    A region without a shape of its own is the union of its predecessors', or of its members'.
    Raises UnknownRegion, MissingShape, BrokenShapes.
    """
    return _collection(_geometries(codes, folder))


def hatch(codes: Iterable[str], within: Frame | None = None, folder: Path = HERE) -> dict:
    """Thin diagonal stripes inside each region, as a FeatureCollection by ``id``, to draw over a fill.

    About 9 km apart and 1.6 km wide, closer in small regions so that several show. ``within`` cuts them to an
    inset and sets them as close as it wants; regions outside it are left out. Raises as ``shapes`` does.
    """
    spacing, decimals = (within.stripe_km, 5) if within else (STRIPE_SPACING, 4)
    striped = {
        code: _stripes(_cut(whole, within), spacing) for code, whole in _geometries(codes, folder).items()
    }
    return _collection({code: stripes for code, stripes in striped.items() if not stripes.is_empty}, decimals)


def label_points(codes: Iterable[str], folder: Path = HERE) -> dict[str, tuple[float, float]]:
    """Where to write each region's name, (longitude, latitude): on the national map no two names collide.

    Set by hand in ``regions.csv``; otherwise a point inside its largest part. Raises as ``shapes`` does.
    """
    regions, codes = Regions.load(), tuple(codes)
    unset = [code for code in codes if not regions.region(code).label]
    found = {code: _inside(whole) for code, whole in _geometries(unset, folder).items()}
    return {code: regions.region(code).label or found[code] for code in codes}


def neighbours(codes: Iterable[str], folder: Path = HERE) -> tuple[tuple[str, str], ...]:
    """The pairs among these regions that share a border, each once, in the order asked for.

    Raises as ``shapes`` does.
    """
    wholes = _geometries(codes, folder)
    return tuple(pair for pair in combinations(wholes, 2) if _border(*(wholes[code] for code in pair)) > 0)


def frame(level: str, folder: Path = HERE) -> Frame:
    """The window a level's map shows, with its insets. Raises UnknownLevel, BrokenShapes."""
    try:
        rows = _table(folder / "frames.csv")
        insets = tuple(_frame(row) for row in rows if (row["level"], row["role"]) == (level, "inset"))
        mains = [_frame(row, insets) for row in rows if (row["level"], row["role"]) == (level, "main")]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BrokenShapes("geo/frames.csv", f"a row cannot be read: {error}", "mend the row") from error
    if not mains:
        raise UnknownLevel(level, ", ".join(dict.fromkeys(row["level"] for row in rows)))
    return mains[0]


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


def _geometries(codes: Iterable[str], folder: Path) -> dict[str, BaseGeometry]:
    regions, files = Regions.load(), {}
    return {code: _geometry(code, regions, files, folder) for code in codes}


def _geometry(code: str, regions: Regions, files: dict, folder: Path) -> BaseGeometry:
    """A region's own shape, or the union of what it was made of. ``files`` keeps the files read so far."""
    level = regions.region(code).level
    if level not in files:
        files[level] = _file(folder / f"{level}.geojson") if (folder / f"{level}.geojson").exists() else {}
    if code in files[level]:
        return files[level][code]
    pieces = regions.predecessors(code) or _drawn_members(code, regions)
    if not pieces:
        _refuse(code, folder)
    return shapely.union_all([_geometry(piece.code, regions, files, folder) for piece in pieces])


def _drawn_members(code: str, regions: Regions) -> tuple:
    """A group's members without those that other members became part of: their land would count twice."""
    members = regions.members(code)
    return tuple(member for member in members if not regions.predecessors(member.code))


def _refuse(code: str, folder: Path) -> None:
    if not any(folder.glob("*.geojson")):
        raise BrokenShapes(folder.name, "there is no shape file")
    raise MissingShape(code)


def _file(path: Path) -> dict[str, BaseGeometry]:
    """The shapes of one file by code. Raises BrokenShapes unless all are coded, valid polygons."""
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


def _border(one: BaseGeometry, other: BaseGeometry) -> float:
    """How long their common border is, in degrees; a shared point has no length."""
    return one.intersection(other).length


def _collection(wholes: dict[str, BaseGeometry], decimals: int = 5) -> dict:
    features = [_feature(code, whole, decimals) for code, whole in wholes.items()]
    return {"type": "FeatureCollection", "features": features}


def _feature(code: str, whole: BaseGeometry, decimals: int) -> dict:
    lon, lat = _inside(whole)
    rounded = shapely.transform(whole, lambda points: points.round(decimals))
    turned = shapely.orient_polygons(rounded, exterior_cw=True)
    properties = {"code": code, "lon": lon, "lat": lat}
    return {"type": "Feature", "id": code, "properties": properties, "geometry": mapping(turned)}


def _inside(whole: BaseGeometry) -> tuple[float, float]:
    """A point deep inside the largest part, to about 1 km."""
    largest = max(shapely.get_parts(whole), key=lambda part: part.area)
    middle = shapely.get_point(shapely.maximum_inscribed_circle(largest, tolerance=0.01), 0)
    return round(middle.x, 4), round(middle.y, 4)


def _cut(whole: BaseGeometry, within: Frame | None) -> BaseGeometry:
    if within is None:
        return whole
    (left, right), (bottom, top) = within.lon, within.lat
    return whole.intersection(box(left, bottom, right, top))


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


def _frame(row: dict[str, str], insets: tuple[Frame, ...] = ()) -> Frame:
    lon = float(row["lon_from"]), float(row["lon_to"])
    lat = float(row["lat_from"]), float(row["lat_to"])
    wide, narrow = _shares(row["wide"]), _shares(row["narrow"])
    return Frame(row["id"], lon, lat, float(row["stripe_km"]), wide, narrow, row["ko"], row["en"], insets)


def _shares(cell: str) -> tuple[float, ...]:
    return tuple(float(share) for share in cell.split())


def _table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(_text(path).splitlines()))


def _toml(path: Path) -> dict:
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise BrokenShapes(
            f"geo/{path.name}", f"the file is no TOML: {error}", "mend or restore the file"
        ) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenShapes(
            f"geo/{path.name}", "the file cannot be read", "restore it, saved as UTF-8"
        ) from error
