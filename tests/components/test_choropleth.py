"""The map: classes in words, hatching for no data, callouts instead of a scale, nothing outside the sheet."""

from __future__ import annotations

import json
import re

import pytest

from components.charts.choropleth import choropleth
from components.mapping import shading
from components.theme import PRESETS, Look, Size, palette
from tests.components import maps
from tests.components.maps import ADDRESS, LOOKS, NAMES


def fills(figure) -> dict[str, str]:
    """The fill of every region on the main map."""
    found = {}
    for name in ("values", "missing"):
        for trace in maps.traces(figure, name, "geo"):
            steps = [colour for _, colour in trace["colorscale"]][::2]
            found |= {
                code: steps[place - 1] for code, place in zip(trace["locations"], trace["z"], strict=True)
            }
    return found


def labels(figure, geo: str = "geo") -> dict[str, str]:
    """The text of every label by region."""
    return {
        code: text
        for t in maps.traces(figure, "labels", geo)
        for code, text in zip(t.get("customdata", []), t.get("text", []), strict=True)
    }


def test_every_region_is_filled_by_the_class_of_its_value() -> None:
    found = fills(choropleth(maps.full(), Look(), ADDRESS))
    ramp = palette("light").sequential
    assert found["seoul"] == found["gyeonggi"] == ramp[-1] and found["ulsan"] == found["chungnam"] == ramp[0]
    assert found["gwangju"] == found["daegu"] == found["busan"]
    assert len(found) == 17


def test_the_legend_says_the_classes_in_words() -> None:
    texts = maps.legend_texts(choropleth(maps.full(), Look(), ADDRESS))
    assert set(texts) == {"1% 미만", "1–1.5", "1.5–2", "2–3", "3% 이상", "구간마다 지역 수가 비슷하게 나눔"}
    texts = maps.legend_texts(choropleth(maps.full(), Look(lang="en"), ADDRESS, method="equal"))
    assert {"under 2.5%", "2.5–5", "10% and over", "classes of equal width"} <= set(texts)


def test_given_limits_are_kept() -> None:
    assert {"2% 미만", "2–4", "4% 이상"} <= set(
        maps.legend_texts(choropleth(maps.full(), Look(), ADDRESS, limits=(2.0, 4.0)))
    )


def test_regions_without_data_are_hatched_and_named_so_and_never_zero() -> None:
    figure = choropleth(maps.view(9), Look(), ADDRESS)
    (pale,), (hatch,) = maps.traces(figure, "missing", "geo"), maps.traces(figure, "hatch", "geo")
    assert pale["locations"] == hatch["locations"] == list(maps.view(9).missing)
    assert hatch["geojson"] == ADDRESS.hatch and 0 not in pale["z"]
    assert all("자료 없음" in text for text in pale["hovertext"])
    assert "자료 없음" in maps.legend_texts(figure)
    assert {fills(figure)[code] for code in maps.view(9).missing} == {palette("light").missing_fill}


def test_the_lit_regions_are_outlined_last_and_their_labels_bold() -> None:
    figure = choropleth(maps.full(), Look(), ADDRESS, lit=["gwangju"])
    on_main = [
        t["name"] for t in maps.spec(figure)["data"] if t["type"] == "choropleth" and t["geo"] == "geo"
    ]
    (outline,) = maps.traces(figure, "lit", "geo")
    assert on_main[-1] == "lit" and outline["locations"] == ["gwangju"]
    assert outline["marker"]["line"] == {"width": 2.5, "color": palette("light").lit}
    assert labels(figure)["gwangju"] == "<b>광주<br>2.9%</b>"


@pytest.mark.parametrize("k", [1, 2, 4])
def test_below_five_regions_there_is_no_scale_but_callouts_with_values(k: int) -> None:
    figure = choropleth(maps.view(k), Look(), ADDRESS, lit=["seoul"])
    colours = palette("light")
    found = {code: fills(figure)[code] for code in maps.view(k).ranking.index}
    assert set(found.values()) <= {colours.lit, colours.others} and found["seoul"] == colours.lit
    assert {t["customdata"][0] for t in maps.traces(figure, "callout")} == set(found)
    assert maps.legend_texts(figure) == [f"17개 시도 중 {k}곳 공표 · 나머지는 자료 없음"]


def test_a_single_report_is_a_callout_of_region_and_value() -> None:
    figure = choropleth(maps.single(), Look(), ADDRESS)
    (callout,) = maps.traces(figure, "callout")
    assert re.sub("<[^>]*>", " ", callout["text"][0]).split() == ["광주", "272건"]
    assert fills(figure)["gwangju"] == palette("light").lit
    assert len(maps.traces(figure, "missing", "geo")[0]["locations"]) == 16


def test_nobody_reporting_is_said_and_draws_no_value() -> None:
    figure = choropleth(maps.view(0), Look(), ADDRESS)
    assert maps.legend_texts(figure) == ["17개 시도 모두 자료 없음"]
    assert not maps.traces(figure, "values") and not maps.traces(figure, "callout")


def test_a_figure_known_only_before_a_merger_is_told_with_its_region() -> None:
    texts = maps.legend_texts(choropleth(maps.single(basis="16"), Look(), ADDRESS))
    assert texts == ["16개 시도 모두 자료 없음", "전남광주: 통합 전 값만 있음(광주 272건 · 전남 자료 없음)"]


@pytest.mark.parametrize("status", ["planned", "target"])
def test_a_plan_or_target_is_hollow_and_never_looks_like_a_result(status: str) -> None:
    figure = choropleth(maps.single(status=status), Look(), ADDRESS)
    colours = palette("light")
    assert fills(figure)["gwangju"] == colours.surface
    assert maps.traces(figure, "intended", "geo")[0]["marker"]["line"]["color"] == getattr(colours, status)
    assert {"planned": "계획", "target": "목표"}[status] in maps.legend_texts(figure)


def test_on_screen_no_geometry_is_inside_so_the_figure_stays_small() -> None:
    assert len(choropleth(maps.full(), Look(), ADDRESS, lit=["gwangju"]).to_json()) < 60_000


def test_in_files_the_geometry_is_inside_and_each_trace_has_only_its_own() -> None:
    figure = choropleth(maps.view(9), Look(), maps.inside(), lit=["gwangju"])
    for trace in maps.spec(figure)["data"]:
        if trace["type"] == "choropleth":
            assert {feature["id"] for feature in trace["geojson"]["features"]} <= set(trace["locations"])
    assert "app/static" not in figure.to_json()


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
def test_every_map_opens_with_a_trace_that_needs_no_world_so_none_is_fetched(look: Look) -> None:
    """plotly.js decides by a map's first trace, and by what of its own world is shown."""
    found = maps.spec(choropleth(maps.full(), look, ADDRESS, lit=["gwangju"]))
    for geo in [name for name in found["layout"] if name.startswith("geo")]:
        first = next(trace for trace in found["data"] if trace["geo"] == geo)
        assert first["type"] == "scattergeo" and "locations" not in first
        assert not any(
            found["layout"][geo][f"show{layer}"]
            for layer in ("land", "coastlines", "countries", "lakes", "ocean", "rivers", "subunits")
        )


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
@pytest.mark.parametrize("k", [1, 4, 9, 17])
def test_every_map_stands_inside_the_sheet_and_the_main_one_is_large(look: Look, k: int) -> None:
    layout = maps.spec(choropleth(maps.view(k), look, ADDRESS, lit=["seoul"]))["layout"]
    for geo in [name for name in layout if name.startswith("geo")]:
        for low, high in layout[geo]["domain"].values():
            assert 0 <= low < high <= 1
    assert layout["geo"]["domain"] == {"x": [0, 1], "y": [0, 1]}
    assert layout["height"] - layout["margin"]["t"] - layout["margin"]["b"] > layout["height"] * 0.45


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
def test_crowded_areas_are_magnified_so_that_every_value_can_be_read(look: Look) -> None:
    figure = choropleth(maps.full(), look, ADDRESS)
    told = {
        code for geo in ("geo", "geo2", "geo3") for code, text in labels(figure, geo).items() if "%" in text
    }
    assert {"seoul", "sejong", "daejeon"} <= told
    named = {code for geo in ("geo", "geo2", "geo3") for code in labels(figure, geo)}
    assert named == {region.code for region in maps.full().regions} if look.lang == "ko" else len(named) >= 13


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
def test_ullung_and_dokdo_are_named_at_their_true_place(look: Look) -> None:
    figure = choropleth(maps.full(), look, ADDRESS)
    (names,), (dots,) = maps.traces(figure, "islands"), maps.traces(figure, "marks")
    assert {"독도", "울릉도"} <= set(names["text"]) or {"Dokdo", "Ulleungdo"} <= set(names["text"])
    assert any(
        abs(lon - 131.867) < 0.01 and size
        for lon, size in zip(dots["lon"], dots["marker"]["size"], strict=True)
    )


def test_on_sixteen_the_merged_region_stands_for_its_predecessors() -> None:
    figure = choropleth(maps.full("16"), Look(), ADDRESS, lit=["jeonnam-gwangju"])
    assert len(fills(figure)) == 16 and "전남광주" in labels(figure)["jeonnam-gwangju"]


def test_the_credit_of_the_boundaries_is_inside() -> None:
    notes = [
        a["text"]
        for a in maps.spec(choropleth(maps.full(), Look(), ADDRESS))["layout"]["annotations"]
        if a["name"] == "foot"
    ]
    assert "공공누리" in notes[0]


def test_the_legend_stands_beside_a_wide_map_and_below_a_narrow_one() -> None:
    wide = choropleth(maps.full(), Look(), ADDRESS).layout.margin
    narrow = choropleth(maps.full(), Look(size=Size(358, 520)), ADDRESS).layout.margin
    assert wide.r > 100 and narrow.r < 30 and narrow.b > wide.b + 20


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_in_grey_the_classes_still_order(theme: str) -> None:
    look = Look(theme=theme)
    for count in range(2, 8):
        greys = [shading.contrast(colour, "#ffffff") for colour in shading.class_colours(look, count)]
        assert greys in (sorted(greys), sorted(greys, reverse=True)) and len(set(greys)) == count


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_every_label_reads_on_its_fill(theme: str) -> None:
    colours = palette(theme)
    for fill in (*colours.sequential, colours.lit, colours.others):
        assert shading.contrast(shading.ink_on(fill), fill) >= 4.3, fill


def test_the_view_is_not_changed() -> None:
    view = maps.view(9)
    before = view.frame.copy(deep=True)
    choropleth(view, Look(size=PRESETS["half"]), ADDRESS, lit=["seoul"])
    assert view.frame.equals(before)


def test_the_figure_is_plain_json() -> None:
    assert (
        json.loads(choropleth(maps.view(9), Look(), maps.inside()).to_json())["layout"]["geo"]["projection"][
            "type"
        ]
        == "transverse mercator"
    )
