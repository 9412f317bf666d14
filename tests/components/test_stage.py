"""The stage as data: what stands on every slide and where, before any browser draws it."""

from __future__ import annotations

import json
import re

import pytest
import segno

from components import outline, qr, stage
from components.chart import Chart
from components.deck import Deck, Item
from components.exhibit import Exhibit
from components.outline import Outline, Part, Slide
from components.stage.frame import EDGE_X, EDGE_Y, HEIGHT, INNER, WIDTH, balanced, frame, lines
from components.theme import Look, Size
from datasets import catalog
from datasets.catalog import Catalog
from datasets.texts import Text

MAP = Chart("choropleth", ("ict_value_added",))
BARS = Chart("ranked_bar", ("ict_value_added",))
TABLE = Chart("table", records="facts")


@pytest.fixture(scope="module")
def data() -> Catalog:
    return catalog.load()


@pytest.fixture(scope="module")
def told(data: Catalog) -> Outline:
    items = (Item(MAP, note=Text("첫째\n둘째", "")), Item(TABLE), Item(BARS))
    return outline.of_deck(Deck(Text("제목", "Title"), items=items), data, "ko", link="deck?deck=one")


@pytest.fixture(scope="module")
def script(told: Outline) -> dict:
    return stage.script(
        told, Look("ko", "dark"), public_url="https://ai.example.go.kr/", shapes=stage.Geometries()
    )


def test_a_script_is_plain_data(script: dict) -> None:
    assert json.loads(json.dumps(script)) == script


def test_every_part_stands_inside_the_safe_area(script: dict) -> None:
    for part in (part for slide in script["slides"] for part in slide["parts"]):
        left, top, width, height = part["box"]
        assert left >= EDGE_X - 8 and left + width <= WIDTH - EDGE_X + 8, part["kind"]
        assert top >= EDGE_Y and top + height <= HEIGHT - EDGE_Y, part["kind"]


def test_two_maps_of_the_same_regions_share_their_geometry(data: Catalog) -> None:
    kept = stage.Geometries()
    maps = (Item(MAP), Item(Chart("choropleth", ("rnd_personnel",))))
    made = stage.script(outline.of_deck(Deck(items=maps), data, "ko"), Look(), shapes=kept)
    figures = [
        part["figures"]["light"] for s in made["slides"] for part in s["parts"] if part["kind"] == "figure"
    ]
    assert len(kept.kept) == 2
    assert all(set(re.findall(r'"geojson":"([\w-]+)"', figure)) <= set(kept.kept) for figure in figures)
    assert all(len(figure) < 60_000 for figure in figures)


def test_title_and_sources_are_texts_of_the_slide_and_not_of_the_picture(script: dict) -> None:
    slide = script["slides"][1]
    figure = json.loads(slide["parts"][0]["figures"]["dark"])
    assert slide["title"] and slide["foot"]
    assert figure["layout"]["title"]["text"] == ""
    assert slide["foot"][0] not in json.dumps(figure, ensure_ascii=False)


def test_the_presenters_words_come_before_what_the_chart_says(script: dict) -> None:
    slide = script["slides"][1]
    assert slide["note"] == ["첫째", "둘째"]
    assert slide["spoken"] and "첫째" not in slide["spoken"]


def test_a_table_that_does_not_fit_counts_what_it_leaves_out(script: dict) -> None:
    part = script["slides"][2]["parts"][0]
    assert part["kind"] == "table" and part["size"] >= 24
    assert len(part["rows"]) > 5 and part["notes"]


def test_codes_lead_to_the_deck_and_to_each_chart(script: dict) -> None:
    addresses = [slide["qr"] and slide["qr"]["address"] for slide in script["slides"]]
    assert addresses[0] == "https://ai.example.go.kr/deck?deck=one"
    assert addresses[1].startswith("https://ai.example.go.kr/chart?kind=choropleth")
    assert addresses[-1] == addresses[0] and script["unlinked"] == ""
    assert [slide["corner"] for slide in script["slides"]] == [
        True,
        False,
        False,
        False,
        *[False] * (len(addresses) - 5),
        True,
    ]


def test_without_a_public_address_there_is_a_sentence_and_no_code(told: Outline) -> None:
    first = Outline(told.title, "ko", told.slides[:1], told.edition, told.mark, link="deck?deck=one")
    made = stage.script(first, Look())
    assert made["slides"][0]["qr"] is None
    assert "PUBLIC_URL" in made["unlinked"]


def test_several_parts_share_a_slide_without_touching(data: Catalog, told: Outline) -> None:
    half = (Exhibit.of(chart, data, "en") for chart in (MAP, BARS))
    parts = (
        Part(next(half), box=(0, 0, 0.5, 1)),
        Part(next(half), box=(0.5, 0, 0.5, 0.5)),
        Part(heading="Three things", lines=("one", "two"), box=(0.5, 0.5, 0.5, 0.5)),
    )
    spread = Outline("x", "en", (Slide("spread", "Both", "Of 17", parts),), told.edition, told.mark)
    made = stage.script(spread, Look("en"), shapes=stage.Geometries())["slides"][0]["parts"]
    kinds = [part["kind"] for part in made]
    assert kinds == ["subtitle", "heading", "figure", "heading", "figure", "heading", "lines"]
    boxes = [part["box"] for part in made]
    for n, (x, y, wide, high) in enumerate(boxes):
        for left, top, width, height in boxes[n + 1 :]:
            apart = x + wide <= left or left + width <= x or y + high <= top + 0.2 or top + height <= y + 0.2
            assert apart, (boxes, n)


def test_a_title_in_two_lines_is_about_equally_long_in_both() -> None:
    title = "Value added of information and communication (nominal, regional accounts)"
    first, second = balanced(title, 56, most=2)
    assert abs(len(first) - len(second)) < 15


def test_a_very_long_title_keeps_room_for_the_chart() -> None:
    laid = frame("아주 긴 제목 " * 60, ("출처 " * 300,) * 4)
    assert len(laid.title) == 2 and laid.body.height > 600


def test_what_looks_like_markup_takes_room_like_any_text() -> None:
    hostile = "<script>alert(1)</script> " * 8
    assert len(lines(hostile, INNER, 96, most=9)) > 3


def test_no_type_is_drawn_below_the_least() -> None:
    size = Size(100, 100, base=20, least=24)
    assert (size.type(0.7), size.type(1.5), size.legible(23)) == (24, 30, 24)
    assert size.type(0.5) == 10, "a gap is no type"
    assert Size(100, 100, base=20).type(0.7) == 14


# ---- codes ---------------------------------------------------------------------------------------------------


def test_a_code_draws_exactly_its_dark_modules_inside_a_quiet_zone() -> None:
    address = "https://ai.example.go.kr/chart?kind=choropleth&ids=ict_value_added"
    path, size = qr.qr(address)
    bars = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", path)
    drawn = {(int(x) + n, int(y)) for x, y, wide, _ in bars for n in range(int(wide))}
    code = segno.make_qr(address, error="m", boost_error=False)
    expected = {
        (x, y) for y, row in enumerate(code.matrix_iter(border=4)) for x, dark in enumerate(row) if dark
    }
    assert drawn == expected
    assert size == code.symbol_size(border=4)[0]


@pytest.mark.parametrize(
    "text",
    ["", "javascript:alert(1)", "ftp://a.kr", "https://", "http://[", "https://a.kr/ b", 'https://a.kr/"><b>', "https://a.kr/" + "a" * 1000, "https://a.kr/\ud800"],
)  # fmt: skip
def test_only_addresses_of_a_sane_length_become_codes(text: str) -> None:
    assert qr.address(text) == ""
    with pytest.raises(ValueError, match="addresses"):
        qr.qr(text)


def test_an_address_is_joined_without_doubled_strokes_or_foreign_parts() -> None:
    assert qr.address(" https://a.kr/ai/?x=1#y ", "chart?kind=map") == "https://a.kr/ai/chart?kind=map"


# ---- scripts that travel alone -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["stage.js", "page.js"])
def test_texts_never_become_markup_or_code(name: str) -> None:
    code = stage.source(name)
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", code
    )


def test_a_script_and_the_stage_become_one_text_without_imports() -> None:
    whole = stage.joined(stage.source("page.js"))
    assert not re.search(r"^(import|export) ", whole, re.M)
    assert "const { draw, element, fill, mount, paint } = (() => {" in whole
