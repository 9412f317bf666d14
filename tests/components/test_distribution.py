"""A distribution counts regions in classes of equal width and says where the middle half and the chosen ones stand."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from components.charts.distribution import distribution
from components.contents.spread import spread_of
from components.theme import Look, palette
from datasets import catalog
from tests import examples
from tests.components import level, maps
from tests.components.drawn import LOOKS, collisions, named, outside, texts, traces

LOOK = Look()


@pytest.mark.parametrize("view", [maps.full(), maps.view(9), level.view()], ids=["all", "nine", "many"])
def test_every_reporting_region_stands_in_the_one_class_that_holds_its_value(view) -> None:
    spread = spread_of(view, LOOK, ())
    values = view.ranking["value"]
    counts = [
        ((values >= each.low) & (values < each.high)).sum()
        + (each is spread.bins[-1] and (values == each.high).sum())
        for each in spread.bins
    ]
    assert [len(each.names) for each in spread.bins] == counts and sum(counts) == len(values)
    widths = {round(each.high - each.low, 9) for each in spread.bins}
    assert len(widths) == 1 and all(a.high == b.low for a, b in pairwise(spread.bins))


def test_seventeen_regions_have_few_classes_and_many_regions_more() -> None:
    assert 5 <= len(spread_of(maps.full(), LOOK, ()).bins) <= 12
    assert 12 <= len(spread_of(level.view(), LOOK, ()).bins) <= 25


def test_whole_numbers_in_a_small_range_have_a_class_each(tmp_path) -> None:
    values = {(code, "2024"): n % 4 for n, code in enumerate(examples.SEVENTEEN)}
    examples.write_indicator(
        examples.write_folder(tmp_path), "whole", values, decimals=0, unit="개", aggregation="none"
    )
    spread = spread_of(catalog.load(tmp_path).view("whole", basis="17"), LOOK, ())
    assert [each.middle for each in spread.bins] == [0, 1, 2, 3] == list(spread.ticks)


def test_the_quartiles_are_written_with_no_more_digits_than_the_figures() -> None:
    values = maps.full().ranking["value"]
    low, middle, high = np.percentile(values, (25, 50, 75))
    written = texts(distribution(maps.full(), LOOK))
    assert (
        f"중앙값 {middle:.1f}%" in written
        and f"하위 25% {low:.1f}%" in written
        and f"상위 25% {high:.1f}%" in written
    )


def test_the_chosen_region_and_the_nation_stand_at_their_values() -> None:
    figure = distribution(maps.full(), LOOK, lit=["gwangju"])
    (mark,), lines = traces(figure, "lit"), traces(figure, "lines")
    assert mark["x"] == [2.9] and mark["marker"]["color"] == [palette("light").lit]
    assert {line["x"][0]: line["line"]["dash"] for line in lines} == {2.9: "solid", 4.5: "dash"}
    assert "광주 2.9%" in texts(figure) and "전국 4.5%" in texts(figure)


def test_a_class_names_its_regions_under_the_pointer() -> None:
    (bins,) = traces(distribution(maps.full(), LOOK), "bins")
    told = next(text for text in bins["hovertext"] if "서울" in text)
    assert told.startswith("<b>10%–11%: 1곳</b>")
    (many,) = traces(distribution(level.view(), LOOK), "bins")
    assert any(" 외 " in text for text in many["hovertext"])


def test_plans_are_counted_but_not_mixed_in(tmp_path) -> None:
    values = {(code, "2024"): 10.0 + n for n, code in enumerate(examples.SEVENTEEN)}
    statuses = {("jeju", "2024"): "planned", ("seoul", "2024"): "target"}
    examples.write_indicator(
        examples.write_folder(tmp_path), "mixed", values, statuses=statuses, aggregation="none"
    )
    view = catalog.load(tmp_path).view("mixed", basis="17")
    assert sum(len(each.names) for each in spread_of(view, LOOK, ()).bins) == 15
    assert "계획·목표 값 2곳은 넣지 않았습니다" in texts(distribution(view, LOOK))


@pytest.mark.parametrize(
    ("view", "why"), [(maps.view(4), "다섯 곳 이상이"), (level.apart(maps.full()), level.WHY.ko)]
)
def test_below_five_regions_or_without_comparison_the_values_are_listed(view, why: str) -> None:
    figure = distribution(view, LOOK)
    assert not traces(figure, "bins") and why in texts(figure) and view.name("seoul", "ko") in texts(figure)


def test_a_whole_group_is_marked_without_a_label_each() -> None:
    figure = distribution(level.view(), LOOK, lit=level.codes()[:40])
    assert len(traces(figure, "lit")[0]["x"]) == 40 and not traces(figure, "lines")


@pytest.mark.parametrize("look", LOOKS, ids=named)
@pytest.mark.parametrize("view", [maps.full(), level.view(), maps.view(3)], ids=["all", "many", "three"])
def test_nothing_collides_or_leaves_the_sheet(view, look) -> None:
    figure = distribution(view, look, lit=["gwangju", "seoul", level.codes()[5]])
    assert outside(figure) == [] and collisions(figure) == []
