"""What every chart kind is in the objects of office programs: the same figures, order, labels and colours as drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import pytest

from components.chart import KINDS, Chart
from components.contents.bars import Bar, Gap, bars_of, cut
from components.contents.panels import panels_of
from components.exhibit import Exhibit
from components.labels import clean
from components.lit import marks
from components.natives import FORMS, Drawing, Fact, Native, Plot, Series, Table
from components.theme import Look
from components.wording import LANGUAGES
from datasets import catalog
from datasets.records import Records
from datasets.view import View

CATALOG = catalog.load()
NUMBERS = ("ict_value_added", "ai_graduate_schools", "student_device_provision", "patent_applications")
LIT = ("gwangju", "seoul")
CHARTS: dict[str, Chart] = {
    "choropleth": Chart("choropleth", ("ict_value_added",)),
    "tile_map": Chart("tile_map", ("ict_value_added",)),
    "columns": Chart("columns", ("ict_value_added",)),
    "ranked_bar": Chart("ranked_bar", ("student_device_provision",), lit=("seoul",)),
    "strip": Chart("strip", NUMBERS, basis="17", lit=LIT),
    "trend": Chart("trend", ("ai_firm_mous",), lit=("gwangju",)),
    "target_bullet": Chart("target_bullet", records="targets"),
    "verdicts": Chart("verdicts", records="targets"),
    "strategy_tree": Chart("strategy_tree", records="strategies", lit=("seoul",)),
    "matrix": Chart("matrix", records="strategies"),
    "timeline": Chart("timeline", records="events", lit=("gwangju",)),
    "table": Chart("table", ("ict_value_added",)),
    "side_by_side": Chart("side_by_side", NUMBERS, basis="17", lit=LIT),
    "fact_card": Chart("fact_card", ("firms-using-ai-30",), records="targets"),
    "distribution": Chart("distribution", ("student_device_provision",), lit=("seoul",)),
    "scatter": Chart("scatter", ("ict_value_added", "grdp_2023"), lit=LIT),
    "dated_dots": Chart("dated_dots", ("ai_industry_ordinance",), lit=("gwangju",)),
    "multiples": Chart("multiples", NUMBERS, basis="17", lit=LIT),
    "coverage": Chart("coverage", NUMBERS, basis="17", lit=("gwangju",)),
    "profile": Chart("profile", NUMBERS, basis="17", lit=("gwangju",)),
    "standings": Chart("standings", NUMBERS, basis="17", lit=("gwangju",)),
}
EVERY = pytest.mark.parametrize("kind", KINDS)
BOTH = pytest.mark.parametrize("lang", LANGUAGES)


@cache
def made(chart: Chart, lang: str = "ko", theme: str = "light") -> tuple[Native, ...]:
    return tuple(Exhibit.of(chart, CATALOG, lang).natives(Look(lang=lang, theme=theme)))


@cache
def view_of(chart: Chart) -> View:
    view = chart.material(CATALOG)
    assert isinstance(view, View)
    return view


def plots(chart: Chart, lang: str = "ko") -> list[Plot]:
    return [native for native in made(chart, lang) if isinstance(native, Plot)]


def the_plot(chart: Chart, lang: str = "ko") -> Plot:
    (plot,) = plots(chart, lang)
    return plot


def the_table(chart: Chart, lang: str = "ko") -> Table:
    (table,) = made(chart, lang)
    assert isinstance(table, Table)
    return table


def colours_of(series: Series) -> Sequence[str]:
    return series.colours or (series.colour,) * len(series.values)


def texts(native: Native) -> Iterator[str]:
    """Everything a reader is given to read."""
    if isinstance(native, Plot):
        yield from (native.title, native.x_title, native.y_title, *native.categories, *native.notes)
        for series in native.series:
            yield from (series.name, *series.texts, *series.names)
    elif isinstance(native, Table):
        yield from (*native.header, *native.notes, *(cell for row in native.rows for cell in row))
    elif isinstance(native, Fact):
        yield from (native.name, native.value, *native.lines)
    else:
        yield from (line for item in native.items for line in getattr(item, "text", "").split("\n"))


# --- every kind ---


def test_every_kind_has_an_example_here() -> None:
    assert set(CHARTS) == set(KINDS)


@EVERY
@BOTH
def test_every_kind_is_at_least_one_native_object(kind: str, lang: str) -> None:
    assert made(CHARTS[kind], lang)
    assert all(isinstance(native, Plot | Drawing | Table | Fact) for native in made(CHARTS[kind], lang))


@EVERY
@BOTH
def test_what_belongs_together_is_equally_long(kind: str, lang: str) -> None:
    for native in made(CHARTS[kind], lang):
        if isinstance(native, Table):
            assert {len(row) for row in native.rows} <= {len(native.header)}
            assert {len(native.numeric), len(native.wide)} <= {0, len(native.header)}
            assert not native.wide or sum(native.wide) == pytest.approx(1, abs=0.01)
            assert all(0 <= at < len(native.rows) for at in native.lit)
        if isinstance(native, Plot):
            assert native.form in FORMS and native.series and len(native.days) in (0, len(native.categories))
            for series in native.series:
                others = (series.texts, series.colours, series.hollow, series.x, series.names)
                assert {len(each) for each in others} <= {0, len(series.values)}
                assert native.form == "scatter" or len(series.values) == len(native.categories)


@EVERY
@BOTH
def test_every_text_is_clean(kind: str, lang: str) -> None:
    for native in made(CHARTS[kind], lang):
        assert [text for text in texts(native) if clean(text) != text.strip()] == []


@EVERY
def test_no_hangul_is_left_in_english(kind: str) -> None:
    assert [
        text for native in made(CHARTS[kind], "en") for text in texts(native) if re.search("[가-힣]", text)
    ] == []


@EVERY
def test_objects_stand_inside_the_sheet_and_beside_each_other(kind: str) -> None:
    boxes = [native.box for native in made(CHARTS[kind])]
    for at, (left, top, width, height) in enumerate(boxes):
        assert left >= 0 and top >= 0 and width > 0.1 and height > 0.03
        assert left + width <= 1.0001 and top + height <= 1.0001
        for other in boxes[:at]:
            apart = left >= other[0] + other[2] or other[0] >= left + width
            assert apart or top >= other[1] + other[3] or other[1] >= top + height


@EVERY
def test_nothing_is_changed_in_what_a_native_is_made_of(kind: str) -> None:
    chart = CHARTS[kind].filed
    exhibit = Exhibit.of(chart, CATALOG, "ko")
    before = exhibit.material.frame.copy(deep=True)
    exhibit.natives(Look())
    assert exhibit.material.frame.equals(before)


@pytest.mark.parametrize("kind", ["ranked_bar", "trend", "scatter", "multiples", "verdicts"])
def test_the_colours_are_those_of_the_theme(kind: str) -> None:
    light, dark = (
        [n for n in made(CHARTS[kind], "ko", theme) if isinstance(n, Plot)] for theme in ("light", "dark")
    )
    for a, b in zip(light, dark, strict=True):
        assert [s.values for s in a.series] == [s.values for s in b.series]
        assert all(x.colour != y.colour for x, y in zip(a.series, b.series, strict=True))


# --- figures ---


@pytest.mark.parametrize("kind", ["ranked_bar", "distribution"])
@pytest.mark.parametrize(
    ("id_", "basis"),
    [("ict_value_added", "17"), ("ict_value_added", "16"), ("student_device_provision", ""), ("rcostii", "")],
)
def test_bars_hold_the_figures_of_the_view_in_its_order(kind: str, id_: str, basis: str) -> None:
    chart = Chart(kind, (id_,), basis=basis)
    view, plot = view_of(chart), the_plot(chart)
    held = list(zip(plot.categories, plot.series[0].values, strict=True))
    national = [held.pop(at) for at, (name, _) in enumerate(held) if name == view.name("kr", "ko")]
    assert [value for _, value in held] == list(view.ranking["value"])
    assert [name.split(" ")[-1] for name, _ in held] == [view.name(str(c), "ko") for c in view.ranking.index]
    assert [value for _, value in national] == [y for y in [view.yardstick()] if y is not None]


def test_ranks_stand_before_the_names_and_the_nation_has_none() -> None:
    categories = the_plot(CHARTS["ranked_bar"]).categories
    assert categories[:3] == ("전국", "1 경남", "2 대전")


def test_a_nation_s_total_is_no_bar_among_its_parts() -> None:
    assert "전국" not in the_plot(Chart("ranked_bar", ("ict_value_added",))).categories


def test_of_229_the_first_the_lit_and_the_last_stand_as_drawn_and_the_gaps_are_counted() -> None:
    chart = Chart("ranked_bar", ("sgg_population",), level="sigungu", lit=("sgg-24010",))
    view, plot = view_of(chart), the_plot(chart)
    rows = cut(bars_of(view, Look(), chart.lit), 20)
    assert len(plot.categories) == len(rows) <= 20
    for row, name, value in zip(rows, plot.categories, plot.series[0].values, strict=True):
        assert (name, value) == (
            (f"… {row.n}곳 생략", None) if isinstance(row, Gap) else (f"{row.rank} {row.name}", row.value)
        )
    told = sum(row.n if isinstance(row, Gap) else 1 for row in rows)
    assert told == 229 and any(isinstance(row, Bar) and row.lit for row in rows)
    assert plot.notes[0] == "229곳 가운데 18곳 표시"


def test_a_distribution_of_229_holds_every_region() -> None:
    plot = the_plot(Chart("distribution", ("sgg_population",), level="sigungu", lit=("sgg-24010",)))
    assert len(plot.categories) == 229
    assert [text for text in plot.series[0].texts if text] == ["광주 동구 110,816명"]


def test_a_trend_holds_every_figure_of_its_regions_on_its_day() -> None:
    chart = Chart("trend", ("resident_population",), lit=("seoul",))
    view, plot = view_of(chart), the_plot(chart)
    own = next(series for series in plot.series if series.name == "서울")
    assert [v for v in own.values if v is not None] == list(view.series.xs("seoul", level="region")["value"])
    assert sorted(plot.days) == list(plot.days) and len(plot.days) == len(view.periods)


def test_a_break_in_a_series_is_never_bridged() -> None:
    plot = the_plot(CHARTS["trend"])
    before, after = plot.series
    assert before.name == "광주" and after.name == "광주(2025-09-11부터)"
    assert not any(a is not None and b is not None for a, b in zip(before.values, after.values, strict=True))
    assert before.values[7] == 272 and before.values[-2:] == (None, None) and after.values[-1] == 361
    assert "2025년 9월부터 반도체 분야 기업과 기관을 함께 셈" in plot.notes


def test_without_a_scale_values_are_written_and_only_those_left_out_that_would_cover_others() -> None:
    plot = the_plot(CHARTS["trend"])
    assert not plot.scaled
    held = [
        (v, text) for s in plot.series for v, text in zip(s.values, s.texts, strict=True) if v is not None
    ]
    assert all(text in ("", f"{value:,.0f}건", f"광주 {value:,.0f}건") for value, text in held)
    assert {"50건", "213건", "272건", "320건", "광주 361건"} <= {text for _, text in held}


def test_a_scatter_holds_both_figures_of_every_region_with_its_name() -> None:
    chart = CHARTS["scatter"]
    view, plot = view_of(chart), the_plot(chart)
    x, y = (view.column(id_)["value"] for id_ in chart.ids)
    wanted = {view.name(code, "ko"): (x[code], y[code]) for code in x.index if x[code] == x[code]}
    held = {
        name: (across, up)
        for series in plot.series
        for name, across, up in zip(series.names, series.x, series.values, strict=True)
        if name
    }
    assert held == wanted
    assert "상관관계는 원인과 결과를 뜻하지 않습니다." in plot.notes


def test_multiples_keep_the_panels_and_the_order_of_the_drawing() -> None:
    chart = CHARTS["multiples"]
    view, look = view_of(chart), Look()
    panels = panels_of(view, look, chart.lit)
    *found, below = made(chart)
    assert isinstance(below, Drawing)
    for panel, native in zip(panels, found, strict=True):
        if isinstance(native, Plot):
            values = [
                v for n, v in zip(native.categories, native.series[0].values, strict=True) if n != "전국"
            ]
            assert native.title.startswith(f"{panel.name} · ") and values == [bar.value for bar in panel.bars]
        else:
            assert isinstance(native, Table) and not panel.bars
            assert [row[0] for row in native.rows] == [value.text for value in panel.written]


def test_at_most_twelve_panels_stand_on_a_sheet_and_the_others_are_counted() -> None:
    ids = tuple(i.id for i in CATALOG.offered("sido"))[:15]
    *found, below = made(Chart("multiples", ids, basis="17"))
    assert len(found) == 12 and isinstance(below, Drawing)
    assert any("외 3개 지표" in text for text in texts(below))


# --- units ---


@pytest.mark.parametrize("kind", ["ranked_bar", "distribution", "strip", "trend"])
@BOTH
def test_the_unit_of_the_bare_figures_stands_at_their_axis(kind: str, lang: str) -> None:
    for id_ in (
        "ict_value_added",
        "student_device_provision",
        "government_genai_spending",
        "resident_population",
    ):
        chart = Chart(kind, (id_,))
        plot, unit = the_plot(chart, lang), view_of(chart).indicator.unit[lang]
        assert unit in (plot.x_title if plot.form == "bar" else plot.y_title)


@BOTH
def test_both_axes_of_a_scatter_name_their_unit(lang: str) -> None:
    chart = Chart("scatter", ("student_device_provision", "ict_value_added"))
    plot, (x, y) = the_plot(chart, lang), view_of(chart).columns
    assert x.unit[lang] in plot.x_title and y.unit[lang] in plot.y_title


@pytest.mark.parametrize("kind", ["side_by_side", "multiples"])
def test_no_two_indicators_share_an_axis(kind: str) -> None:
    found = plots(CHARTS[kind])
    units = {c.short["ko"]: c.unit["ko"] for c in view_of(CHARTS[kind]).columns}
    assert len(found) == 3 and len({plot.title for plot in found}) == 3
    for plot in found:
        assert len(plot.series) == 1 and plot.y_title.startswith(units[plot.title.split(" · ")[0]])


def test_figures_keep_the_decimals_of_their_source() -> None:
    assert the_plot(CHARTS["ranked_bar"]).number_format == "#,##0.0"
    assert the_plot(Chart("ranked_bar", ("ict_value_added",))).number_format == "#,##0"


# --- colours ---


def test_our_region_is_lit_and_the_others_are_gray() -> None:
    colours = Look().palette
    for chart in (
        Chart("ranked_bar", ("ict_value_added",), lit=("gwangju",)),
        Chart("distribution", ("ict_value_added",), lit=("gwangju",)),
    ):
        plot = the_plot(chart)
        painted = dict(
            zip((n.split(" ")[-1] for n in plot.categories), colours_of(plot.series[0]), strict=True)
        )
        assert painted.pop("광주") == colours.lit and set(painted.values()) == {colours.others}


@pytest.mark.parametrize("kind", ["trend", "scatter", "side_by_side", "multiples"])
def test_compared_regions_have_the_colours_they_are_drawn_in(kind: str) -> None:
    ids = ("ict_value_added", "grdp_2023") if kind != "trend" else ("resident_population",)
    lit = ("seoul", "busan")
    chart = Chart(kind, ids, lit=lit)
    wanted = {view_of(chart).name(code, "ko"): m for code, m in marks(view_of(chart), lit, Look()).items()}
    for plot in plots(chart):
        if plot.form == "column":
            painted = dict(zip(plot.categories, colours_of(plot.series[0]), strict=True))
        else:
            painted = {series.name: series.colour for series in plot.series}
        assert {name: painted[name] for name in wanted} == {name: m.colour for name, m in wanted.items()}


def test_the_nation_is_dashed_in_a_trend_and_dark_among_columns() -> None:
    trend = the_plot(Chart("trend", ("firms_using_ai_business_survey",), lit=("seoul",)))
    nation = next(series for series in trend.series if series.name == "전국")
    assert nation.dashed and nation.colour == Look().palette.national
    plot = the_plot(CHARTS["distribution"])
    assert (
        dict(zip(plot.categories, colours_of(plot.series[0]), strict=True))["전국"] == Look().palette.national
    )


# --- what may not be said ---


@pytest.mark.parametrize("kind", ["ranked_bar", "distribution", "strip"])
@pytest.mark.parametrize("id_", ["patent_applications", "rcostii_rank", "ai_basic_ordinance"])
def test_where_there_may_be_no_scale_the_values_stand_in_official_order_without_ranks(
    kind: str, id_: str
) -> None:
    chart = Chart(kind, (id_,))
    table, view = the_table(chart), view_of(chart)
    known = view.latest[view.latest["value"].notna()]
    assert [row[0] for row in table.rows] == [view.name(str(code), "ko") for code in known.index]
    assert len(table.header) == 2 and table.notes


@pytest.mark.parametrize("kind", ["ranked_bar", "distribution", "strip"])
def test_a_single_case_is_a_fact_and_no_bar(kind: str) -> None:
    (fact,) = made(Chart(kind, ("ai_firm_mous",), period="2025-03-28"))
    assert isinstance(fact, Fact) and fact.value == "272건" and "협약 · 광주" in fact.lines


def test_nothing_reported_is_said_and_not_drawn_as_nothing() -> None:
    (fact,) = made(Chart("ranked_bar", ("informatics_teacher_share",)))
    assert (
        isinstance(fact, Fact)
        and fact.value == "자료 없음"
        and any("공표한 곳이 없음" in line for line in fact.lines)
    )


@pytest.mark.parametrize(
    "ids", [("ai_firm_mous", "grdp_2023"), ("grdp_2023", "grdp_2023"), ("rcostii_rank", "grdp_2023")]
)
def test_a_scatter_that_would_mislead_is_a_table_under_its_reason(ids: tuple[str, ...]) -> None:
    table = the_table(Chart("scatter", ids))
    assert len(table.notes) == 1 and "산점도를 그리지 않" in table.notes[0]
    assert len(table.rows) == 17


def test_several_indicators_rank_the_lit_only_where_enough_report() -> None:
    rows = {row[0]: row for row in the_table(CHARTS["strip"]).rows}
    assert "위/17곳" in rows["정보통신업 부가가치"][2] and "8위/8곳" in rows["학생 기기 보급률"][2]
    assert rows["특허출원"][2] == "54,023건" and not any("위/" in cell for cell in rows["특허출원"])


def test_qualifier_and_status_stay_at_the_figures() -> None:
    spending = the_plot(Chart("ranked_bar", ("government_genai_spending",)))
    assert spending.series[0].texts[0].startswith("약 ")
    assert "(잠정)" in the_plot(Chart("ranked_bar", ("ict_value_added",))).x_title
    assert ("전북", "약 10,000억 원(계획)") in the_table(
        Chart("ranked_bar", ("regional_ax_hub_budget",))
    ).rows
    (fact,) = made(Chart("fact_card", ("planned_ai_data_centre_gpus",)))
    assert isinstance(fact, Fact) and fact.value == "50,000장 이상(계획)"


def test_no_value_is_a_gap_that_says_so_and_never_zero() -> None:
    plot = next(p for p in plots(CHARTS["side_by_side"]) if p.title.startswith("학생 기기 보급률"))
    held = dict(zip(plot.categories, plot.series[0].values, strict=True))
    assert held["광주(자료 없음)"] is None and held["서울"] == 50.8


# --- records ---


def records(chart: Chart) -> Records:
    found = chart.material(CATALOG)
    assert isinstance(found, Records)
    return found


def test_targets_of_one_unit_are_bars_and_targets_are_hollow_in_a_colour_of_their_own() -> None:
    ids = ("firms-using-ai-30", "sme-manufacturers-ai-adoption", "smart-cctv-share")
    plot, colours = the_plot(Chart("target_bullet", ids, records="targets")), Look().palette
    series = {each.name: each for each in plot.series}
    assert series["기준값"].values == (1, 1, 24) and series["목표"].values == (30, 10, 100)
    assert all(series["목표"].hollow) and set(series["목표"].colours) == {colours.target}
    assert not any(series["기준값"].hollow) and colours.target not in series["기준값"].colours
    assert series["목표"].texts[0] == "약 30%" and "%" in plot.x_title
    table = made(Chart("target_bullet", ids, records="targets"))[1]
    assert isinstance(table, Table) and table.rows[0][1].startswith("판정 불가")


def test_targets_of_several_units_stand_in_a_table_and_plans_say_so() -> None:
    table = the_table(CHARTS["target_bullet"])
    assert len(table.rows) == len(records(CHARTS["target_bullet"]))
    target = table.header.index("목표값")
    cells = {row[1]: row[target] for row in table.rows}
    assert cells["정부 AI 예산(확정)"] == "9.9조 원(계획)" and cells["AI 활용 기업 비중"] == "약 30%"


def test_verdicts_count_what_is_left_and_what_fell() -> None:
    plot, table = made(CHARTS["verdicts"])
    assert isinstance(plot, Plot) and isinstance(table, Table) and plot.form == "stacked"
    left, fallen = plot.series
    assert {
        a + b for a, b in zip(left.values, fallen.values, strict=True) if a is not None and b is not None
    } == {69}
    assert [row[0] for row in table.rows] == list(plot.categories)


def test_a_matrix_counts_as_the_records_cross() -> None:
    table = the_table(CHARTS["matrix"])
    crossed = records(CHARTS["matrix"]).crossed("owner", "pillars")
    assert [int(row[-1]) for row in table.rows] == list(crossed["total"])
    assert all(table.numeric[1:]) and "0" not in {cell for row in table.rows for cell in row}


def test_a_strategy_tree_is_indented_by_level_and_names_every_part() -> None:
    table, whole = the_table(CHARTS["strategy_tree"]), records(CHARTS["strategy_tree"])
    names = [row[0].strip("\u2003 └") for row in table.rows]
    assert all(any(clean(name) in told for told in names) for name in whole.frame["ko"])
    parent = next(at for at, row in enumerate(table.rows) if not row[0].startswith("\u2003"))
    assert table.rows[parent + 1][0].startswith("\u2003└ ") and table.lit


def test_a_timeline_gives_date_place_status_and_document() -> None:
    table = the_table(CHARTS["timeline"])
    assert table.header == ("날짜", "이름", "지역", "상태", "출처")
    assert len(table.rows) == len(records(CHARTS["timeline"])) and all(row[4] for row in table.rows)
    assert "광주" in table.rows[table.lit[0]][2]


def test_a_target_card_goes_from_baseline_to_target_in_the_colour_of_targets() -> None:
    (fact,) = made(CHARTS["fact_card"])
    assert isinstance(fact, Fact)
    assert fact.value == "약 1% → 약 30%(목표)" and fact.colour == Look().palette.target_text


# --- views as tables ---


def test_coverage_tells_k_of_n_the_period_and_the_lit_region() -> None:
    rows = {row[1]: row for row in the_table(CHARTS["coverage"]).rows}
    assert rows["학생 기기 보급률"][2:] == ("2024년", "8/17", "자료 없음 9곳", "자료 없음")
    assert rows["정보통신업 부가가치"][3:] == ("17/17", "", "공표")


def test_a_profile_gives_value_rank_and_the_best_only_where_there_is_one() -> None:
    rows = {row[1]: row for row in the_table(CHARTS["profile"]).rows}
    assert rows["정보통신업 부가가치"] == (
        "산업 육성",
        "정보통신업 부가가치",
        "1.495조 원",
        "2023년(잠정)",
        "8위/17곳",
        "서울 59.19조 원",
    )
    assert "특허출원" not in rows


def test_dates_stand_earliest_first_without_ranks() -> None:
    table = the_table(CHARTS["dated_dots"])
    assert table.rows[0] == ("광주", "2020-11-13") and table.lit == (0,)
    assert [row[1] for row in table.rows] == sorted(row[1] for row in table.rows)
    assert any("자료 없음" in note for note in table.notes)


def test_a_table_gives_every_row_in_the_columns_asked_for() -> None:
    chart = Chart("table", records="agenda", options=(("columns", ("name", "decision")),))
    table = the_table(chart)
    assert table.header == ("이름", "처리 결과") and len(table.rows) == len(records(chart))


def test_an_empty_table_is_a_sentence() -> None:
    (fact,) = made(Chart("table", ("no-such-row",), records="agenda"))
    assert isinstance(fact, Fact) and fact.value == "자료 없음"
