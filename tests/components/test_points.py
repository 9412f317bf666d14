"""Facilities on the map: told by shape and state, apart where they share a spot, never mistaken for addresses."""

from __future__ import annotations

from itertools import pairwise

import pytest

from components.chart import Chart
from components.charts.choropleth import choropleth
from components.mapping import points as places
from components.mapping.points import SYMBOLS, marks, points
from components.mapping.projection import Box, Window
from components.theme import Look, Size, palette
from datasets import catalog
from datasets.terms import FACILITY_KINDS
from geo import boundaries
from tests import examples
from tests.components import level, maps
from tests.components.maps import LOOKS, NAMES

AT = (126.9, 35.2)
WINDOW = Window((125.0, 130.0), (33.0, 38.7), Box(0, 0, 600, 400))


def point(n: int = 0, kind: str = "school", state: bool | None = True, at: tuple[float, float] = AT):
    return (*at, f"시험 시설 {n}\n학교 · 시험", kind, state)


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    folder = examples.write_folder(tmp_path_factory.mktemp("facilities"))
    rows = [
        dict(
            id="open",
            kind="data_centre",
            region="gwangju",
            status="open",
            opened="2023",
            place_ko="시험동",
            place_en="Testdong",
        ),
        dict(id="planned", kind="school", region="gwangju", status="planned"),
        dict(id="unknown", kind="cluster", region="seoul"),
        dict(id="exact", kind="equipment", region="seoul", spot=level.codes("seoul")[4], status="open"),
        dict(id="nation", kind="institute", region="kr", status="planned"),
    ]
    examples.write_records(folder, "facilities", *rows)
    return catalog.load(folder).records("facilities")


def test_a_facility_stands_at_the_centre_of_the_narrowest_region_it_names(records) -> None:
    found = points(records, "ko")
    spot = level.codes("seoul")[4]
    centres = boundaries.label_points(["gwangju", "seoul", spot])
    assert [each[:2] for each in found] == [
        centres["gwangju"],
        centres["gwangju"],
        centres["seoul"],
        centres[spot],
    ]
    assert [each[3:] for each in found] == [
        ("data_centre", True),
        ("school", False),
        ("cluster", None),
        ("equipment", True),
    ]
    assert found[0][2] == "시험 open\n데이터센터 · 시험동 · 2023년 · 운영"


def test_a_narrowed_map_keeps_what_lies_in_it_or_names_only_its_parent(records) -> None:
    found = [each[2].split("\n")[0] for each in points(records, "en", level.codes("seoul"))]
    assert found == ["Test unknown", "Test exact"]


def test_every_kind_of_facility_has_a_shape_of_its_own() -> None:
    shapes = {SYMBOLS.get(kind, "circle") for kind in FACILITY_KINDS}
    assert len(shapes) == len(FACILITY_KINDS)


def test_open_ones_are_filled_and_planned_ones_hollow() -> None:
    given = (point(0, state=True), point(1, state=False), point(2, state=None))
    (trace,) = maps.traces(choropleth(maps.full(), Look(), maps.ADDRESS, points=given), "points")
    colours = palette("light")
    assert trace["marker"]["color"] == [colours.text, colours.surface, colours.text]
    assert trace["marker"]["symbol"] == ["triangle-up"] * 3


@pytest.mark.parametrize("many", [2, 5, 8, 9, 30])
def test_those_of_one_spot_stand_apart_and_near(many: int) -> None:
    look = Look()
    found = marks([point(n) for n in range(many)], WINDOW, look)
    size = look.size.type(places.SIZE)
    for n, one in enumerate(found):
        assert all((one.x - o.x) ** 2 + (one.y - o.y) ** 2 >= (size * 0.8) ** 2 for o in found[:n])
        assert abs(one.x - one.spot[0]) < size * 5 and abs(one.y - one.spot[1]) < size * 5
    assert found == marks([point(n) for n in range(many)], WINDOW, look)


def test_one_alone_stands_on_its_spot_without_a_tie() -> None:
    figure = choropleth(maps.full(), Look(), maps.ADDRESS, points=(point(),))
    (trace,) = maps.traces(figure, "points")
    assert trace["lon"][0] == pytest.approx(AT[0], abs=1e-3) and not maps.traces(figure, "ties")


def test_the_legend_tells_the_shapes_and_the_foot_what_they_are_not() -> None:
    given = (point(0), point(1, "data_centre", False))
    figure = choropleth(maps.full(), Look(), maps.ADDRESS, points=given)
    assert {"학교", "데이터센터", "채운 기호: 운영 · 빈 기호: 예정"} <= set(maps.legend_texts(figure))
    foot = next(a["text"] for a in maps.spec(figure)["layout"]["annotations"] if a["name"] == "foot")
    assert "주소가 아닙니다" in foot.replace("<br>", " ")
    without = maps.spec(choropleth(maps.full(), Look(), maps.ADDRESS))["layout"]["annotations"]
    assert "주소가" not in " ".join(a["text"] for a in without)


def test_names_and_places_are_told_under_the_pointer_without_markup_from_data() -> None:
    given = ((*AT, "<b>이름</b>\n학교", "school", True),)
    (trace,) = maps.traces(choropleth(maps.full(), Look(), maps.ADDRESS, points=given), "points")
    assert trace["hovertext"] == ["<b>&lt;b&gt;이름&lt;/b&gt;</b><br>학교"]


def test_a_point_in_a_magnified_area_is_drawn_there_and_not_twice() -> None:
    figure = choropleth(maps.full(), Look(), maps.ADDRESS, points=(point(at=(126.98, 37.55)), point()))
    drawn = {t["geo"]: len(t["lon"]) for t in maps.traces(figure, "points")}
    assert drawn == {"geo": 1, "geo2": 1}


def test_a_point_outside_a_part_of_the_country_is_left_out() -> None:
    figure = choropleth(level.view(parent="seoul"), Look(), level.ADDRESS, points=(point(),))
    assert not maps.traces(figure, "points")


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
def test_names_keep_off_the_symbols(look: Look) -> None:
    given = tuple(point(n) for n in range(6))
    figure = choropleth(maps.full(), look, maps.ADDRESS, points=given)
    assert maps.traces(figure, "points") and maps.traces(figure, "labels")


def test_the_options_of_a_chart_carry_them_so_that_it_stays_a_small_value() -> None:
    chart = Chart("choropleth", ("ict_share",), options=(("points", (point(),)),), title="시설이 있는 곳")
    figure = chart.figure(maps.full(), Look(size=Size(760, 620)), maps.ADDRESS)
    assert hash(chart) and maps.traces(figure, "points") and "시설이 있는 곳" in figure.layout.title.text


def test_the_symbols_of_the_legend_are_closed_outlines_of_their_own() -> None:
    paths = [places.outline(symbol, 0, 0, 5) for symbol in (*SYMBOLS.values(), "circle")]
    assert len(set(paths)) == len(paths) and all(path.endswith("Z") for path in paths)
    assert all(a != b for a, b in pairwise(sorted(paths)))
