"""Sizes readers ask for: exact in pixels, legible on paper, and bounded whatever a stranger sends."""

from __future__ import annotations

import math
from typing import Any

import pytest

from components import sizes
from components.chart import Chart
from components.exhibit import Exhibit
from components.sizes import MOST_PIXELS, UNITS, bounds, size, wish
from components.theme import PRESETS, Look
from datasets import catalog
from datasets.catalog import Catalog

HOSTILE: list[Any] = [
    math.nan, math.inf, -math.inf, -1, 0, 1e9, 10**400, "1e999", "abc", "", "９", "../", "=1+1", None, True, [], {}, b"9", 1e-320,
]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "pixels"),
    [
        ((1920, 1080, "px", 300), (1920, 1080)),
        ((150, 100, "mm", 300), (1772, 1181)),
        ((210, 297, "mm", 150), (1240, 1754)),
        ((6, 4, "in", 600), (3600, 2400)),
        ((2489, 2487, "px", 300), (2489, 2487)),
        ((1200, 630, "px", 72), (1200, 630)),
    ],
)
def test_a_size_has_exactly_the_pixels_of_its_length_and_density(asked: tuple, pixels: tuple) -> None:
    assert wish(*asked).pixels == pixels
    drawn = sizes.pixels(size(*asked))
    assert all(abs(a - b) <= size(*asked).ratio for a, b in zip(drawn, pixels, strict=True))


@pytest.mark.parametrize("sent", HOSTILE, ids=repr)
@pytest.mark.parametrize("place", range(4))
def test_nothing_a_stranger_sends_leaves_the_bounds(sent: object, place: int) -> None:
    asked: list[Any] = [160, 90, "mm", 300]
    asked[place] = sent
    found = wish(*asked)
    least, most = bounds(found.unit)
    assert found.unit in UNITS
    assert least <= found.width <= most and least <= found.height <= most
    assert 72 <= found.dpi <= 600
    laid = size(*asked)
    assert min(laid.width, laid.height) >= 240 and laid.base >= 10
    assert math.prod(found.pixels) <= MOST_PIXELS


def test_what_makes_no_sense_gives_way_to_a_usual_size() -> None:
    assert wish("wide", None, "mm", "fine") == wish(150, 100, "mm", 300)
    assert wish(math.nan, math.nan, "furlong", 300).pixels == (1920, 1080)


def test_a_poster_too_dense_keeps_its_length_and_loses_density() -> None:
    found = wish(600, 600, "mm", 600)
    assert (found.width, found.height) == (600, 600)
    assert 300 < found.dpi < 600 and math.prod(found.pixels) <= MOST_PIXELS


def test_a_length_in_inches_is_as_long_as_in_millimetres() -> None:
    inches, millimetres = wish(6, 4, "in", 300), wish(152.4, 101.6, "mm", 300)
    assert inches.pixels == millimetres.pixels and inches.millimetres == millimetres.millimetres
    assert wish(1920, 1080, "px", 300).millimetres is None


@pytest.mark.parametrize(("width", "height"), [(60, 45), (150, 100), (300, 200), (600, 400)])
def test_type_on_paper_is_never_smaller_than_six_points(width: float, height: float) -> None:
    laid, asked = size(width, height, "mm", 300), wish(width, height, "mm", 300)
    points = laid.type(0.8) * laid.ratio / asked.dpi * 72
    assert points >= (6 if width > 60 else 3.5)  # a picture as small as a thumb has no room for more


def test_the_size_of_the_preset_for_pages_is_the_preset() -> None:
    laid, preset = size(150, 100, "mm", 300), PRESETS["page"]
    assert (laid.width, laid.height, laid.base, laid.ratio) == (
        preset.width,
        preset.height,
        preset.base,
        preset.ratio,
    )
    assert sizes.printed(preset) == (150, 100) and sizes.printed(PRESETS["slide"]) is None


@pytest.mark.parametrize(
    "asked", [(20, 20, "mm", 72), (8000, 100, "px", 300), (100, 8000, "px", 300), (600, 600, "mm", 600)]
)
@pytest.mark.parametrize("kind", ["choropleth", "ranked_bar", "fact_card"])
def test_a_chart_can_be_drawn_at_the_edges_of_what_is_allowed(
    loaded: Catalog, kind: str, asked: tuple
) -> None:
    exhibit = Exhibit.of(Chart(kind, ("ict_value_added",), lit=("gwangju",)), loaded, "ko")
    laid = size(*asked)
    figure = exhibit.figure(Look(size=laid))
    assert (figure.layout.width, figure.layout.height) == (laid.width, laid.height)


@pytest.fixture(scope="module")
def loaded() -> Catalog:
    return catalog.load()
