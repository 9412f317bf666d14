"""A region without a value says why, and what is known instead, in every form the figures take."""

from __future__ import annotations

import pytest

from components import absent, captions
from components.cells import cells
from components.charts.choropleth import choropleth
from components.charts.fact_card import fact_card
from components.charts.ranked_bar import ranked_bar
from components.charts.side_by_side import side_by_side
from components.charts.strip import strip
from components.charts.tile_map import tile_map
from components.charts.trend import trend
from components.theme import Look
from datasets.view import Coverage
from tests.components import level, maps
from tests.components.drawn import texts

MERGED = "전남광주: 통합 전 값만 있음(광주 272.0% · 전남 자료 없음)"
IN_CELL = "통합 전 값만 있음: 광주 272.0% · 전남 자료 없음"


@pytest.fixture(scope="module")
def sixteen():
    """One region known before its merger only, one of low confidence, one without anything."""
    return level.with_reasons(
        maps.full("16"),
        jeonnam_gwangju=dict(missing_reason="before_merger", derived="gwangju=272"),
        jeju=dict(missing_reason="low_confidence", derived="jeju=3.5"),
        gangwon=dict(missing_reason=""),
    )


def test_a_merger_names_what_its_parts_report_and_who_reports_nothing(sixteen) -> None:
    assert absent.notes(sixteen, "ko") == [MERGED, "자료 없음: 강원", "신뢰도 낮은 값만 있음: 제주"]
    assert absent.reasons(sixteen, "ko") == [MERGED, "신뢰도 낮은 값만 있음: 제주"]
    assert "Jeonnam No data" in absent.notes(sixteen, "en")[0]


def test_the_table_tells_it_in_the_cell_and_the_csv_in_the_note(sixteen) -> None:
    told = cells(sixteen, "ko").set_index("지역")["값"]
    assert told["전남광주"] == IN_CELL and told["제주"] == "신뢰도 낮은 값만 있음: 3.5%"
    raw = cells(sixteen, "ko", values=True)
    row = raw[(raw["지역 코드"] == "jeonnam-gwangju") & (raw["시점"] == sixteen.period)].iloc[0]
    assert row["값"] is None and row["비고"] == IN_CELL


@pytest.mark.parametrize("kind", [ranked_bar, strip, tile_map])
def test_flat_kinds_write_it_below(sixteen, kind) -> None:
    written = texts(kind(sixteen, Look())).replace("<br>", " ")
    assert (
        "통합 전 값만 있음(광주 272.0% · 전남 자료 없음)" in written
        and "신뢰도 낮은 값만 있음: 제주" in written
    )


def test_the_map_writes_it_below_and_under_the_pointer(sixteen) -> None:
    figure = choropleth(sixteen, Look(), maps.ADDRESS)
    assert MERGED in maps.legend_texts(figure)
    (missing,) = maps.traces(figure, "missing", "geo")
    hovers = dict(zip(missing["locations"], missing["hovertext"], strict=True))
    assert hovers["jeonnam-gwangju"].endswith(IN_CELL) and hovers["gangwon"].endswith("자료 없음")


def test_a_grid_and_a_card_say_it_too(sixteen) -> None:
    assert "통합 전 값만 있음" in texts(side_by_side(sixteen, Look(), lit=["jeonnam-gwangju"]))
    assert "광주 272.0%" in texts(fact_card(sixteen, Look(), lit=["jeonnam-gwangju"]))


def test_very_many_regions_are_counted_and_the_chosen_ones_among_them_named() -> None:
    view = level.view(without=30)
    (note,) = absent.notes(view, "ko", [level.codes()[0], level.codes()[-1]])
    assert note == "자료 없음 30곳(종로구 포함)"
    assert absent.notes(view, "en") == ["No data: 30 regions"]


def test_the_reason_why_there_is_no_scale_is_the_indicators_own_where_it_has_one() -> None:
    view = level.apart(maps.full())
    assert view.reach.rule == "few" and captions.coverage(view, Look()) == "17개 시도 중 17곳 공표"
    for kind in (strip, ranked_bar, trend):
        assert level.WHY.ko in texts(kind(view, Look())), kind
    assert level.WHY.ko in maps.legend_texts(choropleth(view, Look(), maps.ADDRESS))
    assert level.WHY.en in maps.legend_texts(tile_map(view, Look("en")))
    assert captions.alt_of_view(view, "ko").endswith(level.WHY.ko)


def test_few_regions_are_told_as_few_even_where_they_could_not_be_compared_anyway() -> None:
    view = level.apart(maps.view(1))
    say = captions.words("ko")
    assert absent.no_scale(view.indicator, Coverage(1, 17, False), say) == say("strip.case")
    assert absent.no_scale(maps.view(4).indicator, Coverage(4, 17), say) == say("strip.few")
    assert absent.no_scale(maps.full().indicator, Coverage(17, 17), say) == ""
