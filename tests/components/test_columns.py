"""The columns: heights from zero, nothing loaded from elsewhere, no scale where few report."""

from __future__ import annotations

import json
from typing import Any

import pytest

from components.charts.columns import TALLEST, _camera, columns
from components.theme import Look, palette
from geo import boundaries
from tests.components import maps
from tests.components.maps import ADDRESS, LOOKS, NAMES


def spec(deck) -> dict[str, Any]:
    return json.loads(deck.to_json())


def layer(deck, id_: str) -> dict[str, Any]:
    return next(each for each in spec(deck)["layers"] if each["id"] == id_)


def rows(deck) -> dict[str, dict[str, Any]]:
    return {row["code"]: row for row in layer(deck, "columns")["data"]}


def test_heights_are_proportional_to_the_values_from_zero() -> None:
    view = maps.full()
    found = {code: row["height"] for code, row in rows(columns(view, Look(), ADDRESS)).items()}
    for code, value in view.latest["value"].items():
        assert found[code] == pytest.approx(value / 10.8 * TALLEST)


def test_regions_without_data_stay_flat_colourless_and_hatched() -> None:
    view = maps.view(9)
    deck = columns(view, Look(), ADDRESS)
    for code in view.missing:
        row = rows(deck)[code]
        assert row["height"] == 0 and row["fill"][3] == 0 and "자료 없음" in row["tip"]
        assert f"'{code}'" not in layer(deck, "hatch")["getFillColor"]
    assert "'seoul'" in layer(deck, "hatch")["getFillColor"].partition("? [0, 0, 0, 0]")[0]


@pytest.mark.parametrize("k", [1, 2, 4])
def test_below_five_regions_all_columns_are_equally_low(k: int) -> None:
    heights = [
        row["height"] for row in rows(columns(maps.view(k), Look(), ADDRESS)).values() if row["height"]
    ]
    assert len(heights) == k and len(set(heights)) == 1 and heights[0] < TALLEST / 5


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
def test_nothing_is_asked_of_another_host(look: Look) -> None:
    found = spec(columns(maps.full(), look, ADDRESS, lit=["gwangju"]))
    assert found.get("mapProvider") is None and found.get("mapStyle") in (None, "__MAP_STYLE__")
    assert "http" not in json.dumps(found)


def test_geometry_by_address_keeps_the_deck_small() -> None:
    assert len(columns(maps.full(), Look(), ADDRESS).to_json()) < 30_000


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
def test_the_ground_has_the_colour_of_the_theme_and_the_lit_column_stands_out(look: Look) -> None:
    deck = columns(maps.full(), look, ADDRESS, lit=["gwangju"])
    surface, lit = palette(look.theme).surface, palette(look.theme).lit
    assert layer(deck, "sea")["getFillColor"] == [*(int(surface[at : at + 2], 16) for at in (1, 3, 5)), 255]
    assert rows(deck)["gwangju"]["fill"][:3] == [int(lit[at : at + 2], 16) for at in (1, 3, 5)]
    assert rows(deck)["seoul"]["fill"] != rows(deck)["gwangju"]["fill"]


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
def test_the_camera_holds_the_whole_frame_and_the_tallest_column(look: Look) -> None:
    frame = boundaries.frame("sido")
    camera = _camera(frame, look)
    for row in rows(columns(maps.full(), look, ADDRESS)).values():
        x, y = camera.pixel(row["place"][0], row["place"][1], row["height"])
        assert abs(x) < look.size.width / 2 and abs(y) < look.size.height / 2
    for lon, lat in zip(frame.lon, frame.lat, strict=True):
        x, y = camera.pixel(lon, lat, 0)
        assert abs(x) < look.size.width / 2 and abs(y) < look.size.height / 2


def test_the_tooltip_is_text_and_data_cannot_become_markup() -> None:
    found = columns(maps.full(), Look(), ADDRESS)._tooltip  # Streamlit reads it from here
    assert found["text"] == "{tip}" and "html" not in found


def test_a_target_is_translucent_in_its_own_colour() -> None:
    row = rows(columns(maps.single(status="target"), Look(), ADDRESS))["gwangju"]
    assert row["fill"][3] < 255 and "목표" in row["text"]


def test_the_view_is_not_changed() -> None:
    view = maps.view(9)
    before = view.frame.copy(deep=True)
    columns(view, Look(), ADDRESS, lit=["seoul"])
    assert view.frame.equals(before)
