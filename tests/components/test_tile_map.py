"""The tile map: one tile a region, all of one size, values in words, no data hatched."""

from __future__ import annotations

import pytest

from components.charts.tile_map import tile_map
from components.theme import Look, Size, palette
from tests.components import maps
from tests.components.maps import LOOKS, NAMES


def rims(trace: dict) -> list[tuple[float, float, float, float]]:
    """Left, top, width, height of every tile of a trace."""
    corners = [(x, y) for x, y in zip(trace["x"], trace["y"], strict=True) if x is not None and x == x]
    boxes = [corners[at : at + 5] for at in range(0, len(corners), 5)]
    return [(b[0][0], b[0][1], b[1][0] - b[0][0], b[2][1] - b[0][1]) for b in boxes]


def texts(figure) -> dict[str, str]:
    """The text of every tile."""
    return {
        code: text
        for t in maps.traces(figure, "labels")
        for code, text in zip(t["customdata"], t["text"], strict=True)
    }


def tiles(figure) -> list[tuple[float, float, float, float]]:
    return [
        rim for name in ("values", "missing") for trace in maps.traces(figure, name) for rim in rims(trace)
    ]


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
@pytest.mark.parametrize("basis", ["17", "16"])
def test_all_tiles_have_one_size_none_lies_on_another_and_all_stand_inside(look: Look, basis: str) -> None:
    figure = tile_map(maps.full(basis), look)
    found = tiles(figure)
    assert len(found) == int(basis)
    assert len({(round(wide, 2), round(tall, 2)) for _, _, wide, tall in found}) == 1
    (_, right), (bottom, _) = figure.layout.xaxis.range, figure.layout.yaxis.range
    for left, top, wide, tall in found:
        assert 0 <= left < left + wide <= right and 0 <= top < top + tall <= bottom
    wide, tall = found[0][2:]
    for at, (left, top, _, _) in enumerate(found):
        assert all(abs(left - x) >= wide or abs(top - y) >= tall for x, y, _, _ in found[at + 1 :])


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
def test_every_tile_has_its_name_and_its_value(look: Look) -> None:
    found = texts(tile_map(maps.full(), look))
    name = {"ko": "서울", "en": "Seoul"}[look.lang]
    assert name in found["seoul"] and "10.8%" in found["seoul"] and len(found) == 17


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
def test_no_data_is_hatched_and_written_out(look: Look) -> None:
    figure = tile_map(maps.view(9), look)
    (missing,) = maps.traces(figure, "missing")
    assert missing["fillpattern"]["shape"] == "/" and len(rims(missing)) == 8
    assert {"ko": "자료 없음", "en": "No data"}[look.lang] in texts(figure)["jeju"]
    assert "0" not in texts(figure)["jeju"].split(">", 1)[1].replace("font-size", "").split("px")[0]


def test_the_class_colours_and_the_legend_agree() -> None:
    figure = tile_map(maps.full(), Look())
    shown = {trace["fillcolor"] for trace in maps.traces(figure, "values")}
    swatches = {shape["fillcolor"] for shape in maps.spec(figure)["layout"]["shapes"]}
    assert shown == swatches and len(shown) == 5
    assert {"1% 미만", "3% 이상"} <= set(maps.legend_texts(figure))


@pytest.mark.parametrize("k", [1, 3])
def test_below_five_regions_there_is_no_scale(k: int) -> None:
    figure = tile_map(maps.view(k), Look(), lit=["seoul"])
    assert {trace["fillcolor"] for trace in maps.traces(figure, "values")} <= {
        palette("light").lit,
        palette("light").others,
    }
    assert maps.legend_texts(figure) == [f"17개 시도 중 {k}곳 공표 · 나머지는 자료 없음"]


def test_the_lit_tile_is_outlined_and_its_name_bold() -> None:
    figure = tile_map(maps.full(), Look(), lit=["gwangju"])
    outline = maps.traces(figure, "lit")[-1]
    assert outline["line"]["color"] == palette("light").lit and len(rims(outline)) == 1
    assert "<b>광주</b>" in texts(figure)["gwangju"] and "<b>전남</b>" not in texts(figure)["jeonnam"]


@pytest.mark.parametrize("status", ["planned", "target"])
def test_a_plan_or_target_is_hollow(status: str) -> None:
    (trace,) = maps.traces(tile_map(maps.single(status=status), Look()), "values")
    assert trace["fillcolor"] == palette("light").surface
    assert trace["line"]["color"] == getattr(palette("light"), status)


def test_a_click_tells_which_region_it_was() -> None:
    (regions,) = maps.traces(tile_map(maps.full(), Look()), "regions")
    assert set(regions["customdata"]) == {region.code for region in maps.full().regions}


def test_the_merged_region_fits_its_tile_in_english() -> None:
    text = texts(tile_map(maps.full("16"), Look("en", size=Size(480, 420))))["jeonnam-gwangju"]
    assert "Jeonnam-<br>Gwangju" in text


def test_the_view_is_not_changed() -> None:
    view = maps.view(9)
    before = view.frame.copy(deep=True)
    tile_map(view, Look(), lit=["seoul"])
    assert view.frame.equals(before)
