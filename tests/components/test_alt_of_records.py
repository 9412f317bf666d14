"""The alternative text of Records says in full sentences what a reader of the picture would take from it."""

import pytest

from components.alts import alt_of_records
from tests import examples


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    return examples.planned(tmp_path_factory.mktemp("plans"))


def test_a_plan_is_told_with_its_parts_its_decision_and_what_is_not_named(plans):
    told = alt_of_records(plans.records("strategies", ids=("ten",)), "민생 과제", "ko")
    assert told.startswith("민생 과제. 민생 시험 10대 과제 아래 5개 부분이 있습니다.")
    assert "처리 결과는 논의입니다." in told
    assert "6개 있습니다." in told


def test_a_plan_of_which_only_the_number_of_parts_is_known_has_none_told(plans):
    told = alt_of_records(plans.records("strategies", ids=("seven",)), "", "ko")
    assert "0개" not in told
    assert "7개 있습니다." in told


def test_several_plans_are_counted(plans):
    assert "계획 7건" in alt_of_records(plans.records("strategies"), "모든 계획", "ko")


def test_events_run_from_the_first_to_the_last_and_planned_ones_are_counted(tmp_path):
    records = examples.dated(tmp_path).records("events")
    told = alt_of_records(records, "일정", "ko")
    assert "2004년부터 2027년까지 5건입니다. 처음은 시험 year" in told
    assert "2건은 예정입니다." in told
    assert "1건은 문서에 날짜가 없습니다." in told
    assert "5 events from 2004 to 2027" in alt_of_records(records, "Dates", "en")


def test_a_single_target_without_a_title_is_told_by_its_own_name(tmp_path):
    folder = examples.write_folder(tmp_path)
    examples.write_records(
        folder, "targets", dict(id="t", ko="활용 비중", unit_ko="%", unit_en="%", baseline=1, target=30)
    )
    told = alt_of_records(examples.catalog.load(folder).records("targets"), "", "ko")
    assert told == "활용 비중. 기준값 1%, 목표 30%, 목표 시점 문서에 없음. 판정 불가: 기준값 없음, 기한 없음."


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_other_records_are_counted_and_the_first_named(plans, lang):
    told = alt_of_records(plans.records("organisations"), "기관", lang)
    assert "2" in told
    assert told.endswith(".")


def test_no_records_are_told_as_none(plans):
    assert alt_of_records(plans.records("events"), "일정", "ko") == "일정. 담은 기록이 없습니다."
