"""The table of standings: places and distances with signs and units for readers, numbers for programs."""

from __future__ import annotations

import pytest

from components.cells.standings import difference
from components.chart import KINDS, Chart
from components.charts.standings import standings
from components.theme import Look
from components.wording import words
from datasets import catalog
from datasets.view import View
from tests import examples
from tests.components.drawn import LOOKS, collisions, named, outside, texts
from tests.examples import SEVENTEEN

RISING = {(code, "2024"): float(n) for n, code in enumerate(SEVENTEEN, start=1)}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    folder = examples.write_folder(tmp_path_factory.mktemp("standings"))
    examples.write_indicator(folder, "share", RISING | {("kr", "2024"): 4.5}, unit="%", aggregation="none")
    examples.write_indicator(folder, "count", RISING | {("kr", "2024"): 153.0}, decimals=0)
    examples.write_indicator(folder, "lone", {("seoul", "2024"): 3.0}, pillar="talent", aggregation="none")
    return catalog.load(folder)


def chart(loaded, *lit: str, basis: str = "17") -> Chart:
    return Chart("standings", tuple(loaded.indicators), basis=basis, lit=lit)


def table(loaded, *lit: str, lang: str = "ko", basis: str = "17"):
    one = chart(loaded, *lit, basis=basis)
    return one.cells(one.material(loaded), lang)


def test_a_row_tells_place_and_distances_with_signs_and_units(loaded):
    row = table(loaded, "busan").set_index("지표").loc["시험 share"]
    assert (row["값"], row["순위"], row["전국"], row["전국과의 차이"]) == (
        "2.0%",
        "16위/17곳",
        "4.5%",
        "−2.5%p",
    )
    assert (row["가장 나은 곳"], row["가장 나은 곳과의 차이"], row["출처"]) == (
        "제주 17.0%",
        "−15.0%p",
        "시험 기관",
    )


def test_differences_of_shares_are_percentage_points_in_both_languages(loaded):
    share, count = loaded.indicators["share"], loaded.indicators["count"]
    assert difference(3.2, share, words("ko")) == "+3.2%p"
    assert difference(-3.2, share, words("en")) == "−3.2 pp"
    assert difference(-1234, count, words("ko")) == "−1,234건"
    assert difference(0, count, words("ko")) == "0건" and difference(0.04, share, words("ko")) == "0.0%p"


def test_a_total_is_shown_beside_the_nations_and_not_held_against_it(loaded):
    row = table(loaded, "busan").set_index("지표").loc["시험 count"]
    assert (row["전국"], row["전국과의 차이"]) == ("153건", "")


def test_what_too_few_report_has_a_dash_for_its_place(loaded):
    assert table(loaded, "seoul").set_index("지표").loc["시험 lone", "순위"] == "–"


def test_several_regions_stand_below_each_other_and_one_without_a_value_says_so(loaded):
    frame = table(loaded, "jeju", "seoul")
    assert list(frame["지역"]) == ["서울", "제주"] * 3
    lone = frame[frame["지표"] == "시험 lone"].set_index("지역")
    assert (lone.loc["서울", "값"], lone.loc["제주", "값"]) == ("3.0건", "자료 없음")


def test_a_merged_region_shows_what_there_was_before(loaded):
    row = table(loaded, "jeonnam-gwangju", basis="16").set_index("지표").loc["시험 share"]
    assert row["값"] == "통합 전 값만 있음: 광주 5.0% · 전남 14.0%"


def test_the_csv_holds_numbers_codes_and_units(loaded):
    one = chart(loaded, "busan")
    lines = one.csv(one.material(loaded), "ko").split("\r\n")
    head, share = (
        lines[0].lstrip("\ufeff").split(","),
        next(line for line in lines if "share" in line).split(","),
    )
    row = dict(zip(head, share, strict=True))
    assert (row["지역 코드"], row["값"], row["단위"], row["순위"], row["공표한 곳"]) == (
        "busan",
        "2",
        "%",
        "16",
        "17",
    )
    assert (row["전국과의 차이"], row["가장 나은 곳 코드"], row["가장 나은 곳과의 차이"]) == (
        "-2.5",
        "jeju",
        "-15",
    )


def test_it_is_a_real_table_on_the_page_and_drawn_in_files(loaded):
    assert KINDS["standings"].table and KINDS["table"].table and not KINDS["profile"].table
    one = chart(loaded, "busan")
    words_ = texts(one.figure(one.material(loaded), Look()))
    assert "부산의 지표별 값과 순위" in words_ and "−2.5%p" in words_


@pytest.mark.parametrize("look", LOOKS, ids=named)
def test_no_text_leaves_the_sheet_or_meets_another(loaded, look):
    view = chart(loaded).material(loaded)
    assert isinstance(view, View)
    figure = standings(view, look, lit=("seoul", "busan", "jeju"))
    assert outside(figure) == [] and collisions(figure) == []


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_it_says_what_it_holds(loaded, lang: str):
    one = chart(loaded, "busan", "seoul")
    told = one.alt(one.material(loaded), lang)
    assert "6" in told and one.file_name(one.material(loaded), lang)
