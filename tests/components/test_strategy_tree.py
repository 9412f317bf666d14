"""A strategy tree shows every part a document names, counts what it does not, and says what was decided."""

import pytest

from components.charts.strategy_tree import strategy_tree
from components.theme import Look, Size
from tests import examples
from tests.components.drawn import LOOKS, collisions, named, outside, records_of, spec, spots, texts, traces


@pytest.fixture(scope="module")
def catalog(tmp_path_factory):
    return examples.planned(tmp_path_factory.mktemp("planned"))


def tree(catalog, *ids, look=None, **options):
    return strategy_tree(catalog.records("strategies", ids=ids), look or Look(), title="시험", **options)


def test_a_plan_of_ten_with_four_named_parts_has_a_hatched_box_for_the_other_six(catalog):
    figure = tree(catalog, "ten")
    assert "이름 미표시 6개" in texts(figure)
    (hatch,) = traces(figure, "hatch")
    assert hatch["fillpattern"]["shape"] == "/"


def test_seven_strategies_without_names_are_seven_and_no_name_is_made_up(catalog):
    figure = tree(catalog, "seven")
    assert "이름 미표시 7개" in texts(figure)
    assert records_of(figure) == ["seven", "seven"]  # the plan, and the box that stands for its parts


def test_a_plan_without_a_count_has_no_hatched_box(catalog):
    assert not traces(tree(catalog, "plan-1"), "hatch")


def test_decision_and_tentative_marks_stand_at_their_boxes(catalog):
    drawn = [spot.text for spot in spots(tree(catalog, "ten"))]
    assert "논의" in drawn
    assert any("시험 ten-2" in text and "(가칭 · 예정)" in text for text in drawn)


def test_a_decision_that_no_document_states_looks_different_from_one_that_is(catalog):
    def dashes(id_):
        return {s["line"].get("dash") for s in spec(tree(catalog, id_))["layout"]["shapes"]}

    assert "dot" in dashes("plan-1")
    assert "dot" not in dashes("ten-1")


def test_many_plans_become_cards_with_all_their_names(catalog):
    figure = tree(catalog, look=Look(size=Size(1326, 720)))
    for name in ("민생 시험 10대 과제", "시험시 7대 전략", "시험 plan-0", "시험 plan-4"):
        assert name in texts(figure)


def test_what_does_not_fit_is_counted_and_not_dropped(catalog):
    figure = tree(catalog, "ten", look=Look(size=Size(358, 270)))
    assert "하위" in texts(figure)
    few = tree(catalog, look=Look(size=Size(358, 300)))
    assert "외" in texts(few) and "개" in texts(few)


def test_a_lit_region_stands_out_by_colour_and_legend(catalog):
    look = Look()
    figure = tree(catalog, "seven", look=look, lit=["seoul"])
    assert look.palette.lit in {s.get("fillcolor") for s in spec(figure)["layout"]["shapes"]}
    assert "고른 지역" in texts(figure)
    assert "고른 지역" not in texts(tree(catalog, "seven"))


@pytest.mark.parametrize("ids", [("ten",), ("seven",), ()], ids=["ten", "seven", "all"])
@pytest.mark.parametrize("look", LOOKS, ids=named)
def test_no_text_leaves_the_sheet_or_meets_another(catalog, look, ids):
    figure = tree(catalog, *ids, look=look)
    assert outside(figure) == []
    assert collisions(figure) == []


def test_the_records_are_left_as_they_were(catalog):
    records = catalog.records("strategies")
    before = records.frame.copy()
    strategy_tree(records, Look(), lit=["seoul"])
    assert records.frame.equals(before)


def test_markup_in_a_name_is_shown_and_not_obeyed(tmp_path):
    folder = examples.write_folder(tmp_path)
    examples.write_records(folder, "strategies", dict(id="x", ko="<i>가</i> & 나", level="plan"))
    figure = strategy_tree(examples.catalog.load(folder).records("strategies"), Look())
    (text,) = [t for t in traces(figure, "text")[0]["text"] if "가" in t]
    assert "&lt;i&gt;가&lt;/i&gt; &amp; 나" in text


def test_no_strategies_at_all_is_a_sheet_without_boxes(catalog):
    figure = strategy_tree(catalog.records("strategies", ids=("nothing",)), Look())
    assert records_of(figure) == []
