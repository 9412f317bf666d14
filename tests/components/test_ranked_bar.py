"""Ranked bars keep true ranks, also where not every region has room, and never rank what must not be ranked."""

from __future__ import annotations

import re

import pytest

from components.charts.ranked_bar import ranked_bar
from components.contents.bars import Bar, Gap, cut
from components.theme import Look, Size, palette
from datasets import catalog
from tests import examples
from tests.components import level, maps
from tests.components.drawn import LOOKS, collisions, named, outside, spec, spots, texts, traces

PHONE = Look(size=Size(358, 560))


def bars(figure) -> dict[str, float]:
    """The length of every bar by region."""
    (trace,) = traces(figure, "bars")
    return dict(zip(trace["customdata"], trace["x"], strict=True))


def bar(n: int, lit: bool = False) -> Bar:
    return Bar(f"r{n}", str(n + 1), f"지역{n}", f"{n}", float(n), "actual", lit)


def test_every_reporting_region_is_a_bar_at_its_value() -> None:
    found = bars(ranked_bar(maps.full(), Look()))
    assert list(found)[:2] == ["seoul", "gyeonggi"] and len(found) == 17 and found["seoul"] == 10.8
    axis = spec(ranked_bar(maps.full(), Look()))["layout"]["xaxis2"]
    assert axis["range"][0] < 0 < 10.8 < axis["range"][1]


def test_equal_values_share_a_rank() -> None:
    written = [spot.text for spot in spots(ranked_bar(maps.full(), Look()))]
    assert written.count("5") == 2 and "6" not in written


def test_very_many_regions_are_cut_to_the_first_the_lit_and_the_last_with_their_true_ranks() -> None:
    view = level.view()
    order = list(view.ranking.index)
    figure = ranked_bar(view, Look(), lit=[order[100]])
    shown = list(bars(figure))
    assert shown[:8] == order[:8] and shown[-5:] == order[-5:] and order[100] in shown
    written = [spot.text for spot in spots(figure)]
    true = {f"{view.latest.loc[code, 'rank']:.0f}" for code in (order[0], order[100], order[-1])}
    assert true <= set(written)
    gaps = [int(re.sub(r"\D", "", text)) for text in written if text.startswith("…")]
    assert sum(gaps) + len(shown) == 229 and f"229곳 가운데 {len(shown)}곳 표시" in texts(figure)


@pytest.mark.parametrize("most", [4, 7, 12, 30, 99, 100])
@pytest.mark.parametrize("lit", [(), (0,), (50,), (3, 50, 51, 98), tuple(range(40, 60))])
def test_a_cut_keeps_its_measure_and_loses_nobody(most: int, lit: tuple[int, ...]) -> None:
    rows = cut([bar(n, n in lit) for n in range(100)], most)
    assert len(rows) <= max(most, 3) or len(lit) * 2 > most
    assert sum(row.n if isinstance(row, Gap) else 1 for row in rows) == 100
    kept = [row.code for row in rows if isinstance(row, Bar)]
    assert kept == sorted(kept, key=lambda code: int(code[1:]))
    if len(lit) * 2 < most - 2:
        assert {f"r{n}" for n in lit} <= set(kept)


def test_a_single_region_left_out_would_take_as_much_room_as_its_gap() -> None:
    assert not any(
        isinstance(row, Gap) and row.n == 1 for row in cut([bar(n, n == 8) for n in range(30)], 12)
    )


def test_what_must_not_be_ranked_is_a_list_in_official_order_without_bars() -> None:
    figure = ranked_bar(level.apart(maps.full()), Look())
    assert not traces(figure, "bars")
    places = {spot.text: (round(spot.left), spot.top) for spot in spots(figure)}
    names = [maps.full().name(code, "ko") for code in examples.SEVENTEEN]
    assert names == sorted(names, key=lambda name: places[name])


def test_values_do_not_meet_the_dashed_national_line() -> None:
    figure = ranked_bar(maps.full(), PHONE)
    paths = [s["path"] for s in spec(figure)["layout"]["shapes"] if s["line"].get("dash") == "dash"]
    (x,) = {float(re.findall(r"M([\d.]+)", path)[0]) for path in paths}
    stretches = [[float(y) for y in re.findall(r",([\d.]+)", path)] for path in paths]
    near = [
        s for s in spots(figure) if s.text.endswith("%") and s.left < x < s.right and "전국" not in s.text
    ]
    assert near, "no value stands near the line: the test needs another sheet"
    for spot in near:
        assert not any(low < spot.bottom and spot.top < high for low, high in stretches), spot.text


def test_a_plan_is_hollow_and_a_value_below_zero_grows_to_the_left(tmp_path) -> None:
    values = {(code, "2024"): float(n - 3) for n, code in enumerate(examples.SEVENTEEN)}
    statuses = {("jeju", "2024"): "planned"}
    examples.write_indicator(
        examples.write_folder(tmp_path), "signs", values, statuses=statuses, aggregation="none"
    )
    figure = ranked_bar(catalog.load(tmp_path).view("signs", basis="17"), Look())
    (trace,) = traces(figure, "bars")
    fills = dict(zip(trace["customdata"], trace["marker"]["color"], strict=True))
    assert fills["jeju"] == palette("light").surface != fills["seoul"]
    assert bars(figure)["seoul"] == -3 and outside(figure) == []


@pytest.mark.parametrize("look", LOOKS, ids=named)
@pytest.mark.parametrize(
    "view",
    [maps.full(), maps.view(9), level.view(), level.apart(level.view())],
    ids=["all", "nine", "many", "apart"],
)
def test_nothing_collides_or_leaves_the_sheet(view, look) -> None:
    figure = ranked_bar(view, look, lit=["gwangju", level.codes()[60]])
    assert outside(figure) == [] and collisions(figure) == []
