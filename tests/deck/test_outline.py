"""A deck as slides: a title, its charts with all that stands around them, and every document at the end."""

from __future__ import annotations

import pytest

from components import outline
from components.chart import KINDS, Chart
from components.deck import Deck, Item
from components.deck.ready import ready
from components.exhibit import Exhibit
from datasets import catalog
from datasets.texts import Text

CATALOG = catalog.load()
READY = ready(catalog.FOLDER, CATALOG)[0]
MOUS = Chart("fact_card", ("ai_firm_mous",), period="2025-03-28")


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("id_", READY)
def test_a_deck_begins_with_its_title_and_ends_with_every_document(id_: str, lang: str) -> None:
    told = outline.of_deck(READY[id_], CATALOG, lang)
    roles = [slide.role for slide in told.slides]
    assert roles[0] == "title" and roles[-1] == "sources" and set(roles) <= set(outline.ROLES)
    listed = "\n".join(line for s in told.slides if s.role == "sources" for p in s.parts for line in p.lines)
    for exhibit in told.exhibits:
        for source in exhibit.material.sources:
            assert source.publisher[lang] in listed


def test_a_slide_carries_unit_period_coverage_source_and_definition() -> None:
    slide = outline.of_deck(
        Deck(items=(Item(MOUS, note=Text("말할 것", "Say this")),)), CATALOG, "ko"
    ).slides[1]
    assert "건" in slide.subtitle and "2025-03-28" in slide.subtitle
    assert (
        "17개 시도 중 1곳만 공표: 광주" in slide.foot[0]
        and "광주일보" in slide.foot[0]
        and "L11" in slide.foot[0]
    )
    assert slide.spoken[0] == "말할 것" and any("272건" in line for line in slide.spoken)
    assert slide.link == "chart?kind=fact_card&ids=ai_firm_mous&period=2025-03-28&lang=ko"


def test_a_presenters_title_stands_above_the_chart_and_hostile_ones_are_only_words() -> None:
    item = Item(MOUS, Text("<b>우리</b>\x00 \u202e자랑", "x"))
    told = outline.of_deck(Deck(items=(item,)), CATALOG, "ko").slides[1]
    assert told.title == "<b>우리</b> 자랑"


def test_a_kind_that_no_file_holds_is_replaced_by_the_flat_one() -> None:
    shown = Exhibit.of(Chart("columns", ("ict_value_added",)), CATALOG, "ko")
    assert shown.chart.kind == "choropleth" == KINDS["columns"].in_files


def test_facilities_named_by_kind_become_points_on_the_map() -> None:
    chart = Chart("choropleth", ("ict_value_added",), options=(("places", "data_centre"),))
    shown = Exhibit.of(chart, CATALOG, "ko")
    assert len(dict(shown.chart.options)["points"]) > 0
    assert "option.places=data_centre" in shown.link


def test_a_deck_without_a_title_or_charts_is_still_a_document() -> None:
    told = outline.of_deck(Deck(), CATALOG, "en")
    assert [slide.role for slide in told.slides] == ["title"] and told.title and told.name
