"""A strip shows every reporting region as a dot, the chosen ones named, and never a scale for fewer than five."""

import json
from itertools import pairwise

import pytest

from components import swarm
from components.charts.strip import strip
from components.lit import marks
from components.theme import SYMBOLS, Look, Size, palette
from datasets import catalog
from tests import examples
from tests.components.drawn import LOOKS, collisions, named, outside, room, spec, spots, texts, traces

WIDE = Look(size=Size(1000, 560))
SIX = ("gwangju", "seoul", "daejeon", "jeju", "busan", "gyeonggi")


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    return examples.full(tmp_path_factory.mktemp("full")).view("ict_share")


@pytest.fixture(scope="module")
def several(tmp_path_factory):
    """Three indicators: reported by all, by nine and by three regions."""
    folder = tmp_path_factory.mktemp("several")
    examples.full(folder)
    for id_, k, unit in (("nine", 9, "건"), ("three", 3, "조원")):
        values = {(code, "2024"): 4.0 * (n + 1) ** 1.5 for n, code in enumerate(examples.SEVENTEEN[:k])}
        examples.write_indicator(folder, id_, values, unit=unit)
    return catalog.load(folder).view(["ict_share", "nine", "three"])


def some(folder, k):
    return examples.some(folder, k).view("some_share")


def dots(figure, indicator):
    """Per region of a row: x, y, value, symbol, colour and edge."""
    (trace,) = traces(figure, indicator)
    mark = trace["marker"]
    rows = zip(
        trace["x"],
        trace["y"],
        trace["customdata"],
        mark["symbol"],
        mark["color"],
        mark["line"]["color"],
        strict=True,
    )
    return {code: (x, y, value, symbol, colour, edge) for x, y, (code, value), symbol, colour, edge in rows}


def test_every_reporting_region_is_a_dot_at_its_value(full):
    found = dots(strip(full, WIDE), "ict_share")
    assert set(found) == set(examples.SEVENTEEN)
    low, high = found["ulsan"], found["seoul"]
    for x, _, value, *_ in found.values():
        assert (x - low[0]) / (high[0] - low[0]) == pytest.approx((value - 0.8) / 10.0, abs=1e-6)


def test_dots_step_aside_instead_of_covering_each_other_and_always_alike(full):
    figure = strip(full, WIDE)
    places = [(x, y) for x, y, *_ in dots(figure, "ict_share").values()]
    size = min(traces(figure, "ict_share")[0]["marker"]["size"])
    for n, (ax, ay) in enumerate(places):
        for bx, by in places[:n]:
            assert ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 >= size * 0.95
    assert json.loads(figure.to_json()) == json.loads(strip(full, WIDE).to_json())


def test_the_order_of_selection_changes_nothing(full):
    one, other = strip(full, WIDE, lit=SIX), strip(full, WIDE, lit=SIX[::-1])
    assert one.to_json() == other.to_json()


def test_one_lit_region_has_our_colour_and_is_named_with_its_value(full):
    figure, colours = strip(full, WIDE, lit=["gwangju"]), palette("light")
    found = dots(figure, "ict_share")
    assert found["gwangju"][4] == colours.lit and found["seoul"][4] != colours.lit
    assert "광주 2.9%" in [s.text for s in spots(figure)]


def test_several_lit_regions_differ_in_colour_and_shape(full):
    found = dots(strip(full, WIDE, lit=SIX), "ict_share")
    assert len({found[code][3] for code in SIX}) == 6 and len({found[code][4] for code in SIX}) == 6
    assert {found[code][3] for code in SIX} == set(SYMBOLS)


@pytest.mark.parametrize("gone", ["seoul", "incheon", "busan"])
def test_a_region_keeps_its_mark_when_another_is_removed(full, gone):
    chosen = ("seoul", "busan", "gwangju", "incheon")
    before = marks(full, chosen, WIDE)
    after = marks(full, [code for code in chosen if code != gone], WIDE)
    assert all(before[code] == mark for code, mark in after.items())


def test_regions_that_want_the_same_mark_still_differ(full):
    chosen = marks(full, ("gwangju", "chungbuk", "jeju", "seoul", "daejeon", "chungnam"), WIDE).values()
    assert len({mark.colour for mark in chosen}) == len({mark.symbol for mark in chosen}) == 6


def test_the_nation_is_a_dashed_tick_with_its_value(full):
    figure = strip(full, WIDE)
    assert "전국 4.5%" in [s.text for s in spots(figure)]
    assert [s for s in spec(figure)["layout"]["shapes"] if s["line"].get("dash") == "dash"]


def test_one_indicator_stands_on_a_real_axis(full):
    figure = strip(full, WIDE)
    found, ticks = dots(figure, "ict_share"), {s.text: (s.left + s.right) / 2 for s in spots(figure)}
    per_percent = (found["seoul"][0] - found["ulsan"][0]) / 10
    assert ticks["4%"] - ticks["2%"] == pytest.approx(2 * per_percent, abs=1)


def test_several_indicators_have_a_scale_each_with_its_ends_written(several):
    figure = strip(several, WIDE, lit=["gwangju"])
    for id_, ends in (("ict_share", ("ulsan", "seoul")), ("nine", ("seoul", "gyeonggi"))):
        xs = [x for x, *_ in dots(figure, id_).values()]
        if id_ == "nine":
            continue
        assert dots(figure, id_)[ends[0]][0] == min(xs) and dots(figure, id_)[ends[1]][0] == max(xs)
    for words in ("울산 0.8%", "서울 10.8%", "서울 4.0건", "줄마다 눈금이 다릅니다", "17곳 중 9곳"):
        assert words in texts(figure)


def test_fewer_than_five_stand_side_by_side_in_official_order_without_a_scale(tmp_path):
    figure = strip(some(tmp_path, 4), WIDE)
    xs = [dots(figure, "some_share")[code][0] for code in examples.SEVENTEEN[:4]]
    steps = {round(b - a, 3) for a, b in pairwise(xs)}
    assert len(steps) == 1 and steps.pop() > 0
    assert "다섯 곳 이상이 공표해야" in texts(figure)
    assert not traces(figure, "hatch")


def test_a_single_value_says_that_it_is_alone(tmp_path):
    figure = strip(some(tmp_path, 1), WIDE)
    assert "한 곳뿐" in texts(figure) and "10곳" in texts(figure)


def test_regions_without_a_value_are_hatched_and_named(tmp_path):
    figure = strip(some(tmp_path, 7), WIDE)
    assert traces(figure, "hatch") and "자료 없음: 세종, 경기" in texts(figure)
    assert len(dots(figure, "some_share")) == 7


def test_a_lit_region_without_a_value_is_said_to_have_none(several):
    assert "자료 없음: 제주" in texts(strip(several, WIDE, lit=["jeju"]))


def test_a_target_is_hollow(tmp_path):
    values = {(code, "2024"): 10.0 + n for n, code in enumerate(examples.SEVENTEEN)}
    statuses = {("busan", "2024"): "target", ("daegu", "2024"): "planned"}
    examples.write_indicator(examples.write_folder(tmp_path), "mixed", values, statuses=statuses)
    found, colours = dots(strip(catalog.load(tmp_path).view("mixed"), WIDE), "mixed"), palette("light")
    assert found["busan"][4:] == (colours.surface, colours.target)
    assert found["daegu"][4] == colours.surface and found["seoul"][4] != colours.surface


@pytest.mark.parametrize("look", LOOKS, ids=named)
@pytest.mark.parametrize("lit", [(), ("gwangju",), SIX], ids=["none", "one", "six"])
def test_nothing_collides_or_leaves_the_sheet(full, look, lit):
    figure = strip(full, look, lit=lit)
    assert outside(figure) == [] and collisions(figure) == []
    width, height = room(figure)
    assert all(0 <= x <= width and 0 <= y <= height for x, y, *_ in dots(figure, "ict_share").values())


@pytest.mark.parametrize("look", LOOKS, ids=named)
@pytest.mark.parametrize("lit", [(), ("gwangju", "seoul", "jeju")], ids=["none", "three"])
def test_several_rows_do_not_collide(several, look, lit):
    figure = strip(several, look, lit=lit)
    assert outside(figure) == [] and collisions(figure) == []


def test_rows_without_room_are_counted(several):
    assert "표에만 있습니다" in texts(strip(several, Look(size=Size(358, 360))))


def test_the_view_stays_as_it_was(several):
    before = several.frame.copy()
    strip(several, WIDE, lit=SIX)
    assert several.frame.equals(before)


def test_a_swarm_stays_within_its_reach_even_when_it_must_overlap():
    aside = swarm.offsets([5.0] * 30, 4, 20)
    assert max(map(abs, aside)) <= 20 and swarm.crowded([5.0] * 30, aside, 4)
    assert not swarm.crowded([5.0] * 5, swarm.offsets([5.0] * 5, 4, 20), 4)
