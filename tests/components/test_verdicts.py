"""The tally of targets shows how many still stand after each condition of a judgement, and why the others fall."""

import pytest

from components.charts.verdicts import verdicts
from components.theme import Look, Size
from datasets import catalog
from tests import examples
from tests.components.drawn import LOOKS, collisions, named, outside, spec, spots, texts

START = dict(
    indicator="firms", region="kr", unit_ko="개", unit_en="firms", baseline=100, baseline_period="2018", target=200,
    target_period="2030", nature="stock", status="target", same_survey="yes",
)  # fmt: skip
ROWS = (
    START | dict(id="judged"),
    START | dict(id="undated", target_period=""),
    START | dict(id="bare", baseline=""),
    START | dict(id="bare-too", baseline="", target_period=""),
    START | dict(id="elsewhere", same_survey="no"),
)


@pytest.fixture(scope="module")
def five(tmp_path_factory):
    folder = examples.write_folder(tmp_path_factory.mktemp("five"))
    examples.write_indicator(folder, "firms", {("kr", "2024"): 160.0})
    examples.write_records(folder, "targets", *ROWS)
    return catalog.load(folder).records("targets")


def bars(figure):
    """Widths of the filled bars, from above."""
    xs = [
        [
            float(part.split(",")[0])
            for part in shape["path"][1:-1].replace("Q", "L").replace(" ", "L").split("L")
        ]
        for shape in spec(figure)["layout"]["shapes"]
        if shape.get("fillcolor") == Look().palette.national
    ]
    return [max(x) - min(x) for x in xs]


def test_a_target_falls_at_the_first_condition_it_does_not_meet(five):
    figure = verdicts(five, Look())
    numbers = [s.text for s in spots(figure) if s.text in ("5건", "3건", "2건", "1건")]
    assert numbers == ["5건", "3건", "2건", "1건"]
    assert "기준값 없음 2건" in texts(figure) and "같은 조사로 잰 값 없음 1건" in texts(figure)


def test_the_bars_are_as_long_as_what_is_left(five):
    longest, *rest = bars(verdicts(five, Look()))
    assert [width / longest for width in rest] == pytest.approx([0.6, 0.4, 0.2], abs=0.01)


def test_what_is_judged_is_told_in_a_sentence(five):
    assert "목표 5건 가운데 1건을 판정했습니다: 순조 1건." in texts(verdicts(five, Look()))


def test_nothing_judged_is_told_as_such(five):
    none = type(five)(**{**five.__dict__, "frame": five.frame.iloc[1:]})
    assert "판정할 수 있는 것은 아직 없습니다" in texts(verdicts(none, Look()))


@pytest.mark.parametrize("look", [*LOOKS, Look("en", size=Size(780, 380, pad=0.2))], ids=named)
def test_nothing_collides_or_leaves_the_sheet(five, look):
    figure = verdicts(five, look)
    assert outside(figure) == [] and collisions(figure) == []


def test_no_targets_are_an_empty_sheet(five):
    none = type(five)(**{**five.__dict__, "frame": five.frame.iloc[:0]})
    assert spots(verdicts(none, Look())) == []
