"""A level of 229 regions stays readable in every kind: what fits is shown, the chosen stand out, the rest is said."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import pytest

from components.charts.choropleth import choropleth
from components.charts.columns import RADIUS, columns
from components.charts.side_by_side import side_by_side
from components.charts.strip import strip
from components.charts.tile_map import tile_map
from components.charts.trend import trend
from components.faults import sentence
from components.theme import Look, Size
from components.wording import words
from geo import boundaries
from geo.errors import MissingTiles
from geo.regions import Regions
from tests.components import level, maps
from tests.components.drawn import LOOKS, collisions, named, outside, spots, texts, traces

LOOK, PHONE = Look(), Look("en", "dark", Size(358, 560))
YEARS = ("2015", "2018", "2020")
LIT = (level.codes()[60], level.codes()[150])
SEOUL = level.codes("seoul")


def name(code: str, lang: str = "ko") -> str:
    return Regions.load().name(code, lang)


def labels(figure: go.Figure, geo: str = "geo") -> list[str]:
    return [code for trace in maps.traces(figure, "labels", geo) for code in trace.get("customdata", [])]


@pytest.mark.parametrize("look", LOOKS, ids=named)
@pytest.mark.parametrize("kind", [strip, trend, side_by_side])
def test_nothing_collides_or_leaves_the_sheet(kind: Callable[..., go.Figure], look: Look) -> None:
    figure = kind(level.view(without=20, periods=YEARS), look, lit=LIT)
    assert outside(figure) == [] and collisions(figure) == []


def test_a_strip_shows_every_region_and_names_the_chosen_and_the_outermost() -> None:
    figure = strip(level.view(), LOOK, lit=LIT)
    (dots,) = traces(figure, "many")
    assert len(dots["x"]) == 229 and min(dots["marker"]["size"]) >= 3
    ends = level.view().ranking.index[[0, -1]]
    written = texts(figure)
    assert all(name(code) in written for code in (*LIT, *ends))
    assert name(level.codes()[10]) not in written


def test_a_strip_with_very_many_chosen_leaves_their_names_to_the_colour() -> None:
    figure = strip(level.view(), LOOK, lit=SEOUL)
    gray = [color for color in traces(figure, "many")[0]["marker"]["color"] if color == LOOK.palette.others]
    assert name(SEOUL[3]) not in texts(figure) and len(gray) == 229 - len(SEOUL)


def test_a_trend_draws_the_others_as_one_faint_trace() -> None:
    figure = trend(level.view(periods=YEARS), LOOK, lit=LIT)
    (others,) = traces(figure, "others")
    assert others["opacity"] < 0.6 and len(figure.data) < 12
    assert others["hovertext"].count("") == 227
    assert all(name(code) in texts(figure) for code in LIT)


def test_values_side_by_side_show_the_chosen_first_and_say_how_many() -> None:
    for look, told in ((LOOK, "229곳 가운데 "), (PHONE, " of 229 shown")):
        written = texts(side_by_side(level.view(), look, lit=LIT))
        assert told in written
        assert all(name(code, look.lang).split("-")[0] in written for code in LIT)


def test_a_map_of_many_names_only_the_chosen_and_ties_them_to_their_place() -> None:
    figure = choropleth(level.view(without=5), LOOK, level.ADDRESS, lit=LIT)
    assert {t["customdata"][0] for t in maps.traces(figure, "callout")} == set(LIT) and labels(figure) == []
    (values,) = maps.traces(figure, "values")
    assert len(values["locations"]) == 224 and values["marker"]["line"]["width"] < 0.5
    (above,) = maps.traces(figure, "parents")
    assert len(above["locations"]) == 17 and above["geojson"] == level.ADDRESS.parents


def test_without_a_choice_the_largest_and_the_smallest_value_are_named() -> None:
    ends = level.view().ranking.index[[0, -1]]
    figure = choropleth(level.view(), LOOK, level.ADDRESS)
    assert {t["customdata"][0] for t in maps.traces(figure, "callout")} == set(ends)
    apart = choropleth(level.apart(level.view()), LOOK, level.ADDRESS)
    assert not maps.traces(apart, "callout"), "what cannot be compared has no largest"


def test_a_chosen_region_without_a_value_is_called_out_as_such() -> None:
    figure = choropleth(level.view(without=5), LOOK, level.ADDRESS, lit=[level.codes()[2]])
    assert "자료 없음" in maps.traces(figure, "callout")[0]["text"][0]


@pytest.mark.parametrize("parent", ["seoul", "gyeonggi", "gyeongbuk", "incheon", "sejong", "jeju"])
@pytest.mark.parametrize("look", [LOOK, PHONE], ids=named)
def test_the_regions_of_one_parent_fill_the_map_and_are_named(parent: str, look: Look) -> None:
    view = level.view(parent=parent)
    figure = choropleth(view, look, level.ADDRESS)
    spec = maps.spec(figure)["layout"]["geo"]
    frame = boundaries.frame_of(level.codes(parent))
    tall = [high - low for low, high in (frame.lat, spec["lataxis"]["range"])]
    assert tall[1] == pytest.approx(tall[0])
    located = {code for trace in maps.traces(figure, "values") for code in trace["locations"]}
    assert located == set(level.codes(parent))
    drawn = {code for geo in ("geo", "geo2", "geo3") for code in labels(figure, geo)}
    drawn |= {t["customdata"][0] for t in maps.traces(figure, "callout")}
    assert len(drawn) >= len(located) * (0.8 if look is LOOK else 0.5)
    assert captions_of(figure) == [getattr(inset, look.lang) for inset in frame.insets] or look is PHONE


def captions_of(figure: go.Figure) -> list[str]:
    return [a["text"] for a in maps.spec(figure)["layout"]["annotations"] if a.get("name") == "inset"]


def test_the_foot_says_whose_parts_they_are() -> None:
    figure = choropleth(level.view(parent="seoul"), LOOK, level.ADDRESS)
    assert "서울 25개 시군구 중 25곳 공표" in texts_of(figure)
    assert "25 of 25 cities, counties and districts of Seoul report" in texts_of(
        choropleth(level.view(parent="seoul"), Look("en"), level.ADDRESS)
    )


def texts_of(figure: go.Figure) -> str:
    return " ".join(a["text"] for a in maps.spec(figure)["layout"]["annotations"]).replace("<br>", " ")


def test_the_hatch_of_a_part_is_as_fine_as_its_map() -> None:
    view = level.with_reasons(level.view(parent="seoul"), **{SEOUL[0].replace("-", "_"): {}})
    (hatch,) = maps.traces(choropleth(view, LOOK, level.ADDRESS), "hatch")
    assert [feature["id"] for feature in hatch["geojson"]["features"]] == [SEOUL[0]]


def test_the_columns_grow_thin_and_only_some_are_named() -> None:
    deck = maps.decoded(json.loads(columns(level.view(), LOOK, level.ADDRESS, lit=LIT).to_json()))
    layers = {layer["id"]: layer for layer in deck["layers"]}
    assert layers["columns"]["radius"] < RADIUS / 3
    written = {row["code"] for row in layers["labels"]["data"] if row["text"]}
    assert set(LIT) <= written and len(written) <= 7


def test_the_columns_of_one_parent_leave_out_the_rest_of_the_country() -> None:
    deck: dict[str, Any] = json.loads(columns(level.view(parent="seoul"), LOOK, level.ADDRESS).to_json())
    base = next(layer for layer in deck["layers"] if layer["id"] == "base")
    assert base["getFillColor"].endswith(": [0, 0, 0, 0]") and f"'{LIT[1]}'" not in base["getFillColor"]
    assert deck["initialViewState"]["zoom"] > 8.5


def test_a_level_without_places_for_tiles_is_refused_in_one_sentence() -> None:
    with pytest.raises(MissingTiles) as refused:
        tile_map(level.view(), LOOK)
    assert "타일 배치가 없습니다" in sentence(refused.value, words("ko"))


@pytest.mark.parametrize("parent", ["", "seoul"])
def test_in_files_no_geometry_is_drawn_that_is_not_asked_for(parent: str) -> None:
    figure = choropleth(level.view(parent=parent), LOOK, level.inside(parent), lit=LIT)
    for trace in maps.spec(figure)["data"]:
        if trace["type"] == "choropleth":
            assert {feature["id"] for feature in trace["geojson"]["features"]} <= set(trace["locations"])
    assert "app/static" not in figure.to_json()


def test_the_words_of_a_strip_stay_on_the_sheet_in_english_on_a_phone() -> None:
    figure = strip(level.view(), PHONE, lit=LIT)
    assert outside(figure) == [] and all(spot.size > 8 for spot in spots(figure))
