"""The coverage matrix says of every indicator and region what is known, in a fill and a sign."""

from __future__ import annotations

import pytest

from components.cells.reporting import of_reporting
from components.chart import Chart
from components.charts.coverage import coverage, paints
from components.contents.reporting import STATES, folded, matrix_of
from components.mapping.shading import contrast
from components.theme import Look, Size, palette
from datasets import catalog
from tests import examples
from tests.components import level
from tests.components.drawn import LOOKS, collisions, named, outside, spots, texts, traces

CATALOG = catalog.load()
ALL = CATALOG.view([i.id for i in CATALOG.offered("sido")], basis="17")


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Two pillars: one indicator with every state, one that everybody reports."""
    folder = examples.write_folder(tmp_path_factory.mktemp("coverage"))
    values = {(code, "2024"): 1.0 for code in examples.SEVENTEEN[:6]}
    values |= {("sejong", "2022"): 1.0, ("jeju", "2026"): 5.0}
    examples.write_indicator(folder, "mixed", values, statuses={("jeju", "2026"): "planned"})
    everyone = {(code, "2023"): 2.0 for code in examples.SEVENTEEN}
    examples.write_indicator(folder, "all", everyone, pillar="talent")
    view = catalog.load(folder).view(["mixed", "all"], basis="17")
    reasons = dict(
        gangwon="not_published", chungbuk="not_applicable", chungnam="low_confidence", jeonbuk="after_merger"
    )
    for code, reason in reasons.items():
        rows = view.frame.index.get_level_values("region") == code
        view.frame.loc[rows, ("mixed", "missing_reason")] = reason
    return view


def states(view) -> dict[str, str]:
    matrix = matrix_of(view, "ko")
    line = next(line for line in matrix.lines if line.indicator.id == "mixed")
    return dict(zip(matrix.codes, line.states, strict=True))


def test_every_cell_tells_the_most_that_is_known(small) -> None:
    found = states(small)
    assert {code for code, state in found.items() if state == "reported"} == set(examples.SEVENTEEN[:6])
    told = {
        code: found[code]
        for code in ("sejong", "jeju", "gangwon", "chungbuk", "chungnam", "jeonbuk", "ulsan")
    }
    assert told == dict(
        sejong="other_period", jeju="planned", gangwon="not_published", chungbuk="not_applicable",
        chungnam="low_confidence", jeonbuk="merger", ulsan="none",
    )  # fmt: skip


def test_rows_stand_by_pillar_and_end_in_k_of_n(small) -> None:
    figure = coverage(small, Look())
    written = [spot.text for spot in spots(figure)]
    order = [written.index(text) for text in ("산업 육성", "시험 mixed", "인재 양성", "시험 all")]
    assert order == sorted(order) and {"6/17", "17/17"} <= set(written)
    assert all(name in written for name in ("서울", "제주"))


def test_every_cell_tells_region_indicator_period_and_state_under_the_pointer(small) -> None:
    (records,) = traces(coverage(small, Look()), "records")
    told = dict(zip(records["customdata"], records["hovertext"], strict=True))
    assert len(told) == 34 and told["mixed|seoul"] == "<b>서울</b><br>시험 mixed<br>2024년 · 공표"
    assert told["mixed|sejong"].endswith("다른 시점 값만 있음") and told["mixed|ulsan"].endswith("자료 없음")


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_no_two_states_differ_by_colour_alone(theme) -> None:
    found = paints(palette(theme))
    assert set(found) == set(STATES)
    looks = [
        (paint.hatched, paint.sign) for state, paint in found.items() if state not in ("reported", "part")
    ]
    assert len(set(looks)) == len(looks)
    full, part = found["reported"], found["part"]
    assert contrast(full.fill, part.fill) >= 3, "a full cell and a numbered one"
    assert all(contrast(p.ink, p.fill) >= 4.5 for p in found.values() if p.sign)


def test_the_legend_says_only_what_occurs(small) -> None:
    written = texts(coverage(small, Look()))
    assert "신뢰도 낮은 값만 있음" in written and "통합 전·후 값만 있음" in written
    alone = texts(coverage(level.view(), Look()))
    assert "자료 없음" not in alone and "신뢰도" not in alone


@pytest.mark.parametrize("look", LOOKS, ids=named)
def test_nothing_collides_or_leaves_the_sheet(small, look) -> None:
    figure = coverage(small, look, lit=["gwangju"])
    assert outside(figure) == [] and collisions(figure) == []


def test_what_does_not_fit_is_counted(small) -> None:
    figure = coverage(ALL, Look())
    shown = len(traces(figure, "records")[0]["customdata"]) // 17
    assert 10 <= shown < len(ALL.columns) and f"지표 {len(ALL.columns) - shown}개는 표에만" in texts(figure)
    tall = coverage(ALL, Look(size=Size(960, 24 * len(ALL.columns) + 400)))
    assert len(traces(tall, "records")[0]["customdata"]) == 17 * len(ALL.columns)


def test_very_many_regions_stand_together_by_parent_with_their_number() -> None:
    view = level.view(without=3)
    matrix = folded(matrix_of(view, "ko"), view, "ko")
    (line,) = matrix.lines
    assert len(matrix.columns) == 17 and sum(matrix.sizes) == 229
    assert (line.states[0], line.counts[0]) == ("part", 22) and set(line.states[1:]) == {"reported"}
    (records,) = traces(coverage(view, Look()), "records")
    assert records["hovertext"][0].endswith("일부만 공표(숫자는 공표한 곳) 22/25")


def test_the_table_is_indicators_by_regions(small) -> None:
    table = of_reporting(small, "ko").set_index("지표")
    assert table.loc["시험 mixed", "서울"] == "공표" and table.loc["시험 mixed", "공표"] == "6/17"
    raw = of_reporting(small, "en", values=True)
    assert {"seoul", "jeju", "Id"} <= set(raw.columns) and raw["Reporting"].tolist() == [6, 17]


def test_the_chart_speaks_for_all_its_indicators(small) -> None:
    chart = Chart("coverage", ("mixed", "all"))
    assert "지표 2개 가운데 17개 시도 모두가 공표한 것은 1개" in chart.alt(small, "ko")
    assert chart.heading(small, Look()).title == "어느 지역이 무엇을 공표하는가"
    assert "mixed" in chart.csv(small, "ko") and chart.file_name(small, "ko").startswith("어느지역이")


def test_the_view_is_not_changed(small) -> None:
    before = small.frame.copy(deep=True)
    coverage(small, Look())
    assert small.frame.equals(before)
