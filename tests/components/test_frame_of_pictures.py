"""What stands around a chart in a picture: title, source, organisation and ground, each with or without, for every kind."""

from __future__ import annotations

import base64
import html
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from PIL import Image

from components import measure
from components.chart import KINDS, Chart
from components.exhibit import Exhibit
from components.theme import Brand, Look, Size, palette
from datasets import catalog

LIT = ("gwangju",)
SEVERAL = ("ict_value_added", "rnd_expenditure", "new_firms", "venture_firms")
CHARTS = [
    Chart("choropleth", SEVERAL[:1], lit=LIT),
    Chart("tile_map", SEVERAL[:1], lit=LIT),
    Chart("columns", SEVERAL[:1], lit=LIT),
    Chart("ranked_bar", SEVERAL[:1], lit=LIT),
    Chart("strip", SEVERAL, lit=LIT),
    Chart("trend", ("ai_firm_mous",)),
    Chart("target_bullet", records="targets"),
    Chart("verdicts", records="targets"),
    Chart("strategy_tree", records="strategies"),
    Chart("matrix", records="strategies"),
    Chart("timeline", records="events"),
    Chart("table", SEVERAL[:1]),
    Chart("side_by_side", ("ai_test_equipment_kinds",)),
    Chart("fact_card", ("ai_firm_mous",), period="2025-03-28"),
    Chart("distribution", SEVERAL[:1], lit=LIT),
    Chart("scatter", SEVERAL[:2], lit=LIT),
    Chart("dated_dots", ("ai_basic_ordinance",)),
    Chart("multiples", SEVERAL, lit=LIT),
    Chart("coverage", SEVERAL),
    Chart("profile", SEVERAL, lit=LIT),
    Chart("standings", SEVERAL, lit=LIT),
]
KIND = {chart.kind: chart for chart in CHARTS}
NAME = "시험 연구원 <b>굵게</b> & =1+1"
ROOM = Look(size=Size(960, 640))
BARE = replace(ROOM, titled=False, sourced=False, clear=True, brand=Brand(NAME))


@cache
def loaded() -> Any:
    return catalog.load()


@cache
def exhibit(kind: str) -> Exhibit:
    return Exhibit.of(KIND[kind], loaded(), "ko")


@cache
def drawn(kind: str, look: Look) -> Any:
    return exhibit(kind).figure(look)


@cache
def logo(aspect: float) -> Brand:
    """An organisation with a logo."""
    written = io.BytesIO()
    Image.new("RGBA", (round(40 * aspect), 40), "#0b50d0").save(written, "PNG")
    data = base64.b64encode(written.getvalue()).decode()
    return Brand(NAME, f"data:image/png;base64,{data}", aspect)


def texts(figure: Any) -> Iterator[str]:
    """Everything a figure writes, line by line."""
    layout = figure.layout
    told = [layout.title.text, *(a.text for a in layout.annotations)]
    for trace in figure.data:
        found = getattr(trace, "text", None)
        told += [found] if isinstance(found, str) else list(found) if found is not None else []
    for text in filter(None, told):
        yield from re.split(r"<br>", str(text))


def grounds(figure: Any) -> list[str]:
    """The colours of all grounds: sheet, plot area, and every map."""
    layout = figure.layout
    maps = [layout[trace.geo].bgcolor for trace in figure.data if trace.type == "choropleth"]
    return [layout.paper_bgcolor, layout.plot_bgcolor, *maps]


def test_every_kind_is_looked_at() -> None:
    assert set(KIND) == set(KINDS)


@pytest.mark.parametrize("kind", KIND)
def test_a_clear_picture_has_no_ground_anywhere_and_words_for_white_paper(kind: str) -> None:
    figure = drawn(kind, BARE)
    assert all(ground.replace(" ", "").endswith(",0)") for ground in grounds(figure))
    assert figure.layout.template.layout.font.color == palette("light").text


@pytest.mark.parametrize("kind", KIND)
def test_a_picture_without_title_and_source_shows_neither(kind: str) -> None:
    before, after = (" ".join(texts(drawn(kind, look))) for look in (ROOM, BARE))
    edition = f"자료 {exhibit(kind).material.edition.id}"
    assert edition in before and edition not in after and "출처 " not in after
    assert html.escape(exhibit(kind).heading.title, quote=False).split()[0] in before
    assert not drawn(kind, BARE).layout.title.text


@pytest.mark.parametrize("kind", KIND)
def test_the_organisation_stands_in_every_picture_as_plain_text(kind: str) -> None:
    written = list(texts(drawn(kind, BARE)))
    assert any("시험 연구원 &lt;b&gt;굵게&lt;/b&gt; &amp; =1+1" in line for line in written)


def test_the_organisation_stands_below_the_source() -> None:
    written = " ".join(texts(exhibit("matrix").figure(replace(ROOM, brand=Brand("연구원")))))
    assert written.index("출처 ") < written.index("연구원") < written.index("자료 2026")


@pytest.mark.parametrize("aspect", [0.3, 2.5, 8])
@pytest.mark.parametrize("kind", ["choropleth", "fact_card", "matrix"])
def test_the_logo_stands_in_the_corner_and_nothing_is_written_over_it(kind: str, aspect: float) -> None:
    look = replace(ROOM, brand=logo(aspect))
    figure = exhibit(kind).figure(look)
    (image,) = figure.layout.images
    margin, size = figure.layout.margin, look.size
    plot = size.width - margin.l - margin.r, size.height - margin.t - margin.b
    right, low = margin.l + image.x * plot[0], margin.t + (1 - image.y) * plot[1]
    wide, high = image.sizex * plot[0], image.sizey * plot[1]
    assert wide / high == pytest.approx(aspect, rel=0.01)
    assert 0 < right - wide < right <= size.width and 0 < low - high < low <= size.height
    for foot in (each for each in figure.layout.annotations if each.name == "foot"):
        for line in html.unescape(foot.text).split("<br>"):
            assert size.type(size.pad) + measure.width(line, foot.font.size) < right - wide


def test_without_an_organisation_there_is_no_picture_in_the_picture() -> None:
    assert not exhibit("choropleth").figure(ROOM).layout.images


def test_a_title_left_out_leaves_its_room_to_the_chart() -> None:
    shown = exhibit("ranked_bar")
    assert shown.figure(replace(ROOM, titled=False)).layout.margin.t < shown.figure(ROOM).layout.margin.t
