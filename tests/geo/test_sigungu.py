"""Where the units of the second level lie, and the window around some of them."""

from __future__ import annotations

import json

import numpy as np
import pytest
import shapely
from shapely.geometry import Point, shape

from geo import boundaries, errors
from geo.boundaries import Frame
from geo.regions import Regions
from tests.geo.test_boundaries import AREAS, polygons, square_km

KOREA = Regions.load()
FILE = boundaries.HERE / "sigungu.geojson"
CODES = KOREA.codes("sigungu", "229")
OUTLINES = {f["id"]: shape(f["geometry"]) for f in boundaries.shapes(CODES)["features"]}
WHOLES = {f["id"]: shape(f["geometry"]) for f in boundaries.shapes(KOREA.codes("sido", "17"))["features"]}
STRIPES = {f["id"]: shape(f["geometry"]) for f in boundaries.hatch(CODES)["features"]}

# km², as published; SGIS follows other shores than the land register where land was won from the sea.
UNIT_AREAS = {
    "sgg-11010": 23.91,
    "sgg-11230": 39.50,
    "sgg-24040": 120.3,
    "sgg-31010": 121.1,
    "sgg-32310": 1820.3,
    "sgg-37040": 1522.0,
    "sgg-37310": 614.2,
    "sgg-37430": 72.9,
    "sgg-38110": 748.0,
    "sgg-39010": 978.5,
}
PLACES = {
    "독도": ("sgg-37430", 131.8695, 37.2395),
    "마라도": ("sgg-39020", 126.268, 33.118),
    "백령도": ("sgg-23320", 124.68, 37.95),
    "가거도": ("sgg-36480", 125.115, 34.07),
    "군위읍": ("sgg-37310", 128.573, 36.243),
    "광주시청": ("sgg-24020", 126.8514, 35.1601),
    "분당": ("sgg-31020", 127.12, 37.38),
    "한라산 남쪽": ("sgg-39020", 126.53, 33.34),
}


def of(code: str) -> list[str]:
    return [region.code for region in KOREA.children(code, "sigungu")]


def test_all_229_have_an_outline() -> None:
    assert tuple(OUTLINES) == CODES and len(OUTLINES) == 229


def test_the_outlines_are_valid_and_neither_overlap_nor_gape() -> None:
    wholes = np.array(list(OUTLINES.values()))
    assert shapely.is_valid(wholes).all()
    assert shapely.coverage_is_valid(wholes)


def test_rings_run_clockwise_in_the_file_and_as_handed_out() -> None:
    for collection in (json.loads(FILE.read_text(encoding="utf-8")), boundaries.shapes(CODES)):
        for part in polygons(collection):
            assert not part.exterior.is_ccw and all(hole.is_ccw for hole in part.interiors)


def test_the_file_is_small_and_carries_codes_only() -> None:
    text = FILE.read_bytes()
    assert len(text) <= 560_000
    for feature in json.loads(text)["features"]:
        assert feature["properties"].keys() == {"code", "lon", "lat"}


@pytest.mark.parametrize("code", WHOLES)
def test_the_units_of_a_region_are_the_region(code: str) -> None:
    together = shapely.union_all([OUTLINES[part] for part in of(code)])
    apart = together.symmetric_difference(WHOLES[code])
    assert square_km(apart) / square_km(WHOLES[code]) < 0.018
    area, tolerance = AREAS[code]
    assert abs(square_km(together) / area - 1) * 100 < tolerance + 0.2


@pytest.mark.parametrize("code", UNIT_AREAS)
def test_an_outline_has_the_published_area(code: str) -> None:
    assert square_km(OUTLINES[code]) == pytest.approx(UNIT_AREAS[code], rel=0.01)


@pytest.mark.parametrize(("code", "lon", "lat"), PLACES.values(), ids=PLACES)
def test_a_place_lies_in_its_unit(code: str, lon: float, lat: float) -> None:
    assert OUTLINES[code].intersects(Point(lon, lat).buffer(0.005))


def test_a_city_is_one_with_its_districts() -> None:
    assert not [code for code in CODES if not code.endswith("0")]
    assert OUTLINES["sgg-31010"].geom_type in ("Polygon", "MultiPolygon")
    assert len(shapely.get_parts(OUTLINES["sgg-31010"])) == 1


@pytest.mark.parametrize("code", CODES)
def test_hatching_stays_inside_its_unit_and_shows(code: str) -> None:
    assert STRIPES[code].is_valid and STRIPES[code].difference(OUTLINES[code].buffer(0.0002)).is_empty
    assert 0.05 < STRIPES[code].area / OUTLINES[code].area < 0.3


def test_a_name_stands_inside_its_unit() -> None:
    for code, point in boundaries.label_points(CODES).items():
        assert OUTLINES[code].contains(Point(point)), code


def test_some_units_alone_are_drawn_as_they_are_among_all() -> None:
    alone = boundaries.shapes(of("gwangju"))
    assert [feature["id"] for feature in alone["features"]] == of("gwangju")
    assert all(shape(f["geometry"]).equals(OUTLINES[f["id"]]) for f in alone["features"])


def test_neighbours_share_a_border() -> None:
    pairs = {frozenset(pair) for pair in boundaries.neighbours(of("gwangju"))}
    assert frozenset(("sgg-24040", "sgg-24050")) in pairs and len(pairs) == 8
    assert boundaries.neighbours(of("jeju")) == (("sgg-39010", "sgg-39020"),)


def test_the_frame_of_the_level_shows_every_unit() -> None:
    main = boundaries.frame("sigungu")
    seen = shapely.union_all([each.window for each in (main, *main.insets)])
    for code, outline in OUTLINES.items():
        assert outline.difference(seen).area < outline.area * 0.001, code


def shown(frame: Frame) -> shapely.Geometry:
    return shapely.union_all([each.window for each in (frame, *frame.insets)])


@pytest.mark.parametrize("aspect", [0, 16 / 9])
@pytest.mark.parametrize("code", [*WHOLES, "jeonnam-gwangju"])
def test_the_frame_around_a_region_shows_all_of_it_and_has_the_shape_asked_for(
    code: str, aspect: float
) -> None:
    frame = boundaries.frame_of(of(code), aspect)
    assert shapely.covers(shown(frame), [OUTLINES[part] for part in of(code)]).all()
    assert frame.aspect == pytest.approx(aspect, rel=0.01) if aspect else frame.aspect > 0
    assert 0 < frame.stripe_km <= boundaries.frame("sigungu").stripe_km


def test_the_frame_around_a_region_is_no_larger_than_it_needs() -> None:
    seoul = boundaries.frame_of(of("seoul"))
    left, bottom, right, top = WHOLES["seoul"].bounds
    assert seoul.lon[0] == pytest.approx(left, abs=0.04) and seoul.lon[1] == pytest.approx(right, abs=0.04)
    assert seoul.lat[0] == pytest.approx(bottom, abs=0.04) and seoul.lat[1] == pytest.approx(top, abs=0.04)
    assert seoul.insets == () and seoul.wide == (0, 0, 1, 1)


def test_far_islands_come_as_insets_and_do_not_stretch_the_frame() -> None:
    gyeongbuk = boundaries.frame_of(of("gyeongbuk"))
    assert [inset.id for inset in gyeongbuk.insets] == ["ulleung", "dokdo"] and gyeongbuk.lon[1] < 129.8
    ulleung = boundaries.frame_of(["sgg-37430"])
    assert [inset.id for inset in ulleung.insets] == ["dokdo"] and ulleung.lon[1] < 131


def test_a_frame_around_regions_of_the_first_level_or_a_group_works_the_same() -> None:
    assert boundaries.frame_of(["seoul"]).lon == pytest.approx(boundaries.frame_of(of("seoul")).lon, abs=0.02)
    assert boundaries.frame_of(["capital"]).window.covers(WHOLES["gyeonggi"])


def test_hatching_fits_the_frame_around_a_region() -> None:
    codes = of("gwangju")
    near = boundaries.hatch(codes, within=boundaries.frame_of(codes))
    assert [feature["id"] for feature in near["features"]] == codes


def test_a_frame_around_what_is_unknown_is_refused_by_name() -> None:
    with pytest.raises(errors.UnknownRegion):
        boundaries.frame_of(["sgg-00000"])
