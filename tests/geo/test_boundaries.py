"""Where regions lie: outlines, hatching, labels, frames."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely.geometry import Point, box, shape
from shapely.geometry.base import BaseGeometry

from geo import boundaries, errors
from geo.regions import Regions

KOREA = Regions.load()
FILE = boundaries.HERE / "sido.geojson"
CODES = KOREA.codes("sido", "17")
OUTLINES = {f["id"]: shape(f["geometry"]) for f in boundaries.shapes(CODES)["features"]}
MERGED = "jeonnam-gwangju"

# km², as published; in the brackets how far the outline may be off, per cent.
AREAS = {
    "seoul": (605.2, 1.0),
    "busan": (771.3, 1.3),
    "daegu": (1499.5, 1.0),
    "incheon": (1067.1, 2.1),
    "gwangju": (501.0, 1.0),
    "daejeon": (539.7, 1.0),
    "ulsan": (1062.8, 1.0),
    "sejong": (464.9, 1.0),
    "gyeonggi": (10199.7, 1.0),
    "gangwon": (16830.9, 1.0),
    "chungbuk": (7407.0, 1.0),
    "chungnam": (8247.5, 1.0),
    "jeonbuk": (8073.0, 1.0),
    "jeonnam": (12361.0, 1.0),
    "gyeongbuk": (18424.0, 1.0),
    "gyeongnam": (10541.0, 1.0),
    "jeju": (1850.3, 1.0),
}
PLACES = {
    "독도": ("gyeongbuk", 131.8695, 37.2395),
    "울릉도": ("gyeongbuk", 130.86, 37.50),
    "마라도": ("jeju", 126.268, 33.118),
    "추자도": ("jeju", 126.32, 33.96),
    "백령도": ("incheon", 124.68, 37.95),
    "연평도": ("incheon", 125.70, 37.67),
    "가거도": ("jeonnam", 125.115, 34.07),
    "흑산도": ("jeonnam", 125.43, 34.66),
    "어청도": ("jeonbuk", 125.98, 36.12),
    "격렬비열도": ("chungnam", 125.56, 36.62),
    "거제": ("gyeongnam", 128.62, 34.88),
    "군위읍, 대구 since 2023": ("daegu", 128.573, 36.243),
    "세종": ("sejong", 127.289, 36.480),
}


def polygons(collection: dict) -> list:
    return [part for f in collection["features"] for part in shapely.get_parts(shape(f["geometry"]))]


def square_km(whole: BaseGeometry) -> float:
    """Area on the ground, on a sphere of the earth's authalic radius."""
    flat = shapely.transform(
        whole, lambda p: np.column_stack([np.radians(p[:, 0]), np.sin(np.radians(p[:, 1]))])
    )
    return float(shapely.area(flat)) * 6371.007**2


def test_every_unit_of_seventeen_has_an_outline() -> None:
    assert tuple(OUTLINES) == CODES


@pytest.mark.parametrize("code", CODES)
def test_an_outline_has_the_published_area(code: str) -> None:
    area, tolerance = AREAS[code]
    assert abs(square_km(OUTLINES[code]) / area - 1) * 100 < tolerance


def test_the_outlines_are_valid_and_neither_overlap_nor_gape() -> None:
    wholes = np.array(list(OUTLINES.values()))
    assert shapely.is_valid(wholes).all()
    assert shapely.coverage_is_valid(wholes)


def test_twenty_nine_pairs_share_a_border() -> None:
    pairs = {frozenset(pair) for pair in boundaries.neighbours(CODES)}
    assert len(pairs) == 29
    assert {frozenset(("seoul", "incheon")), frozenset(("gwangju", "jeonnam"))} <= pairs
    assert not any("jeju" in pair for pair in pairs)


def test_the_merged_unit_borders_what_its_predecessors_did() -> None:
    pairs = boundaries.neighbours(KOREA.codes("sido", "16"))
    assert len(pairs) == 28
    assert {code for pair in pairs if MERGED in pair for code in pair} == {MERGED, "jeonbuk", "gyeongnam"}


@pytest.mark.parametrize(("code", "lon", "lat"), PLACES.values(), ids=PLACES)
def test_a_place_lies_in_its_region(code: str, lon: float, lat: float) -> None:
    near = Point(lon, lat).buffer(0.012)  # about 1 km: shores are simplified
    assert OUTLINES[code].intersects(near)


def test_gunwi_lies_in_daegu_and_no_longer_in_gyeongbuk() -> None:
    gunwi = Point(128.573, 36.243)
    assert OUTLINES["daegu"].contains(gunwi) and not OUTLINES["gyeongbuk"].contains(gunwi)


@pytest.mark.parametrize("make", [boundaries.shapes, boundaries.hatch])
def test_outer_rings_run_clockwise_and_holes_the_other_way(make) -> None:
    for part in polygons(make((*CODES, MERGED))):
        assert not part.exterior.is_ccw
        assert all(hole.is_ccw for hole in part.interiors)


def test_the_file_itself_runs_clockwise_for_whoever_serves_it_as_it_is() -> None:
    assert not any(part.exterior.is_ccw for part in polygons(json.loads(FILE.read_text(encoding="utf-8"))))


def test_the_file_is_small_and_carries_codes_only() -> None:
    text = FILE.read_bytes()
    assert len(text) <= 200_000 and not text.startswith(b"\xef\xbb\xbf")
    for feature in json.loads(text)["features"]:
        assert feature["properties"].keys() == {"code", "lon", "lat"}
        assert feature["properties"]["code"] == feature["id"]


def test_the_merged_unit_is_its_predecessors_together() -> None:
    (merged,) = boundaries.shapes([MERGED])["features"]
    parts = OUTLINES["gwangju"].area + OUTLINES["jeonnam"].area
    assert merged["id"] == MERGED
    assert shape(merged["geometry"]).area == pytest.approx(parts, rel=1e-9)


def test_a_group_is_its_members_together() -> None:
    (capital,) = boundaries.shapes(["capital"])["features"]
    parts = sum(OUTLINES[code].area for code in ("seoul", "incheon", "gyeonggi"))
    assert shape(capital["geometry"]).area == pytest.approx(parts, rel=1e-9)


def test_the_same_question_gets_the_same_bytes() -> None:
    for make in (boundaries.shapes, boundaries.hatch):
        assert json.dumps(make(CODES)) == json.dumps(make(CODES))


STRIPES = {f["id"]: shape(f["geometry"]) for f in boundaries.hatch((*CODES, MERGED))["features"]}


@pytest.mark.parametrize("code", CODES)
def test_hatching_stays_inside_its_region_and_shows(code: str) -> None:
    stripes = STRIPES[code]
    assert stripes.difference(OUTLINES[code].buffer(0.0002)).is_empty
    assert shapely.get_num_geometries(stripes) >= 3
    assert 0.1 < stripes.area / OUTLINES[code].area < 0.25


def test_hatching_of_an_inset_stays_in_the_inset_and_leaves_other_regions_out() -> None:
    dokdo = next(inset for inset in boundaries.frame("sido").insets if inset.id == "dokdo")
    (only,) = boundaries.hatch(CODES, within=dokdo)["features"]
    assert only["id"] == "gyeongbuk"
    assert box(dokdo.lon[0], dokdo.lat[0], dokdo.lon[1], dokdo.lat[1]).contains(shape(only["geometry"]))


def test_hatching_is_light_enough_to_send() -> None:
    assert len(json.dumps(boundaries.hatch(CODES), separators=(",", ":"))) < 80_000


@pytest.mark.parametrize("code", (*CODES, MERGED))
def test_a_name_stands_on_or_beside_its_region(code: str) -> None:
    outline = shape(boundaries.shapes([code])["features"][0]["geometry"])
    assert outline.distance(Point(boundaries.label_points([code])[code])) < 0.15


@pytest.mark.parametrize("basis", KOREA.bases("sido"), ids=lambda basis: basis.id)
def test_no_two_names_are_close_enough_to_collide(basis) -> None:
    """At 650 px one degree is about 90 by 115 px; a line of type is 16 px, two Korean syllables 28 px."""
    points = list(boundaries.label_points(KOREA.codes("sido", basis.id)).values())
    for place, (lon, lat) in enumerate(points):
        for other_lon, other_lat in points[place + 1 :]:
            assert abs(lon - other_lon) * 90 > 28 or abs(lat - other_lat) * 115 > 16


def test_a_region_without_a_point_of_its_own_gets_one_inside() -> None:
    (point,) = boundaries.label_points(["honam"]).values()
    assert shape(boundaries.shapes(["honam"])["features"][0]["geometry"]).contains(Point(point))


def test_the_frames_together_show_every_part_of_the_country() -> None:
    main = boundaries.frame("sido")
    seen = shapely.union_all([box(f.lon[0], f.lat[0], f.lon[1], f.lat[1]) for f in (main, *main.insets)])
    for code, outline in OUTLINES.items():
        assert outline.difference(seen).area < outline.area * 0.001, code


def test_insets_lie_inside_the_picture_and_off_each_other() -> None:
    main = boundaries.frame("sido")
    for layout in ("wide", "narrow"):
        windows = [box(*getattr(inset, layout)) for inset in main.insets]
        assert all(box(0, 0, 1, 1).contains(window) for window in windows)
        assert shapely.union_all(windows).area == pytest.approx(sum(window.area for window in windows))


def test_the_credit_names_agency_and_licence() -> None:
    assert "통계청" in boundaries.credit("ko") and "공공누리" in boundaries.credit("ko")
    assert "Statistics Korea" in boundaries.credit("en") and "KOGL" in boundaries.credit("en")


def test_the_empty_world_has_every_layer_plotly_asks_for() -> None:
    world = json.loads(boundaries.world_stub())
    assert world["type"] == "Topology" and world["objects"].keys() == set(boundaries.LAYERS)
    assert not any(layer["geometries"] for layer in world["objects"].values())


def test_the_provenance_describes_the_file_that_is_there() -> None:
    made = tomllib.loads(FILE.with_suffix(".toml").read_text(encoding="utf-8"))
    recipes = tomllib.loads((boundaries.HERE / "recipes.toml").read_text(encoding="utf-8"))
    assert made["made"]["vertices"] == sum(shapely.get_num_coordinates(o) for o in OUTLINES.values())
    assert recipes["input"].items() <= made["source"].items()
    assert made["recipe"].items() <= recipes["sido"].items()
    assert made["source"]["credit_ko"] == boundaries.credit("ko")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("sido.geojson", "frames.csv", "recipes.toml"):
        shutil.copy(boundaries.HERE / name, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"features": [{}]}',
        '{"features": [{"id": "seoul", "geometry": null}]}',
        '{"features": [{"id": "seoul", "geometry": {"type": "Point", "coordinates": [127, 37]}}]}',
        '{"features": [{"id": "seoul", "geometry": {"type": "Polygon", "coordinates": [[[0, 0]]]}}]}',
        '{"features": [{"id": "seoul", "geometry": {"type": "Polygon", "coordinates":'
        " [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}}]}",
    ],
)
def test_a_corrupt_shape_file_is_told_in_one_line(copy: Path, text: str) -> None:
    (copy / "sido.geojson").write_text(text, encoding="utf-8")
    with pytest.raises(errors.BrokenShapes, match=r"sido\.geojson") as caught:
        boundaries.shapes(["seoul"], copy)
    assert "\n" not in str(caught.value) and caught.value.fields["reason"]


def test_a_half_written_shape_file_is_told_in_one_line(copy: Path) -> None:
    half = FILE.read_bytes()[:100_000]
    (copy / "sido.geojson").write_bytes(half)
    with pytest.raises(errors.BrokenShapes):
        boundaries.shapes(["seoul"], copy)


def test_a_missing_shape_file_is_told_in_one_line(copy: Path) -> None:
    (copy / "sido.geojson").unlink()
    with pytest.raises(errors.BrokenShapes, match="no shape file"):
        boundaries.shapes(["seoul"], copy)


def test_a_region_without_a_shape_is_refused_by_name() -> None:
    with pytest.raises(errors.MissingShape) as caught:
        boundaries.shapes(["kr"])
    assert caught.value.fields == {"code": "kr"}


def test_an_unknown_region_is_refused_by_name() -> None:
    with pytest.raises(errors.UnknownRegion):
        boundaries.shapes(["atlantis"])


def test_a_level_without_a_frame_and_a_language_without_a_credit_are_refused() -> None:
    with pytest.raises(errors.UnknownLevel):
        boundaries.frame("dong")
    with pytest.raises(errors.UnknownLanguage):
        boundaries.credit("fr")


@pytest.mark.parametrize("bad", ["main,sido,main,west", "main,sido,main"])
def test_a_broken_frame_is_told_in_one_line(copy: Path, bad: str) -> None:
    (copy / "frames.csv").write_text(f"id,level,role,lon_from\n{bad}\n", encoding="utf-8")
    with pytest.raises(errors.BrokenShapes, match=r"frames\.csv"):
        boundaries.frame("sido", copy)
