"""The View: regions without a value stay rows, coverage decides what may be said, a merger never invents a figure."""

from __future__ import annotations

import math

import pytest

from datasets import catalog
from datasets.view import Coverage
from tests import examples


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    return examples.full(tmp_path_factory.mktemp("full"))


def test_a_region_without_a_value_is_still_a_row(tmp_path) -> None:
    view = examples.some(tmp_path, 3).view("some_share")
    assert len(view.latest) == 17 and view.reach == Coverage(3, 17)
    assert view.latest["value"].isna().sum() == 14 and len(view.missing) == 14


@pytest.mark.parametrize(
    ("k", "rule", "ranks"),
    [(1, "case", False), (4, "few", False), (5, "some", True), (11, "some", True), (12, "most", True)],
)
def test_the_coverage_rule_decides_what_may_be_said(tmp_path, k: int, rule: str, ranks: bool) -> None:
    view = examples.some(tmp_path, k).view("some_share")
    assert view.reach.rule == rule
    assert view.latest["rank"].notna().any() == ranks


def test_equal_values_share_the_better_rank(full) -> None:
    latest = full.view("ict_share").latest
    assert latest.loc[["daegu", "gwangju"], "rank"].tolist() == [5, 5]


def test_a_view_takes_the_basis_of_its_data(full) -> None:
    assert full.view("ict_share").basis.id == "17"
    assert len(full.view("ict_share", basis="16").regions) == 16


def test_a_sum_is_added_over_the_merged_regions_only_when_all_report(full, tmp_path) -> None:
    summed = examples.full(tmp_path / "sum", aggregation="sum")
    merged = summed.view("ict_share", basis="16").latest.loc["jeonnam-gwangju"]
    assert merged["value"] == pytest.approx(2.9 + 1.4) and merged["derived"] == "gwangju + jeonnam"
    partly = examples.some(tmp_path, 5).view("some_share", basis="16").latest.loc["jeonnam-gwangju"]
    assert (
        math.isnan(partly["value"])
        and partly["missing_reason"] == "before_merger"
        and "gwangju=14" in partly["derived"]
    )


def test_what_cannot_be_added_keeps_its_values_before_the_merger(tmp_path) -> None:
    loaded = examples.full(tmp_path, aggregation="none")
    merged = loaded.view("ict_share", basis="16").latest.loc["jeonnam-gwangju"]
    assert math.isnan(merged["value"]) and merged["missing_reason"] == "before_merger"


def test_a_value_known_only_after_the_merger_is_never_split(tmp_path) -> None:
    examples.write_indicator(examples.write_folder(tmp_path), "late", {("jeonnam-gwangju", "2026-07"): 7.0})
    view = catalog.load(tmp_path).view("late", basis="17")
    assert view.reach.k == 0
    assert set(view.latest.loc[["gwangju", "jeonnam"], "missing_reason"]) == {"after_merger"}


def test_the_nation_is_a_reference_and_never_a_region(full) -> None:
    view = full.view("ict_share")
    assert "kr" not in view.latest.index and view.national() == 4.5


def test_a_view_is_narrowed_to_regions_and_a_period(full) -> None:
    view = full.view("ict_share", regions=["seoul", "jeju"], period="2022")
    assert list(view.latest.index) == ["seoul", "jeju"] and view.period == "2022"


def test_a_new_indicator_needs_two_files_and_no_code(full, tmp_path) -> None:
    examples.full(tmp_path)
    examples.write_indicator(tmp_path, "brand_new", {("seoul", "2025"): 3.0}, pillar="talent")
    loaded = catalog.load(tmp_path)
    assert "brand_new" in {i.id for i in loaded.offered("sido")} and loaded.problems == ()


def test_search_finds_names_in_both_languages(tmp_path) -> None:
    loaded = catalog.load()
    assert loaded.search("strategies", "국방") and loaded.search("strategies", "DEFENCE")
    assert loaded.search("strategies", "") == [] and loaded.search("strategies", "없는 이름") == []


def test_an_indicator_without_any_row_is_a_view_without_values(tmp_path) -> None:
    examples.write_indicator(examples.write_folder(tmp_path), "empty", {})
    loaded = catalog.load(tmp_path)
    view = loaded.view("empty")
    assert (view.reach, view.period, len(view.latest)) == (Coverage(0, 16), "", 16)
    assert loaded.listing.loc[0, "period"] == ""
