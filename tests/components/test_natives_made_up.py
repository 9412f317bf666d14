"""Native objects of made-up data: plans, hostile texts, values below zero."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.chart import Chart
from components.natives import Fact, Native, Plot, Table
from components.theme import Look
from datasets import catalog
from datasets.catalog import Catalog
from tests import examples
from tests.examples import SEVENTEEN

PLANNED, AIMED = "busan", "daegu"


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Seventeen results, of which one is planned and one a target; over time each region plans to grow."""
    folder = examples.write_folder(tmp_path_factory.mktemp("mixed") / "data")
    numbers = {(code, "2023"): 10.0 + at for at, code in enumerate(SEVENTEEN)}
    ahead = {(code, "2030"): 50.0 + at for at, code in enumerate(SEVENTEEN[:6])}
    own = {(PLANNED, "2023"): "planned", (AIMED, "2023"): "target"}
    examples.write_indicator(folder, "mixed", numbers, unit="곳", statuses=own)
    later = dict.fromkeys(ahead, "planned") | {("seoul", "2030"): "target"}
    examples.write_indicator(folder, "grows", numbers | ahead, unit="곳", statuses=later)
    examples.write_indicator(
        folder, "falls", {k: v - 18 for k, v in numbers.items()}, unit="%", aggregation="none"
    )
    return catalog.load(folder)


def plot_of(chart: Chart, catalog_: Catalog) -> Plot:
    (plot,) = chart.natives(chart.material(catalog_), Look())
    assert isinstance(plot, Plot)
    return plot


@pytest.mark.parametrize("kind", ["ranked_bar", "distribution", "strip"])
def test_what_is_planned_is_hollow_and_a_target_has_its_own_colour(kind: str, mixed: Catalog) -> None:
    plot = plot_of(Chart(kind, ("mixed",), lit=(AIMED,)), mixed)
    (series,) = plot.series
    hollow = {name.split(" ")[-1] for name, each in zip(plot.categories, series.hollow, strict=True) if each}
    assert hollow == {"부산", "대구"}
    colours = dict(zip((name.split(" ")[-1] for name in plot.categories), series.colours, strict=True))
    assert (
        colours["대구"] == Look().palette.target and list(colours.values()).count(Look().palette.target) == 1
    )


def test_points_of_a_scatter_that_are_no_results_are_hollow(mixed: Catalog) -> None:
    plot = plot_of(Chart("scatter", ("mixed", "falls")), mixed)
    hollow = {n for s in plot.series if s.names for n, each in zip(s.names, s.hollow, strict=False) if each}
    assert hollow == {"부산", "대구"}
    assert any("속이 빈 점 2개" in note for note in plot.notes)


def test_plans_in_a_trend_are_dashed_series_that_begin_at_the_last_result(mixed: Catalog) -> None:
    plot = plot_of(Chart("trend", ("grows",), lit=("busan",)), mixed)
    series = {each.name: each for each in plot.series}
    plan, aim = series["부산(계획)"], series["서울(목표)"]
    assert plan.dashed and plan.values == (11.0, 51.0) and plan.hollow == (False, True)
    assert plan.colour == Look().palette.planned and aim.colour == Look().palette.target
    assert series["부산"].values == (11.0, None) and not series["부산"].dashed
    assert plan.texts == ("", "부산 51.0곳(계획)")


def test_values_below_zero_keep_their_sign_and_order(mixed: Catalog) -> None:
    values = [v for v in plot_of(Chart("ranked_bar", ("falls",)), mixed).series[0].values if v is not None]
    assert values == sorted(values, reverse=True) and values[-1] == -8


HOSTILE = '=cmd|calc <script>alert(1)</script> "><img onerror=1> \u202e\u0007 ../../x'


def test_texts_of_visitors_stay_texts(tmp_path: Path) -> None:
    folder = examples.write_folder(tmp_path / "data")
    values = {(code, "2023"): float(at) for at, code in enumerate(SEVENTEEN)}
    toml = examples.write_indicator(folder, "hostile", values)
    told = HOSTILE.replace("\u0007", "").replace('"', '\\"')
    toml.write_text(toml.read_text(encoding="utf-8").replace("시험 hostile", told), encoding="utf-8")
    hostile, look = catalog.load(folder), Look()
    for kind in (
        "ranked_bar",
        "multiples",
        "strip",
        "trend",
        "side_by_side",
        "coverage",
        "standings",
        "table",
    ):
        chart = Chart(kind, ("hostile",), lit=("seoul",), title=HOSTILE)
        for native in chart.natives(chart.material(hostile), look):
            assert not {"\u202e", "\u0007"} & set(told_by(native)), kind


def told_by(native: Native) -> str:
    """All texts of an object in one."""
    if isinstance(native, Plot):
        return " ".join(
            (native.title, native.x_title, native.y_title, *(s.name for s in native.series), *native.notes)
        )
    if isinstance(native, Table):
        return " ".join((*native.header, *native.notes, *(cell for row in native.rows for cell in row)))
    if isinstance(native, Fact):
        return " ".join((native.name, native.value, *native.lines))
    return " ".join(getattr(item, "text", "") for item in native.items)
