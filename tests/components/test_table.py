"""A table gives every row in words; what a picture has no room for is counted, never silently cut."""

import pandas as pd
import pytest

from components.cells import cells
from components.charts.table import table
from components.theme import Look, Size
from tests import examples
from tests.components.drawn import LOOKS, collisions, named, outside, spots, texts


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    return examples.full(tmp_path_factory.mktemp("full"))


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    return examples.planned(tmp_path_factory.mktemp("plans"))


def test_a_view_lists_value_with_unit_rank_period_and_source_with_its_place(full):
    seoul = cells(full.view("ict_share", period="2023"), "ko").set_index("지역").loc["서울"]
    assert dict(seoul) == {"값": "10.8%", "시점": "2023년", "순위": "1위", "출처": "시험 기관 table 1"}


def test_the_nation_stands_first(full):
    assert cells(full.view("ict_share", period="2023"), "ko")["지역"].iloc[0] == "전국"


def test_a_region_without_a_value_has_no_data_and_no_zero(tmp_path):
    view = examples.some(tmp_path, 3).view("some_share")
    frame = cells(view, "ko").set_index("지역")
    assert frame.loc["제주", "값"] == "자료 없음"
    assert "순위" not in frame.columns
    raw = cells(view, "ko", values=True).set_index("지역")
    assert pd.isna(raw.loc["제주", "값"])
    assert raw.loc["제주", "비고"] == "자료 없음"


def test_values_are_numbers_beside_their_unit_and_code(full):
    raw = cells(full.view("ict_share", period="2023"), "en", values=True).set_index("Region").loc["Seoul"]
    assert (raw["Value"], raw["Unit"], raw["Region code"], raw["Period"]) == (10.8, "%", "seoul", "2023")


def test_earlier_periods_are_listed_too(full):
    frame = cells(full.view("ict_share"), "ko")
    assert set(frame["시점"]) == {"2022년", "2023년"}


def test_a_planned_value_says_so(tmp_path):
    folder = examples.write_folder(tmp_path)
    key = ("seoul", "2024")
    examples.write_indicator(folder, "posts", {key: 400}, unit="명", decimals=0, statuses={key: "planned"})
    assert (
        cells(examples.catalog.load(folder).view("posts"), "ko").set_index("지역").loc["서울", "값"]
        == "400명(계획)"
    )


def test_records_speak_in_words_and_not_in_ids(plans):
    first = cells(plans.records("strategies", ids=("ten",)), "ko").iloc[0]
    assert first["단계"] == "계획"
    assert first["소관"] == "시험 부처 가"
    assert first["분야"] == "활용·확산, 추진체계·윤리"
    assert first["처리 결과"] == "논의"
    assert first["밝힌 개수"] == "10"


def test_columns_can_be_chosen_and_ordered(plans):
    frame = cells(plans.records("strategies"), "en", ["decision", "name"])
    assert list(frame.columns) == ["Decision", "Name"]


def test_columns_that_say_nothing_are_left_out(plans):
    assert "끝" not in cells(plans.records("strategies"), "ko").columns


def test_a_quantity_keeps_its_qualifier_in_words_and_as_a_column(tmp_path):
    folder = examples.write_folder(tmp_path)
    about = dict(id="q", value=100, unit_ko="명", unit_en="people", qualifier="about", period="2025-03-28")
    examples.write_records(folder, "quantities", about)
    records = examples.catalog.load(folder).records("quantities")
    assert cells(records, "ko")["값"].iloc[0] == "약 100명"
    raw = cells(records, "ko", values=True).iloc[0]
    assert (raw["값"], raw["단위"], raw["한정"], raw["시점"], raw["출처"], raw["위치"]) == (
        100,
        "명",
        "약",
        "2025-03-28",
        "시험 기관",
        "L1",
    )


def test_a_target_without_a_year_says_that_none_is_stated(tmp_path):
    folder = examples.write_folder(tmp_path)
    examples.write_records(
        folder,
        "targets",
        dict(id="t", unit_ko="%", unit_en="%", baseline=1, baseline_qualifier="about", target=30),
    )
    frame = cells(examples.catalog.load(folder).records("targets"), "ko")
    assert (frame["기준값"].iloc[0], frame["목표값"].iloc[0], frame["목표 시점"].iloc[0]) == (
        "약 1%",
        "30%",
        "목표 시점 미표시",
    )


@pytest.mark.parametrize(
    "kind",
    [
        "organisations",
        "strategies",
        "events",
        "agenda",
        "roles",
        "laws",
        "facts",
        "partnerships",
        "facilities",
    ],
)
@pytest.mark.parametrize("values", [False, True])
def test_every_table_can_be_read_also_when_it_is_empty(plans, kind, values):
    records = plans.records(kind)
    assert len(cells(records, "en", values=values)) == len(records)


def test_seventeen_regions_fit_a_slide(full):
    words = texts(table(full.view("ict_share", period="2023"), Look()))
    assert all(full.regions.name(code, "ko") in words for code in examples.SEVENTEEN)


def test_figures_end_flush_right(full):
    figure = table(full.view("ict_share", period="2023"), Look())
    ends = {round(s.right) for s in spots(figure) if s.text.endswith("%")}
    assert len(ends) == 1


def test_rows_without_room_are_counted_and_columns_named(plans):
    words = texts(table(plans.records("strategies"), Look(size=Size(358, 360))))
    assert "12행 가운데" in words
    assert "뺀 열: " in words


@pytest.mark.parametrize("look", LOOKS, ids=named)
def test_no_text_leaves_the_sheet_or_meets_another(full, plans, look):
    for figure in (table(full.view("ict_share"), look), table(plans.records("strategies"), look)):
        assert outside(figure) == []
        assert collisions(figure) == []


def test_the_input_is_left_as_it_was(full, plans):
    view, records = full.view("ict_share"), plans.records("strategies")
    before = view.frame.copy(), records.frame.copy()
    table(view, Look())
    table(records, Look())
    assert view.frame.equals(before[0])
    assert records.frame.equals(before[1])
